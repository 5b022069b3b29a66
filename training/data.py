"""Annotated articles become windows of pieces with the parts of every word; names are changed on the way."""

from __future__ import annotations

import collections
import json
import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.find.trained.decode import CONTENT, SOURCE
from onrecord.find.trained.windows import BREAK, NO_SHAPE, START, packed, paragraphs

Spans = list[tuple[int, int]]


@dataclass
class Event:
    """One attribution, in code points; each part may be cut."""

    cue: Spans
    source: Spans
    content: Spans


@dataclass
class Article:
    name: str
    text: str
    events: list[Event]
    weight: float = 1.0


def annotations(path: Path) -> list[Event]:
    """The attributions of a brat standoff file."""
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_text(encoding="utf8").split("\n"):
        if m := re.match(r"(T\d+)\t(\w+) ([\d ;]+)", line):
            spans[m[1]] = sorted((int(a), int(b)) for a, b in (p.split() for p in m[3].strip().split(";")))
        elif re.match(r"E\d+\t", line):
            roles: dict[str, Spans] = collections.defaultdict(list)
            for x in line.split("\t")[1].split():
                role, span = x.split(":")
                roles[re.sub(r"\d+$", "", role)] += spans.get(span, [])
            if roles["Content"] and roles["Cue"]:
                found.append(Event(sorted(roles["Cue"]), sorted(roles["Source"]), sorted(roles["Content"])))
    return found


def articles(folder: Path, every: bool = False) -> list[Article]:
    """The articles of a folder; with `every`, once for each annotator, at a share of the weight."""
    out: list[Article] = []
    for path in sorted((folder / "text").iterdir()):
        text = path.read_bytes().decode("utf8")
        files = sorted((folder / "attributions").glob(path.stem + "_*.ann"))
        weight = (1 / len(files)) ** 0.5 if every else 1.0
        out += [Article(path.name, text, annotations(f), weight) for f in (files if every else files[:1])]
    return out


def corrections(path: Path) -> list[Article]:
    """What persons decided of statements, as `onrecord export jsonl --what corrections` writes it.

    One article for each stretch of text in which something was decided. What was accepted or corrected is
    an attribution as it was left, and what was rejected is none; what stands beside it undecided counts as it
    was found, so that the reader neither learns nor forgets it. Statements without a cue are found by their
    marks, not by the reader, and count as nothing.
    """
    documents: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
    for text in path.read_text(encoding="utf8", errors="surrogatepass").splitlines():
        if text.strip():
            line = json.loads(text)
            documents[line["document"]].append(line)
    return [article for name, held in documents.items() for article in _stretches(name, held)]


def _stretches(name: str, held: list[dict[str, Any]]) -> Iterator[Article]:
    """The decisions of one document, those whose texts overlap together."""
    held = sorted(held, key=lambda line: line["start"])
    while held:
        start, text, group = held[0]["start"], held[0]["text"], []
        while held and held[0]["start"] <= start + len(text):
            line = held.pop(0)
            group.append(line)
            text += (
                line["text"][start + len(text) - line["start"] :] if _end(line) > start + len(text) else ""
            )
        events: dict[tuple[Any, ...], Event] = {}
        for line in group:
            shapes = [*line["others"], *([line["decided"]] if line["decided"] else [])]
            for shape in shapes:
                event = _event(shape, line["start"] - start)
                if event.cue and event.content:
                    events[tuple(event.cue), tuple(event.content)] = event
        yield Article(f"{name}@{start}", text, list(events.values()))


def _end(line: dict[str, Any]) -> int:
    return int(line["start"]) + len(line["text"])


def _event(shape: dict[str, list[list[int]]], shift: int) -> Event:
    cue, source, content = (
        sorted((a + shift, b + shift) for a, b in shape[part]) for part in ("cue", "source", "content")
    )
    return Event(cue, source, content)


