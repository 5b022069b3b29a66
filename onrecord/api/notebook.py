"""What a notebook shows is plain HTML: every text is escaped, and no script, link or picture is in it.

Importing `onrecord.api` gives the things that it hands out a `_repr_html_`, which notebooks ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from onrecord.api.chains import outlet, stations
from onrecord.api.checks import ShownFinding
from onrecord.api.texts import ShownDocument, ShownStatement
from onrecord.api.traces import ShownFamily
from onrecord.model import Document, Passage, Said, Span, Statement
from onrecord.record import Exhibit, FamilyRow, FindingRow, Listed, SpeakerRow, Told
from onrecord.run import Stand, Verified

MOST = 12  # passages, members or places that are shown before the rest is counted
LONGEST = 1200  # code points of a text before it is cut
AROUND = 200  # code points shown on each side of what stands in a text without passages

# Colours that can be read on white as on black.
_MARKS = {
    "words": "background:rgba(240,190,40,.30)",
    "speaker": "background:rgba(70,140,220,.28)",
    "cue": "background:rgba(60,160,90,.25)",
}
_BOX = (
    "border-left:3px solid rgba(128,128,128,.5);padding:.3em .9em;margin:.4em 0;max-width:60em;"
    "text-align:left;line-height:1.45;overflow-wrap:anywhere"
)
_SOFT = "opacity:.72;font-size:90%"
Mark = tuple[Span, str]


def safe(text: str) -> str:
    """The text as HTML, whose direction of writing ends with it; what cannot be shown is U+FFFD."""
    shown = "".join(c if _shown(c) else "\N{REPLACEMENT CHARACTER}" for c in text)
    return f"<bdi>{escape(shown)}</bdi>"


def _shown(c: str) -> bool:
    number = ord(c)
    control = number < 32 and c not in "\t\n\r"
    bidi = 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069
    return not (control or bidi or 127 <= number < 160 or 0xD800 <= number <= 0xDFFF)


def _cut(text: str, most: int = LONGEST) -> str:
    line = " ".join(text.split())
    return safe(line if len(line) <= most else line[: most - 1] + "…")


def _box(*parts: str) -> str:
    return f'<div style="{_BOX}">{"".join(parts)}</div>'


def _head(*parts: str) -> str:
    return f"<div>{' · '.join(part for part in parts if part)}</div>"


def _soft(*parts: str) -> str:
    told = " · ".join(part for part in parts if part)
    return f'<div style="{_SOFT}">{told}</div>' if told else ""


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f'<th style="text-align:left">{escape(column)}</th>' for column in columns)
    cell = '<td style="text-align:left;vertical-align:top">'
    body = "".join(f"<tr>{''.join(f'{cell}{one}</td>' for one in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _more(count: int, what: str) -> str:
    return _soft(f"and {count:,} more {what}") if count > 0 else ""


def _marked(text: str, place: Span, marks: Iterable[Mark]) -> str:
    """A stretch of a text with those of the marks that lie in it; of several the last shows."""
    inside = [(max(s.start, place.start), min(s.end, place.end), kind) for s, kind in marks]
    inside = [mark for mark in inside if mark[0] < mark[1]]
    edges = sorted({*place, *(edge for a, b, _ in inside for edge in (a, b))})
    made = []
    for a, b in pairwise(edges):
        kinds = [kind for x, y, kind in inside if x <= a and b <= y]
        piece = safe(text[a:b])
        style = f"{_MARKS[kinds[-1]]};color:inherit" if kinds else ""
        made.append(f'<mark style="{style}" title="{kinds[-1]}">{piece}</mark>' if kinds else piece)
    return f'<p style="margin:.35em 0;white-space:pre-wrap">{"".join(made)}</p>'


def _marks(statement: Statement) -> list[Mark]:
    marks: list[Mark] = [(span, "words") for span in statement.content]
    marks += [(statement.cue, "cue")] if statement.cue else []
    return marks + ([(statement.speaker.span, "speaker")] if statement.speaker else [])


def _near(text: str, span: Span, marks: Iterable[Mark]) -> str:
    """What stands at a place, with a little around it, within its paragraph where blank lines show one."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before = text.rfind("\n\n", start, span.start)
    after = text.find("\n\n", span.end, end)
    start, end = start if before < 0 else before + 2, end if after < 0 else after
    return _marked(text, Span(start, end), marks)


