"""What is shown of a repetition stands within the statement's own words and within its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check import occasion
from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.model import Edit, Span

_FAR = 200  # code points from a change within which what is shown of its sentence stands
_NEAR = 120  # ... within which the words beside it are compared
_SIC = "sic"  # an editor's word, and no speaker's
_SINGLE = rf"‘(?!\d|(?:{words.CLIPPED})\b)"  # "grab ‘n go", "the ‘60s" open nothing
_OPENING = re.compile(rf"[“„«]|{_SINGLE}")
_CLOSING = re.compile(r"[”»]|’(?!\w)")
_MARK = re.compile(rf"[\"“”„«]|''|``|{_SINGLE}")
_PARAGRAPH = 2_000  # ... within which a paragraph begins
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_STOP = re.compile(r"[.!?…;][\"'”’»)\]]*\s|\n\s*\n")


def sides(one: Retold, edit: Edit | None = None) -> Iterator[tuple[Told, Span]]:
    """Both sides, each with its aligned words, or with the place of an edit."""
    yield one.earlier, edit.earlier if edit else one.hop.earlier_span
    yield one.later, edit.later if edit else one.hop.later_span


def inside(told: Told, span: Span) -> bool:
    """Whether a span lies within the words of the statement."""
    return told.statement is not None and any(
        one.start <= span.start and span.end <= one.end for one in told.statement.content
    )


def same(one: Retold) -> int:
    """How many words both sides have, as far as the shorter side and its score show."""
    sizes = (len(_WORD.findall(told.document.text, span.start, span.end)) for told, span in sides(one))
    return round(min(sizes) * one.hop.score)


def own_edits(one: Retold) -> list[Edit]:
    """The edits within the words of both statements; who says them where is no part of an utterance."""
    return [
        edit
        for edit in one.hop.edits
        if edit.kind not in ("marks", "question")
        and all(inside(told, span) for told, span in sides(one, edit))
    ]


def part(told: Told, span: Span) -> Span:
    """The unbroken words of the statement around a span; the span itself where there are none."""
    for one in told.statement.content if told.statement else ():
        if one.start <= span.start and span.end <= one.end:
            return one
    return span


def quoted(told: Told, at: int) -> bool:
    """Whether a place stands within quotation marks that are opened in its paragraph."""
    text = told.document.text
    before = text[max(0, at - _PARAGRAPH) : at].rpartition("\n\n")[2]
    opened = max((match.end() for match in _OPENING.finditer(before)), default=0)
    if opened and not _CLOSING.search(before, opened):
        return True
    return before.count('"') % 2 == 1 or before.count("''") % 2 == 1


def marked(told: Told, span: Span) -> bool:
    """Whether the unbroken words around a span have a quotation mark before it."""
    start = part(told, span).start
    return bool(_MARK.search(told.document.text, max(0, start - 2), span.start))


def middle(told: Told, span: Span) -> int:
    """The middle of the words of the statement within a span; of the span itself where there are none."""
    for one in told.statement.content if told.statement else ():
        start, end = max(one.start, span.start), min(one.end, span.end)
        if start < end:
            return (start + end) // 2
    return (span.start + span.end) // 2


def around(told: Told, span: Span, most: int) -> Span:
    """A span with up to `most` words on each side, within its sentence and the statement's words."""
    text, bounds = told.document.text, part(told, span)
    low, high = max(bounds.start, span.start - _FAR), min(bounds.end, span.end + _FAR)
    stops = [match.end() for match in _STOP.finditer(text, low, span.start)]
    low = stops[-1] if stops else low
    stop = _STOP.search(text, span.end, high)
    high = stop.start() if stop else high
    before = [match.start() for match in _WORD.finditer(text, low, span.start)]
    after = [match.end() for match in _WORD.finditer(text, span.end, high)]
    return Span(
        before[-most:][0] if before else span.start,
        after[:most][-1] if after else span.end,
    )


def beside(one: Retold, edit: Edit) -> int:
    """How many words right before and right after an edit are the same on both sides."""
    found = [_beside(told, span) for told, span in sides(one, edit)]
    size = 0
    for here, there in zip(*found, strict=True):
        for a, b in zip(here, there, strict=False):
            if a != b:
                break
            size += 1
    return size


def _beside(told: Told, span: Span) -> tuple[list[str], list[str]]:
    text = told.document.text
    low, high = max(0, span.start - _NEAR), span.end + _NEAR
    before = [match.group().casefold() for match in _WORD.finditer(text, low, span.start)]
    after = [match.group().casefold() for match in _WORD.finditer(text, span.end, high)]
    return [word for word in before[::-1] if word != _SIC], [word for word in after if word != _SIC]


def texts_called(one: Retold) -> tuple[str, str]:
    """What to call the two texts in a sentence: by their outlets or days where these differ."""
    names = [occasion.outlet(told.document, told.outlet) for told in (one.earlier, one.later)]
    if all(names) and names[0].casefold() != names[1].casefold():
        return names[0], names[1]
    days = [occasion.day(told) for told in (one.earlier, one.later)]
    if all(days) and days[0] != days[1]:
        return f"the text of {days[0]}", f"the text of {days[1]}"
    return "one text", "another"


def capital(words: str) -> str:
    """Words as a sentence begins with them."""
    return words[:1].upper() + words[1:]
