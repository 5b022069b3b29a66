"""A capitalised run is parted into what it calls somebody and the name itself, or said to name no person."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from onrecord.link.figures.roles import role_before
from onrecord.link.figures.scan import Token
from onrecord.link.figures.words import Words, folded

SUFFIXES = frozenset("jr sr ii iii iv".split())
_OF = re.compile(r"\s+of\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*")
OF_A_BODY = frozenset(  # no part of a person's name, but of many a body's
    "north south east west central northern southern eastern western democratic republican conservative"
    " liberal communist muslim jewish catholic".split()
)
_ADORNING = re.compile(r"[^\W_]+-[a-z]{4,}")  # "Oscar-winner Ada Berg"


_NO_ROLE: tuple[str, tuple[str, ...]] = ("", ())


class Printed(NamedTuple):
    """A name as one place prints it.

    Attributes:
        start, end: the name's range, titles left out.
        whole: where the titles before it start.
        tokens: the name's words, `lows` the same folded, a suffix ("Jr") left out of both.
        suffix: "jr", "iii" or "".
        titles: the roles printed right before or within, lower-case, in order.
        role: the words printed before the name, as printed, or "".
        gender: what titles, roles or the given name show, "" where nothing does.
        kind: "person", "body", "place", "group" (a people, a party), or "" where only roles are printed.
        sure: something besides the capitals shows a person: a title, a role, a known given name.
    """

    start: int
    end: int
    whole: int
    tokens: tuple[str, ...] = ()
    lows: tuple[str, ...] = ()
    suffix: str = ""
    titles: tuple[str, ...] = ()
    role: str = ""
    gender: str = ""
    kind: str = ""
    sure: bool = False
    possessive: bool = False


def printed(
    text: str, tokens: Sequence[Token], possessive: bool, opens: bool, words: Words, common: frozenset[str]
) -> Printed | None:
    """What a run of capitalised words names, or None.

    Args:
        opens: the run opens a sentence, so that its first word may be anything.
        common: words that the text prints in lower case too.
    """
    if len(tokens) == 1 and folded(tokens[0].word) in words.not_names:
        return None
    lows = [folded(t.word) for t in tokens]
    low, high = _trimmed(text, tokens, lows, opens, words, common)
    if low >= high:
        return None
    titles: tuple[str, ...] = ()
    at, after = low, _NO_ROLE
    if not words.titles.isdisjoint(lows):
        high, after = _role_after(text, tokens, lows, low, high, words)
        at = _titles_end(tokens, lows, low, high, words)
        titles = tuple(
            words.short.get(lows[k], lows[k]) for k in range(low, at) if _is_title(tokens[k], lows[k], words)
        )
    if at == high:  # nothing but roles
        start, last = tokens[low].start, tokens[high - 1]
        return Printed(
            start, last.end, start, titles=titles, role=_slice(text, start, last), possessive=possessive
        )
    role, before, whole, first = _before(text, tokens, lows, (low, at, high), words)
    if first > low:
        role = f"{role} {_slice(text, tokens[low].start, tokens[first - 1])}".strip()
    titles = (*before, *titles, *after[1])
    begin = _name_start(lows, first, high, words) if high - first > 2 else first
    end = high - 1 if high - begin > 1 and lows[high - 1] in SUFFIXES else high
    suffix = lows[end] if end < high else ""
    if titles and titles[-1] in words.regnal and end - begin == 1 and begin > low:
        begin -= not (begin > low + 1 and lows[begin - 2] in words.portfolios)
    names, name_lows = tokens[begin:end], tuple(lows[begin:end])
    kind = _kind(text, names, name_lows, titles, words)
    if kind == "body" and end - begin > 1 and name_lows[-1] in words.roles and not titles:
        # "Senior Administration Official" is what somebody is, and no body
        start, last = tokens[low].start, tokens[high - 1]
        return Printed(start, last.end, start, role=_slice(text, start, last), possessive=possessive)
    gender = _gender(titles, lows[low:first], name_lows, words)
    sure = bool(titles) or name_lows[0] in words.given
    return Printed(
        names[0].start, tokens[high - 1].end, min(whole, tokens[low].start), tuple([t.word for t in names]),
        name_lows, suffix, titles, role or after[0], gender, kind, sure, possessive,
    )  # fmt: skip


def _before(
    text: str, tokens: Sequence[Token], lows: list[str], parts: tuple[int, int, int], words: Words
) -> tuple[str, tuple[str, ...], int, int]:
    """The role in small letters before a run, its titles, its start, and where the name begins in the run.

    In "Secretary of State Ada Berg" the run's first word belongs to the role before it; the role in "the
    spokesman of President Ada Berg" is another's.
    """
    low, at, high = parts
    role, before, whole = role_before(text, tokens[low].start, words)
    if not role.endswith((" of", " for", " the")):
        return role, before, whole, at
    first = at
    while first < high - 1 and at == low and (lows[first] in words.portfolios or lows[first] in words.states):
        first += 1
    if first == low or at > low:
        return "", (), tokens[low].start, at
    return role, before, whole, first


def _name_start(lows: list[str], first: int, high: int, words: Words) -> int:
    """Past words that are no part of a name: an office's, a state's, or a body's before a given name."""
    if (
        high - first > 2
        and lows[high - 2] in words.given
        and words.body_words.intersection(lows[first : high - 2])
    ):
        return high - 2
    at = first
    if at < high - 2 and lows[at] in words.portfolios and lows[at + 1] in words.given:
        at += 1
    while at < high - 2 and (
        (lows[at] in words.states and lows[at] not in OF_A_BODY) or lows[at] in ("former", "then", "ex")
    ):
        at += 1
    return at


