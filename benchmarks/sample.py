"""Statements drawn at random, each shown in its passage, so that anybody can judge whether they are right.

    python benchmarks/sample.py [--count 20] [--seed 1] [--reader small|large|rules] [--members 60]

As many from White House pages of 2022 as from English news pages, both beside the checkout. Only some files
are drawn and read, so that it is quick. Turns of transcripts make at most a quarter of a sample: they are
many and easy. In the passage ⟨who: ⟩ is the speaker, ⟨cue: ⟩ what announces the words, ⟨what: ⟩ the words.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import textwrap
import zipfile
from collections.abc import Iterable
from pathlib import Path

from reading import data, documents, with_reader

from onrecord.api import Read
from onrecord.model import Span, Statement

ENGLISH = ("uk", "au", "ca")
WIDE = 100
LONG = 700  # characters of a stretch between two marks, its middle left out beyond that

Drawn = tuple[Read, Statement]


def drawn(reads: Iterable[Read], count: int, chance: random.Random) -> list[Drawn]:
    """At most `count` statements at random, turns at most a quarter of them, in the order of the texts."""
    every = [(one, statement) for one in reads for statement in one.statements]
    turns = [n for n, (_, statement) in enumerate(every) if statement.mode == "turn"]
    others = sorted(set(range(len(every))) - set(turns))
    # As many turns as a plain draw would hold, but no more than a quarter.
    plain = set(chance.sample(range(len(every)), min(count, len(every))))
    some = chance.sample(turns, min(count // 4, len(plain & set(turns))))
    chosen = some + chance.sample(others, min(count - len(some), len(others)))
    return [every[n] for n in sorted(chosen)]


def members(archive: Path, count: int, chance: random.Random, folder: Path) -> list[Path]:
    """Some members of an archive, taken out into a folder that is made for them."""
    folder.mkdir()
    with zipfile.ZipFile(archive) as packed:
        names = sorted(name for name in packed.namelist() if name.endswith(".md"))
        for name in chance.sample(names, min(count, len(names))):
            (folder / Path(name).name).write_bytes(packed.read(name))
    return sorted(folder.iterdir())


def marked(text: str, low: int, high: int, statement: Statement) -> str:
    """The stretch [low, high) of the text with speaker, cue and words marked, long stretches cut."""
    marks: list[tuple[int, int, int, str]] = []  # position, closing before opening, inner before outer

    def add(span: Span | None, name: str) -> None:
        if span and low <= span.start and span.end <= high:
            marks.append((span.start, 1, -span.end, f"⟨{name}: "))
            marks.append((span.end, 0, -span.start, "⟩"))

    add(statement.speaker.span if statement.speaker else None, "who")
    add(statement.cue, "cue")
    for piece in statement.content:
        if piece.start < high and low < piece.end:
            add(Span(max(piece.start, low), min(piece.end, high)), "what")
    out, at = [], low
    for position, _, _, mark in sorted(marks):
        out += [shortened(text[at:position]), mark]
        at = position
    out.append(shortened(text[at:high]))
    return " ".join("".join(out).split())


def shortened(words: str) -> str:
    """A long stretch without its middle."""
    return words if len(words) <= LONG else f"{words[: LONG // 2]} [...] {words[-LONG // 2 :]}"


def shown(number: int, one: Read, statement: Statement) -> str:
    """One statement with all that is needed to judge it."""
    document, text = one.reading.document, one.reading.document.text
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    spans += [statement.speaker.span] if statement.speaker else []
    passages = [passage.span for passage in one.reading.passages]
    around = [p for p in passages if any(s.start < p.end and p.start < s.end for s in spans)]
    about = f"{statement.mode}, {statement.act}, rule {statement.rule}, score {statement.score:.2f}"
    place = "/".join(Path(document.path).parts[-2:])
    lines = [
        f"{number}. {place}  {about}",
        f"   who   {statement.speaker.span.of(text) if statement.speaker else '(nobody)'}",
        f"   cue   {statement.cue.of(text) if statement.cue else '(none)'}",
        f"   what  {shortened(' … '.join(' '.join(piece.of(text).split()) for piece in statement.content))}",
        *(f"   in    {marked(text, *span, statement)}" for span in around[:4]),
        *([f"   in    ({len(around) - 4} more passages)"] if len(around) > 4 else []),
    ]
    fold = textwrap.TextWrapper(
        WIDE, subsequent_indent=" " * 9, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(map(fold.fill, lines))


def main() -> None:
    """Draw, read, draw again, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20, help="statements from each of the two collections")
    parser.add_argument("--members", type=int, default=60, help="files drawn from each of them")
    parser.add_argument("--seed", type=int, default=1, help="another seed is another sample")
    with_reader(parser)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    archive = data("whitehouse") / "2022.zip"
    pages = sorted(page for country in ENGLISH for page in (data("pages") / country).glob("*.html.gz"))
    with tempfile.TemporaryDirectory() as name:
        collections = {
            "White House, 2022": members(archive, options.members, chance, Path(name, "2022"))
            if archive.is_file()
            else [],
            "English news pages": chance.sample(pages, min(options.members, len(pages))),
        }
        for title, places in collections.items():
            if not places:
                print(f"{title}: absent, nothing to draw from.")
                continue
            sample = drawn(documents(places, reader=options.reader), options.count, chance)
            print(f"{title}: {len(sample)} statements of {len(places)} files, seed {options.seed}\n")
            print(*(shown(n, *each) for n, each in enumerate(sample, 1)), sep="\n\n", end="\n\n")


if __name__ == "__main__":
    main()
