"""What a number counts begins right behind it and ends at its plural, before a verb or a preposition."""

from __future__ import annotations

import re
from types import ModuleType

from onrecord.model import Span

_WORD = re.compile(r"(?:\s{1,20}|-)((?:[a-z]\.){2,4}|[^\W\d_]+(?:[’'-][^\W\d_]+)*(?:[’']s|s[’'](?=\s))?)")
_LONGEST = 7  # words of a noun phrase


def noun_after(text: str, low: str, at: int, data: ModuleType, count: int) -> Span | None:
    """The nouns that a number counts, with the words before them ("former federative republics").

    Args:
        at: where the number ends.
        count: 1 where one thing is meant ("the ninth round"), else 2: the noun is then a plural.

    Returns:
        A span of `text`, or None.
    """
    words = _phrase(low, at, data, count)
    if not words:
        return None
    last = len(words) - 1
    if count > 1:
        plurals = [place for place, word in enumerate(words) if plural(word[1], data)]
        if plurals:
            last = plurals[0]
            while last + 1 < len(words) and last + 1 in plurals:
                last += 1
        else:
            last = min(last, 2)
    else:
        last = min(last, 2)
        while last > 0 and words[last][1].endswith("ed"):
            last -= 1
    end = words[last].end(1)
    if count > 1 and plural(words[last][1], data):
        more = data.NOUN_AND.match(low, end)
        if more and plural(more[1], data) and more[1] not in data.STOPS:
            end = more.end()
    return Span(words[0].start(1), end)


def of_noun(text: str, low: str, at: int, data: ModuleType) -> Span | None:
    """What an amount of money, a share or a measure is of: "in aid", "of voters"."""
    match = data.LINKS_TO_NOUN.match(low, at)
    if match:
        return noun_after(text, low, match.end() - 1, data, 2)
    return None


def plural(word: str, data: ModuleType) -> bool:
    """Whether a word in lower case looks like a plural."""
    if word in data.PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and not word.endswith(data.SINGULAR_S) and word[-2] not in "'’"


def _phrase(low: str, at: int, data: ModuleType, count: int) -> list[re.Match[str]]:
    """The words behind a number up to what cannot belong to its noun phrase."""
    words: list[re.Match[str]] = []
    while len(words) < _LONGEST and (match := _WORD.match(low, at)):
        gap = low[at : match.start(1)]
        if "\n\n" in gap or (gap.startswith("-") and not words and match[1] in data.STOPS):
            break
        word = match[1]
        if word in data.STOPS and not (word in data.MODIFIERS_KEPT and _goes_on(low, match.end(), data)):
            break
        if words and plural(words[-1][1], data) and not plural(word, data):
            break
        if word == "and" and not (count > 1 and words and _goes_on(low, match.end(), data)):
            break
        words.append(match)
        at = match.end()
    return words


def _goes_on(low: str, at: int, data: ModuleType) -> bool:
    """Whether a plural follows, at once or after a word: "wounded soldiers", "and NATO troops"."""
    for _ in range(2):
        match = _WORD.match(low, at)
        if not match or match[1] in data.STOPS:
            return False
        if plural(match[1], data):
            return True
        at = match.end()
    return False
