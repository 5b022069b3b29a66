"""Statements, changed and unchanged, are set into other texts; where each was set is known to the character.

The statements come from White House pages of 2021, the texts around them from PolNeAR's training articles,
with their paragraphs shuffled. Half of the statements stand in quotation marks with an attribution, as a
paragraph of their own; half are a bare sentence within a paragraph. The seed "look" draws from other files
than "judge".
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reading import data
from trace_changes import KINDS, SURNAMES, Change, Changing, Rewording
from trace_doors import add, cached, kept, unpacked

from onrecord import api

SEEDS = {"look": 11, "judge": 29, "floor": 47}
FILES = {"look": 500, "judge": 500, "floor": 40}  # of 2021
SHARE = {"look": 1.0, "judge": 1.0, "floor": 0.12}  # of the statements
COUNTS = {
    "copy": 200,
    "first half": 130,
    "ellipsis": 130,
    "merged halves": 130,
    "number": 200,
    "date": 150,
    "name": 200,
    "place": 130,
    "negation": 200,
    "question": 130,
    "marks": 130,
    "reworded": 270,
}
SCARCE = "date name number place question negation reworded".split()  # drawn first, scarcest first
UNLIKE_PROSE = re.compile(r"\]\(|[<>\\*|_#]|https?:|\n\s*[-•]|\n\s*\n|“.*“|^[“\"]")
GIVEN = "Amara Ingrid Luc Yuki Ani Marisol Piotr Layla Tomás Kwame Elin Odile Farid Noor Jelena Rui".split()
POSTS = "a regional director;a retired judge;a council member;an economist;a union organizer".split(";")
SENTENCE = re.compile(r"(?<=[a-z]{3}[.?!]) (?=[A-Z][a-z])")
PLANTS = 2  # in one text


class Planted(NamedTuple):
    """A statement that was set into another text.

    Attributes:
        kind: how it was changed.
        way: "quoted" or "bare".
        file: the name of the file it stands in, and `start` and `end` its code points there.
        changed: ranges of the file that were changed; empty ones where something was taken out.
        origin: the id of the original's document.
        kept: ranges of the original that were kept, and `altered` those that were changed.
    """

    kind: str
    way: str
    file: str
    start: int
    end: int
    changed: tuple[tuple[int, int], ...]
    origin: str
    kept: tuple[tuple[int, int], ...]
    altered: tuple[tuple[int, int], ...]


class Original(NamedTuple):
    """A statement as it stands: words with their offsets in the document."""

    document: str
    words: list[str]
    spans: list[tuple[int, int]]
    speaker: str | None


def originals(seed: str) -> Path:
    """A record of the pages from which a seed draws."""

    def make(place: Path) -> None:
        files = sorted(unpacked(2021, "2021-", "pages-2021").iterdir())[list(SEEDS).index(seed) :: 2]
        add(place, *random.Random(SEEDS[seed]).sample(files, min(FILES[seed], len(files))))

    return kept(f"originals-{seed}", make)


def statements(record: Path) -> list[Original]:
    """Those of 8 to 60 words in plain prose, each wording once."""
    found: dict[str, Original] = {}
    for document, statement in api.statements(record):
        if len(statement.content) != 1:
            continue
        span = statement.content[0]
        told = span.of(document.text)
        words = [(m[0], (span.start + m.start(), span.start + m.end())) for m in re.finditer(r"\S+", told)]
        if len(words) > 1 and words[0][0].lower() == "that":
            words = words[1:]
        while words and not any(map(str.isalnum, words[-1][0])):
            words.pop()
        if 8 <= len(words) <= 60 and not UNLIKE_PROSE.search(told):
            key = " ".join(word.lower() for word, _ in words)
            speaker = statement.speaker.name if statement.speaker else None
            found.setdefault(
                key, Original(document.id, [w for w, _ in words], [s for _, s in words], speaker)
            )
    return sorted(found.values())


def paragraphs(chance: random.Random) -> list[str]:
    """Of the carriers, each wording once, shuffled."""
    files = sorted((data("polnear") / "train" / "text").glob("*.txt"))
    told = {
        " ".join(line.split()) for file in files for line in file.read_text(encoding="utf-8").splitlines()
    }
    fit = sorted(line for line in told if 150 < len(line) < 900 and SENTENCE.search(line))
    chance.shuffle(fit)
    return fit


def chosen(
    found: list[Original], chance: random.Random, share: float = 1.0
) -> Iterator[tuple[str, Original, Change]]:
    """Each kind's statements with their change, no statement twice; `share` of the full number."""
    left = list(found)
    chance.shuffle(left)
    ways: dict[str, Changing] = {**KINDS, "reworded": Rewording([one.words for one in found])}
    for kind in (*SCARCE, *(kind for kind in COUNTS if kind not in SCARCE)):
        rest, drawn = [], 0
        for one in left:
            change = ways[kind](one.words, chance) if drawn < share * COUNTS[kind] else None
            if change is None or (change.words == one.words and kind != "copy"):
                rest.append(one)
                continue
            drawn += 1
            yield kind, one, change
        left = rest
        chance.shuffle(left)  # else the last kinds would have what the others refused


