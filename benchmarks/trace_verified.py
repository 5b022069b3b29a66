"""Quotations taken from a record, changed and unchanged, are asked for in one warm process and must be found.

Of each kind as many: exact; three words changed; an ellipsis in the middle; six to ten words; and sentences
of other texts, for which "not found" must be answered. Right is an answer that has the document among its
places and is of the kind that the change makes true.
"""

from __future__ import annotations

import random
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from trace_changes import bare, content, middle, swapped
from trace_doors import copied, table, three_years, trace
from trace_planting import SENTENCE, paragraphs

from onrecord import api
from onrecord.settings import Settings

EACH, SEED = 60, 4
WARM = 10  # asked first and not counted
WANTED = 50.0  # milliseconds, at the 95th percentile
PROSE = re.compile(r"^[A-Z“][^\[\]<>*_|#\\\n]*(?:\n[^\[\]<>*_|#\\\n]+)*[.?!”]$")


class Quotation(NamedTuple):
    """What is asked, and what must be answered: the document, its span, or None where there is none."""

    kind: str
    words: str
    document: str | None
    start: int
    end: int


def drawn(record: Path) -> list[Quotation]:
    """Quotations from paragraphs of the record, the same for the same record."""
    chance = random.Random(SEED)
    listed = sorted((each.document for each in api.documents(record, text=False)), key=lambda one: one.path)
    pool = [bare(word) for word in _words(record, listed[0].id) if content(word)]
    made: list[Quotation] = []
    for kind in ["exact", "three words changed", "ellipsis", "six to ten words"] * EACH:
        while True:
            document = chance.choice(listed)
            text = _text(record, document.id)
            places = [m.span() for m in re.finditer(r"(?:[^\n]+\n?)+", text) if PROSE.match(m[0].strip())]
            made_one = _quotation(kind, document.id, text, places, pool, chance)
            if made_one is not None:
                made.append(made_one)
                break
    strange = (SENTENCE.split(line)[1] for line in paragraphs(chance))
    some = [words for words in strange if 8 <= len(words.split()) <= 40][:EACH]
    return made + [Quotation("not in the record", words, None, 0, 0) for words in some]


def _text(record: Path, id: str) -> str:
    shown = api.show(record, id)
    return shown.document.text


def _words(record: Path, id: str) -> list[str]:
    return _text(record, id).split()


def _quotation(
    kind: str,
    document: str,
    text: str,
    places: list[tuple[int, int]],
    pool: list[str],
    chance: random.Random,
) -> Quotation | None:
    if not places:
        return None
    start, end = chance.choice(places)
    spans = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    least = 6 if kind == "six to ten words" else 16
    if len(spans) < least:
        return None
    size = chance.randint(6, 10) if least == 6 else chance.randint(16, 40)
    first = chance.randrange(max(1, len(spans) - size))
    some = spans[first : first + size]
    words = [text[low:high] for low, high in some]
    telling = [n for n, word in enumerate(words) if content(word)]
    if len(telling) < (3 if least == 6 else 6):
        return None
    if kind == "three words changed":
        for n in chance.sample(telling, 3):
            words[n] = swapped(words[n], chance.choice(pool))
    elif kind == "ellipsis":
        gap = middle(words, chance)
        if gap is not None:
            words = [*words[: gap[0]], "…", *words[gap[1] :]]
    return Quotation(kind, " ".join(words), document, some[0][0], some[-1][1])


def right(asked: Quotation, answer: api.Verified) -> tuple[bool, bool]:
    """Whether the document is among the places, or may be one of more than are told; and the answer right."""
    if asked.document is None:
        return (answer.answer == "not found",) * 2
    there = answer.documents > len({place.document.id for place in answer.places}) or any(
        place.document.id == asked.document and place.span.start < asked.end and asked.start < place.span.end
        for place in answer.places
    )
    must = {"exact": ("as given",), "six to ten words": ("as given",), "three words changed": ("nearly",)}
    return there, answer.answer in must.get(asked.kind, ("as given", "nearly"))


@dataclass
class Tally:
    """What became of the quotations of one kind: milliseconds by two clocks, and how many are right."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    there: int = 0
    right: int = 0

    def at(self, clock: str, share: float) -> float:
        """The milliseconds within which so many were answered."""
        some = sorted(getattr(self, clock))
        return some[min(int(len(some) * share), len(some) - 1)]

    def row(self, kind: str, wanted: str = "") -> tuple[str, str, str]:
        """Of the table."""
        count = len(self.clock)
        share = f"there {100 * self.there / count:.1f} %, right {100 * self.right / count:.1f} %"
        busy = f"processor p95 {self.at('processor', 0.95):.1f}"
        note = f"p50 {self.at('clock', 0.5):.1f}, max {self.at('clock', 1):.1f}, {busy}; {share}{wanted}"
        return f"verify: {kind}, {count}", f"p95 {self.at('clock', 0.95):.1f} ms", note


def measured(record: Path, look: int = 0) -> dict[str, Tally]:
    """Ask each quotation once, after a few that are not counted."""
    settings = Settings.load()
    quotations = drawn(record)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for asked in quotations[:WARM]:
        api.verify(record, asked.words, settings)
    for asked in quotations:
        start, busy = time.perf_counter(), time.process_time()
        answer = api.verify(record, asked.words, settings)
        took = time.perf_counter() - start, time.process_time() - busy
        among, so = right(asked, answer)
        for kind in (asked.kind, "all"):
            tally = tallies[kind]
            tally.clock.append(1000 * took[0])
            tally.processor.append(1000 * took[1])
            tally.there += among
            tally.right += so
        if look and not (among and so):
            look -= 1
            print(f"    {asked.kind}: {answer.answer}, {answer.documents} documents: {asked.words[:200]}")
    return tallies


def measure(record: Path | None = None, look: int = 0) -> None:
    """Print milliseconds and how often the answer is right."""
    if record is None:
        record = copied(three_years(), "verified")
        trace(record)
    tallies = measured(record, look)
    for kind in (*(kind for kind in tallies if kind != "all"), "all"):
        table([tallies[kind].row(kind, f"; wanted p95 {WANTED:.0f}" if kind == "all" else "")])
