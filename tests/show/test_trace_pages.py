"""Protects traces: lineages with their changes, copies folded, timelines, two places side by side."""

from __future__ import annotations

import json
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, show
from onrecord.model import Edit, Span
from onrecord.settings import Settings
from onrecord.show import timelines, wordings
from tests.show.conftest import Served, assert_accessible, serving

QUOTE = (
    "We will open the northern lock before the winter and every one of the 14 keepers will be paid in full"
)
WIRE = (
    "KORVIN, 3 June 2031 (RNA) — The lock office spoke.\n\n“{}”, said Iva Brandt, head of the lock office.\n"
)
TEXTS = [
    ("The Lock Gazette", "2031-06-03", "Lock to open", WIRE.format(QUOTE)),
    ("Morning Quay", "2031-06-04", "Lock to open", WIRE.format(QUOTE)),  # a copy of the whole text
    (
        "Harbour <b>Mail</b>",
        "2031-06-05",
        "<script>alert(1)</script>",
        "Iva Brandt has promised much.\n\n“" + QUOTE.replace("14", "17") + "”, said Iva Brandt at noon.\n",
    ),
    (
        "Quay Times",
        "2031-06-09",
        "Keepers wait",
        "The keepers wait for their wages.\n\n“"
        + QUOTE.replace(" before the winter", "")
        + "”, said Iva Brandt to the keepers, who had heard as much in spring.\n",
    ),
]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of four invented reports of one utterance: one a copy, one with a number changed, one cut."""
    folder = tmp_path_factory.mktemp("locks")
    rows = [
        {"id": f"r{n}", "outlet": outlet, "published": day, "title": title, "text": text, "language": "en"}
        for n, (outlet, day, title, text) in enumerate(TEXTS)
    ]
    (folder / "locks.jsonl").write_text("\n".join(map(json.dumps, rows)))
    record = folder / "locks.onrecord"
    api.add(record, [str(folder / "locks.jsonl")], Settings(record=str(record), workers=1, reader="rules"))
    return record


@pytest.fixture
def client(told: Path) -> TestClient:
    return TestClient(show.application(told), base_url="http://127.0.0.1:8420")


@pytest.fixture
def family(told: Path) -> str:
    """The family of the utterance."""
    [found] = [row.family for row in api.families(told) if len(row.family.members) == 4]
    return found.id


def test_lists_what_the_record_lists(client: TestClient, told: Path, record: Path) -> None:
    """The families of the list in its order, with outlets, words, and how many reports have them."""
    expected = list(api.families(told))
    found = client.get("/traces?format=json").json()
    assert found["total"] == len(expected)
    assert [one["id"] for one in found["families"]] == [row.family.id for row in expected]
    assert [one["reports"] for one in found["families"]] == [row.reports for row in expected]
    assert [one["outlets"] for one in found["families"]] == [list(row.outlets) for row in expected]
    assert [one["words"] for one in found["families"]] == [row.sample for row in expected]
    other = TestClient(show.application(record), base_url="http://127.0.0.1:8420")
    for query, filter in [
        ("speaker=lenk&order=oldest", api.FamilyFilter(speaker="lenk", order="oldest")),
        ("q=mine&kind=statement", api.FamilyFilter(words="mine", kind="statement")),
        ("at_least=2&since=2031-05-04", api.FamilyFilter(at_least=2, since="2031-05-04")),
    ]:
        ids = [row.family.id for row in api.families(record, filter)]
        assert ids
        found = other.get(f"/traces?{query}&format=json").json()["families"]
        assert [one["id"] for one in found] == ids


def test_copies_are_folded_until_they_are_asked_for(client: TestClient, family: str) -> None:
    """A copy of a whole text counts once, and is shown by itself where that is asked."""
    folded = client.get(f"/trace/{family}?format=json").json()
    assert (folded["size"], folded["reports"], folded["total"], folded["folded"]) == (4, 3, 3, True)
    assert [one["number"] for one in folded["members"]] == [1, 3, 4]
    assert folded["members"][0]["copies"] == 1
    unfolded = client.get(f"/trace/{family}?unfold=1&format=json").json()
    assert [one["number"] for one in unfolded["members"]] == [1, 2, 3, 4]
    assert unfolded["members"][1]["hops"][0]["kind"] == "copy"


def test_each_place_says_what_it_changed(client: TestClient, family: str) -> None:
    """The number that was put for another, the words that were dropped, and what shows the order."""
    page = client.get(f"/trace/{family}").text
    assert "which was published earlier: number 14 → 17" in page
    assert "3 words dropped" in page
    for tag, kind, words in (("del", "from", "14"), ("ins", "to", "17"), ("del", "dropped", "the winter")):
        piece = (
            page.partition('class="lineage')[2]
            .partition(f'<{tag} class="e-{kind}"')[2]
            .partition(f"</{tag}>")[0]
        )
        assert words in piece
        assert 'class="unseen">[' in piece  # said, not only coloured
    assert "<script>alert" not in page
    assert "Harbour &lt;b&gt;Mail" in page
    hops = [one["hops"][0] for one in client.get(f"/trace/{family}?format=json").json()["members"][1:]]
    assert [hop["kind"] for hop in hops] == ["copy", "cut"]
    assert [hop["edits"][0]["kind"] for hop in hops] == ["number", "dropped"]


def test_any_two_places_side_by_side(client: TestClient, family: str) -> None:
    """Both wordings as they stand, each with its own marks, whichever is named first."""
    for pair in ("3,4", "4, 3"):
        page = client.get(f"/trace/{family}", params={"compare": pair}).text
        sides = page.partition('class="sides"')[2].partition("Lineage")[0]
        assert '<mark class="m-changed" title="number differs">17</mark>' in sides
        assert '<mark class="m-changed" title="number differs">14</mark>' in sides
        assert "m-dropped" in sides
    for wrong in ("1", "1,1", "1,9", "0,1", "a,b", "1,2,3"):
        assert client.get(f"/trace/{family}", params={"compare": wrong}).status_code == 400


def test_the_timeline_has_every_place_once(told: Path, family: str) -> None:
    """A row an outlet, copies hollow, each place linked, and the same counts in the table."""
    line = timelines.timeline(api.lineage(told, family), lambda number: f"#m-{number + 1}")
    assert line is not None
    assert [(name, count) for name, count, _ in line.rows] == [(outlet, 1) for outlet, *_ in TEXTS]
    assert [dot.copy for dot in line.dots] == [False, True, False, False]
    assert [dot.address for dot in line.dots] == ["#m-1", "#m-2", "#m-3", "#m-4"]
    assert [dot.x for dot in line.dots] == sorted(dot.x for dot in line.dots)
    assert len(line.lines) == 2
    assert [(outlet, day) for outlet, day, _ in line.table] == [(outlet, day) for outlet, day, *_ in TEXTS]


def test_a_large_family_comes_in_parts(told: Path, family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of places only a page is read; the parts together are the whole, with the same changes."""
    whole = api.lineage(told, family, unfold=True)
    monkeypatch.setattr(sys.modules["onrecord.api.lineage"], "LARGE", 1)
    parts = [api.lineage(told, family, offset=n, limit=1) for n in range(4)]
    assert [part.total for part in parts] == [4] * 4
    assert not any(part.folded or part.ways for part in parts)
    assert tuple(member for part in parts for member in part.members) == whole.members
    assert sum(one.places for one in parts[0].spread) == 4
    line = timelines.timeline(parts[0], str)
    assert line is not None
    assert line.unit == "month"


