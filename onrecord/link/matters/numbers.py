"""A number is read once, from its first digit or word to its last, with the step in which it is printed."""

from __future__ import annotations

import re
from types import ModuleType
from typing import NamedTuple

_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?"  # 1,200
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)"  # 1 200
    r"|\d{1,15}(?:\.\d{1,6})?(?!\d)"
)
_WORD = re.compile(r"[a-z]+")
_SURE = 1000.0  # below it, zeros at the end are printed because they are meant


class Number(NamedTuple):
    """A number as printed.

    Attributes:
        end: where it ends, in code points of the text.
        value: multiplied out.
        step: the worth of its last printed digit ("5.3 billion": 1e8); 0 where it is exact.
        scale: what its magnitude word multiplies with, or 1.
        spelled: whether it is printed in words.
    """

    end: int
    value: float
    step: float
    scale: float = 1.0
    spelled: bool = False


def number(low: str, at: int, data: ModuleType) -> Number | None:
    """The number that begins at a place of a text in lower case, or None where it makes no sense."""
    return _printed(low, at, data) if low[at].isdigit() else _spelled(low, at, data)


def _printed(low: str, at: int, data: ModuleType) -> Number | None:
    match = _DIGITS.match(low, at)
    if not match or not all(c.isascii() or c.isspace() for c in match[0]):
        return None
    digits = re.sub(r"[^\d.]", "", match[0])
    whole, _, decimals = digits.partition(".")
    if len(whole) > 1 and whole[0] == "0":
        return None
    value, end = float(digits), match.end()
    if len(decimals) == 3 and len(whole) <= 3 and not data.SCALED.match(low, match.end()):
        return None  # "1.200" may be a thousand
    step = 10.0 ** -len(decimals) if decimals else _zeros(whole)
    half = low[end : end + 1] == "½"
    value, end = value + 0.5 * half, end + half
    scale = 1.0
    while (found := data.SCALE.match(low, end)) and scale < 1e12:
        scale *= data.MAGNITUDES[found[1] or found[2]]
        end = found.end()
    if scale >= 1000.0:
        step = 10.0 ** -len(decimals) if decimals else max(_zeros(whole), 1.0)
    return Number(end, value * scale, step * scale, scale)


def _zeros(whole: str) -> float:
    """The worth of the last digit of a whole number that is not zero, where it may have been rounded."""
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0**zeros if zeros >= 2 and float(whole) >= _SURE else 0.0


def _spelled(low: str, at: int, data: ModuleType) -> Number | None:
    match = data.SPELLED.match(low, at)
    if not match:
        return None
    total = group = 0.0
    scale, end, seen, factor = 1.0, at, False, 1.0
    words = list(_WORD.finditer(low, at, match.end()))
    for place, word in enumerate(words):
        follows = words[place + 1][0] if place + 1 < len(words) else ""
        gap = low[end : word.start()] if seen else ""
        step = _next(word[0], follows, group, total, seen, data)
        if step is None or ("\n\n" in gap):
            break
        kind, worth = step
        if kind == "skip":
            continue
        if kind == "factor":
            factor = worth
            continue
        if kind == "times":
            if worth <= 100:
                group = max(group, 1.0) * worth
            else:
                scale = worth
                total, group = total + max(group, 1.0) * worth, 0.0
        elif kind == "part":
            if scale > 1 and not group:
                total += worth * scale
            else:
                group += worth
        else:
            group += worth
        seen, end = True, word.end()
    if not seen:
        return None
    value = (total + group) * factor
    step_size = _spelled_step(value, scale)
    return Number(end, value, step_size, scale, True)


def _spelled_step(value: float, scale: float) -> float:
    """Words round like digits, but only from a thousand on."""
    if scale < 1000.0:
        return 0.0
    step = scale
    while step > 1 and abs(value / step - round(value / step)) > 1e-6:
        step /= 10
    return step


def _next(
    word: str, follows: str, group: float, total: float, seen: bool, data: ModuleType
) -> tuple[str, float] | None:
    """What a further word adds to a spelled number, or None where it belongs to something else."""
    if word in ("a", "an", "and"):
        begins = word == "and" or not seen or follows in ("half", "quarter")
        return ("skip", 0.0) if begins and follows else None
    if word in ("half", "quarter"):
        if not seen:
            return (
                ("factor", 0.5)
                if word == "half" and (follows in data.MAGNITUDES or follows in "an")
                else None
            )
        return ("part", 0.5 if word == "half" else 0.25)
    if word in data.MAGNITUDES:
        worth = float(data.MAGNITUDES[word])
        fits = not seen or group > 0 or (total > 0 and worth > 1000)
        return ("times", worth) if fits and not (total and worth >= 1000 and not group) else None
    if word in data.TENS:
        return ("add", float(data.TENS[word])) if group % 100 == 0 and (not seen or group or total) else None
    worth = float(data.UNITS[word])
    room = group % 100 == 0 if worth >= 10 else group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20)
    return ("add", worth) if room else None
