"""Turns measured against independent regular expressions: do printed labels become their turns' speakers?

    python benchmarks/turns.py [ZIP] [--reader small|large|rules] [--statements FILE.jsonl] [--missed]

The expressions below were written from the transcripts, not from the reader, and share nothing with it.
In the body of a Markdown file (front matter left out), at the start of a paragraph or after a hard line
break, a label is
  `Q`, or `Q:`, set off by white space: a question;
  words in capitals, up to eight of them and perhaps numbered, closed by a colon: `MS. PSAKI:`,
  `THE PRESIDENT:`, `LEADER McCONNELL:`, `SENIOR ADMINISTRATION OFFICIAL \\#2:`, in bold or not.
It is a label only in a transcript: a file that prints the clock (`2:36 P.M. EST`) or has two or more such
starts, one of which is a question or names a rank or a role (MR., PRESIDENT, MODERATOR, ...). Never a label:
the clock after the last word (`END 4:15 P.M.`), headings of memoranda (`SUBJECT:`), and items of bulleted
lists (`-   **GOOGLE:** ...`), whose words are the page's own. A label counts as met when a statement of mode
`turn` has a speaker span that overlaps it and content that begins after it and ends before the next label.
Turns whose speaker is none of these labels are counted too: they are the reader's, right or wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from reading import data, grouped, read, with_reader

CAPITAL = r"(?:Mc|Mac|Dr\.[ \xa0]|de[ \xa0]|der[ \xa0])?[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ]"
WORD = rf"{CAPITAL}(?:[A-ZÀ-ÖØ-ÞĀ-Ž0-9.’'\-])*"
NAMED = re.compile(
    rf"[ \t\xa0\u202f>]*(?:\*\*|__|\*|_)?(?P<label>{WORD}(?:[ \t\xa0]+(?:{WORD}|\\?\#?[0-9]+)){{0,7}})"
    r"(?P<close>(?:\*\*|__|\*|_)?:(?:\*\*|__|\*|_)?)(?P<rest>.*)"
)
ASKED = re.compile(
    r"[ \t\xa0\u202f>]*(?:\*\*|__)?(?P<label>Q)(?:\*\*|__)?[:.]?(?:\*\*|__)?[ \t\xa0]+(?P<rest>\S.*)"
)
ROLE = re.compile(
    r"\b(?:MR|MRS|MS|DR|REP|SEN|GOV|LT|GEN|PRESIDENT|SECRETARY|SENATOR|GOVERNOR|REPRESENTATIVE|CONGRESS\w+"
    r"|MINISTER|OFFICIAL|MODERATOR|AUDIENCE|PARTICIPANTS?|REPORTER|AMBASSADOR|ADMINISTRATOR|MAYOR|JUDGE|JUSTICE|DIRECTOR"
    r"|AIDE|CHANCELLOR|LADY|GENTLEMAN|CHAIR|CHAIRMAN|GENERAL|ADMIRAL|OPERATOR|INTERPRETER|ADVISOR|KING|SPEAKER"
    r"|LEADER|PREMIER|PRINCE|QUEEN)\b"
)
NOT_LABELS = re.compile(
    r"END\b|SUBJECT$|FROM$|TO$|DATE$|RE$|MEMORANDUM|TO THE |NOMINATIONS?\b|WITHDRAWALS?\b|PILLAR\b|FACT SHEET"
    r"|NOTE$|BREAKING$|BIG NEWS$|BONUS$|COVID|[0-9. ]+$"
)
CLOCK = re.compile(r"(?m)^[ \t\xa0\u202f]*(?:END[ \xa0]+)?[0-9]{1,2}:[0-9]{2}[ \xa0]?[AP]\.?M\.?\b")


class Label(NamedTuple):
    """A label's range in the file, in code points, and whether words follow on its line."""

    start: int
    end: int
    words: str


