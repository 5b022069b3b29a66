"""Quotations taken from a record, changed and unchanged, are asked for in one warm process and must be found.

Of each kind as many: exact; three words changed; an ellipsis in the middle; six to ten words; and sentences
of other texts, for which "not found" must be answered. Right is an answer that has the document among its
places and is of the kind that the change makes true.
"""

from __future__ import annotations

import random
import re
import time
from pathlib import Path
from typing import NamedTuple

from trace_changes import bare, content, middle, swapped
from trace_doors import copied, table, three_years, trace
from trace_planting import SENTENCE, paragraphs

from onrecord import api
from onrecord.errors import OnrecordError
from onrecord.settings import Settings

EACH, SEED = 60, 4
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


def right(asked: Quotation, answer: object) -> tuple[bool, bool]:
    """Whether the document is among the places, and whether the answer is as it must be."""
    found = answer.places  # type: ignore[attr-defined]
    told = answer.answer  # type: ignore[attr-defined]
    if asked.document is None:
        return told == "not found", told == "not found"
    there = any(
        place.document.id == asked.document and place.span.start < asked.end and asked.start < place.span.end
        for place in found
    )
    must = {"exact": ("as given",), "six to ten words": ("as given",), "three words changed": ("nearly",)}
    return there, told in must.get(asked.kind, ("as given", "nearly"))


def measure(record: Path | None = None, look: int = 0) -> None:
    """Print milliseconds and how often the answer is right."""
    if record is None:
        record = copied(three_years(), "verified")
        trace(record)
    settings = Settings.load()
    quotations = drawn(record)
    for asked in quotations[:10]:
        api.verify(record, asked.words, settings)
    times: dict[str, list[float]] = {}
    there: dict[str, int] = {}
    exact: dict[str, int] = {}
    for asked in quotations:
        start = time.perf_counter()
        try:
            answer = api.verify(record, asked.words, settings)
        except OnrecordError as error:
            answer = None
            print(f"    refused: {error}: {asked.words[:100]}")
        times.setdefault(asked.kind, []).append(1000 * (time.perf_counter() - start))
        among, so = right(asked, answer) if answer is not None else (False, False)
        there[asked.kind] = there.get(asked.kind, 0) + among
        exact[asked.kind] = exact.get(asked.kind, 0) + so
        if look and answer is not None and not (among and so):
            look -= 1
            print(f"    {asked.kind}: {answer.answer}, {len(answer.places)} places: {asked.words[:200]}")
    every = [each for some in times.values() for each in some]
    for kind, some in (*times.items(), ("all", every)):
        p50, p95, most = (
            sorted(some)[min(int(len(some) * share), len(some) - 1)] for share in (0.5, 0.95, 1)
        )
        count = len(some)
        shares = [f"{100 * of.get(kind, 0) / count:.1f} %" for of in (there, exact)]
        share = f"there {shares[0]}, right {shares[1]}"
        note = f"p50 {p50:.1f}, max {most:.1f}; {share if kind != 'all' else f'wanted p95 {WANTED:.0f}'}"
        table([(f"verify: {kind}, {count}", f"p95 {p95:.1f} ms", note)])
