"""A quantity of one thing in one period has one value, rounding understood; others are shown beside it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from types import ModuleType
from typing import NamedTuple

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.figure_clauses import (
    LANGUAGES,
    Sentence,
    lexicon,
    near,
    outcome,
    role,
    sentences,
    things,
)
from onrecord.check.figure_likeness import (
    Figure,
    apart,
    lasting,
    named,
    narrowed,
    same_thing,
    substituted,
    template,
    unpacked,
)
from onrecord.check.figure_quantity import same_quantity
from onrecord.model import Amount, Claim, Finding, Matter, Shown, Span, Voice, finding

_KEYS = 2  # of a figure: under the rarest words of its sentence
_LEAST_WORDS = 2
_LEAST_BITS = 16.0
_MOST = 48  # figures that are compared, each with each
_TABLE = 5  # more figures in one sentence are a table or a list
_SERIES = 3  # a figure that differs from so many is one of a series
_SHOWN = 240  # code points of a passage to show
_CLOSE = 3  # days within which two texts tell of one state of things
_RETOLD = 0.9  # how alike sentences are that differ in little but the figure
_MANY, _FEWER = 8, 6  # shared words that need no name, and where little else differs
_FAR_SURE = 0.75  # how alike sentences of two days must be
_KINDS = frozenset(("count", "share", "money", "measure", "duration"))
_NAMED = frozenset(("count", "duration"))  # kinds that are of one thing only where the noun is the same


class Read(NamedTuple):
    """A claim with its figure."""

    claim: Claim
    figure: Figure


def claims(matter: Matter) -> Iterator[Claim]:
    """The figures of a document, each under its unit, its noun and one rare word of its sentence."""
    data = LANGUAGES.get(matter.document.language)
    amounts = [
        amount
        for amount in matter.amounts
        if amount.kind in _KINDS and amount.value > 0 and amount.value != 1
    ]
    if data is None or not amounts:
        return
    body = printed.Body(matter)
    stated = _statements(matter)
    by_sentence: dict[Span, list[Amount]] = defaultdict(list)
    span = Span(0, 0)
    for amount in amounts:
        if amount.span.end > span.end:  # a sentence may begin with its number
            span = body.sentence(Span(amount.span.start + 1, amount.span.end))
        by_sentence[span].append(amount)
    kept = [span for span, together in by_sentence.items() if len(together) <= _TABLE]
    for found in sentences(matter, kept, data):
        together = by_sentence[found.span]
        if found.table or len(found.tokens) < _LEAST_WORDS:
            continue
        for amount in together:
            yield from _claims(matter, amount, found, together, stated, data)


def _claims(
    matter: Matter,
    amount: Amount,
    found: Sentence,
    together: Sequence[Amount],
    stated: Sequence[tuple[Span, str]],
    data: ModuleType,
) -> Iterator[Claim]:
    """One claim for each key of an amount."""
    text = matter.document.text
    if _vague(text, amount, found, data):
        return
    head, modifiers = _noun(text, amount, data)
    done = outcome(found, amount.span, data)
    if amount.kind == "count" and (not head or head in data.OUTCOME_NOUNS):
        done = data.OUTCOME_NOUNS.get(head, done)
        head = "people" if done else head
    noun = {head, *modifiers} if amount.kind in _NAMED else set(modifiers)
    if len(together) > 1:  # of several outcomes each number has its own
        noun |= data.OUTCOMES - {done}
    inside = amount.span
    words = {
        t.form: t.bits
        for t in found.tokens
        if t.form not in noun and not inside.start <= found.starts[t.place] < inside.end
    }
    if len(words) < _LEAST_WORDS or sum(words.values()) < _LEAST_BITS:
        return
    low, high = narrowed(amount.value, amount.low, amount.high)
    others = sorted({
        other.value for other in together
        if other is not amount and (_alike(other, amount) or (other.kind == "count" and not other.noun))
    })  # fmt: skip
    end = amount.noun.end if amount.noun and amount.noun.start - amount.span.end < 12 else amount.span.end
    figure = Figure(
        amount.value, low, high, printed.words(text, Span(amount.span.start, end)),
        (found.span.start, found.span.end), words,
        frozenset(t.form for t in found.tokens if t.name and t.form in words),
        frozenset(near(found, amount.span) & words.keys()), tuple(modifiers), found.times,
        tuple(others), found.signs, head, done, role(text, amount.span, data), tuple(sorted(things(found))),
    )  # fmt: skip
    of = head if amount.kind in _NAMED else ""
    carrying = data.CARRYING | data.MOVING
    rarest = sorted(words, key=lambda word: (word in carrying, word not in figure.names, -words[word], word))[
        :_KEYS
    ]
    value, day = figure.packed(), matter.published.earliest[:10] if matter.published else ""
    statement = _statement(stated, amount.span)
    for word in rarest:
        yield Claim(
            f"{amount.kind}|{amount.unit}|{of}|{word}"[:200], _shown(found.span, amount.span, text), value,
            matter.document.id, day, matter.outlet, matter.report, statement,
            matter.voices.get(statement, Voice("")),
        )  # fmt: skip


def _vague(text: str, amount: Amount, found: Sentence, data: ModuleType) -> bool:
    """Whether nobody can say what is counted ("27 rotary or fixed wing"), or when ("the past few weeks")."""
    if data.EITHER.match(text, amount.span.end):
        return True
    return data.SOME_TIME.search(text, found.span.start, found.span.end) is not None


def _alike(a: Amount, b: Amount) -> bool:
    return a.kind == b.kind and a.unit == b.unit


def _noun(text: str, amount: Amount, data: ModuleType) -> tuple[str, list[str]]:
    """The noun that a number counts, as it is compared, and the words before it."""
    if amount.noun is None:
        return "", []
    form = lexicon(data).form
    words = amount.noun.of(text).replace("-", " ").split()
    if amount.kind != "count":  # "tons of oil leaked", "percent in the first quarter"
        while len(words) > 1 and words[-1].endswith("ed"):
            words.pop()
        if words[-1].lower() in data.PERIODS:
            return "", []
        if words[-2:] == ["domestic", "product"]:
            return "gdp", []
    head, before = form(words[-1].lower()), [word for word in words[:-1] if word.lower() not in data.EMPTY]
    return head, [form(word.lower()) for word in before]


def _statements(matter: Matter) -> list[tuple[Span, str]]:
    return sorted((span, one.id) for one in matter.statements for span in one.content)


def _statement(stated: Sequence[tuple[Span, str]], span: Span) -> str:
    """The id of the statement in which a span stands; of several the one that begins last."""
    place = bisect_right(stated, (Span(span.start, 1 << 62), ""))
    for inner, id in reversed(stated[max(0, place - 4) : place]):
        if span.end <= inner.end:
            return id
    return ""


def _shown(span: Span, amount: Span, text: str) -> Span:
    """The part of a sentence to show: all of it, or the words around the number."""
    start, end = span
    if end - start > _SHOWN:
        start = max(start, amount.start - _SHOWN // 2)
        end = min(end, amount.end + _SHOWN // 2)
        while start > span.start and start < amount.start and text[start - 1].isalnum():
            start += 1
        while end < span.end and end > amount.end and text[end].isalnum():
            end -= 1
    while start < amount.start and text[start].isspace():
        start += 1
    while end > amount.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def across(claimed: Sequence[Claim]) -> Iterator[Finding]:
    """Figures of one thing that cannot be one: the most alike of each two values."""
    if len(claimed) < 2:
        return
    best: dict[tuple[float, ...], tuple[float, Read, Read]] = {}
    unlike: dict[tuple[str, float], set[float]] = defaultdict(set)
    for a, b in _pairs(_read(claimed)):
        if not (sure := _sure(a, b)):
            continue
        low, high = sorted((a.figure.value, b.figure.value))
        if (low, high) not in best or sure > best[low, high][0]:
            best[low, high] = (sure, a, b)
        for one, other in ((a, b), (b, a)):
            unlike[one.claim.document, one.figure.value].add(other.figure.value)
    for sure, a, b in best.values():
        if all(len(unlike[one.claim.document, one.figure.value]) < _SERIES for one in (a, b)):
            yield _finding(sure, a, b)


def _read(claimed: Sequence[Claim]) -> list[Read]:
    """The figures of the claims; of documents that are copies the first only, and each sentence once."""
    first: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    read = []
    for claim in claimed:
        if claim.report and first.setdefault(claim.report, claim.document) != claim.document:
            continue
        if (claim.document, claim.value) not in told:
            told.add((claim.document, claim.value))
            read.append(Read(claim, unpacked(claim.value)))
    return read


def _pairs(read: Sequence[Read]) -> Iterator[tuple[Read, Read]]:
    """Figures to compare: of one document, of one day, and of any two where nothing grows."""
    groups: dict[tuple[str, ...], list[Read]] = defaultdict(list)
    for one in read:
        groups["document", one.claim.document].append(one)
        if one.claim.day:
            groups["day", one.claim.day].append(one)
            groups["day", _before(one.claim.day)].append(one)  # which may have told of it too
        if not (one.figure.signs.growing and one.claim.day):
            groups["lasting",].append(one)
    met: set[frozenset[int]] = set()
    for group in groups.values():
        for part in _parts(group):
            for a, b in combinations(part, 2):
                if apart(a.figure, b.figure) and (pair := frozenset((id(a), id(b)))) not in met:
                    met.add(pair)
                    yield a, b


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day > "0001-01-01" else day


def _parts(group: list[Read]) -> Iterator[list[Read]]:
    """A group as it is, or by their values in parts that are small enough to compare each with each."""
    if len(group) <= _MOST:
        yield group
        return
    several: dict[tuple[object, ...], Read] = {}
    for one in group:  # one of those that say the same
        several.setdefault((one.figure.low, one.figure.high, *sorted(one.figure.words)), one)
    by_words: dict[tuple[str, ...], list[Read]] = defaultdict(list)
    for one in several.values():
        words = sorted(one.figure.words, key=lambda word: (-one.figure.words[word], word))[:4]
        for two in combinations(sorted(words), 2):
            by_words[two].append(one)
    for part in by_words.values():
        part.sort(key=lambda one: one.figure.value)
        for start in range(0, len(part), _MOST // 2):
            yield part[start : start + _MOST]


def _sure(a: Read, b: Read) -> float:
    """How sure it is that two figures are of one thing at one time; 0 where it is not."""
    days = _days(a.claim.day, b.claim.day)
    return _retold(a, b, days) or _paraphrased(a, b, days)


def _retold(a: Read, b: Read, days: int) -> float:
    """How sure it is where one sentence is the other in nearly the same words."""
    one, other = a.figure, b.figure
    sure = same_thing(one, other, LANGUAGES[None])
    if not sure or not named(one, other, _MANY if days or sure < _RETOLD else _FEWER):
        return 0.0
    form = template(one, other)
    growing = one.signs.growing or other.signs.growing
    pointing = one.signs.pointing or other.signs.pointing
    if a.claim.document == b.claim.document:
        loose = any(side.signs.unreal or side.signs.listed for side in (one, other))
        unlike = pointing or loose or one.times != other.times or substituted(one, other)
        return 0.0 if unlike or _overlap(one, other) else sure
    if a.claim.outlet == b.claim.outlet and (
        (form and (pointing or days != 0)) or (growing and one.names != other.names)
    ):
        return 0.0
    if days == 0 or (days <= _CLOSE and not growing):
        return sure
    return sure if sure >= _FAR_SURE and lasting(one, other) else 0.0


def _paraphrased(a: Read, b: Read, days: int) -> float:
    """How sure it is that two sentences of other words give one quantity; 0 where they do not."""
    one, other = a.figure, b.figure
    within = a.claim.document == b.claim.document
    if within and (one.times != other.times or _overlap(one, other)):
        return 0.0
    if not within and a.claim.outlet and a.claim.outlet == b.claim.outlet and days:
        return 0.0
    growing = one.signs.growing or other.signs.growing
    unknown = not (a.claim.outlet and b.claim.outlet)
    if growing and days and unknown and not within and not set(one.things) & set(other.things):
        return 0.0  # one speaker's count of two days
    if a.claim.outlet == b.claim.outlet and days and template(one, other):
        return 0.0  # a form filled in twice
    if not within and not (a.claim.day or b.claim.day) and not (one.times or one.outcome):
        return 0.0  # of whichever days
    alike = within or (a.claim.outlet == b.claim.outlet != "")
    return same_quantity(one, other, 0 if within else days, alike, LANGUAGES[None])


def _overlap(a: Figure, b: Figure) -> bool:
    return a.sentence[0] < b.sentence[1] and b.sentence[0] < a.sentence[1]


def _days(one: str, other: str) -> int:
    """The days between two claims; of two without a day, few; of one without, many."""
    if not (one and other):
        return _CLOSE if one == other else _CLOSE + 1
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _finding(sure: float, a: Read, b: Read) -> Finding:
    where = "This text gives" if a.claim.document == b.claim.document else "Two texts give"
    message = (
        f"{where} different figures for what reads as the same thing: {_quoted(a, b)} and {_quoted(b, a)}."
    )
    shared = [word for word in a.figure.words if word in b.figure.words]
    explanation = (
        f"“{a.figure.printed}” can mean {_span(a.figure)}, “{b.figure.printed}” {_span(b.figure)}. "
        f"Both sentences have: {', '.join(shared)}."
    )
    return finding(
        "figures",
        message,
        [Shown(one.claim.document, one.claim.span) for one in (a, b)],
        explanation,
        score=round(min(0.95, 0.6 + 0.35 * sure), 2),
        statements=[a.claim.statement, b.claim.statement],
    )


def _quoted(one: Read, other: Read) -> str:
    words = f"“{one.figure.printed}”"
    if one.claim.document == other.claim.document:
        return words
    told = [one.claim.outlet] if one.claim.outlet != other.claim.outlet and one.claim.outlet else []
    if one.claim.day and one.claim.day != other.claim.day:
        told.append(printed.day(date.fromisoformat(one.claim.day)))
    return f"{words} ({', '.join(told)})" if told else words


def _span(figure: Figure) -> str:
    if math.isinf(figure.high):
        return f"{_plain(figure.low)} or more"
    if figure.low == figure.high:
        return _plain(figure.low)
    return f"{_plain(figure.low)} to {_plain(figure.high)}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


CHECKS: tuple[Check, ...] = (
    Check(
        name="figures",
        about="the same quantity of the same thing and time, given differently",
        claims=claims,
        across=across,
    ),
)
