"""Protects what the finder finds: every hand-marked statement, with its mode, words, speaker and hearer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from onrecord import find, read
from onrecord.model import Failure, Item, Span, Statement
from onrecord.settings import Settings

HERE = Path(__file__).parent
MODES = {"d": "direct", "i": "indirect", "m": "mixed", "t": "turn", "j": "joint"}
OPEN = re.compile(
    r"\[(?P<mode>[dimtj])(?P<n>\d+) ?(?P<act>said|thought|intended|[?])?\||(?P<kind>[{<(])(?P<m>\d+)\|"
)
CLOSE = {"[": "]", "{": "}", "<": ">", "(": ")"}
LEAST = {"direct": 1.0, "turn": 1.0, "joint": 0.6, "indirect": 0.75, "mixed": 0.75}


@dataclass
class Marked:
    """One marked statement: ranges in the text without its marks."""

    mode: str = ""
    act: str | None = None
    content: list[Span] = field(default_factory=list)
    speaker: list[Span] = field(default_factory=list)
    addressee: list[Span] = field(default_factory=list)
    via: list[Span] = field(default_factory=list)


@dataclass
class Case:
    """A text and what should be found in it."""

    name: str
    text: str
    marked: list[Marked]
    options: dict[str, str]


def parsed(name: str, source: str, options: dict[str, str]) -> Case:
    """The text without its marks, and the marks as ranges of it."""
    out: list[str] = []
    size, at = 0, 0
    stack: list[tuple[str, int, int]] = []
    found: dict[int, Marked] = {}
    while at < len(source):
        mark = OPEN.match(source, at)
        if mark:
            kind, number = mark["kind"] or "[", int(mark["n"] or mark["m"])
            one = found.setdefault(number, Marked())
            if kind == "[":
                one.mode, one.act = MODES[mark["mode"]], mark["act"] or one.act
            stack.append((kind, number, size))
            at = mark.end()
        elif stack and source[at] == CLOSE[stack[-1][0]]:
            kind, number, start = stack.pop()
            one = found[number]
            {"[": one.content, "{": one.speaker, "<": one.addressee, "(": one.via}[kind].append(
                Span(start, size)
            )
            at += 1
        else:
            out.append(source[at])
            size, at = size + 1, at + 1
    assert not stack, f"{name}: a mark is left open"
    assert all(one.content for one in found.values()), f"{name}: a speaker without words"
    return Case(name, "".join(out), [found[n] for n in sorted(found)], options)


def cases() -> list[Case]:
    """Every case of every file beside this one."""
    result = []
    for path in sorted(HERE.glob("*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, _, body = part.partition("\n")
            name, *options = [piece.strip() for piece in head.split("|")]
            pairs = dict(option.partition("=")[::2] for option in options)
            result.append(parsed(f"{path.stem}: {name}", body.strip("\n") + "\n", pairs))
    return result


CASES = cases()


def kept(spans: Sequence[Span], text: str) -> set[int]:
    """Offsets of the letters and digits covered: marks and spaces at an edge are a matter of taste."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def fits(want: Marked, got: Statement, text: str) -> list[str]:
    """What is wrong with `got` as an answer to `want`; the first entry says that the words are others."""
    ours, theirs = kept(want.content, text), kept(got.content, text)
    speaker = kept([got.speaker.span], text) if got.speaker else set()
    wrong = []
    if len(ours & theirs) < LEAST[want.mode] * len(ours | theirs):
        wrong.append("words")
    if got.mode != want.mode:
        wrong.append("mode")
    if want.act not in (None, "?") and got.act != want.act:
        wrong.append("act")
    named = kept(want.speaker, text)
    if want.act != "?" and not (speaker & named if named else not speaker):
        wrong.append("speaker")
    if want.addressee and not (got.addressee and kept([got.addressee], text) & kept(want.addressee, text)):
        wrong.append("addressee")
    if want.via and not kept(got.via, text) & kept(want.via, text):
        wrong.append("via")
    return wrong


