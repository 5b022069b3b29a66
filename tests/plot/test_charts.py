"""Protects every picture: it is drawn from its numbers, without scripts, addresses or a network."""

from __future__ import annotations

import csv
import io
import json
import socket
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from onrecord import api, plot
from onrecord.errors import OnrecordError, UsageError

NAMES = [chart.name for chart in plot.CHARTS]
LOOKS = (plot.Look(900), plot.Look(360, dark=True))


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of this file may reach for the network."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a picture reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


def texts(svg: str) -> list[str]:
    """The words that a drawing shows."""
    root = ElementTree.fromstring(svg)
    return ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("look", LOOKS, ids=["wide", "narrow"])
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_svg_without_scripts(record: Path, name: str, look: plot.Look) -> None:
    """What a source prints is text in the drawing, never markup; its title says what is counted."""
    found = plot.picture(name, record)
    svg = plot.written(found, "svg", look).decode("utf-8")
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert "href" not in svg.replace("xmlns:xlink", "")
    shown = " ".join(texts(svg))
    assert found.title.split()[0] in shown
    assert "r.onrecord" in shown
    assert float(ElementTree.fromstring(svg).attrib["width"]) <= look.width + 40


@pytest.mark.parametrize("name", NAMES)
def test_a_specification_holds_its_numbers(record: Path, name: str) -> None:
    """Nothing in it is an address but the name of its schema."""
    told: dict[str, Any] = plot.spec(plot.picture(name, record))
    schema = told.pop("$schema")
    assert "vega-lite" in schema
    assert "http" not in json.dumps(told)
    assert '"url"' not in json.dumps(told)


def test_a_picture_leaves_in_every_format(record: Path) -> None:
    """A PNG is one, the numbers are the picture's own, and a page needs nothing else."""
    found = plot.picture("outlets", record)
    assert plot.written(found, "png").startswith(b"\x89PNG\r\n")
    assert json.loads(plot.written(found, "json"))["rows"] == [list(row) for row in found.rows]
    assert json.loads(plot.written(found, "vl.json"))["$schema"]
    table = list(csv.reader(io.StringIO(plot.written(found, "csv").decode())))
    assert table[0] == ["outlet", "statements", "documents"]
    assert len(table) == len(found.rows) + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row)
    with pytest.raises(UsageError, match="svg"):
        plot.written(found, "gif")


def test_outlets_tell_statements_from_documents(record: Path) -> None:
    """How much is said and in how many texts are two numbers."""
    rows = {row[0]: row[1:] for row in plot.picture("outlets", record).rows}
    listed = [one for one in api.told(record) if one.document.outlet == "Dunmere Gazette"]
    assert rows["Dunmere Gazette"] == (len(listed), 2)
    assert rows["outlet unknown"][1] == 1


def test_a_family_is_shown_by_outlet_and_day(record: Path) -> None:
    """Each report stands where it was published; the later one says how it repeats the earlier."""
    family = next(iter(api.families(record, api.FamilyFilter(words="lorries"))))
    found = plot.picture("outlets", record, id=family.family.id)
    assert [row[1] for row in found.rows] == ["2031-05-03", "2031-05-05"]
    assert found.rows[0][2] == "first"
    assert found.rows[1][2] in ("copy", "cut", "reworded", "whole text copied")
    assert family.family.id in " ".join(found.notes)
    assert plot.written(found, "svg").startswith(b"<svg")


def test_a_chain_shows_what_is_missing(record: Path) -> None:
    """A relay of which the record holds no text is a gap, in the drawing and in the numbers."""
    passed = next(one for one in api.told(record) if one.statement.via)
    found = plot.picture("chain", record, id=passed.statement.id)
    steps = {row["role"]: row for row in found.records()}
    assert steps["speaker"]["name"] == "Odo Lenk"
    assert not steps["speaker"]["missing"]
    assert (steps["relay"]["name"], steps["relay"]["missing"]) == ("BNA", True)
    assert "stroke-dasharray" in plot.written(found, "svg").decode()
    with pytest.raises(UsageError, match="no statement"):
        plot.picture("chain", record, id=passed.document.id)


def test_flows_are_of_what_was_passed_on(record: Path) -> None:
    """Who was reported through whom is counted once for each statement that names a relay."""
    found = plot.picture("chain", record)
    passed = [one for one in api.told(record) if one.statement.via]
    assert sum(int(row["statements"] or 0) for row in found.records()) == len(passed)
    assert found.notes[0].startswith(f"{len(passed)} of ")


def test_nothing_to_show_is_said(record: Path) -> None:
    """A filter that lets nothing through gives a picture that says so."""
    for name in NAMES:
        found = plot.picture(name, record, api.Filter(words="zeppelin"))
        assert not found.rows
        assert "Nothing to show." in texts(plot.written(found, "svg").decode())


def test_a_painter_draws_the_same(record: Path) -> None:
    """What another process draws is what this one would; one that was killed is started anew."""
    found = plot.picture("timeline", record)
    painter = plot.Painter()
    try:
        assert painter.written(found, "svg", LOOKS[0]) == plot.written(found, "svg", LOOKS[0])
        assert painter._popen is not None
        painter._popen.kill()
        painter._popen.wait()
        assert painter.written(found, "svg", LOOKS[1]) == plot.written(found, "svg", LOOKS[1])
        with pytest.raises(OnrecordError, match="gif"):
            painter.written(found, "gif", LOOKS[0])
        assert painter.written(found, "csv", LOOKS[0]) == plot.written(found, "csv", LOOKS[0])
    finally:
        painter.close()
