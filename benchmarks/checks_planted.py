"""A plant is found where the right check shows a passage that overlaps it; elsewhere every finding counts.

A case is checked by itself: its one or two texts are read, linked, and given to every check that is on.
Wordings are checked in a record, for they need tracing. Readings are kept in build/checks/.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import pickle
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import checks_planting as planting
from checks_planting import KINDS, Case, Place, Text
from reading import ROOT

from onrecord import api, check, find, link, read, run
from onrecord.check import calendar, counts, dates, figures, reversal, wording
from onrecord.model import Claim, Finding, Matter, Reading
from onrecord.settings import Settings

CACHE = ROOT / "build" / "checks"
SEEDS = {"judge": "a year of plants", "look": "plants to look at", "floor": "plants for a floor"}
GROUPS = {
    "calendar": (calendar, dates),
    "counts": (counts,),
    "events": (dates, calendar),
    "wording": (wording,),
    "reversal": (reversal,),
    "figures": (figures, counts),
}  # whose findings are right; a count of days between two dated events may be told either way
WANTED = {"calendar": 90, "counts": 90, "wording": 90, "reversal": 60, "figures": 60, "events": 90}
SMALL = 10  # one in so many cases is read with the network
READER = "rules"  # what finds the statements of the other cases
CHUNK = 25  # cases read together

Read = tuple[Matter, ...]


def right(kind: str) -> frozenset[str]:
    """The checks that may find a plant of this kind."""
    return frozenset(each.name for room in GROUPS[kind.partition("-")[0]] for each in room.CHECKS)


@dataclass
class Tally:
    """What became of the cases of one kind."""

    kind: str
    planted: int = 0
    found: int = 0
    otherwise: int = 0  # found, but by another check
    controls: int = 0
    alarmed: int = 0  # controls with a finding
    by: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    missed: list[Case] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def recall(self) -> float:
        """In per cent."""
        return 100 * self.found / max(self.planted, 1)


def drawn(kind: str, count: int, wrong: bool, seed: str, own: bool = False) -> list[Case]:
    """Cases, made once and kept."""
    version = hashlib.blake2b(digest_size=6)
    for file in sorted(Path(planting.__file__).parent.glob("checks_*.py")):
        version.update(file.read_bytes())
    name = f"cases-{kind}-{seed}-{'plant' if wrong else 'right'}-{'own' if own else 'real'}-{count}"
    place = CACHE / f"{name}-{version.hexdigest()}.pkl"
    if place.exists():
        found: list[Case] = pickle.loads(place.read_bytes())
        return found
    made = (
        list(planting.untouched(count, SEEDS[seed]))
        if kind == "untouched"
        else list(planting.cases(kind, count, wrong, SEEDS[seed], own))
    )
    CACHE.mkdir(parents=True, exist_ok=True)
    for old in CACHE.glob(f"{name}-*.pkl"):
        old.unlink()
    place.write_bytes(pickle.dumps(made))
    return made


def rows(cases: Iterable[Case]) -> Iterator[dict[str, str]]:
    """The texts of cases, as rows of a JSON-lines file."""
    for case in cases:
        for number, text in enumerate(case.texts):
            yield {
                "id": f"{case.id}#{number}",
                "title": text.title,
                "outlet": text.outlet,
                "published": text.day,
                "text": text.body,
            }


def _readings(cases: Sequence[Case], reader: str) -> list[tuple[Any, ...]]:
    """Documents with what was found and linked in them, in order."""
    told = "\n".join(json.dumps(row) for row in rows(cases)) + "\n"
    key = hashlib.blake2b(
        f"{reader} {read.VERSION} {find.VERSION} {link.VERSION} {told}".encode(), digest_size=12
    )
    place = CACHE / "readings" / f"{key.hexdigest()}.pkl"
    if place.exists():
        found: list[tuple[Any, ...]] = pickle.loads(place.read_bytes())
        return found
    place.parent.mkdir(parents=True, exist_ok=True)
    file = place.with_suffix(".jsonl")
    file.write_text(told, encoding="utf-8")
    settings, made, facts = Settings(reader=reader, workers=1), [], link.facts()
    for item in read.items([str(file)], settings):
        for one in read.documents(item, settings):
            if not isinstance(one, Reading):
                raise RuntimeError(str(one))
            statements = find.statements(one.document, one.passages, reader=reader)
            linked = link.within(one.document, one.passages, statements, facts)
            published = one.document.published or (linked.published and linked.published.when)
            made.append((one.document, one.passages, linked.statements, linked.times, published))
    file.unlink()
    place.write_bytes(pickle.dumps(made))
    return made


def matters(cases: Sequence[Case], reader: str = "rules") -> list[Read]:
    """Of each case what checks see of its texts."""
    facts = link.facts()
    found: dict[str, Matter] = {}
    for document, passages, statements, times, published in _readings(cases, reader):
        matter = link.matter(document, passages, statements, times, published, facts)
        found[document.id] = dataclasses.replace(matter, outlet=document.outlet or "", report=document.id)
    whole = [tuple(found[f"{case.id}#{n}"] for n in range(len(case.texts))) for case in cases]
    for case, read_ in zip(cases, whole, strict=True):
        for text, matter in zip(case.texts, read_, strict=True):
            assert matter.document.text == text.body, case.id  # else places would be elsewhere
    return whole


def findings(texts: Iterable[Matter]) -> list[Finding]:
    """What the checks that are switched on say of some texts together; repetitions apart."""
    found: list[Finding] = []
    texts = list(texts)
    for each in check.CHECKS:
        if not each.on:
            continue
        if each.within:
            found += [finding for matter in texts for finding in each.within(matter)]
        if each.claims and each.across:
            keyed: dict[str, list[Claim]] = defaultdict(list)
            for matter in texts:
                for claim in each.claims(matter):
                    keyed[claim.key].append(claim)
            for claims in keyed.values():
                found += each.across(
                    sorted(claims, key=lambda c: (c.day, c.document, c.span.start, c.span.end))
                )
    return found


def _checked(job: tuple[list[Case], str]) -> list[list[Finding]]:
    cases, reader = job
    return [findings(texts) for texts in matters(cases, reader)]


def checked(cases: Sequence[Case], workers: int, quick: bool) -> list[list[Finding]]:
    """The findings of each case."""
    every = 0 if quick else SMALL
    small = [case for at, case in enumerate(cases) if every and at % every == every - 1]
    rules = [case for at, case in enumerate(cases) if not every or at % every != every - 1]
    jobs = [
        (part[at : at + CHUNK], reader)
        for reader, part in ((READER, rules), ("small", small))
        for at in range(0, len(part), CHUNK)
    ]
    if workers > 1:
        with ProcessPoolExecutor(workers) as pool:
            results = list(pool.map(_checked, jobs))
    else:
        results = [_checked(job) for job in jobs]
    by_id = {
        case.id: found
        for (part, _), result in zip(jobs, results, strict=True)
        for case, found in zip(part, result, strict=True)
    }
    return [by_id[case.id] for case in cases]


def recorded(cases: Sequence[Case], name: str, workers: int) -> list[list[Finding]]:
    """The findings of each case in one record, traced and checked as a user's would be."""
    place = CACHE / f"{name}.onrecord"
    for old in CACHE.glob(f"{name}.onrecord*"):
        old.unlink()
    folder = CACHE / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    told = "\n".join(json.dumps(row) for row in rows(cases)) + "\n"
    (folder / "cases.jsonl").write_text(told, encoding="utf-8")
    settings = Settings(reader="rules", workers=workers, check=False)
    run.add(place, [str(folder)], settings)
    run.recheck(place, settings, every=True)
    by_case: dict[str, list[Finding]] = defaultdict(list)
    for finding in recorded_findings(place):
        for case in {shown.document.partition("#")[0] for shown in finding.passages}:
            by_case[case].append(finding)
    return [by_case[case.id] for case in cases]


