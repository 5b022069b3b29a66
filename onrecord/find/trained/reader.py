"""Texts go in by the batch, attributions come out by the paragraph, the same whatever a text came with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.find.trained import decode
from onrecord.find.trained.decode import CONTENT, OUT, SOURCE, Cue, Floats
from onrecord.find.trained.model import Model
from onrecord.find.trained.windows import BREAK, NO_SHAPE, START, Paragraph, packed, paragraphs, pieces_cut

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the model takes for one attribution; spans are code points of the document.

    Attributes:
        cue, source, content: the source may be missing, and a content may be cut.
        marks: what a score can be made from, named in `MARKS`: logarithms of chances, shares and sizes.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    marks: tuple[float, ...]


_LONGEST = 250  # pieces of a paragraph that are read at once, though it be longer than other windows
MARKS = ("cue", "content", "weakest", "edges", "source", "no source", "quoted", "long")


@dataclass(slots=True)
class _Window:
    """Some neighbouring paragraphs of a text, and where their words begin."""

    text: int
    numbers: range
    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    bounds: list[int]


def attributions(
    texts: Sequence[tuple[str, Sequence[Span]]], model: Model, least: float | None = None
) -> list[list[list[Attribution]]]:
    """The attributions of texts: for each text, for each of its spans, in the order of their cues.

    Args:
        texts: a text with its paragraphs, in order; what is long is read in parts.
        least: the chance from which a word is tried as a cue; by default the model's own.
    """
    limit = int(model.numbers["window"])
    least = float(model.numbers["cue"]) if least is None else least
    read: list[list[Paragraph]] = []
    owners: list[list[int]] = []  # for each part of a paragraph, the paragraph
    windows: list[_Window] = []
    for n, (text, spans) in enumerate(texts):
        whole = paragraphs(text, spans, model.tokenizer)
        cut = [(k, part) for k, p in enumerate(whole) for part in pieces_cut(text, p, _LONGEST)]
        owners.append([k for k, _ in cut])
        read.append([part for _, part in cut])
        windows += [_window(n, read[n], group) for group in packed([len(p.pieces) for p in read[n]], limit)]
    vectors = [model.vectors(w.ids, w.shapes, w.firsts) for w in windows]
    out: list[list[list[Attribution]]] = [[[] for _ in spans] for _, spans in texts]
    for w, part, found in _read(windows, vectors, model, least):
        n = w.numbers[part]
        out[w.text][owners[w.text][n]] += _settled(read[w.text][n], found)
    return out


def _window(text: int, read: list[Paragraph], group: range) -> _Window:
    w = _Window(text, group, [START], [NO_SHAPE], [], [0])
    for n in group:
        p = read[n]
        base = len(w.ids)
        w.firsts += [base + f for f in p.firsts]
        lengths = np.diff([*p.firsts, len(p.pieces)])
        w.shapes += np.repeat(np.array(p.shapes, np.int64), lengths).tolist()
        w.shapes.append(NO_SHAPE)
        w.ids += p.pieces
        w.ids.append(BREAK)
        w.bounds.append(len(w.firsts))
    return w


@dataclass(slots=True)
class _Found:
    """A cue with the likeliest parts of its paragraph's words, counted from the paragraph's first."""

    cue: Cue
    parts: decode.Ints
    chances: Floats  # of the part that each word got


def _read(
    windows: list[_Window], vectors: list[tuple[Floats, Floats]], model: Model, least: float
) -> list[tuple[_Window, int, list[_Found]]]:
    """For each window and paragraph of it that has cues, what was found for each."""
    cues: list[tuple[int, Cue]] = []
    for n, (w, (_, tags)) in enumerate(zip(windows, vectors, strict=True)):
        if w.firsts:
            cues += [(n, cue) for cue in decode.cues(tags, np.array(w.bounds), least)]
    out: list[tuple[_Window, int, list[_Found]]] = []
    for at in range(0, len(cues), 256):  # the pairs of so many cues fit in little memory
        group = cues[at : at + 256]
        for (n, _), found in zip(group, _parts(group, vectors, model), strict=True):
            w = windows[n]
            part = int(np.searchsorted(w.bounds, found.cue.low, side="right")) - 1
            if out and out[-1][0] is w and out[-1][1] == part:
                out[-1][2].append(found)
            else:
                out.append((w, part, [found]))
    return out


def _parts(group: list[tuple[int, Cue]], vectors: list[tuple[Floats, Floats]], model: Model) -> list[_Found]:
    rows, means, of_word, of_cue, near = [], [], [], [], []
    lengths = np.array([c.high - c.low for _, c in group])
    base = 0
    where: dict[tuple[int, int], int] = {}
    for k, (n, c) in enumerate(group):
        if (n, c.low) not in where:
            where[n, c.low] = base
            rows.append(vectors[n][0][c.low : c.high])
            base += c.high - c.low
        words = np.arange(c.low, c.high)
        of_word.append(words - c.low + where[n, c.low])
        of_cue.append(np.full(len(words), k))
        near.append(decode.near(words, c.first, c.last))
        means.append(vectors[n][0][c.first : c.last + 1].mean(0))
    logits = model.parts(
        np.concatenate(rows),
        np.stack(means),
        np.concatenate(of_word),
        np.concatenate(of_cue),
        np.concatenate(near),
    )
    scores = np.full((len(group), int(lengths.max()), decode.PARTS), -1e4, np.float32)
    inside = np.arange(scores.shape[1])[None] < lengths[:, None]
    scores[inside] = decode.log_softmax(logits)
    parts = decode.best_parts(scores, lengths)
    chosen = np.take_along_axis(scores, parts[:, :, None], 2)[:, :, 0]
    return [_Found(c, parts[k, : lengths[k]], chosen[k, : lengths[k]]) for k, (_, c) in enumerate(group)]


def _settled(p: Paragraph, found: list[_Found]) -> list[Attribution]:
    """The cues of a paragraph that have a content; words claimed twice stay with the surer cue."""
    rated = []
    for f in found:
        content = decode.runs(f.parts, CONTENT)
        if content:
            words = np.concatenate([f.chances[a:b] for a, b in content])
            rated.append((math.log(f.cue.chance) + float(words.mean()), f))
    rated.sort(key=lambda r: (-r[0], r[1].cue.first))
    taken = np.zeros(len(p.starts), bool)
    kept = []
    for _, f in rated:
        claimed = f.parts >= CONTENT
        if (claimed & taken).sum() * 2 > claimed.sum():
            continue
        f.parts[claimed & taken] = OUT
        taken |= claimed
        made = _attribution(p, f)
        if made:
            kept.append((f.cue.first, made))
    return [made for _, made in sorted(kept, key=lambda k: k[0])]


def _attribution(p: Paragraph, f: _Found) -> Attribution | None:
    contents = decode.runs(f.parts, CONTENT)
    if not contents:
        return None
    sources = decode.runs(f.parts, SOURCE)
    low = f.cue.low

    def span(a: int, b: int) -> Span:
        return p.starts[a], p.ends[b - 1]

    words = np.concatenate([f.chances[a:b] for a, b in contents])
    edges = np.array([f.chances[i] for a, b in contents for i in (a, b - 1)])
    outer = [i for a, b in contents for i in (a - 1, b) if 0 <= i < len(f.chances)]
    marks = (
        math.log(f.cue.chance),
        float(words.mean()),
        float(words.min()),
        float(edges.mean() + f.chances[outer].mean()) if outer else float(edges.mean()),
        float(np.mean([f.chances[a:b].mean() for a, b in sources])) if sources else 0.0,
        0.0 if sources else 1.0,
        float(np.mean([s >= NO_SHAPE + 1 for a, b in contents for s in p.shapes[a:b]])),
        math.log(len(words)),
    )
    source = max(sources, key=lambda r: (float(f.chances[r[0] : r[1]].mean()), -r[0])) if sources else None
    return Attribution(
        cue=span(f.cue.first - low, f.cue.last + 1 - low),
        source=span(*source) if source else None,
        content=tuple(span(a, b) for a, b in contents),
        marks=marks,
    )
