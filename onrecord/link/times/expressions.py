"""Expressions are found from left to right and never overlap; what may be something else is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from onrecord.link.times import guards
from onrecord.model import Span

LANGUAGES = ("en",)

_PLACEHOLDER = re.compile(r"(?<!\?P)<([a-z]+)(\d?)>")
_WORD = re.compile(r"[\w’'][\w’'.:-]*")
_SPACES = re.compile(r" (\?)?")
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char not in " \n")
_LINE_END = re.compile(r"\n(?<!\n\n)(?! *\n)")
_REACH = 90  # how far before its trigger an expression can begin, in code points
_LONGEST = 160  # no expression is longer, in code points, but for white space
_BETWEEN = re.compile(r"[\s,(-]{1,10}")


class Found(NamedTuple):
    """An expression as it is printed.

    Attributes:
        span: the expression.
        form: the name of its form in the language's data.
        parts: the values of its fragments, lower-case, by name; those that are absent are left out.
    """

    span: Span
    form: str
    parts: dict[str, str]


class Form:
    """A form of the language; its pattern is compiled when it is first tried, as many never are."""

    def __init__(self, data: ModuleType, name: str, source: str) -> None:
        self._data, self._source, self.name = data, source, name
        self._hints: tuple[str, ...] = data.HINTS.get(name, ())

    def may_fit(self, near: str) -> bool:
        """Whether the words near a place have letters that the form cannot be without."""
        for hint in self._hints:
            if hint in near:
                return True
        return not self._hints

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Fits its expressions in a level text."""
        return _compiled(self._data, self._source)

    @cached_property
    def skips(self) -> bool:
        """Whether it begins with words that are no part of the expression."""
        return "skip" in self.pattern.groupindex


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's forms.

    Attributes:
        data: the language's data.
        trigger: finds the words that show where an expression may stand; the group's name is their class.
        forms: by class of the trigger.
    """

    data: ModuleType
    trigger: re.Pattern[str]
    forms: dict[str, tuple[Form, ...]]


@cache
def grammar(language: str | None) -> Grammar | None:
    """The forms of a language (None: it is not known, English is tried), or None where there are none."""
    language = language or "en"
    if language not in LANGUAGES:
        return None
    data = _data(language)
    forms = [(Form(data, name, pattern), classes) for name, classes, pattern in data.FORMS]
    classes = "".join(name for name, _ in data.TRIGGERS)
    trigger = "|".join(f"(?P<{name}>{pattern})" for name, pattern in data.TRIGGERS)
    return Grammar(
        data,
        re.compile(rf"(?<!\w)(?={_beginnings(data)})(?<![$£€#@/])(?<!\d[.,])(?:{_spaced(trigger)})"),
        {name: tuple(form for form, of in forms if name in of) for name in classes},
    )


def _data(language: str) -> ModuleType:
    """All data of a language: its expressions, what is refused, and the tense of clauses."""
    data = ModuleType(language)
    for part in ("", "_refused", "_tense"):
        data.__dict__.update(vars(import_module(f"onrecord.link.times.languages.{language}{part}")))
    return data


def _beginnings(data: ModuleType) -> str:
    """Fits the first letters of every trigger: what most words are passed over by."""
    seconds: dict[str, set[str]] = {}
    for word in data.TRIGGER_WORDS:
        seconds.setdefault(word[0], set()).add(word[1:3].rstrip(".' "))
    letters = (f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(seconds.items()))
    return "|".join([r"['’‘`\d]", *letters])


def _compiled(data: ModuleType, pattern: str) -> re.Pattern[str]:
    def fragment(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}{match[2]}>{data.FRAGMENTS[match[1]]})"

    return re.compile(_spaced(_PLACEHOLDER.sub(fragment, pattern)))


def _spaced(pattern: str) -> str:
    """A pattern in which every space stands for any white space within a paragraph of a level text."""
    pattern = pattern.replace("[ -]", "(?: |-)")
    return _SPACES.sub(lambda space: "(?: {1,13})?" if space[1] else " {1,13}", pattern)


def level(text: str) -> str:
    """The text in lower case, of the same length, with spaces for all white space within paragraphs."""
    low = lowered(text)
    for blank in _BLANKS:
        low = low.replace(blank, " ")
    return _LINE_END.sub(" ", low)


def lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


@lru_cache(1)  # a text without a date is read twice: for when it was written, and then in that light
def found(text: str, language: str | None) -> tuple[Found, ...]:
    """The time expressions of a text, in order; none where the language has no forms."""
    rules = grammar(language)
    return tuple(_found(rules, text)) if rules else ()


def _found(rules: Grammar, text: str) -> Iterator[Found]:
    low = level(text)
    done = 0
    for trigger in rules.trigger.finditer(low):
        if trigger.start() < done:
            continue
        kind = trigger.lastgroup or ""
        match = _at(rules, text, low, trigger, kind, done)
        if match is not None:
            done = match.span.end
            yield match


def _at(rules: Grammar, text: str, low: str, trigger: re.Match[str], kind: str, done: int) -> Found | None:
    """The expression around a trigger: the one that begins first, of the first form that fits."""
    for start in _starts(rules.data, low, trigger.start(), done):
        near = low[start : start + _LONGEST]
        for form in rules.forms[kind]:
            if not form.may_fit(near):
                continue
            match = form.pattern.match(low, start)
            if match is None or match.end() < trigger.end() - 1:
                continue
            span = Span(match.end("skip") if form.skips and match["skip"] else start, match.end())
            if guards.time(rules.data, form.name, match, text, low):
                return Found(span, form.name, _parts(match))
    return None


def _parts(match: re.Match[str]) -> dict[str, str]:
    """The values of a match by name; the second of a name stands for the first where that is absent."""
    parts: dict[str, str] = {}
    for name, value in match.groupdict().items():
        if value is not None and name != "skip":
            base = name.rstrip("2")
            parts[name if base in parts else base] = " ".join(value.replace("’", "'").split())
    return parts


def _starts(data: ModuleType, low: str, trigger: int, done: int) -> list[int]:
    """Where an expression around a trigger may begin, the earliest first."""
    floor = max(done, trigger - _REACH)
    starts = [trigger]
    for word in reversed(list(_WORD.finditer(low, floor, trigger))):
        joined = word.end() == starts[-1] or _BETWEEN.fullmatch(low, word.end(), starts[-1])
        if not joined or not _opens(data, word[0]):
            break
        starts.append(word.start())
    return starts[::-1]


def _opens(data: ModuleType, word: str) -> bool:
    """Whether an expression may go on to the left over a word; of a compound every part must be able to."""
    word = word.rstrip(".,-")
    if word in data.OPENERS or word[:1].isdigit():
        return True
    return "-" in word and all(part in data.OPENERS or part.isdigit() for part in word.split("-"))
