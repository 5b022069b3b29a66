"""A sentence is what it says besides its numbers: telling words, names, times; words are looked up once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from onrecord.check.languages import en_figures
from onrecord.model import Matter, Span, Time
from onrecord.text import rarity
from onrecord.text.words import words

LANGUAGES: dict[str | None, ModuleType] = {"en": en_figures, None: en_figures}
_NEAR = 6  # words to either side of a number that say most of what it is of
_CAP = 15.0  # bits: beyond it a word is only rare, not more telling
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*")
_MARKS = re.compile(r"</?[a-z]|\|[^|]*\||\t")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+|www\.[^\s)>\]]+")
_ITEM = re.compile(r"(?:^|\n)\s*(?:[-*•–]|\d{1,2}[.)])\s")
_LABEL = re.compile(r"\W{0,6}\w+(?:[ -]\w+){0,4}\W{0,4}:\W")
_LONGEST = 40  # code points of a word; what is longer tells nothing
_CACHED = 1 << 16


_UNREAL, _GROWING, _PRESENT, _EVENT, _SAYING, _PERFECT, _RUNNING, _DIGITS = (1 << bit for bit in range(8))


class Word(NamedTuple):
    """What is known of a word in lower case.

    Attributes:
        form: as it is compared; "" where it tells nothing.
        bits: how telling it is.
        shows: the sum of what it shows: what may be, what grows with time, what holds today, what took
            place once, who speaks, that something has been done; or that it is a number.
    """

    form: str
    bits: float
    shows: int


class Token(NamedTuple):
    """A telling word of a sentence.

    Attributes:
        place: which of its words, from 0.
        form, bits: as of the word.
        name: whether it is written as a name inside the sentence.
    """

    place: int
    form: str
    bits: float
    name: bool


class Signs(NamedTuple):
    """What shows of which kind a sentence is.

    Attributes:
        unreal: it is of what is planned, supposed or averaged.
        growing: it is of what grows with time, so that a day later the figure is another.
        present: it is of what holds today.
        event: it names what took place once.
        pointing: it begins with a word for what stands before it ("they", "these lands").
        listed: it is an item of a list, or begins with a label.
        running: it is of what is still being counted.
    """

    unreal: bool
    growing: bool
    present: bool
    event: bool
    pointing: bool
    listed: bool
    running: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with figures, read once for all of them.

    Attributes:
        span: the sentence.
        tokens: its telling words in order, without those of the attribution, the times and the numbers.
        starts: where each of its words starts, in code points of the text.
        times: the EDTF dates of its time expressions.
        table: whether most of it is numbers or marks, as in a table.
        signs: what shows of which kind it is.
    """

    span: Span
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    times: tuple[str, ...]
    table: bool
    signs: Signs


class Lexicon:
    """The words of a language, looked up many at a time."""

    def __init__(self, data: ModuleType) -> None:
        self.data = data
        self._known: dict[str, Word] = {}

    def learn(self, lows: Iterable[str]) -> None:
        """Looks up the words in lower case that are not known yet."""
        if len(self._known) > _CACHED:
            self._known.clear()
        new = sorted({low for low in lows if low not in self._known})
        if not new:
            return
        found = words("\n".join(new))
        worth = dict(zip(found.starts.tolist(), rarity.bits(found).tolist(), strict=True))
        at = 0
        for low in new:
            self._known[low] = self._word(low, worth.get(at, _CAP))
            at += len(low) + 1

    def __getitem__(self, low: str) -> Word:
        return self._known[low]

    def _word(self, low: str, worth: float) -> Word:
        data = self.data
        plain = low.replace("’", "'")
        form = (
            ""
            if plain in data.EMPTY or not 1 < len(low) <= _LONGEST or low[0].isdigit()
            else self.form(plain)
        )
        shows = (
            (_UNREAL, plain in data.UNREAL or plain.startswith(data.UNREAL_STEMS) or plain.endswith("'ll")),
            (_GROWING, plain in data.GROWING or plain.startswith(data.GROWING_STEMS)),
            (_PRESENT, plain in data.PRESENT or plain.endswith(("'ve", "'re"))),
            (_EVENT, plain in data.EVENTS),
            (_SAYING, plain in data.SAYING),
            (_PERFECT, plain in data.PERFECT),
            (_RUNNING, plain in data.RUNNING),
            (_DIGITS, low[0].isdigit()),
        )
        return Word(form, min(worth, _CAP), sum(sign for sign, shown in shows if shown))

    def form(self, low: str) -> str:
        """A word as it is compared: without its plural or genitive, synonyms being one."""
        if low.endswith(("'s", "s'")):
            low = low[:-2]
        if (
            low.endswith(("ian", "ians"))
            and len(low) > 6
            and low not in self.data.SAME
            and low not in self.data.TELLING
        ):
            low = low[: low.rindex("n")]
        low = self.data.SAME.get(low, low)
        if len(low) > 3 and low[-1] == "s" and low[-2] not in "sui'":
            low = low[:-1]
        return low


Printed = tuple[int, str, str]
"""Where a word starts, the word, and the word in lower case."""

_LEXICONS: dict[str, Lexicon] = {}