def lines(text: str) -> Spans:
    """Paragraphs of plain text: its lines, without the white space around them."""
    return [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


# -- changes that must not matter

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_SHE = {
    "he": "she",
    "him": "her",
    "his": "her",
    "she": "he",
    "her": "his",
    "himself": "herself",
    "herself": "himself",
}
_PRONOUN = re.compile(r"\b(he|him|his|she|her|himself|herself)\b", re.I)
_STYLES = (
    str.maketrans("“”", '""'),
    str.maketrans("“”", "‘’"),
    str.maketrans("“”", "«»"),
    str.maketrans("“”", "„“"),
)


class Names:
    """Words that are names by their capitals in all of the articles, and others to stand for them."""

    def __init__(self, texts: list[str], others: list[str]) -> None:
        capital: collections.Counter[str] = collections.Counter()
        small: collections.Counter[str] = collections.Counter()
        for text in texts:
            capital.update(_NAME.findall(text))
            small.update(re.findall(r"\b[a-z]{3,}\b", text))
        self.known = {w for w, n in capital.items() if small[w.lower()] <= 0.03 * n}
        self.pool = sorted(w for w in self.known if capital[w] < 200) + others

    def changed(self, article: Article, chance: random.Random, share: float) -> Article:
        """The article with some names, pronouns and marks exchanged for others, the same all through."""
        text = article.text
        edits: list[tuple[int, int, str]] = []
        if chance.random() < 0.6:
            others: dict[str, str] = {}
            for m in _NAME.finditer(text):
                if m[0] not in self.known:
                    continue
                if m[0] not in others:
                    others[m[0]] = chance.choice(self.pool) if chance.random() < share else m[0]
                if others[m[0]] != m[0]:
                    edits.append((m.start(), m.end(), others[m[0]]))
        if chance.random() < 0.3:
            for m in _PRONOUN.finditer(text):
                new = _SHE[m[0].lower()]
                edits.append((m.start(), m.end(), new.capitalize() if m[0][0].isupper() else new))
        edits.sort()
        starts, shifts, shift, parts, at = [-1], [0], 0, [], 0
        for s, e, new in edits:
            parts += [text[at:s], new]
            at = e
            shift += len(new) - (e - s)
            starts.append(e)
            shifts.append(shift)
        parts.append(text[at:])
        text = "".join(parts)
        if chance.random() < 0.25:
            text = text.translate(chance.choice(_STYLES))

        def moved(spans: Spans) -> Spans:
            return [tuple(p + shifts[bisect_right(starts, p) - 1] for p in span) for span in spans]  # type: ignore[misc]

        events = [Event(moved(e.cue), moved(e.source), moved(e.content)) for e in article.events]
        return Article(article.name, text, events, article.weight)


# -- windows


@dataclass
class Window:
    """A window's pieces; of its words, where each begins and its tags; of its cues, their words' parts."""

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    bounds: list[int] = field(default_factory=list)  # words at which paragraphs begin, and their end
    tags: list[list[int]] = field(default_factory=list)  # a row a word: cue, source, content
    cues: list[tuple[int, int, int, int, list[int]]] = field(
        default_factory=list
    )  # first, last, low, high, parts
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    article: int = 0
    weight: float = 1.0


def windows(article: Article, tokenizer: Tokenizer, most: int) -> Iterator[Window]:
    spans = lines(article.text)
    read = paragraphs(article.text, spans, tokenizer)
    cut = [p if len(p.pieces) < most - 1 else _shortened(p, most - 2) for p in read]
    by_start = [s for s, _ in spans]
    held: dict[int, list[Event]] = collections.defaultdict(list)
    for event in article.events:
        held[bisect_right(by_start, event.cue[0][0]) - 1].append(event)
    for group in packed([len(p.pieces) for p in cut], most):
        w = Window([START], [NO_SHAPE], weight=article.weight)
        for n in group:
            p = cut[n]
            low = len(w.firsts)
            w.bounds.append(low)
            high = low + len(p.firsts)
            w.firsts += [f + len(w.ids) for f in p.firsts]
            lengths = np.diff([*p.firsts, len(p.pieces)])
            w.shapes += [*np.repeat(p.shapes, lengths).tolist(), NO_SHAPE]
            w.ids += [*p.pieces, BREAK]
            w.starts += p.starts
            w.ends += p.ends
            tags = np.zeros((len(p.firsts), 3), np.int64)
            for event in held[n]:
                cue = _words(p.starts, p.ends, event.cue)
                content = _words(p.starts, p.ends, event.content)
                if not cue or not content:
                    continue
                source = _words(p.starts, p.ends, event.source)
                parts = np.zeros(len(p.firsts), np.int64)
                for column, ranges, label in ((0, cue, 0), (1, source, SOURCE), (2, content, CONTENT)):
                    for a, b in ranges:
                        tags[a:b, column], tags[a, column] = 2, 1
                        if label:
                            parts[a:b], parts[a] = label + 1, label
                w.cues.append((low + cue[0][0], low + cue[-1][1] - 1, low, high, parts.tolist()))
            w.tags += tags.tolist()
        w.bounds.append(len(w.firsts))
        if w.firsts:
            yield w


def _shortened(p, most):
    words = bisect_right(p.firsts, most) - 1
    return type(p)(
        p.starts[:words], p.ends[:words], p.shapes[:words], p.pieces[: p.firsts[words]], p.firsts[:words]
    )


def _words(starts: list[int], ends: list[int], spans: Spans) -> Spans:
    """Ranges of words that spans of code points touch, touching ranges joined."""
    out: Spans = []
    for s, e in spans:
        a, b = bisect_right(ends, s), bisect_left(starts, e)
        if a < b:
            if out and a <= out[-1][1]:
                out[-1] = (out[-1][0], max(b, out[-1][1]))
            else:
                out.append((a, b))
    return out
