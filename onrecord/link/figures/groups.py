"""A group has members only where the text names them: together, in a parenthesis, or by their number."""

from __future__ import annotations

import re

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.phrases import Phrase, Phrases
from onrecord.link.figures.reading import Text
from onrecord.link.figures.timeline import Timeline
from onrecord.link.figures.words import Words
from onrecord.model import Span, Speaker

_SINGULAR = re.compile(r"(?:ies|men|s)$")
_PARENTHESIS = re.compile(r"\(([^()]{3,60})\)")
_REACH = 12  # sentences in which the persons that "the two presidents" means were named


def collective(
    text: str, speaker: Speaker, read: Text, phrases: Phrases | None
) -> tuple[Draft, list[tuple[Draft, Span]]]:
    """The group that makes a joint statement, with its members and where each is named."""
    name = speaker.name or " ".join(speaker.span.of(text).split())
    draft = read.cast.groups.setdefault(name, Draft("group", name if len(name) > 3 else None))
    members: list[tuple[Draft, Span]] = []
    for span in _each_named(text, speaker.span, phrases) or speaker.members:
        member = _member(text, span, read, phrases)
        if member and all(member is not one for one, _ in members):
            members.append((member, span))
    draft.members = tuple(member for member, _ in members)
    return draft, members


def _each_named(text: str, span: Span, phrases: Phrases | None) -> list[Span]:
    """The names of a mention that puts each in a parenthesis: "the Presidents of Kenya (Ola Ruto), ..."."""
    inner = [Span(*m.span(1)) for m in _PARENTHESIS.finditer(text, *span)]
    if phrases is None or len(inner) < 2:
        return []
    return inner if all(phrases.read(one).shape == "name" for one in inner) else []


def _member(text: str, span: Span, read: Text, phrases: Phrases | None) -> Draft | None:
    """The person, state or body that a member's mention names."""
    words = " ".join(span.of(text).replace("\\_", " ").split()).removeprefix("the ").strip()
    if not words:
        return None
    if phrases is not None:
        phrase = phrases.read(span)
        if phrase.shape == "name" and phrase.name:
            return read.denoted(phrase.name)[0] or read.cast.body(words)
    return read.cast.body(words)


def counted(phrase: Phrase, position: int, timeline: Timeline, words: Words) -> list[tuple[Draft, Span]]:
    """The persons that "the two presidents" or "both leaders" denotes; none where that is doubtful."""
    number = next((words.numbers[w] for w in phrase.lows if w in words.numbers), 0)
    if not phrase.definite or not (number or phrase.lows[0] == "the") or len(phrase.lows) > 4:
        return []
    noun = _SINGULAR.sub(lambda m: {"ies": "y", "men": "man"}.get(m[0], ""), phrase.noun)
    like = words.looser.get(noun, frozenset()) | {noun}
    if not like & words.heads and noun not in words.roles:
        return []
    here = timeline.scan.sentence(position)
    found: list[tuple[Draft, Span]] = []
    for event in timeline.before(position):
        if here - timeline.scan.sentence(event.start) > _REACH:
            break
        if (
            event.draft.kind == "person"
            and event.draft.offices & like
            and all(event.draft is not d for d, _ in found)
        ):
            found.append((event.draft, Span(event.start, event.end)))
    if len(found) != (number or 2):
        return []
    return sorted(found, key=lambda pair: pair[1])
