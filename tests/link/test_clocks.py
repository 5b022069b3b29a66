"""Protects the date that is inferred for an undated text, and counts from public events as time expressions.

A wrong inference is worse than none: texts that narrate the past must stay undated.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.clocks import expressions, inferred
from onrecord.link.facts import facts
from onrecord.model import Document, Passage, PassageKind, Said, Span, Time, digest
from onrecord.text.edtf import when


def document(text: str, published: str | None = None) -> Document:
    return Document(
        "d", "d.txt", "/d.txt", None, None, None, (), "text", "en",
        when(published) if published else None, None, None, text, digest(text.encode("utf-8", "replace")),
    )  # fmt: skip


def passages(text: str, kind: PassageKind = "paragraph") -> list[Passage]:
    """One passage for each line."""
    made, start = [], 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if bare.strip():
            made.append(Passage("d", len(made), Span(start, start + len(bare)), kind))
        start += len(line)
    return made


def dated(text: str) -> Said | None:
    return inferred(document(text), passages(text), facts())


def edtf(text: str) -> str | None:
    said = dated(text)
    return said.when.edtf if said else None


def counted(text: str, published: str | None = None) -> list[tuple[str, str]]:
    found: list[Time] = expressions(document(text, published), passages(text), facts())
    return [(time.span.of(text), time.when.edtf) for time in found]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was on the 437th day of the war in Ukraine here.", "2023-05-06"),
        ("It was day 100 of Russia's full-scale invasion of Ukraine, Ada Orvel wrote.", "2022-06-03"),
        ("Ukraine and Russia traded fire. On the 365th day of the war, Kyiv was shelled.", "2023-02-23"),
        ("Ukraine says Russia shelled Orvel on the war's 500th day.", "2023-07-08"),
        ("Day 100 of the war in Gaza: what we know.", "2024-01-14"),
        ("This is the 100th day of the Korean War.", "1950-10-02"),
        ("Today marks 20 years since 9/11, and Orvel remembers.", "2021-09-08/2021-09-14"),
        ("Orvel is marking the 30th anniversary of Ukraine's independence today.", "2021-08-21/2021-08-27"),
    ],
)
def test_a_count_dates_a_text(text: str, date: str) -> None:
    """Day 1 of a war is the day on which it began."""
    assert edtf(text) == date


def test_the_basis_says_what_was_counted_from_when_and_the_span_shows_it() -> None:
    """An inferred date never looks like a printed one."""
    text = "Ada Orvel slept badly. It was the 437th day of the war in Ukraine."
    said = dated(text)
    assert said is not None
    assert said.basis == "inferred: 437th day of the war in Ukraine, counted from 2022-02-24"
    assert said.span is not None
    assert said.span.of(text) == "437th day of the war in Ukraine"


def test_an_anniversary_to_come_gives_the_half_year_before_it() -> None:
    """A text that looks ahead to a day was written before it."""
    said = dated("Leaders of Orvel will gather for the 75th anniversary of the Great Patriotic War victory.")
    assert said is None or said.when.latest < "2020-05-10"
    said = dated("Orvel is preparing for the 80th anniversary of the liberation of Auschwitz.")
    assert said is not None
    assert said.when.edtf == "2024-07-28/2025-01-27"


def test_two_clocks_that_agree_narrow_each_other() -> None:
    """The most precise one wins, and the wider one does not widen it."""
    text = (
        "The 78th anniversary of the Soviet victory in the Second World War will come.\n"
        "It is the 437th day of the war in Ukraine."
    )
    assert edtf(text) == "2023-05-06"


def test_a_weekday_with_its_date_narrows_the_year_that_an_anniversary_gives() -> None:
    """9 May 2023 was a Tuesday."""
    text = (
        "Orvel will mark the 78th anniversary of the Soviet victory in the Second World War.\n"
        "The parade of Orvel will be held on Tuesday, May 9, its mayor said."
    )
    assert edtf(text) == "2023-05-02/2023-05-09"


@pytest.mark.parametrize(
    "text",
    [
        "In 2005, on the 60th anniversary of the victory over Nazi Germany, Ada Orvel spoke in Marn.",
        "Orvel fell in 1941. It grew in 1950, 1961 and 1970. On the 20th anniversary of D-Day it slept.",
        "She remembered the 50th anniversary of D-Day, and how her father wept.",
        "On the 100th day of the war the town fell. In March 2024 Ukraine and Russia made peace there.",
        "It was the 100th day of the war, and nobody knew which war was meant.",
        "It was the 10th anniversary of his death in Orvel.",
        "The 5th anniversary of the Chernobyl museum was marked today.",
        "On the third day of the conference, Ada Orvel spoke.",
        "He was here two days after the war.",
        "Who knows? The 20th anniversary of who we are is today.",
        "",
    ],
)
def test_what_is_narrated_or_unclear_dates_nothing(text: str) -> None:
    """An essay on history, a count that a later date contradicts, a war that is not named, another event."""
    assert edtf(text) is None


def test_a_war_without_a_name_is_the_one_whose_sides_are_named() -> None:
    """Two wars that may be meant give none."""
    assert (
        edtf("Israel struck Gaza again on the 30th day of the war. In Gaza, Israel said so.") == "2023-11-05"
    )
    both = "Israel struck Gaza. Russia struck Ukraine. It was the 30th day of the war."
    assert edtf(both) is None


def test_a_day_count_in_page_furniture_counts_and_an_anniversary_there_does_not() -> None:
    """A live ticker's line is about today; a teaser of another text is not about this one."""
    text = "It was on the 437th day of the war in Ukraine."
    said = inferred(document(text), passages(text, "furniture"), facts())
    assert said is not None
    other = "Today is the 20th anniversary of 9/11."
    assert inferred(document(other), passages(other, "furniture"), facts()) is None


