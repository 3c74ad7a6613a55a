"""Inputs nobody meant: what every stage must do with them, and a run that looks for one that breaks it."""
