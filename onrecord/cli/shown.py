"""What `show` prints: a statement in its place, its words, speaker and cue marked with or without colours."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import pairwise

from onrecord.api import FamilyHead, ShownDocument, ShownStatement, Told, Who
from onrecord.cli.tables import short, title
from onrecord.cli.terminal import clean, colours, cut, flat, out, styled, width
from onrecord.export import chain, words
from onrecord.model import Document, Passage, Said, Span, When

OUTLINE = 40  # passages listed before the rest is counted
FAMILIES = 3  # families of one statement, likewise
BRACKETS = {"words": "⟦⟧", "speaker": "‹›", "cue": "{}"}
MARGIN = 11


def statement(shown: ShownStatement) -> None:
    """Print a statement, what is known of it, and the passage it stands in."""
    document, found = shown.document, shown.statement
    text, who = document.text, found.speaker
    out(f"{styled('statement ' + found.id, 'head')}  {found.mode}, {found.act}")
    _people(shown.told)
    field("cue", found.cue.of(text) if found.cue else "none", "cue")
    if found.via:
        field("through", ", ".join(span.of(text) for span in found.via))
    field("chain", _chain(shown.told))
    if found.said:
        field("said", f"{found.said.when.edtf} ({found.said.basis})")
    field("rule", f"{found.rule}, score {found.score:.2f}")
    _review(shown.told)
    field("document", f"{title(document)} [{document.id}]")
    field("outlet", document.outlet or "unknown")
    field("published", _published(document, shown.told.inferred))
    field("language", document.language or "unknown")
    field("path", document.path)
    if document.url and document.url != document.path:
        field("url", document.url)
    field("place", "code points " + ", ".join(f"{s.start}-{s.end}" for s in found.content))
    for family in shown.families[:FAMILIES]:
        field("family", _family(family))
    if len(shown.families) > FAMILIES:
        field("", f"and {len(shown.families) - FAMILIES} more (onrecord traces --document {document.id})")
    out("")
    marks = [(span, "words") for span in found.content]
    marks += [(found.cue, "cue")] if found.cue else []
    marks += [(who.span, "speaker")] if who else []
    before = None
    for passage in shown.passages:
        if before is not None and passage.number > before + 1:
            out("  …")
            out("")
        place(text, passage, marks)
        before = passage.number
    out(styled(legend(), "dim"))


def _review(told: Told) -> None:
    """What a person decided of a statement, and how it was found where that was corrected."""
    review, found = told.review, told.found
    if review is None:
        return
    note = f": {review.note}" if review.note else ""
    field("reviewed", f"{review.verdict} by {review.author}, {review.made} (s{review.number}){note}")
    if found and found.content != told.statement.content:
        field("found as", words(told.document, found))
    if found and found.speaker != told.statement.speaker:
        said = found.speaker.span.of(told.document.text) if found.speaker else "nobody"
        field("found by", said)


def _family(head: FamilyHead) -> str:
    """A family of a statement's words: how far they travelled."""
    formula = "a formula; " if head.kind == "formula" else ""
    reports = f"{head.reports:,} report{'' if head.reports == 1 else 's'}"
    return f"{formula}{reports} in {head.documents:,} documents (onrecord show {short(head.id)})"


def _people(told: Told) -> None:
    """Who speaks and to whom, each with the entity, and what that rests on."""
    text, found = told.document.text, told.statement
    who = found.speaker
    if who is None:
        field("speaker", "none named")
    else:
        linked = told.people.get(who.span)
        name = linked.name if linked else who.name
        known = [part for part in (name if name != who.span.of(text) else None, who.kind) if part]
        printed = who.span.of(text) or "named"
        field("speaker", printed + (f" ({', '.join(known)})" if known else ""), "speaker")
        if linked:
            field("", _linked(linked))
        if who.members:
            field("members", "; ".join(_called(told, span) for span in who.members))
    if found.addressee:
        field("to", _called(told, found.addressee))
        if found.addressee in told.people:
            field("", _linked(told.people[found.addressee]))


def _called(told: Told, span: Span) -> str:
    """A mention as printed, with the name of whom it denotes."""
    printed, who = span.of(told.document.text), told.people.get(span)
    return f"{printed} ({who.name})" if who and who.name != printed else printed


def _linked(who: Who) -> str:
    """The entity that a mention was linked to, and whether that is a guess or was decided."""
    sure = f"guessed, score {who.score:.2f}" if who.by == "onrecord" else f"decided by {who.by}"
    return f"[{short(who.entity or '')}] {sure}{': ' if who.evidence else ''}{who.evidence}"


def _chain(told: Told) -> str:
    """Who passed the words on, and whether the first text that did is on record."""
    links = chain(told)
    names = " → ".join(link["name"] for link in links) or "unknown"
    relay = next((link["name"] for link in links if link["role"] == "relay"), None)
    if relay is None or told.held is None:
        return names
    return f"{names}; {'a' if told.held else 'no'} text of {relay} is in this record"


