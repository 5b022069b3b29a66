"""A pronoun denotes the most salient figure before it that it can denote; two as salient are nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.scan import Scan
from onrecord.link.figures.timeline import Event, Timeline
from onrecord.link.figures.words import Words

GENDER = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
REACH = 8  # sentences in which an antecedent is looked for
_MARGIN = 1.0
_SALIENCE = {"subject": 3.0, "speaker": 4.5, "other": 0.0}
_STEP = 2.0  # what each sentence of distance costs
_KNOWN = 2.0  # what a gender that is known to be the pronoun's gains
_SAME = 1.5  # what the subject of the pronoun's own sentence gains
_PLAIN = frozenset(
    "man woman boy girl mother father son daughter wife husband brother sister widow gentleman".split()
)
_PREDICATE = re.compile(r"(?:\b(?:is|was|as|be|been|became|being)|['’](?:s|m|re))\s+(?:not\s+)?$")
_FIRST = re.compile(r"[\s“\"]*(\w+)")
_CLAUSE_END = re.compile(r",(?:\s(?:[A-Z][\w.]*|the|[a-z]+ist|former)){0,4}$")
_INDEFINITE = re.compile(
    r"\b(?:a|an|one|another|the|this|that)\s+(?:(?!his\b|her\b|their\b|my\b|was\b|is\b)[\w’'-]+\s+){0,3}?(?P<noun>[a-z-]{3,})\b(?=[\s,.’'])",
    re.I,
)


def antecedent(
    text: str, position: int, word: str, timeline: Timeline, words: Words, without: Sequence[Draft] = ()
) -> Draft | None:
    """The figure that he or she at a position denotes, or None where that is doubtful.

    Args:
        without: figures that it cannot denote: whoever's words the pronoun stands in.
    """
    wanted = GENDER[word]
    ahead = _ahead(text, position, wanted, timeline, words)
    if ahead and ahead not in without:
        return ahead
    order = sorted(_candidates(position, wanted, timeline, without), key=lambda c: -c.score)
    if not order or (len(order) > 1 and order[0].score - order[1].score < _MARGIN):
        return None
    return None if _stranger(text, order[0].end, position, wanted, words) else order[0].draft


class _Candidate(NamedTuple):
    draft: Draft
    score: float
    end: int  # of its last mention


def _candidates(position: int, wanted: str, timeline: Timeline, without: Sequence[Draft]) -> list[_Candidate]:
    """The persons before a position that a pronoun of a gender can denote, each with its best score."""
    scan = timeline.scan
    here = scan.sentence(position)
    inside = scan.in_quotation(position)
    found: dict[int, _Candidate] = {}
    for event in timeline.before(position):
        distance = here - scan.sentence(event.start)
        if distance > REACH:
            break
        draft = event.draft
        if event.quoted and not inside:
            continue  # who is quoted seldom names themselves
        if draft.kind != "person" or draft in without or (draft.gender and draft.gender != wanted):
            continue
        if not (draft.sure or event.how == "speaker"):
            continue
        score = _score(event, distance) + (_KNOWN if draft.gender == wanted else 0.0)
        best = found.get(id(draft))
        if best is None or score > best.score:
            found[id(draft)] = _Candidate(draft, score, best.end if best else event.end)
    return list(found.values())


def _ahead(text: str, position: int, wanted: str, timeline: Timeline, words: Words) -> Draft | None:
    """The subject that follows a clause with the pronoun: "Having said that he agreed, Berg left"."""
    scan = timeline.scan
    here = scan.sentence(position)
    start = scan.sentences[here]
    first = _FIRST.match(text, start)
    if first is None or not (first[1].lower() in words.subordinators or first[1].lower().endswith("ing")):
        return None
    end = scan.sentences[here + 1] if here + 1 < len(scan.sentences) else len(text)
    if any(e.start >= start and e.draft.kind == "person" for e in timeline.before(position)):
        return None
    after = [e for e in timeline.after(position + 1, end) if e.how == "subject"]
    if not after or (after[0].draft.gender or wanted) != wanted:
        return None
    clause = text[position : after[0].start].rstrip()
    return after[0].draft if len(clause) < 160 and _CLAUSE_END.search(clause) and "”" not in clause else None


def _score(event: Event, distance: int) -> float:
    score = _SALIENCE[event.how] - _STEP * distance
    return score + _SAME if distance == 0 and event.how != "other" else score


def _stranger(text: str, low: int, high: int, wanted: str, words: Words) -> bool:
    """Whether between a candidate and the pronoun somebody without a name comes in ("a woman from Ohio")."""
    if high - low > 1500:
        return False
    for m in _INDEFINITE.finditer(text, low, high):
        noun = m["noun"].lower()
        if _PREDICATE.search(text, max(low, m.start() - 10), m.start()):
            continue  # "she is a lawyer"
        if m[0][:4].lower() in ("the ", "this", "that") and noun in words.roles and noun not in _PLAIN:
            continue  # a description, perhaps of the candidate
        if words.gender.get(noun) == wanted:
            return True
    return False


def learn_genders(text: str, scan: Scan, events: Sequence[Event]) -> None:
    """Give a figure of unknown gender that of the pronouns that can only be its.

    A sentence with one person, and the pronouns after the name in it and at the start of the next one.
    """
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        if event.draft.kind == "person" and not event.quoted:
            by_sentence.setdefault(scan.sentence(event.start), []).append(event)
    votes: dict[int, list[int]] = {}
    drafts: dict[int, Draft] = {}
    for start, word in scan.pronouns:
        if scan.in_quotation(start):
            continue
        at = scan.sentence(start)
        here = [e for e in by_sentence.get(at, ()) if e.start < start]
        if not here and start - scan.sentences[at] < 3:
            here = by_sentence.get(at - 1, [])
        people = {id(e.draft): e.draft for e in here}
        if len(people) != 1:
            continue
        (draft,) = people.values()
        if not draft.gender and draft.sure:
            drafts[id(draft)] = draft
            votes.setdefault(id(draft), [0, 0])[GENDER[word] == "f"] += 1
    for key, (men, women) in votes.items():
        if men > 2 * women or women > 2 * men:
            drafts[key].gender = "m" if men > women else "f"
