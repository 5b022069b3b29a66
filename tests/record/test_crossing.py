"""Protects the numbers of pictures: counted in arrays they are those of the list, whatever the filter."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord import api
from onrecord.errors import UsageError
from onrecord.settings import Settings

WORDS = (
    '"The bridge will open," Mayor Ada Quill said.',
    "Odo Lenk said that nothing had sunk.",
    '"Never again."',
)
FILTERS = (
    api.Filter(),
    api.Filter(words="bridge"),
    api.Filter(speaker="quill"),
    api.Filter(outlet="gazette", mode="direct"),
    api.Filter(since="2031-05", until="2031-05"),
    api.Filter(words="nothing", until="2031-05-02"),
    api.Filter(has_speaker=False),
    api.Filter(words="zeppelin"),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six texts by two outlets and none, of days, of a month and of no date."""
    folder = tmp_path_factory.mktemp("crossing")
    heads = (
        "date: 2031-05-02\noutlet: Dunmere Gazette",
        "date: 2031-05\noutlet: Dunmere Gazette",
        "date: 2031-06-01\noutlet: Velin Courier",
        "date: 2031-05-02",
        "outlet: Velin Courier",
        "title: Nothing",
    )
    for number, head in enumerate(heads):
        body = "\n\n".join((*WORDS, f"This is text number {number}."))
        (folder / f"{number}.md").write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")
    path = folder / "r.onrecord"
    api.add(path, [str(folder)], Settings(reader="rules", workers=1))
    return path


def slow(record: Path, filter: api.Filter, side: str) -> Counter[tuple[str | None, str | None]]:
    """The same, statement by statement: how many of each printed date and key."""
    found: Counter[tuple[str | None, str | None]] = Counter()
    for told in api.told(record, filter):
        when = told.document.published
        speaker = told.statement.speaker
        who = told.people.get(speaker.span) if speaker else None
        key = {
            "mode": told.statement.mode,
            "act": told.statement.act,
            "outlet": told.document.outlet,
            "speaker": None if speaker is None else (who.entity if who and who.entity else ""),
        }[side]
        found[when.edtf if when else None, key] += 1
    return found


@pytest.mark.parametrize("side", ["mode", "act", "outlet", "speaker"])
@pytest.mark.parametrize("filter", FILTERS, ids=repr)
def test_what_is_counted_is_what_is_listed(record: Path, filter: api.Filter, side: str) -> None:
    """Every statement once, under the days of its document and its key."""
    with api.reading(record) as store:
        found = api.Overview(record).crossed(store, filter, side)
    cells: Counter[tuple[str | None, str | None]] = Counter()
    for cell in found.cells:
        assert (cell.first is None) == (cell.last is None)
        day = cell.first if cell.first == cell.last else (cell.first or "")[:7]
        cells[day, cell.key] += cell.statements
    assert cells == slow(record, filter, side)
    listed = list(api.told(record, filter))
    assert found.statements == len(listed)
    assert found.documents == len({told.document.id for told in listed})
    assert sum(found.held.values()) >= found.documents
    assert set(found.held) == {cell.key for cell in found.cells} == set(found.names)


def test_an_unknown_side_is_refused(record: Path) -> None:
    """A slip of the pen is no empty picture."""
    with api.reading(record) as store, pytest.raises(UsageError, match="outlet"):
        api.Overview(record).crossed(store, api.Filter(), "outlets")


def test_those_who_say_least_are_counted_together(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many speakers the loudest keep their names; nobody's statements are lost."""
    from onrecord.record import crossing

    with api.reading(record) as store:
        every = api.Overview(record).crossed(store, api.Filter(), "speaker")
        monkeypatch.setattr(crossing, "_LOUD", 1)
        few = api.Overview(record).crossed(store, api.Filter(), "speaker")
    named = [key for key in every.names if key]
    kept = [key for key in few.names if key and key != "*"]
    assert len(named) == 2
    assert len(kept) == 1
    total = Counter[str | None]()
    for cell in few.cells:
        total[cell.key] += cell.statements
    (quiet,) = set(named) - set(kept)
    assert total["*"] == sum(cell.statements for cell in every.cells if cell.key == quiet)
    assert sum(total.values()) == few.statements == every.statements
