"""Lexicons and patterns, one file a language, no logic."""
