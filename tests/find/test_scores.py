"""Protects the scores: every rule that a finder can name has one, and it is a share between 0 and 1."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import onrecord.find
from onrecord.find.scores import SCORES, score
from onrecord.model import MODES

SOURCES = sorted(Path(onrecord.find.__file__).parent.glob("*.py"))
RULE = re.compile(r"(?:(?:after|block|cue|headline|joint|quotation|turn):[a-z ]+|according to)")
FRAMES = {
    "clause",
    "quote",
    "infinitive",
    "object",
    "preposition",
    "end",
}  # what "cue:{cue.frame}" can become


def emitted() -> set[str]:
    """Every string in the source that has the form of a rule, but for the table of scores itself."""
    out = set()
    for path in SOURCES:
        if path.stem == "scores":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
                out.add(node.value)
    return out | {f"cue:{frame}" for frame in FRAMES}


def frames_of_the_source() -> set[str]:
    """Every kind of frame that `frames.py` can give."""
    tree = ast.parse(next(path for path in SOURCES if path.stem == "frames").read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in {*FRAMES, "hearer", "passive"}
    }


def test_every_rule_has_a_score() -> None:
    """A rule without a score would stop the whole document; a score without a rule is a leftover."""
    assert emitted() == set(SCORES)


def test_frames_are_the_ones_scored() -> None:
    """`reported.py` makes a rule of the frame's kind; "passive" has a rule of its own, "hearer" none."""
    assert frames_of_the_source() - {"passive"} <= FRAMES


@pytest.mark.parametrize("rule", SCORES)
def test_scores_are_shares(rule: str) -> None:
    """Each within (0, 1]; what stands in quotation marks is never less sure than what does not."""
    for mode in MODES:
        assert 0 < score(rule, mode) <= 1
    direct, mixed, indirect = SCORES[rule]
    assert (score(rule, "direct"), score(rule, "mixed"), score(rule, "indirect")) == (direct, mixed, indirect)
    assert direct >= max(mixed, indirect)


def test_an_unknown_rule_is_an_error() -> None:
    """No rule gets a score by default."""
    with pytest.raises(KeyError):
        score("cue:unheard of", "direct")
