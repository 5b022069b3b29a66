"""Who, when and through whom in five press texts, beside what a careful reader gives.

    python benchmarks/press_who.py [FOLDER] [--reader small|large|rules] [--all]

The statements are those of press_list.json; press_who.json adds to each, as far as the text shows it, where
the speaker's full name is printed, when the words were said (EDTF), and the relays they came through; to a
text that prints no date the day on which it must have been published. Spans only: the texts stay where they
are. A name is right when it is the one printed there; a date when it is the same or a narrower one; a relay
when a found one overlaps it. Counted over the statements that are found; "given" are those with any answer.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from press import LIST, shown
from reading import characters, data, pairs, read, with_reader

WHO = Path(__file__).with_name("press_who.json")
PARTS = ("name", "said", "via")


def flat(words: str) -> str:
    """On one line, in lower case."""
    return " ".join(words.split()).casefold()


def answers(
    text: str, wanted: dict[str, Any], found: dict[str, Any]
) -> dict[str, tuple[bool, bool, str, str]]:
    """For each thing the list knows: whether anything is given, whether it is right, both in words."""
    result: dict[str, tuple[bool, bool, str, str]] = {}
    if "name" in wanted:
        name, given = text[slice(*wanted["name"])], (found["speaker"] or {}).get("name") or ""
        result["name"] = bool(given), flat(given) == flat(name), name, given
    if "said" in wanted:
        edtf = (found["said"] or {}).get("edtf") or ""
        result["said"] = (
            bool(edtf),
            edtf.startswith(wanted["said"]) or _within(edtf, wanted["said"]),
            wanted["said"],
            edtf,
        )
    if "via" in wanted:
        spans = [via["span"] for via in found["via"] if via["span"]]
        right = all(any(a < d and c < b for c, d in spans) for a, b in wanted["via"])
        result["via"] = bool(spans), right, shown(text, wanted["via"]), shown(text, spans)
    return result


def _within(edtf: str, wanted: str) -> bool:
    """Whether an interval "a/b" lies within a day, month or year."""
    first, _, last = edtf.partition("/")
    return bool(last) and first.startswith(wanted) and last.startswith(wanted)


def measured(folder: Path, reader: str | None, told: bool = False) -> dict[str, list[int]]:
    """Wanted, given and right of all texts, by part; prints a line a text."""
    statements, _ = read([folder], workers=1, reader=reader)
    by_name = {Path(path).name: found for path, found in statements.items()}
    contents = json.loads(LIST.read_text(encoding="utf-8"))
    total = {part: [0, 0, 0] for part in PARTS}
    for name, entry in json.loads(WHO.read_text(encoding="utf-8")).items():
        raw = (folder / name).read_bytes() if (folder / name).is_file() else b""
        if hashlib.blake2b(raw, digest_size=16).hexdigest() != entry["digest"]:
            print(f"{name}: absent, or not the text the list was made for; left out.")
            continue
        lists = contents[name]["statements"], by_name.get(name, [])
        row = one(name, raw.decode("utf-8"), entry, lists, told)
        total = {part: [a + b for a, b in zip(total[part], row[part], strict=True)] for part in PARTS}
    return total


def one(
    name: str, text: str, entry: dict[str, Any], lists: tuple[list[Any], list[Any]], told: bool
) -> dict[str, list[int]]:
    """Wanted, given and right of one text, by part; prints them."""
    listed, found = lists
    row = {part: [0, 0, 0] for part in PARTS}
    chosen = pairs(
        [characters(s["content"], text) for s in listed], [characters(s["content"], text) for s in found]
    )
    for i, j in sorted(chosen):
        for part, (given, right, wanted, got) in answers(text, entry["statements"][i], found[j]).items():
            row[part] = [a + b for a, b in zip(row[part], (1, given, right), strict=True)]
            if told and not right:
                print(f"  {part:5} wanted [{wanted}] got [{got}] for {shown(text, listed[i]['content'], 70)}")
    print(line(name, row))
    if entry["published"]:
        got = (found[0]["document"].get("published_inferred") or {}) if found else {}
        told_by = f"{got.get('edtf')} ({got.get('basis')})"
        print(f"  published, as the text shows: {entry['published']}; inferred: {told_by}")
    return row


def line(name: str, row: dict[str, list[int]]) -> str:
    """One line of counts."""
    return f"{name:24}" + "".join(
        f"  {part}: {n} wanted, {g} given, {r} right;" for part, (n, g, r) in row.items()
    )


def main() -> None:
    """Read the folder, compare, print a line a text and a total."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=data("press"))
    with_reader(parser)
    parser.add_argument("--all", action="store_true", help="print what is wrong or not given")
    options = parser.parse_args()
    if not options.folder.is_dir():
        sys.exit(f"{options.folder} is absent: nothing to measure.")
    print(line("total", measured(options.folder, options.reader, options.all)))


if __name__ == "__main__":
    main()
