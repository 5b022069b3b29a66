"""Thirty texts labelled by eye: half of them web pages, half official (joint statements, readouts, ...).

    python benchmarks/labelled.py [--reader small|large|rules] [--half choose|judge] [--missed] [--each]

The list (labelled_list.json) holds names of documents, digests, kinds and offsets in code points of each
document's text: the texts stay where they are, in the archives and pages beside the checkout. Each is taken
out as it lies there and read; where the text that comes of it is not the one that was labelled, this says so
and leaves it out. The scores are those of the collection's scorer. One half of each kind is there to choose
between readers, the other only to judge the one that was chosen.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from judging import ONE, SCORER, Match, Tally, matches, of_statement, scorer
from press import line, shown
from reading import SHARED, data, documents, with_reader

LIST = Path(__file__).with_name("labelled_list.json")
YEAR = re.compile(r"/(\d{4})-\d\d/")


class Judged(NamedTuple):
    """One labelled text beside what was found in it."""

    entry: dict[str, Any]
    text: str
    gold: list[ONE]
    found: list[ONE]
    matched: list[Match]


def entries(half: str | None = None) -> list[dict[str, Any]]:
    """The list, or one half of it."""
    listed = json.loads(LIST.read_text(encoding="utf-8"))
    return [entry for entry in listed if half in (None, entry["half"])]


def placed(entry: dict[str, Any], folder: Path) -> Path | None:
    """The file of a listed document: a page where it lies, a member of an archive taken out into `folder`."""
    year = YEAR.search(entry["document"])
    if year is None:
        page = data("pages") / entry["document"]
        return page if page.is_file() else None
    archive = data("whitehouse") / f"{year[1]}.zip"
    if not archive.is_file():
        return None
    with zipfile.ZipFile(archive) as packed:
        try:
            raw = packed.read(entry["document"])
        except KeyError:
            return None
    place = folder / Path(entry["document"]).name
    place.write_bytes(raw)
    return place


def as_gold(listed: dict[str, Any]) -> ONE:
    """A listed statement in the scorer's shape."""
    one = {role: [tuple(listed[role])] if listed[role] else [] for role in ("speaker", "cue")}
    return {"content": [tuple(span) for span in listed["content"]], **one}


def judged(scoring: Any, listed: Iterable[dict[str, Any]], reader: str | None = None) -> Iterator[Judged]:
    """Each listed text that is there as it was labelled, read and compared; says on stderr which is not."""
    with tempfile.TemporaryDirectory() as name:
        by_place = {}
        for entry in listed:
            place = placed(entry, Path(name))
            if place is None:
                print(f"{entry['document']}: absent, left out.", file=sys.stderr)
            else:
                by_place[str(place)] = entry
        for one in documents(map(Path, by_place), reader=reader):
            document, entry = one.reading.document, by_place[one.reading.document.path]
            if document.digest != entry["digest"]:
                print(f"{entry['document']}: not the text that was labelled, left out.", file=sys.stderr)
                continue
            gold = [as_gold(statement) for statement in entry["statements"]]
            found = [of_statement(statement) for statement in one.statements]
            yield Judged(entry, document.text, gold, found, matches(scoring, document.text, gold, found))


def tallies(texts: Iterable[Judged]) -> dict[str, Tally]:
    """Counts for all, for each half and kind, and for official texts (all that are no web pages)."""
    out: dict[str, Tally] = {}
    for entry, _, gold, found, matched in texts:
        source = "web" if entry["kind"] == "web" else "official"
        names = {"all", source, f"{source}, {entry['half']}", entry["half"], entry["kind"]}
        for name in names:
            out.setdefault(name, Tally()).add(len(gold), len(found), matched)
    return out


def print_missed(scoring: Any, one: Judged) -> None:
    """What of a text is missed, has the wrong speaker, or is not on the list."""
    entry, text, gold, found, matched = one
    mask = scoring.quoted(text)

    def told(given: ONE) -> str:
        mode = scoring.mode(scoring.characters(given["content"], text), mask)
        return line(text, mode, next(iter(given["speaker"]), None), given["content"])

    print(f"{entry['document']} ({entry['kind']}, {entry['half']})")
    for i in sorted(set(range(len(gold))) - {match.gold for match in matched}):
        print(f"  missed    {told(gold[i])}")
    for match in matched:
        if not match.right:
            got = found[match.found]
            print(f"  speaker   {told(gold[match.gold])}"
                  f"\n            got [{shown(text, got['speaker'], 60)}] by {got['rule']}")  # fmt: skip
    for j in sorted(set(range(len(found))) - {match.found for match in matched}):
        print(f"  unlisted  {told(found[j])} ({found[j]['rule']} {found[j]['score']:.2f})")


def main() -> None:
    """Read, compare, print a row for all, each half and each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    with_reader(parser)
    parser.add_argument("--half", choices=("choose", "judge"), help="one half of the texts only")
    parser.add_argument("--missed", action="store_true", help="list what is missed, wrong or unlisted")
    parser.add_argument("--each", action="store_true", help="a row for each text as well")
    options = parser.parse_args()
    if not SCORER.is_file():
        sys.exit(f"{SCORER.relative_to(SHARED)} is absent: nothing to score with.")
    scoring = scorer()
    texts = list(judged(scoring, entries(options.half), options.reader))
    if not texts:
        sys.exit("None of the labelled texts is there: nothing to measure.")
    if options.missed:
        for one in texts:
            print_missed(scoring, one)
    if options.each:
        for one in texts:
            tally = Tally()
            tally.add(len(one.gold), len(one.found), one.matched)
            print(tally.row(one.entry["kind"]), f" {one.entry['half']} {one.entry['document']}")
    print(f"{len(texts)} texts; precision, recall and F1")
    rows = tallies(texts)
    order = ["all", "choose", "judge", "web", "web, choose", "web, judge", "official", "official, choose",
             "official, judge", "joint", "readout", "reactions", "remarks"]  # fmt: skip
    for name in order:
        if name in rows:
            print(rows[name].row(name))


if __name__ == "__main__":
    main()
