"""Time that is said to have passed between two dates is tied only where both stand in its own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.check.distances import Distance
from onrecord.check.languages import en_elapsed as words
from onrecord.check.languages import en_passed as passing
from onrecord.check.printed import Body
from onrecord.check.ties import Dated, Tie
from onrecord.model import Span

_HINT = re.compile("|".join(passing.PASSED_HINTS))
_FORMS = [re.compile(form, re.I) for form in (passing.BETWEEN_FIRST, passing.COUNT_FIRST, passing.UNTIL)]
_LONGEST = 500  # code points of a sentence that is read


def passed(text: str, body: Body, dated: Sequence[Dated]) -> Iterator[Tie]:
    """ "Between 5 May and 5 November 2011, six months passed"; "two weeks passed before it fell on 9 May"."""
    done = 0
    for hint in _HINT.finditer(text):
        if hint.start() < done or body.passage(hint.start()) is None:
            continue
        sentence = body.sentence(Span(*hint.span()))
        done = sentence.end
        inside = [date for date in dated if sentence.start <= date.span.start < sentence.end]
        if 2 <= len(inside) <= 4 and sentence.end - sentence.start < _LONGEST:
            tie = _tie(text, sentence, inside)
            if tie:
                yield tie


def _tie(text: str, sentence: Span, inside: Sequence[Dated]) -> Tie | None:
    masked, places = _masked(text, sentence, inside)
    for form in _FORMS:
        match = form.search(masked)
        if match is None:
            continue
        before = masked.count("\0", 0, match.start("one")) if form is not _FORMS[2] else None
        first = before if before is not None else masked.count("\0", 0, match.start("one")) - 1
        second = masked.count("\0", 0, match.end("two"))
        number = words.NUMBERS.get(match["n"].lower()) or int(match["n"])
        if not number or first < 0 or second >= len(inside):
            return None
        span = Span(places[match.start("n")], places[match.end("unit") - 1] + 1)
        distance = Distance(span, number, match["unit"].lower(), rough=bool(match["rough"]))
        return Tie(distance, inside[first], inside[second], True)
    return None


def _masked(text: str, sentence: Span, inside: Sequence[Dated]) -> tuple[str, list[int]]:
    """A sentence with a zero for each date, and where each of its letters stands in the text."""
    kept: list[str] = []
    places: list[int] = []
    at = sentence.start
    for date in inside:
        kept += [" " if char == "\0" else char for char in text[at : date.span.start]]
        places += range(at, date.span.start)
        kept.append("\0")
        places.append(date.span.start)
        at = date.span.end
    kept += [" " if char == "\0" else char for char in text[at : sentence.end]]
    places += range(at, sentence.end)
    return "".join(kept), places
