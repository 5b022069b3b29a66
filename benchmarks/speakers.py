"""Do transcript turns carry their speaker's full name, where the text prints it anywhere?

    python benchmarks/speakers.py [ZIP ...] [--files N] [--seed N] [--eye N] [--wrong]

Files with at least two named labels are drawn from archives of White House pages. That a full name is
printed is told by a way of its own, which shares nothing with the code: the last word of a label is a
surname, and wherever the text has it after a capitalised word (perhaps with an initial or another name
between) that is no title and no word that opens sentences, the two are a candidate. `THE PRESIDENT` and the
like have the surname that the page's title prints after that office; of the president's and the vice
president's surnames only their own given names count, not their relatives'. A turn is right when its name
has both words of a candidate; it is lost when there is a candidate and the name has no given name; another
name is wrong. Labels with several different candidates are counted apart too, since there only the eye can
tell. `--eye` prints as many different labels with the name given to each, and the words around that name,
to be judged by eye.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reading import data

from onrecord import find, read
from onrecord.link.figures import figures
from onrecord.model import Failure, Item
from onrecord.settings import Settings

YEARS = ("2021", "2022", "2023")
FOLDERS = ("press-briefings/", "speeches-remarks/")
LABEL = re.compile(
    r"(?m)^(?:\*\*)?((?:MS|MR|MRS|DR)\. [A-ZÀ-Þ][A-ZÀ-Þ’'. -]+|(?:THE )?(?:VICE )?PRESIDENT|"
    r"(?:[A-Z-]{4,} ){1,3}[A-ZÀ-Þ][A-ZÀ-Þ’'-]+)(?:\*\*)?:"
)
PRESIDENT = r"(?<!Vice )President"
OFFICES = {
    "THE PRESIDENT": PRESIDENT,
    "PRESIDENT": PRESIDENT,
    "MR. PRESIDENT": PRESIDENT,
    "THE VICE PRESIDENT": "Vice President",
    "VICE PRESIDENT": "Vice President",
    "THE FIRST LADY": "First Lady",
    "THE SECOND GENTLEMAN": "Second Gentleman",
    "THE PRIME MINISTER": "Prime Minister",
}
NOT_SURNAMES = frozenset(
    """Before During After At On In Visit Signing Announcing Delivering Meeting Speaking Hosting Marking
    Honoring Touring Aboard Following Welcoming Calling Via Touting Celebrating
    Discussing Departing""".split()
)
KNOWN = {
    r"(?:THE |MR\. )?PRESIDENT(?: BIDEN)?": ("Joe", "Joseph", "Robinette"),
    r"(?:THE |MADAM )?VICE PRESIDENT(?: HARRIS)?": ("Kamala",),
}
NOBODY = re.compile(
    r"^(?:Q|QUESTION)$|AUDIENCE|OFFICIAL|MODERATOR|OPERATOR|\bAIDE\b|PARTICIPANT|MEMBER|CHILD|STUDENT|INTERPRETER|"
    r"REPORTER|VOICE|SPEAKER\b(?! [A-Z])|HOST$|PRESS$|CROWD|\bALL\b|GROUP|PERSON|CHOIR|WOMAN|\bMAN\b"
)
NOT_GIVEN = frozenset(
    """
