"""Two numbers are equal when they mean the same, whatever they are written in."""

from __future__ import annotations

import re

from onrecord.trace.lexicon import Lexicon

_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th|s)?")
_LONGEST = 12  # words of one number


def numeric(word: str, lexicon: Lexicon) -> bool:
    """Whether a compared word counts something: digits, "million", "dozens"."""
    return word[:1].isdigit() or word in lexicon.magnitudes or lexicon.has(word, "COUNTS")


def number(words: list[str], lexicon: Lexicon) -> tuple[float, bool] | None:
    """What the words of one number mean, or None where they are no number.

    Args:
        words: compared forms, so that "three" is "3".

    Returns:
        The value, and whether it is an ordinal.
    """
    if not words or len(words) > _LONGEST:
        return None
    total, group = 0.0, 0.0
    seen = ordinal = False
    for place, word in enumerate(words):
        if word in ("a", "an", "and") and place < len(words) - 1 and seen == (word == "and"):
            continue
        magnitude = lexicon.magnitudes.get(word, 0)
        match = _DIGITS.fullmatch(word)
        if 0 < magnitude <= 100:
            group = max(group, 1.0) * magnitude
        elif magnitude:
            total, group = total + max(group, 1.0) * magnitude, 0.0
        elif match and len(match[1]) <= 15 and match[2] != "s" and _follows(group, value := float(match[1])):
            group, ordinal = group + value, bool(match[2])
        else:
            return None
        seen = True
    return (total + group, ordinal) if seen else None


def _follows(group: float, value: float) -> bool:
    """Whether a number goes on with this one: "two hundred" with "seven", "twenty" with "seven"."""
    if not group:
        return True
    return (group % 100 == 0 and value < 100) or (group % 10 == 0 and group % 100 >= 20 and value < 10)
