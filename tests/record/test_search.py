"""Protects what filters mean, in which order things come, and that a meaningless filter is said to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import UsageError
from onrecord.model import When
from onrecord.record import Filter, Record

TEXT = (
    "MS. QUILL: “Don’t close the old bridge,” José Peñas of the Harbour Board told the Lantern.\n\nIt rains."
)
SAID = ("Don’t close the old bridge", "José Peñas")


@pytest.fixture
def record(place, reading):
    late = When("2031-05-08T23:30:00-04:00", "2031-05-09T03:30:00Z", "2031-05-09T03:30:00Z")
    month = When("2031-04", "2031-04-01T00:00:00Z", "2031-04-30T23:59:59Z")
    results = [
        reading(source="/n/a.txt"),
        reading(TEXT, "/n/b.txt", said=[SAID, ("It rains", None)], outlet="Harbour Times"),
        reading(
            TEXT, "/n/none.txt", None, [("It rains", "MS. QUILL")], mode="turn", language="fr", outlet=None
        ),
        reading(TEXT, "/o/late.txt", said=[SAID], act="thought", **{"published": None}),
        reading(TEXT, "/o/month.txt", said=[SAID]),
    ]
    for number, when in ((3, late), (4, month)):
        read, statements = results[number]
        results[number] = (
            replace(read, document=replace(read.document, published=when, digest=str(number))),
            statements,
        )
    with Record.open(place, create=True) as record:
        for number, result in enumerate(results):
            record.add(f"k{number}", [result], result[0].document.source)
        yield record


def names(record: Record, **given: object) -> str:
    return " ".join(
        f"{d.source.rpartition('/')[2][:-4]}:{s.content[0].of(d.text)[:2]}"
        for d, s in record.statements(Filter(**given))
    )


ALL = "late:Do a:Th b:Do b:It month:Do none:It"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ALL),
        ({"order": "oldest"}, "none:It month:Do b:Do b:It a:Th late:Do"),
        ({"limit": 2, "offset": 1}, "a:Th b:Do"),
        ({"limit": 0}, ""),
        ({"words": "BRIDGE"}, "late:Do a:Th b:Do month:Do"),
        ({"words": "bridge", "order": "oldest"}, "month:Do b:Do a:Th late:Do"),
        ({"words": "old bridge"}, "late:Do b:Do month:Do"),
        ({"words": '"bridge old"'}, ""),
        ({"words": "“old bridge”"}, "late:Do b:Do month:Do"),
        ({"words": "don't"}, "late:Do b:Do month:Do"),
        ({"words": "re*"}, "a:Th"),
        ({"words": "bri* reopens"}, "a:Th"),
        ({"words": "bri"}, ""),
        ({"words": "bridge OR rains"}, ""),
        ({"speaker": "penas"}, "late:Do b:Do month:Do"),
        ({"speaker": "ada lovelock", "words": "may"}, "a:Th"),
        ({"speaker": "lock"}, ""),
        ({"speaker": "quill"}, "none:It"),
        ({"speaker": "Ms. Quill"}, "none:It"),
        ({"outlet": "harbour"}, "b:Do b:It"),
        ({"mode": "turn"}, "none:It"),
        ({"act": "thought", "words": "bridge"}, "late:Do"),
        ({"language": "fr"}, "none:It"),
        ({"has_speaker": False}, "b:It"),
        ({"has_speaker": True, "document": "/b"}, "b:Do"),
        ({"document": "N/"}, "a:Th b:Do b:It none:It"),
        ({"document": "n/", "words": "rains", "order": "oldest"}, "none:It b:It"),
        ({"document": "nowhere"}, ""),
        ({"since": "2031-05-08"}, "late:Do a:Th b:Do b:It"),
        ({"until": "2031-05-08", "words": "bridge"}, "late:Do a:Th b:Do month:Do"),
        ({"since": "2031-05-09"}, ""),
        ({"since": "2031-05-09T03:00Z"}, "late:Do"),
        ({"until": "2031-05-07"}, "month:Do"),
        ({"since": "2031-04-02"}, "late:Do a:Th b:Do b:It"),
        ({"since": "2031-04", "until": "2031-04"}, "month:Do"),
        ({"since": "2031", "until": "2031"}, "late:Do a:Th b:Do b:It month:Do"),
        ({"since": "2032"}, ""),
        ({"since": "9999-12-31"}, ""),
        ({"until": "0001"}, ""),
    ],
)
def test_filters(record: Record, given: dict[str, object], expected: str) -> None:
    assert names(record, **given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "late a b month none"),
        ({"order": "oldest"}, "none month b a late"),
        ({"words": "rains"}, "late b month none"),
        ({"words": "harbour master doubted"}, "a"),
        ({"words": "reopens", "document": "n/"}, "a"),
        ({"outlet": "times"}, "b"),
        ({"outlet": "TIMES", "words": "rains"}, "b"),
        ({"language": "FR"}, "none"),
        ({"speaker": "peñas"}, "late b month"),
        ({"has_speaker": False}, "b"),
        ({"document": "month"}, "month"),
        ({"since": "2031-05-01", "limit": 2}, "late a"),
        ({"since": "2031-05-01", "offset": 2}, "b"),
    ],
)
def test_documents(record: Record, given: dict[str, object], expected: str) -> None:
    found = [x.document.source.rpartition("/")[2][:-4] for x in record.documents(Filter(**given), text=False)]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    "given",
    [
        {"words": ""},
        {"words": ' "" * '},
        {"words": "word " * 65},
        {"speaker": "?!"},
        {"outlet": "-"},
        {"mode": "dirct"},
        {"act": "sung"},
        {"order": "random"},
        {"limit": -1},
        {"since": "yesterday"},
        {"until": "2031-02-30"},
        {"since": "2031-13"},
        {"since": "0000"},
    ],
)
def test_what_means_nothing_is_refused_at_once(record: Record, given: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=next(iter(given))):
        record.statements(Filter(**given))
    with pytest.raises(UsageError):
        record.documents(Filter(**given))


def test_many_documents_in_a_folder(record: Record, reading) -> None:
    with record.batch():
        for number in range(60):
            source = f"https://x.example/{number}"
            date = f"20{number % 30 + 10}-01-01"
            record.add(
                source, [reading(source=source, path=f"even/{number % 2}/{number}", published=date)], source
            )
    for given in ({"words": "bridge"}, {"words": "bri*"}, {}):
        found = list(record.statements(Filter(document="even/0/", **given)))
        assert len(found) == 30
        dates = [d.published.edtf for d, _ in found]
        assert dates == sorted(dates, reverse=True)


def test_short_ids_are_found(record: Record) -> None:
    for document, statement in record.statements():
        assert document.id in record.find(document.id[:6])
        assert record.find(statement.id) == [statement.id]
    assert record.find("zz") == []
    assert len(record.find("")) == 5
