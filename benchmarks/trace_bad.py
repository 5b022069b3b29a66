"""Texts made to be a burden are traced at a size and at twice the size; nothing may be lost, nothing explode.

Copies of one page, near-copies, one very long page, one repeated word, and scripts that part no words. Time
may at most somewhat more than double. Of copies every one must be a member of one family. All texts are made
here from invented words.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from trace_doors import Run, add, cached, clear, families, lines, table, trace

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru".split()
SMALL = {"copies": 1000, "near-copies": 1000, "one page": 500_000, "one word": 200_000, "no spaces": 300}
WHOLE = {"copies": 5000, "near-copies": 5000, "one page": 5_000_000, "one word": 1_000_000, "no spaces": 1500}
RATIO = 2.6  # of the time at twice the size

Rows = Iterator[str]


def vocabulary(chance: random.Random, count: int) -> list[str]:
    """Invented words."""
    return sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(2 * count)})[
        :count
    ]


def sentences(chance: random.Random, words: list[str], count: int) -> Iterator[str]:
    """So many invented sentences."""
    for _ in range(count):
        some = chance.choices(words, cum_weights=_weights(len(words)), k=chance.randint(8, 30))
        yield " ".join(some).capitalize() + "."


@cache
def _weights(count: int) -> list[float]:
    return list(accumulate(1 / (n + 3) for n in range(count)))


def page(chance: random.Random, words: list[str], paragraphs: int) -> str:
    """An invented page."""
    return "\n\n".join(" ".join(sentences(chance, words, 5)) for _ in range(paragraphs))


def copies(count: int) -> Rows:
    """One page again and again."""
    chance = random.Random(1)
    text = page(chance, _shuffled(chance), 2)
    return (text for _ in range(count))


def near_copies(count: int) -> Rows:
    """One page with three words changed in each."""
    chance = random.Random(2)
    known = _shuffled(chance)
    words = page(chance, known, 2).split(" ")
    for _ in range(count):
        changed = list(words)
        for place in chance.sample(range(len(words)), 3):
            changed[place] = chance.choice(known) + ("\n\n" if "\n\n" in words[place] else "")
        yield " ".join(changed)


def one_page(count: int) -> Rows:
    """A page of so many words, and a short one that shares a paragraph with it."""
    chance = random.Random(3)
    known = _shuffled(chance)
    parts = [page(chance, known, 1) for _ in range(count // 95)]
    yield "\n\n".join(parts)
    yield "\n\n".join([page(chance, known, 1), parts[len(parts) // 2], page(chance, known, 1)])


def one_word(count: int) -> Rows:
    """Texts of one repeated word, with and without paragraphs."""
    for length in (count, count // 2, count // 10):
        yield "word " * length
        yield "\n\n".join("very " * 50 for _ in range(length // 50))


def no_spaces(count: int) -> Rows:
    """Texts of letters that no space parts, each with a paragraph of the one before, or half of one."""
    chance = random.Random(4)
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    weights = [1 / (n + 10) for n in range(len(letters))]
    last = ""
    for _ in range(count):
        parts = ["".join(chance.choices(letters, weights, k=200)) + "。" for _ in range(6)]
        yield "\n\n".join([*parts, last])
        last = parts[0] if chance.random() < 0.5 else parts[0][50:150]


def _shuffled(chance: random.Random) -> list[str]:
    words = vocabulary(chance, 20_000)
    chance.shuffle(words)
    return words


KINDS: dict[str, Callable[[int], Rows]] = {
    "copies": copies,
    "near-copies": near_copies,
    "one page": one_page,
    "one word": one_word,
    "no spaces": no_spaces,
}


def traced(kind: str, count: int) -> tuple[Run, int, Path]:
    """Make, add and trace; gives the run, the number of texts, and the record."""
    file, record = cached("bad.jsonl"), cached("bad.onrecord")
    clear(record)
    number = 0
    with file.open("w", encoding="utf-8") as rows:
        for number, text in enumerate(KINDS[kind](count), 1):
            rows.write(json.dumps({"id": f"{kind}-{number}", "text": text}) + "\n")
    add(record, file)
    return trace(record), number, record


def measure(whole: bool = False, only: str | None = None) -> None:
    """Print the time at both sizes, what was found, and what was said to be capped."""
    for kind, size in (WHOLE if whole else SMALL).items():
        if only and kind != only:
            continue
        runs = []
        for count in (size, 2 * size):
            run, texts, record = traced(kind, count)
            found = families(record)
            largest = max((len({m.document for m in each.members}) for each in found), default=0)
            note = f"{texts:,} texts, {len(found)} families, largest in {largest:,}; {run.peak:,.0f} MiB"
            table([(f"{kind}, {count:,}", f"{run.seconds:.1f} s", note)])
            print(f"    it said: {run.said[-240:]}")
            lost = _lost(kind, record, texts)
            if lost:
                print(f"    LOST: {lost}")
            runs.append(run.seconds)
        table([(f"{kind}: twice the size takes", f"{runs[1] / runs[0]:.2f} ×", f"wanted below {RATIO}")])


def _lost(kind: str, record: Path, texts: int) -> str:
    """What is in no family although it repeats something."""
    members = {m.document for each in families(record) for m in each.members}
    if kind in ("copies", "near-copies", "no spaces") and len(members) < texts:
        return f"{texts - len(members)} of {texts} texts are in no family"
    if kind in ("copies", "near-copies"):
        most = max(len({m.document for m in each.members}) for each in families(record))
        return f"the largest family has {most} of {texts} texts" if most < texts else ""
    if kind == "one page" and len(members) < 2:
        return "the paragraph that both pages have"
    return ""


def hops_of(record: Path) -> int:
    """How many hops there are: of copies not the square of their number."""
    return sum(1 for _ in lines("traces", "--formulas", "--hops", "--record", record))
