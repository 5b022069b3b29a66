"""Spellings of one country are one name; titles and articles make no difference to whose a name is."""

from __future__ import annotations

import re
from functools import cache

from onrecord.check.languages import en_counts as en
from onrecord.text.words import normal

_TITLES = re.compile(en.TITLES)
_ARTICLE = re.compile(r"^(?:the|The)\s+")
_PARTING = re.compile(r"[\s.]+")


def compared(name: str) -> str:
    """A member's name as it is compared: without titles, articles and case; countries by one spelling."""
    plain = " ".join(name.replace("*", "").replace("_", "").split()).strip(" .,;:")
    plain = _ARTICLE.sub("", plain)
    whole = _words(plain)
    if whole in _countries():
        return _countries()[whole]
    words = _words(_TITLES.sub("", plain) or plain)
    return _countries().get(words, words)


def country(name: str) -> bool:
    """Whether a name is one of the countries that have several spellings."""
    return compared(name) in _countries()


def _words(name: str) -> str:
    return " ".join(normal(word) for word in _PARTING.split(name) if word)


@cache
def _countries() -> dict[str, str]:
    """Every spelling of a country -> what it is compared as."""
    return {_words(spelling): _words(spellings[0]) for spellings in en.COUNTRIES for spelling in spellings}
