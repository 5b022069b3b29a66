"""The command line translates: it parses, makes one call of the api, and prints."""

from __future__ import annotations

from onrecord.cli.app import app, main

__all__ = ["app", "main"]
