"""A value written to the record comes back equal: each type has one function there and one back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

from onrecord.model import (
    Act,
    Document,
    Figure,
    FigureKind,
    Mention,
    Mode,
    Passage,
    PassageKind,
    Said,
    Span,
    Speaker,
    Statement,
    Time,
    When,
)

Row = Sequence[Any]

UNKNOWN = (1 << 33) - 1  # the rank of a document without a date: after all others
ROOM = 30  # bits of a row number that count the rows of one rank
_LAST_MINUTE = datetime(9999, 12, 31).toordinal() * 1440 + 1439

DOCUMENT = (
    "d.id, d.path, d.source, d.outlet, d.url, d.title, d.authors, d.kind, d.language, "
    "d.published, d.published_earliest, d.published_latest, d.updated, d.updated_earliest, d.updated_latest, "
    "d.fetched, d.fetched_earliest, d.fetched_latest, d.digest"
)
PASSAGE = "p.number, p.span_start, p.span_end, p.kind, p.label_start, p.label_end"
STATEMENT = (
    "s.id, s.passage, s.content, s.cue_start, s.cue_end, s.speaker_start, s.speaker_end, s.speaker_name, "
    "s.speaker_kind, s.speaker_members, s.addressee_start, s.addressee_end, s.via, s.said, s.said_earliest, "
    "s.said_latest, s.said_start, s.said_end, s.said_basis, s.mode, s.act, s.rule, s.score"
)
TIME = "t.span_start, t.span_end, t.edtf, t.earliest, t.latest, t.basis"
FIGURE = "f.number, f.kind, f.name, f.names, f.roles, f.mentions, f.members"
INFERRED = (
    "r.inferred, r.inferred_earliest, r.inferred_latest, r.inferred_start, r.inferred_end, r.inferred_basis"
)


def plain(text: str | None) -> str | bytes | None:
    """What SQLite can hold of `text`: itself, or bytes where it has lone surrogates (odd file names do)."""
    if text is None or text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def bare(text: str | None) -> str:
    """`text` as a full-text index can take it: lone surrogates are no letters."""
    if text is None or text.isascii():
        return text or ""
    return text.encode("utf-8", "replace").decode("utf-8")


def string(value: str | bytes | None) -> Any:
    """The text that `plain` turned into `value`."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def rank(when: When | None) -> int:
    """Minutes from the first instant of `when` to the end of the year 9999; UNKNOWN for None."""
    if when is None:
        return UNKNOWN
    if when.earliest.startswith(("-", "0000")):
        return _LAST_MINUTE
    try:
        first = datetime.fromisoformat(when.earliest[:16])
    except ValueError:
        return UNKNOWN
    return _LAST_MINUTE - first.toordinal() * 1440 - first.hour * 60 - first.minute


def days(when: When | None) -> tuple[str | None, str | None]:
    """The first and last calendar day `when` can mean, in the time zone in which it was printed."""
    if when is None:
        return None, None
    if len(when.edtf) > 10 and when.edtf[10] == "T":
        return when.edtf[:10], when.edtf[:10]
    return when.earliest[:10], when.latest[:10]