def test_families_are_listed_as_they_are_read(told: Path) -> None:
    """The list without members says what the families themselves say."""
    for listed, row in zip(api.families_listed(told), api.families(told), strict=True):
        assert listed.head.id == row.family.id
        assert listed.head.size == len(row.family.members)
        assert listed.first == row.family.members[0]
        assert listed.outlets == row.outlets
        assert (listed.sample, listed.head.reports) == (row.sample, row.reports)


def test_pieces_keep_every_word() -> None:
    """What stays and what was added is the later text, what stays and what was dropped the earlier one."""
    earlier, later = "He owes 14 crowns, not more.", "He owes 17 crowns, and not one more."
    edits = [Edit("number", Span(8, 10), Span(8, 10)), Edit("added", Span(18, 18), Span(19, 22)),
             Edit("added", Span(22, 22), Span(27, 30))]  # fmt: skip
    pieces = wordings.pieces(later, Span(0, len(later)), [(earlier, edits)])
    new = " ".join(str(one.words) for one in pieces if one.kind not in ("dropped", "from"))
    old = " ".join(str(one.words) for one in pieces if one.kind not in ("added", "to"))
    assert new.split() == later.split()
    assert old.split() == earlier.split()
    assert [one.kind for one in pieces] == ["same", "from", "to", "same", "added", "same", "added", "same"]


def test_by_keyboard_and_for_all(page: Page, told: Path, family: str) -> None:
    """j and k go from place to place, links of the timeline are named, axe finds nothing serious."""
    for other in serving(told):
        page.goto(f"{other.address}/trace/{family}?unfold=1&compare=1,3")
        assert_accessible(page)
        page.evaluate("document.documentElement.removeAttribute('data-theme')")
        for key, wanted in (("j", "m-1"), ("j", "m-2"), ("k", "m-1")):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.id") == wanted
        page.get_by_role("link", name="3: Harbour <b>Mail</b>, 2031-06-05").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#m-3")
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.goto(f"{other.address}/traces")
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.fixture
def served(told: Path) -> Served:
    """The browser of these tests looks at pages that they serve themselves."""
    return Served("http://127.0.0.1", told)


@pytest.mark.parametrize("length", [1, 2, 5, 11, 30, 61, 63, 100, 400, 700, 800, 3000, 9000])
def test_words_along_the_top_do_not_overlap(length: int) -> None:
    """Not with each other, nor with "unknown", which stands right of all days."""
    first = date(2031, 5, 6).toordinal()
    room = timelines.WIDE - timelines.LEFT - timelines.RIGHT - 20

    def x(day: str | None) -> float:
        assert day
        return timelines.LEFT + 10 + room * (timelines._ordinal(day) - first) / length

    ticks = timelines._ticks(first, first + length, x)
    spans = [(place - 3.5 * len(label), place + 3.5 * len(label)) for label, place in ticks]
    spans.append((timelines.WIDE - timelines.RIGHT / 2 - 24.5, timelines.WIDE))
    assert all(before[1] < after[0] for before, after in pairwise(spans)), ticks
