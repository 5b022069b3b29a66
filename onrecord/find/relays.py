"""An outlet or platform is known by its name, its last word, or a noun beside it; nothing else is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from onrecord.find.lexicon import LANGUAGES
from onrecord.find.tokens import QUOTE

Range = tuple[int, int]
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Relays:
    """The words of one language by which words are passed on, as lower-case sets.

    Attributes:
        words: every closed class of the data file, by name.
        names: what outlets are called, by the first word that is no article, longest first.
        platforms: what platforms are called, in the same form.
        named: words in capitals without one of which no outlet or platform is named.
        signs: other words that show a relay, or a hearer away from the cue.
    """

    words: dict[str, frozenset[str]]
    names: dict[str, list[tuple[str, ...]]]
    platforms: dict[str, list[tuple[str, ...]]]
    named: frozenset[str]
    signs: frozenset[str]

    def __getitem__(self, name: str) -> frozenset[str]:
        """The closed class `name` ("CITING"), lower-case."""
        return self.words[name]

    def mentioned(self, words: Sequence[str], lows: Sequence[str]) -> bool:
        """Whether an outlet or a platform may be named among some words."""
        if not self.words["OUTLET_NOUNS"].isdisjoint(lows):
            return True
        if not (self.words["AGENCY_NOUNS"].isdisjoint(lows) or self.words["AGENCY_BEFORE"].isdisjoint(lows)):
            return True
        if self.named.isdisjoint(lows):
            return False
        return any(low in self.named and word[0].isupper() for low, word in zip(lows, words, strict=True))

    def outlet(self, words: Sequence[str], i: int, j: int, sure: bool = False) -> Range | None:
        """The outlet named within words[i:j] (as printed), or None; its range without what describes it.

        Args:
            sure: whether a name that is also a common word ("People") does not count.
        """
        if not self.mentioned(words[i:j], [_bare(word) for word in words[i:j]]):
            return None
        for k in range(i, j):
            named = self._named(words, k, j)
            if named and not (
                sure and named[1] - k == 1 and _bare(words[k]) in self.words["OUTLETS_IN_PLACE"]
            ):
                alone = (
                    named[1] == j
                    or not words[named[1]][0].isalpha()
                    or words[named[1] - 1][-2:] in _POSSESSIVE
                )
                article = k > i and words[k - 1].lower() == "the" and alone
                return (k - article, named[1])
        return self._described(words, i, j)

    def platform(self, words: Sequence[str], i: int, j: int) -> Range | None:
        """The platform named at word i, or None."""
        return _match(self.platforms, words, i, j)

    def _named(self, words: Sequence[str], k: int, j: int) -> Range | None:
        if not words[k][0].isupper():
            return None
        known = _match(self.names, words, k, j)
        if known and not self._goes_on(words, known[1], j):
            return known
        end = k
        while end < j and (words[end][0].isupper() or words[end] == "&"):
            end += 1
            if _bare(words[end - 1]) != words[end - 1].lower():
                break  # "The Evening Post's Ann Berg"
        last = _bare(words[end - 1])
        if end - k < 2 or last not in self.words["OUTLET_ENDINGS"]:
            return None
        pair = " ".join(_bare(w) for w in words[end - 2 : end])
        return None if pair in self.words["NO_OUTLETS"] else (k, end)

    def _goes_on(self, words: Sequence[str], end: int, j: int) -> bool:
        """Whether a known name is only the beginning of another's ("People Power Party")."""
        single = words[end - 1].lower() in self.words["OUTLETS_IN_PLACE"]
        return single and end < j and words[end][0].isupper()

    def _described(self, words: Sequence[str], i: int, j: int) -> Range | None:
        """ "the state news agency", "a local newspaper": a noun phrase whose head is an outlet's."""
        head = next((k for k in range(i, j) if words[k].lower() in ("of", "for", "from", "in", "at")), j) - 1
        for k in range(i, j):
            low = _bare(words[k])
            if low in self.words["OUTLET_NOUNS"] and (k == head or (k + 1 < j and words[k + 1][0].isupper())):
                return (i, max(head + 1, k + 1))
            agency = low in self.words["AGENCY_NOUNS"] and k > i
            if agency and _bare(words[k - 1]) in self.words["AGENCY_BEFORE"]:
                return (i, max(head + 1, k + 1))
        return None


def _bare(word: str) -> str:
    """Lower case, without a possessive's ending."""
    low = word.lower()
    if low.endswith(_POSSESSIVE):
        return low[:-2]
    return low.rstrip("'’")


def _match(index: dict[str, list[tuple[str, ...]]], words: Sequence[str], k: int, j: int) -> Range | None:
    for parts in index.get(_bare(words[k]), ()):
        article = parts[0] == "the"
        end = k + len(parts) - article
        if end > j or (article and (k == 0 or words[k - 1].lower() != "the")):
            continue
        same = all(_bare(w) == p for w, p in zip(words[k:end], parts[article:], strict=True))
        if same and any(w != QUOTE and w[0].isupper() for w in words[k:end]):
            return (k, end)
    return None


def _index(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(name.split())
        if parts:
            out.setdefault(parts[parts[0] == "the"], []).append(parts)
    for rows in out.values():
        rows.sort(key=len, reverse=True)
    return out


def _with_possessives(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word + ending for word in words for ending in ("", *_POSSESSIVE, "'", "’"))


@cache
def relays(language: str) -> Relays:
    """The words of a language that has a lexicon."""
    assert language in LANGUAGES
    data = import_module(f"onrecord.find.languages.{language}_chain")
    words = {
        name: frozenset(word.strip().lower() for word in value)
        for name, value in vars(data).items()
        if name.isupper() and isinstance(value, (list, tuple))
    }
    names, platforms = _index(words["OUTLETS"]), _index(words["PLATFORMS"])
    named = _with_possessives(names.keys() | words["OUTLET_ENDINGS"] | platforms.keys())
    signs = words["RELAYED"] | words["THROUGH"] | words["TRANSLATED"] | words["SECONDHAND"]
    signs |= words["WITH_HEARER"] | words["TO_HEARER"] | words["SPEAKING"]
    return Relays(words, names, platforms, named, signs)
