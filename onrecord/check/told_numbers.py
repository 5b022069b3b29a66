"""Two printed numbers differ only where no rounding and no "about" can make them one."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.check.languages import en_wording as words
from onrecord.model import Span

_NEAR = 48  # code points beside a changed number in which the rest of it can stand
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_JOINED = re.compile(r"[\s\u00a0-]*")
_BEFORE = {
    sign: re.compile(rf"\b(?:{phrases})\s+[$€£¥]?$", re.IGNORECASE)
    for sign, phrases in (("~", words.ABOUT), (">", words.MORE), ("<", words.LESS))
}
_UNITS = {word: float(value) for value, word in enumerate(words.UNITS.split())}
_UNITS |= {word: 10.0 * value for value, word in enumerate(words.TENS.split(), 2)}
_AND = "and"
_ABOUT, _MORE = 1.1, 1.5  # times as much: still "about" it, still more than it
_ROUNDED = 0.1  # of a number: no coarser step is a rounding


class Number(NamedTuple):
    """A number as it is printed: its place with what limits it, its value, its last step, and the limit."""

    span: Span
    value: float
    step: float
    limit: str


def number(text: str, where: Span, bounds: Span) -> Number | None:
    """The number of which `where` is a part, or None; only words within `bounds` are looked at."""
    low, high = max(bounds.start, where.start - _NEAR), min(bounds.end, where.end + _NEAR)
    tokens = [match for match in _TOKEN.finditer(text, low, high) if match.start() >= low]
    inside = [n for n, token in enumerate(tokens) if token.start() < where.end and token.end() > where.start]
    inside = [n for n in inside if _numeric(tokens[n].group())]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while first > 0 and _follows(text, tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _follows(text, tokens[last], tokens[last + 1]):
        last += 1
    found = _value([token.group() for token in tokens[first : last + 1]])
    if found is None:
        return None
    start, limit = tokens[first].start(), ""
    for sign, pattern in _BEFORE.items():
        match = pattern.search(text[low:start])
        if match:
            start, limit = low + match.start(), sign
            break
    return Number(Span(start, tokens[last].end()), *found, limit)


def one_value(one: Number, other: Number, quoted: bool = False) -> bool:
    """Whether two printed numbers can be one; what is `quoted` on both sides is not rounded."""
    a, b = sorted((one, other), key=lambda number: number.value)
    if a.value == b.value:
        return True
    if a.value <= 0:
        return False
    ratio = b.value / a.value
    step = max(a.step, b.step)
    if not quoted and a.step != b.step and step <= _ROUNDED * b.value and b.value - a.value <= step * 0.5001:
        return True
    if a.limit == b.limit:
        return False
    if "~" in (a.limit, b.limit) and ratio <= _ABOUT:
        return True
    return ratio <= _MORE and (a.limit == ">" or b.limit == "<")


def _numeric(token: str) -> bool:
    lower = token.lower()
    return token[0].isdecimal() or lower in _UNITS or (lower in words.MAGNITUDES and len(lower) > 1)


def _follows(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two tokens are parts of one number: "twenty-three", "1.2 million", "5m"."""
    gap = text[one.end() : other.start()]
    digits = one.group()[0].isdecimal(), other.group()[0].isdigit()
    if not _JOINED.fullmatch(gap) or digits[1]:
        return False
    if not _numeric(one.group()):
        return False
    lower = other.group().lower()
    return lower in words.MAGNITUDES if digits[0] else _numeric(lower)


def _value(tokens: list[str]) -> tuple[float, float] | None:
    """Value and last step of a number's words."""
    total, current, step = 0.0, 0.0, 1.0
    for token in tokens:
        lower = token.lower()
        if token[0].isdecimal():
            if len(token) > 30:
                return None
            plain = token.replace(",", "")
            if plain.count(".") > 1:
                return None
            current = float(plain)
            _, point, decimals = plain.partition(".")
            step = 10.0 ** -len(decimals) if point else 10.0 ** (len(plain) - len(plain.rstrip("0")))
        elif lower in _UNITS:
            current += _UNITS[lower]
        elif lower in words.MAGNITUDES:
            size = words.MAGNITUDES[lower]
            current = (current or 1.0) * size
            step *= size
            if size >= 1000:
                total, current = total + current, 0.0
    value = total + current
    return value, min(step, max(value, 1.0))
