"""Every document is one TEI text, whole, with the statements of the view marked in it and nobody made up."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from onrecord import api
from onrecord.api import Told
from onrecord.export.moments import Moment, moment, published
from onrecord.export.nesting import Mark, Token, Writer, attributes, tokens
from onrecord.export.plain import flat, web_address, xml
from onrecord.export.sources import key
from onrecord.export.tei_people import People
from onrecord.export.views import View
from onrecord.model import ACTS, DECIDED, MODES, Document, Passage, Span

_MODES = {
    "direct": "all words quoted", "mixed": "partly quoted", "indirect": "reported",
    "turn": "a turn of a transcript", "joint": "the words of a collective",
}  # fmt: skip
_DIRECT = {"direct": "true", "turn": "true", "joint": "true", "indirect": "false", "mixed": "unknown"}
_ALOUD = {"said": "true", "thought": "false", "intended": "unknown"}
_SAID, _CUE, _NAME = 0, 1, 2  # ranks: words may hold cues and names, never the other way round
_SIGNS = re.compile(r"[*_\])]*\s?[:.]?[*_]*")
_BLOCKS = {"heading", "list", "caption", "furniture"}


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """A corpus of the documents of the view, in order."""
    about = view.about()
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n'
    yield _corpus_header(about).encode()
    number = 0
    with api.reading(view.record) as store:
        for id, group in groupby(things, key=lambda told: told.document.id):
            number += 1
            yield _tei(number, list(group), store.passages(id), about).encode()
    if not number:
        yield f"<TEI>\n{_header(_EMPTY, '', about)}<text><body><p/></body></text></TEI>\n".encode()
    yield b"</teiCorpus>\n"


def _tei(number: int, statements: Sequence[Told], passages: Sequence[Passage], about: dict[str, str]) -> str:
    told = statements[0]
    document, prefix = told.document, f"d{number}"
    people = People(prefix)
    marks = _joined(mark for one in statements for mark in _marks(one, people))
    body = _body(document.text, passages, marks, people)
    lang = document.language or ""
    events = people.events()
    return (
        f"<TEI{attributes([('xml:id', prefix), ('n', document.id), ('xml:lang', lang)])}>\n"
        f"{_header(_source(told), people.listed(), about)}"
        f"{f'<standOff><listEvent>{events}</listEvent></standOff>' if events else ''}\n"
        f"<text><body>\n{body}</body></text>\n</TEI>\n"
    )


def _marks(told: Told, people: People) -> Iterator[Mark]:
    """The elements of one statement: its words, its cue, and who is mentioned."""
    statement, id = told.statement, key("statement", told.statement.id)
    given = (
        ("n", statement.id),
        ("who", people.speakers(told)),
        ("toWhom", people.pointer(told, statement.addressee)),
        ("direct", _DIRECT[statement.mode]),
        ("aloud", _ALOUD[statement.act]),
        ("ana", f"#mode.{statement.mode} #act.{statement.act}{_decided(told)}"),
        ("source", " ".join(people.pointer(told, span) for span in statement.via)),
        ("corresp", people.event(statement.said)),
        ("cert", f"{statement.score:.4g}"),
    )
    for span in statement.content:
        yield Mark(span, _SAID, "said", given, id)
    if statement.cue:
        yield Mark(statement.cue, _CUE, "seg", (("type", "cue"), ("corresp", f"#{id}")), f"{id}.cue")
    speaker = statement.speaker
    mentions = [("speaker", speaker.span)] if speaker else []
    mentions += [("member", span) for span in speaker.members] if speaker else []
    mentions += [("addressee", statement.addressee)] if statement.addressee else []
    mentions += [("relay", span) for span in statement.via]
    for number, (role, span) in enumerate(mentions, 1):
        about = (("type", role), ("ref", people.pointer(told, span)), ("corresp", f"#{id}"))
        yield Mark(span, _NAME, "rs", about, f"{id}.rs{number}")


def _decided(told: Told) -> str:
    """A pointer to what a person decided of it, where somebody did."""
    return f" #review.{told.review.verdict}" if told.review else ""


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """The marks; one mention that serves several statements is one, and points to all of them."""
    found: dict[Any, Mark] = {}
    for mark in marks:
        given = dict(mark.attributes)
        pointer = given.pop("corresp", "")
        same = mark.id if mark.rank == _SAID else (mark.tag, *given.values())
        first = found.setdefault((mark.span, mark.rank, same), mark)
        if first is not mark:
            told = dict(first.attributes)
            more = {"corresp": f"{told['corresp']} {pointer}"}
            found[mark.span, mark.rank, same] = replace(first, attributes=tuple((told | more).items()))
    return list(found.values())


def _body(text: str, passages: Sequence[Passage], marks: Sequence[Mark], people: People) -> str:
    """Every passage as an element, and what stands between them where it is more than white space."""
    made: list[tuple[str, list[Token], str]] = []
    last = 0
    for passage, here in zip(passages, _shared_out(passages, marks), strict=True):
        made += _between(Span(last, passage.span.start), text, marks)
        made += _block(passage, text, here, people)
        last = passage.span.end
    made += _between(Span(last, len(text)), text, marks)
    writer = Writer(text, [run for _, run, _ in made])
    return "".join(before + writer.write(run) + after for before, run, after in made) or "<p/>"


def _shared_out(passages: Sequence[Passage], marks: Sequence[Mark]) -> list[list[Mark]]:
    """For each passage the marks that stand in it, whole or in part."""
    found: list[list[Mark]] = [[] for _ in passages]
    starts = [passage.span.start for passage in passages]
    for mark in marks:
        first = max(bisect_right(starts, mark.span.start) - 1, 0)
        for number in range(first, bisect_left(starts, mark.span.end)):
            if passages[number].span.end > mark.span.start:
                found[number].append(mark)
    return found


def _between(gap: Span, text: str, marks: Sequence[Mark]) -> list[tuple[str, list[Token], str]]:
    return [("<ab>", tokens(gap, marks), "</ab>\n")] if gap.of(text).strip() else []


def _block(
    passage: Passage, text: str, here: Sequence[Mark], people: People
) -> list[tuple[str, list[Token], str]]:
    span, label = passage.span, passage.label
    if passage.kind in _BLOCKS:
        return [(f'<ab type="{passage.kind}">', tokens(span, here), "</ab>\n")]
    if passage.kind == "block_quotation":
        return [("<quote><p>", tokens(span, here), "</p></quote>\n")]
    if passage.kind != "turn":
        return [("<p>", tokens(span, here), "</p>\n")]
    turn = f"<sp{attributes([('who', people.known(label))])}>"
    head = _label(span, label, text)
    if head is None or any(mark.rank == _SAID and mark.span.start < head.end for mark in here):
        return [(f"{turn}<p>", tokens(span, here), "</p></sp>\n")]
    return [
        (f"{turn}<speaker>", tokens(head, here), "</speaker>"),
        ("<p>", tokens(Span(head.end, span.end), here), "</p></sp>\n"),
    ]


def _label(span: Span, label: Span | None, text: str) -> Span | None:
    """The label of a turn with the signs around it ("**Q:**"), where the turn begins with it."""
    if label is None or label.start < span.start or label.end > span.end:
        return None
    if re.search(r"\w", text[span.start : label.start]):
        return None
    signs = _SIGNS.match(text, label.end, span.end)
    return Span(span.start, signs.end() if signs else label.end)


_EMPTY = "<bibl>Nothing is in this view.</bibl>"


def _source(told: Told) -> str:
    """The document as a bibliography would name it."""
    document = told.document
    url = web_address(document.url)
    parts = [f"<title>{xml(_title(document))}</title>"]
    parts += [f"<author>{xml(flat(name))}</author>" for name in document.authors]
    if document.outlet:
        parts.append(f"<publisher>{xml(flat(document.outlet))}</publisher>")
    when = published(document, told.inferred)
    if when:
        parts.append(_date("published", when))
    fetched = moment(document.fetched)
    if fetched:
        parts.append(_date("fetched", fetched))
    if url:
        parts.append(f"<ref{attributes([('target', url)])}>{xml(url)}</ref>")
    parts.append(f'<idno type="path">{xml(document.path)}</idno>')
    parts.append(f'<idno type="digest">{xml(document.digest)}</idno>')
    return f"<bibl>{''.join(parts)}</bibl>"


def _title(document: Document) -> str:
    return flat(document.title or "") or flat(document.path.rpartition("/")[2]) or document.id


def _date(kind: str, when: Moment) -> str:
    given = [("type", kind), *dated(when), ("cert", "medium" if when.about else "")]
    return f"<date{attributes(given)}>{when.iso()}</date>"


def dated(when: Moment) -> list[tuple[str, str]]:
    """A moment as attributes of a date or an event."""
    first, _, last = when.iso().partition("/")
    return [("notBefore", first), ("notAfter", last)] if last else [("when", first)]


def _header(source: str, people: str, about: dict[str, str]) -> str:
    listed = f"<profileDesc><particDesc>{people}</particDesc></profileDesc>\n" if people else ""
    title = source.partition("</title>")[0].partition("<title>")[2] or "Nothing"
    said = xml(f"Exported from {about['record']} by {about['by']} on {about['made']}.")
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        f"<publicationStmt><p>{said}</p></publicationStmt>"
        f"<sourceDesc>{source}</sourceDesc></fileDesc>\n{listed}</teiHeader>\n"
    )


def _corpus_header(about: dict[str, str]) -> str:
    modes = "".join(
        f'<category xml:id="mode.{mode}"><catDesc>{mode}: {_MODES[mode]}</catDesc></category>'
        for mode in MODES
    )
    acts = "".join(f'<category xml:id="act.{act}"><catDesc>{act}</catDesc></category>' for act in ACTS)
    reviews = "".join(
        f'<category xml:id="review.{one}"><catDesc>{one} by a person</catDesc></category>' for one in DECIDED
    )
    said = xml(f"{about['by']}, {about['made']}")
    title = xml(f"{about['record']}, statements: {about['filter']}")
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        f"<publicationStmt><p>{said}</p></publicationStmt>"
        "<sourceDesc><p>The documents below, as they were read.</p></sourceDesc></fileDesc>\n"
        "<encodingDesc><projectDesc><p>Who said what, when, to whom and through whom. A statement that is "
        "cut or crossed by another is several elements, joined by next and prev; n is its id in the record; "
        "cert is how sure its finding is.</p></projectDesc>\n"
        f'<classDecl><taxonomy xml:id="mode">{modes}</taxonomy>\n<taxonomy xml:id="act">{acts}</taxonomy>\n'
        f'<taxonomy xml:id="review">{reviews}</taxonomy>'
        "</classDecl></encodingDesc></teiHeader>\n"
    )
