"""What `show` and `verify` print of words that travel: each place with what was changed, earliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord import export
from onrecord.api import (
    FamilyHop,
    FamilyRow,
    ShownFamily,
    ShownHop,
    ShownMember,
    Stand,
    Told,
    Verified,
)
from onrecord.cli import changes
from onrecord.cli.shown import BRACKETS, field, wrapped
from onrecord.cli.tables import GAP, SHORT_ID, Column, date, short, speaker, title
from onrecord.cli.terminal import cell_width, clean, colours, cut, flat, out, styled, width
from onrecord.model import Document, Span

INDENT = 4
WORD_FOR_WORD = "word for word"
CONTEXT = 90  # code points shown before and after words that were looked for


def family(shown: ShownFamily) -> None:
    """Print a family: how far its words went, then each report with what it changed."""
    row = shown.row
    out(f"{styled('family ' + row.family.id, 'head')}  {row.family.kind}")
    documents = f"{len(row.documents):,} documents" if len(row.documents) > 1 else "1 document"
    outlets = f", {len(row.outlets):,} outlet{'' if len(row.outlets) == 1 else 's'}" if row.outlets else ""
    field("reports", f"{row.reports:,} in {documents}{outlets}")
    field("dates", "unknown" if row.first is None else _period(row.first, row.last))
    unlike = kinds(row) if row.kinds else "none but copies of the whole text"
    field("hops", unlike + (" in what is shown" if shown.more else ""))
    out("")
    names = {member.number: n for n, member in enumerate(shown.members, 1)}
    for before, member in zip((None, *shown.members), shown.members, strict=False):
        _member(member, names, before)
    if shown.more:
        out(f"… and {shown.more:,} more; --limit N shows N of them.")
    if any(one.hop.edits for member in shown.members for one in member.hops):
        out(changes.legend())


def kinds(row: FamilyRow) -> str:
    """The kinds of a family's hops, counted, and how many were not looked at."""
    told = [f"{count:,} {kind}" for kind, count in (row.kinds or {}).items()]
    more = (row.hops or 0) - sum((row.kinds or {}).values())
    return ", ".join([*told, f"{more:,} more"] if more else told)


def edits(found: FamilyHop) -> str:
    """What one hop changed, in words."""
    return changes.summed(found.hop.edits, found.earlier.text, found.later.text) or "nothing"


def _member(shown: ShownMember, names: dict[int, int], before: ShownMember | None) -> None:
    document, span = shown.document, shown.member.span
    if before is not None and before.document.id == document.id:
        _head(str(names[shown.number]), "in the same text")
    else:
        _head(str(names[shown.number]), date(document, shown.inferred), document)
    marked, others = export.parted(shown.hops)
    compared = [(one.earlier.text, [*one.hop.edits, *export.left_out(one, shown.member)]) for one in marked]
    for one, (text, found) in zip(marked, compared, strict=True):
        told = changes.summed(found, text, document.text) or WORD_FOR_WORD
        order = export.BASIS[one.hop.order]
        _lines(f"{export.does(one, span)} {names.get(one.source, 'an earlier one')}, {order}: {told}", "dim")
    also = [f"{export.does(one, span)} {names[one.source]}" for one in others if one.source in names]
    if also:
        _lines(f"also {', '.join(dict.fromkeys(also))}", "dim")
    who = _who(shown.told)
    if who:
        _lines(who, "speaker")
    if not any(_same(one, document, span) and one.source in names for one in marked):
        _lines(changes.marked(document.text, span, compared, later=True))
    if shown.copies:
        copies = "1 copy" if shown.copies == 1 else f"{shown.copies:,} copies"
        _lines(f"+ {copies} of the whole text (--unfold shows each)", "dim")
    out("")


def _same(one: ShownHop, document: Document, span: Span) -> bool:
    """Whether a place has just the words of the earlier one, so that they need not be printed again."""
    return not one.hop.edits and flat(one.span.of(one.earlier.text)) == flat(span.of(document.text))


def verified(found: Verified) -> None:
    """Print an answer: the sentence that can be quoted, then the places."""
    for line in wrapped(flat(found.sentence), 0):
        out(styled(line, "words"))
    for number, stand in enumerate(found.places):
        out("")
        marks = [
            name
            for name, place in (
                ("earliest", found.earliest),
                ("fullest", found.fullest),
                ("nearest", found.nearest),
            )
            if place == number
        ]
        _stand(str(number + 1), stand, found.words, marks if len(found.places) > 1 else [])
    if any(stand.edits for stand in found.places):
        out("")
        out(changes.legend("as it stands", "as given"))


def _stand(name: str, stand: Stand, words: str, marks: Sequence[str]) -> None:
    document, span = stand.document, stand.span
    _head(name, (stand.day or "—")[:10], document, ", ".join(marks))
    told = changes.summed(stand.edits, document.text, words)
    if told:
        _lines(f"given otherwise: {told}", "dim")
    who = _who(stand.told)
    if who:
        _lines(who, "speaker")
    before, after = _around(document.text, span)
    shown = changes.marked(document.text, span, [(words, stand.edits)], later=False)
    marks = "" if colours() else BRACKETS["words"]
    _lines(f"{_dim(before)}{marks[:1]}{shown}{marks[1:]}{_dim(after)}")
    ids = (
        [f"statement {short(stand.told.statement.id)}"] if stand.told else [f"document {short(document.id)}"]
    )
    ids += [f"family {short(stand.family)}"] if stand.family else []
    _lines(f"onrecord show: {', '.join(ids)}", "dim")