def test_no_facts_no_clock() -> None:
    """Nothing is known that is not in the facts given."""
    text = "It was the 437th day of the war in Ukraine."
    assert inferred(document(text), passages(text), ()) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "On the 70th anniversary of the Soviet victory in the Second World War he left.",
            [("70th anniversary of the Soviet victory in the Second World War", "2015-05-09")],
        ),
        ("Two days after the 9/11 attacks she wrote.", [("Two days after the 9/11 attacks", "2001-09-13")]),
        ("the centenary of the October Revolution", [("centenary of the October Revolution", "2017-11-07")]),
        ("on NATO's 75th anniversary", [("75th anniversary", "2024-04-04")]),
        (
            "the tenth anniversary of the Rana Plaza collapse",
            [("tenth anniversary of the Rana Plaza collapse", "2023-04-24")],
        ),
        ("It is 500 days since the invasion of Kuwait.", []),
        ("the 100th day of school", []),
        ("the 20th anniversary of the 9/11 museum", []),
    ],
)
def test_counts_are_time_expressions(text: str, found: list[tuple[str, str]]) -> None:
    """An anniversary is a day; a length of time is none."""
    assert counted(text) == found


def test_a_name_of_two_events_means_the_one_next_to_the_date_of_the_text() -> None:
    """Without a date of the text the expression spans both."""
    text = "the 75th anniversary of the defeat of fascism in Europe"
    assert counted(text, "2020-05-09")[0][1] == "2020-05-09"
    assert counted(text, "2020-05-02")[0][1] == "2020-05-08"
    assert counted(text)[0][1] == "2020-05-08/2020-05-09"


def test_a_country_before_the_name_must_be_the_events_own() -> None:
    """The armistice in Korea is not that of 1918."""
    assert counted("the 70th anniversary of the Korean armistice") == [
        ("70th anniversary of the Korean armistice", "2023-07-27")
    ]
    assert counted("the 70th anniversary of the Japanese Armistice") == []


WORDS = st.sampled_from(
    "the of war day 437th 100 Day anniversary 75th since 9/11 Victory in Ukraine . , \n “ ” Tuesday May 9 "
    "2023 years after centenary World War II an 99999th 0th \u00a0 ’s Jr. is today will".split(" ")
)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_is_dated_or_not(text: str) -> None:
    """Hostile text breaks nothing; what is found stands in the text and in order."""
    for published in (None, "2023-05-06"):
        times = expressions(document(text, published), passages(text), facts())
        ends = 0
        for time in times:
            assert ends <= time.span.start < time.span.end <= len(text)
            ends = time.span.end
    said = inferred(document(text), passages(text), facts())
    assert said is None or said.basis.startswith("inferred: ")
