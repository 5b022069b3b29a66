"""Protects counts and pages: they are those of the lists, whatever is asked for and whoever writes."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import api
from onrecord.errors import UsageError
from onrecord.model import Correction, When
from onrecord.record import Filter, Guess, Looking, Moments, Name, Record

WORDS = ("bridge", "Brücke", "ferry", "мост", "rain", "no", "brid")
PEOPLE = ("Ada Quill", "Bo Lind", "José Peñas", "Ада Квилл")
OUTLETS = ("The Daily Lantern", "Lantern", "Harbour Times", None, '"Odd" — paper', "—", "Times of Orsk")
WHENS = (
    When("2031-05-08", "2031-05-08T00:00:00Z", "2031-05-08T23:59:59Z"),
    When("2031-05-09", "2031-05-09T00:00:00Z", "2031-05-09T23:59:59Z"),
    When("2031-04", "2031-04-01T00:00:00Z", "2031-04-30T23:59:59Z"),
    When("2030", "2030-01-01T00:00:00Z", "2030-12-31T23:59:59Z"),
    When("2031-06-01T23:30:00-04:00", "2031-06-02T03:30:00Z", "2031-06-02T03:30:00Z"),
    None,
)


def name(form: str) -> Name:
    return Name(form, form.casefold(), (form.casefold(),))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seventy documents of ten kinds, some in two versions; two people are one."""
    from tests.record.conftest import make  # a fixture of a function cannot serve a module

    place = tmp_path_factory.mktemp("tally") / "many.onrecord"
    chance = random.Random(7)
    with Record.open(place, create=True) as record:
        people = {form: record.new_entity("person", name(form)) for form in PEOPLE}
        for number in range(70):
            source = f"/n{number % 7}/{number if number % 9 else 1}.txt"
            who = [chance.choice((*PEOPLE[:3], "She", None)) for _ in range(chance.randrange(4))]
            said = [f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number}-{n}." for n in range(len(who))]
            spoken = list(zip(said, who, strict=True))
            text = f"Text {number}.\n\n" + "\n\n".join(f"{w or 'x'} said: “{s}”" for s, w in spoken)
            read, linked = make(
                text, source, None, spoken,
                mode=chance.choice(("direct", "turn", "indirect")), act=chance.choice(("said", "thought")),
                outlet=chance.choice(OUTLETS), language=chance.choice(("en", "en", "de", None)),
                kind=chance.choice(("text", "html", "pdf")), inferred=chance.choice((None, "2031-03-03")),
            )  # fmt: skip
            read = replace(read, document=replace(read.document, published=chance.choice(WHENS)))
            record.add(f"k{number}", [(read, linked)], source)
        for document in list(record.unlinked_documents()) or range(1, 71):
            row = getattr(document, "row", document)
            linked_here(record, row, people, chance)
        record.merge(*(entity_id(record, people[form]) for form in (PEOPLE[3], PEOPLE[1])), "R. Quill")
        decided(record, chance)
    return place


def linked_here(record: Record, row: int, people: dict[str, int], chance: random.Random) -> None:
    """Link each speaker of a document to somebody of this name, or to another."""
    document = record._lister.document(row)
    guesses = {}
    for _, statement in record.statements(Filter(document=document.id)):
        if statement.speaker:
            form = statement.speaker.span.of(document.text)
            guesses[statement.speaker.span] = people[form if form in people else chance.choice(PEOPLE)]
    record.add_links(row, [Guess(span, who, 0.9, "x") for span, who in sorted(guesses.items())], "1")


def decided(record: Record, chance: random.Random) -> None:
    """Decide of some statements in every way there is."""
    found = [statement for _, statement in record.statements() if statement.speaker]
    some = [statement.id for statement in chance.sample(found, 20)]
    api.reject(record, some[:6], "R. Quill")
    api.accept(record, some[6:10], "R. Quill")
    api.note(record, some[10:13], "R. Quill", "Hm.")
    for id in some[13:16]:
        api.correct(record, id, Correction(nobody=True), "R. Quill")
    for id in some[16:]:
        told = record.told_of(id)
        who = told.people.get(told.statement.speaker.span)
        other = next(row.entity.id for row in record.speakers() if who is None or row.entity.id != who.entity)
        api.correct(record, id, Correction(entity=other), "R. Quill")


