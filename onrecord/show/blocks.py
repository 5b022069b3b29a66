"""The blocks of a document, read one after the other, hold its whole text, each character once.

What was found in it stands beside the block in which its words begin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from onrecord import api
from onrecord.model import Document, Passage, Span, Time
from onrecord.show.markup import Mark, escaped, marked, shared
from onrecord.show.printing import day

T = TypeVar("T")
FAMILIES = 2  # of one block that the margin names; the rest is counted
SIZES = (85, 340, 850, 2000, 5000)  # characters up to which a block is as high as its class says
LINE = (40, 100)  # characters of lines that were broken by their length
WHOLE = ("turn", "joint")  # modes in which everything that stands there is said: it is not painted over


class Found(NamedTuple):
    """A document with what was found in it; `families` are places with the family whose words they have."""

    document: Document
    passages: tuple[Passage, ...]
    told: list[api.Told]
    times: tuple[Time, ...]
    families: list[tuple[Span, api.FamilyHead]]
    findings: list[api.FindingRow]


class Beside(NamedTuple):
    """A statement in the margin.

    Attributes:
        told: the statement.
        name: who speaks; the mention as printed where nobody is named, "" where nobody is shown.
        entity: the id of who speaks, or None.
        decided: whether a person decided who speaks.
    """

    told: api.Told
    name: str
    entity: str | None
    decided: bool


@dataclass
class Block:
    """A passage as the page shows it, with its margin.

    Attributes:
        id: the element's id, or "" for text that is in no passage.
        kind: as `Passage.kind`, or "loose".
        html: its text with marks, after the white space before it, which is hidden.
        voice: the printed label that goes on here, or "".
        wrapped: whether its source breaks lines by their length, as an old terminal does.
        size: how high it is, about: how many of SIZES its text is longer than.
        statements, findings: what begins in it.
        families: those that have words here, at most FAMILIES of them; `more` counts the others.
    """

    id: str
    kind: str
    html: Markup
    voice: str = ""
    wrapped: bool = False
    size: int = 0
    statements: list[Beside] = field(default_factory=list)
    findings: list[api.FindingRow] = field(default_factory=list)
    families: list[api.FamilyHead] = field(default_factory=list)
    more: int = 0


def blocks(found: Found) -> list[Block]:
    """The text of a document in blocks, in order, each with its margin."""
    text = found.document.text
    begin = _begun((told.statement.content[0].start, told) for told in found.told)
    made: list[Block] = []
    place = 0
    for passage, marks in zip(found.passages, shared(found.passages, _marks(found)), strict=True):
        here = list(_taken(begin, passage.span.end))
        gap, place = text[place : passage.span.start], passage.span.end
        if gap.strip():
            made.append(Block("", "loose", Markup(escaped(gap))))
            gap = ""
        anchors = [(start, f"s-{told.statement.id}") for start, told in here if start >= passage.span.start]
        html = _hidden(gap) + marked(text, passage.span, marks, anchors)
        wrapped = _wrapped(passage.span.of(text))
        size = bisect_left(SIZES, passage.span.end - passage.span.start)
        made.append(Block(f"p-{passage.number}", passage.kind, html, _voice(text, passage), wrapped, size))
        made[-1].statements = [_beside(told) for _, told in here]
    tail = text[place:]
    if tail.strip():
        made.append(Block("", "loose", Markup(escaped(tail))))
    elif made:
        made[-1].html += _hidden(tail)
    _shown(found, made)
    return made


def _marks(found: Found) -> list[Mark]:
    """Everything that can be seen in the text."""
    marks = [Mark(passage.label, "label") for passage in found.passages if passage.label]
    for told in found.told:
        one = told.statement
        kind = "turn" if one.mode in WHOLE else "content"
        marks += [Mark(span, kind, one.id) for span in one.content]
        marks += [Mark(one.cue, "cue", one.id)] if one.cue else []
        marks += [Mark(one.speaker.span, "speaker", one.id)] if one.speaker else []
        marks += [Mark(span, "via", one.id) for span in one.via]
        marks += [Mark(one.addressee, "addressee", one.id)] if one.addressee else []
    marks += [Mark(time.span, "time", "", f"{day(time.when.edtf)}: {time.basis}") for time in found.times]
    for row in found.findings:
        spans = [shown.span for shown in row.finding.passages if shown.document == found.document.id]
        marks += [Mark(span, "finding", "", row.finding.message) for span in spans]
    return list(dict.fromkeys(marks))


def _shown(found: Found, made: Sequence[Block]) -> None:
    """Put families and findings beside the blocks in which they have words."""
    families = _begun((span.start, head) for span, head in found.families)
    findings = _begun(
        (shown.span.start, row)
        for row in found.findings
        for shown in row.finding.passages
        if shown.document == found.document.id
    )
    of = {block.id: block for block in made}
    for passage in found.passages:
        block = of[f"p-{passage.number}"]
        heads = {head.id: head for _, head in _taken(families, passage.span.end)}
        several = [head for head in heads.values() if head.kind != "formula" and head.documents > 1]
        block.families, block.more = several[:FAMILIES], max(len(several) - FAMILIES, 0)
        block.findings = list({r.finding.id: r for _, r in _taken(findings, passage.span.end)}.values())


def _begun(found: Iterable[tuple[int, T]]) -> list[tuple[int, T]]:
    """Things with the code point at which they begin, the last first, to be taken from the end."""
    return sorted(found, key=lambda one: one[0], reverse=True)


def _taken(waiting: list[tuple[int, T]], end: int) -> Iterable[tuple[int, T]]:
    """Take what begins before a code point, in order."""
    while waiting and waiting[-1][0] < end:
        yield waiting.pop()


def _hidden(gap: str) -> Markup:
    """White space between blocks: unseen, but part of the page's text, so that this is the stored one."""
    return Markup(f'<span class="gap" hidden>{escaped(gap)}</span>') if gap else Markup("")


def _voice(text: str, passage: Passage) -> str:
    """The printed label of a turn that goes on in this passage; "" where it is printed here or not at all."""
    label = passage.label
    if label is None or label.end > passage.span.start:
        return ""
    return " ".join(label.of(text).split())


def _wrapped(text: str) -> bool:
    lines = text.splitlines()[:-1]
    return len(lines) > 1 and all(LINE[0] <= len(line) <= LINE[1] for line in lines)


def _beside(told: api.Told) -> Beside:
    speaker = told.statement.speaker
    if speaker is None:
        return Beside(told, "", None, False)
    who = told.people.get(speaker.span)
    if who is None:
        return Beside(
            told, speaker.name or " ".join(speaker.span.of(told.document.text).split()), None, False
        )
    return Beside(told, who.name, who.entity, who.by != "onrecord")
