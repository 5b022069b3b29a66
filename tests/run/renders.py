"""Functions that a worker can import by name; some of them end it."""

from __future__ import annotations

import os
import signal
import time

from onrecord.model import Document, Statement


def first_line(document: Document, statements: list[Statement]) -> str:
    """The document's first line."""
    return document.text.partition("\n")[0]


def hostile(document: Document, statements: list[Statement]) -> str:
    """The first line, unless it asks for trouble."""
    line = first_line(document, statements)
    if line == "DIE":
        os.kill(os.getpid(), signal.SIGKILL)
    if line == "HANG":
        time.sleep(600)
    if line == "FAIL":
        raise ValueError("a bug")
    if line == "PRINT":
        print("noise on standard output")
    return line