def entity_id(record: Record, row: int) -> str:
    return str(record._all("SELECT id FROM entity WHERE row = ?", row)[0][0])


def terms() -> st.SearchStrategy[str]:
    return st.sampled_from(["bridge", "brid*", "brucke", '"no rain"', "мост", "rain bridge", "b* -no", "zzz"])


FILTERS = st.builds(
    dict,
    words=st.none() | terms(),
    speaker=st.none() | st.sampled_from(["ada", "квилл", "penas", "lind bo", "she", "said"]),
    entity=st.none() | st.sampled_from([0, 1, 2, 3]),
    outlet=st.none() | st.sampled_from(["lantern", '"daily lantern"', "times", "odd paper"]),
    mode=st.none() | st.sampled_from(["direct", "turn", "joint"]),
    act=st.none() | st.sampled_from(["said", "thought"]),
    document=st.none() | st.sampled_from(["n1/", "1.txt", "#0", "#8"]),
    language=st.none() | st.sampled_from(["en", "DE", "fr"]),
    kind=st.none() | st.sampled_from(["html", "text", "none"]),
    since=st.none() | st.sampled_from(["2030", "2031-04", "2031-05-09", "2031-06-02T03:00Z"]),
    until=st.none() | st.sampled_from(["2031", "2031-04", "2031-05-08", "2031-05-08T23:59:59Z"]),
    has_speaker=st.none() | st.booleans(),
    reviewed=st.none() | st.sampled_from(["no", "any", "all", "rejected", "accepted", "noted", "corrected"]),
    all_versions=st.booleans(),
    order=st.sampled_from(["newest", "oldest"]),
)


@pytest.fixture(scope="module")
def opened(path: Path) -> Iterator[tuple[Record, Moments]]:
    moments = Moments(path)
    with Record.open(path, readonly=True) as record:
        yield record, moments
    moments.close()


def made(record: Record, given: dict[str, object]) -> Filter:
    """A filter of FILTERS, with the ids that stand for numbers; two parts of three are left out at random."""
    chance = random.Random(repr(given))
    given = {part: value for part, value in given.items() if part == "order" or chance.random() < 0.4}
    ids = [row[0] for row in record._all("SELECT id FROM entity ORDER BY row")]
    old = [row[0] for row in record._all("SELECT id FROM document ORDER BY newest, row")]
    if given.get("entity") is not None:
        given["entity"] = ids[int(str(given["entity"]))]
    if str(given.get("document")).startswith("#"):
        given["document"] = old[int(str(given["document"])[1:])]
    return Filter(**given)  # type: ignore[arg-type]


def narrowed(filter: Filter, part: str, value: str) -> Filter:
    chosen: object = {"yes": True, "no": False}[value] if part == "has_speaker" else value
    return replace(filter, **{part: chosen})  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILTERS, st.integers(0, 9), st.integers(0, 4))
def test_counts_and_pages_are_those_of_the_lists(opened, given, offset, limit) -> None:
    """Every number is what the list gives that the number stands for."""
    record, moments = opened
    filter = made(record, given)
    looking = Looking(record, moments)
    slow = list(record.statements(filter))
    tally = looking.tally(filter)
    assert (tally.total, tally.documents) == (len(slow), len({d.id for d, _ in slow}))
    for part, counts in tally.facets.items():
        for count in counts:
            if count.value is not None:
                assert count.count == len(list(record.statements(narrowed(filter, part, count.value)))), part
    dateless = replace(filter, since=None, until=None)
    of_all = len(list(record.statements(dateless)))
    assert sum(n for _, n in tally.months) + tally.loose + tally.undated == of_all
    for month, number in tally.months:
        within = replace(filter, since=month, until=month)
        assert number == len(list(record.statements(within)))
    page = replace(filter, offset=offset, limit=limit)
    assert looking.statements(page) == (len(slow), tuple(record.told(page)), False)
    listed = list(record.documents(filter, text=False))
    assert looking.documents(page) == (len(listed), tuple(record.documents(page, text=False)), False)


