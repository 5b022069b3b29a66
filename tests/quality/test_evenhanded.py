"""Protects the promise that what is found does not depend on whose name, outlet or sex stands in a text.

The texts lie beside the checkout, never inside it; where they are absent the measuring test is skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
EVERY = 2  # each text is read once for each variant: all of them would take over a minute
WITHIN = 1.0  # points of F1

Measure = Callable[[str], ModuleType]

TEXT = (
    "“It rains,” said Ann Berg, a Russian envoy. Berg told CNN that her boat leaks, and Mr. Stone, whom she "
    "met, denied it. An American told her so. STONE AGE, read a sign; Stone slept. ANN BERG waved."
)
SOURCES = ["Ann Berg", "Mr. Stone", "Berg"]


def swapped(measure: Measure, **kinds: object) -> str:
    swapping = measure("swapping")
    return str(swapping.applied(TEXT, swapping.edits(TEXT, SOURCES, swapping.Variant("new", **kinds))))


def test_names_are_replaced_each_by_one_other(measure: Measure) -> None:
    """A variant in which names stay, or change from line to line, measures nothing."""
    new = swapped(
        measure,
        surnames=("Eze", "Bello"),
        women=("Ngozi",),
        abbreviations=("KBN",),
        peoples=("Kenyan", "Australian"),
    )
    assert new == (
        "“It rains,” said Ngozi Eze, a Kenyan envoy. Eze told KBN that her boat leaks, and Mr. Bello, whom "
        "she met, denied it. An Australian told her so. STONE AGE, read a sign; Stone slept. NGOZI EZE waved."
    )


def test_he_becomes_she_and_she_he(measure: Measure) -> None:
    """Whose boat and whom one told stay different words."""
    new = swapped(measure, men=("Olaf",), women=("Emily",), sexes=True)
    assert "Berg told CNN that his boat leaks, and Ms. Stone, whom he met, denied it." in new
    assert "An American told him so." in new
    assert new.startswith("“It rains,” said Olaf Berg,")


def test_articles_follow_what_stands_after_them(measure: Measure) -> None:
    """A wrong article would be another difference than the name."""
    new = swapped(measure, peoples=("Italian", "Kenyan"))
    assert "an Italian envoy" in new
    assert "A Kenyan told her so" in new


def test_possessives_follow_the_name(measure: Measure) -> None:
    """So would a wrong possessive; what stands after it moves along."""
    swapping = measure("swapping")
    text = "Ann Sanders’ plan failed, said Sanders."
    changes = swapping.edits(text, ["Sanders"], swapping.Variant("new", surnames=("Eze",)))
    new = swapping.applied(text, changes)
    assert new == "Ann Eze’s plan failed, said Eze."
    at = text.index("plan")
    assert new[slice(*swapping.Moved(changes).span(at, at + 4))] == "plan"


def test_annotations_move_with_the_text(measure: Measure) -> None:
    """Scores of a variant are worth nothing where its annotations no longer stand on their words."""
    evenhanded, swapping = measure("evenhanded"), measure("swapping")
    words = ("Ann Berg", "said", "“It rains,”")
    at = [(TEXT.index(each), TEXT.index(each) + len(each)) for each in words]
    standoff = "\n".join(
        [f"T{n}\tKind {start} {end}\t{TEXT[start:end]}" for n, (start, end) in enumerate(at, 1)]
        + ["E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3"]
    )
    variant = swapping.Variant("new", surnames=("Okonkwo",), women=("Zainab",), peoples=("Kenyan",))
    new, moved, _ = evenhanded.swapped(TEXT, standoff, SOURCES, variant)
    lines = [line.split("\t") for line in moved.split("\n")]
    for (_, where, given), expected in zip(lines[:3], ("Zainab Okonkwo", *words[1:]), strict=True):
        start, end = map(int, where.split()[1:])
        assert new[start:end] == given == expected
    assert lines[3] == ["E1", "Attribution:T2 Source:T1 Cue:T2 Content:T3"]


def test_names_do_not_change_the_score(measure: Measure) -> None:
    """On every second development text of PolNeAR, with the reader that reads by default."""
    folder = SHARED / "data" / "polnear" / "dev"
    for place in (folder, SHARED / "tools" / "score_attribution.py"):
        if not place.exists():
            pytest.skip(f"{place.name} is not beside the checkout")
    original, *variants = measure("evenhanded").scored(folder, every=EVERY)
    assert len(variants) >= 5
    for score in variants:
        assert score.changes > 500, score.variant
        assert abs(score.f1() - original.f1()) < WITHIN, (score.variant, score.f1(), original.f1())