def host(url: str | None) -> str | None:
    """The host of an address in lower case, without "www."; None where it has none."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") or None if name else None


def from_document(document: Document) -> tuple[Any, ...]:
    """The values of the columns DOCUMENT."""
    d = document
    names = (d.id, d.path, d.source, d.outlet, d.url, d.title)
    authors = json.dumps(d.authors)  # all ASCII, so lone surrogates pass
    dates = (*_from_when(d.published), *_from_when(d.updated), *_from_when(d.fetched))
    return (*map(plain, names), authors, plain(d.kind), plain(d.language), *dates, plain(d.digest))


def to_document(row: Row, text: str) -> Document:
    """The document whose columns DOCUMENT are `row`."""
    id, path, source, outlet, url, title = map(string, row[:6])
    return Document(
        id,
        path,
        source,
        outlet,
        url,
        title,
        tuple(json.loads(row[6])),
        string(row[7]),
        string(row[8]),
        _to_when(row[9:12]),
        _to_when(row[12:15]),
        _to_when(row[15:18]),
        text,
        string(row[18]),
    )


def from_passage(passage: Passage) -> tuple[Any, ...]:
    """The values of the columns PASSAGE."""
    return (passage.number, *passage.span, passage.kind, *(passage.label or (None, None)))


def to_passage(row: Row, document: str) -> Passage:
    """The passage whose columns PASSAGE are `row`."""
    return Passage(document, row[0], Span(row[1], row[2]), cast(PassageKind, row[3]), _to_span(row[4:6]))


def from_statement(statement: Statement) -> tuple[Any, ...]:
    """The values of the columns STATEMENT."""
    s, speaker, said = statement, statement.speaker, statement.said
    return (
        plain(s.id),
        s.passage,
        from_spans(s.content) or "[]",
        *(s.cue or (None, None)),
        *(speaker.span if speaker else (None, None)),
        plain(speaker.name) if speaker else None,
        plain(speaker.kind) if speaker else None,
        from_spans(speaker.members) if speaker else None,
        *(s.addressee or (None, None)),
        from_spans(s.via),
        *from_said(said),
        s.mode,
        s.act,
        plain(s.rule),
        s.score,
    )


def to_statement(row: Row, document: str) -> Statement:
    """The statement whose columns STATEMENT are `row`."""
    speaker = None
    if row[5] is not None:
        speaker = Speaker(Span(row[5], row[6]), string(row[7]), string(row[8]), spans(row[9]))
    return Statement(
        string(row[0]),
        document,
        row[1],
        spans(row[2]),
        _to_span(row[3:5]),
        speaker,
        _to_span(row[10:12]),
        spans(row[12]),
        to_said(row[13:19]),
        cast(Mode, row[19]),
        cast(Act, row[20]),
        string(row[21]),
        row[22],
    )


def words(text: str, content: Sequence[Span]) -> str:
    """The words of a statement as its index takes them."""
    return bare(" ".join([text[start:end] for start, end in content]))


def indexed(statement: Statement, text: str, outlet: str | None, language: str | None) -> tuple[str, ...]:
    """The columns of `statement_words` for a statement, in its order."""
    speaker = statement.speaker
    who = bare(f"{speaker.span.of(text)} {speaker.name or ''}") if speaker else ""
    facets = statement.mode, statement.act, bare(language), "yes" if speaker else "no", bare(statement.id)
    return (words(text, statement.content), who, bare(outlet), *facets)


def from_time(time: Time) -> tuple[Any, ...]:
    """The values of the columns TIME."""
    return (*time.span, *_from_when(time.when), plain(time.basis))


def to_time(row: Row, document: str) -> Time:
    """The time expression whose columns TIME are `row`."""
    return Time(document, Span(row[0], row[1]), cast(When, _to_when(row[2:5])), string(row[5]))


def from_figure(figure: Figure) -> tuple[Any, ...]:
    """The values of the columns FIGURE; the arrays are all ASCII, so lone surrogates pass."""
    mentions = [[*mention.span, mention.evidence] for mention in figure.mentions]
    arrays = map(_array, (figure.names, figure.roles, mentions, figure.members))
    return figure.number, figure.kind, plain(figure.name), *arrays


def to_figure(row: Row) -> Figure:
    """The figure whose columns FIGURE are `row`."""
    names, roles, mentions, members = map(json.loads, row[3:7])
    said = tuple(Mention(Span(start, end), evidence) for start, end, evidence in mentions)
    return Figure(
        row[0], cast(FigureKind, row[1]), string(row[2]), tuple(names), tuple(roles), said, tuple(members)
    )


def from_said(said: Said | None) -> tuple[Any, ...]:
    """The values of the columns INFERRED."""
    if said is None:
        return (None,) * 6
    return (*_from_when(said.when), *(said.span or (None, None)), plain(said.basis))


def to_said(row: Row) -> Said | None:
    """What the columns INFERRED say."""
    when = _to_when(row[:3])
    return None if when is None else Said(when, _to_span(row[3:5]), string(row[5]))


_array = json.JSONEncoder(separators=(",", ":")).encode


def _from_when(when: When | None) -> tuple[Any, Any, Any]:
    return (plain(when.edtf), plain(when.earliest), plain(when.latest)) if when else (None, None, None)


def _to_when(row: Row) -> When | None:
    return None if row[0] is None else When(string(row[0]), string(row[1]), string(row[2]))


def from_spans(spans: Sequence[Span]) -> str | None:
    """Spans as one column has them; None where there are none."""
    return f"[{','.join(f'[{start},{end}]' for start, end in spans)}]" if spans else None


def spans(value: str | None) -> tuple[Span, ...]:
    """The spans that one column has."""
    return tuple(Span(start, end) for start, end in json.loads(value)) if value else ()


def _to_span(row: Row) -> Span | None:
    return None if row[0] is None else Span(row[0], row[1])