mr mrs ms dr miss sir madam president vice secretary senator representative congressman congresswoman
governor mayor director administrator general admiral ambassador chair chairman chairwoman leader
speaker minister prime chancellor premier judge justice attorney commissioner advisor adviser deputy
press doctor first second lady gentleman king queen prince princess amir coach reverend pastor rabbi
father professor captain colonel major sergeant chief envoy czar surgeon counselor officer principal
acting former coordinator manager assistant republican democrat the a an and but or so thank thanks
hello hi hey good morning afternoon evening dear to from with for by as if when with all yes no well
okay now then here that this what where who is are was were has have had will would can could did does
do i he she it we you they my our his her their your of in on at about also team family administration
senators justices both under before after because while since mister rep sen gov hon welcome please
today tomorrow yesterday like and colleague friend mate partner brother sister wife husband mom dad
mother son daughter nominee candidate doctors drs security secretary-general joining strategic
""".split()
)


@dataclass(frozen=True)
class Row:
    """One label of one file: how many turns it opens, what name they carry, and the candidates."""

    file: str
    title: str
    label: str
    turns: int
    name: str
    evidence: str
    candidates: tuple[str, ...]
    around: str


def plain(text: str) -> str:
    """One line, escapes of front matter undone."""
    text = re.sub(r"\\u2019", "’", re.sub(r"\\_", " ", text))
    text = re.sub(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1] or m[2], 16)), text)
    return re.sub(r"[\s\\*]+", " ", text)


def low(word: str) -> str:
    """For comparing: no case, no accents, one apostrophe."""
    parts = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(ch for ch in parts if not unicodedata.combining(ch))


def surname(label: str, title: str) -> str:
    """The last word of a label; for an office the last name that the title prints after it."""
    office = OFFICES.get(label)
    if office is None:
        return re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", label)[-1]
    found = re.findall(rf"{office} ((?:[A-ZÀ-Þ][\w’-]*\.? ?){{1,3}})", title)
    names = set()
    for words in (re.sub(r"’s\b.*", "", f).split() for f in found):
        end = next(
            (k for k, w in enumerate(words) if k and (w in NOT_SURNAMES or w.endswith("ing"))), len(words)
        )
        names.add(words[end - 1])
    return names.pop() if len(names) == 1 else ""


def plausible(label: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """The candidates without a president's relatives: readers of these pages know two given names."""
    known = next((given for office, given in KNOWN.items() if re.fullmatch(office, label)), None)
    if known is None:
        return listed
    return tuple(
        c for c in listed if c.split()[-1].casefold() not in ("biden", "harris") or c.split()[0] in known
    )


def candidates(last: str, folded: str, text: str) -> tuple[str, ...]:
    """ "Given Surname" wherever the text has it.

    Args:
        folded: the text without case and accents, letter by letter.
    """
    out: Counter[str] = Counter()
    for m in re.finditer(rf"(?<![\w-]){re.escape(low(last))}(?![\w-])", folded):
        words = text[max(0, m.start() - 40) : m.start()]
        before = re.search(
            r"(?:(?<![\w’'.])([A-ZÀ-Þ][\w’'-]*)\s)((?:[A-ZÀ-Þ]\.\s?|[A-ZÀ-Þ][\w’'-]+\s){0,1})$", words
        )
        if before is None or not words.endswith(" "):
            continue
        chain = [w for w in (before[1], before[2].strip()) if w]
        while chain and low(chain[0]).strip(".") in NOT_GIVEN:
            chain = chain[1:]
        if (
            not chain
            or any(low(w).strip(".") in NOT_GIVEN for w in chain)
            or (chain[0].isupper() and len(chain[0]) > 3)
        ):
            continue
        if len(chain) == 1 and chain[0].endswith("."):
            continue
        given = next((w for w in reversed(chain) if not w.endswith(".")), chain[0])
        printed = text[m.start() : m.end()]
        out[f"{given} {printed.title() if printed.isupper() else printed}"] += 1
    return tuple(name for name, _ in out.most_common())


