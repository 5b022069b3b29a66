"""Trains the reader: annotated articles in, a network's weights out, with a log of the loss.

    python -m training.train ../shared/data/polnear/train --names ../shared/data/names/russian-latin.tsv.gz \\
        --to build/model
"""

from __future__ import annotations

import argparse
import copy
import gzip
import hashlib
import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TextIO

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.find.trained.decode import near
from training.data import Article, Names, Window, articles, corrections, windows
from training.export import vocabulary
from training.network import WIDTH, Heads, Network, Size

HELD_OUT = 20  # one article in so many is kept to choose and to calibrate by


def held_out(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[0] % HELD_OUT == 0


def common_names(path: Path, most: int) -> list[str]:
    """The Latin names of a table that are met most often, capitalised."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    rows.sort(key=lambda r: -int(r[-1]) if r[-1].isdigit() else 0)
    return [
        n
        for n in dict.fromkeys(r[0].replace(" ", "").capitalize() for r in rows)
        if n.isascii() and n.isalpha()
    ][:most]


class Batch:
    """Windows side by side, padded; words, cues and pairs of all of them counted through."""

    def __init__(self, group: list[Window]) -> None:
        most = max(len(w.ids) for w in group)
        self.ids = torch.zeros(len(group), most, dtype=torch.long)
        self.shapes = torch.zeros(len(group), most, dtype=torch.long)
        self.mask = torch.zeros(len(group), most, dtype=torch.bool)
        firsts, tags, weights, bounds = [], [], [], []
        cues: list[tuple[int, int, int, int]] = []
        parts: list[list[int]] = []
        self.owners: list[int] = []
        for n, w in enumerate(group):
            k = len(w.ids)
            self.ids[n, :k] = torch.tensor(w.ids)
            self.shapes[n, :k] = torch.tensor(w.shapes)
            self.mask[n, :k] = True
            base = len(tags)
            bounds += [base + b for b in w.bounds[:-1]]
            cues += [(base + a, base + b, base + c, base + d) for a, b, c, d, _ in w.cues]
            parts += [p for *_, p in w.cues]
            self.owners += [n] * len(w.cues)
            firsts += [n * most + f for f in w.firsts]
            tags += w.tags
            weights += [w.weight] * len(w.firsts)
        self.bounds = np.array([*bounds, len(tags)])
        self.firsts = torch.tensor(firsts)
        self.tags = torch.tensor(tags)
        self.weights = torch.tensor(weights)
        self.cues, self.parts = cues, parts

    def false_cues(self, chance: Tensor, share: float) -> list[tuple[int, int, int, int]]:
        """Runs of words taken for a cue that are none: their pairs are learned as nothing."""
        likely = np.flatnonzero(((chance > share) & (self.tags[:, 0] == 0)).numpy()).tolist()
        runs: list[list[int]] = []
        for w in likely:
            if runs and w == runs[-1][1] + 1 and w not in self.bounds:
                runs[-1][1] = w
            else:
                runs.append([w, w])
        out = []
        for a, b in runs:
            p = int(np.searchsorted(self.bounds, a, side="right")) - 1
            out.append((a, b, int(self.bounds[p]), int(self.bounds[p + 1])))
        return out


def words(vectors: Tensor, batch: Batch) -> Tensor:
    return vectors.reshape(-1, WIDTH)[batch.firsts]


def pair_logits(heads: Heads, h: Tensor, cues: list[tuple[int, int, int, int]]) -> tuple[Tensor, Tensor]:
    """Logits of all (cue, word of its paragraph) pairs, and which cue each belongs to."""
    c = torch.tensor(cues)
    counts = c[:, 3] - c[:, 2]
    which = torch.repeat_interleave(torch.arange(len(cues)), counts)
    within = torch.arange(len(which)) - torch.repeat_interleave(counts.cumsum(0) - counts, counts)
    word = c[which, 2] + within
    sums = torch.cat([torch.zeros(1, WIDTH), h.cumsum(0)])
    mean = (sums[c[:, 1] + 1] - sums[c[:, 0]]) / (c[:, 1] + 1 - c[:, 0])[:, None]
    distance = near(word.numpy(), c[which, 0].numpy(), c[which, 1].numpy())
    return heads.joined(heads.word(h)[word], heads.cue(mean)[which], torch.from_numpy(distance)), which


class Said(NamedTuple):
    """What one depth says of a batch: its loss against the gold, tags, and parts for the gold cues' pairs."""

    loss: Tensor
    tags: Tensor
    parts: Tensor | None


def said(heads: Heads, h: Tensor, batch: Batch) -> Said:
    tags = heads.tags(h)
    total = h.new_zeros(())
    for n, factor in enumerate((3.0, 0.5, 0.5)):
        ce = F.cross_entropy(tags[:, 3 * n : 3 * n + 3], batch.tags[:, n], reduction="none")
        total = total + factor * (ce * batch.weights).sum() / len(h)
    with torch.no_grad():
        chance = 1 - tags[:, :3].softmax(-1)[:, 0]
    wrong = batch.false_cues(chance, 0.1)
    cues = batch.cues + wrong
    if not cues:
        return Said(total, tags, None)
    logits, which = pair_logits(heads, h, cues)
    gold = torch.tensor([part for parts in batch.parts for part in parts], dtype=torch.long)
    count = len(gold)
    gold = F.pad(gold, (0, len(which) - count))
    weight = torch.full((len(cues),), 0.5)
    for n, cue in enumerate(batch.cues):
        weight[n] = batch.weights[cue[0]]
    ce = F.cross_entropy(logits, gold, reduction="none") * weight[which]
    return Said(total + ce.sum() / len(which), tags, logits[:count] if count else None)


def agreement(pupil: Said, teacher: Said) -> Tensor:
    """How far a shallower depth is from what the deepest says (Hinton et al. 2015, at temperature 1)."""

    def far(one: Tensor, other: Tensor) -> Tensor:
        return F.kl_div(
            one.log_softmax(-1), other.detach().log_softmax(-1), reduction="batchmean", log_target=True
        )

    total = sum(
        (
            f * far(pupil.tags[:, k : k + 3], teacher.tags[:, k : k + 3])
            for k, f in ((0, 3.0), (3, 0.5), (6, 0.5))
        ),
        start=pupil.loss.new_zeros(()),
    )
    if pupil.parts is not None and teacher.parts is not None:
        total = total + far(pupil.parts, teacher.parts)
    return total


def batches(found: list[Window], pieces: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, up to `pieces` pieces a batch, in an order of chance."""
    found = sorted(found, key=lambda w: len(w.ids) + chance.random() * 24)
    groups: list[list[Window]] = [[]]
    for w in found:
        if groups[-1] and (len(groups[-1]) + 1) * len(w.ids) > pieces:
            groups.append([])
        groups[-1].append(w)
    chance.shuffle(groups)
    return groups


class Averaged:
    """A running mean of the weights: steadier than the last ones."""

    def __init__(self, network: nn.Module) -> None:
        self.network = copy.deepcopy(network).eval()
        self.pairs = [
            (a, b)
            for a, b in zip(self.network.parameters(), network.parameters(), strict=True)
            if b.requires_grad
        ]
        self.steps = 0

    @torch.no_grad()
    def update(self) -> None:
        self.steps += 1
        rate = 1 - min(0.998, (1 + self.steps) / (10 + self.steps))
        for mean, now in self.pairs:
            mean.lerp_(now, rate)


@dataclass(frozen=True)
class Course:
    """One run over the articles.

    Attributes:
        exits: depths, in layers, that heads are trained at, the shallower ones on what the deepest says too.
        epochs: times each article is read; `of`, those that the course of the rate is laid out for.
        rate, head_rate: highest learning rate of the encoder and of the heads.
        windows: sizes of window, in pieces; one is drawn for each article each time.
        steps: batches after which the course ends, if it is not to read all; the rate is laid out for them.
    """

    exits: tuple[int, ...]
    epochs: int
    of: int
    rate: float
    head_rate: float
    windows: tuple[int, ...]
    seed: int
    steps: int = 0


LAYERS = 4
# The deepest reader learns first, alone; then the shallower ones learn beside it.
RECIPE = (
    Course((4,), 3, 9, 2e-4, 1e-3, (128, 192, 192, 256), 1),
    Course((2, 3, 4), 4, 4, 1.5e-4, 6e-4, (64, 96, 128, 192), 2),
)
PIECES = 2048  # in a batch


def started(course: Course, weights: dict[str, Tensor] | None) -> Network:
    """A network with MiniLM's weights, or with those given; all heads begin as the deepest ones."""
    network = Network([Size()] * LAYERS, course.exits)
    network.load_pretrained()
    if weights is not None:
        last = f"heads.{LAYERS}."
        own = {k: v for k, v in weights.items() if k.startswith(last)}
        for depth in course.exits:
            weights |= {k.replace(last, f"heads.{depth}."): v for k, v in own.items()}
        network.load_state_dict(weights)
    return network


def train(
    course: Course,
    given: list[Article],
    names: Names,
    network: Network,
    log: TextIO,
    loss_of: Callable[[Network, Batch], Tensor] | None = None,
) -> Network:
    """Runs one course; returns the running mean of the weights.

    Args:
        loss_of: what is to become small; by default, how far the network is from the annotations.
    """
    loss_of = loss_of or _loss
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)
    tokenizer = Tokenizer.from_str(vocabulary())
    heads = [p for n, p in network.named_parameters() if n.startswith("heads")]
    body = [p for n, p in network.named_parameters() if not n.startswith("heads") and p.requires_grad]
    groups = [{"params": body, "lr": course.rate}, {"params": heads, "lr": course.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True, betas=(0.9, 0.98))
    average = Averaged(network)
    plain = [w for a in given for w in windows(a, tokenizer, 192)]
    total = course.steps or len(batches(plain, PIECES, chance)) * course.of

    rising = min(150, total // 10 + 1)

    def factor(n: int) -> float:
        return min((n + 1) / rising, 1.0) * max(0.02, (1 + math.cos(math.pi * min(1, n / total))) / 2)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    step, began = 0, time.time()
    for epoch in range(course.epochs):
        found: list[Window] = []
        for a in given:
            found += windows(names.changed(a, chance, 0.25), tokenizer, chance.choice(course.windows))
        network.train()
        running = 0.0
        for group in batches(found, PIECES, chance):
            loss = loss_of(network, Batch(group))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimizer.step()
            schedule.step()
            average.update()
            step += 1
            running = 0.98 * running + 0.02 * loss.item() if running else loss.item()
            if step % 50 == 0:
                line = {"step": step, "loss": round(running, 4), "seconds": round(time.time() - began)}
                print(json.dumps(line), file=log, flush=True)
            if step == course.steps:
                break
        print(f"epoch {epoch + 1}: loss {running:.4f}, {time.time() - began:.0f} s", flush=True)
    return average.network


def _loss(network: Network, batch: Batch) -> Tensor:
    exits = network.exits
    vectors = network(batch.ids, batch.shapes, batch.mask)
    top = said(network.heads[str(exits[-1])], words(vectors[exits[-1]], batch), batch)
    loss = top.loss
    for depth in exits[:-1]:
        low = said(network.heads[str(depth)], words(vectors[depth], batch), batch)
        loss = loss + 0.5 * low.loss + 0.5 * agreement(low, top)
    return loss


def material(args: argparse.Namespace) -> tuple[list[Article], Names]:
    """The articles to train on, and the names to stand in them for others."""
    given = [a for a in articles(args.folder, every=True) if not held_out(a.name)]
    given = given[: args.limit] if args.limit else given
    given += corrections(args.corrections) if args.corrections else []
    names = Names([a.text for a in given], common_names(args.names, 6000) if args.names else [])
    print(f"{len(given)} articles, {len(names.pool)} names", flush=True)
    return given, names


def arguments(doc: str) -> argparse.ArgumentParser:
    """What is given to every course of training."""
    ap = argparse.ArgumentParser(description=doc.split("\n", 1)[0])
    ap.add_argument("folder", type=Path, help="holds text/ and attributions/")
    ap.add_argument("--corrections", type=Path, help="what persons decided, as `export jsonl` writes it")
    ap.add_argument("--names", type=Path, help="a table of Latin names, to stand for others")
    ap.add_argument("--to", type=Path, required=True, help="folder of the weights and the log")
    ap.add_argument("--limit", type=int, default=0, help="use only so many articles, to try things")
    return ap


def main() -> None:
    assert __doc__
    args = arguments(__doc__).parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    given, names = material(args)
    weights: dict[str, Tensor] | None = None
    with (args.to / "log.jsonl").open("w") as log:
        for course in RECIPE:
            network = train(course, given, names, started(course, weights), log)
            weights = network.state_dict()
            torch.save(weights, args.to / "weights.pt")


if __name__ == "__main__":
    main()
