"""One pass over a text gives its capitalised runs, pronouns, sentences and quotations, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.link.figures.words import capitals

LONGEST_RUN = 12  # tokens; a longer run of capitals is a headline
LONGEST_QUOTE = 3000  # code points; a quotation that nothing closes ends with its paragraph

_ESCAPE = r"\\x[0-9a-fA-F]{2}|\\u(?!2019|2013|2014|00a0)[0-9a-fA-F]{4}"
_ABBREVIATED = (  # without their first letters, which have been read: "Gen." is one, "Jen." ends a sentence
    "(?<=[MD])rs|(?<=[MDJSF])r|(?<=M)s|(?<=P)rof|(?<=[GS])en|(?<=S)ens|(?<=G)ovs?|(?<=R)eps?|(?<=[SL])t|(?<=C)ol"
    "|(?<=M)aj|(?<=C)apt|(?<=S)gt|(?<=R)ev|(?<=H)on|(?<=P)res|(?<=A)dm|(?<=A)mb|(?<=C)mdr|(?<=C)pl|(?<=D)et"
    "|(?<=S)upt|(?<=I)nsp|(?<=A)tty|(?<=A)sst|(?<=B)rig|(?<=C)llr|(?<=M)essrs|(?<=M)sgr|(?<=[MDJS])RS?|(?<=M)S"
)
PARTICLES = frozenset(
    "de da di du del della der den van von bin bint ibn al el la le ten ter dos das y zu af av abu ul ud"
    " uz ben ould vom zum auf".split()
)
_NICKNAME = re.compile(r"\s[\"“‘'(]{1,2}[A-Z][\w.]{1,12}[\"”’')]{1,2}\s")
_NICK = frozenset("\"“‘'(")
_BLANK = re.compile(r"[\s\"”’*_>']*")
PRONOUNS = frozenset("he she his her him hers himself herself".split())
_CAPITAL_PRONOUNS = frozenset("He She His Her".split())
_ARTICLE = {"cap": 0, "al": 3, "de": 2}  # code points of an article before a capital: "al-Berg", "d'Arc"
_JOINTS = frozenset("-'’")
_GAP = re.compile(r"(?:[ \t\u00a0\u202f]|\\[ _]|\\?\r?\n(?![ \t]*\r?\n))+")
_PRONOUN = re.compile(r"[hs](?<!\w.)(?:e|is|er|im|ers|imself|erself|he)\b")
_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))")


@cache
def _pattern() -> re.Pattern[str]:
    up = f"[{capitals()}]"
    word = rf"(?:\w|{_ESCAPE})"
    rest = rf"{word}*(?:['’-]{word}+)*['’]?"
    initials = rf"\.(?:[ ]?-?{up}\.)*(?!\w)"
    # One set of characters comes first, and each branch looks back on it, so that a search stays fast.
    return re.compile(
        rf"[{capitals()}“”„«»\"'`.!?…\n](?:"
        rf"(?<={up})(?:(?P<al>(?<=(?<!\w)[aAeE][lnrsz]-.){rest})|(?P<de>(?<=(?<!\w)[dl]['’].){rest})"
        rf"|(?P<cap>(?<![^\W_].)(?<![@#/.&-].)(?:(?:{_ABBREVIATED})\.|{initials}|{rest})))"
        r"|(?P<mark>(?<=[“”„«»\"])|(?<=')'|(?<=`)`)"
        r"|(?P<stop>(?<=[.!?…])[.!?…]*[\"”’')\]»*_]*(?=\s)|(?<=\n)[ \t]*\r?\n))"
    )


class Token(NamedTuple):
    """A capitalised word as printed, without a possessive ending or an abbreviation's point."""

    start: int
    end: int
    word: str
    point: bool  # an abbreviation's or initial's


class Run(NamedTuple):
    """Capitalised words that only spaces and a name's particles part."""

    tokens: tuple[Token, ...]
    possessive: bool
    opens: bool  # first word of a sentence

    @property
    def start(self) -> int:
        """First code point."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Past the last code point, possessive ending left out."""
        return self.tokens[-1].end


class Scan(NamedTuple):
    """What one pass over a text found.

    Attributes:
        runs: in order.
        pronouns: (start, word in lower case) of he and she in every form.
        sentences: where each sentence starts.
        quoted: quotations as (start, end), in order, never overlapping.
    """

    runs: tuple[Run, ...]
    pronouns: tuple[tuple[int, str], ...]
    sentences: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]

    def sentence(self, position: int) -> int:
        """The number of the sentence that a position stands in."""
        return bisect_right(self.sentences, position) - 1

    def in_quotation(self, position: int) -> bool:
        """Whether a position stands in a quotation."""
        at = bisect_right(self.quoted, (position, 1 << 60)) - 1
        return at >= 0 and self.quoted[at][0] < position < self.quoted[at][1]


def scan(text: str, starts: Sequence[int] = ()) -> Scan:
    """Read a text once; a sentence begins at each of `starts` too."""
    runs: list[Run] = []
    pronouns = [(m.start(), m[0]) for m in _PRONOUN.finditer(text) if m[0] in PRONOUNS]
    sentences = [0]
    marks: list[tuple[int, str]] = []
    held: list[Token] = []
    fresh = opens = True  # at the start of a sentence
    closed = False  # the run at hand has its possessive ending
    for m in _pattern().finditer(text):
        kind = m.lastgroup
        if kind in _ARTICLE:
            token, possessive = _token(text, m)
            if token.word in _CAPITAL_PRONOUNS:
                pronouns.append((token.start, token.word.lower()))
                runs += _finished(held, closed, opens)
                held, fresh = [], False
                continue
            between: Sequence[Token] | None = None
            if held and not closed:
                low = held[-1].end
                if token.start - low == 2 and _is_nickname(text, low, token):
                    continue
                if len(held) < LONGEST_RUN:
                    between = _joins(text, low, token.start)
            if between is None:
                runs += _finished(held, closed, opens)
                held, opens = [token], fresh
            else:
                held += (*between, token)
            closed, fresh = possessive, False
        elif kind == "mark":
            at, mark = m.start(), '"' if len(m[0]) > 1 else m[0]
            marks.append((at, mark))
            fresh = mark in "“„«" or (mark == '"' and text[at - 1 : at].isspace())
        else:
            fresh = True
            sentences.append(m.end())
            marks += _closing(m[0], m.end())
    runs += _finished(held, closed, opens)
    pronouns = sorted(_outside(text, pronouns, runs))
    found = Scan(tuple(runs), tuple(pronouns), (), tuple(_quotations(text, marks)))
    return found._replace(sentences=_sentences(text, sentences, starts, found))


