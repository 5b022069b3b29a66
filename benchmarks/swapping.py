"""Names in a text are replaced, each always by the same other one, and every offset can be moved along.

What is looked for and what is put in its place is in evenhanded.toml. By surface only, in English texts:

  people     a listed first name and the capitalised word after it (initials between them left out), where
             that word stands in an annotated source too; in such a source, a title ("Sen.", "President") and
             the capitalised words after it. The names so found are replaced wherever they stand in the text;
             what is also a common word ("White", "Bill") only beside the other half of the name.
  outlets    from a list; abbreviations ("CNN") by abbreviations.
  peoples    from a list ("American", "Russians"); countries keep their names.
  he, she    swapped with all their forms, with Mr. and Ms., "spokesman" and its like, and first names.

"A" and "an" follow the word that now stands after them, and "Sanders’ plan" becomes "Jones’ plan" or "Eze’s
plan". Words in capitals stay in capitals.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

DATA = tomllib.loads(Path(__file__).with_name("evenhanded.toml").read_text(encoding="utf-8"))
MEN, WOMEN = frozenset(DATA["men"].split()), frozenset(DATA["women"].split())
COMMON = frozenset(DATA["common_words"].split())
NO_NOUN = frozenset(DATA["no_noun"].split())
TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Prof|Rev)\.|President(?:-elect)?|Senator|Secretary"
    r"|Governor|Congress(?:man|woman)|Judge|Mayor|Professor|Chairman|Chairwoman|Speaker"
)
NO_NAMES = frozenset("Gov Sen Rep Gen Lt Col Jr Sr President Senator Secretary Governor Judge".split())
NAME = r"(?:[OD]['’])?[A-ZÀ-Þ][A-Za-zÀ-ÿ]+(?:-[A-ZÀ-Þ][A-Za-zÀ-ÿ]+)*"
BETWEEN = r"\s+(?:[A-Z]\.\s*)*"
FULL = re.compile(rf"\b(?=(?P<first>{NAME}){BETWEEN}(?P<last>{NAME}))")
TITLED = re.compile(rf"(?<!\w)(?:{TITLE})\s+(?P<one>{NAME})(?:{BETWEEN}(?P<two>{NAME}))?")
SEXES = {
    "he": "she", "him": "her", "himself": "herself", "mr.": "ms.", "spokesman": "spokeswoman", "congressman":
    "congresswoman", "chairman": "chairwoman", "businessman": "businesswoman", "councilman": "councilwoman",
    "gentleman": "lady",
}  # fmt: skip
SEXES |= {other: one for one, other in SEXES.items()} | {"mrs.": "mr."}


class Edit(NamedTuple):
    """Code points [start, end) of the text that become `new`."""

    start: int
    end: int
    new: str


class Variant(NamedTuple):
    """What names become; where a kind is empty, names of that kind stay as they are."""

    name: str
    surnames: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    sexes: bool = False  # he becomes she, and she he


def variants() -> list[Variant]:
    """Those of the file."""
    out = []
    for name, given in DATA["variants"].items():
        words = {key: tuple(value.split()) for key, value in given.items() if isinstance(value, str)}
        out.append(Variant(name, **words, outlets=tuple(given.get("outlets", ())), sexes="sexes" in given))
    return out


def edits(text: str, sources: Iterable[str], variant: Variant) -> list[Edit]:
    """What is to be replaced, in order, nothing twice.

    Args:
        text: the text.
        sources: the words of its annotated sources, in which its people are found.
        variant: what becomes what.
    """
    peoples = f"(?<!African[ -])(?<!Asian[ -])(?<!Native )(?:{'|'.join(DATA['peoples'].split())})"
    made = _listed(text, "|".join(map(re.escape, DATA["outlets"])), variant.outlets)
    made += _listed(text, "|".join(map(re.escape, DATA["abbreviations"].split())), variant.abbreviations)
    made += _listed(text, peoples, variant.peoples, "s?")
    made += _People(text, sources, variant).edits()
    made += _sexes(text) if variant.sexes else []
    kept: list[Edit] = []
    for edit in sorted(made, key=lambda e: (e.start, -e.end)):
        if text[edit.start : edit.end] != edit.new and (not kept or kept[-1].end <= edit.start):
            kept.append(edit)
    return sorted(kept + _articles(text, kept) + _possessives(text, kept))


def applied(text: str, changes: Sequence[Edit]) -> str:
    """The text after the changes."""
    out, at = [], 0
    for start, end, new in changes:
        out += [text[at:start], new]
        at = end
    return "".join([*out, text[at:]])


class Moved:
    """Where spans of a text stand after its changes."""

    def __init__(self, changes: Sequence[Edit]) -> None:
        self.changes = changes
        self.starts = [change.start for change in changes]
        self.shifts = [0]
        for start, end, new in changes:
            self.shifts.append(self.shifts[-1] + len(new) - (end - start))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span that begins or ends within a changed name holds the whole of the new one."""
        return self._at(start, False), self._at(end, True)

    def _at(self, position: int, after: bool) -> int:
        n = bisect_right(self.starts, position)
        if n == 0:
            return position
        start, end, new = self.changes[n - 1]
        if position >= end:
            return position + self.shifts[n]
        whole = after and position > start
        return start + self.shifts[n - 1] + (len(new) if whole else 0)


