"""Protects timelines: dates as precise as they are known, texts that no browser runs, a count of the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from onrecord import api
from onrecord.export.timelinejs import LONGEST


class Tags(HTMLParser):
    """The tags and addresses of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str | None] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def timeline(exported: Callable[..., bytes]) -> dict[str, Any]:
    return json.loads(exported("timelinejs"))


def of(timeline: dict[str, Any], told: api.Told) -> dict[str, Any]:
    return next(e for e in timeline["events"] if e["unique_id"] == f"statement-{told.statement.id}")


def test_dates_are_as_precise_as_they_are_known(timeline: dict[str, Any], listed: list[api.Told]) -> None:
    """A day, a month, a year, a stretch of days; said where known, else published."""
    shown = {
        (told.document.id, told.statement.mode): of(timeline, told)
        for told in listed
        if told.document.id != "undated"
    }
    assert shown["doc 1/ü", "mixed"]["start_date"] == {"year": 2031, "month": 5, "day": 5}
    assert shown["doc 1/ü", "mixed"]["display_date"] == "2031-05-05"
    assert shown["doc 1/ü", "indirect"]["display_date"] == "published 2031-05-08"
    assert shown["turns", "direct"]["start_date"] == {"year": 2031, "month": 5}
    assert shown["joint", "joint"]["start_date"] == {"year": 2031}
    week = next(event for event in timeline["events"] if "end_date" in event)
    assert (week["start_date"]["day"], week["end_date"]["day"]) == (1, 7)
    assert week["display_date"] == "2031-05-01 to 2031-05-07"


def test_what_has_no_date_is_counted(timeline: dict[str, Any], listed: list[api.Told]) -> None:
    """Nothing is silently missing."""
    assert len(timeline["events"]) == len(listed) - 1
    assert "1 without a date is left out" in timeline["title"]["text"]["text"]
    assert f"{len(listed) - 1} statements." in timeline["title"]["text"]["text"]


def test_no_text_is_html(timeline: dict[str, Any]) -> None:
    """Whatever stands in a text, only these tags reach the page, and links lead to the web."""
    for event in [*timeline["events"], timeline["title"]]:
        for piece in (event["text"]["headline"], event["text"]["text"], event.get("group", "")):
            found = Tags(piece)
            assert found.tags <= {"blockquote", "p", "a", "br"}
            assert all(re.match("https?://", link or "") for link in found.links)
    texts = "".join(Tags(event["text"]["text"]).text for event in timeline["events"])
    assert "<script>alert(1)</script>" in texts


def test_groups_are_speakers(timeline: dict[str, Any]) -> None:
    """A word that names nobody is no group, but is shown as printed."""
    groups = {event["group"] for event in timeline["events"]}
    assert {"Ana Petrova", "Bo Lind", "Unnamed speaker"} <= groups
    assert not {"They", "Q"} & groups
    assert {"“They”", "“Q”"} <= {event["text"]["headline"] for event in timeline["events"]}


def test_a_slide_holds_a_slide_s_worth(timeline: dict[str, Any]) -> None:
    """A long statement is cut, and says so."""
    longest = max((Tags(event["text"]["text"]).text for event in timeline["events"]), key=len)
    assert " … [cut]" in longest
    assert len(longest) < LONGEST + 400