def labels(text: str) -> list[Label]:
    """Every genuine turn label in the body of one file, in order; none where the file is no transcript."""
    found: list[Label] = []
    strong = 0
    at = front_matter(text)
    fresh = True
    for line in text[at:].splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        asked = ASKED.match(bare) if fresh else None
        named = NAMED.match(bare) if fresh and not asked else None
        match = asked or named
        if match and not NOT_LABELS.match(match["label"]) and not re.match(r"[0-9]{2}\b", match["rest"]):
            found.append(Label(at + match.start("label"), at + match.end("label"), match["label"]))
            strong += bool(asked) or bool(ROLE.search(match["label"]))
        fresh = not bare.strip() or bare.endswith(("  ", "\\"))
        at += len(line)
    return found if strong and (len(found) >= 2 or CLOCK.search(text)) else []


def front_matter(text: str) -> int:
    """Where the body begins."""
    match = re.match(r"\ufeff?---\r?\n.*?\n---[ \t]*\r?\n", text, re.DOTALL)
    return match.end() if match else 0


def met(expected: list[Label], statements: Iterable[dict[str, Any]], size: int) -> list[bool]:
    """For each label, whether a turn has it as its speaker and stands between it and the next."""
    turns = sorted(
        (one["speaker"]["span"], one["content"][0][0], one["content"][-1][1])
        for one in statements
        if one["mode"] == "turn" and one["speaker"]
    )
    limits = [*(label.start for label in expected[1:]), size][: len(expected)]
    result, first = [], 0
    for label, limit in zip(expected, limits, strict=False):
        while first < len(turns) and turns[first][0][1] <= label.start:
            first += 1
        result.append(
            any(
                span[0] < label.end and span[1] > label.start and label.end <= begins and ends <= limit
                for span, begins, ends in turns[first : first + 8]
            )
        )
    return result


def main() -> None:
    """Read the archive or take statements already read; print the shares and the misses by label."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive", nargs="?", type=Path, default=data("whitehouse") / "2022.zip")
    with_reader(parser)
    parser.add_argument("--statements", type=Path, help="JSON lines already printed by `onrecord read`")
    parser.add_argument("--missed", action="store_true", help="show the first twenty labels that were missed")
    options = parser.parse_args()
    if not options.archive.is_file():
        sys.exit(f"{options.archive} is absent: nothing to measure.")
    began, errors = time.monotonic(), ""
    if options.statements:
        with options.statements.open(encoding="utf-8") as lines:
            statements = grouped(lines)
    else:
        statements, errors = read([options.archive], reader=options.reader)
    by_member = {path.split(f"{options.archive.name}/", 1)[-1]: found for path, found in statements.items()}
    failed = sum(f"{options.archive.name}/" in line for line in errors.splitlines())
    print(f"{len(by_member)} files with statements, {failed} failed, {time.monotonic() - began:.0f} s")
    report(options.archive, by_member, options.missed)


def report(archive: Path, by_member: dict[str, list[dict[str, Any]]], missed: bool) -> None:
    """Compare every member with its expected labels and print what came of it."""
    members = transcripts = expected = right = turns = 0
    misses: Counter[str] = Counter()
    others: Counter[str] = Counter()
    examples: list[str] = []
    with zipfile.ZipFile(archive) as packed:
        for member in (name for name in packed.namelist() if not name.endswith("/")):
            members += 1
            text = packed.read(member).decode("utf-8")
            found = by_member.get(member, [])
            wanted = labels(text)
            transcripts += bool(wanted)
            starts = {label.start for label in wanted}
            for one in (one for one in found if one["mode"] == "turn" and one["speaker"]):
                turns += 1
                if not starts & set(range(*one["speaker"]["span"])):
                    others[" ".join(one["speaker"]["text"].split())] += 1
            for label, hit in zip(wanted, met(wanted, found, len(text)), strict=True):
                expected += 1
                right += hit
                if not hit:
                    misses[label.words] += 1
                    words = " ".join(text[label.start : label.end + 70].split())
                    examples.append(f"{member} {label.start}: {words}")
    share = 100 * right / max(1, expected)
    print(f"{members} files in the archive, {transcripts} of them transcripts; {turns} turns found")
    print(f"{expected} labelled turns expected, {right} with the label as speaker: {share:.2f} %")
    for what, counts in (("missed", misses), ("other turns", others)):
        listed = ", ".join(f"{label} ({count})" for label, count in counts.most_common(25))
        print(f"{what}: {counts.total()}  {listed}")
    if missed:
        print(*examples[:20], sep="\n")


if __name__ == "__main__":
    main()
