"""A description denotes the one figure mentioned before it whose printed role it repeats; two are nobody."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.phrases import Phrase
from onrecord.link.figures.reading import Text
from onrecord.link.figures.timeline import Timeline
from onrecord.link.figures.words import Words

REACH = 60  # sentences in which a description's figure is looked for
BODY_NEAR = 5  # sentences: as near as that, two bodies that fit are doubtful
NEAR = 3  # sentences: two that fit and stand as near as that are doubtful
_VAGUE = frozenset(
    "leader head chief executive director official secretary member manager host coach".split()
)


def person_described(phrase: Phrase, position: int, timeline: Timeline, words: Words) -> Draft | None:
    """The person that a definite description denotes, or None."""
    if not phrase.definite or (phrase.noun in words.kin and phrase.noun not in words.looser):
        return None
    states = states_of(phrase.modifiers, words)
    best: tuple[float, int, Draft] | None = None
    rival = False
    here = timeline.scan.sentence(position)
    seen: set[int] = set()
    for event in timeline.before(position):
        distance = here - timeline.scan.sentence(event.start)
        if distance > REACH or (best and distance - best[1] > NEAR):
            break
        draft = event.draft
        if id(draft) in seen or draft.kind != "person":
            continue
        seen.add(id(draft))
        fit = _fits(draft, phrase, states, words)
        if fit <= 0:
            continue
        if best is None or fit > best[0]:
            best, rival = (fit, distance, draft), False
        elif fit == best[0]:
            rival = True
    return best[2] if best and not rival else None


def states_of(lows: Sequence[str], words: Words) -> frozenset[str]:
    """The states that adjectives and names among some words stand for."""
    out = set()
    for k, low in enumerate(lows):
        two = " ".join(lows[k : k + 2])
        if two in words.states:
            out.add(words.states[two])
        elif low in words.states and not (k and " ".join(lows[k - 1 : k + 1]) in words.states):
            out.add(words.states[low])
    return frozenset(out)


def _fits(draft: Draft, phrase: Phrase, states: frozenset[str], words: Words) -> float:
    """How well a figure's roles repeat a description: 0 where they do not."""
    if phrase.age is not None:
        return 2.0 if draft.age == phrase.age else 0.0
    noun = phrase.noun
    if words.gender.get(noun) and draft.gender and words.gender[noun] != draft.gender:
        return 0.0
    like = words.looser.get(noun, frozenset()) | {noun}
    shared = draft.offices & like
    if not shared:
        return 0.0
    score = 1.5 if noun in draft.offices else 1.0
    if states:
        if states & draft.states:
            score += 1.0
        elif draft.states:
            return 0.0
    elif noun in ("leader", "politician", "head", "official", "executive") and len(phrase.modifiers) == 0:
        score -= 0.5
    parties = {words.parties[w] for w in phrase.modifiers if w in words.parties}
    held = {words.parties[w] for w in draft.described if w in words.parties}
    if parties and held and not parties & held:
        return 0.0
    rest = [
        w
        for w in phrase.modifiers
        if w not in words.states and w not in words.parties and w not in words.former
    ]
    score += 0.5 * sum(w in draft.described for w in rest)
    unknown = [w for w in rest if w not in draft.described and w not in words.portfolios]
    owned = [p for p in phrase.inner if p.kind == "person"]
    if parties & held:
        score += 1.0
    if owned and any(set(p.lows) & draft.described for p in owned):
        score += 1.0
    elif owned and any(w in ("of", "for") for role in draft.roles for w in role.split()):
        return 0.0
    former = any(w in words.former and w in ("former", "ex", "then") for w in phrase.modifiers)
    if former and "former" not in draft.described and "ex" not in draft.described:
        score -= 0.5
    if noun in _VAGUE and any(w not in words.places for w in unknown):
        return 0.0  # "the band leader"
    portfolio = [w for w in rest if w in words.portfolios]
    if portfolio and not any(w in draft.described for w in portfolio):
        other = {w for w in draft.described if w in words.portfolios}
        if other:
            return 0.0
    return score - 0.25 * len(unknown)


def body_described(phrase: Phrase, position: int, read: Text) -> Draft | None:
    """The body that "the ministry" denotes: the one named before it whose name has that word, or one like it.

    Where several have it, the last one, if the others stand well before it; of several campaigns none.
    """
    words = read.words
    if words is None or phrase.noun not in words.body_nouns or phrase.noun == "party":
        return None
    if not phrase.definite or len(phrase.lows) > 3:
        return None
    like = words.body_like.get(phrase.noun, frozenset()) | {phrase.noun}
    rest = [w for w in phrase.modifiers if w not in words.states]
    found: list[tuple[int, Draft]] = []
    for start, draft in sorted(read.bodies, key=lambda pair: -pair[0]):
        if start >= position or any(draft is one for _, one in found):
            continue
        known = set(draft.lows) | draft.described
        alone = len(draft.lows) == 1 and draft.lows[0] in words.body_nouns
        if like & known and not alone and all(w in known for w in rest):
            found.append((start, draft))
    if not found:
        return None
    last, draft = found[0]
    sentence = read.scan.sentence
    near = [one for start, one in found[1:] if sentence(last) - sentence(start) <= BODY_NEAR]
    apart = phrase.noun == "campaign" and len(found) > 1
    return None if near or apart or sentence(position) - sentence(last) > REACH else draft
