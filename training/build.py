"""Makes the model file from trained weights: graphs in eight bits, scores set by articles kept from training.

python -m training.build WEIGHTS ../shared/data/polnear/train --to onrecord/find/trained/english.model
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from onrecord.find.trained import Attribution, Model, attributions
from training import export
from training.data import Article, articles, lines, windows
from training.network import sized
from training.thin import DEPTH
from training.train import LAYERS, held_out

# The weights' file and the layers of each size. The first two do not ship: they are there to compare.
SIZES = {
    "tiny": ("weights.pt", 2),
    "whole": ("weights.pt", DEPTH),
    "small": ("thin.pt", DEPTH),
    "large": ("weights.pt", LAYERS),
}
WINDOW = 128  # pieces read at once
LEAST = 0.45  # kept from this chance at least: below it, other kinds of text lose more than news gains
TRIED = 0.1  # chance from which a word is tried as a cue

Spans = list[tuple[int, int]]


def characters(spans: Spans, text: str) -> set[int]:
    """The offsets that spans cover, but for signs and white space."""
    return {i for s, e in spans for i in range(s, e) if text[i].isalnum()}


def judged(article: Article, found: list[Attribution]) -> list[bool]:
    """For each attribution found, whether an annotated one has half its words and touches its source."""
    gold = [(characters(e.content, article.text), characters(e.source, article.text)) for e in article.events]
    mine = [characters(list(a.content), article.text) for a in found]
    overlaps = sorted(
        (
            (len(g & m) / len(g | m), i, j)
            for i, (g, _) in enumerate(gold)
            for j, m in enumerate(mine)
            if g & m
        ),
        reverse=True,
    )
    right = [False] * len(found)
    used_gold: set[int] = set()
    used: set[int] = set()
    for share, i, j in overlaps:
        if share < 0.5 or i in used_gold or j in used:
            continue
        used_gold.add(i)
        used.add(j)
        source = found[j].source
        mention = characters([source], article.text) if source else set()
        right[j] = bool(mention & gold[i][1]) or not (mention or gold[i][1])
    return right


def calibrated(kept: list[Article], model: Model) -> dict[str, Any]:
    """Weights that turn an attribution's marks into a chance, and the chance from which it is worth keeping.

    The last is where F1 is highest on the articles kept back, and `LEAST` at least.
    """
    found = attributions([(a.text, lines(a.text)) for a in kept], model, TRIED)
    flat = [[x for paragraph in text for x in paragraph] for text in found]
    marks: NDArray[np.float64] = np.array([x.marks for text in flat for x in text])
    right = np.array([r for a, text in zip(kept, flat, strict=True) for r in judged(a, text)])
    fit = LogisticRegression(C=1.0, max_iter=1000).fit(marks, right)
    chances = fit.predict_proba(marks)[:, 1]
    gold = sum(len(a.events) for a in kept)
    best = max(
        np.arange(0.2, 0.7, 0.02), key=lambda t: 2 * right[chances >= t].sum() / (gold + (chances >= t).sum())
    )
    best = max(best, LEAST)
    weights = [round(float(w), 4) for w in (*fit.coef_[0], fit.intercept_[0])]
    kept_ones = chances >= best
    f1 = 200 * right[kept_ones].sum() / (gold + kept_ones.sum())
    print(f"  keeps from {best:.2f}: F1 {f1:.1f} on {len(kept)} articles kept back")
    for low in np.arange(0, 1, 0.1):
        tenth = (chances >= low) & (chances < low + 0.1)
        if tenth.sum():
            print(f"  {low:.1f}-{low + 0.1:.1f}: {tenth.sum():4d}, right {100 * right[tenth].mean():5.1f} %")
    return {"window": WINDOW, "cue": TRIED, "keep": round(float(best), 2), "score": weights}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    ap.add_argument("weights", type=Path, help="the folder that training.train and training.thin wrote to")
    ap.add_argument("folder", type=Path, help="the articles it was trained on")
    ap.add_argument("--to", type=Path, required=True)
    ap.add_argument("--sizes", nargs="+", default=["small", "large"], choices=SIZES)
    ap.add_argument("--exact", action="store_true", help="keep the encoder in floating point, to compare")
    args = ap.parse_args()
    torch.set_num_threads(2)
    kept = [a for a in articles(args.folder) if held_out(a.name)]
    tokenizer = Tokenizer.from_str(export.vocabulary())
    seen = [w for a in kept for w in windows(a, tokenizer, WINDOW)][::4]
    members = {"vocabulary.json": export.vocabulary().encode()}
    for size in args.sizes:
        file, depth = SIZES[size]
        network = sized(torch.load(args.weights / file)).eval()
        spans = None if args.exact else export.ranges(network, seen)
        tables = export.tables(network)
        assert members.setdefault("tables.npz", tables) == tables, "sizes share what pieces begin as"
        members[f"{size}.encoder.onnx"] = export.encoder(network, depth, spans)
        members[f"{size}.pairs.onnx"] = export.pairs(network, depth)
        members[f"{size}.json"] = json.dumps({"window": WINDOW, "cue": TRIED}).encode()
    export.save(args.to, members)
    for size in args.sizes:
        print(f"{size}: {SIZES[size][1]} layers")
        members[f"{size}.json"] = json.dumps(calibrated(kept, Model(size, args.to))).encode()
    export.save(args.to, members)
    print(f"{args.to}: {args.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
