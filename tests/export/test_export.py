"""Protects the shape in which things leave: keys, their order, absent values, and safety in spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from onrecord import export
from onrecord.api import Decision, DoubtRow, FailureRow, Listed, SpeakerRow, Told, Who
from onrecord.export.csv import DECISIONS, DOCUMENTS, DOUBTS, FAILURES, SPEAKERS, STATEMENTS
from onrecord.model import (
    Document,
    Entity,
    Figure,
    Linked,
    Mention,
    Said,
    Span,
    Speaker,
    Statement,
    Time,
    When,
)
from onrecord.record import Role

TEXT = 'Mr Brandt, quoted by ANA, told reporters on Monday: "We agree," he said, "on all of it." =1+1'
DAY = When("2031-05-05", "2031-05-05T00:00:00Z", "2031-05-05T23:59:59Z")
DOCUMENT = Document(
    "d1", "a.zip/x.txt", "/a.zip/x.txt", "Gazette", None, "A title", ("A. Writer", "B. Writer"), "text", "en",
    DAY, None, None, TEXT, "0" * 32,
)  # fmt: skip


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FULL = Statement(
    id="0123456789abcdef",
    document="d1",
    passage=0,
    content=(span('"We agree,"'), span('"on all of it."')),
    cue=span("said"),
    speaker=Speaker(span("he"), "Brandt", "person"),
    addressee=span("reporters"),
    via=(span("ANA"),),
    said=Said(DAY, span("Monday"), "Monday before publication"),
    mode="direct",
    act="said",
    rule="a rule",
    score=0.97,
)
BARE = replace(FULL, content=(span("=1+1"),), cue=None, speaker=None, addressee=None, via=(), said=None)
BRANDT = Who("e1", "Carl Brandt", "person", 0.9, "onrecord", "pronoun")
ANA = Who("e2", "Ana News Agency", "body", 1.0, "R. Quill", "as printed")
INFERRED = Said(DAY, span("Monday"), "the 3rd day of the strike")
TOLD = Told(DOCUMENT, FULL, {span("he"): BRANDT, span("ANA"): ANA}, None, None, False)


def bare(document: Document = DOCUMENT, statement: Statement = BARE) -> Told:
    return Told(document, statement, {})


def test_a_full_statement_is_exactly_the_documented_object() -> None:
    """Programs read these keys, in this order."""
    assert json.dumps(export.line(TOLD), ensure_ascii=False) == (
        '{"id": "0123456789abcdef", "document": {"id": "d1", "path": "a.zip/x.txt", "title": "A title", '
        '"outlet": "Gazette", "published": "2031-05-05", "language": "en", "published_inferred": null}, '
        '"mode": "direct", "act": "said", '
        '"content": [[52, 63], [73, 88]], "text": "\\"We agree,\\" … \\"on all of it.\\"", "cue": [67, 71], '
        '"speaker": {"span": [64, 66], "text": "he", "name": "Carl Brandt", "entity": "e1", '
        '"kind": "person"}, '
        '"addressee": {"span": [31, 40], "text": "reporters", "name": null, "entity": null}, '
        '"via": [{"span": [21, 24], "name": "Ana News Agency", "entity": "e2"}], '
        '"said": {"edtf": "2031-05-05", "span": [44, 50], "basis": "Monday before publication"}, '
        '"rule": "a rule", "score": 0.97, "chain": ['
        '{"name": "Carl Brandt", "entity": "e1", "span": [64, 66], "role": "speaker"}, '
        '{"name": "Ana News Agency", "entity": "e2", "span": [21, 24], "role": "relay"}, '
        '{"name": "Gazette", "entity": null, "span": null, "role": "outlet"}], "primary_held": false, '
        '"review": null}'
    )


def test_what_is_absent_is_null_or_empty_and_never_left_out() -> None:
    """A reader need not ask whether a key is there."""
    none, full = export.line(bare(replace(DOCUMENT, outlet=None))), export.line(TOLD)
    assert list(none) == list(full)
    keys = ("cue", "speaker", "addressee", "via", "said", "chain", "primary_held")
    assert [none[key] for key in keys] == [None, None, None, [], None, [], None]


def test_what_is_in_no_record_is_named_as_its_document_names_it() -> None:
    """`read` prints names but no entities."""
    he = Figure(0, "person", "Brandt", ("Brandt",), (), (Mention(span("he"), "pronoun"),))
    nameless = Figure(1, "group", None, (), (), (Mention(span("reporters"), "description"),))
    [told] = export.told(replace(DOCUMENT, published=None), Linked((FULL,), (he, nameless), (), INFERRED))
    line = export.line(told)
    assert line["speaker"]["name"] == "Brandt"
    assert line["speaker"]["entity"] is None
    assert line["addressee"]["name"] is None
    assert line["document"]["published"] is None
    assert line["document"]["published_inferred"] == {
        "edtf": "2031-05-05", "span": [44, 50], "basis": "the 3rd day of the strike",
    }  # fmt: skip
    assert [link["name"] for link in line["chain"]] == ["Brandt", "ANA", "Gazette"]
    assert export.named("jsonl").rendered(told.document, Linked((FULL,), (he, nameless), (), INFERRED)) == (
        json.dumps(line, ensure_ascii=False) + "\n"
    )


@pytest.mark.parametrize(
    ("outlet", "url", "names"),
    [
        ("Gazette", None, ["Brandt", "ANA", "Gazette"]),
        (None, "https://www.gazette.example/1", ["Brandt", "ANA", "gazette.example"]),
        (None, None, ["Brandt", "ANA"]),
        ("Ana", None, ["Brandt", "Ana"]),  # its own reporters asked him
        ("The ANA", None, ["Brandt", "The ANA"]),
        (None, "http://[", ["Brandt", "ANA"]),
    ],
)
def test_a_chain_ends_with_the_outlet_and_says_nobody_twice(
    outlet: str | None, url: str | None, names: list[str]
) -> None:
    """From the mouth to the page."""
    document = replace(DOCUMENT, outlet=outlet, url=url)
    links = export.chain(bare(document, FULL))
    assert [link["name"] for link in links] == names
    if outlet or url == "https://www.gazette.example/1":
        assert (links[-1]["role"], links[-1]["span"]) == ("outlet", None)


def test_every_format_writes_every_kind() -> None:
    """The same entry serves a list and a single thing."""
    for form in map(export.named, ("jsonl", "csv")):
        assert set(form.lines) == set(export.KINDS) == set(form.kinds)
        line = form.lines["statements"]
        both = [TOLD, bare()]
        head = form.heads.get("statements", "")
        assert "".join(export.written(form, "statements", both)) == head + "".join(map(line, both))


def test_jsonl_is_one_object_a_line() -> None:
    """Line feeds and other scripts within the words stay within the line."""
    odd = replace(DOCUMENT, title="Zeile\nzwei\u2028 – Дмитрий \ud83d")
    form = export.named("jsonl").lines["statements"]
    lines = (form(bare(odd, FULL)) + form(bare(odd))).split("\n")
    assert [json.loads(line)["document"]["title"] for line in lines[:2]] == [odd.title] * 2
    assert "Дмитрий" in lines[0]
    assert lines[2:] == [""]


def test_csv_has_the_documented_columns() -> None:
    """Each cell stands under its name."""
    form = export.named("csv")
    rows = list(csv.DictReader(io.StringIO("".join(export.written(form, "statements", [TOLD])), newline="")))
    assert tuple(rows[0]) == STATEMENTS
    assert rows[0]["text"] == '"We agree," … "on all of it."'
    assert rows[0]["speaker"] == "he"
    assert rows[0]["spans"] == "52:63; 73:88"
    assert rows[0]["said_basis"] == "Monday before publication"
    assert (rows[0]["speaker_name"], rows[0]["speaker_entity"]) == ("Carl Brandt", "e1")
    assert (rows[0]["chain"], rows[0]["primary_held"]) == ("Carl Brandt → Ana News Agency → Gazette", "no")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_is_a_formula(begin: str) -> None:
    """A hostile page must not run anything in the spreadsheet of whoever reads it."""
    hostile = replace(
        DOCUMENT, title=f'{begin}HYPERLINK("x")', outlet=f"{begin}1", text=TEXT.replace("=", begin)
    )
    form = export.named("csv")
    statement = form.lines["statements"](bare(hostile))
    listed = form.lines["documents"](Listed(hostile, 1, 2, 3))
    failed = form.lines["failures"](FailureRow(f"{begin}x", "s", "r", "m", "2031-05-05T00:00:00Z"))
    for text in (statement, listed, failed):
        cells = next(csv.reader(io.StringIO(text, newline="")))
        assert not [cell for cell in cells if cell.startswith(begin)]
        assert any(cell.startswith(f"'{begin}") for cell in cells)


def test_documents_and_failures_have_one_shape_in_both_formats() -> None:
    """The columns of a table are the keys of the objects."""
    listed = Listed(DOCUMENT, 2, 5, 18)
    assert tuple(export.document_line(listed)) == DOCUMENTS
    assert export.document_line(listed)["version"] == 2
    failure = FailureRow("p", "s", "r", "m", "2031-05-05T00:00:00Z")
    assert tuple(export.failure_line(failure)) == FAILURES
    assert json.loads(export.named("jsonl").lines["failures"](failure)) == export.failure_line(failure)
    assert export.document_line(replace_inferred(listed))["published_inferred"]["basis"] == INFERRED.basis


def replace_inferred(listed: Listed) -> Listed:
    return listed._replace(inferred=INFERRED)


def test_speakers_doubts_decisions_and_dates_have_one_shape() -> None:
    """The columns of a table are the keys of the objects, or say more shortly what these hold."""
    entity = Entity("e1", "person", "Carl Brandt", ("C. Brandt", "=Brandt"), "Q1")
    roles = (
        Role("minister", "2031-05-05", "2031-06-01", 2, "onrecord"),
        Role("poet", None, None, 0, "import x.csv"),
    )
    speaker = SpeakerRow(entity, roles, 3, 2, "2031-05-05", "2031-06-01", "onrecord", 0.91234)
    doubt = DoubtRow(None, "Brandt", ("e1", "Carl Brandt"), 0.5, "family name only", 4, "d1")
    decision = Decision(1, "merge", "e2", "e1", None, "R. Quill", "2031-05-05T00:00:00Z", None)
    assert tuple(export.speaker_line(speaker)) == SPEAKERS
    assert export.speaker_line(speaker)["roles"][0] == {
        "text": "minister", "from": "2031-05-05", "to": "2031-06-01", "documents": 2, "by": "onrecord",
    }  # fmt: skip
    assert export.speaker_line(speaker)["score"] == 0.9123
    assert export.doubt_line(doubt)["one"] is None
    assert tuple(export.decision_line(decision)) == DECISIONS
    time = DOCUMENT, Time("d1", span("Monday"), DAY, "Monday before publication")
    assert export.date_line(time) == {
        "document": {"id": "d1", "path": "a.zip/x.txt"}, "span": [44, 50], "text": "Monday",
        "edtf": "2031-05-05", "basis": "Monday before publication",
    }  # fmt: skip
    for kind, thing in (("speakers", speaker), ("doubts", doubt), ("decisions", decision), ("dates", time)):
        for form in map(export.named, ("jsonl", "csv")):
            text = "".join(export.written(form, kind, [thing]))
            if form.name == "csv":
                [row] = csv.DictReader(io.StringIO(text, newline=""))
                assert None not in row
                assert None not in row.values()
                if kind == "speakers":
                    assert row["roles"] == "minister (2031-05-05 to 2031-06-01); poet"
                if kind == "doubts":
                    assert (tuple(row), row["other"], row["documents"]) == (DOUBTS, "e1", "4")
            else:
                assert json.loads(text)


def test_an_unknown_format_is_refused() -> None:
    """A slip in a format's name does not fall back to another."""
    with pytest.raises(KeyError):
        export.named("xml")
