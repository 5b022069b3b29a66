"""Pure functions over text that more than one room needs."""
