"""A vote is counted where both sides are told, and how many voted or could have voted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.languages import en_sums as en
from onrecord.check.sums import NUMBER, worth
from onrecord.model import Finding, Matter, Shown, Span, finding

_PAIR = re.compile(
    rf"(?<![\w.,:/$-])(?P<pro>{NUMBER})(?:\s?[-–]\s?|\s(?:votes\s)?(?:to|against)\s)(?P<con>{NUMBER})(?![\w:/%.]*[\d%])",
    re.I,
)
_FOR = re.compile(
    rf"(?<![\w.,$-])(?P<n>{NUMBER})(?:\s(?!and\b)[\w’]+){{0,3}}?\s(?:in favou?r|for|yes)\b", re.I
)
_AGAINST = re.compile(
    rf"(?<![\w.,$-])(?P<n>{NUMBER})(?:\s(?!and\b)[\w’]+){{0,3}}?\s(?:against|opposed|no)\b", re.I
)
_APART = re.compile(
    rf"(?<![\w.,$-])(?P<n>{NUMBER})(?:\s(?!and\b|to\b|with\b)[\w’]+){{0,2}}?\s{en.APART}", re.I
)
_ALL = re.compile(
    rf"[Aa]ll\s(?:the\s|of the\s|its\s)?(?P<n>{NUMBER})\s{en.VOTERS}(?P<tail>{en.TOOK_PART})?", re.I
)
_ALL_OF = re.compile(
    rf"\bha(?:s|d)\s(?P<n>{NUMBER})\s{en.VOTERS},\sall of whom\s(?:voted|took part|were present)", re.I
)
_OWN = re.compile(rf"\b(?P<n>{NUMBER}){en.OWN_BODY}", re.I)
_VOTING = re.compile(en.VOTING)
_ENDS = re.compile(r"\n\s*\n|[.!?]\s")
_NEAR = 160  # code points


def within(matter: Matter) -> Iterator[Finding]:
    """Votes whose sides and abstentions are not all who voted, or more than all who could."""
    text = matter.document.text
    seen: set[int] = set()
    for stem in ("all ", "All ", "-member", "-seat", "-judge", "-nation", "-state", "all of whom"):
        at = text.find(stem)
        while at >= 0:
            whole = _whole(text, at)
            if whole and whole[0] not in seen:
                seen.add(whole[0])
                yield from _vote(matter, *whole)
            at = text.find(stem, at + 1)


def _whole(text: str, at: int) -> tuple[int, int, float, bool] | None:
    """All who voted or can: where it is printed, how many, and whether all of them voted."""
    if text.startswith("ll ", at + 1) and not text.startswith("of whom", at + 4):
        found = _ALL.match(text, at) if not at or not text[at - 1].isalnum() else None
        every = found is not None
    elif text.startswith("-", at):
        found = next((m for m in _OWN.finditer(text, max(0, at - 16), at + 10) if m.end("n") == at), None)
        every = False
    else:
        found = next(iter(_ALL_OF.finditer(text, max(0, at - 60), at + 40)), None)
        every = True
    value = worth(found["n"]) if found else None
    if found is None or value is None or value < 3:
        return None
    return found.start("n"), found.end(), value, every


def _vote(matter: Matter, start: int, end: int, whole: float, every: bool) -> Iterator[Finding]:
    text = matter.document.text
    begin, stop = max(0, start - _NEAR), min(len(text), end + _NEAR)
    for sign in _ENDS.finditer(text, begin, start):
        begin = sign.end()
    if close := _ENDS.search(text, end, stop):
        stop = close.start()
    if not _VOTING.search(text, begin, stop):
        return
    sides = _sides(text, begin, stop)
    if sides is None or any(place[0] <= start < place[1] for place, _ in sides):
        return
    own = {place[0] for place, _ in sides} | {start}
    apart = next((a for a in _APART.finditer(text, begin, stop) if a.start("n") not in own), None)
    parts = [value for _, value in sides]
    if apart and (value := worth(apart["n"])) is not None:
        parts.append(value)
    if len(list(_PAIR.finditer(text, begin, stop))) > 1:
        return
    added = sum(parts)
    if not (added != whole if every else added > whole) or not 0.5 * whole < added < 2 * whole:
        return
    told = "all who voted are" if every else "the members are"
    places = [edge for place, _ in sides for edge in place] + ([apart.end()] if apart else [])
    yield finding(
        "total",
        f"The votes {', '.join(f'{part:g}' for part in parts[:-1])} and {parts[-1]:g} add up to {added:g}, "
        f"{told} {whole:g}.",
        [Shown(matter.document.id, Span(min(start, *places), max(end, *places)))],
        f"{' + '.join(f'{part:g}' for part in parts)} = {added:g}, not {whole:g}.",
        0.9,
    )


def _sides(text: str, begin: int, stop: int) -> list[tuple[tuple[int, int], float]] | None:
    """Both sides of a vote: where each stands and how many."""
    if pair := _PAIR.search(text, begin, stop):
        found = [(pair.span("pro"), worth(pair["pro"])), (pair.span("con"), worth(pair["con"]))]
    else:
        pro, con = _FOR.search(text, begin, stop), _AGAINST.search(text, begin, stop)
        if not pro or not con or pro.start("n") == con.start("n"):
            return None
        found = [(pro.span("n"), worth(pro["n"])), (con.span("n"), worth(con["n"]))]
    sides = [(place, value) for place, value in found if value is not None]
    return sides if len(sides) == 2 else None
