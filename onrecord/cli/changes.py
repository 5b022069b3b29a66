"""What changed between two wordings is marked in one text: in colours, or in brackets without them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.cli.terminal import clean, colours, flat, styled
from onrecord.model import Edit, EditKind, Span

LONGEST = 40  # words of a change that are shown before its middle is left out
_ENDS = 12, 6  # words that are shown of a longer one, at its beginning and its end
_FEW = 3  # changes of one kind that are told with their words
_BRACKETS = {"dropped": "[- -]", "added": "{+ +}", "changed": "{+ +}"}
_MARKS = '"“”„‟«»‘’‹›'
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
    """What was changed, in words: "number 12 → 15; 3 words dropped"."""
    told = []
    for kind, count in Counter(edit.kind for edit in edits).items():
        pairs = [(e.earlier.of(earlier), e.later.of(later)) for e in edits if e.kind == kind]
        if kind in ("dropped", "added"):
            words = sum(any(map(str.isalnum, w)) for pair in pairs for one in pair for w in one.split())
            told.append(f"{words:,} word{'' if words == 1 else 's'} {kind}")
        elif kind == "marks":
            told += dict.fromkeys(_requoted(edit, earlier, later) for edit in edits if edit.kind == kind)
        elif kind == "question":
            asked = "?" in pairs[0][0] or "?" not in pairs[0][1]
            told.append("a question became an assertion" if asked else "an assertion became a question")
        elif kind == "negation" and count == 1 and not all(pairs[0]):
            told.append(f"negation {'lost' if pairs[0][0] else 'gained'}: {_quoted(''.join(pairs[0]))}")
        else:
            shown = ", ".join(" → ".join(map(_quoted, pair)) for pair in pairs[:_FEW])
            told.append(f"{kind} {shown}" + (f" and {count - _FEW} more" if count > _FEW else ""))
    return "; ".join(told)


def _requoted(edit: Edit, earlier: str, later: str) -> str:
    """Whether words were put into quotation marks or taken out of them, by what stands at their ends."""
    before, after = (
        any(
            mark in _MARKS
            for mark in text[max(0, span.start - 1) : span.start + 1] + text[span.end - 1 : span.end + 1]
        )
        for text, span in ((earlier, edit.earlier), (later, edit.later))
    )
    if before == after:
        return "quotation marks moved"
    return "put into quotation marks" if after else "taken out of quotation marks"


def legend(dropped: str = "dropped", added: str = "added") -> str:
    """How changes are marked."""
    more = f" · {styled('a number, date, name, place or negation', 'changed')}" if colours() else ""
    return f"{_mark(dropped, 'dropped')} · {_mark(added, 'added')}{more}"


def _quoted(words: str) -> str:
    shown = _short(words)
    if not shown:
        return "nothing"
    return f"“{shown}”" if any(map(str.isalpha, shown)) else shown


def _short(words: str) -> str:
    found = flat(words).split(" ")
    return " ".join(found) if len(found) <= 6 else f"{' '.join(found[:4])} … {found[-1]}"


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