def drawn(archives: list[Path], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Members with at least two named labels, in an order that the seed decides."""
    chance = random.Random(seed)
    members = []
    for archive in archives:
        with zipfile.ZipFile(archive) as packed:
            members += [
                (archive, n) for n in sorted(packed.namelist()) if n.startswith(FOLDERS) and n.endswith(".md")
            ]
    chance.shuffle(members)
    packs = {archive: zipfile.ZipFile(archive) for archive in archives}
    for archive, name in members:
        raw = packs[archive].read(name)
        named = {x for x in LABEL.findall(raw.decode("utf-8", "replace")) if not NOBODY.search(x)}
        if len(named) >= 2:
            yield name, raw
            count -= 1
        if not count:
            return


def rows(name: str, raw: bytes) -> list[Row]:
    """Every named label of one file."""
    out = []
    item = Item(name, f"/whitehouse/{name}", "markdown", raw)
    for reading in read.documents(replace(item, data=raw), Settings()):
        if isinstance(reading, Failure):
            continue
        document = reading.document
        found = find.statements(document, reading.passages, "rules")
        named, people = figures(document, reading.passages, found)
        evidence = {m.span: m.evidence for figure in people for m in figure.mentions}
        text = plain(document.text)
        folded = "".join(low(ch)[:1] or ch for ch in text)
        title = plain(document.title or "")
        turns: Counter[str] = Counter()
        carried: dict[str, Counter[tuple[str, str]]] = {}
        for one in named:
            if one.mode == "turn" and one.speaker and one.rule == "turn:label":
                label = " ".join(one.speaker.span.of(document.text).split())
                if label.upper() == label and not NOBODY.search(label):
                    turns[label] += 1
                    carried.setdefault(label, Counter())[
                        one.speaker.name or "", evidence.get(one.speaker.span, "")
                    ] += 1
        for label, count in turns.items():
            last = surname(label, title)
            (given, why), _ = carried[label].most_common(1)[0]
            at = text.find(given) if given else -1
            around = text[max(0, at - 60) : at + len(given) + 30] if at >= 0 else ""
            listed = plausible(label, candidates(last, folded, text)) if last else ()
            out.append(Row(name, title, label, count, given, why, listed, around))
    return out


def verdict(row: Row) -> str:
    """right, lost, wrong, or unprinted where there is no candidate."""
    if not row.candidates:
        return "unprinted"
    words = {w for part in row.name.split() for w in (low(part), *low(part).split("-"))}
    if any({low(w) for w in c.split()} <= words for c in row.candidates):
        return "right"
    return "lost" if len(row.name.split()) < 2 or row.name.upper() == row.name else "wrong"


def main() -> None:
    """Draw, read, count; print what went wrong and what is to be judged by eye."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "archives", nargs="*", type=Path, default=[data("whitehouse") / f"{y}.zip" for y in YEARS]
    )
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--eye", type=int, default=0, help="print so many labels with their names")
    parser.add_argument("--wrong", action="store_true", help="print what is lost, wrong or ambiguous")
    options = parser.parse_args()
    missing = [path for path in options.archives if not path.is_file()]
    if missing:
        sys.exit(f"{missing[0]} is absent: nothing to measure.")
    found = [row for member in drawn(options.archives, options.files, options.seed) for row in rows(*member)]
    report(found, options.wrong)
    if options.eye:
        for row in random.Random(options.seed).sample(found, min(options.eye, len(found))):
            print(f"{row.label:32} {row.name!r}  [{row.evidence}]  {row.title[:90]}\n      ... {row.around}")


def counted(found: list[Row]) -> Counter[str]:
    """How many turns there are of each verdict."""
    turns: Counter[str] = Counter()
    for row in found:
        turns[verdict(row)] += row.turns
    return turns


def report(found: list[Row], wrong: bool) -> None:
    """Turns and labels by verdict, all and those with several candidates."""
    turns: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    doubtful: Counter[str] = Counter()
    for row in found:
        kind = verdict(row)
        turns[kind] += row.turns
        labels[kind] += 1
        if len({c.split()[0] for c in row.candidates}) > 1:
            doubtful[kind] += row.turns
        if wrong and kind in ("lost", "wrong"):
            print(f"{kind:6} {row.turns:4} {row.label:30} {row.name!r} {row.candidates[:6]}")
            print(f"{'':12}{row.title[:90]} | {row.file[-60:]}")
    print(f"{len({row.file for row in found})} files, {len(found)} labels, {sum(turns.values())} named turns")
    for title, counts in (("labels", labels), ("turns", turns), ("several candidates, turns", doubtful)):
        printed = sum(counts[k] for k in ("right", "lost", "wrong"))
        share = 100 * counts["right"] / max(1, printed)
        print(f"{title:26} printed {printed:6}  right {counts['right']:6} ({share:.1f} %)"
              f"  lost {counts['lost']}  wrong {counts['wrong']}"
              f"  not printed {counts['unprinted']}")  # fmt: skip


if __name__ == "__main__":
    main()