def _source(document: Document, inferred: Said | None = None) -> list[str]:
    """Which document it is, in parts."""
    when = document.published.edtf if document.published else None
    if when is None and inferred is not None:
        when = f"{inferred.when.edtf} (inferred)"
    name = outlet(document)
    title = _cut(document.title or document.path, 120)
    return [safe(name) if name else "outlet unknown", safe(when) if when else "no date", title]


def _who(told: Told) -> str:
    speaker = told.statement.speaker
    if speaker is None:
        return "no speaker named"
    who = told.people.get(speaker.span)
    name = who.name if who else speaker.name or speaker.span.of(told.document.text)
    return f"<b>{safe(name)}</b>"


def _told(told: Told) -> str:
    text, statement = told.document.text, told.statement
    words = " … ".join(span.of(text) for span in statement.content)
    relays = [one.name for one in stations(told) if one.role == "relay"]
    through = f"through {safe(', '.join(relays))}" if relays else ""
    decided = f"{told.review.verdict} by {safe(told.review.author)}" if told.review else ""
    said = f"said {safe(statement.said.when.edtf)}" if statement.said else ""
    return (
        _head(_who(told), f"{statement.mode}, {statement.act}", through, said, decided)
        + f'<p style="margin:.35em 0">“{_cut(words)}”</p>'
        + _soft(*_source(told.document, told.inferred), f"<code>{escape(statement.id)}</code>")
    )


def _passages(text: str, passages: Sequence[Passage], marks: Sequence[Mark]) -> str:
    made = "".join(_marked(text, passage.span, marks) for passage in passages[:MOST])
    return made + _more(len(passages) - MOST, "passages")


def statement(told: Told) -> str:
    """A statement: who said it, its words, where it stands."""
    return _box(_told(told))


def shown_statement(shown: ShownStatement) -> str:
    """A statement in its passages, with its words, its cue and its speaker marked."""
    told = shown.told
    passages = _passages(shown.document.text, shown.passages, _marks(shown.statement))
    basis = shown.statement.said.basis if shown.statement.said else ""
    known = f"said {safe(shown.statement.said.when.edtf)} ({safe(basis)})" if shown.statement.said else ""
    source = _source(shown.document, told.inferred)
    head = _head(_who(told), f"{shown.statement.mode}, {shown.statement.act}", known)
    reports = [f"in {family.reports:,} reports" for family in shown.families[:1] if family.reports > 1]
    return _box(head, passages, _soft(*source, *reports, f"<code>{escape(shown.statement.id)}</code>"))


def shown_document(shown: ShownDocument) -> str:
    """A document: what is known of it, its statements by mode, and how it begins."""
    it = shown.document
    modes = ", ".join(f"{count:,} {mode}" for mode, count in shown.modes.items())
    count = f"{sum(shown.modes.values()):,} statements{f' ({modes})' if modes else ''}"
    versions = f"{len(shown.versions)} versions" if len(shown.versions) > 1 else ""
    body = [p for p in shown.passages if p.kind != "furniture"]
    text = "".join(_marked(it.text, p.span, ()) for p in body[:3])
    head = _head(f"<b>{_cut(it.title or it.path, 200)}</b>")
    about = _soft(*_source(it)[:2], count, versions, f"<code>{escape(it.id)}</code>")
    return _box(head, about, text, _more(len(body) - 3, "passages"))


def document(it: Document) -> str:
    """A document: what is known of it, and how it begins."""
    head = _head(f"<b>{_cut(it.title or it.path, 200)}</b>")
    text = f"<p>{_cut(it.text, 500)}</p>" if it.text else ""
    return _box(head, _soft(*_source(it)[:2], f"<code>{escape(it.id)}</code>"), text)


def listed(row: Listed) -> str:
    """A document of a list."""
    head = _head(f"<b>{_cut(row.document.title or row.document.path, 200)}</b>")
    size = f"{row.statements:,} statements", f"{row.words:,} words"
    source = _source(row.document, row.inferred)[:2]
    return _box(head, _soft(*source, *size, f"<code>{escape(row.document.id)}</code>"))


def speaker(row: SpeakerRow) -> str:
    """Somebody who speaks: names, offices, and how much."""
    entity = row.entity
    others = [name for name in entity.aliases if name != entity.name][:8]
    roles = [
        f"{safe(role.text)} ({escape(role.first_day or '?')} – {escape(role.last_day or '?')})"
        for role in row.roles[:6]
    ]
    size = f"{row.statements:,} statements in {row.documents:,} documents"
    period = f"{escape(row.first)} – {escape(row.last)}" if row.first and row.last else ""
    return _box(
        _head(f"<b>{safe(entity.name)}</b>", escape(entity.kind)),
        _soft("also " + ", ".join(map(safe, others))) if others else "",
        _soft(*roles),
        _soft(size, period, f"<code>{escape(entity.id)}</code>"),
    )


