"""Words are shown as given to two speakers only where neither text says that one passes on the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.check import occasion
from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import capital, quoted, texts_called
from onrecord.check.utterance import common, says
from onrecord.model import Finding, Shown, Span, finding

NAME = "two-speakers"
_OWN = ("direct", "mixed", "turn")
_RUN = 8  # words one after another that both have
_BITS = 70.0  # what these words must say: "there is more work to do and we will do it together" says less
_MOST = 0.7  # of the shorter utterance's part that these words are
_SPEAKERS = 2  # more people say only what many say
_BESIDE = 160  # code points around the words and the speaker in which a text names whom it quotes
_TITLE = 30  # ... and beside who speaks, that somebody speaks for another
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTES = re.compile(words.QUOTES, re.IGNORECASE)
_SPEAKS_FOR = re.compile(words.SPEAKS_FOR, re.IGNORECASE)
_DESCRIBED = re.compile(words.DESCRIBED)
_COMMON = re.compile(words.COMMON, re.IGNORECASE)


def misgiven(repetitions: Sequence[Retold]) -> Iterator[Finding]:
    """The finding among the repetitions of one family, if two people are given the same words."""
    pairs = [one for one in repetitions if _two_people(one)]
    said_by = {
        names[-1] for one in pairs for told in _both(one) if (names := occasion.names(told.voice.name))
    }
    if len(said_by) > _SPEAKERS:
        return
    for one in pairs:
        spans = _telling(one)
        if spans and not _passed_on(one, spans):
            yield _found(one, spans)
            return


def _both(one: Retold) -> tuple[Told, Told]:
    return one.earlier, one.later


def _two_people(one: Retold) -> bool:
    """Whether two who cannot be one person are given these words as their own, on days that may be one."""
    earlier, later = one.earlier.statement, one.later.statement
    if earlier is None or later is None or one.hop.order == "named":
        return False
    modes = {earlier.mode, later.mode}
    if not modes <= set(_OWN) or modes == {"turn"}:
        return False
    if _relayed(one.earlier, one.later) or _relayed(one.later, one.earlier):
        return False
    if not all(occasion.person(told.voice, told.statement) for told in _both(one) if told.statement):
        return False
    if occasion.one_speaker(one.earlier.voice, one.later.voice) is not False:
        return False
    if any(_DESCRIBED.match(told.voice.name) for told in _both(one)):
        return False  # "the Republican candidate" can be anybody
    if not all(map(occasion.named, _both(one))):
        return False
    return occasion.one_occasion(one.earlier, one.later)


def _relayed(told: Told, other: Told) -> bool:
    """Whether the words came through somebody who can be the other speaker: of that name, or of none."""
    text = told.document.text
    names = [_WORD.findall(span.of(text)) for span in told.statement.via] if told.statement else []
    own = set(occasion.names(other.voice.name))
    return any(
        not any(word[0].isupper() for word in words) or own & {word.casefold() for word in words}
        for words in names
    )


def _telling(one: Retold) -> tuple[Span, Span] | None:
    """The words that both have in one run, if they are most of what one side says and no set phrase."""
    found = common(one)
    if found is None or found.size < _RUN:
        return None
    printed = found.earlier.of(one.earlier.document.text)
    if (
        _COMMON.search(printed)
        or _COMMON.search(found.words)
        or says(found.words, one.earlier.document.language) < _BITS
    ):
        return None
    return (found.earlier, found.later) if found.share >= _MOST else None


def _passed_on(one: Retold, spans: tuple[Span, Span]) -> bool:
    """Whether a text names the other speaker beside the words, or says that somebody passes them on."""
    for told, other, span in zip(_both(one), reversed(_both(one)), spans, strict=True):
        near, speaker = _near(told, span)
        quoting = told.statement is not None and told.statement.mode == "turn" and quoted(told, span.start)
        own = occasion.names(told.voice.name)
        passes = any(not set(own) & _named_in(found) for found in _QUOTES.finditer(near))
        if quoting or passes or (_SPEAKS_FOR.search(speaker) and not _own_words(told, other)):
            return True
        beside = f"{near} {speaker}".casefold()
        titles = [f"the {title}" for title in occasion.titles(other) if title not in speaker.casefold()]
        callings = (*occasion.names(other.voice.name), *titles)
        if any(re.search(rf"\b{re.escape(calling)}\b", beside) for calling in callings):
            return True
    return False


def _own_words(told: Told, other: Told) -> bool:
    """Whether a spokesman speaks himself, in a text of his own that nowhere names the other."""
    if told.statement is None or told.statement.mode != "turn":
        return False
    words = {word.casefold() for word in _WORD.findall(told.document.text)}
    return words.isdisjoint(occasion.names(other.voice.name))


def _named_in(found: re.Match[str]) -> set[str]:
    """The words of a phrase that tells who is quoted, with the name after "in the words of"."""
    most = found.end() + (_TITLE if found.group().endswith(" of") else 0)
    return set(_WORD.findall(found.string[found.start() : most].casefold()))


def _near(told: Told, span: Span) -> tuple[str, str]:
    """What stands beside the words, without them; and what stands beside who speaks."""
    text = told.document.text
    before = text[max(0, span.start - _BESIDE) : span.start]
    after = text[span.end : span.end + _BESIDE].partition("\n\n")[0]
    speaker = ""
    if told.statement and told.statement.speaker:
        start, end = told.statement.speaker.span
        head = text[max(0, start - _TITLE) : start].rpartition("\n\n")[2]
        speaker = head + text[start : end + _TITLE].partition("\n\n")[0]
    return f"{before} | {after}", speaker


def _found(one: Retold, spans: tuple[Span, Span]) -> Finding:
    first, second = texts_called(one)
    printed = (span.of(told.document.text) for told, span in zip(_both(one), spans, strict=True))
    quoted = " ".join(min(printed, key=len).split())  # the longer has "she said" within the words
    if len(quoted) > 120:
        quoted = quoted[:120].rsplit(" ", 1)[0] + " …"
    message = (
        f'{capital(first)} gives the words "{quoted}" to {one.earlier.voice.name}, '
        f"{second} to {one.later.voice.name}."
    )
    shown = [Shown(told.document.id, span) for told, span in zip(_both(one), spans, strict=True)]
    statements = [told.statement.id for told in _both(one) if told.statement]
    why = "Neither text says that one of them quotes the other."
    return finding(NAME, message, shown, why, 0.9, statements)
