"""Weights become two small ONNX graphs in whole numbers; a window's result depends on that window alone.

The encoder's matrices are held in eight bits, a scale for each column. The vectors that enter them are
rounded to eight bits too, by ranges measured beforehand, so that no text changes how another is read.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from onrecord.find.trained.windows import SHAPES
from training.data import Window
from training.network import HEAD, LABELS, NEAR, PAIR, WIDTH, Network, pretrained

Array = NDArray[np.float32]
EXTENDED = "com.microsoft"  # operators that onnxruntime's own processor kernels carry out in one pass


class Graph:
    """Collects nodes and constants."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: object) -> str:
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def node(self, op: str, inputs: list[str], out: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(op, inputs, [out], domain=domain, **attributes))
        return out

    def linear(self, x: str, name: str, layer: torch.nn.Linear, span: tuple[float, float] | None) -> str:
        """x times a matrix, plus its bias; in eight bits where the range of x is given."""
        weight: Array = layer.weight.detach().numpy().T.copy()
        bias: Array = layer.bias.detach().numpy()
        if span is None:
            y = self.node("MatMul", [x, self.constant(name + ".w", weight)], name + ".m")
            return self.node("Add", [y, self.constant(name + ".b", bias)], name + ".y")
        scales = (np.abs(weight).max(0) / 127 + 1e-12).astype(np.float32)
        whole = np.clip(np.round(weight / scales), -127, 127).astype(np.int8)
        low, high = min(span[0], 0.0), max(span[1], 0.0)
        step = np.float32((high - low) / 255)
        zero = np.uint8(np.clip(round(-low / float(step)), 0, 255))
        xs, xz = self.constant(name + ".xs", step), self.constant(name + ".xz", zero)
        q = self.node("QuantizeLinear", [x, xs, xz], name + ".q")
        inputs = [q, self.constant(name + ".w", whole), xs, self.constant(name + ".s", scales), xz,
                  self.constant(name + ".z", np.zeros(len(bias), np.int8)),
                  self.constant(name + ".b", bias)]  # fmt: skip
        return self.node("MatMulIntegerToFloat", inputs, name + ".y", EXTENDED)

    def saved(
        self, inputs: list[tuple[str, int, list[object]]], outputs: list[tuple[str, list[object]]]
    ) -> bytes:
        graph = helper.make_graph(
            self.nodes,
            "onrecord",
            [helper.make_tensor_value_info(n, t, s) for n, t, s in inputs],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs],
            self.constants,
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(EXTENDED, 1)]
        )
        model.ir_version = 8
        return bytes(model.SerializeToString())


@torch.no_grad()
def ranges(network: Network, windows: list[Window], share: float = 0.9999) -> dict[str, tuple[float, float]]:
    """For each matrix of the encoder, the range of nearly all values that enter it on these windows."""
    seen: dict[str, list[Array]] = {}
    hooks = []
    for n, layer in enumerate(network.layers):
        for part in ("qkv", "o", "up", "down"):

            def hook(_m: object, inputs: tuple[torch.Tensor], _y: object, name: str = f"{n}.{part}") -> None:
                x = inputs[0].numpy().ravel()
                edges = np.quantile(x, [1 - share, share]).astype(np.float32)
                seen.setdefault(name, []).append(edges)

            hooks.append(getattr(layer, part).register_forward_hook(hook))
    network.eval()
    for w in windows:
        network(torch.tensor([w.ids]), torch.tensor([w.shapes]), torch.ones(1, len(w.ids), dtype=torch.bool))
    for h in hooks:
        h.remove()
    return {k: (float(np.min([e[0] for e in v])), float(np.max([e[1] for e in v]))) for k, v in seen.items()}


