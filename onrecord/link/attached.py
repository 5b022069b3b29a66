"""A time expression dates a statement only where no other clause stands between it and the cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.link.languages import en_saying as words
from onrecord.model import Said, Span, Statement, Time

_HIDDEN = "\uffff"
_REACH = 400  # code points on either side of the cue in which its sentence is looked for
_FAR = 28  # words between a cue and its date
_WORD = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*", re.UNICODE)
_END = re.compile(r"[.!?…][”\"’)\]]*\s+(?=[\"“‘(\[]?[^\W\d_a-z]|\uffff)|\n\s*\n", re.UNICODE)
_OTHER_TIME = re.compile(rf"{words.OTHER_TIME}|{words.ANOTHER}", re.I)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_PRESENT = re.compile(r"(?:\w+ )*(?:is|are|says?|\w{3,}(?<!s)s)")
_BEFORE_STOP = re.compile(r"[\w.]+$")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_PARTICIPLE = re.compile(r"[a-z]{2,}ed")


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence around a cue; what is in quotation or content is hidden, one sign for each code point.

    Attributes:
        text: the sentence with hidden words.
        start: its offset in the document.
        anchor: the cue, or the speaker where there is none, in offsets of `text`.
        times: the time expressions that stand in it and in nobody's words.
        speaker: the speaker in offsets of `text`, or None where it stands elsewhere.
        cues: other statements' cues in offsets of `text`.
        cue: the anchor as the document prints it.
        opening: the time expression with which the content begins, where the cue stands right before it.
    """

    text: str
    start: int
    anchor: Span
    times: tuple[Time, ...]
    speaker: Span | None
    cues: tuple[Span, ...]
    cue: str
    opening: Time | None

    @property
    def elsewhen(self) -> bool:
        """Whether the sentence says of itself that it speaks of another time ("has previously said")."""
        return bool(_OTHER_TIME.search(self.text) or _PRESENT.fullmatch(self.cue))

    @classmethod
    def around(
        cls,
        text: str,
        within: Span,
        statement: Statement,
        anchor: Span,
        others: tuple[Sequence[Span], Sequence[Span]],
        times: Sequence[Time],
    ) -> Frame:
        """The frame of a statement announced at `anchor` in the passage `within`, in the document's offsets.

        Args:
            others: what other statements of the passage hold, and their cues.
            times: the time expressions of the passage.
        """
        low, high = max(within.start, anchor.start - _REACH), min(within.end, anchor.end + _REACH)
        own = statement.content
        shown = _masked(text, low, high, [*own, *others[0]], anchor)
        start, stop = _sentence(shown, anchor.start - low, anchor.end - low)
        low, shown = low + start, shown[start:stop]
        inside = [t for t in times if low <= t.span.start and t.span.end <= low + len(shown)]
        free = tuple(t for t in inside if _HIDDEN not in shown[t.span.start - low : t.span.end - low])
        said_by = statement.speaker.span if statement.speaker else None
        return cls(
            shown,
            low,
            Span(anchor.start - low, anchor.end - low),
            free,
            _shifted(said_by, low, len(shown)) if said_by != anchor else None,
            tuple(c for cue in others[1] if (c := _shifted(cue, low, len(shown)))),
            text[anchor.start : anchor.end],
            _opening(text, statement, times),
        )


