"""What is refused is a name, a label, a clock or a year; it is never an amount, whatever its digits."""

from __future__ import annotations

import re
from types import ModuleType

from onrecord.link.matters.numbers import Number

_SENTENCE = re.compile(r"[.!?:;—–\"“”(\n]\s*$")
_LAST_WORD = re.compile(r"([^\W\d_][\w.’'-]*)\s{1,20}$")
_NAME_BEHIND = re.compile(r" [A-Z][\w’'-]* [A-Z]")
_NAMED = re.compile(r"([^\W\d_][\w.’'-]*), $")
_ADDRESS = ("://", "www.", "@", "_", "=", "\\", "%2")
_LISTED = re.compile(r"[.)\]]{1,2}(?:\s|$)")
_YEARS = range(1400, 2101)


def refused(text: str, low: str, start: int, found: Number, kind: str, data: ModuleType) -> bool:
    """Whether the number that begins at `start` is no amount.

    Args:
        found: the number; of a range, the last.
        kind: the kind of amount that its unit shows, or "" for a bare number.
    """
    before = low[start - 1] if start > 0 else " "
    if not low[start].isdigit():
        return before.isalnum() or before in "-_'’" or _worded(text, low, start, found, data)
    return (
        _attached(low, start, found.end, before, data)
        or bool(data.CLOCK.match(low, found.end))
        or _listed(text, low, start, found.end)
        or _in_address(low, start, found.end)
        or (kind not in ("money", "share", "measure") and _numbered(text, low, start, found, kind, data))
    )


def _worded(text: str, low: str, start: int, found: Number, data: ModuleType) -> bool:
    """Whether a number in words is no count: "chapter two", "World War Two", "several thousand"."""
    if data.CLOCK.match(low, found.end):
        return True
    if low.startswith(data.MULTIPLYING, start):
        return True  # "several thousand", "$8.2 million — million"
    word = _LAST_WORD.search(text[max(0, start - 24) : start])
    if not word:
        return False
    named = word[1][0].isupper() and text[start].isupper()
    return word[1].lower() in data.NUMBERED_IN_WORDS or (named and not _opens(text, word.start(), 0))


def _attached(low: str, start: int, end: int, before: str, data: ModuleType) -> bool:
    """Whether letters, digits or signs stand at the number as they do in names: "T-72", "9/11", "2-1"."""
    if (
        before.isalnum()
        or before in "/.#№§_:+*^~\\'’"
        or (before in "-–—" and start > 1 and _part(low[start - 2]))
    ):
        return before != "~"
    if before == "," and start > 1 and low[start - 2].isdigit():
        return True
    after, further = low[end : end + 1], low[end + 1 : end + 2]
    if after.isalpha():
        return not data.ATTACHED.match(low, end) and not low[end - 1].isalpha()
    if after in "/:,." and after and further.isdigit():
        return True
    if after in ("/", "_", "\\", "^", "#", "@"):
        return not low.startswith(("/day", "/hour", "/year"), end)
    if after == " " and low[end + 2 : end + 3] == "/" and further.isdigit():
        return True  # "12 3/4"
    return after in ("-", "–") and further.isdigit()


def _part(char: str) -> bool:
    return char.isalnum() or char in ")."


def _listed(text: str, low: str, start: int, end: int) -> bool:
    """Whether it numbers a line or a note: "1. ", "(2)", "[3]"."""
    before = low[start - 1] if start > 0 else ""
    line = low[max(0, start - 3) : start].rstrip(" *•-“\"'‘") in ("", "\n") or before in '\n“"‘'
    if line and _LISTED.match(low, end) and end - start <= 3:
        return True
    if before in ("(", "["):
        return end - start <= 3 and low[end : end + 1] in (")", "]", ".")
    return (
        line and end - start <= 2 and (start == 0 or before == "\n") and bool(_NAME_BEHIND.match(text, end))
    )


def _in_address(low: str, start: int, end: int) -> bool:
    """Whether it stands in an address or a path."""
    begin = max(low.rfind(" ", max(0, start - 200), start), low.rfind("\n", max(0, start - 200), start)) + 1
    stop = end
    while stop < len(low) and stop < end + 100 and not low[stop].isspace():
        stop += 1
    token = low[begin:stop]
    return any(sign in token for sign in _ADDRESS)


def _numbered(text: str, low: str, start: int, found: Number, kind: str, data: ModuleType) -> bool:
    """Whether a bare number is a label, a day or a year."""
    end = found.end
    match = _LAST_WORD.search(text[max(0, start - 32) : start])
    word = match[1] if match else ""
    small = word.lower().rstrip(".")
    after = re.match(r"\s([^\W\d_]+)", low[end : end + 24])
    following = after[1] if after else ""
    if following in data.MONTHS and following not in ("may", "march") and found.value <= 31:
        return True
    if small in data.NUMBERED and kind != "duration":
        return True
    digits = low[start:end]
    if digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS and kind == "":
        return following not in data.COUNTED
    if digits.isdigit() and len(digits) == 5 and not following:
        return True
    if low[end : end + 1] == "," and low[start - 2 : start] == ", " and found.value < 120:
        name = _NAMED.search(text[max(0, start - 24) : start])
        if name and name[1][0].isupper():
            return True  # "Ada Holm, 44, of Elmsford"
    named = (
        bool(word)
        and word[0].isupper()
        and small not in data.LIMITS
        and kind == ""
        and small not in data.WEEKDAYS
    )
    return named and not _opens(text, start - len(word) - 1, 0) and not _counted(following, data)


def _counted(word: str, data: ModuleType) -> bool:
    return word in data.COUNTED


def _opens(text: str, at: int, floor: int) -> bool:
    """Whether a sentence begins here."""
    head = text[max(floor, at - 4) : at]
    return at <= floor or bool(_SENTENCE.search(head)) or not head.strip()