def _listed(text: str, words: str, new: Sequence[str], ending: str = "") -> list[Edit]:
    """Each name of a list becomes one of `new`, in the order in which they come up."""
    if not new:
        return []
    chosen: dict[str, str] = {}
    out = []
    for match in re.finditer(rf"(?<![\w@#])(?P<name>{words})(?P<end>{ending})(?!\w)", text):
        other = chosen.setdefault(match["name"], new[len(chosen) % len(new)])
        out.append(Edit(*match.span(), other + match["end"]))
    return out


class _People:
    """The people of one text and what they are called instead."""

    def __init__(self, text: str, sources: Iterable[str], variant: Variant) -> None:
        self.text = text
        self.lasts: set[str] = set()
        self.firsts: set[str] = set()
        self._names(" | ".join(sources))
        self.firsts -= self.lasts
        self.present = set(re.findall(NAME, text))
        men, women = variant.men, variant.women
        if variant.sexes:
            men, women = women, men
        self.new = self._chosen(self.lasts, variant.surnames)
        self.new |= self._chosen(self.firsts & WOMEN, women) | self._chosen(self.firsts - WOMEN, men)

    def _names(self, sources: str) -> None:
        words = set(re.findall(NAME, sources))
        for match in FULL.finditer(self.text):
            if match["first"] in MEN | WOMEN and match["last"] in words:
                self.firsts.add(match["first"])
                self.lasts.add(match["last"])
        for match in TITLED.finditer(sources):
            self.lasts.add(match["two"] or match["one"])
            if match["two"]:
                self.firsts.add(match["one"])
        self.lasts -= NO_NAMES

    def _chosen(self, old: set[str], new: Sequence[str]) -> dict[str, str]:
        """A new name for each old one, by where they first stand, none that stands in the text already."""
        free = [name for name in new if name not in self.present]
        order = sorted(old, key=lambda name: (self.text.find(name), name))
        return {name: free[n % len(free)] for n, name in enumerate(order)} if free else {}

    def edits(self) -> list[Edit]:
        """Every place where one of them is named."""
        out = []
        for match in re.finditer(rf"(?<![\w@#]){NAME}(?!\w)", self.text):
            whole = match.group() in self.new
            for part in re.finditer(r".+" if whole else r"[^-]+", match.group()):
                start, end = match.start() + part.start(), match.start() + part.end()
                word = part.group()
                plain = word.title() if word.isupper() else word
                if plain in self.new and (plain not in COMMON or self._beside(plain, start, end)):
                    new = self.new[plain]
                    out.append(Edit(start, end, new.upper() if word.isupper() else new))
        return out

    def _beside(self, name: str, start: int, end: int) -> bool:
        """Whether the other half of the name, or for a surname a title, stands beside it."""
        if name in self.firsts:
            after = re.match(rf"{BETWEEN}({NAME})", self.text[end : end + 40])
            return after is not None and after[1] in self.lasts
        ahead = self.text[max(0, start - 40) : start]
        before = re.search(rf"({NAME}){BETWEEN}$", ahead)
        titled = re.search(rf"(?:{TITLE})\s+$", ahead)
        return titled is not None or (before is not None and before[1] in self.firsts)


def _sexes(text: str) -> list[Edit]:
    out = []
    words = "|".join(re.escape(word) for word in sorted((*SEXES, "his", "hers"), key=len, reverse=True))
    for match in re.finditer(rf"(?i)(?<![\w@#])(?:{words})(?!\w)", text):
        word = match.group().lower()
        after = re.match(r"\s+[“‘\"']?(\w+)", text[match.end() : match.end() + 40])
        noun = after is not None and after[1].lower() not in NO_NOUN
        if word == "his":
            new = "her" if noun else "hers"
        elif word == "her":
            new = "his" if noun else "him"
        else:
            new = "his" if word == "hers" else SEXES[word]
        if match.group().isupper() and len(word) > 1:
            new = new.upper()
        elif match.group()[0].isupper():
            new = new[0].upper() + new[1:]
        out.append(Edit(*match.span(), new))
    return out


def _articles(text: str, changes: Sequence[Edit]) -> list[Edit]:
    """Articles that no longer fit the sound after them: "an American" has become "a Kenyan"."""
    out = []
    for start, _, new in changes:
        article = re.search(r"(?<!\w)([Aa])(n?)\s$", text[max(0, start - 4) : start])
        if article and bool(article[2]) != (new[0] in "AEIOUaeiou"):
            at = start - len(article.group())
            out.append(Edit(at, start - 1, article[1] + ("" if article[2] else "n")))
    return out


def _possessives(text: str, changes: Sequence[Edit]) -> list[Edit]:
    """The s that a possessive lacked after an s, and wants now."""
    return [
        Edit(end + 1, end + 1, "s")
        for _, end, new in changes
        if text[end - 1] == "s" and new[-1] != "s" and re.match(r"['’] \w", text[end : end + 3])
    ]