def surname_alone(
    text: str, p: Printed, tokens: Sequence[Token], surnames: Set[str], words: Words
) -> Printed:
    """An office's or a place's word ("Dean", "Jordan") as a name, where it is a known person's surname."""
    if len(p.lows) > 1 or p.titles[1:] or not tokens or folded(tokens[-1].word) not in surnames:
        return p
    if p.kind == "body" and text[max(0, p.start - 4) : p.start].lower() == "the ":
        return p
    if p.tokens and (p.kind not in ("place", "body") or _preceded(text, p.start, words)):
        return p
    if not p.tokens and p.end - p.start != len(tokens[-1].word):
        return p
    word = tokens[-1].word
    return p._replace(tokens=(word,), lows=(folded(word),), titles=(), role="", kind="person")


def _preceded(text: str, start: int, words: Words) -> bool:
    """Whether a preposition stands right before a position."""
    before = text[max(0, start - 12) : start].split()
    return bool(before) and before[-1].lower() in words.prepositions


def _trimmed(
    text: str, tokens: Sequence[Token], lows: list[str], opens: bool, words: Words, common: frozenset[str]
) -> tuple[int, int]:
    """The run without words that are no part of a name at either end; it ends at such a word within."""
    low, high = 0, len(tokens)
    known = not words.not_names.isdisjoint(lows)
    while known and low < high and lows[low] in words.not_names:
        if low + 1 < high and lows[low] in ("first", "second") and lows[low + 1] in ("lady", "gentleman"):
            break
        if low + 1 < high and f"{lows[low]} {lows[low + 1]}" in words.states:
            break
        of_body = lows[low] in OF_A_BODY and (lows[low] not in words.roles or high - low > 2)
        if of_body and not words.body_words.isdisjoint(lows[low + 1 :]):
            break
        if lows[low] in words.given and low + 1 < high and lows[low + 1] not in words.not_names and not opens:
            break
        low += 1
    if (
        opens
        and low == 0
        and high > 1
        and (lows[0] in common or lows[0].endswith("ing"))
        and lows[0] not in words.given
        and not (
            _is_title(tokens[0], lows[0], words)
            or lows[0] in words.body_words
            or lows[0] in words.states
            or lows[0] in words.portfolios
        )
    ):
        low = 1
    if low + 1 < high and _ADORNING.fullmatch(tokens[low].word):
        low += 1
    if (
        high - low > 2
        and lows[high - 1].endswith("ing")
        and _governs(text, tokens[high - 1].end, lows[high - 1], common)
    ):
        high -= 1
    for k in range(low + 1, high) if known else ():
        if lows[k] in words.not_names and not tokens[k].point and not (lows[k] == "may" and k == low + 1):
            return low, k
    return low, high


