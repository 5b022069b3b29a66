"""A statement is shown in its place, with the reason for everything that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, NamedTuple

from markupsafe import Markup

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.model import Passage, Span
from onrecord.show import rules
from onrecord.show.contract import Answer, Asked, Page, Raw
from onrecord.show.markup import Mark, marked
from onrecord.show.printing import day
from onrecord.show.retold import Retold, retold

AROUND = 600  # code points of the passages before and after that are shown
LONGEST = 6000  # code points of a passage beyond which only what is around the words is shown
FAMILIES = 5  # whose words are compared; the rest is named


class Part(NamedTuple):
    """A stretch of the document around the statement.

    Attributes:
        html: its text with marks.
        here: whether words, cue or speaker stand in it; the others are what stands before and after.
        kind: as `Passage.kind`.
        cut_before, cut_after: whether more of the passage is left out there.
        gap: whether passages between it and the part before are left out.
        number: `Passage.number`.
    """

    html: Markup
    here: bool
    kind: str
    cut_before: bool
    cut_after: bool
    gap: bool
    number: int


class Person(NamedTuple):
    """Whom a mention denotes, with the reason: one of speaker, member, addressee or relay.

    Attributes:
        role: "Speaker", "Member", "To", "Through".
        printed: the mention as printed, or "" where a person named somebody who is not mentioned.
        name: what it denotes, or None where nobody is named.
        who: the link, or None where it is known in this document alone or not at all.
        kind: person, body or group, or None.
    """

    role: str
    printed: str
    name: str | None
    who: api.Who | None
    kind: str | None


def statement(asked: Asked) -> Answer | Raw:
    """A statement with its passage, its people, its time, its chain and its family.

    Raises:
        UsageError: there is no statement of this id, or no format of the name that is asked for.
    """
    store, id = asked.store, asked.path["id"]
    told = store.told_of(id)
    if told is None:
        raise UsageError("there is no statement of this id", id, "take one from the list of statements")
    wanted = asked.get("as")
    if wanted is not None:
        return _cited(asked, told, wanted)
    passages = store.passages(told.document.id)
    heads = store.families_of(id)
    among = api.findings(store, api.FindingFilter(document=told.document.id, reviewed="all"))
    findings = [row for row in among if id in row.finding.statements]
    repeated = [retold(store, head, id) for head in heads[:FAMILIES]]
    decisions = api.statement_reviews(store, id)
    said = told.statement.said
    view = {
        "told": told,
        "document": told.document,
        "parts": list(parts(told, passages)),
        "persons": persons(told),
        "shown_at": _holding(passages, said.span) if said and said.span else None,
        "rule": rules.rule(told.statement.rule),
        "promise": rules.promise(told.statement.rule, told.statement.score),
        "repeated": repeated,
        "heads": heads,
        "findings": findings,
        "decisions": decisions,
        "citation": citation(told),
        "address": asked.address,
        "section": "/",
    }
    data = {
        **export.line(told),
        "families": [_family(one) for one in repeated] + [head._asdict() for head in heads[FAMILIES:]],
        "findings": [export.finding_line(row) for row in findings],
        "decisions": [{part.name: getattr(one, part.name) for part in fields(one)} for one in decisions],
        "citation": citation(told),
    }
    return Answer("statement.html", _title(told), data, view)


def parts(told: api.Told, passages: tuple[Passage, ...]) -> Iterator[Part]:
    """The passages of a statement with one before and one after, in order, long ones cut."""
    text, spans = told.document.text, _spans(told)
    content = told.statement.content
    here = [n for n, one in enumerate(passages) if any(_meet(one.span, span) for span in spans)]
    if not here:
        whole = Span(max(content[0].start - AROUND, 0), min(content[-1].end + AROUND, len(text)))
        yield Part(
            marked(text, whole, _marks(told)),
            True,
            "loose",
            whole.start > 0,
            whole.end < len(text),
            False,
            -1,
        )
        return
    shown = [
        *([here[0] - 1] if here[0] else []),
        *here,
        *([here[-1] + 1] if here[-1] + 1 < len(passages) else []),
    ]
    before = None
    for number in shown:
        passage, own = passages[number], number in here
        span = _cut(passage.span, content if own else (), number < here[0])
        gap = before is not None and number > before + 1
        yield Part(
            marked(text, span, _marks(told)),
            own,
            passage.kind,
            span.start > passage.span.start,
            span.end < passage.span.end,
            gap,
            passage.number,
        )
        before = number


def persons(told: api.Told) -> list[Person]:
    """Everybody who is mentioned as speaker, member, addressee or relay, in that order."""
    text, one = told.document.text, told.statement
    asked: list[tuple[str, Span]] = []
    if one.speaker:
        asked.append(("Speaker", one.speaker.span))
        asked += [("Member", span) for span in one.speaker.members]
    asked += [("To", one.addressee)] if one.addressee else []
    asked += [("Through", span) for span in one.via]
    found = []
    for role, span in asked:
        who = told.people.get(span)
        own = one.speaker if role == "Speaker" else None
        name = who.name if who else own.name if own else None
        kind = (who.kind if who else None) or (own.kind if own else None)
        found.append(Person(role, " ".join(span.of(text).split()), name, who, kind))
    return found


def citation(told: api.Told) -> str:
    """How to cite the statement: words, who, through whom, where and when published, where it is found."""
    document = told.document
    words = " ".join(export.words(document, told.statement).split())
    names = [link["name"] for link in export.chain(told)]
    speaker = names[0] if told.statement.speaker else "no speaker shown"
    through = [link["name"] for link in export.chain(told) if link["role"] == "relay"]
    published = document.published or (told.inferred.when if told.inferred else None)
    about = "about " if document.published is None and published else ""
    place = [
        f"“{words.strip(_MARKS).rstrip(_ENDS)}”",
        speaker + (f" through {', '.join(through)}" if through else ""),
        f"In: {document.title or document.path}",
        document.outlet,
        f"{about}{day(published.edtf)}" if published else "undated",
        document.url,
        f"fetched {day(document.fetched.edtf)}" if document.fetched else None,
    ]
    spans = ", ".join(f"{start}–{end}" for start, end in told.statement.content)
    return f"{'. '.join(filter(None, place))}. Characters {spans}; onrecord statement {told.statement.id}."


def _cited(asked: Asked, told: api.Told, name: str) -> Raw:
    known = {format.name: format for format in export.formats("statements")}
    if name not in known:
        raise UsageError(f"the format {name!r} is not known", "as", f"give one of {', '.join(known)}")
    format, id = known[name], told.statement.id

    def pieces(store: api.Record) -> Iterator[bytes]:
        again = store.told_of(id)
        view = export.View(store, "statements", api.Filter(document=told.document.id))
        yield from format.pieces(view, iter([again] if again else []))

    return Raw(format.media, pieces, f"statement-{id}.{format.suffix}")


def _title(told: api.Told) -> str:
    speaker = told.statement.speaker
    name = next((one.name or one.printed for one in persons(told)), None) if speaker else None
    return f"Statement of {name}" if name else "Statement without a speaker"


def _spans(told: api.Told) -> list[Span]:
    one = told.statement
    spans = [*one.content, *one.via]
    spans += [one.cue] if one.cue else []
    spans += [one.addressee] if one.addressee else []
    spans += [one.speaker.span] if one.speaker else []
    return spans


def _marks(told: api.Told) -> list[Mark]:
    one = told.statement
    marks = [Mark(span, "content", one.id) for span in one.content]
    marks += [Mark(one.cue, "cue", "", "announces the words")] if one.cue else []
    if one.speaker:
        marks.append(Mark(one.speaker.span, "speaker", "", "speaks"))
        marks += [Mark(span, "speaker", "", "speaks with others") for span in one.speaker.members]
    marks += [Mark(span, "via", "", "passed the words on") for span in one.via]
    marks += [Mark(one.addressee, "addressee", "", "to whom")] if one.addressee else []
    if one.said and one.said.span:
        marks.append(Mark(one.said.span, "time", "", f"{day(one.said.when.edtf)}: {one.said.basis}"))
    return marks


def _cut(whole: Span, content: tuple[Span, ...], before: bool) -> Span:
    """What is shown of a passage: all, or of a long one what is around the words."""
    start, end = whole
    if not content:
        if end - start <= AROUND:
            return whole
        return Span(end - AROUND, end) if before else Span(start, start + AROUND)
    if end - start <= LONGEST:
        return whole
    inside = [span for span in content if _meet(span, whole)] or [Span(start, start)]
    first, last = inside[0].start - AROUND, min(inside[-1].end, inside[0].start + LONGEST) + AROUND
    return Span(max(first, start), min(last, end))


def _holding(passages: tuple[Passage, ...], span: Span) -> int | None:
    return next((one.number for one in passages if _meet(one.span, span)), None)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _family(one: Retold) -> dict[str, Any]:
    return {**one.head._asdict(), "kinds": one.kinds, "here": one.here}


_MARKS = "“”„‟«»\"'‘’"
_ENDS = " .,;:"

PAGES = (Page("/statement/{id}", statement),)