def plant(seed: str) -> tuple[Path, list[Planted]]:
    """Make the texts anew in a folder of the cache; gives it, and all that was planted."""
    chance = random.Random(SEEDS[seed])
    jobs = list(chosen(statements(originals(seed)), chance, SHARE[seed]))
    chance.shuffle(jobs)
    lines = iter(paragraphs(chance))
    folder = cached(f"planted-{seed}")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    planted: list[Planted] = []
    for number in range(0, len(jobs), PLANTS):
        name = f"planted-{number:05}.md"
        day = f"2023-{1 + number % 12:02}-{1 + number % 28:02}"
        text = f"---\ndate: '{day}'\ntitle: \"Notes of the week, number {number}\"\n---\n\n"
        for n, (kind, original, change) in enumerate(jobs[number : number + PLANTS]):
            text += "".join(next(lines) + "\n\n" for _ in range(1 if n else 2))
            way = "bare" if kind == "marks" or (n + number // PLANTS) % 2 else "quoted"
            before, words, after = _set(way, original, change, lines, chance)
            start = len(text) + len(before)
            planted.append(_planted(kind, way, name, start, words, original, change))
            text += f"{before}{' '.join(words)}{after}\n\n"
        (folder / name).write_text(text + next(lines) + "\n", encoding="utf-8")
    return folder, planted


def _set(
    way: str, original: Original, change: Change, lines: Iterator[str], chance: random.Random
) -> tuple[str, list[str], str]:
    """What stands before, the words themselves, and what stands after."""
    words = list(change.words)
    if words[0][0].islower() and (way == "bare" or chance.random() < 0.5):
        words[0] = words[0][0].upper() + words[0][1:]
    if way == "bare":
        if words[-1][-1] not in ".?!”":
            words[-1] = words[-1].rstrip(",;:—-") + "."
        line = next(lines)
        cut = chance.choice([match.start() for match in SENTENCE.finditer(line)])
        return line[:cut] + " ", words, line[cut:]
    known = original.speaker and chance.random() < 0.7
    speaker = original.speaker if known else f"{chance.choice(GIVEN)} {chance.choice(SURNAMES)}"
    post = "" if known else f", {chance.choice(POSTS)},"
    if chance.random() < 0.5:
        end = words[-1][-1]
        words[-1] = words[-1].rstrip(".,;:—-") if end not in "?!" else words[-1]
        return "“", words, f"{'' if end in '?!' else ','}” said {speaker}{post.rstrip(',')}."
    return f"{speaker}{post} said: “", words, "”"


def _planted(
    kind: str, way: str, file: str, start: int, words: list[str], original: Original, change: Change
) -> Planted:
    spans, at = [], start
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1

    def ranges(places: list[tuple[int, int]], of: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        found = []
        for low, high in of:
            begin = places[low][0] if low < len(places) else places[-1][1]
            found.append((begin, places[high - 1][1] if high > low else begin))
        return tuple(found)

    whole = ((0, len(original.words)),)
    return Planted(
        kind,
        way,
        file,
        start,
        at - 1,
        ranges(spans, change.here),
        original.document,
        ranges(original.spans, change.kept or whole),
        ranges(original.spans, change.there),
    )
