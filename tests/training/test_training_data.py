"""Protects the data that readers are trained on: changed names and marks move no annotation off its words."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.trained import model
from onrecord.find.trained.decode import CONTENT, CONTENT_ON, OUT, SOURCE, SOURCE_ON
from training.data import Article, Event, Names, annotations, articles, lines, windows

# Words by themselves: names to be changed, pronouns to be changed, marks to be changed, and what must stay.
WORDS = (
    "Anna",
    "Petrov",
    "Lindqvist",
    "Celm",
    "she",
    "He",
    "his",
    "Himself",
    "“rain”",
    "said",
    "that",
    "a",
    "😀",
    "é,",
)
KNOWN = "Anna Petrov said Lindqvist of Celm said he saw his and her and she saw him himself and herself"
CHANGED = re.compile(r"[A-Z][a-z]{2,}|he|him|his|she|her|himself|herself", re.IGNORECASE)


def offsets(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]


def over(text: str, first: int, last: int) -> tuple[int, int]:
    """The span of words first..last."""
    words = offsets(text)
    return words[first][0], words[last][1]


@given(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 5)), min_size=1, max_size=6),
    st.integers(0, 10_000),
    st.sampled_from([0.0, 0.5, 1.0]),
)
@settings(deadline=None)
def test_annotations_move_with_their_words(
    words: list[str], ranges: list[tuple[int, int]], seed: int, share: float
) -> None:
    """Whatever was exchanged before or within them, spans begin and end at the same words as before."""
    text = " ".join(words)
    places = [(a % len(words), min(a % len(words) + n, len(words) - 1)) for a, n in ranges]
    spans = [over(text, *place) for place in places]
    article = Article("a", text, [Event([span], [span], spans) for span in spans], 0.5)
    new = Names([KNOWN], ["Ö", "Bartholomew"]).changed(article, random.Random(seed), share)
    assert len(offsets(new.text)) == len(words)
    moved = [over(new.text, *place) for place in places]
    assert [event.cue for event in new.events] == [[span] for span in moved]
    assert [event.source for event in new.events] == [[span] for span in moved]
    assert [event.content for event in new.events] == [moved] * len(moved)
    assert new.weight == 0.5
    for old, word in zip(words, new.text.split(), strict=True):
        if "“" in old:
            assert re.fullmatch(r"\Wrain\W", word)
        elif not CHANGED.fullmatch(old):
            assert word == old


def test_a_name_is_the_same_all_through() -> None:
    """One person does not become two, and what is no name stays."""
    text = "Anna said no. Anna left, and Petrov said that Anna was right."
    article = Article("a", text, [])
    seen = set()
    for seed in range(30):
        new = Names([KNOWN], ["Ulla", "Odo"]).changed(article, random.Random(seed), 1.0).text
        words = new.split()
        assert words[0] == words[3] == words[9]
        seen.add(words[0])
    assert len(seen) > 1


def test_a_change_follows_its_seed() -> None:
    """A training that is run again is the same training."""
    article = Article("a", KNOWN, [Event([(12, 16)], [(0, 4)], [(17, 30)])])
    names = Names([KNOWN], ["Ulla"])
    assert names.changed(article, random.Random(3), 0.5) == names.changed(article, random.Random(3), 0.5)


LINE = "Anna Petrov said that the ferry of Celm was late."


@given(
    st.lists(
        st.sampled_from([LINE, "It rained.", "“No,” he said.", "😀", "x" * 150]), min_size=1, max_size=12
    )
)
@settings(deadline=None, max_examples=40)
def test_windows_hold_every_word_with_its_parts(paragraphs: list[str]) -> None:
    """Words are neither lost nor doubled, and a cue's parts stand at the words that were annotated."""
    text = "\n".join(paragraphs)
    events, at = [], 0
    for line in paragraphs:
        if line == LINE:
            spans = [(at + a, at + b) for a, b in ((12, 16), (0, 11), (17, 48))]
            events.append(Event([spans[0]], [spans[1]], [spans[2]]))
        at += len(line) + 1
    made = list(windows(Article("a", text, events), model("small").tokenizer, 64))
    words = [text[s:e] for w in made for s, e in zip(w.starts, w.ends, strict=True)]
    assert "".join(words) == re.sub(r"\s", "", text)
    cues = 0
    for w in made:
        assert len(w.ids) == len(w.shapes) <= 64
        assert len(w.starts) == len(w.firsts) == len(w.tags) == w.bounds[-1]
        for first, last, low, high, parts in w.cues:
            cues += 1
            assert w.bounds.count(low) >= 1
            assert len(parts) == high - low
            assert [text[w.starts[n] : w.ends[n]] for n in range(first, last + 1)] == ["said"]
            assert [w.tags[n][0] for n in range(low, high)].count(1) == 1
            held: dict[int, list[str]] = {part: [] for part in range(5)}
            for n, part in enumerate(parts, low):
                held[part].append(text[w.starts[n] : w.ends[n]])
            assert held[SOURCE] + held[SOURCE_ON] == ["Anna", "Petrov"]
            assert held[CONTENT] + held[CONTENT_ON] == "that the ferry of Celm was late".split()
            assert held[OUT] == ["said", "."]
    assert cues == len(events)


def test_a_long_paragraph_is_shortened_and_its_annotations_with_it() -> None:
    """What does not fit a window is left out, and no cue points past its end."""
    text = " ".join([LINE] * 20)
    step = len(LINE) + 1
    events = [
        Event([(n * step + 12, n * step + 16)], [], [(n * step + 17, n * step + 48)]) for n in range(20)
    ]
    (window,) = windows(Article("a", text, events), model("small").tokenizer, 64)
    assert len(window.ids) <= 64
    assert 0 < len(window.cues) < 20
    assert all(last < len(window.starts) for _, last, *_ in window.cues)


def test_paragraphs_are_lines_without_the_space_around_them() -> None:
    """As they are when a text is read."""
    text = "  one line \r\n\n\ttwo\n \nthree"
    assert [text[s:e] for s, e in lines(text)] == ["one line", "two", "three"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(LINE, encoding="utf-8")
    first = (
        "T1\tCue 12 16\tsaid\nT2\tSource 0 4;5 11\tAnna Petrov\nT3\tContent 17 48\tthat ...\n"
        "E1\tAttribution:T1 Cue:T1 Source:T2 Content:T3\n#1\tNote E1\tnone\nE2\tAttribution:T1 Cue:T1\n"
    )
    (tmp_path / "attributions" / "one_a.ann").write_text(first, encoding="utf-8")
    (tmp_path / "attributions" / "one_b.ann").write_text("T1\tCue 12 16\tsaid\n", encoding="utf-8")
    return tmp_path


def test_annotations_are_read(folder: Path) -> None:
    """Spans may be cut; an attribution without words is none."""
    assert annotations(folder / "attributions" / "one_a.ann") == [
        Event([(12, 16)], [(0, 4), (5, 11)], [(17, 48)])
    ]


def test_articles_come_once_or_once_for_each_annotator(folder: Path) -> None:
    """Several annotators' views of an article weigh less each."""
    assert [(len(a.events), a.weight) for a in articles(folder)] == [(1, 1.0)]
    both = articles(folder, every=True)
    assert [len(a.events) for a in both] == [1, 0]
    assert all(a.weight == pytest.approx(0.5**0.5) for a in both)
