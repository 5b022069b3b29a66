"""A mailbox is cut into its messages as it is read; no message is decoded here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Failure, Item
from onrecord.read.entry import MIB, Entry, too_large
from onrecord.settings import Settings

_ENVELOPE = re.compile(rb"From \S.*\d")
_QUOTED = re.compile(rb">+From ")
_LINE = MIB


def mbox_items(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """One Item for each message, in the order of the file; one that is too large is one Failure."""
    limit = settings.max_document_mb * MIB
    number, size, blank = 0, 0, True
    lines: list[bytes] = []
    with entry.open() as stream:
        while True:
            line = stream.readline(_LINE)
            if not line or (blank and _ENVELOPE.match(line)):
                if number or size:
                    yield _message(entry, max(number, 1), lines, size > limit, settings)
                if not line:
                    return
                number, size, lines = number + 1, 0, []
                continue
            blank = not line.strip()
            size += len(line)
            if size > limit:
                lines.clear()  # nothing of it will be used
            else:
                lines.append(line[1:] if _QUOTED.match(line) else line)


def _message(entry: Entry, number: int, lines: list[bytes], huge: bool, settings: Settings) -> Item | Failure:
    if huge:
        error = too_large(settings)
        return Failure(entry.path, f"{entry.source}#{number}", f"message {number} {error.what}", error.remedy)
    about = (*entry.about, ("message", str(number)))
    return Item(entry.path, entry.source, "eml", b"".join(lines), (), about)
