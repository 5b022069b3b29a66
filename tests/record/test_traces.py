"""Protects lists of families: their order, every filter, members, hops, and who is named in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Member, Span
from onrecord.record import FamilyFilter, Guess, HopRow, Name, Record

SPRING = "The old bridge of Velin will open in spring, said the mayor."
SHORT = "The old bridge will open in spring."
FERRY = "The ferry stays until the last passenger has gone."
MOTTO = "The Lantern shines for all who read it."
# Text, outlet, day of publication, words of the one statement, its speaker.
PAPERS = (
    (f"Ana Petrova: “{SPRING}”\n\n{MOTTO}", "The Daily Lantern", "2031-05-05", SPRING, "Ana Petrova"),
    (f"Petrova: “{SHORT}” {FERRY}\n\n{MOTTO}", "Velin Gazette", "2031-05-07", SHORT, "Petrova"),
    (f"{SHORT}\n\n{FERRY}", None, None, None, None),
    (f"Bo Lind: “{FERRY}”\n\n{MOTTO}", "The Daily Lantern", "2031-05-09", FERRY, "Bo Lind"),
)
A, B, C = "a" * 16, "b" * 16, "c" * 16


def write(
    record: Record,
    id: str,
    kind: str,
    reports: int,
    days: tuple[str | None, str | None],
    words: list[tuple[int, str]],
) -> None:
    """A family of the members (paper, words), the first of which all others repeat."""
    with record.whole():
        row = record._all("SELECT coalesce(max(row), 0) + 1 FROM family")[0][0]
        count = len({paper for paper, _ in words})
        run = record._connection.execute
        run(
            "INSERT INTO family VALUES (?,?,?,?,?,?,?,?,?)",
            (row, id, kind, len(words), count, reports, 1, *days),
        )
        for number, (paper, part) in enumerate(words):
            start = PAPERS[paper][0].index(part)
            found = record._all("SELECT id FROM statement WHERE document = ?", paper + 1)
            said = found[0][0] if found and PAPERS[paper][3] == part else None
            place = paper + 1, start, start + len(part), said, min(number, reports - 1), number
            run("INSERT INTO member VALUES (?,?,?,?,?,?,?,?)", (row, number, *place))
            if number:
                first = PAPERS[words[0][0]][0].index(words[0][1])
                spans = first, first + len(words[0][1]), start, start + len(part)
                run("INSERT INTO hop VALUES (?,?,?,?,?,?,?,?)", (row, 0, number, *spans, "published"))


@pytest.fixture
def record(place: Path, reading) -> Iterator[Record]:
    with Record.open(place, create=True) as record:
        for n, (text, outlet, day, words, who) in enumerate(PAPERS):
            said = [(words, who)] if words else []
            figures = [who] if who else []
            given = reading(text, f"/n/{n}.txt", day, said, outlet=outlet, figures=figures)
            record.add(str(n), [given], f"/n/{n}.txt")
        ana = record.new_entity("person", Name("Ana Petrova", "ana petrova", ("ana",)))
        for document in record.unlinked_documents():
            for figure in record.figures(document.row):
                if "Petrova" in (figure.name or ""):
                    record.add_links(
                        document.row, [Guess(m.span, ana, 0.9, "x") for m in figure.mentions], "1"
                    )
        write(record, A, "statement", 3, ("2031-05-05", "2031-05-07"), [(0, SPRING), (1, SHORT), (2, SHORT)])
        write(record, B, "statement", 2, ("2031-05-07", "2031-05-09"), [(1, FERRY), (3, FERRY), (2, FERRY)])
        write(record, C, "formula", 3, ("2031-05-05", "2031-05-09"), [(0, MOTTO), (1, MOTTO), (3, MOTTO)])
        yield record


def ids(record: Record, **given: object) -> list[str]:
    return [row.family.id for row in record.families(FamilyFilter(**given))]  # type: ignore[arg-type]


def test_a_family_comes_with_its_places_and_papers(record: Record) -> None:
    row = record.family(A)
    assert row is not None
    documents = {d.document.source: d.document for d in record.documents(text=False)}
    first, second, third = (documents[f"/n/{n}.txt"] for n in range(3))
    said = {s.document: s.id for _, s in record.statements()}
    assert row.family.kind == "statement"
    assert row.family.members == (
        Member(first.id, Span(14, 14 + len(SPRING)), said[first.id], 0),
        Member(second.id, Span(10, 10 + len(SHORT)), said[second.id], 1),
        Member(third.id, Span(0, len(SHORT)), None, 2),
    )
    assert row.documents == {place.id: place for place in (first, second, third)}
    assert (row.reports, row.outlets) == (3, ("The Daily Lantern", "Velin Gazette"))
    assert (row.first, row.last, row.sample) == ("2031-05-05", "2031-05-07", SPRING)
    assert record.family(A[:9]) is None
    assert [row.family.id for row in record.families(FamilyFilter(id=A))] == [A]


def test_formulas_are_left_out_unless_asked_for(record: Record) -> None:
    """They are in no way lost."""
    assert ids(record) == [A, B]
    assert ids(record, formulas=True) == [A, C, B]
    assert ids(record, kind="formula") == [C]
    assert ids(record, id=C[:4]) == [C]
    assert ids(record, kind="passage") == []


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"words": "bridge spring"}, [A]),
        ({"words": '"will open in"'}, [A]),
        ({"words": '"opens"'}, []),
        ({"words": "bridge ferry"}, []),  # in one paper, and in no one member
        ({"words": "mayor"}, [A]),  # in the longest member only
        ({"words": "passen*"}, [B]),
        ({"words": "shines"}, []),
        ({"words": "shines", "formulas": True}, [C]),
        ({"document": "n/3"}, [B]),
        ({"document": "n/3", "formulas": True}, [C, B]),
        ({"document": "nowhere"}, []),
        ({"speaker": "petrova"}, [A]),
        ({"speaker": "ana"}, [A]),  # by what another paper calls her
        ({"speaker": "lind"}, [B]),
        ({"speaker": "lind", "outlet": "gazette"}, [B]),  # each of some member
        ({"speaker": "zebra"}, []),
        ({"outlet": "gazette"}, [A, B]),
        ({"outlet": "lantern", "words": "ferry"}, [B]),
        ({"since": "2031-05-06"}, [B]),
        ({"until": "2031-05-06"}, [A]),
        ({"since": "2031-05", "until": "2031"}, [A, B]),
        ({"until": "2031-05-06T12:00Z"}, [A]),
        ({"at_least": 3}, [A]),
        ({"limit": 1}, [A]),
        ({"limit": 0}, []),
    ],
)  # fmt: skip
def test_filters(record: Record, given: dict[str, object], wanted: list[str]) -> None:
    assert ids(record, **given) == wanted


def test_common_words_are_looked_for_family_by_family(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer does not depend on how many passages have the words."""
    monkeypatch.setattr("onrecord.record.traces._MANY", 1)
    assert ids(record, words="the") == [A, B]
    assert ids(record, words="mayor") == [A]
    assert ids(record, words="bridge ferry") == []