def recorded_findings(record: Path) -> list[Finding]:
    """All findings of a record."""
    return [row.finding for row in api.findings(record, api.FindingFilter(reviewed="all"))]


def hit(case: Case, finding: Finding) -> bool:
    """Whether a finding shows a passage that overlaps a place of the case."""
    return any(
        shown.document == f"{case.id}#{place.text}"
        and shown.span.start < place.end
        and place.start < shown.span.end
        for shown in finding.passages
        for place in case.places
    )


def judged(kind: str, cases: Sequence[Case], found: Sequence[list[Finding]]) -> Tally:
    """Count plants found, and controls with any finding."""
    tally, names = Tally(kind), right(kind) if kind != "untouched" else frozenset()
    for case, of_case in zip(cases, found, strict=True):
        hits = [finding for finding in of_case if hit(case, finding)]
        if case.planted:
            tally.planted += 1
            good = {finding.check for finding in hits if finding.check in names}
            tally.found += bool(good)
            tally.otherwise += bool(hits) and not good
            tally.by.update(good)
            if not good:
                tally.missed.append(case)
        else:
            tally.controls += 1
            tally.alarmed += bool(of_case)
            tally.alarms.update({finding.check for finding in of_case})
            tally.told += [explained(case, finding) for finding in of_case]
    return tally


def explained(case: Case, finding: Finding) -> str:
    """A finding with its passages in their text, for reading."""
    told = [f"{case.id}: {finding.check} {finding.score:.2f}: {finding.message} ({finding.explanation})"]
    if case.kind == "untouched":
        told[0] += f" [{case.told}]"
    for shown in finding.passages:
        id, _, number = shown.document.partition("#")
        if id != case.id:
            told.append(f"        {shown.document} {shown.span}")
            continue
        body, span = case.texts[int(number)].body, shown.span
        around = (body[max(0, span.start - 90) : span.start], span.of(body), body[span.end : span.end + 90])
        told.append("        … {}[[{}]]{} …".format(*(" ".join(part.split()) for part in around)))
    return "\n".join(told)