def _heading(row: FamilyRow) -> str:
    size = f"{row.reports:,} reports in {len(row.documents):,} documents"
    period = f"{escape(row.first or '?')} – {escape(row.last or '?')}" if row.first or row.last else ""
    outlets = ", ".join(safe(name) for name in row.outlets[:6])
    return f'<p style="margin:.35em 0">“{_cut(row.sample, 400)}”</p>' + _soft(
        size, period, outlets, f"<code>{escape(row.family.id)}</code>"
    )


def family(row: FamilyRow) -> str:
    """The places where the same words stand, in short."""
    return _box(_heading(row))


def shown_family(shown: ShownFamily) -> str:
    """The places where the same words stand, each with how it repeats an earlier one."""
    rows = []
    for one in shown.members[:MOST]:
        name, when, _ = _source(one.document, one.inferred)
        kind = one.hops[0].hop.kind if one.hops else "first of its line"
        copies = f"{one.copies:,}" if one.copies else ""
        rows.append((when, name, escape(kind), _cut(one.member.span.of(one.document.text), 200), copies))
    table = _table(("published", "outlet", "", "words", "copies"), rows)
    return _box(_heading(shown.row), table, _more(len(shown.members) - MOST + shown.more, "places"))


def _exhibit(exhibit: Exhibit, passages: Sequence[Passage]) -> str:
    text, span = exhibit.document.text, exhibit.shown.span
    marks: list[Mark] = [(span, "words")]
    place = _passages(text, passages, marks) if passages else _near(text, span, marks)
    who = _who(exhibit.told) if exhibit.told else ""
    return place + _soft(who, *_source(exhibit.document, exhibit.inferred))


def _found(row: FindingRow, exhibits: Iterable[str]) -> str:
    finding = row.finding
    decided = f"{row.review.verdict} by {safe(row.review.author)}" if row.review else "not decided"
    about = f"check {escape(finding.check)}", f"score {finding.score:.2f}", decided
    return _box(
        _head(f"<b>{_cut(finding.message)}</b>"),
        _soft(_cut(finding.explanation)) if finding.explanation else "",
        *exhibits,
        _soft(*about, f"<code>{escape(finding.id)}</code>"),
    )


def finding(row: FindingRow) -> str:
    """What does not fit, with its passages."""
    return _found(row, (_exhibit(one, ()) for one in row.exhibits[:MOST]))


def shown_finding(shown: ShownFinding) -> str:
    """What does not fit, with the passages that hold its words."""
    pairs = zip(shown.row.exhibits[:MOST], shown.passages, strict=False)
    return _found(shown.row, (_exhibit(*pair) for pair in pairs))


def _stand(stand: Stand) -> str:
    who = _who(stand.told) if stand.told else "nobody shown"
    day = f"on {escape(stand.day)}" if stand.day else ""
    head = _soft(who, day, f"{stand.score:.0%} of the words", *_source(stand.document))
    return head + _near(stand.document.text, stand.span, [(stand.span, "words")])


def verified(answer: Verified) -> str:
    """Where given words stand."""
    places = [_stand(stand) for stand in answer.places[:MOST]]
    head = _head(f"<b>{escape(answer.answer)}</b>", _cut(answer.sentence))
    left = _more(answer.documents - min(len(answer.places), MOST), "documents") if places else ""
    return _box(head, f"<p>“{_cut(answer.words)}”</p>", *places, left)


SHOWN: dict[type[Any], Callable[[Any], str]] = {
    Told: statement,
    ShownStatement: shown_statement,
    ShownDocument: shown_document,
    Document: document,
    Listed: listed,
    SpeakerRow: speaker,
    FamilyRow: family,
    ShownFamily: shown_family,
    FindingRow: finding,
    ShownFinding: shown_finding,
    Verified: verified,
}


def dress() -> None:
    """Give each type of SHOWN its `_repr_html_`.

    Most of them are made in rooms that know nothing of how things are shown, some as tuples, which can have
    no base; so what a notebook asks of them is said here, once, by the room that hands them out.
    """
    for each, shown in SHOWN.items():
        each._repr_html_ = shown
