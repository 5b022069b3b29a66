"""A verdict is a reader's, of passages by name and offset; no text of them is kept, and nothing here judges.

Lines of tests/quality/check_verdicts.tsv: check, verdict (agree, disagree, unsure, or empty where nobody has
read it), the passages as NAME@START-END with " | " between them, and why. A name is what follows `data/` in
the path. A finding is the same as a verdict's when it is of the same check and the same documents, and their
passages overlap.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reading import ROOT, data
from trace_doors import clear

from onrecord import api
from onrecord.settings import Settings

FILE = ROOT / "tests" / "quality" / "check_verdicts.tsv"
VERDICTS = ("agree", "disagree", "unsure", "")
FIRST = 150
WANTED = 90


class Where(NamedTuple):
    """A passage: the name of its document, and its code points."""

    name: str
    start: int
    end: int


class Verdict(NamedTuple):
    """A line of the file."""

    check: str
    verdict: str
    where: tuple[Where, ...]
    why: str = ""


class Found(NamedTuple):
    """A finding of a record, with what a reader needs."""

    check: str
    where: tuple[Where, ...]
    told: str


def name(path: str) -> str:
    """What stays the same wherever the data lies."""
    return path.rpartition("/data/")[2]


def load(file: Path = FILE) -> list[Verdict]:
    """The lines of the file.

    Raises:
        ValueError: a line that has no such verdict, or a place that is none.
    """
    with file.open(encoding="utf-8", newline="") as told:
        rows = list(csv.reader(told, delimiter="\t"))
    found = []
    for check, verdict, where, why in rows[1:]:
        if verdict not in VERDICTS:
            raise ValueError(f"{file}: there is no verdict {verdict!r}")
        found.append(Verdict(check, verdict, tuple(map(_place, where.split(" | "))), why))
    return found


def _place(told: str) -> Where:
    document, _, span = told.rpartition("@")
    start, _, end = span.partition("-")
    return Where(document, int(start), int(end))


def save(verdicts: Iterable[Verdict], file: Path = FILE) -> None:
    """Write the file, in the order given."""
    with file.open("w", encoding="utf-8", newline="") as told:
        writer = csv.writer(told, delimiter="\t", lineterminator="\n")
        writer.writerow(("check", "verdict", "passages", "why"))
        for one in verdicts:
            where = " | ".join(f"{place.name}@{place.start}-{place.end}" for place in one.where)
            writer.writerow((one.check, one.verdict, where, one.why))


def same(check: str, here: Sequence[Where], verdict: Verdict) -> bool:
    """Whether a finding with these passages is the verdict's."""
    if check != verdict.check or {one.name for one in here} != {one.name for one in verdict.where}:
        return False
    few, many = sorted((here, verdict.where), key=len)
    return all(any(a.name == b.name and a.start < b.end and b.start < a.end for b in many) for a in few)


def found(record: Path) -> Iterator[Found]:
    """The findings of a record, in the order in which they are listed."""
    documents = {one.document.id: one.document for one in api.documents(record, text=True)}
    for row in api.findings(record, api.FindingFilter(reviewed="all")):
        one = row.finding
        where, told = [], [f"{one.check} {one.score:.2f}: {one.message} ({one.explanation})"]
        for shown in one.passages:
            document, span = documents[shown.document], shown.span
            where.append(Where(name(document.path), span.start, span.end))
            around = document.text[max(0, span.start - 120) : span.start], span.of(document.text)
            after = document.text[span.end : span.end + 120]
            passage = "{}[[{}]]{}".format(*(" ".join(part.split()) for part in (*around, after)))
            told.append(f"        {where[-1].name}@{span.start}-{span.end}: … {passage} …")
        yield Found(one.check, tuple(where), "\n".join(told))


def made(place: Path, settings: Settings) -> Path:
    """A record of press and the three years of White House pages, read with the rules alone, kept."""
    if not place.exists():
        half = place.with_name(f"half-{place.name}")
        clear(half)
        years = [str(data("whitehouse") / f"{year}.zip") for year in (2021, 2022, 2023)]
        api.add(half, [str(data("press")), *years], settings)
        half.rename(place)
    return place


def measure(records: Sequence[Path], look: bool, write: bool, first: int = FIRST) -> None:
    """Print precision by check, and what has no verdict yet; with `write`, add lines for those."""
    verdicts = load() if FILE.exists() else []
    listed = [one for record in records for one in found(record)]
    used: set[int] = set()
    tally: dict[str, Counter[str]] = {}
    waiting: list[Found] = []
    for one in listed:
        at = next((n for n, verdict in enumerate(verdicts) if same(one.check, one.where, verdict)), None)
        verdict = verdicts[at].verdict if at is not None else ""
        used |= {at} if at is not None else set()
        tally.setdefault(one.check, Counter())[verdict] += 1
        if not verdict:
            waiting.append(one)
        if look:
            print(f"  [{verdict or '?'}] {one.told}")
    for check, count in sorted(tally.items()):
        _row(check, count)
    _row("all", sum(tally.values(), Counter()))
    gone = Counter(verdicts[n].verdict for n in range(len(verdicts)) if n not in used)
    print(f"  no verdict yet: {len(waiting)}; of the verdicts, no longer found: {dict(gone)}")
    if write:
        known = [one for one in waiting if not any(same(one.check, one.where, each) for each in verdicts)]
        room = max(0, first - len(verdicts))
        new = [Verdict(one.check, "", one.where) for one in islice(known, room)]
        save([*verdicts, *new])
        print(f"  {len(new)} lines added to {FILE.name}")


def _row(check: str, count: Counter[str]) -> None:
    judged = count["agree"] + count["disagree"]
    share = f"{100 * count['agree'] / judged:5.1f}%" if judged else "     –"
    low = "  BELOW" if judged and 100 * count["agree"] < WANTED * judged else ""
    print(
        f"  {check:28}{sum(count.values()):6} findings  agreed {count['agree']:4} of {judged:4} {share}"
        f"  unsure {count['unsure']:3}  unread {count['']:4}{low}"
    )
