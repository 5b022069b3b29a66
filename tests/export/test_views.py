"""Protects that an export is exactly the view: the same things, in the same order, from every format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import api, export
from onrecord.errors import RecordError, UsageError
from onrecord.export.plain import Utf16, attribute, web_address, xml
from onrecord.record import Record

# How the ids of statements are found in a file of each format that names them.
IDS = {
    "jsonl": r'^\{"id": "([^"]+)"',
    "csv": r"^([0-9a-f]{16}),",
    "webanno": r'"onrecord:id": "([^"]+)"',
    "bibtex": r"\{statement-([^,]+),",
    "csl": r'^\{"id": "statement-([^"]+)"',
    "timelinejs": r'"unique_id": "statement-([^"]+)"',
}


def test_every_kind_can_be_viewed(odd: Record) -> None:
    """A list that is added is offered for export, and what a format cannot hold is not."""
    assert {form.name for form in export.formats("findings")} >= {"jsonl", "csv", "xlsx"}
    assert "tei" not in {form.name for form in export.formats("findings")}
    for kind in export.KINDS:
        words = "bridge agree on the dam" if kind == "verified" else None
        for form in export.formats(kind):
            if form.name != "parquet":
                found = b"".join(export.stream(form, export.View(odd, kind, words)))
                assert found or form.name == "jsonl"  # where nothing is listed, it has no line


@pytest.mark.parametrize("name", sorted(IDS))
@pytest.mark.parametrize(
    "filter",
    [None, api.Filter(mode="turn"), api.Filter(order="oldest"), api.Filter(limit=3, offset=1),
     api.Filter(speaker="petrova", since="2031")],
    ids=["all", "mode", "oldest", "some", "speaker"],
)  # fmt: skip
def test_a_file_holds_what_is_listed_in_order(
    exported: Callable[..., bytes], odd: Record, name: str, filter: api.Filter | None
) -> None:
    """A filtered list and its file never differ; a timeline leaves out what has no date."""
    told = [one for one in api.told(odd, filter) if name != "timelinejs" or one.document.id != "undated"]
    text = exported(name, "statements", filter).decode("utf-8")
    assert re.findall(IDS[name], text, re.MULTILINE) == [one.statement.id for one in told]


def test_pieces_are_the_same_from_a_file_and_an_open_record(odd: Record, odd_record: Path) -> None:
    """A page streams from its open record what a command writes from the file."""
    for form in export.formats("statements"):
        if form.name != "parquet":
            one, other = (
                export.View(place, "statements", made="2031-05-08T00:00:00Z") for place in (odd, odd_record)
            )
            streams = [b"".join(export.stream(form, view)) for view in (one, other)]
            if form.name != "xlsx":  # its parts bear the time at which they were made
                assert streams[0] == streams[1], form.name


def test_what_is_wrong_is_told_before_the_first_piece(odd: Record, tmp_path: Path) -> None:
    """A page can answer with a sentence instead of half a file."""
    for form in export.formats("statements"):
        with pytest.raises(UsageError):
            export.stream(form, export.View(odd, "statements", api.Filter(mode="sung")))
        with pytest.raises(RecordError):
            export.stream(form, export.View(tmp_path / "none", "statements"))


def test_a_text_format_is_streamed(odd: Record) -> None:
    """A file of any length comes in pieces."""
    form = export.named("jsonl")
    pieces = list(export.stream(form, export.View(odd, "statements")))
    assert len(pieces) > 1
    assert all(pieces)


def test_an_empty_view_is_a_whole_file(exported: Callable[..., bytes]) -> None:
    """Nothing found is an answer that programs can read."""
    nothing = api.Filter(words="unheardof")
    assert json.loads(exported("csl", "statements", nothing)) == []
    assert json.loads(exported("timelinejs", "statements", nothing))["events"] == []
    assert json.loads(exported("webanno", "statements", nothing))["total"] == 0
    assert exported("jsonl", "statements", nothing) == b""
    assert zipfile.ZipFile(io.BytesIO(exported("cas", "statements", nothing))).namelist() == [
        "typesystem.xml"
    ]


def test_a_view_is_told_in_words(odd: Record) -> None:
    """Whoever opens the file later knows what was asked for."""
    about = export.View(odd, "statements", api.Filter(speaker="Petrova", has_speaker=True, limit=3)).about()
    assert about["record"] == "odd.onrecord"
    assert about["filter"] == "speaker: Petrova; has speaker: yes; limit: 3"
    assert export.View(odd, "speakers", "petrova").about()["filter"] == "words: petrova"
    assert export.described(api.FindingFilter()) == "everything"


def test_a_file_has_a_plain_name(odd: Record) -> None:
    """A browser saves it under this name on any system."""
    view = export.View(odd, "statements", made="2031-05-08T00:00:00Z")
    assert export.file_name(export.named("bibtex"), view) == "statements-2031-05-08.bib"
    assert len({form.name for form in export.FORMATS}) == len(export.FORMATS)
    assert all(form.help and form.media and re.fullmatch("[a-z]+", form.suffix) for form in export.FORMATS)


def test_utf16_offsets_count_pairs_twice() -> None:
    """Formats that demand UTF-16 get it; the twin is Python's own encoder."""
    for text in ("", "plain", "Жители", "a😀b😀😀c\ud800d", "\U0010ffff"):
        offsets = Utf16(text)
        for at in range(len(text) + 1):
            assert offsets.at(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def test_xml_and_addresses_are_safe() -> None:
    """Nothing that XML cannot hold, and no address but of the web."""
    assert xml("a\x00<b>&\r\ud800\ufffe") == "a\ufffd&lt;b&gt;&amp;&#13;\ufffd\ufffd"
    assert attribute('"\n') == '"&quot;&#10;"'
    good = "https://press.example/a?b=1&c=%7B"
    assert web_address(good) == good
    for bad in (
        "javascript:alert(1)",
        "data:x",
        " https://x",
        "https://x y",
        'https://x"y',
        "ftp://x",
        "",
        None,
    ):
        assert web_address(bad) is None
