"""A skeleton is a sentence in which each name and date is one character, so that patterns can be short."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.check.languages import en_dates as words
from onrecord.check.languages import en_tellings as data
from onrecord.model import Matter, Passage, Span, Time

NAMES, DATES = 0xE100, 0xE200
_MOST = 200  # names or dates of a sentence
_LONGEST = 700  # code points of a sentence
DATE = re.compile(words.DATE, re.I)
_WORD = re.compile(r"\w+|\((?=[^()]{0,40}\d{4})")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_END = re.compile(r"[.!?…][\"”’)]*\s+(?=[\"“(]?[^\W\d_a-z])|\n\s*\n")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Gen|Sen|Rep|Gov|Lt|Col|Prof|Jr|Sr|vs|b|d))\.\s+\Z")
_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_CAP = rf"(?:(?:[A-Z]\.){{2,}}|[{_UPPER}][\w&-]*(?:[.’'](?!s\b)\w+)*(?:s[’'](?= [{_UPPER}]))?)"
_JOIN = r"(?:of the|of|for the|for|&|de|del|della|da|di|du|van|von|der|den|al|el|la|le|bin|ibn|ap|y)"
_HEADS = "|".join(sorted(words.PAPERS)) + "|peace"
_NAME = re.compile(
    rf"(?:\b(?:{_HEADS}) of (?:the )?)?(?<![\w’'&-]){_CAP}(?: (?:{_JOIN} )?{_CAP}| \d[\d/]*(?![\w,.]*\d))*"
)
_BUILT = "|".join(sorted(data.BUILT))
_AFTER = re.compile(rf" (?:{_BUILT}|republic)(?![\w’'-])")
"""What is called after a name in small letters ("the Tay bridge")."""
_AHEAD = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?) (?P<kind>(?:{_BUILT}|{'|'.join(sorted(data.SETTLED))}) (?:at|in|near|of|off) )\Z"
)
"""What is called after the place where it is ("the mine at Senghenydd")."""
_LONG = 24  # code points of such a kind and its preposition
_APPOSED = re.compile(data.APPOSED)
_BRACKETS = re.compile("(?<=[\ue100-\ue1ff]) \\([^()\ue200-\ue2ff]{1,90}\\)")
_FRONT = re.compile(
    "(?:(?:On|In|Early in|Late in) |(?<=[a-z] )(?:how|that|when|where), (?:on|in) )[\ue200-\ue2ff],? "
)
_CHRONICLE = re.compile(rf"(?:On |In )?[{chr(0xE200)}-{chr(0xE2FF)}](?::| [–—-]) ")
"""A date that stands before what happened on it, as chronicles tell it."""
_CLAUSE = re.compile(
    r"[,;:()–—]| (?:but|when|while|after|before|since|who|which|that|because|as) | and (?![\ue100-\ue1ff])"
)
_VERB = re.compile(r"[a-z]+")
_WIDE = re.compile(r"(?<=\s)\s+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with one character for each name and date.

    Attributes:
        text: the sentence, cut down.
        at: for each of its characters where it stands in the document, in code points.
        tokens: the stretch of the document that each name and date stands for.
        words: the words of the whole sentence in lower case, and "(" if it has one.
        times: what its dates are, by number; `NAMES` and `DATES` begin the numbers' characters.
    """

    text: str
    at: list[int]
    tokens: dict[str, Span]
    times: tuple[Time, ...]
    words: frozenset[str]

    def cut(self, start: int, end: int) -> Skeleton:
        """Without a part."""
        at = self.at[:start] + self.at[end:]
        return Skeleton(self.text[:start] + self.text[end:], at, self.tokens, self.times, self.words)

    def span(self, start: int, end: int) -> Span:
        """What a part of it stands for."""
        ends = [self.tokens[char].end for char in self.text[start:end] if char in self.tokens]
        part = self.at[start:end]
        return Span(min(part), max([max(part) + 1, *ends]))


def skeletons(matter: Matter, wanted: frozenset[str]) -> Iterator[Skeleton]:
    """The sentences that have a date and one of the wanted words (in lower case), as skeletons."""
    text = matter.document.text
    dated = [time for time in matter.times if DATE.search(text, *time.span)]
    starts = [time.span.start for time in dated]
    for passage in matter.passages if dated else ():
        low, high = bisect_left(starts, passage.span.start), bisect_right(starts, passage.span.end)
        if low == high or passage.kind == "furniture":
            continue
        for sentence in _sentences(text, passage, dated[low:high]):
            yield from _skeletons(text, sentence, dated[low:high], wanted)


def _sentences(text: str, passage: Passage, times: Sequence[Time]) -> Iterator[Span]:
    """The sentences of a passage that have a date."""
    at = passage.span.start
    ends = list(_END.finditer(text, *passage.span))
    for end in [*(found.end() for found in ends), passage.span.end]:
        if end < passage.span.end and _SHORT.search(text, max(at, end - 8), end):
            continue
        if any(at <= time.span.start < end for time in times) and end - at <= _LONGEST:
            yield Span(at, end)
        at = end


