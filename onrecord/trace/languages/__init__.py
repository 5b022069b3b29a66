"""One data file per language: words only, no logic."""
