"""Protects how a trained layer is made smaller: what others can stand in for goes, the rest is fitted."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training.cut import cut, fewer_inputs  # noqa: E402
from training.data import Window  # noqa: E402
from training.network import HEAD, WIDTH, Network, Size, sized  # noqa: E402


@pytest.mark.parametrize(("group", "kept"), [(1, 8), (4, 3)])
def test_what_is_left_is_the_best_fit(group: int, kept: int) -> None:
    """For the inputs that stay, the rows are those of least squares; and they beat rows left as they were."""
    torch.manual_seed(1)
    x = torch.randn(500, 24) @ torch.randn(24, 24) + 0.5
    weight, bias = torch.randn(24, 7), torch.randn(7)
    wanted = (x @ weight + bias).double()
    one = torch.cat([x, torch.ones(500, 1)], 1)
    left, rows, base = fewer_inputs(weight, bias, one.T @ one / 500, group, kept)
    inputs = [g * group + k for g in left for k in range(group)]
    assert len(left) == kept
    assert rows.shape == (len(inputs), 7)
    seen = torch.cat([x[:, inputs], torch.ones(500, 1)], 1).double()
    best = seen @ torch.linalg.lstsq(seen, wanted).solution
    fitted = seen @ torch.cat([rows, base[None]])
    plain = x[:, inputs] @ weight[inputs] + bias
    assert (fitted - wanted).square().mean() < 1.01 * (best - wanted).square().mean()
    assert (fitted - wanted).square().mean() < 0.8 * (plain - wanted).square().mean()


def network() -> Network:
    """Two layers by chance, whose second halves say what their first halves say."""
    torch.manual_seed(2)
    made = Network([Size(4, 64)] * 2, (2,))
    half = 2 * HEAD
    for layer in made.layers:
        for part in range(3):
            at = part * 4 * HEAD
            layer.qkv.weight.data[at + half : at + 2 * half] = layer.qkv.weight.data[at : at + half]
            layer.qkv.bias.data[at + half : at + 2 * half] = layer.qkv.bias.data[at : at + half]
        layer.up.weight.data[32:], layer.up.bias.data[32:] = (
            layer.up.weight.data[:32],
            layer.up.bias.data[:32],
        )
    return made.eval()


@torch.no_grad()
def test_what_says_the_same_goes_and_nothing_is_lost() -> None:
    """Heads and neurons that repeat others are those that leave."""
    whole, small = network(), network()
    chance = torch.Generator().manual_seed(3)
    windows = [Window(torch.randint(999, (40,), generator=chance).tolist(), [0] * 40) for _ in range(30)]
    cut(small, (Size(2, 32), Size(2, 32)), windows)
    assert small.layers[0].up.weight.shape == (32, WIDTH)
    assert small.layers[1].qkv.weight.shape == (3 * 2 * HEAD, WIDTH)
    ids, shapes = torch.tensor([windows[0].ids]), torch.tensor([windows[0].shapes])
    mask = torch.ones(1, 40, dtype=torch.bool)
    assert torch.allclose(whole(ids, shapes, mask)[2], small(ids, shapes, mask)[2], atol=0.02)


def test_sizes_are_read_from_weights() -> None:
    """What was cut is loaded without being told how."""
    made = Network([Size(4, 192), Size(9, 448)], (1, 2))
    again = sized(made.state_dict())
    assert [(layer.heads, layer.up.out_features) for layer in again.layers] == [(4, 192), (9, 448)]
    assert again.exits == (1, 2)
