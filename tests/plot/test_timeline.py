"""Protects the picture of statements over time: all of known date are in one bar each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import api, plot
from onrecord.errors import UsageError
from onrecord.plot import periods

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAYS = st.dates(date(1200, 1, 1), date(2400, 1, 1))


def test_every_statement_of_a_known_day_is_in_one_bar(record: Path) -> None:
    """The bars add up to the list; what is left out is said below the title."""
    found = plot.picture("timeline", record)
    everything = list(api.told(record))
    dated = [one for one in everything if one.document.published and len(one.document.published.edtf) > 7]
    assert sum(int(row["statements"] or 0) for row in found.records()) == len(dated)
    assert {row["day"] for row in found.records()} == {"2031-05-02", "2031-05-03", "2031-05-04", "2031-05-05"}
    assert f"{len(everything)} statements in 6 documents · r.onrecord" in found.notes[0]
    assert "1 statement of unknown date not shown" in found.notes[1]
    assert "known less closely than to the day not shown" in found.notes[1]


@pytest.mark.parametrize("by", ["mode", "speaker", "outlet", "act"])
def test_colours_change_nothing_of_the_sum(record: Path, by: str) -> None:
    """However they are coloured, the same statements are counted."""
    found = plot.picture("timeline", record, by=by)
    plain = plot.picture("timeline", record)
    assert found.columns[3] == by
    assert sum(int(row[4] or 0) for row in found.rows) == sum(int(row[4] or 0) for row in plain.rows)
    assert {row[3] for row in found.rows} <= set(found.shape["kinds"])


def test_a_filter_counts_what_the_list_gives(record: Path) -> None:
    """A picture is of a view: its sum is the view's length, and its title names the filter."""
    filter = api.Filter(speaker="lenk", since="2031-05-03")
    found = plot.picture("timeline", record, filter)
    assert sum(int(row[4] or 0) for row in found.rows) == len(list(api.told(record, filter)))
    assert "speaker lenk" in found.notes[0]
    assert "from 2031-05-03" in found.notes[0]


def test_what_means_nothing_is_refused(record: Path) -> None:
    """A slip of the pen names what there is."""
    with pytest.raises(UsageError, match="did you mean timeline"):
        plot.picture("timelime", record)
    with pytest.raises(UsageError, match="mode"):
        plot.picture("timeline", record, by="colour")
    with pytest.raises(UsageError, match="id"):
        plot.picture("timeline", record, id="3f")


@PATIENT
@given(DAYS, st.sampled_from(periods.UNITS))
def test_a_day_lies_in_one_period(day: date, unit: periods.Unit) -> None:
    """Periods follow one another without a gap, and a day is in its own."""
    one = periods.period(day, unit)
    assert one.start <= day < one.end
    assert periods.period(one.end - timedelta(days=1), unit) == one
    assert periods.period(one.end, unit).start == one.end
    assert periods.holding(day, day, unit) == one
    assert periods.holding(one.start, one.end, unit) is None


@PATIENT
@given(DAYS, st.integers(0, 20_000), st.integers(3, 14))
def test_an_axis_names_few_periods(first: date, days: int, most: int) -> None:
    """Whatever the time, what is named fits, is in order, and lies in it."""
    last = first + timedelta(days=days)
    unit = periods.unit(first, last)
    named = periods.ticks(first, last, unit, most)
    assert len(named) <= most + 1
    assert named == sorted(set(named))
    assert all(one.start <= last and one.end > first for one in named)