def encoder(network: Network, depth: int, spans: dict[str, tuple[float, float]] | None) -> bytes:
    """The graph from pieces' first vectors to the vectors and tags of words."""
    g = Graph()

    def norm(x: str, layer: torch.nn.LayerNorm, name: str) -> str:
        weight, bias = layer.weight.detach().numpy(), layer.bias.detach().numpy()
        inputs = [x, g.constant(name + ".w", weight), g.constant(name + ".b", bias)]
        return g.node("LayerNormalization", inputs, name, epsilon=1e-12, axis=-1)

    x = norm("pieces", network.norm, "x0")
    for n, layer in enumerate(list(network.layers)[:depth]):

        def span(part: str, n: int = n) -> tuple[float, float] | None:
            return spans[f"{n}.{part}"] if spans else None

        name, width = f"l{n}.", layer.heads * HEAD
        qkv = g.linear(x, name + "qkv", layer.qkv, span("qkv"))
        g.nodes.append(
            helper.make_node(
                "Split", [qkv, g.constant(name + "split", [width] * 3)], [name + c for c in "qkv"], axis=-1
            )
        )
        given = [name + "q", name + "k", name + "v"]
        a = g.node("MultiHeadAttention", given, name + "a", EXTENDED, num_heads=layer.heads)
        o = g.node("Add", [x, g.linear(a, name + "o", layer.o, span("o"))], name + "sum1")
        x = norm(o, layer.norm1, name + "n1")
        up = g.node("Gelu", [g.linear(x, name + "up", layer.up, span("up"))], name + "gelu", EXTENDED)
        down = g.node("Add", [x, g.linear(up, name + "down", layer.down, span("down"))], name + "sum2")
        x = norm(down, layer.norm2, name + "n2")
    flat = g.node("Reshape", [x, g.constant("flat", [-1, WIDTH])], "rows")
    vectors = g.node("Gather", [flat, "firsts"], "vectors")
    heads = network.heads[str(depth)]
    weight = heads.tags.weight.detach().numpy()[:3].T.copy()
    tags = g.node("MatMul", [vectors, g.constant("tags.w", weight)], "tags.m")
    g.node("Add", [tags, g.constant("tags.b", heads.tags.bias.detach().numpy()[:3])], "tags")
    return g.saved(
        [("pieces", TensorProto.FLOAT, [1, "pieces", WIDTH]), ("firsts", TensorProto.INT64, ["words"])],
        [("vectors", ["words", WIDTH]), ("tags", ["words", 3])],
    )


def pairs(network: Network, depth: int) -> bytes:
    """The graph from words' and cues' vectors to the parts of pairs."""
    g = Graph()
    heads = network.heads[str(depth)]
    g.linear("vectors", "word", heads.word, None)
    g.linear("cues", "cue", heads.cue, None)
    split = g.constant("split", [PAIR, PAIR])
    for name, which in (("word", "of_word"), ("cue", "of_cue")):
        both = g.node("Gather", [name + ".y", which], name + ".pairs")
        g.nodes.append(helper.make_node("Split", [both, split], [name + ".1", name + ".2"], axis=-1))
    near = g.node("Gather", [g.constant("near.table", heads.near.weight.detach().numpy()), "near"], "nears")
    x = g.node("Add", [g.node("Mul", ["word.2", "cue.2"], "times"), near], "with.near")
    x = g.node("Add", [g.node("Add", ["word.1", "cue.1"], "sum"), x], "all")
    y = g.linear(g.node("Relu", [x], "relu"), "part", heads.part, None)
    g.node("Identity", [y], "parts")
    whole_number = TensorProto.INT64
    return g.saved(
        [("vectors", TensorProto.FLOAT, ["words", WIDTH]), ("cues", TensorProto.FLOAT, ["found", WIDTH]),
         ("of_word", whole_number, ["pairs"]), ("of_cue", whole_number, ["pairs"]),
         ("near", whole_number, ["pairs"])],
        [("parts", ["pairs", LABELS])],
    )  # fmt: skip


def vocabulary() -> str:
    """MiniLM's tokenizer as the reader uses it: neither cut nor padded, and no special pieces."""
    found = Tokenizer.from_file(str(pretrained()[1]))
    found.no_truncation()
    found.no_padding()
    kept = json.loads(found.to_str())
    kept["post_processor"] = None
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def tables(network: Network) -> bytes:
    """What a piece's first vector is summed from: its own in eight bits, its word's shape and its place."""
    words: Array = network.word.weight.detach().numpy()
    steps = (np.abs(words).max(1) / 127 + 1e-12).astype(np.float32)
    shapes = (network.shape.weight + network.kind).detach().numpy()
    out = io.BytesIO()
    np.savez(out, words=np.round(words / steps[:, None]).astype(np.int8), steps=steps, shapes=shapes,
             places=network.place.weight.detach().numpy().astype(np.float32))  # fmt: skip
    return out.getvalue()


def save(path: Path, members: dict[str, bytes]) -> None:
    """Writes a model as one archive; the same members, the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)


assert NEAR == 33
assert SHAPES == 12
