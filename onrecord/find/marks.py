"""Quotation marks pair within one paragraph, in one pass; a bad mark costs at most its own paragraph."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_MARK = re.compile(r"``|''|[“”„‟«»‹›‘’‚‛\"＂']")

# What closes each opener. A mark that both opens and closes somewhere stands on both sides.
_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "‛": "’",
    '"': '"”',
    "＂": "＂",
    "'": "'",
    "``": "''",
    "''": "''",
}
_OPENED_BY = {
    closer: tuple(
        o for o, closers in _CLOSERS.items() if closer in ({closers} if len(closer) > 1 else set(closers))
    )
    for closer in {c for closers in _CLOSERS.values() for c in ([closers] if closers == "''" else closers)}
}
_BEFORE_OPENER = frozenset(" \t\r\n\u00a0([{—–-/‑:;,…*_>") | frozenset("“„«‘\"'‹‚")
_AFTER_CLOSER = frozenset(" \t\r\n\u00a0)]}—–-/.,;:!?…*_<") | frozenset("”»’\"'›“‘")
_POSSESSIVE = re.compile(r"[^'’\n]{1,200}?[^\s'’]['’](?![a-zA-Z])")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: [start, end) with its marks, [inner, outer) without them, all in code points.

    Attributes:
        closed: False for one that runs to the end of its paragraph.
        depth: 0 for an outermost quotation.
    """

    start: int
    end: int
    inner: int
    outer: int
    closed: bool
    depth: int
    mark: str


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """The quotations of text[start:end], one paragraph, in the order of their opening marks.

    Marks are read by what stands beside them; an opener without a closer runs to the paragraph's end only
    where no later quotation begins, and is set aside as stray otherwise.
    """
    found: list[Quote] = []
    stack: list[tuple[str, int, int]] = []
    is_open: Counter[str] = Counter()
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        if _is_letter_mark(mark, before, behind):
            continue
        if _closes(mark, before, behind, is_open) and not _is_possessive(text, mark, at, end):
            _close(mark, at, after, stack, is_open, found)
        elif _opens(mark, before, behind) or (at == start and mark in "”»"):
            if mark in ('"', "＂", "''") and is_open[mark]:
                _drop(mark, stack, is_open)
            stack.append((mark, at, after))
            is_open[mark] += 1
    _leave_open(text, end, stack, found)
    return _with_depth(found)


def _is_letter_mark(mark: str, before: str, behind: str) -> bool:
    """An apostrophe within a word, or a mark of feet and inches."""
    if mark in "'’‘" and len(mark) == 1:
        return (before.isalnum() and behind.isalnum()) or (behind.isdigit() and not before.isalnum())
    return mark == '"' and before.isdigit() and not behind.isspace() and behind not in ".,;:)"


def _is_possessive(text: str, mark: str, at: int, end: int) -> bool:
    """ "the voters' choice'": a plural's apostrophe, where a later mark closes the quotation."""
    if mark not in "'’" or at == 0 or text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
        return False
    return text[at + 2 : at + 3].islower() and _POSSESSIVE.match(text, at + 1, end) is not None


def _closes(mark: str, before: str, behind: str, is_open: Counter[str]) -> bool:
    if not any(is_open[opener] for opener in _OPENED_BY.get(mark, ())):
        return False
    if mark in ("”", "»"):
        return True
    if before in " \t\n\u00a0" and not behind.isspace():
        return False
    if mark in "\"'’＂“‘":
        if mark in "’'":
            return not behind.isalnum()
        return behind in _AFTER_CLOSER or not behind.isalnum() or before in ".,!?…"
    return True


def _opens(mark: str, before: str, behind: str) -> bool:
    if mark not in _CLOSERS:
        return False
    if mark in "“„«‟‹``":
        return True
    if behind.isspace():
        return False
    if mark in "'‘‚‛":
        return before in _BEFORE_OPENER and (behind.isalnum() or behind in '“"[(…')
    return before in _BEFORE_OPENER


def _close(
    mark: str,
    at: int,
    after: int,
    stack: list[tuple[str, int, int]],
    is_open: Counter[str],
    found: list[Quote],
) -> None:
    """Take the innermost opener that this mark closes; openers above it were stray."""
    openers = _OPENED_BY[mark]
    while stack:
        opener, start, inner = stack.pop()
        is_open[opener] -= 1
        if opener in openers:
            if at > inner:
                found.append(Quote(start, after, inner, at, True, 0, opener))
            return


def _drop(mark: str, stack: list[tuple[str, int, int]], is_open: Counter[str]) -> None:
    """An opener meets its like while open: the earlier one, and what it holds open, is stray."""
    while stack:
        opener, _, _ = stack.pop()
        is_open[opener] -= 1
        if opener == mark:
            return


def _leave_open(text: str, end: int, stack: list[tuple[str, int, int]], found: list[Quote]) -> None:
    """The first opener left runs to the end, unless a quotation closes after it or it may be an elision."""
    last = max((q.start for q in found), default=-1)
    for opener, start, inner in stack:
        if start > last and opener not in ("'", "’") and inner < end:
            found.append(Quote(start, end, inner, end, False, 0, opener))
            return


def _with_depth(found: list[Quote]) -> list[Quote]:
    found.sort(key=lambda q: (q.start, -q.end))
    out: list[Quote] = []
    ends: list[int] = []
    for q in found:
        while ends and ends[-1] <= q.start:
            ends.pop()
        out.append(Quote(q.start, q.end, q.inner, q.outer, q.closed, len(ends), q.mark))
        ends.append(q.end)
    return out
