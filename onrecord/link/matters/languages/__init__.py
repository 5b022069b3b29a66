"""Words of numbers, lists and happenings by language; data only, no logic."""
