"""Drafters: what proposes a summary, claims and positions, with a model or without."""