def measured(
    kind: str, count: int, seed: str = "judge", own: bool = False, workers: int = 1, quick: bool = True
) -> Tally:
    """Plants of one kind, and a quarter as many controls."""
    cases = drawn(kind, count, True, seed, own) + drawn(kind, max(count // 4, 10), False, seed, own)
    if kind.startswith("wording"):
        return judged(kind, cases, recorded(cases, f"{kind}-{seed}", workers))
    return judged(kind, cases, checked(cases, workers, quick))


def share(kind: str, count: int) -> int:
    """How many of a kind, so that its group has `count`, but each kind a quarter of that."""
    group = kind.partition("-")[0]
    return max(-(-count // sum(each.startswith(group) for each in KINDS)), -(-count // 4))


def measure(
    kinds: Sequence[str], count: int, look: str | None, quick: bool, workers: int, untouched: int
) -> None:
    """Print the table; with `look`, what was missed of such kinds, of other plants than are reported."""
    seed = "look" if look else "judge"
    print(f"  {'kind':22}{'planted':>8}{'found':>7}{'recall':>8}  wanted  {'controls':>8}{'alarms':>7}  by")
    total: dict[str, Tally] = {}
    for kind in kinds:
        if look and not kind.startswith(look):
            continue
        start = time.perf_counter()
        tally = measured(kind, count if quick else share(kind, count), seed, False, workers, quick)
        group = total.setdefault(kind.partition("-")[0], Tally(kind.partition("-")[0]))
        _merged(group, tally)
        _row(tally, time.perf_counter() - start)
        if look:
            for case in tally.missed[:60]:
                print(f"      missed {case.id}: {case.told}")
        for told in tally.told[: 60 if look else 3]:
            print(f"      alarm {told}")
    for group in total.values():
        _row(group, None)
    if untouched and not look:
        _untouched(untouched, workers, quick)


def _merged(group: Tally, one: Tally) -> None:
    for name in ("planted", "found", "otherwise", "controls", "alarmed"):
        setattr(group, name, getattr(group, name) + getattr(one, name))
    group.by.update(one.by)
    group.alarms.update(one.alarms)


def _row(tally: Tally, seconds: float | None) -> None:
    by = ", ".join(f"{name} {count}" for name, count in tally.by.most_common())
    wrong = ", ".join(f"{name} {count}" for name, count in tally.alarms.most_common())
    other = f"; {tally.otherwise} by another" if tally.otherwise else ""
    took = f" ({seconds:.0f} s)" if seconds is not None else ""
    print(
        f"  {tally.kind if seconds is not None else tally.kind.upper():22}{tally.planted:8,}{tally.found:7,}"
        f"{tally.recall():7.1f}%  {WANTED[tally.kind.partition('-')[0]]:>5}%  "
        f"{tally.controls:8,}{tally.alarmed:7,}"
        f"  {by}{other}{'; alarms: ' + wrong if wrong else ''}{took}",
        flush=True,
    )


def _untouched(count: int, workers: int, quick: bool) -> None:
    """Real texts with nothing planted, together as in one record; every finding is printed, to be read."""
    cases = drawn("untouched", count, False, "judge")
    texts: list[Matter] = []
    by_id = {case.id: case for case in cases}
    for at in range(0, len(cases), CHUNK):
        texts += [matter for read_ in matters(cases[at : at + CHUNK]) for matter in read_]
    found = findings(texts)
    touched = {shown.document.partition("#")[0] for finding in found for shown in finding.passages}
    by = Counter(finding.check for finding in found)
    print(
        f"  untouched real texts: {len(cases):,}, with a finding {len(touched)}; "
        f"findings {len(found)}: {dict(by)}"
    )
    for finding in found:
        print("    " + _across(by_id, finding))


def _across(cases: dict[str, Case], finding: Finding) -> str:
    told = [f"{finding.check} {finding.score:.2f}: {finding.message} ({finding.explanation})"]
    for shown in finding.passages:
        case = cases[shown.document.partition("#")[0]]
        body, span = case.texts[0].body, shown.span
        around = (body[max(0, span.start - 120) : span.start], span.of(body), body[span.end : span.end + 120])
        told.append(
            "        {}: … {}[[{}]]{} …".format(case.told, *(" ".join(part.split()) for part in around))
        )
    return "\n".join(told)


__all__ = [
    "KINDS",
    "SEEDS",
    "Place",
    "Tally",
    "Text",
    "drawn",
    "findings",
    "measure",
    "measured",
    "recorded_findings",
]
