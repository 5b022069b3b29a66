"""One data file for each language; no logic."""
