"""Protects TEI: valid, well nested where statements cross, with every word of the text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from onrecord import api
from onrecord.export.nesting import Mark, Writer, tokens
from onrecord.export.plain import clean
from onrecord.model import Span
from onrecord.record import Record

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SUBSET = Path(__file__).parent / "tei_subset.rng"


@pytest.fixture
def corpus(exported: Callable[..., bytes]) -> Any:
    return etree.fromstring(exported("tei"))


def said(corpus: Any, id: str) -> str:
    """The words of a statement: its pieces, in the order in which they lead to one another."""
    pieces = {one.get(ID): one for one in corpus.iter(f"{TEI}said") if one.get("n") == id}
    [first] = [one for one in pieces.values() if one.get("prev") is None]
    found, last = [first], None
    while (following := found[-1].get("next")) is not None:
        last = found[-1]
        found.append(pieces[following[1:]])
        assert found[-1].get("prev") == f"#{last.get(ID)}"
    assert len(found) == len(pieces)
    return "".join("".join(one.itertext()) for one in found)


def test_it_is_valid(corpus: Any, exported: Callable[..., bytes]) -> None:
    """Against the part of TEI P5 that is used; an empty view too."""
    schema = etree.RelaxNG(etree.parse(SUBSET))
    schema.assertValid(corpus)
    schema.assertValid(etree.fromstring(exported("tei", "statements", api.Filter(words="unheardof"))))


def test_the_schema_would_notice(corpus: Any) -> None:
    """A name that holds somebody's words is none."""
    name, words = next(corpus.iter(f"{TEI}rs")), next(corpus.iter(f"{TEI}said"))
    kept = words.get("next")
    words.set("next", "nowhere")
    assert not etree.RelaxNG(etree.parse(SUBSET)).validate(corpus)
    words.set("next", kept)
    assert etree.RelaxNG(etree.parse(SUBSET)).validate(corpus)
    name.append(etree.fromstring(f'<said xmlns="{TEI[1:-1]}" direct="true" aloud="true"/>'))
    assert not etree.RelaxNG(etree.parse(SUBSET)).validate(corpus)


def test_every_word_of_the_texts_is_there(corpus: Any, odd: Record, listed: list[api.Told]) -> None:
    """In the passages as stored, with what XML cannot hold replaced."""
    ids = dict.fromkeys(told.document.id for told in listed)
    texts = corpus.findall(f"{TEI}TEI")
    assert [one.get("n") for one in texts] == list(ids)
    for one in texts:
        document = next(told.document for told in listed if told.document.id == one.get("n"))
        expected = "".join(clean(p.span.of(document.text)) for p in odd.passages(document.id))
        found = "".join(one.find(f"{TEI}text").itertext())
        assert "".join(found.split()) == "".join(expected.split())


def test_statements_cover_their_words(corpus: Any, listed: list[api.Told]) -> None:
    """Also those that are cut, cross another, or go on in the next passage."""
    assert (
        list(dict.fromkeys(one.get("n") for one in corpus.iter(f"{TEI}said"))).sort()
        == [told.statement.id for told in listed].sort()
    )
    for told in listed:
        words = "".join(clean(span.of(told.document.text)) for span in told.statement.content)
        assert "".join(said(corpus, told.statement.id).split()) == "".join(words.split())


def test_pointers_lead_somewhere(corpus: Any, listed: list[api.Told]) -> None:
    """To persons, bodies, dates and pieces, each with an id of its own."""
    ids = [one.get(ID) for one in corpus.iter() if one.get(ID)]
    assert len(ids) == len(set(ids))
    for one in corpus.iter(f"{TEI}said", f"{TEI}rs", f"{TEI}seg", f"{TEI}sp"):
        for name in ("who", "toWhom", "source", "corresp", "ana", "ref", "next", "prev"):
            for pointer in one.get(name, "").split():
                assert pointer[1:] in set(ids), (name, pointer)


def test_who_says_it_to_whom_and_when(corpus: Any, listed: list[api.Told]) -> None:
    """Persons by name, states as bodies, relays as sources; direct or not; when it was said."""
    by = {one.get(ID): one for one in corpus.iter() if one.get(ID)}
    told = next(one for one in listed if one.statement.mode == "mixed")
    piece = next(one for one in corpus.iter(f"{TEI}said") if one.get("n") == told.statement.id)
    name = {key: "".join(by[piece.get(key)[1:]].itertext()) for key in ("who", "toWhom", "source")}
    assert name["who"].startswith("Ana Petrova")
    assert name["toWhom"].startswith("Bo Lind")
    assert name["source"].startswith("ANA")
    assert by[piece.get("corresp")[1:]].get("when") == "2031-05-05"
    assert (piece.get("direct"), piece.get("aloud")) == ("unknown", "true")
    joint = next(one for one in corpus.iter(f"{TEI}said") if "mode.joint" in one.get("ana"))
    tags = [by[pointer[1:]].tag for pointer in joint.get("who").split()]
    assert tags == [f"{TEI}org"] * 3
    they = next(one for one in corpus.iter(f"{TEI}said") if "act.thought" in one.get("ana"))
    assert "".join(by[they.get("who")[1:]].itertext()) == "“They”"


def test_turns_have_their_labels(corpus: Any) -> None:
    """The label is printed once, where it stands, with the signs around it."""
    labels = ["".join(one.itertext()) for one in corpus.iter(f"{TEI}speaker")]
    assert labels == ["**Q:**", "**THE MAYOR:**"]
    assert len(list(corpus.iter(f"{TEI}sp"))) == 3


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span], list[Mark]]:
    text = draw(st.text(alphabet="ab &<😀я\r\n", min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=3)) | {0, len(text)})
    stretches = [Span(a, b) for a, b in pairwise(cuts)]
    marks = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        rank = draw(st.integers(0, 2))
        marks.append(Mark(Span(start, end), rank, "abc"[rank], (), f"m{number}"))
    return text, stretches, marks


@settings(deadline=None)
@given(marked())
def test_marks_of_any_kind_nest(case: tuple[str, list[Span], list[Mark]]) -> None:
    """The text is whole, every mark covers its words, no piece is empty, no low rank is within a high one."""
    text, stretches, marks = case
    runs = [tokens(stretch, marks) for stretch in stretches]
    writer = Writer(text, runs)
    written = "".join(f"<p>{writer.write(run)}</p>" for run in runs)
    root = etree.fromstring(f"<root>{written}</root>")
    assert "".join(root.itertext()) == text
    for mark in marks:
        pieces = [one for one in root.iter(mark.tag) if one.get(ID).partition(".")[0] == mark.id]
        assert "".join("".join(one.itertext()) for one in pieces) == mark.span.of(text)
        assert all("".join(one.itertext()) for one in pieces)
        ids = [one.get(ID) for one in pieces]
        assert [one.get("next", "#")[1:] for one in pieces] == [*ids[1:], ""]
        assert [one.get("prev", "#")[1:] for one in pieces] == ["", *ids[:-1]]
        for one in pieces:
            assert all(inner.tag >= mark.tag for inner in one.iter())
