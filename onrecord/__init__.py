"""The version; nothing else is imported here, so importing onrecord is cheap."""

__version__ = "0.1.0"
