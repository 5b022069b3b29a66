"""Words and patterns of time expressions, one file a language, no logic."""