def _skeletons(
    text: str, sentence: Span, times: Sequence[Time], wanted: frozenset[str]
) -> Iterator[Skeleton]:
    printed = text[sentence.start : sentence.end]
    found = _WORD.findall(printed.lower())
    low = frozenset([*found, *(data.PRESENT[word] for word in found if word in data.PRESENT)])
    if wanted.isdisjoint(low) or _PRIVATE.search(printed):
        return
    whole = _masked(text, sentence, [t for t in times if sentence.start <= t.span.start < sentence.end], low)
    if whole is None:
        return
    yield whole
    plain = _without(_without(whole, _BRACKETS), _APPOSED)
    if plain.text != whole.text:
        yield plain
    front = _FRONT.search(plain.text, 0, 60)
    if front:
        yield _moved(plain, front)
    chronicle = _CHRONICLE.match(plain.text)
    if chronicle:
        yield _past(_moved(plain, chronicle))


def _without(whole: Skeleton, pattern: re.Pattern[str]) -> Skeleton:
    for found in reversed(list(pattern.finditer(whole.text))):
        end = found.end() + (whole.text[found.end() : found.end() + 1] == ",")
        whole = whole.cut(found.start(), end if pattern is _APPOSED else found.end())
    return whole


def _moved(plain: Skeleton, front: re.Match[str]) -> Skeleton:
    """With the date that opens its clause at the end of it."""
    day = next(k for k in range(front.start(), front.end()) if DATES <= ord(plain.text[k]) < DATES + _MOST)
    border = _CLAUSE.search(plain.text, front.end())
    stop = border.start() if border else len(plain.text.rstrip(' .!?"”’'))
    rest, at = plain.text[front.end() : stop], plain.at[front.end() : stop]
    token = plain.text[day]
    return Skeleton(f"{rest} on {token}", at + [plain.at[day]] * 5, plain.tokens, plain.times, plain.words)


def _past(told: Skeleton) -> Skeleton:
    """With the verbs of a chronicle, which tells in the present, in the past."""
    for found in reversed(list(_VERB.finditer(told.text))):
        past = data.PRESENT.get(found[0])
        if past is not None:
            start, end = found.span()
            at = told.at[:start] + [told.at[start]] * len(past) + told.at[end:]
            text = told.text[:start] + past + told.text[end:]
            told = Skeleton(text, at, told.tokens, told.times, told.words)
    return told


def _masked(text: str, sentence: Span, times: Sequence[Time], low: frozenset[str]) -> Skeleton | None:
    """The sentence with its dates, and then its names, as one character each; None without a name."""
    made: list[str] = []
    at: list[int] = []
    tokens: dict[str, Span] = {}
    last = sentence.start
    for number, time in enumerate(times[:_MOST]):
        if time.span.start < last or time.span.end > sentence.end:
            continue
        token = chr(DATES + number)
        tokens[token] = time.span
        made += text[last : time.span.start], token
        at += [*range(last, time.span.start), time.span.start]
        last = time.span.end
    made.append(text[last : sentence.end])
    at += range(last, sentence.end)
    dated = "".join(made)
    for wide in reversed(list(_WIDE.finditer(dated))):
        dated = dated[: wide.start()] + dated[wide.end() :]
        del at[wide.start() : wide.end()]
    dated = re.sub(r"\s", " ", dated)
    made, kept, last = [], [], 0
    for number, found in enumerate(_NAME.finditer(dated)):
        start, end = _named(found), found.end()
        if start >= 0 and number < _MOST:
            token = chr(NAMES + number)
            start, end = _kind(dated, max(last, start - _LONG), start, end)
            tokens[token] = Span(at[start], at[end - 1] + 1)
            made += dated[last:start], token
            kept += [*at[last:start], at[start]]
            last = end
    made.append(dated[last:])
    if len(tokens) < 2:
        return None
    return Skeleton("".join(made), kept + at[last:], tokens, tuple(times), low)


def _kind(dated: str, low: int, start: int, end: int) -> tuple[int, int]:
    """A name with the common noun that belongs to it: where both begin and end."""
    after = _AFTER.match(dated, end)
    if after is not None:
        return start, after.end()
    ahead = _AHEAD.search(dated[:start], low)
    return (ahead.start("kind") if ahead else start), end


def _named(found: re.Match[str]) -> int:
    """Where a name begins without the words that only open a sentence, or -1."""
    start, end = found.span()
    for part in re.finditer(r"\S+", found[0]):
        low = part[0].casefold()
        if low in data.NOT_FIRST:
            continue
        return start + part.start()
    return -1 if start < end else start