def _head(number: str, day: str, document: Document | None = None, mark: str = "") -> None:
    """One line: number, day, outlet, title, the document's id."""
    name = f"{number:>{INDENT - 2}}  "
    if document is None:
        out(name + styled(day, "dim"))
        return
    told = " · ".join(flat(part) for part in (document.outlet, title(document)) if part)
    end = f" · {short(document.id)}" + (f"  ({mark})" if mark else "")
    room = max(10, width() - len(name) - len(day) - GAP - cell_width()(end))
    out(f"{name}{styled(day, 'head')}{' ' * GAP}{cut(told, room)}{styled(end, 'dim')}")


def _lines(words: str, style: str = "") -> None:
    """Words below the head, wrapped; they are already without control characters if they hold colours."""
    for line in wrapped(words, INDENT):
        out(" " * INDENT + (styled(line, style) if style else line))


def _who(told: Told | None) -> str:
    """Who said it and when, where that is another day than the document's."""
    if told is None or told.statement.speaker is None:
        return ""
    said = told.statement.said
    published = told.document.published
    when = (
        f", said {said.when.edtf}"
        if said and not (published and published.edtf[:10] == said.when.edtf)
        else ""
    )
    return flat(f"{speaker(told)}{when}:")


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after some words in their paragraph, cut between words."""
    before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n\n")
    after = text[span.end : span.end + CONTEXT].partition("\n\n")
    head, tail = before[2], after[0]
    if span.start > CONTEXT and not before[1]:
        head = "… " + head.partition(" ")[2]
    if span.end + CONTEXT < len(text) and not after[1]:
        tail = tail.rpartition(" ")[0] + " …"
    return _loose(head), _loose(tail)


def _dim(words: str) -> str:
    """Words in grey, one by one, so that a line may end between them."""
    return " ".join(styled(word, "dim") for word in words.split(" "))


def _loose(words: str) -> str:
    """Words on one line, with a space kept at their ends."""
    return clean(re.sub(r"\s+", " ", words))


def _period(first: str, last: str | None) -> str:
    return first if last in (None, first) else f"{first} to {last}"


def _day(document: Document) -> str:
    return date(document, None)


def _checked(found: Verified) -> str:
    """Where a quotation of a file stands first, in a few words."""
    if found.earliest is None:
        return "—"
    stand = found.places[found.earliest]
    who = speaker(stand.told) if stand.told else None
    return ", ".join(filter(None, (who, stand.document.outlet or title(stand.document), stand.day)))


def _nearest(found: Verified) -> str:
    """What was changed against the place that is most like the words."""
    if found.nearest is None:
        return "—"
    stand = found.places[found.nearest]
    return changes.summed(stand.edits, stand.document.text, found.words) or "nothing"


FAMILIES: tuple[Column[FamilyRow], ...] = (
    Column("id", lambda f: short(f.family.id), SHORT_ID, SHORT_ID, 0, "dim"),
    Column("reports", lambda f: f"{f.reports:,}", 7, 7, 0, right=True),
    Column("documents", lambda f: f"{len(f.documents):,}", 9, 9, 4, right=True),
    Column("hops", lambda f: kinds(f) or "—", 18, 28, 2),
    Column("first", lambda f: f.first or "—", 10, 10, 1),
    Column("last", lambda f: f.last or "—", 10, 10, 5),
    Column("outlets", lambda f: "; ".join(f.outlets) or "—", 12, 40, 3),
    Column("words", lambda f: f.sample, 24, 300, 0),
)
HOPS: tuple[Column[FamilyHop], ...] = (
    Column("family", lambda h: short(h.family), SHORT_ID, SHORT_ID, 3, "dim"),
    Column("kind", lambda h: h.hop.kind, 8, 8, 0),
    Column("score", lambda h: f"{h.hop.score:.2f}", 5, 5, 6, right=True),
    Column("order", lambda h: h.hop.order, 9, 9, 5),
    Column("earlier", lambda h: h.earlier.outlet or title(h.earlier), 10, 24, 1),
    Column("day", lambda h: _day(h.earlier), 10, 10, 4),
    Column("later", lambda h: h.later.outlet or title(h.later), 10, 24, 1),
    Column("day", lambda h: _day(h.later), 10, 10, 4),
    Column("changed", edits, 16, 60, 0),
    Column("words", lambda h: h.hop.later_span.of(h.later.text)[:300], 20, 200, 2),
)
VERIFIED: tuple[Column[Verified], ...] = (
    Column("answer", lambda v: v.answer, 9, 9, 0),
    Column("words", lambda v: v.words, 24, 90, 0, "words"),
    Column("first stood in", _checked, 18, 50, 0),
    Column("changed", _nearest, 14, 50, 1),
    Column("reports", lambda v: f"{v.reports:,}", 7, 7, 2, right=True),
)