def _sentence(shown: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around shown[start:end]; a full stop of an abbreviation ends none."""
    ends = [m.end() for m in _END.finditer(shown, 0, start + 1) if not _abbreviated(shown, m.start())]
    stops = (m.start() + 1 for m in _END.finditer(shown, end) if not _abbreviated(shown, m.start()))
    return max((at for at in ends if at <= start), default=0), next(stops, len(shown))


def _masked(text: str, low: int, high: int, spans: Sequence[Span], anchor: Span) -> str:
    signs = list(text[low:high])
    for span in spans:
        if span.start <= anchor.start < span.end:
            continue
        start, end = max(span.start, low) - low, min(span.end, high) - low
        inner = min(end, span.end - 2 - low)
        if start < inner:
            signs[start:inner] = _HIDDEN * (inner - start)
        for at in range(max(start, inner), end):  # a mark at the end stays, so that a sentence can end
            if signs[at] not in '.!?”"’':
                signs[at] = _HIDDEN
    return "".join(signs)


def _shifted(span: Span | None, low: int, length: int) -> Span | None:
    if span is None or span.start < low or span.end > low + length:
        return None
    return Span(span.start - low, span.end - low)


def _abbreviated(shown: str, at: int) -> bool:
    if shown[at] != ".":
        return False
    before = _BEFORE_STOP.search(shown[max(0, at - 12) : at])
    if before is None:
        return False
    return before[0].casefold() in words.ABBREVIATIONS or bool(_INITIALS.fullmatch(before[0]))


def _opening(text: str, statement: Statement, times: Sequence[Time]) -> Time | None:
    """A time expression right after the cue that finding took for the beginning of the content."""
    cue, content = statement.cue, statement.content[0]
    if cue is None or statement.mode != "indirect" or not 0 <= content.start - cue.end <= 2:
        return None
    for time in times:
        lead = text[content.start : time.span.start]
        if content.start <= time.span.start < content.end and lead.casefold().strip() in (
            "",
            "on",
            "late",
            "late on",
            "early",
        ):
            after = _WORD.search(text, time.span.end, time.span.end + 30)
            followed = text[time.span.end : time.span.end + 2]
            if after and after[0].casefold() not in words.PREDICATES and followed[:1] == " ":
                return time
    return None


def attached(frame: Frame, latest: str) -> Said | None:
    """The date that the sentence gives for the saying: the nearest time expression of the cue's own clause.

    Args:
        latest: the last instant of publication as `When.latest`; what begins later is no date of words said.
    """
    best: tuple[int, Time] | None = None
    for time in frame.times:
        at = Span(time.span.start - frame.start, time.span.end - frame.start)
        vague = frame.text[at.start : at.end].casefold() in words.VAGUE
        if vague or time.when.earliest > latest or not _dates(frame, at):
            continue
        far = at.start - frame.anchor.end if at.start >= frame.anchor.end else frame.anchor.start - at.end
        if best is None or far < best[0]:
            best = far, time
    found = best[1] if best else frame.opening
    return Said(found.when, found.span, found.basis) if found else None


def _dates(frame: Frame, at: Span) -> bool:
    """Whether the expression at `at` dates the saying."""
    who = frame.speaker
    if who and who.start <= at.start < who.end and (at.end < who.end or at.start == who.start):
        return frame.anchor.end <= who.start and _of_source(frame.text, who, at)
    if _is_bound(frame.text, at) or not _stands_alone(frame.text, at):
        return False
    if who and at.end == who.end and not frame.text[who.end : frame.anchor.start].strip():
        return True  # "the court on Monday ruled": what stands before the cue was taken for the speaker
    if at.start >= frame.anchor.end:
        return _after(frame, at)
    return at.end <= frame.anchor.start and _before(frame, at)


def _of_source(text: str, who: Span, at: Span) -> bool:
    """Whether what is cited is a text of that date: "according to a report released Friday by the agency"."""
    before, after = _words(text[who.start : at.start]), _words(text[at.end : who.end])
    near = [*before[-3:], *after[:2]]
    cited = any(word in words.OCCASIONS or word in _CITED for word in near)
    return cited and not _is_bound(text, at) and not _breaks(" ".join(before[-3:]))


_CITED = frozenset("data figures results documents document slideshow poll polls records transcript".split())


def _is_bound(text: str, at: Span) -> bool:
    before = _words(text[max(0, at.start - 30) : at.start])
    if before in (["and"], ["or"]):
        return False  # it begins the sentence
    return bool(before) and before[-1] in words.BOUNDS


def _stands_alone(text: str, at: Span) -> bool:
    """Not so for "Monday's attack" and "the 2016 campaign"; "a 2016 interview" dates the interview."""
    after = text[at.end : at.end + 60]
    before = _words(text[max(0, at.start - 20) : at.start])
    owns = after[:2] in ("'s", "’s")
    year = bool(_YEAR.fullmatch(text[at.start : at.end])) and (not before or before[-1] not in _IN)
    if year or owns or (before and before[-1] in words.DETERMINERS and after[:1] in (" ", "-")):
        return any(word in words.OCCASIONS for word in _words(after[2:] if owns else after)[:4])
    return True


_IN = frozenset("in during early late mid back as".split())


def _after(frame: Frame, at: Span) -> bool:
    """Whether it stands in the clause that goes on after the cue: "told reporters in Minsk on Monday"."""
    between = _without(frame, frame.anchor.end, at.start)
    if between is None or len(_words(between)) > _FAR:
        return False
    aside = re.split(r",\s", between)
    if len(aside) > 1 and _words(aside[-1])[:1] and _words(aside[-1])[0] in words.DETERMINERS:
        return False  # it tells who the speaker is: "said Smith, the author of a 2016 study"
    return not re.search(r"[;:]|\s[–—-]\s", between) and not _breaks(between)


def _before(frame: Frame, at: Span) -> bool:
    """Whether it stands before the cue as part of its clause: "On Monday, she said", "She on Monday said"."""
    lead = frame.text[: at.start]
    between = _without(frame, at.end, frame.anchor.start)
    if between is None or len(_words(between)) > _FAR or re.search(r"[;:]", between):
        return False
    if _HIDDEN in lead:
        lead = lead[lead.rindex(_HIDDEN) + 1 :]
    first = _words(lead)
    while first and first[0] in words.JOINING:
        first = first[1:]
    if len(first) <= 9 and not (first and first[0] in words.OTHER_EVENT) and _opens(first):
        return not _breaks(" ".join(first)) and not any(w in words.CLAUSES for w in _words(_main(between)))
    chunk = re.split(r",\s", lead)[-1]
    if re.search(r",\s", between):
        return _is_aside(frame, chunk, between)
    start = _words(chunk)
    told_by = " ".join(start[1:] if start and start[0] in ("who", "which") else start)
    far = 16 if re.search(r"\sand\s+(?:\w+\s+by\s+)?$", between) else 8
    return not _breaks(told_by) and not _breaks(between) and len(_words(between)) <= far


def _is_aside(frame: Frame, chunk: str, between: str) -> bool:
    """Whether a date beside a comma belongs to the cue: ", released Monday, said", "Monday, adding"."""
    if not between.strip(" ,") and frame.anchor.of(frame.text).endswith("ing"):
        return True
    start = _words(chunk)
    begins = bool(start) and (start[0] in words.MADE_PUBLIC or start[0] in words.ASIDES)
    return begins and not _breaks(" ".join(start[1:])) and not _breaks(_main(between))


def _opens(first: Sequence[str]) -> bool:
    """Whether a sentence begins with an adverbial: the words before its date name no subject."""
    return not first or first[0] in words.ASIDES or len(first) == 1


def _main(between: str) -> str:
    """What stands between a date and the cue, without asides between commas."""
    parts = re.split(r",\s", between)
    return " ".join((parts[0], parts[-1])) if len(parts) > 2 else between


def _without(frame: Frame, start: int, end: int) -> str | None:
    """frame.text[start:end] without the speaker; None where hidden words or another cue stand there."""
    between = frame.text[start:end]
    if _HIDDEN in between or any(start <= cue.start < end for cue in frame.cues):
        return None
    who = frame.speaker
    if who and start <= who.start and who.end <= end:
        between = frame.text[start : who.start] + frame.text[who.end : end]
    return between


def _breaks(between: str) -> bool:
    """Whether another clause begins in these words of a sentence."""
    read = [match[0] for match in _WORD.finditer(between)]
    for at, word in enumerate(read):
        low = word.casefold()
        if low == "while" and read[at + 1 : at + 2] and read[at + 1].endswith("ing"):
            continue  # "said while campaigning in Marn on Monday"
        if low in words.BREAKS:
            return True
        if _PARTICIPLE.fullmatch(word) and low not in words.MADE_PUBLIC:
            before = read[at - 1].casefold() if at else ""
            if before not in words.DETERMINERS:
                return True
    return False


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]