def test_every_value_is_counted_that_something_has(opened) -> None:
    """What a list shows of a value is found among the facets, under the name that it has there."""
    record, moments = opened
    tally = Looking(record, moments).tally(Filter())
    slow = list(record.statements())
    for part, column in (("mode", "mode"), ("act", "act")):
        found = Counter(getattr(statement, column) for _, statement in slow)
        assert {c.label: c.count for c in tally.facets[part]} == found
    assert {c.label for c in tally.facets["outlet"]} == {d.outlet or "" for d, _ in slow}
    assert {c.label: c.count for c in tally.facets["kind"]} == Counter(d.kind for d, _ in slow)
    assert {c.label for c in tally.facets["entity"]} <= {PEOPLE[0], PEOPLE[2], PEOPLE[3]}
    counts = [c.count for c in tally.facets["entity"]]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("words", [None, "ada", "lind", "quill a*", "nobody"])
@pytest.mark.parametrize("offset", [0, 1, 3])
def test_pages_of_speakers_are_those_of_the_list(opened, words: str | None, offset: int) -> None:
    """What each says is counted at once as it is one by one, merged ones and old versions alike."""
    record, moments = opened
    slow = list(record.speakers(words))
    assert words == "nobody" or slow
    page = Looking(record, moments).speakers(words, 2, offset)
    assert page == (len(slow), tuple(slow[offset : offset + 2]), False)
    assert slow[offset : offset + 2] == list(record.speakers(words, 2, offset))
    for row in slow:
        assert record.speaker(row.entity.id) == row
        assert row.statements == len(list(record.statements(Filter(entity=row.entity.id))))


@pytest.mark.parametrize("given", [{"mode": "dircet"}, {"words": "..."}, {"entity": "zz"}, {"since": "May"}])
def test_what_means_nothing_is_said_to(opened, given) -> None:
    record, moments = opened
    with pytest.raises(UsageError):
        Looking(record, moments).tally(Filter(**given))


def test_what_is_written_is_counted_at_the_next_question(place: Path, reading) -> None:
    """A small record is read anew at once; a decision and a new document both show."""
    with Record.open(place, create=True) as writer, Record.open(place, readonly=True) as reader:
        moments = Moments(place)
        assert Looking(reader, moments).tally(Filter()).total == 0
        for number in range(3):
            given = reading(f"Ada said: “No {number}.”", f"/{number}.txt", said=[(f"No {number}.", "Ada")])
            writer.add(f"k{number}", [given], f"/{number}.txt")
            tally = Looking(reader, moments).tally(Filter())
            assert (tally.total, tally.stale) == (number + 1, False)
        moments.close()


def test_a_slow_record_is_counted_as_it_was_until_it_is_read_again(place: Path, reading, monkeypatch) -> None:
    """Who asks while something is added gets an answer at once, is told that it is old, and soon the new."""
    monkeypatch.setattr("onrecord.record.moments.QUICK", -1.0)
    monkeypatch.setattr("onrecord.record.moments.REST", 0)
    with Record.open(place, create=True) as writer, Record.open(place, readonly=True) as reader:
        writer.add("k0", [reading("Ada said: “No.”", "/0.txt", said=[("No.", "Ada")])], "/0.txt")
        moments = Moments(place)
        assert Looking(reader, moments).tally(Filter()).total == 1
        writer.add("k1", [reading("Bo said: “So.”", "/1.txt", said=[("So.", "Bo")])], "/1.txt")
        old = Looking(reader, moments).tally(Filter())
        assert (old.total, old.stale) == (1, True)
        moments._reader.join()
        new = Looking(reader, moments).tally(Filter())
        assert (new.total, new.stale) == (2, False)
        moments.close()


def test_what_is_warm_is_the_same(path: Path) -> None:
    """Reading ahead changes no answer, and is over when the record is let go."""
    moments = Moments(path)
    moments.warm()
    with Record.open(path, readonly=True) as record:
        assert Looking(record, moments).tally(Filter()).total == len(list(record.statements()))
    moments.close()
    assert not moments._reader.is_alive()


def test_threads_share_what_is_kept(path: Path) -> None:
    """Each thread has its own record, all have one moment, and all get the same."""
    moments = Moments(path)
    found: list[object] = []

    def ask() -> None:
        with Record.open(path, readonly=True) as record:
            found.extend((w, Looking(record, moments).tally(Filter(words=w)).total) for w in WORDS * 5)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    moments.close()
    assert len(found) == 4 * 5 * len(WORDS)
    assert len(set(found)) == len(WORDS)
