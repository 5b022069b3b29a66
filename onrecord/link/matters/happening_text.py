"""A text is cut at white space once; whatever is asked of a word is answered by its number."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from onrecord.link.matters import happening_words as lexicon
from onrecord.link.matters.happening_words import Form, Kinds
from onrecord.link.matters.languages import en_happenings as words
from onrecord.model import Span

FULL, SOFT, OPEN = "full", "soft", ""
_DOT = "dot"
_INNER = re.compile(r"\w+(?:[-'’.&,:/]\w+)*")
_PRINTED = re.compile(r"\S+")
_MARKS = ".,;:!?…()[]{}<>\"“”„«»'’‘`*_–—-/|\\#$€£%"
_OPENING = frozenset('([{"“„«:;–—<|')
_LIGHT = frozenset("'’%*_-/#\"”»")  # a quotation that ends ends no clause by itself
_MOST = 12  # words of a noun phrase
_KNOWN = 1 << 17  # printed words whose reading is kept


class Word(NamedTuple):
    """A printed word with the marks around it.

    Attributes:
        low: in lower case, without the marks.
        plain: as `low`, without a possessor's ending.
        kind: a letter of `Kinds`; None for what may be a noun, an adjective or a name.
        form: what it can be as a doing, or None.
        open: whether it may be part of a noun phrase, determiners left out.
        capital: whether it begins with a capital letter.
        owner: whether it is a possessor ("Poland's", "the allies'").
        done: whether it looks like the past form of a verb that is in no table.
        lead, trail: how many marks stand before and after it.
        before, after: what the marks end: FULL a clause, SOFT a part of one, "dot" perhaps a sentence.
    """

    low: str
    plain: str
    kind: str | None
    form: Form | None
    open: bool
    capital: bool
    owner: bool
    done: bool
    lead: int
    trail: int
    before: str
    after: str


class _Vocabulary(dict[str, Word]):
    """Printed words as they were read; texts repeat theirs, so that most are looked up only."""

    def __missing__(self, printed: str) -> Word:
        word = _word(printed)
        if len(self) >= _KNOWN:
            self.clear()
        if len(printed) < 40:
            self[printed] = word
        return word


def _word(printed: str) -> Word:
    core = printed.strip(_MARKS)
    if not core or not _INNER.fullmatch(core):
        lone = printed in ("&", "'", "’")
        mark = Kinds.AND if lone else Kinds.MARK
        border = OPEN if lone else FULL
        return Word(printed.lower(), printed, mark, None, False, False, False, False, 0, 0, border, border)
    lead = len(printed) - len(printed.lstrip(_MARKS))
    trail = printed[lead + len(core) :]
    low = core.lower()
    ending = low.endswith(("'s", "’s"))
    plain = low[:-2] if ending else low
    kind, form, capital = lexicon.kinds().get(low), lexicon.forms().get(low), core[0].isupper()
    adjective = kind == Kinds.DOING and low.endswith(("ed", "ing", "en"))
    adverb = low.endswith("ly") and len(low) > 4 and not capital and low not in words.LY_NOUNS
    if adverb and kind is None:
        kind = Kinds.ADVERB
    return Word(
        low=low,
        plain=plain,
        kind=kind,
        form=form,
        open=kind is None or adjective,
        capital=capital,
        owner=ending or (low.endswith("s") and trail[:1] in ("'", "’")),
        done=low.endswith("ed") and len(low) > 4 and not capital and low not in words.ED_NOUNS,
        lead=lead,
        trail=len(trail),
        before=FULL if _OPENING.intersection(printed[:lead]) else OPEN,
        after=_after(trail),
    )


def _after(trail: str) -> str:
    if not trail or _LIGHT.issuperset(trail):
        return OPEN
    marks = trail.strip("'’\"”»*_")
    if marks in (".", ".,"):
        return _DOT if marks == "." else SOFT
    return SOFT if marks == "," else FULL


_VOCABULARY = _Vocabulary()
_FORM = itemgetter(3)  # a tuple's item is quicker than its name


class Text:
    """The words of a stretch of a document, numbered from 0.

    Attributes:
        text: the document's.
        words: every word, in order.
        lo, hi: 0 and the number of words.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self._span = span
        self._cut = text[span.start : span.end].split()
        self.words = list(map(_VOCABULARY.__getitem__, self._cut))
        self.lo, self.hi = 0, len(self.words)
        self._starts: list[int] = []

    def doings(self) -> list[int]:
        """The numbers of the words that can be a doing."""
        return list(compress(range(self.hi), map(_FORM, self.words)))

    def start(self, at: int) -> int:
        """Where word `at` begins, in code points, without its marks."""
        return self._places()[at] + self.words[at].lead

    def end(self, at: int) -> int:
        """Where word `at` ends, in code points, without its marks."""
        return self._places()[at] + len(self._cut[at]) - self.words[at].trail

    def number(self, offset: int) -> int:
        """The number of the word that `offset` stands in, or of the first behind it."""
        at = bisect_right(self._places(), offset) - 1
        return at if at >= 0 and offset < self._starts[at] + len(self._cut[at]) else at + 1

    def _places(self) -> list[int]:
        """Where each word begins with its marks; found when it is first asked for."""
        if not self._starts:
            self._starts = [found.start() for found in _PRINTED.finditer(self.text, *self._span)]
        return self._starts

    def border(self, at: int) -> str:
        """What ends behind word `at`: FULL a clause, SOFT a part of one (a comma), OPEN nothing."""
        if at + 1 >= self.hi:
            return FULL
        word, following = self.words[at], self.words[at + 1]
        if following.before is FULL:
            return FULL
        if word.after is not _DOT:
            return word.after
        short = word.low in words.TITLES or len(word.low) == 1
        return OPEN if short or not (following.capital or following.low[:1].isdigit()) else FULL

    def phrase_right(self, at: int, stop: int) -> tuple[int, int] | None:
        """The noun phrase that begins at `at`, as the numbers of its first and last word, or None."""
        first, last = at, -1
        limit = min(self.hi, stop, at + _MOST)
        while at < limit:
            word = self.words[at]
            if word.kind == Kinds.DETERMINER:
                if last >= 0:
                    break
            elif not word.open or (last >= 0 and (word.kind == Kinds.DOING or word.done)):
                break
            else:
                last = at
            if self.border(at) is not OPEN:
                break
            at += 1
        return (first, last) if last >= 0 and not self.words[last].owner else None

    def phrase_left(self, at: int, joining: frozenset[str] = words.JOINING) -> tuple[int, int] | None:
        """The noun phrase that ends at `at`, with what the prepositions `joining` join before it.

        Returns:
            The numbers of its first word and of its head, or None.
        """
        first = head = -1
        wanted, closed = True, False
        limit = max(self.lo, at - 2 * _MOST)
        while at >= limit:
            word = self.words[at]
            if wanted:
                if word.kind is not None or word.done:
                    break
                first, head, wanted, closed = at, at, False, False
            elif word.kind == Kinds.DETERMINER:
                first, closed = at, True
            elif word.low == "of" and at > limit and self._office(at):
                first = at = at - 1  # "the president of France Jean Valjean" is Valjean
            elif word.low in joining and self._joins(at, limit):
                wanted = True
            elif closed or not word.open:
                break
            else:
                first = at
            at -= 1
            if at < limit or self.border(at) is not OPEN:
                break
        return (first, head) if head >= 0 else None

    def _joins(self, at: int, limit: int) -> bool:
        """Whether a preposition joins what follows to a noun before it ("the leaders of nine states")."""
        if self.words[at].low == "for" and self.words[min(at + 2, self.hi - 1)].capital:
            return False  # "the adviser for home affairs Jean Valjean"
        return at > limit and self.words[at - 1].kind is None and self.border(at - 1) is OPEN

    def _office(self, of: int) -> bool:
        """Whether "of" joins an office and a state before a person's name."""
        if self.words[of - 1].low not in words.OFFICES:
            return False
        end = min(of + 5, self.hi)
        run = next((k for k in range(of + 1, end) if not self.words[k].capital), end)
        last = self.words[run - 1].low
        person = last not in lexicon.states() and last not in words.NAME_TAILS
        return run - of > 2 and self.words[of + 1].low in lexicon.states() and person

    def name(self, head: int, first: int) -> str:
        """The compared form of the head of a noun phrase: the whole of a state's name, else its last word."""
        word = self.words[head]
        low = word.plain
        if head > first and self.border(head - 1) is OPEN:
            before = self.words[head - 1]
            if low.isdigit() and before.capital and before.low not in words.NOT_HEADS:
                return f"{before.low} {low}"  # "Resolution 1187"
            two = f"{before.low} {low}"
            if before.low in words.NEW_WORLDS and low == "america":
                return two
            if two in lexicon.doubles():
                return lexicon.states()[two]
            if low in words.NAME_TAILS and word.capital and before.capital and before.kind is None:
                return lexicon.states().get(two, two)
        if word.capital and low in lexicon.states():
            return lexicon.states()[low]
        return "" if low in words.NOT_HEADS or low.isdigit() else lexicon.singular(low)
