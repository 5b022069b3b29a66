"""Makes the reader's first layers small and teaches them to see and say what the large ones do.

    python -m training.thin ../shared/data/polnear/train --names ../shared/data/names/russian-latin.tsv.gz \\
        --to build/model

The weights that `training.train` left in the folder are the teacher. Most of the arithmetic goes at once
(`training.cut`); then the small layers learn from the annotations, from the teacher's chances, and from its
vectors after every layer (Sanh et al. 2019). Pieces' own vectors stay as they are: all sizes share them.
What comes of it is the size `small`.
"""

from __future__ import annotations

import copy
import random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.cut import cut
from training.data import Window, articles, windows
from training.export import vocabulary
from training.network import Network, Size, sized
from training.train import Batch, Course, agreement, arguments, held_out, material, said, train, words

DEPTH = 3  # layers
SIZES = (Size(8, 512),) * DEPTH
COURSES = (
    Course((DEPTH,), 1, 1, 4e-4, 3e-4, (96, 128, 128, 192), 3, 220),
    Course((DEPTH,), 1, 1, 4e-4, 3e-4, (96, 128, 128, 192), 4, 280),
    Course((DEPTH,), 1, 1, 5e-4, 3e-4, (96, 128, 128, 192), 5, 330),
)
SHOWN = 500  # windows by which it is seen what can go
ALIKE = 3.0  # how much likeness of vectors counts beside what is said


def small(teacher: Network, shown: list[Window]) -> Network:
    """The first layers of the teacher, cut, with its heads at that depth."""
    network = copy.deepcopy(teacher)
    cut(network, SIZES, shown)
    network.layers = nn.ModuleList(list(network.layers)[:DEPTH])
    network.heads = nn.ModuleDict({str(DEPTH): network.heads[str(DEPTH)]})
    network.exits, network.rate = (DEPTH,), 0.0
    for part in (network.word, network.place, network.shape, network.norm):
        part.requires_grad_(False)
    network.kind.requires_grad = False
    return network


class Lesson:
    """The loss of a small network beside its teacher."""

    def __init__(self, teacher: Network) -> None:
        self.teacher = teacher.eval()

    def __call__(self, network: Network, batch: Batch) -> Tensor:
        with torch.no_grad():
            x = network.first(batch.ids, batch.shapes)
            seen = self.teacher.states(x, batch.mask, DEPTH)
            top = said(self.teacher.heads[str(DEPTH)], words(seen[-1], batch), batch)
        mine = network.states(x, batch.mask, DEPTH)
        low = said(network.heads[str(DEPTH)], words(mine[-1], batch), batch)
        unlike = sum(
            (
                (a - b)[batch.mask].square().mean() / b[batch.mask].var()
                for a, b in zip(mine, seen, strict=True)
            ),
            start=low.loss.new_zeros(()),
        )
        return 0.5 * low.loss + agreement(low, top) + ALIKE * unlike / DEPTH


def main() -> None:
    """Reads the teacher, cuts, teaches, writes."""
    assert __doc__
    args = arguments(__doc__).parse_args()
    torch.set_num_threads(1)  # the order of arithmetic is then fixed
    given, names = material(args)
    teacher = sized(torch.load(args.to / "weights.pt"))
    tokenizer = Tokenizer.from_str(vocabulary())
    drawn = [a for a in articles(args.folder) if not held_out(a.name)]
    random.Random(COURSES[0].seed).shuffle(drawn)
    shown = [w for a in drawn[:60] for w in windows(a, tokenizer, 128)][:SHOWN]
    network = small(teacher, shown)
    with (args.to / "thin.jsonl").open("w") as log:
        for course in COURSES:
            network = train(course, given, names, network, log, Lesson(teacher))
    torch.save(network.state_dict(), args.to / "thin.pt")


if __name__ == "__main__":
    main()