def _sentences(text: str, ends: Sequence[int], starts: Sequence[int], found: Scan) -> tuple[int, ...]:
    """Where sentences start: not in what is blank, nor within a quotation."""
    forced = frozenset(starts)
    begun = sorted({*ends, *starts})
    kept = (
        at
        for at, following in pairwise([*begun, len(text) + 1])
        # A quotation of several sentences is one step back, as a reader takes it.
        if _BLANK.fullmatch(text, at, following) is None and (at in forced or not found.in_quotation(at))
    )
    return tuple(kept) or (0,)


def _outside(text: str, pronouns: list[tuple[int, str]], runs: Sequence[Run]) -> list[tuple[int, str]]:
    """The pronouns that are no part of a capitalised word ("Ber-he")."""
    joined = {at for at, _ in pronouns if text[at - 1 : at] in _JOINTS}
    if not joined:
        return pronouns
    tokens = [token for run in runs for token in run.tokens]
    starts = [token.start for token in tokens]
    inside = {
        at for at in joined if (k := bisect_right(starts, at)) and starts[k - 1] < at < tokens[k - 1].end
    }
    return [pronoun for pronoun in pronouns if pronoun[0] not in inside]


def _closing(stop: str, end: int) -> list[tuple[int, str]]:
    """The closing quotation mark that a full stop has with it."""
    if stop[-1] in '"”»':
        return [(end - 1, '"')]
    return [(end - 2, '"')] if stop.endswith("''") else []


def _finished(held: list[Token], possessive: bool, opens: bool) -> list[Run]:
    return [Run(tuple(held), possessive, opens)] if held else []


def _token(text: str, m: re.Match[str]) -> tuple[Token, bool]:
    end = m.end()
    start = m.start() - _ARTICLE[m.lastgroup or "cap"]
    word, cut, point, possessive = _bare(text[start:end])
    return Token(start, end - cut, word, point), possessive


@lru_cache(4096)
def _bare(word: str) -> tuple[str, int, bool, bool]:
    """A printed word without its ending, the ending's length, whether it has a point or is possessive."""
    if word[-1] == ".":
        return word if len(word) == 2 or word.count(".") > 1 else word[:-1], 0, True, False
    cut, possessive = 0, False
    if word.endswith(("'s", "’s", "'S", "’S")):
        cut, possessive = 2, True
    elif word[-1] in "'’":
        cut, possessive = 1, True
    word = word[: len(word) - cut]
    if "\\" in word:
        word = _ESCAPED.sub(lambda e: chr(int(e[1] or e[2], 16)), word)
    return word, cut, False, possessive


def _is_nickname(text: str, low: int, token: Token) -> bool:
    """Whether a word stands in marks within a name: Ada "Addie" Berg."""
    return (
        text[low + 1] in "\"“‘'("
        and text[token.end : token.end + 1] in ('"', "”", "’", "'", ")")
        and text[token.end + 2 : token.end + 3].isupper()
    )


def _joins(text: str, low: int, high: int) -> Sequence[Token] | None:
    """The particles between two capitalised words, or None where something else parts them."""
    between = text[low:high]
    if between == " ":
        return ()
    if not between or len(between) > 24 or between[0].isalnum():
        return None
    if _GAP.fullmatch(between) or (between[1:2] in _NICK and _NICKNAME.fullmatch(between)):
        return ()
    parts = between.split()
    if not between[-1].isspace() or not 0 < len(parts) <= 3:
        return None
    if not PARTICLES.issuperset(parts) or between.count("\n") > 1:
        return None
    out, at = [], low
    for part in parts:
        at = text.index(part, at)
        out.append(Token(at, at + len(part), part, False))
        at += len(part)
    return out


def _quotations(text: str, marks: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Pairs of marks of one paragraph; a mark that nothing closes runs to the end of the paragraph."""
    out: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for at, mark in marks:
        if opened and (
            "\n\n" in text[opened[0] : min(at, opened[0] + LONGEST_QUOTE)] or at - opened[0] > LONGEST_QUOTE
        ):
            end = text.find("\n\n", opened[0], opened[0] + LONGEST_QUOTE)
            out.append((opened[0], end if end > 0 else min(at, opened[0] + LONGEST_QUOTE)))
            opened = None
        if opened is None:
            if mark in "“„«" or (mark == '"' and (at == 0 or not text[at - 1].isalnum())):
                opened = (at, mark)
        elif mark in '”»"' or (mark == "“" and opened[1] == "„"):
            out.append((opened[0], at + 1))
            opened = None
    if opened:
        end = text.find("\n\n", opened[0], opened[0] + LONGEST_QUOTE)
        out.append((opened[0], end if end > 0 else min(len(text), opened[0] + LONGEST_QUOTE)))
    return [pair for pair, following in pairwise([*out, (1 << 60, 1 << 60)]) if pair[1] <= following[0]]
