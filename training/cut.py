"""Takes heads and neurons out of a trained layer, those first that the others can best stand in for.

What is left is fitted so that each matrix gives nearly what it gave before (the optimal brain surgeon of
Hassibi & Stork 1992, for whole groups of inputs as in Kurtic et al. 2023); a short training mends the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.data import Window
from training.network import HEAD, Layer, Network, Size


def fewer_inputs(
    weight: Tensor, bias: Tensor, moments: Tensor, group: int, kept: int
) -> tuple[list[int], Tensor, Tensor]:
    """A matrix with fewer inputs that gives nearly the same.

    Args:
        weight: [inputs, outputs]; `bias`: [outputs].
        moments: mean of the outer products of the inputs followed by a one, [inputs + 1, inputs + 1].
        group: so many neighbouring inputs leave together.
        kept: so many groups stay.

    Returns:
        The groups that stay, in order; their rows, fitted anew; the bias, fitted anew.
    """
    rows = torch.cat([weight, bias[None]]).double()
    ridge = 1e-4 * moments.diagonal().mean() * torch.eye(len(moments), dtype=torch.double)
    inverse = torch.linalg.inv(moments.double() + ridge)
    left = list(range(len(weight) // group))
    while len(left) > kept:
        if group == 1:
            cost = (rows.square().sum(1) / inverse.diagonal())[left]
        else:
            blocks = [slice(g * group, (g + 1) * group) for g in left]
            costs = [(rows[b] * torch.linalg.solve(inverse[b, b], rows[b])).sum() for b in blocks]
            cost = torch.stack(costs)
        gone = left.pop(int(cost.argmin()))
        at = slice(gone * group, (gone + 1) * group)
        shares = torch.linalg.solve(inverse[at, at], inverse[at])
        rows -= shares.T @ rows[at]
        inverse.addmm_(inverse[:, at].clone(), shares, alpha=-1)
        inverse[at, at] = torch.eye(group, dtype=torch.double)  # gone, but not to be divided by
    inputs = [g * group + k for g in left for k in range(group)]
    return left, rows[inputs], rows[-1]


def moments(vectors: Iterator[Tensor]) -> Tensor:
    """Mean of the outer products of all vectors, each followed by a one."""
    total, count = torch.zeros(()), 0
    for found in vectors:
        x = F.pad(found.reshape(-1, found.shape[-1]), (0, 1), value=1.0)
        total = total + x.T @ x
        count += len(x)
    return total / count


def refitted(old: nn.Linear, mean: Tensor, group: int, kept: int) -> tuple[list[int], nn.Linear]:
    """The groups of inputs that stay, and the matrix that reads them."""
    left, rows, base = fewer_inputs(old.weight.T, old.bias, mean, group, kept)
    new = nn.Linear(len(left) * group, old.out_features)
    new.weight.data, new.bias.data = rows.T.float().contiguous(), base.float()
    return left, new


def rows_of(old: nn.Linear, rows: list[int]) -> nn.Linear:
    new = nn.Linear(old.in_features, len(rows))
    new.weight.data, new.bias.data = old.weight.data[rows].clone(), old.bias.data[rows].clone()
    return new


def cut_layer(layer: Layer, size: Size, given: list[Tensor]) -> None:
    """Makes a layer smaller, by what goes into it.

    Args:
        given: windows' vectors, each [1, pieces, WIDTH].
    """
    whole = [torch.ones(1, 1, 1, x.shape[1], dtype=torch.bool) for x in given]

    def over(f: Callable[[Tensor, Tensor], Tensor]) -> Iterator[Tensor]:
        return (f(x, mask) for x, mask in zip(given, whole, strict=True))

    heads, layer.o = refitted(layer.o, moments(over(layer.seen)), HEAD, size.heads)
    wide = layer.heads * HEAD
    rows = [part * wide + head * HEAD + k for part in range(3) for head in heads for k in range(HEAD)]
    layer.qkv, layer.heads = rows_of(layer.qkv, rows), size.heads

    def neurons(x: Tensor, mask: Tensor) -> Tensor:
        return F.gelu(layer.up(layer.norm1(x + layer.o(layer.seen(x, mask)))))

    kept, layer.down = refitted(layer.down, moments(over(neurons)), 1, size.inner)
    layer.up = rows_of(layer.up, kept)


@torch.no_grad()
def cut(network: Network, sizes: tuple[Size, ...], windows: list[Window]) -> None:
    """Makes the first layers of a network smaller, in their order, by what these windows show of them."""
    network.eval()
    given = [network.first(torch.tensor([w.ids]), torch.tensor([w.shapes])) for w in windows]
    for layer, size in zip(list(network.layers)[: len(sizes)], sizes, strict=True):
        assert isinstance(layer, Layer)
        cut_layer(layer, size, given)
        mask = [torch.ones(1, 1, 1, x.shape[1], dtype=torch.bool) for x in given]
        given = [layer(x, m, 0.0) for x, m in zip(given, mask, strict=True)]