def document(shown: ShownDocument) -> None:
    """Print what is known of a document, its versions, its statements by mode and its outline."""
    it = shown.document
    inferred = next((v.inferred for v in shown.versions if v.document.id == it.id), None)
    out(styled("document " + flat(it.id), "head"))
    for name, value in (
        ("title", it.title),
        ("outlet", it.outlet),
        ("authors", "; ".join(it.authors)),
        ("published", _published(it, inferred)),
        ("updated", _date(it.updated)),
        ("fetched", _date(it.fetched)),
        ("url", it.url),
        ("path", it.path),
        ("kind", it.kind),
        ("language", it.language),
    ):
        field(name, value or "unknown")
    field("length", f"{len(it.text):,} characters, {len(it.text.split()):,} words")
    field("dates", f"{len(shown.times):,} named (onrecord dates --document {flat(it.id)})")
    counts = ", ".join(f"{count} {mode}" for mode, count in shown.modes.items())
    field("statements", f"{sum(shown.modes.values()):,}" + (f" ({counts})" if counts else ""))
    if len(shown.versions) > 1:
        out("")
        out(f"{len(shown.versions)} versions of this source, oldest first:")
        for version in shown.versions:
            other = version.document
            here = "  (this one)" if other.id == it.id else ""
            out(f"  {version.version}  {flat(other.id)}  {flat(title(other))}{here}")
    out("")
    for passage in shown.passages[:OUTLINE]:
        head = f"{passage.span.start:>8}  {passage.kind:<15}  "
        label = f"{passage.label.of(it.text)}: " if passage.label else ""
        body = flat(label + it.text[passage.span.start : passage.span.end][:400])
        out(styled(head, "dim") + cut(body, max(10, width() - len(head))))
    if len(shown.passages) > OUTLINE:
        out(f"… and {len(shown.passages) - OUTLINE:,} more passages")


def _published(document: Document, inferred: Said | None) -> str:
    if document.published or inferred is None:
        return _date(document.published) or "unknown"
    return f"{inferred.when.edtf}, inferred: {inferred.basis.removeprefix('inferred: ')}"


def _date(when: When | None) -> str | None:
    return when.edtf if when else None


def field(name: str, value: str, style: str = "") -> None:
    lines = textwrap.wrap(flat(value), max(20, width() - MARGIN - 2), break_on_hyphens=False) or [""]
    for i, line in enumerate(lines):
        head = f"  {name:<{MARGIN}}" if not i else " " * (MARGIN + 2)
        out(styled(head, "dim") + (styled(line, style) if style else line))


def legend(names: Iterable[str] = tuple(BRACKETS)) -> str:
    """What the marks mean."""
    if colours():
        return " · ".join(styled(name, name) for name in names)
    return " · ".join(f"{BRACKETS[name][0]}{name}{BRACKETS[name][1]}" for name in names)


def place(text: str, passage: Passage, marks: Iterable[tuple[Span, str]]) -> None:
    """Print one passage, wrapped, with those of the marks that lie in it."""
    start, end = passage.span
    edges = {start, end}
    inside = [(max(s.start, start), min(s.end, end), style) for s, style in marks]
    inside = [(a, b, style) for a, b, style in inside if a < b]
    for a, b, _ in inside:
        edges |= {a, b}
    pieces = []
    points = sorted(edges)
    for a, b in pairwise(points):
        # A speaker's or cue's mark shows inside the words that hold it.
        styles = [style for x, y, style in inside if x <= a and b <= y]
        piece = clean(text[a:b])
        pieces.append(_marked(piece, styles[-1], inside, a, b) if styles else piece)
    for line in "".join(pieces).split("\n"):
        for part in wrapped(line):
            out("  " + part)
    out("")


def _marked(piece: str, style: str, inside: list[tuple[int, int, str]], a: int, b: int) -> str:
    if colours():
        return "\n".join(" ".join(styled(w, style) for w in line.split(" ")) for line in piece.split("\n"))
    opening = "".join(BRACKETS[s][0] for x, _, s in inside if x == a)
    closing = "".join(BRACKETS[s][1] for _, y, s in reversed(inside) if y == b)
    return opening + piece + closing


def wrapped(line: str, indent: int = 2) -> list[str]:
    """The line in pieces that fit the window, indented; escape sequences take no room in it."""
    room = width() - indent
    lines, used = [""], 0
    for word in line.split(" "):
        size = len(_bare(word))
        if used and used + 1 + size > room:
            lines.append("")
            used = 0
        lines[-1] += (" " if used else "") + word
        used += size + (1 if used else 0)
    return lines


def _bare(text: str) -> str:
    while (at := text.find("\x1b[")) >= 0:
        text = text[:at] + text[text.index("m", at) + 1 :]
    return text
