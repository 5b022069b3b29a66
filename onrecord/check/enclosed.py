"""Quotation marks are shown as enclosing too much only where the other text has all the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from onrecord.check import occasion
from onrecord.check.changed import alike, one_utterance
from onrecord.check.contract import Retold, Told
from onrecord.check.edges import More, edges
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import (
    around,
    beside,
    marked,
    own_edits,
    quoted,
    same,
    sides,
    texts_called,
)
from onrecord.check.utterance import QUOTED, uttered
from onrecord.model import Edit, Finding, Shown, Span, finding

NAME = "enclosed"
_WORDS = 10  # that both have, at least
_UNDATED = 15  # ... where nothing shows that both are of one day
_BESIDE = 5  # equal words right beside what is enclosed, both sides together
_AROUND = 900  # code points of a quotation, and beside what is aligned, that are compared again
_EDGE = 2  # equal words on each side of what is enclosed
_MOVED = 300  # code points in which words that only stand in another place are looked for
_RUN = 3  # words one after another that then stand there
_SLIGHT = frozenset(words.SLIGHT.split())
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_CUT = re.compile(r"…|\.\s?\.\s?\.|[\[\](){}~*|<>—–]|--")
_SENTENCE = re.compile(r"[.!?][\"'”’»)]*\s")
_MARK = re.compile(r"[\"“”„«»]")


def enclosed(repetitions: Sequence[Retold]) -> Iterator[Finding]:
    """Findings among the repetitions of one family, one for each text whose marks enclose more."""
    seen: set[tuple[str, Span]] = set()
    for one in repetitions:
        if not one_utterance(one):
            continue
        enough = _WORDS if occasion.dated(one.earlier, one.later) else _UNDATED
        for more in (*_between(one, enough), *edges(one, enough)):
            place = more.quoting.document.id, more.span
            if place not in seen and not _in_transcript(more, repetitions):
                seen.add(place)
                yield _found(one, more)
                break


def _between(one: Retold, enough: int) -> Iterator[More]:
    """What one side has between words that both have."""
    for more in _edited(one, enough):
        if _put_in(*more):
            yield more


def _in_transcript(more: More, repetitions: Sequence[Retold]) -> bool:
    """Whether another transcript in the family has the words too."""
    plain = " ".join(_WORD.findall(more.span.of(more.quoting.document.text).casefold()))
    turns = {
        told.document.text
        for one in repetitions
        for told in (one.earlier, one.later)
        if told.statement and told.statement.mode == "turn" and told.document.id != more.quoting.document.id
    }
    return any(plain in " ".join(_WORD.findall(text.casefold())) for text in turns)


def _edited(one: Retold, enough: int) -> Iterator[More]:
    """The one difference between both sides, as tracing found it, then as the whole quotation shows it."""
    if one.hop.edits and not alike(one):
        return
    telling = [edit for edit in own_edits(one) if _says(one, edit)]
    if len(telling) == 1 and same(one) >= enough and beside(one, telling[0]) >= _BESIDE:
        yield _more(one, telling[0])
    first, second = sides(one)
    if found := _inserted(*first, *second, enough):
        yield found
    if found := _inserted(*second, *first, enough):
        yield found


def _inserted(quoting: Told, here: Span, other: Told, there: Span, enough: int) -> More | None:
    """Where a quotation has words that the other text lacks, all others being the same; and the gap."""
    if quoting.statement is None or quoting.statement.mode not in QUOTED:
        return None
    if sum(piece.end - piece.start for piece in quoting.statement.content) > _AROUND:
        return None
    ours, theirs = uttered(quoting, here, _AROUND), uttered(other, there, _AROUND)
    blocks = SequenceMatcher(None, ours.keys, theirs.keys, autojunk=False).get_matching_blocks()[:-1]
    if len(blocks) != 2 or sum(block.size for block in blocks) < enough:
        return None
    one, two = blocks
    put = one.a + one.size, two.a
    if one.b + one.size != two.b or put[0] == put[1] or min(one.size, two.size) < _EDGE:
        return None
    gap = theirs.found[two.b - 1].end()
    return More(quoting, ours.span(*put), other, Span(gap, gap)) if ours.whole(*put) else None


def _says(one: Retold, edit: Edit) -> bool:
    """Whether what differs is more than small words."""
    return any(_telling(told, span) for told, span in sides(one, edit))


def _telling(told: Told, span: Span) -> list[str]:
    found = [word.casefold() for word in _WORD.findall(told.document.text, span.start, span.end)]
    return [word for word in found if word not in _SLIGHT]


def _more(one: Retold, edit: Edit) -> More:
    """The side on which an edit has more words, and where; then the other, and where."""
    if edit.earlier.end - edit.earlier.start > edit.later.end - edit.later.start:
        return More(one.earlier, edit.earlier, one.later, edit.later)
    return More(one.later, edit.later, one.earlier, edit.earlier)


def _put_in(quoting: Told, span: Span, other: Told, gap: Span) -> bool:
    """Whether words that say something stand within quotation marks, and nothing in their place elsewhere."""
    if quoting.statement is None or other.statement is None or gap.start < gap.end:
        return False
    if quoting.statement.mode not in QUOTED or other.statement.mode not in ("direct", "turn"):
        return False
    if not quoted(quoting, span.start) or not marked(quoting, span):
        return False
    text, elsewhere = quoting.document.text, other.document.text
    near = text[max(0, span.start - 2) : span.end + 2], elsewhere[max(0, gap.start - 6) : gap.end + 6]
    if any(map(_CUT.search, near)) or _MARK.search(span.of(text)) or _MARK.search(near[1]):
        return False
    if _SENTENCE.search(text, max(0, span.start - 3), span.start) or _SENTENCE.search(span.of(text)):
        return False  # whole sentences are left out by all who quote
    return bool(_telling(quoting, span)) and not _moved(quoting, span, other, gap)


def _moved(quoting: Told, span: Span, other: Told, gap: Span) -> bool:
    """Whether the other text has these words in another place nearby, so that nothing was put in."""
    near = Span(max(0, gap.start - _MOVED), gap.end + _MOVED)
    found, there = (
        [match.casefold() for match in _WORD.findall(told.document.text, where.start, where.end)]
        for told, where in ((quoting, span), (other, near))
    )
    size = min(_RUN, len(found))
    runs, stand = (set(zip(*(side[at:] for at in range(size)), strict=False)) for side in (found, there))
    telling = set(_telling(quoting, span))
    return bool(runs & stand) or (len(telling) > 1 and telling <= set(there))


def _found(one: Retold, more: More) -> Finding:
    quoting, span, other, gap = more
    called = texts_called(one) if quoting is one.earlier else texts_called(one)[::-1]
    who = one.earlier.voice.name or one.later.voice.name
    whose = f"the same words of {who}" if who else "the same words"
    enclosed = " ".join(span.of(quoting.document.text).split())
    message = (
        f'In {called[0]} the quotation marks enclose "{enclosed}"; {whose} stand without it in {called[1]}.'
    )
    shown = [
        Shown(quoting.document.id, around(quoting, span, 8)),
        Shown(other.document.id, around(other, gap, 8)),
    ]
    statements = [told.statement.id for told in (quoting, other) if told.statement]
    why = "No ellipsis or bracket shows that words were left out or put in, and those beside it are the same."
    return finding(NAME, message, shown, why, 0.9, statements)