def shown(mode: str, spans: Sequence[Span], speaker: str | None, more: str, text: str) -> str:
    """A statement on one line."""
    words = " ... ".join(Span(*span).of(text).replace("\n", "⏎") for span in spans)
    return f"{mode:8} [{speaker or '-'}] {words}{more}"


def wanted_line(want: Marked, text: str) -> str:
    """A marked statement on one line."""
    speaker = " / ".join(span.of(text) for span in want.speaker)
    hearer = f"   to {want.addressee[0].of(text)}" if want.addressee else ""
    return shown(want.mode, want.content, speaker, hearer + (f"   act {want.act}" if want.act else ""), text)


def found_line(got: Statement, text: str) -> str:
    """A found statement on one line, with the rule that found it."""
    hearer = f"   to {got.addressee.of(text)}" if got.addressee else ""
    speaker = got.speaker.span.of(text) if got.speaker else None
    return shown(got.mode, got.content, speaker, f"{hearer}   ({got.act}, {got.rule})", text)


def readings(case: Case) -> tuple[list[Statement], list[str]]:
    """The statements found in the case's text, and its passages on one line each."""
    name = "case." + case.options.get("as", "txt")
    item = Item(path=name, source=f"/{name}", kind=None, data=case.text.encode())
    results = list(read.documents(item, Settings()))
    assert len(results) == 1
    reading = results[0]
    assert not isinstance(reading, Failure), str(reading)
    document = reading.document
    assert document.text == case.text
    language = case.options.get("language", "en")
    if language != "auto":
        document = replace(document, language=language)
    passages = [f"{one.number} {one.kind}: {one.span.of(case.text)[:60]!r}" for one in reading.passages]
    return find.statements(document, reading.passages), passages


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_gold(case: Case) -> None:
    """Each marked statement is found; with `only`, nothing else is."""
    got, passages = readings(case)
    problems, used = [], set()
    for want in case.marked:
        tries = [(len(fits(want, one, case.text)), i) for i, one in enumerate(got) if i not in used]
        good = [i for wrong, i in tries if not wrong]
        if good:
            used.add(good[0])
            continue
        ours = kept(want.content, case.text)
        near = [i for _, i in sorted(tries) if ours & kept(got[i].content, case.text)]
        why = f"wrong {', '.join(fits(want, got[near[0]], case.text))}" if near else "nothing there"
        problems.append(f"{why}: {wanted_line(want, case.text)}")
    if "only" in case.options:
        extra = [i for i in range(len(got)) if i not in used]
        problems += [f"not marked: {found_line(got[i], case.text)}" for i in extra]
    if case.options.get("members"):
        joint = [one for one in got if one.mode == "joint" and one.speaker]
        names = (
            [span.of(case.text) for span in joint[0].speaker.members] if joint and joint[0].speaker else []
        )
        if names != case.options["members"].split(";"):
            problems.append(f"members: {names}")
    if problems:
        lines = ["", case.text.rstrip(), "", "EXPECTED"]
        lines += [f"  {wanted_line(want, case.text)}" for want in case.marked]
        lines += ["GOT", *(f"  {found_line(one, case.text)}" for one in got)]
        lines += ["PASSAGES", *(f"  {line}" for line in passages)]
        lines += ["PROBLEMS", *(f"  {line}" for line in problems)]
        pytest.fail("\n".join(lines), pytrace=False)


def test_the_cases_cover_every_kind() -> None:
    """At least sixty cases, and each mode, act and role among them, so that no file can fall away unseen."""
    everything = [one for case in CASES for one in case.marked]
    assert len(CASES) >= 60
    assert {one.mode for one in everything} == set(MODES.values())
    assert {"thought", "intended"} <= {one.act for one in everything}
    assert any(one.addressee for one in everything)
    assert any(not one.speaker for one in everything)
