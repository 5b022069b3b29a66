"""A whole is a body by its printed name; its members are named beside it, and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.link.matters.languages import en_lists as en
from onrecord.link.matters.languages import en_members as members
from onrecord.model import Span

_TOKEN = re.compile(r"[^\s()]+|[()]")
_ACRONYM = re.compile(r"\(\s*[“\"]?[A-Z][\w&+-]{1,11}[”\"]?\s*\)\s*$")
_ROLES = rf"(?:{en.MEMBERS}|{en.SIGNATORIES}|{en.ATTENDING})"
_ROLE_LAST = re.compile(rf"\b{_ROLES}\s*$")
_ROLE_OF = re.compile(rf"\b(?P<role>(?i:{_ROLES}))\s+(?:of|to|in|at)\s+(?:the\s+)?$")
_BETWEEN = re.compile(r"(?:\s(?:which|that|who|currently|now|also|today|still|is|are|was|were))+\s*$")
_COPULA = re.compile(r"\s(?:are|were|include|is|as follows|now|currently|\s)+$")
_DEFINITE = re.compile(
    rf"(?:^|\b(?:[Tt]he|[Aa]ll|[Ii]ts|[Aa]ll the)\s(?:(?:{en.NUMBER})\s)?|[.:;,*_>(“—–]\s*|\n\s*\n\s*)$"
)
_APPOSITION = re.compile(r",\s[^,:;.]{3,160},\s*$")
_STARTERS = frozenset((*en.STARTERS, *members.ADVERBS))
_FARTHEST = 320  # code points from the name of a body to its members
_ARE = re.compile(
    r"\w+(?: states)?(?:\s(?:of|to) the\s[A-Z][^.;:,()–—]{1,80}?)?\s(?:are|include)\s+(?=the\s|[A-Z])"
)
VERB = re.compile(rf"(?:(?P<whole>{en.CONSISTS})|(?P<part>{en.INCLUDES}))\s+(?=the\s|[A-Z0-9]|{en.NUMBER})")


def verbs(text: str) -> Iterator[re.Match[str]]:
    """The verbs of having members, each before what may be a member."""
    for stem in (*en.STEMS, *en.MEMBERS_ARE):
        at = text.find(stem)
        while at >= 0:
            if found := (_ARE if stem in en.MEMBERS_ARE else VERB).match(text, at):
                yield found
            at = text.find(stem, at + 1)


class Whole(NamedTuple):
    """A body whose members are about to be listed; `sure` where the verb or noun says they are all."""

    span: Span
    sure: bool


def subject(text: str, start: int, verb: re.Match[str]) -> Whole | None:
    """The body before a verb of having members: "the Union, founded in 1990, comprises ..."."""
    if verb.re is _ARE:
        return before(text, start, verb.end(), False)
    body = named(text, start, verb.start())
    return Whole(body, verb["whole"] is not None) if body else None


def named(text: str, start: int, end: int) -> Span | None:
    """The body named right before `end`, or before what is said of it between commas."""
    start = max(start, end - _FARTHEST)
    if between := _BETWEEN.search(text, start, end):
        end = between.start()
    if apposition := _APPOSITION.search(text, start, end):
        end = apposition.start()
    elif text[start:end].rstrip()[-1:] == ",":
        end = start + len(text[start:end].rstrip()) - 1
    return _body(text, start, end)


def before(text: str, start: int, end: int, bare: bool) -> Whole | None:
    """The whole whose members a list right after `end` names, in text[start:end].

    Args:
        bare: whether a name alone will do ("the Quad (Australia, ...)").
    """
    start = max(start, end - _FARTHEST)
    if copula := _COPULA.search(text, max(start, end - 30), end):
        end = copula.start()
    if last := _ROLE_LAST.search(text, max(start, end - 45), end):
        body = _body(text, start, last.start())
        return Whole(body, True) if body and _all(text, start, body.start) else None
    body = _body(text, start, end)
    if body is None:
        return None
    role = _ROLE_OF.search(text, max(start, body.start - 50), body.start)
    if role:
        return Whole(body, True) if _all(text, start, role.start()) else None
    if bare and (
        _acronym(body.of(text)) or re.search(r"\b[Tt]he\s+$", text[max(start, body.start - 5) : body.start])
    ):
        return Whole(body, True)
    return None


def _acronym(name: str) -> bool:
    return " " not in name and sum(char.isupper() or char.isdigit() for char in name) > 1


def _all(text: str, start: int, place: int) -> bool:
    """Whether the noun phrase at `place` is of all: "the members", "the 50 members", not "three members"."""
    return _DEFINITE.search(text[max(start, place - 24) : place]) is not None


def _body(text: str, start: int, end: int) -> Span | None:
    """The capitalised name that ends at `end`, with its acronym in brackets."""
    stop = end
    while stop > start and text[stop - 1] in " \n\u00a0*_":
        stop -= 1
    acronym = _ACRONYM.search(text, max(start, stop - 18), stop)
    limit = acronym.start() if acronym else stop
    begin = None
    for token in reversed(list(_TOKEN.finditer(text, max(start, limit - 120), limit))):
        word = token[0].strip("*_“”\"’'")
        if word[:1].isupper() or (word[:1].isdigit() and any(char.isupper() for char in word)):
            if word in en.ROLES_FIRST and begin is not None:
                break
            if (word in _STARTERS and word != "I") or word.lower().split("-")[0] in en.SMALL:
                break
            if token[0][-1] in ",;:." and begin is not None and len(word) > 3:
                break
            begin = token.start()
        elif word in members.PAPERS and (begin is None or text.startswith("of", token.end() + 1)):
            if begin is not None:
                begin = token.start()
                break
        elif word not in en.INSIDE_NAMES or begin is None:
            break
    if begin is None:
        return None
    while text[begin] in '*_“"':
        begin += 1
    if text.startswith(("’s", "'s"), stop - 2):
        stop -= 2
    return Span(begin, stop)
