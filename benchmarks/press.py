"""How much of a careful reader's list of statements in five press texts the reader puts on record.

    python benchmarks/press.py [FOLDER] [--reader small|large|rules] [--missed]

The list (press_list.json) holds offsets only, in code points of each file, and a digest of the text they are
offsets of: the texts stay where they are. A statement is found when its words overlap a listed one's by at
least half (characters in both over characters in either, edge punctuation set aside), one to one, best first;
it is attributed right when the speaker's span touches the listed mention, or both name none. A listed
statement may carry `also`: further mentions that a careful reader would accept as well.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from reading import characters, data, pairs, read, with_reader

ROW = "{:24}  listed {:3d}  found {:3d}  attributed right {:3d}  (of {:3d} statements)"
LIST = Path(__file__).with_name("press_list.json")


def shown(text: str, spans: list[list[int]], width: int = 110) -> str:
    """The words of the spans on one line, the middle of long ones left out."""
    words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    return words if len(words) <= width else f"{words[: width - 40]} [...] {words[-35:]}"


def right_speaker(listed: dict[str, Any], found: dict[str, Any], text: str) -> bool:
    """Whether the found speaker touches a listed mention, or both are without one."""
    speaker = (found["speaker"] or {}).get("span")
    mentions = ([listed["speaker"]] if listed["speaker"] else []) + listed.get("also", [])
    if not speaker or not mentions:
        return not speaker and not listed["speaker"]
    there = characters([speaker], text)
    return any(there & characters([mention], text) for mention in mentions)


def score(
    text: str, listed: list[dict[str, Any]], found: list[dict[str, Any]], missed: bool
) -> tuple[int, int]:
    """How many of the listed are found, and how many of those with the right speaker; prints the others."""
    chosen = pairs(
        [characters(one["content"], text) for one in listed],
        [characters(one["content"], text) for one in found],
    )
    wrong = [(i, j) for i, j in chosen if not right_speaker(listed[i], found[j], text)]
    if missed:
        for i in sorted(set(range(len(listed))) - {i for i, _ in chosen}):
            print(f"  missed    {line(text, listed[i]['mode'], listed[i]['speaker'], listed[i]['content'])}")
        for i, j in wrong:
            got = shown(text, [found[j]["speaker"]["span"]] if found[j]["speaker"] else [])
            print(f"  speaker   {line(text, listed[i]['mode'], listed[i]['speaker'], listed[i]['content'])}"
                  f"\n            got [{got}] by {found[j]['rule']}")  # fmt: skip
        for j in sorted(set(range(len(found))) - {j for _, j in chosen}):
            mention = (found[j]["speaker"] or {}).get("span")
            words = line(text, found[j]["mode"], mention, found[j]["content"])
            print(f"  unlisted  {words} ({found[j]['rule']})")
    return len(chosen), len(chosen) - len(wrong)


def line(text: str, mode: str, speaker: list[int] | None, content: list[list[int]]) -> str:
    """One statement on one line: mode, speaker, words."""
    return f"{mode:8} [{shown(text, [speaker] if speaker else [], 60)}] {shown(text, content)}"


def main() -> None:
    """Read the folder, compare, print a line a text and a total."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=data("press"))
    with_reader(parser)
    parser.add_argument("--missed", action="store_true", help="list what is missed, wrong or unlisted")
    options = parser.parse_args()
    if not options.folder.is_dir():
        sys.exit(f"{options.folder} is absent: nothing to measure.")
    statements, _ = read([options.folder], workers=1, reader=options.reader)
    by_name = {Path(path).name: found for path, found in statements.items()}
    total = [0, 0, 0, 0]
    for name, entry in json.loads(LIST.read_text(encoding="utf-8")).items():
        place = options.folder / name
        if not place.is_file():
            print(f"{name}: absent, left out.")
            continue
        raw = place.read_bytes()
        if hashlib.blake2b(raw, digest_size=16).hexdigest() != entry["digest"]:
            print(f"{name}: not the text the list was made for, left out.")
            continue
        listed, found = entry["statements"], by_name.get(name, [])
        right = score(raw.decode("utf-8"), listed, found, options.missed)
        row = (len(listed), *right, len(found))
        total = [a + b for a, b in zip(total, row, strict=True)]
        print(ROW.format(name, *row))
    print(ROW.format("total", *total))


if __name__ == "__main__":
    main()
