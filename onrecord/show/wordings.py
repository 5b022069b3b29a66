"""Two wordings are shown with what differs marked by form and by word, never by colour alone.

`pieces` puts both wordings into one line, for reading; `sides` keeps each as it stands, for comparing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from onrecord import export
from onrecord.model import Edit, Span
from onrecord.show.markup import Mark, escaped, marked

LONGEST = 420  # code points of words that stay, between two changes, before their middle is left out
ENDS = 180  # code points of them that are shown at each end
MOST = 900  # code points of one change
WORD_FOR_WORD = "word for word"
_SPACES = re.compile(r"\s+")
_PLAIN = ("dropped", "added", "replaced")


class Piece(NamedTuple):
    """A stretch of a wording.

    Attributes:
        kind: "same", "dropped", "added", or "from" and "to" where something was put for another.
        words: escaped, on one line.
        left: how many code points of its middle are left out; "…" stands for them.
        said: what was put for what: "number", "name", ...; "" for words.
        tight: whether it stands next to the piece before without a space.
    """

    kind: str
    words: Markup
    left: int
    said: str
    tight: bool


class Side(NamedTuple):
    """One of two wordings as it stands, with its changes marked: the text escaped, and its language."""

    html: Markup
    language: str | None


def pieces(text: str, span: Span, others: Iterable[tuple[str, Iterable[Edit]]]) -> list[Piece]:
    """The words of a later place in one line, with what earlier texts have instead of them.

    Args:
        text: the later text.
        span: its words.
        others: the earlier texts, each with what differs.
    """
    found = sorted(
        (edit.later, edit.earlier.of(other), edit.kind)
        for other, edits in others
        for edit in edits
        if edit.kind != "marks"  # the words themselves stay, and other changes may lie in them
    )
    made: list[Piece] = []
    at = span.start
    for here, old, kind in found:
        start = min(max(here.start, at), span.end)
        end = min(max(here.end, start), span.end)
        _add(made, "same", text[at:start], "")
        at = end
        new, said = text[start:end], "" if kind in _PLAIN else kind
        both = bool(old.strip() and new.strip())
        _add(made, "from" if both else "dropped", old, said)
        _add(made, "to" if both else "added", new, said)
    _add(made, "same", text[at : span.end], "")
    return made


def sides(
    hop_edits: Sequence[Edit], earlier: str, later: str, spans: tuple[Span, Span]
) -> tuple[Markup, Markup]:
    """Two wordings as they stand, each with what the other has not marked.

    Args:
        hop_edits: what differs, in order.
        earlier, later: the texts.
        spans: the words in both.
    """
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    for edit in hop_edits:
        if edit.kind == "marks":
            continue
        both = edit.earlier.start < edit.earlier.end and edit.later.start < edit.later.end
        for side, place, alone in ((0, edit.earlier, "dropped"), (1, edit.later, "added")):
            kind = "changed" if both else alone
            title = (
                f"{edit.kind} differs"
                if both and edit.kind not in _PLAIN
                else ("put otherwise" if both else alone)
            )
            marks[side].append(Mark(place, kind, "", title))
    return marked(earlier, spans[0], marks[0]), marked(later, spans[1], marks[1])


def told(edits: Sequence[Edit], earlier: str, later: str) -> str:
    """What differs, in words; "word for word" where nothing does."""
    return export.summed(edits, earlier, later) or WORD_FOR_WORD


def same(one: str, other: str) -> bool:
    """Whether two wordings are alike but for white space."""
    return one.split() == other.split()


def _add(made: list[Piece], kind: str, words: str, said: str) -> None:
    plain = _SPACES.sub(" ", words)
    if kind != "same":
        plain = plain.strip()
    if not plain.strip():
        if plain and made:
            made[-1] = made[-1]._replace(words=made[-1].words + Markup(" "))
        return
    tight = bool(made) and not _apart(str(made[-1].words.unescape())[-1:], plain[0])
    most = LONGEST if kind == "same" else MOST
    left = max(0, len(plain) - most)
    if left:
        ends = ENDS if kind == "same" else MOST // 2
        head = plain[:ends].rpartition(" ")[0] or plain[:ends]
        tail = plain[-ends:].partition(" ")[2] or plain[-ends:]
        left = len(plain) - len(head) - len(tail)
        plain = f"{head} … {tail}"
    made.append(Piece(kind, Markup(escaped(plain)), left, said, tight))


def _apart(before: str, after: str) -> bool:
    """Whether two pieces need a space between them."""
    return (
        bool(before)
        and not before.isspace()
        and not after.isspace()
        and before not in "(“‘«["
        and after not in ".,;:!?)”’»]"
    )
