"""Protects the shipped facts, the reading of users' own, and the days that come back every year.

A wrong date in the file would put a wrong date on record, so that some of each kind are held here.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.link.facts import DAY, Fact, day_in, facts
from onrecord.text.edtf import days

HEADER = "date,end,kind,names,place,wikidata\n"


@pytest.fixture
def file(tmp_path: Path):
    """A CSV file with the given lines after the header."""

    def write(*lines: str, header: str = HEADER) -> Path:
        path = tmp_path / "own.csv"
        path.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def named(name: str) -> list[Fact]:
    return [fact for fact in facts() if name in fact.names and fact.kind != DAY]


def recurring(name: str, place: str) -> Fact:
    return next(f for f in facts() if name in f.names and f.kind == DAY and (place in f.places or not place))


def test_several_hundred_facts_of_all_continents_are_shipped() -> None:
    """What is promised: a few hundred, and no continent left out."""
    shipped = facts()
    places = {place for fact in shipped for place in fact.places}
    assert len([fact for fact in shipped if fact.kind != DAY]) >= 300
    assert {"Kenya", "Brazil", "Indonesia", "Poland", "Canada", "New Zealand", "Iraq"} <= places


def test_every_shipped_fact_has_a_date_names_and_no_end_before_its_beginning() -> None:
    """A line that means nothing would be a dead clock; an end before its beginning a wrong one."""
    for fact in facts():
        assert fact.names
        assert all(name == name.strip() and name for name in fact.names)
        if fact.kind == DAY:
            assert day_in(fact, 2024) is not None, fact.names
        else:
            assert days(fact.when.edtf) is not None
            assert fact.end is None or fact.end.latest >= fact.when.earliest, fact.names


def test_no_fact_stands_twice() -> None:
    """Two lines for one event would make its name ambiguous."""
    seen: set[tuple[str, str]] = set()
    for fact in facts():
        if fact.kind != DAY:
            key = (fact.names[0], fact.when.edtf)
            assert key not in seen
            seen.add(key)


@pytest.mark.parametrize(
    ("name", "date", "end"),
    [
        ("World War II", "1939-09-01", "1945-09-02"),
        ("Great Patriotic War", "1941-06-22", "1945-05-09"),
        ("Chernobyl disaster", "1986-04-26", None),
        ("9/11", "2001-09-11", None),
        ("Good Friday Agreement", "1998-04-10", None),
        ("independence of Nigeria", "1960-10-01", None),
        ("independence of Brazil", "1822-09-07", None),
        ("ASEAN", "1967-08-08", None),
        ("Russian invasion of Ukraine", "2022-02-24", None),
        ("fall of the Berlin Wall", "1989-11-09", None),
        ("Srebrenica massacre", "1995-07-11", None),
        ("Voting Rights Act", "1965-08-06", None),
        ("Brown v. Board of Education", "1954-05-17", None),
        ("first moon landing", "1969-07-20", None),
    ],
)
def test_dates_of_well_known_events(name: str, date: str, end: str | None) -> None:
    """The dates that texts count from."""
    (fact,) = named(name)
    assert (fact.when.edtf, fact.end and fact.end.edtf) == (date, end)


def test_an_event_that_two_countries_date_differently_has_both() -> None:
    """Victory is the 8th of May in some countries and the 9th in others; neither is preferred."""
    assert {fact.when.edtf for fact in named("victory in the Second World War")} == {
        "1945-05-08",
        "1945-05-09",
    }


@pytest.mark.parametrize(
    ("name", "place", "year", "date"),
    [
        ("Victory Day", "Russia", 2023, "2023-05-09"),
        ("Independence Day", "United States", 2021, "2021-07-04"),
        ("Independence Day", "Ukraine", 2022, "2022-08-24"),
        ("Bastille Day", "France", 2016, "2016-07-14"),
        ("Thanksgiving", "United States", 2023, "2023-11-23"),
        ("Thanksgiving", "Canada", 2023, "2023-10-09"),
        ("Memorial Day", "United States", 2021, "2021-05-31"),
        ("Labor Day", "United States", 2016, "2016-09-05"),
        ("Easter Sunday", "", 2024, "2024-03-31"),
        ("Good Friday", "", 1998, "1998-04-10"),
        ("Orthodox Easter", "Greece", 2023, "2023-04-16"),
        ("New Year's Day", "", 1, "0001-01-01"),
    ],
)
def test_recurring_days(name: str, place: str, year: int, date: str) -> None:
    """Days with a date, days that are a certain weekday, and days that follow Easter."""
    found = day_in(recurring(name, place), year)
    assert found is not None
    assert found.edtf == date


def test_a_recurring_day_has_no_instants_and_an_event_is_no_recurring_day() -> None:
    """Nobody may take the rule of a day for a date."""
    day = recurring("Christmas", "")
    assert (day.when.edtf, day.when.earliest, day.when.latest) == ("XXXX-12-25", "", "")
    assert day_in(named("9/11")[0], 2023) is None


def test_a_user_adds_facts_with_any_names(file) -> None:
    """A file with only the needed columns, and one with all of them."""
    path = file('2031-02-03,2031-02-05,siege,Siege of Orvel | "the" Orvel siege,Orvel,Q42')
    short = facts((path,))[-1]
    assert short.names == ("Siege of Orvel", '"the" Orvel siege')
    assert (short.when.edtf, short.end and short.end.edtf, short.kind) == (
        "2031-02-03",
        "2031-02-05",
        "siege",
    )
    assert (short.places, short.wikidata) == (("Orvel",), "Q42")
    path = file("2031,,flood,Orvel flood", header="date,end,kind,names\n")
    assert facts((path,))[-1].when.edtf == "2031"


def test_the_shipped_file_is_read_once() -> None:
    """It has over a thousand lines, and every document asks for it."""
    assert facts() is facts()


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("2031-02-30,,siege,Siege of Orvel,,", "is no EDTF date"),
        ("2031-02-03,soon,siege,Siege of Orvel,,", "is no EDTF date"),
        (",,siege,Siege of Orvel,,", "is no EDTF date"),
        ("2031-02-03,,siege, | ,,", "has no name"),
        ("2031-02-03,,,Siege of Orvel,,", "has no kind"),
        ("2031-02-03,,siege,Siege of Orvel,,42", "is no Wikidata id"),
        ("2031-02-03,,siege,Siege of Orvel,,,,", "more values than columns"),
        ("2031-02-03,,day,Orvel Day,,", "comes back every year"),
        ("6th Monday of XXXX-02,,day,Orvel Day,,", "comes back every year"),
        ('2031-02-03,,siege,"Siege "of Orvel,,', "is no CSV"),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do(file, line: str, what: str) -> None:
    """One sentence that names the file, the line and the remedy."""
    path = file("2030-01-01,,siege,Siege of Marn,,", line)
    with pytest.raises(ReadError) as raised:
        facts((path,))
    assert f"{path}, line 3" in str(raised.value)
    assert what in str(raised.value)
    assert raised.value.remedy


def test_a_file_without_its_header_or_that_is_no_text_is_refused(file, tmp_path: Path) -> None:
    """The first line says which column is which."""
    with pytest.raises(ReadError, match="there is no column"):
        facts((file("2031-02-03,,siege,Siege of Orvel,,", header=""),))
    with pytest.raises(ReadError, match="cannot be read"):
        facts((tmp_path / "absent.csv",))
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00,")
    with pytest.raises(ReadError, match="not UTF-8"):
        facts((tmp_path / "bytes.csv",))


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reading(tmp_path_factory, data: bytes) -> None:
    """Any bytes give facts or a controlled error."""
    path = tmp_path_factory.mktemp("facts") / "own.csv"
    path.write_bytes(HEADER.encode() + data)
    with suppress(ReadError):
        facts((path,))


@given(st.integers(-10, 12_000))
def test_every_day_of_every_year_is_a_date_or_none(year: int) -> None:
    """Years outside the calendar have no days."""
    for fact in facts()[-40:]:
        found = day_in(fact, year)
        assert found is None or found.edtf.startswith(f"{year:04}")
