"""A turn begins with a printed label that the whole text shows to be a speaker's; a colon proves nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.read import labels

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽА-ЯЁІЇЄҐ"
_TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*[-–—|]?\s*)?"
_NUMBER = r"(?:\(?\d{1,3}[.)]\s+)?"
_LABEL = re.compile(
    rf"{_NUMBER}(?P<bold>\*\*|__)?(?P<time>{_TIME})(?P<inner>\*\*|__)?"
    rf"(?:(?P<letter>Q|A)(?P<after>[ \t]*[.:]?[ \t]*(?:\*\*|__)?[ \t]*:?(?:[ \t\u00a0]+(?=\S)|(?=\n|$)))"
    rf"|(?P<name>[{_UP}][\w.,'’\-&/ \u00a0]{{0,70}}?)(?:\s*[\[(](?P<aside>[^()\[\]\n]{{1,60}})[\])])?"
    r"(?P<stop>[ \t]*:[ \t]*(?:\*\*|__)?|(?:\*\*|__)[ \t]*:))"
)
_SENTENCE = re.compile(r"[.?!…—–-][\"”’»)\]*_ \u00a0]*(?:\(\d+\))?$|[\"”»]$")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_NEAR = 20_000  # code points in which a single name is looked for again
_QUOTED = frozenset('“"«„')
_WORD = re.compile(r"[^\W\d_]+")


class Turns(NamedTuple):
    """Where turns begin.

    Attributes:
        labels: the label's span, by the start of the piece it opens.
        go_on: whether unlabelled paragraphs after a turn belong to it.
        end: the code point after which they no longer do.
    """

    labels: dict[int, Span]
    go_on: bool
    end: int


class _Evidence(NamedTuple):
    """What all candidates of a text say together: how often each stands, how many are a speaker's by form,
    how many come back, and whether most paragraphs begin with one."""

    counts: Counter[str]
    strong: int
    repeated: int
    dense: bool


class _Candidate(NamedTuple):
    start: int
    name: Span
    key: str
    strong: bool
    alone: bool
    end: int
    length: int
    bold: bool


def find_turns(text: str, pieces: Sequence[tuple[int, int]]) -> Turns:
    """The turns of a text, pieces being its paragraphs as (start, end)."""
    candidates = [c for c in (_candidate(text, start, end) for start, end in pieces) if c]
    kept = _proven(text, candidates, len(pieces))
    if not kept:
        return Turns({}, False, 0)
    starts = {c.start for c in kept}
    return Turns({c.start: c.name for c in kept}, _goes_on(kept, starts, pieces), _end(text, kept, pieces))


def _candidate(text: str, start: int, end: int) -> _Candidate | None:
    m = _LABEL.match(text, start, end)
    if m is None:
        return None
    q = m["letter"] is not None
    name = m["letter"] if q else m["name"].rstrip(" ,")
    if name == "A" and not {".", ":"} & set(m["after"]):
        return None
    words = [w.lower() for w in _WORD.findall(name)]
    if not words or len(words) > 8:
        return None
    shape = _shape(name, words, bool(m["time"]) or bool(m["aside"] and _CLOCK.fullmatch(m["aside"])))
    if shape is None and not q:
        return None
    rest = text[m.end() : end].strip(" *_\n\r\t")
    if not q and rest[:1] in _QUOTED:
        return None  # a name before a quotation: reactions collected, not a transcript
    ends = bool(_SENTENCE.search(rest[-8:])) if rest else True
    begin = m.start("letter" if q else "name")
    span = Span(begin, begin + len(name))
    bold = m["bold"] is not None or m["inner"] is not None
    return _Candidate(start, span, name.lower(), q or shape == "strong", not rest, ends, len(rest), bold)


def _shape(name: str, words: list[str], timed: bool) -> str | None:
    """ "strong" for a label that is a speaker's by its form, "weak" for one that may be, None for none."""
    if words[0] in labels.NOT_SPEAKERS or words[-1] in labels.NOT_SPEAKERS:
        return None
    if timed or (words[0] in labels.QUESTION_WORDS and len(words) <= 2):
        return "strong"
    capitals = name.upper() == name
    office = any(w in labels.OFFICES for w in words)
    if capitals and len(name) > 1:
        return "strong" if office and words[0] != "to" else "weak"
    if any(ch.isdigit() or ch in ",/" for ch in name):
        return None
    proper = all(w[0].isupper() or w in labels.PARTICLES for w in _WORD.findall(name))
    return "weak" if proper and len(words) <= 6 else None


def _proven(text: str, candidates: list[_Candidate], pieces: int) -> list[_Candidate]:
    """The candidates that the text as a whole shows to be labels."""
    counts = Counter(c.key for c in candidates)
    sentences = Counter(c.key for c in candidates if c.end)
    weighed = _Evidence(
        counts,
        sum(c.strong for c in candidates),
        sum(1 for n in counts.values() if n >= 2),
        len(candidates) >= max(2, 0.5 * pieces),
    )
    out = []
    for c in candidates:
        if not c.strong and sentences[c.key] < 0.6 * counts[c.key]:
            continue
        if c.key in ("q", "a"):
            if counts["q"] >= 2 or (counts["q"] and weighed.strong > 1) or (counts["q"] and counts["a"]):
                out.append(c)
        elif c.strong or _weak_holds(text, c, weighed):
            out.append(c)
    if len(out) == 1 and not _single_holds(text, out[0], pieces):
        return []
    return out


def _weak_holds(text: str, c: _Candidate, seen: _Evidence) -> bool:
    words = _WORD.findall(text[c.name.start : c.name.end])
    repeated = seen.counts[c.key] >= 2
    others = seen.repeated - repeated
    if seen.dense and (len(words) >= 2 or (repeated and others)):
        return True
    if seen.strong and (len(words) >= 2 or repeated):
        return True
    if others >= 2 and len(words) >= 2 and c.bold:
        return True  # one question among bold names that come back
    if repeated and others:
        near = text[max(0, c.start - _NEAR) : c.start + _NEAR]
        return len(words) >= 2 or near.count(words[-1]) > near.count(f"{words[-1]}:")
    return repeated and len(words) >= 2 and c.length > 80


def _single_holds(text: str, c: _Candidate, pieces: int) -> bool:
    """One label alone: a speaker in capitals, whose words go on or fill a paragraph."""
    name = text[c.name.start : c.name.end]
    return (c.strong and name.upper() == name and len(name) > 1) or (c.strong and pieces <= 3)


def _goes_on(kept: list[_Candidate], starts: set[int], pieces: Sequence[tuple[int, int]]) -> bool:
    """Not where questions and answers of one paragraph each are set into a longer text."""
    first, last = min(starts), max(starts)
    between = sum(1 for start, _ in pieces if first < start < last and start not in starts)
    words = {w for c in kept for w in _WORD.findall(c.key)}
    return not (len(kept) >= 3 and between == 0 and words <= set(labels.QUESTION_WORDS) | {"q", "a"})


def _end(text: str, kept: list[_Candidate], pieces: Sequence[tuple[int, int]]) -> int:
    """Where the transcript ends: a line "END", a time alone, or the last piece."""
    last = max(c.start for c in kept)
    for start, end in pieces:
        if (
            start > last
            and end - start < 40
            and re.fullmatch(r"(?:END\b.*|\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?.*|#+|\\#+)", text[start:end])
        ):
            return start
    return pieces[-1][1] + 1
