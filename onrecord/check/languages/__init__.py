"""Words of checks by language; data only, no logic."""
