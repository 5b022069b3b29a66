"""A stretch of text is cut into words once; whatever is asked of a word is answered by its number."""

from __future__ import annotations

import re
from itertools import accumulate

from onrecord.link.matters import happening_words as lexicon
from onrecord.link.matters.languages import en_happenings as words

_CUT = re.compile(r"(\w+(?:[-'’.&]\w+)*)")
FULL, SOFT, OPEN = "full", "soft", ""
_MOST = 12  # words of a noun phrase


class _Gaps(dict[str, str]):
    """What stands between two words, and whether it ends a clause; there are few, so each is read once."""

    def __missing__(self, gap: str) -> str:
        if gap.strip() in ("", "'", "’", "$", "€", "£", "#"):
            kind = OPEN
        elif any(mark in gap for mark in ".!?…"):
            kind = "dot" if gap.strip() in (".", ".,") else FULL
        elif "," in gap and not any(mark in gap for mark in ';:()–—“”"[]'):
            kind = SOFT
        else:
            kind = FULL
        if len(self) < 4096:
            self[gap] = kind
        return kind


_GAPS = _Gaps()
Kinds = lexicon.Kinds


class Words:
    """The words of text[start:end], numbered from 0.

    Attributes:
        text: the whole document's.
        low: each word in lower case.
        starts, ends: in code points of `text`.
        kinds: a letter of `Kinds`, or None for what may be a noun, an adjective or a name.
        forms: what each can be as a doing, or None.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        parts = _CUT.split(text[start:end])
        ends = [start, *accumulate(map(len, parts), initial=start)][1:]
        self.raw = parts[1::2]
        self.low = [word.lower() for word in self.raw]
        self.gaps = parts[2::2]
        self.starts = ends[1:-1:2]
        self.ends = ends[2::2]
        self.kinds = list(map(lexicon.kinds().get, self.low))
        self.forms = lexicon.forms()

    def border(self, at: int) -> str:
        """What ends behind word `at`: FULL a clause, SOFT a part of one (a comma), OPEN nothing."""
        kind = _GAPS[self.gaps[at]]
        if kind != "dot":
            return kind
        after = self.raw[at + 1] if at + 1 < len(self.raw) else ""
        if "," in self.gaps[at]:
            return SOFT
        raw = self.raw[at]
        if (
            raw in words.TITLES
            or len(raw) == 1
            or not (after[:1].isupper() or after[:1].isdigit() or not after)
        ):
            return OPEN
        return FULL

    def noun(self, at: int) -> bool:
        """Whether a word may be part of a noun phrase, its determiner left out."""
        if self.kinds[at] is not None:
            return self.kinds[at] == Kinds.DOING and self.low[at].endswith(("ed", "ing", "en"))
        low = self.low[at]
        return not (
            low.endswith("ly") and len(low) > 4 and self.raw[at][0].islower() and low not in words.LY_NOUNS
        )

    def done(self, at: int) -> bool:
        """Whether a word looks like the past form of a verb that is in no table."""
        low = self.low[at]
        return low.endswith("ed") and len(low) > 4 and self.raw[at][0].islower() and low not in words.ED_NOUNS

    def owner(self, at: int) -> bool:
        """Whether a word is a possessor ("Poland's", "the allies'")."""
        low = self.low[at]
        return low.endswith(("'s", "’s")) or (low.endswith("s") and self.gaps[at][:1] in ("'", "’"))

    def phrase_right(self, at: int, stop: int) -> tuple[int, int] | None:
        """The noun phrase that begins at `at`, as the numbers of its first and last word, or None."""
        first, last = at, -1
        limit = min(len(self.low), stop, at + _MOST)
        while at < limit:
            kind = self.kinds[at]
            if kind == Kinds.DETERMINER:
                if last >= 0:
                    break
            elif not self.noun(at) or (last >= 0 and (kind == Kinds.DOING or self.done(at))):
                break
            else:
                last = at
            if at + 1 < len(self.low) and self.border(at) != OPEN:
                break
            at += 1
        return (first, last) if last >= 0 else None

    def phrase_left(self, at: int, stop: int) -> tuple[int, int] | None:
        """The noun phrase that ends at `at`, with what "of" and the like join before it.

        Returns:
            The numbers of its first word and of its head, or None.
        """
        first = head = -1
        wanted, closed = True, False
        limit = max(stop, at - 2 * _MOST)
        while at >= limit:
            kind = self.kinds[at]
            if wanted:
                if kind is not None or not self.noun(at) or self.done(at):
                    break
                first, head, wanted, closed = at, at, False, False
            elif kind == Kinds.DETERMINER:
                first, closed = at, True
            elif (
                self.low[at] == "of"
                and at > limit
                and self.low[at - 1] in words.OFFICES
                and self._named(at + 1)
            ):
                first = at = at - 1  # "the president of France Jean Valjean" is Valjean
            elif self._joins(at, limit):
                wanted = True
            elif closed or not self.noun(at):
                break
            else:
                first = at
            at -= 1
            if at < limit or self.border(at) != OPEN:
                break
        return (first, head) if head >= 0 else None

    def _joins(self, at: int, limit: int) -> bool:
        """Whether a preposition joins what follows to a noun before it ("the leaders of nine states")."""
        near = self.kinds[at] == Kinds.PREPOSITION and self.low[at] in words.JOINING and at - 1 >= limit
        return near and self.kinds[at - 1] is None and self.noun(at - 1) and self.border(at - 1) == OPEN

    def _named(self, at: int) -> bool:
        """Whether a state and then a person are named from `at` ("president of France Jean Valjean")."""
        end = min(at + 4, len(self.low))
        run = next((k for k in range(at, end) if not self.raw[k][:1].isupper()), end)
        last = self.low[run - 1]
        person = last not in lexicon.states() and last not in words.NAME_TAILS
        return run - at > 1 and self.low[at] in lexicon.states() and person

    def name(self, head: int, first: int) -> str:
        """The compared form of the head of a noun phrase: the whole of a state's name, else its last word."""
        low = self.plain(head)
        if head > first and self.border(head - 1) == OPEN:
            two = f"{self.low[head - 1]} {low}"
            if two in lexicon.doubles():
                return lexicon.states()[two]
            if low in words.NAME_TAILS and self.raw[head][0].isupper() and self.raw[head - 1][0].isupper():
                return lexicon.states().get(two, two)
        raw = self.raw[head]
        if raw[:1].isupper() and low in lexicon.states():
            return lexicon.states()[low]
        return "" if low in words.NOT_HEADS or low.isdigit() else lexicon.singular(low)

    def plain(self, at: int) -> str:
        """A word in lower case without the possessor's ending or the full stop of an abbreviation."""
        low = self.low[at]
        return low[:-2] if low.endswith(("'s", "’s")) else low
