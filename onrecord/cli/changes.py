"""What changed between two wordings is marked in one text: in colours, or in brackets without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord import export
from onrecord.cli.terminal import clean, colours, flat, styled
from onrecord.model import Edit, EditKind, Span

LONGEST = 40  # words of a change that are shown before its middle is left out
_ENDS = 12, 6  # words that are shown of a longer one, at its beginning and its end
_BRACKETS = {"dropped": "[- -]", "added": "{+ +}", "changed": "{+ +}"}
_SPACES = re.compile(r"\s+")

Piece = tuple[str, str]  # words and their style
Other = tuple[str, Iterable[Edit]]  # a text, and what differs


def marked(text: str, span: Span, others: Iterable[Other], later: bool) -> str:
    """The words of a span on one line, with what other texts have instead of them.

    Args:
        text: the text that is shown.
        span: its words.
        others: the texts it is compared with, each with what differs.
        later: whether `text` is the later one; else the others are.
    """
    found: list[tuple[Span, str, EditKind]] = []
    for other, edits in others:
        for edit in edits:
            here, there = (edit.later, edit.earlier) if later else (edit.earlier, edit.later)
            if edit.kind != "marks":  # the words themselves stay; other changes may lie in them
                found.append((here, there.of(other), edit.kind))
    pieces: list[Piece] = []
    at = span.start
    for here, there_words, kind in sorted(found):
        start = min(max(here.start, at), span.end)
        end = min(max(here.end, start), span.end)
        pieces.append((text[at:start], ""))
        at = end
        old, new = (there_words, text[start:end]) if later else (text[start:end], there_words)
        pieces.append((old, "dropped"))
        pieces.append((new, "added" if kind in ("added", "replaced") else "changed"))
    pieces.append((text[at : span.end], ""))
    return _joined(pieces)


def summed(edits: Sequence[Edit], earlier: str, later: str) -> str:
    """What was changed, in words, fit for a terminal: "number 12 → 15; 3 words dropped"."""
    return flat(export.summed(edits, earlier, later))


def legend(dropped: str = "dropped", added: str = "added") -> str:
    """How changes are marked."""
    more = f" · {styled('a number, date, name, place or negation', 'changed')}" if colours() else ""
    return f"{_mark(dropped, 'dropped')} · {_mark(added, 'added')}{more}"


def _joined(pieces: Iterable[Piece]) -> str:
    """The pieces in one line, with a space wherever a changed word would run into another."""
    line, last, bare = "", "", ""
    for words, style in pieces:
        plain = clean(_SPACES.sub(" ", words))
        if style:
            plain = _cut(plain.strip())
        if not plain:
            continue
        if bare and (style or last) and _run_in(bare[-1], plain[0]):
            line += " "
        line += _mark(plain, style)
        bare, last = plain, style
    return _SPACES.sub(" ", line).strip()


def _run_in(before: str, after: str) -> bool:
    """Whether two pieces need a space between them."""
    return (
        not before.isspace() and not after.isspace() and before not in "(“‘«[" and after not in ".,;:!?)”’»]"
    )


def _cut(words: str) -> str:
    found = words.split(" ")
    if len(found) <= LONGEST:
        return words
    head, tail = _ENDS
    return f"{' '.join(found[:head])} … ({len(found) - head - tail:,} words) … {' '.join(found[-tail:])}"


def _mark(words: str, style: str) -> str:
    if not style:
        return words
    if colours():
        return " ".join(styled(word, style) for word in words.split(" "))
    opening, closing = _BRACKETS[style].split(" ")
    return f"{opening}{words}{closing}"