def _governs(text: str, end: int, low: str, common: frozenset[str]) -> bool:
    """Whether a word in -ing is a title's verb with its object ("President Berg Honoring the Champions")."""
    return (
        low in common or re.match(r"\s(?:the|an?|his|her|our|their)\s", text[end : end + 8], re.I) is not None
    )


def _is_title(token: Token, low: str, words: Words) -> bool:
    if low not in words.titles:
        return False
    if low in words.courtesy or low in words.roles:
        return True
    if low in words.short and (token.point or token.word.isupper()):
        return True
    return low[-1] == "s" and (low[:-1] in words.roles or (token.point and low[:-1] in words.short))


def _role_after(
    text: str, tokens: Sequence[Token], lows: list[str], low: int, high: int, words: Words
) -> tuple[int, tuple[str, tuple[str, ...]]]:
    """Where a name ends that a printed title follows ("Ada Berg President of Norland"), and that title."""
    for k in range(low + 2, high):
        if (
            _is_title(tokens[k], lows[k], words)
            and lows[k - 1] not in words.portfolios
            and (lows[low] in words.given or _bare(lows[low:k], words))
        ):
            if any(_is_title(tokens[j], lows[j], words) for j in range(low, k)):
                break
            if k + 1 < high and lows[k + 1] not in words.portfolios:
                break
            m = _OF.match(text, tokens[high - 1].end)
            if m is None:
                break
            return k, (" ".join(text[tokens[k].start : m.end()].split()), (lows[k],))
    return high, ("", ())


def _bare(lows: Sequence[str], words: Words) -> bool:
    """Whether none of the words belongs to an office, a state or a body."""
    return all(
        w not in words.portfolios and w not in words.states and w not in words.body_words for w in lows
    )


def _titles_end(tokens: Sequence[Token], lows: list[str], low: int, high: int, words: Words) -> int:
    """Past the last title that something follows; `high` where the run is nothing but titles."""
    last = low
    end = high - 1 if lows[high - 1] in SUFFIXES else high
    for k in range(low, end):
        if _is_title(tokens[k], lows[k], words):
            if k + 1 < end:
                if not (lows[k] in words.given and k + 2 == end and last == low):
                    last = k + 1
            elif k > low and lows[k - 1] in words.courtesy:
                last = k
            elif last == k or all(w in words.portfolios or w in words.states for w in lows[low:k]):
                return high
    if last < end and last > low and all(w in words.portfolios for w in lows[last:end]):
        return high
    return last


def _slice(text: str, start: int, last: Token) -> str:
    """The words from a position to a token, on one line, with the point of a last abbreviation."""
    end = last.end + (
        last.point and text[last.end - 1 : last.end] != "." and text[last.end : last.end + 1] == "."
    )
    return " ".join(text[start:end].replace("\\", " ").replace("_", " ").split())


def _kind(
    text: str, names: Sequence[Token], lows: tuple[str, ...], titles: tuple[str, ...], words: Words
) -> str:
    known = lows[0] in words.given
    if titles and len(lows) <= 4 and not words.body_words.intersection(lows):
        return "person"
    if lows[-1] in words.plurals and not titles:
        return "group"
    shouted = [t for t in names if t.word.isupper()]
    capitals = len(shouted) == len(names)
    if shouted and not capitals and any(len(t.word) > 2 and not t.point for t in shouted):
        return "body"
    if len(lows) == 1 and (lows[0] in words.bodies or (capitals and len(lows[0]) > 1 and not titles)):
        return "body"
    if not (known and len(lows) == 2) and not words.body_parts.isdisjoint(lows):
        return "body"
    if " ".join(lows) in words.states or all(w in words.places for w in lows):
        return "person" if titles or (known and len(lows) > 1 and lows[-1] not in words.places) else "place"
    before = text[max(0, names[0].start - 4) : names[0].start].lower()
    if before == "the " and not titles:
        return "body"
    return "person"


def _gender(titles: tuple[str, ...], lows: Sequence[str], name: tuple[str, ...], words: Words) -> str:
    for low in lows:
        if words.courtesy.get(low):
            return words.courtesy[low]
    for title in titles:
        if title in words.gender:
            return words.gender[title]
    return words.given.get(name[0], "") if len(name) > 1 else ""
