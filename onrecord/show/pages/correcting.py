"""A correction is read from what a person chose in the passage: offsets are code points of the document.

Without scripts the words are typed as they stand in the passage, and looked up in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from onrecord import api
from onrecord.errors import UsageError
from onrecord.model import Correction, FigureKind, Span
from onrecord.show.contract import Asked
from onrecord.show.markup import Mark

AROUND = 1500  # code points that are shown before and after what a statement consists of, at most
PIECES = 12  # of words, at most
SPEAKERS: Mapping[str, FigureKind] = {"person": "person", "body": "body", "group": "group"}


def editor(store: api.Record, shown: api.ShownStatement) -> dict[str, Any]:
    """What the form for a correction needs: the stretch of text, its marks, the words and the speaker."""
    told = shown.told
    within = window(told, shown)
    statement = told.statement
    speaker = mention(told)
    marks = [Mark(span, "content") for span in statement.content]
    marks += [Mark(speaker, "speaker", "", "who speaks")] if speaker else []
    who = told.people.get(statement.speaker.span) if statement.speaker else None
    name = who.name if who else statement.speaker.name if statement.speaker else None
    return {
        "told": told,
        "within": within,
        "marks": marks,
        "pieces": statement.content,
        "speaker": speaker,
        "name": name,
        "entity": who.entity if who else None,
        "nobody": statement.speaker is None,
    }


def window(told: api.Told, shown: api.ShownStatement) -> Span:
    """The stretch of text in which words and speaker are chosen: their passages, cut where they are long."""
    first, last = told.statement.content[0].start, told.statement.content[-1].end
    start = min([first, *(passage.span.start for passage in shown.passages)])
    end = max([last, *(passage.span.end for passage in shown.passages)])
    speaker = mention(told)
    least = min(first, speaker.start) if speaker else first
    return Span(max(start, least - AROUND), min(end, last + AROUND))


def mention(told: api.Told) -> Span | None:
    """Where the speaker is mentioned; None where nobody is, or where only a decision names one."""
    speaker = told.statement.speaker
    return speaker.span if speaker and speaker.span.start < speaker.span.end else None


def correction(asked: Asked, told: api.Told, within: Span) -> Correction:
    """What the form says that differs from what is shown.

    Raises:
        UsageError: an offset is no number, or words do not stand in the passage.
    """
    content = _content(asked, told, within)
    spoken = _mention(asked, told, within)
    nobody = bool(asked.sent("nobody"))
    entity, name = asked.sent("entity").strip() or None, " ".join(asked.sent("name").split()) or None
    statement = told.statement
    who = told.people.get(statement.speaker.span) if statement.speaker else None
    shown = who.name if who else statement.speaker.name if statement.speaker else None
    if entity == (who.entity if who else None):
        entity = None
    if name == shown or entity:
        name = None
    called = asked.sent("kind_of_speaker") or "person"
    if called not in SPEAKERS:
        raise UsageError(f"{called!r} is no kind of speaker", "kind", "choose person, body or group")
    return Correction(
        content=None if content == statement.content else content,
        speaker=None if spoken == mention(told) or nobody else spoken,
        entity=None if nobody else entity,
        name=None if nobody else name,
        kind=SPEAKERS[called],
        nobody=nobody and statement.speaker is not None,
    )


def _content(asked: Asked, told: api.Told, within: Span) -> tuple[Span, ...]:
    typed = asked.sent("typed").strip()
    if typed:
        pieces = [piece for piece in re.split(r"\r?\n\s*\r?\n", typed) if piece.strip()]
        if len(pieces) > PIECES:
            raise UsageError(f"{len(pieces)} pieces are too many", "words", f"give {PIECES} at most")
        return _found(told.document.text, pieces, within)
    starts, ends = asked.all_sent("start"), asked.all_sent("end")
    spans = [_span(start, end, "words") for start, end in zip_longest(starts, ends, fillvalue="")]
    given = sorted(span for span in spans if span is not None)
    return tuple(given) or told.statement.content


def _mention(asked: Asked, told: api.Told, within: Span) -> Span | None:
    typed = asked.sent("typed_speaker").strip()
    if typed:
        return _found(told.document.text, [typed], within)[0]
    return _span(asked.sent("speaker_start"), asked.sent("speaker_end"), "speaker")


def _span(start: str, end: str, what: str) -> Span | None:
    start, end = start.strip(), end.strip()
    if not start and not end:
        return None
    if not all(text.isascii() and text.isdigit() and len(text) < 10 for text in (start, end)):
        raise UsageError(f"{start}–{end} is no place in the text", what, "give two numbers, or choose words")
    return Span(int(start), int(end))


def _found(text: str, pieces: list[str], within: Span) -> tuple[Span, ...]:
    """Where pieces stand in a stretch of text, one after the other, whatever white space is between words."""
    at, spans = within.start, list[Span]()
    for piece in pieces:
        wanted = r"\s+".join(map(re.escape, piece.split()))
        found = re.compile(wanted).search(text, at, within.end)
        if found is None:
            short = piece if len(piece) <= 60 else f"{piece[:57]}..."
            raise UsageError(
                "these words do not stand so in the passage", f"“{short}”", "copy them from it as they are"
            )
        spans.append(Span(*found.span()))
        at = found.end()
    return tuple(spans)