def lexicon(data: ModuleType) -> Lexicon:
    """The words of a data file."""
    return _LEXICONS.setdefault(data.__name__, Lexicon(data))


def sentences(matter: Matter, spans: Sequence[Span], data: ModuleType) -> list[Sentence]:
    """What sentences with figures say besides them."""
    known = lexicon(data)
    text = matter.document.text
    found = [[(m.start(), m[0], m[0].lower()) for m in _TOKEN.finditer(text, *span)] for span in spans]
    known.learn(low for tokens in found for _, _, low in tokens)
    return [_sentence(matter, span, tokens, known) for span, tokens in zip(spans, found, strict=True)]


def _sentence(matter: Matter, span: Span, printed: list[Printed], known: Lexicon) -> Sentence:
    text, words_of = matter.document.text, span.of(matter.document.text)
    shows = digits = 0
    tokens: list[Token] = []
    for place, (_, word, low) in enumerate(printed):
        form, worth, signs = known[low]
        if signs:
            shows |= signs
            digits += signs >= _DIGITS
        if form:
            name = (place > 0 or worth >= _CAP) and word[0].isupper()
            tokens.append(Token(place, form, worth, name))
    dated = _dated(matter, span)
    cut = [time.span for time in dated]
    digits -= sum(len(re.findall(r"\d+", time.span.of(text))) for time in dated)
    cut += [Span(span.start + m.start(), span.start + m.end()) for m in _ADDRESS.finditer(words_of)]
    if shows & _SAYING:
        said = [span.start + edge for m in known.data.ATTRIBUTION.finditer(words_of) for edge in m.span()]
        cut += [Span(*edges) for edges in zip(said[::2], said[1::2], strict=True)]
        if said and said[-1] >= span.end - 1:  # what a tail says is not said of the number
            shows = 0
            for start, _, low in printed:
                shows |= known[low].shows if start < said[-2] else 0
    for gone in cut:
        tokens = [token for token in tokens if not gone.start <= printed[token.place][0] < gone.end]
    if "domestic product" in words_of:
        tokens = [
            t._replace(form="gdp") if t.form == "product" else t
            for t in tokens
            if t.form not in ("gross", "domestic")
        ]
    if "lives" in words_of and known.data.LIVES.search(words_of):
        tokens = [t._replace(form="killed") if t.form in known.data.OUTCOME_NOUNS else t for t in tokens]
    listed = _ITEM.search(text, max(0, span.start - 8), span.start + 3) or _LABEL.match(words_of)
    lows = [low for _, _, low in printed]
    signs_of = Signs(
        bool(shows & _UNREAL) or "?" in words_of,
        bool(shows & _GROWING or (shows & _PERFECT and _done(lows, known.data))),
        bool(shows & _PRESENT),
        bool(shows & _EVENT),
        any(low in known.data.POINTING for low in lows[:2]),
        bool(listed),
        bool(shows & _RUNNING),
    )
    return Sentence(
        span,
        tuple(tokens),
        tuple(start for start, _, _ in printed),
        tuple(sorted({time.when.edtf for time in dated})),
        (digits > 2 and digits * 4 > len(printed)) or bool(_MARKS.search(words_of)),
        signs_of,
    )


def _dated(matter: Matter, span: Span) -> list[Time]:
    """The time expressions of a sentence."""
    first = bisect_left(matter.times, span.start, key=lambda time: time.span.start)
    return [time for time in matter.times[first : first + 8] if time.span.start < span.end]


def _done(lows: Sequence[str], data: ModuleType) -> bool:
    """Whether something has been done, as "has delivered"; "has 12 ships" is none."""
    for place, low in enumerate(lows):
        if low in data.PERFECT:
            for after in lows[place + 1 : place + 4]:
                if after.endswith("ed") or after in data.PARTICIPLES:
                    return True
    return False


def near(found: Sentence, span: Span) -> frozenset[str]:
    """The telling words within a few words of a number."""
    first, last = bisect_left(found.starts, span.start), bisect_left(found.starts, span.end)
    return frozenset(t.form for t in found.tokens if first - _NEAR <= t.place < last + _NEAR)


def outcome(found: Sentence, span: Span, data: ModuleType) -> str:
    """What was done to those that a number counts: the word for it that stands nearest, or ""."""
    first, last = bisect_left(found.starts, span.start), bisect_left(found.starts, span.end)
    told = [
        (t.place - last if t.place >= last else first - t.place, t.form)
        for t in found.tokens
        if t.form in data.OUTCOMES
    ]
    return min(told)[1] if told else ""


def role(text: str, amount: Span, data: ModuleType) -> str:
    """Whether a number is a level (""), a change ("by"), or what was before a change ("from")."""
    head = text[max(0, amount.start - 40) : amount.start].lower()
    if data.FROM_BEFORE.search(head):
        return "from"
    changed = data.CHANGE_BEFORE.search(head) or data.CHANGE_BEHIND.match(text, amount.end)
    return "by" if changed else ""


def things(found: Sentence) -> frozenset[str]:
    """Things with a name of their own: a noun and a name right behind it ("ferry alma")."""
    return frozenset(
        f"{one.form}-{other.form}"
        for one, other in zip(found.tokens, found.tokens[1:], strict=False)
        if other.name and not one.name and other.place == one.place + 1
    )
