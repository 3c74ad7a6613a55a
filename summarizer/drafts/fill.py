"""Fill what the model's draft left open with the article's own words."""

from __future__ import annotations

