"""What is found is held against what is annotated by the collection's own scorer, loaded from its file.

Both come in the scorer's shape: dicts of `content` and `speaker`, each a list of spans in code points, here
with `cue`. The rules are the scorer's: a pair shares at least half of the characters in either, one to one,
best first; the speaker is right when the spans touch, or both name none.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reading import SHARED, pairs

from onrecord.model import Statement

SCORER = SHARED / "tools" / "score_attribution.py"
TARGET = re.compile(r"(T\d+)\t\S+ ([\d ;]+)")
ONE = dict[str, Any]


def scorer(place: Path = SCORER) -> Any:
    """The scoring module, loaded from its file."""
    spec = importlib.util.spec_from_file_location("score_attribution", place)
    if spec is None or spec.loader is None or not place.is_file():
        sys.exit(f"{place} is absent or not a Python file: nothing to score with.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(place: Path) -> list[ONE]:
    """The attributions of a standoff file, in its order, as the scorer reads them, with their cues."""
    spans: dict[str, list[tuple[int, int]]] = {}
    out = []
    for line in place.read_text(encoding="utf-8").split("\n"):
        target = TARGET.match(line)
        if target:
            spans[target[1]] = [(int(a), int(b)) for a, b in map(str.split, target[2].split(";"))]
        elif re.match(r"E\d+\t", line):
            roles: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": [], "Cue": []}
            for role, target_id in (part.split(":") for part in line.split("\t")[1].split()):
                roles.setdefault(re.sub(r"\d+$", "", role), []).extend(spans.get(target_id, []))
            if roles["Content"]:
                out.append({"content": roles["Content"], "speaker": roles["Source"], "cue": roles["Cue"]})
    return out


def shaped(found: ONE) -> ONE:
    """A JSON line in the scorer's shape; rule, mode and score stay with it."""
    speaker = (found["speaker"] or {}).get("span")
    return {
        "content": [tuple(span) for span in found["content"]],
        "speaker": [tuple(speaker)] if speaker else [],
        "cue": [tuple(found["cue"])] if found["cue"] else [],
        "rule": found["rule"],
        "mode": found["mode"],
        "score": found["score"],
    }


def of_statement(found: Statement) -> ONE:
    """A statement of the API in the scorer's shape; rule, mode and score stay with it."""
    return {
        "content": [tuple(span) for span in found.content],
        "speaker": [tuple(found.speaker.span)] if found.speaker else [],
        "cue": [tuple(found.cue)] if found.cue else [],
        "rule": found.rule,
        "mode": found.mode,
        "score": found.score,
    }


class Match(NamedTuple):
    """An annotated attribution and a found one whose words match, by their places in their lists."""

    gold: int
    found: int
    exact: bool
    right: bool  # the speaker too


def matches(scoring: Any, text: str, gold: Sequence[ONE], found: Sequence[ONE]) -> list[Match]:
    """The pairs of one text."""
    listed = [scoring.characters(one["content"], text) for one in gold]
    words = [scoring.characters(one["content"], text) for one in found]
    out = []
    for i, j in pairs(listed, words):
        source = scoring.characters(gold[i]["speaker"], text)
        mention = scoring.characters(found[j]["speaker"], text)
        out.append(Match(i, j, listed[i] == words[j], bool(source & mention) or not (source or mention)))
    return out


@dataclass
class Tally:
    """Counts over texts, and the figures made from them."""

    gold: int = 0
    found: int = 0
    content: int = 0
    exact: int = 0
    attributed: int = 0

    def add(self, gold: int, found: int, matched: Iterable[Match]) -> None:
        """Count one text."""
        self.gold += gold
        self.found += found
        for match in matched:
            self.content += 1
            self.exact += match.exact
            self.attributed += match.right

    def figures(self, what: str) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent of `content`, `exact` or `attributed`."""
        hits = getattr(self, what)
        precision = 100 * hits / self.found if self.found else 0.0
        recall = 100 * hits / self.gold if self.gold else 0.0
        return precision, recall, 200 * hits / (self.found + self.gold) if hits else 0.0

    def row(self, name: str) -> str:
        """The figures on one line."""
        shown = "  ".join(
            f"{what} " + " ".join(f"{value:5.1f}" for value in self.figures(what))
            for what in ("content", "exact", "attributed")
        )
        return f"{name:16} listed {self.gold:4d}  found {self.found:4d}  {shown}"
