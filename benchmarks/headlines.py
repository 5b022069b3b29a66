"""Headlines and datelines of an agency: who is named after the dash, and which day the dateline is.

    python benchmarks/headlines.py [FILE] [--seed N] [--number N] [--dashes] [--json]

FILE holds a JSON list of {"t": headline, "s": first words of the text, "d": record date}. Each entry is read
as a user would: as a row of a JSON Lines file whose text is the headline, a blank line, and the first words.
What is found in a headline is printed for a random hundred, to be judged by eye (`--dashes`: of those with a
dash). Datelines are counted over all entries: parsed (place and date), signed by an agency, dated (the year
taken from the record date), and in agreement with the record date (within a day).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from reading import data, documents

from onrecord.model import Document, Statement
from onrecord.read import dateline
from onrecord.text.dates import when

FILE = data("headlines") / "tass-2025.json"
HEAD = re.compile(r"/?(?!TASS|FACTBOX|On )[A-Z].{1,60}?\b[A-Z][a-z]{2,8} ?\d{1,2}(?:st|nd|rd|th)?[.,]?\s")
DASH = re.compile(r"\s[—–-]{1,2}\s|—")

Entry = dict[str, str]


def entries(file: Path) -> list[Entry]:
    """The collection, in its order."""
    listed: list[Entry] = json.loads(file.read_text(encoding="utf-8"))
    return listed


def counts(listed: Sequence[Entry]) -> dict[str, int]:
    """How many entries have a dateline, and how many of these are parsed, dated, and signed by an agency."""
    have = [one for one in listed if HEAD.match(one["s"])]
    found = {"entries": len(listed), "datelines": len(have), "parsed": 0, "agency": 0, "dated": 0, "agree": 0}
    for one in have:
        line, recorded = dateline(one["s"]), when(one["d"])
        if line is None or line.place is None or line.date is None or recorded is None:
            continue
        found["parsed"] += 1
        found["agency"] += line.agency is not None
        day = line.near(one["s"], recorded)
        if day:
            found["dated"] += 1
            apart = date.fromisoformat(day.edtf) - date.fromisoformat(one["d"])
            found["agree"] += abs(apart.days) <= 1
    return found


def headlines(listed: Sequence[Entry]) -> Iterator[tuple[Document, list[Statement]]]:
    """What is found in each entry's headline."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "headlines.jsonl"
        with rows.open("w", encoding="utf-8") as out:
            for n, one in enumerate(listed):
                row = {"id": str(n), "title": one["t"], "published": one["d"]}
                print(json.dumps(row | {"text": f"{one['t']}\n\n{one['s']}"}), file=out)
        for read in documents([rows], workers=1, reader="rules"):
            document = read.reading.document
            end = len(listed[int(document.id)]["t"])
            yield document, [s for s in read.statements if s.content[0].start < end]


def shown(document: Document, found: Sequence[Statement]) -> Iterator[str]:
    """A headline, then a line for each statement of it."""
    text = document.text
    yield text.split("\n", 1)[0]
    for one in found:
        who = one.speaker.span.of(text) if one.speaker else "-"
        told = f"   to {one.addressee.of(text)}" if one.addressee else ""
        via = f"   via {', '.join(span.of(text) for span in one.via)}" if one.via else ""
        words = " ... ".join(part.of(text) for part in one.content)
        yield f"      [{who}]{told}{via}   {words}   ({one.rule})"


def main() -> None:
    """Print the sample, then the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--dashes", action="store_true", help="only headlines with a dash")
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    options = parser.parse_args()
    if not options.file.exists():
        sys.exit(f"{options.file} is absent: nothing to measure.")
    listed = entries(options.file)
    found = counts(listed)
    if options.json:
        print(json.dumps(found))
        return
    drawn = [one for one in listed if DASH.search(one["t"])] if options.dashes else listed
    chosen = random.Random(options.seed).sample(drawn, min(options.number, len(drawn)))
    for document, statements in headlines(chosen):
        print(*shown(document, statements), sep="\n")
    print(f"\n{found['entries']} entries, {found['datelines']} with a dateline")
    for name in ("parsed", "agency", "dated", "agree"):
        print(f"  {name:8} {found[name]:6d}  {100 * found[name] / max(1, found['datelines']):6.2f} %")


if __name__ == "__main__":
    main()