def test_an_entity_is_followed(record: Record) -> None:
    [ana] = [row.entity.id for row in record.speakers("petrova")]
    assert ids(record, entity=ana[:8]) == [A]
    with pytest.raises(UsageError, match="no entity"):
        record.families(FamilyFilter(entity="zz"))


def test_the_orders(record: Record) -> None:
    write(record, "d" * 16, "passage", 1, (None, None), [(0, SPRING), (2, SHORT), (1, SHORT), (3, MOTTO)])
    assert ids(record) == [A, B, "d" * 16]
    assert ids(record, order="size") == ["d" * 16, A, B]
    assert ids(record, order="newest") == [B, A, "d" * 16]
    assert ids(record, order="oldest") == [A, B, "d" * 16]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"order": "large"}, "there is no order 'large'"),
        ({"kind": "formulas"}, "did you mean formula"),
        ({"since": "spring"}, "'spring' is not a date"),
        ({"words": "..."}, "no word to look for"),
        ({"outlet": "?"}, "no word to look for"),
        ({"limit": -1}, "cannot be counted"),
    ],
)
def test_what_means_nothing_is_refused_at_once(record: Record, given: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        record.families(FamilyFilter(**given))  # type: ignore[arg-type]


def test_hops_are_those_of_the_family(record: Record) -> None:
    whole = Span(14, 14 + len(SPRING))
    assert record.hops(A) == [
        HopRow(0, 1, whole, Span(10, 10 + len(SHORT)), "published"),
        HopRow(0, 2, whole, Span(0, len(SHORT)), "published"),
    ]
    assert record.hops("zz") == []


def test_families_of_a_statement_a_document_and_a_span(record: Record) -> None:
    papers = {d.document.source: d.document.id for d in record.documents(text=False)}
    said = {s.document: s.id for _, s in record.statements()}
    second = papers["/n/1.txt"]
    assert [head.id for head in record.families_of(said[second])] == [A]
    assert [head.id for head in record.families_of(second)] == [A, C, B]
    start = PAPERS[1][0].index(FERRY)
    assert [head.id for head in record.families_of(second, Span(start, start + 4))] == [B]
    assert record.families_of("zz") == []
    head = record.families_of(said[second])[0]
    assert (head.kind, head.size, head.documents, head.reports) == ("statement", 3, 3, 3)


def test_mentions_are_of_figures_that_have_a_name(record: Record) -> None:
    papers = {d.document.source: d.document.id for d in record.documents(text=False)}
    assert record.mentions(papers["/n/0.txt"]) == [(Span(0, 11), "person")]
    assert record.mentions(papers["/n/2.txt"]) == []


def test_ids_of_families_are_found_by_their_beginning(record: Record) -> None:
    assert record.find(A[:12]) == [A]
    assert record.find("zzz") == []


def test_hostile_filters_are_answers_or_sentences(record: Record) -> None:
    for text in ('"', "\0", "\ud800 x", "%", "a" * 5000, "'); DROP TABLE family; --", "x OR y"):
        for name in ("words", "speaker", "outlet", "document", "id", "entity", "since", "kind"):
            with suppress(UsageError):
                list(record.families(FamilyFilter(**{name: text})))  # type: ignore[arg-type]
    assert ids(record) == [A, B]
