"""Protects the typed passages of a text: where each begins and ends, its kind, and the label it carries."""

from __future__ import annotations

import textwrap

import pytest

from onrecord.model import Span
from onrecord.read.layout import Block, passages

LONG = "The old bridge was closed in March after its pillars had cracked, and nobody has repaired it since."
MORE = (
    "The ferry carried forty people to the island, and it came back empty because nobody wanted to leave it."
)
HALL = "The hall was full before the meeting, and those who came late stood along the wall in their coats."
# Hard-wrapped at 72 columns.
WRAPPED = """\
The old bridge was closed in March after two of its pillars had cracked,
and nobody has repaired it since. Marta Velin, who led the inspection in
the spring, said that the work would take a year. The town has asked for
a ferry.
The ferry will run on weekdays, and on Sundays there will be a bus which
stops at the mill, at the harbour and at the school behind the old hall."""


def lines(text: str, **more: object) -> list[str]:
    """Each passage as "kind: first words", and " = label" where it has one."""
    out = []
    for p in passages("d", text, **more):  # type: ignore[arg-type]
        start = " ".join(p.span.of(text).split()[:2])
        out.append(f"{p.kind}: {start} = {p.label.of(text)}" if p.label else f"{p.kind}: {start}")
    return out


def doc(*parts: str) -> str:
    """A text of some parts with a blank line between them."""
    return "\n\n".join(parts)


CASES: dict[str, tuple[str, list[str]]] = {
    "paragraphs": (doc(LONG, MORE), ["paragraph: The old", "paragraph: The ferry"]),
    "one line each": (
        f"{LONG}\n{MORE}\n{HALL}",
        ["paragraph: The old", "paragraph: The ferry", "paragraph: The hall"],
    ),
    "CRLF": (f"{LONG}\r\n\r\n{MORE}\r\n", ["paragraph: The old", "paragraph: The ferry"]),
    "CR alone": (f"{LONG}\r\r{MORE}", ["paragraph: The old", "paragraph: The ferry"]),
    "blank lines with spaces": (f"{LONG}\n \t\n\n{MORE}", ["paragraph: The old", "paragraph: The ferry"]),
    "form feed": (f"{LONG}\f{MORE}", ["paragraph: The old", "paragraph: The ferry"]),
    "indented": (f"   {LONG}\n\n\u00a0\u00a0{MORE}  ", ["paragraph: The old", "paragraph: The ferry"]),
    "wrapped": (WRAPPED, ["paragraph: The old", "paragraph: The ferry"]),
    "wrapped, CRLF": (WRAPPED.replace("\n", "\r\n"), ["paragraph: The old", "paragraph: The ferry"]),
    "title": (doc("The bridge stays closed", LONG), ["heading: The bridge", "paragraph: The old"]),
    "title that asks": (
        doc("Who will pay for the bridge?", LONG),
        ["heading: Who will", "paragraph: The old"],
    ),
    "heading between": (
        doc(LONG, "After the flood", MORE),
        ["paragraph: The old", "heading: After the", "paragraph: The ferry"],
    ),
    "a short sentence is no heading": (
        doc(LONG, "Nobody came.", MORE),
        ["paragraph: The old", "paragraph: Nobody came.", "paragraph: The ferry"],
    ),
    "a short quotation is no heading": (
        doc(LONG, "“Nobody came”", MORE),
        ["paragraph: The old", "paragraph: “Nobody came”", "paragraph: The ferry"],
    ),
    "Markdown headings": (
        doc("# The bridge", LONG, "## After", MORE),
        ["heading: # The", "paragraph: The old", "heading: ## After", "paragraph: The ferry"],
    ),
    "bold heading": (
        doc(LONG, "**After the flood**", MORE),
        ["paragraph: The old", "heading: **After the", "paragraph: The ferry"],
    ),
    "byline": (
        doc("The bridge stays closed", "By Hana Quill", LONG),
        ["heading: The bridge", "furniture: By Hana", "paragraph: The old"],
    ),
    "a sentence that begins with by": (
        doc(LONG, "By June the lake was dry."),
        ["paragraph: The old", "paragraph: By June"],
    ),
    "furniture": (
        doc(
            "Home",
            LONG,
            "See also Ferry fares to rise",
            "Print version",
            "Back to top",
            "Share this",
            "12 comments",
            "3 of 4",
        ),
        [
            "furniture: Home",
            "paragraph: The old",
            "furniture: See also",
            "furniture: Print version",
            "furniture: Back to",
            "furniture: Share this",
            "furniture: 12 comments",
            "paragraph: 3 of",
        ],
    ),
    "captions": (
        doc(LONG, "Photo: Bram Oster", "The ferry at dawn (photo by Bram Oster)", MORE),
        ["paragraph: The old", "caption: Photo: Bram", "caption: The ferry", "paragraph: The ferry"],
    ),
    "lists": (
        doc(LONG, "- oars\n- ropes\n- a lamp", "1. oars\n2. ropes", "• oars", MORE),
        [
            "paragraph: The old",
            "list: - oars",
            "list: - ropes",
            "list: - a",
            "list: 1. oars",
            "list: 2. ropes",
            "list: • oars",
            "paragraph: The ferry",
        ],
    ),
    "block quotation": (
        doc(LONG, "> Nobody came.", MORE),
        ["paragraph: The old", "block_quotation: > Nobody", "paragraph: The ferry"],
    ),
    "footnotes": (
        doc(
            f"{LONG} (1) {HALL}",
            f"{MORE} (2) {HALL}",
            "(1) The town’s own figures.",
            "(2) As told to the Courier.",
        ),
        ["paragraph: The old", "paragraph: The ferry", "furniture: (1) The", "furniture: (2) As"],
    ),
    "words in bold at the end are no footnotes": (
        doc(LONG, f"**Ana Brod, mayor of Velin:** “{MORE}”", f"**Bo Lind:** “{MORE}”"),
        ["paragraph: The old", "paragraph: **Ana Brod,", "paragraph: **Bo Lind:**"],
    ),
    "a note behind an asterisk is one": (
        doc(LONG, MORE, "*As told to the Courier by the town itself."),
        ["paragraph: The old", "paragraph: The ferry", "furniture: *As told"],
    ),
    "numbers within a text are no footnotes": (
        doc("(1) The bridge was closed.", LONG),
        ["paragraph: (1) The", "paragraph: The old"],
    ),
    "index of links": (
        doc(
            LONG,
            MORE,
            "04.05.2031 - Ferry fares to rise",
            "03.05.2031 - The mill reopens",
            "01.05.2031 - Lake falls",
            "Contact us here.",
        ),
        [
            "paragraph: The old",
            "paragraph: The ferry",
            "furniture: 04.05.2031 -",
            "furniture: 03.05.2031 -",
            "furniture: 01.05.2031 -",
            "furniture: Contact us",
        ],
    ),
    "two dated lines are no index": (
        doc(LONG, "04.05.2031 - The ferry sank at noon.", "03.05.2031 - The mill was sold in May.", MORE),
        ["paragraph: The old", "paragraph: 04.05.2031 -", "paragraph: 03.05.2031 -", "paragraph: The ferry"],
    ),
    "pull-quote": (
        doc(LONG, "We can keep the whole town alive Ruta Salm Minister of Energy", MORE),
        [
            "paragraph: The old",
            "block_quotation: We can = Ruta Salm Minister of Energy",
            "paragraph: The ferry",
        ],
    ),
    "pull-quote behind a link": (
        doc(
            LONG,
            "See also Ferry fares to rise My grandmother paid for the goat Ada Renholm President of Arvia",
            MORE,
        ),
        [
            "paragraph: The old",
            "block_quotation: See also = Ada Renholm President of Arvia",
            "paragraph: The ferry",
        ],
    ),
    "a sentence that ends in a name and title": (
        doc(LONG, "The prize was handed over by Ada Renholm President of Arvia.", MORE),
        ["paragraph: The old", "paragraph: The prize", "paragraph: The ferry"],
    ),
    "transcript": (
        doc("MS. ORRIN:  Good day.", LONG, "Q   Is it closed?", "MS. ORRIN:  It is.", MORE),
        [
            "turn: MS. ORRIN: = MS. ORRIN",
            "turn: The old = MS. ORRIN",
            "turn: Q Is = Q",
            "turn: MS. ORRIN: = MS. ORRIN",
            "turn: The ferry = MS. ORRIN",
        ],
    ),
    "furniture within a turn": (
        doc("MS. ORRIN:  Good day.", "Print version", MORE, "Q   Is it closed?"),
        [
            "turn: MS. ORRIN: = MS. ORRIN",
            "furniture: Print version",
            "turn: The ferry = MS. ORRIN",
            "turn: Q Is = Q",
        ],
    ),
    "a turn on one line each": (
        "MS. ORRIN:  Good day.\nQ   Is it closed?\nMS. ORRIN:  It is.",
        ["turn: MS. ORRIN: = MS. ORRIN", "turn: Q Is = Q", "turn: MS. ORRIN: = MS. ORRIN"],
    ),
    "the end of a transcript": (
        doc("MS. ORRIN:  Good day.", "Q   Is it closed?", "MS. ORRIN:  It is.", "END   2:10 P.M. EDT", LONG),
        [
            "turn: MS. ORRIN: = MS. ORRIN",
            "turn: Q Is = Q",
            "turn: MS. ORRIN: = MS. ORRIN",
            "paragraph: END 2:10",
            "paragraph: The old",
        ],
    ),
    "bold names and times": (
        doc(
            "**Odo Lenk:** Nothing to add.",
            "[00:12] **Hana Quill:** Nothing?",
            "**Odo Lenk:** No.",
            "**Hana Quill:** Who has?",
        ),
        [
            "turn: **Odo Lenk:** = Odo Lenk",
            "turn: [00:12] **Hana = Hana Quill",
            "turn: **Odo Lenk:** = Odo Lenk",
            "turn: **Hana Quill:** = Hana Quill",
        ],
    ),
    "an interview set into an essay": (
        doc(
            LONG,
            MORE,
            "Question: Will there be a ferry?",
            "Answer: On weekdays.",
            "Question: And the bridge?",
            "Answer: The bridge can wait.",
            HALL,
            LONG,
            MORE,
        ),
        [
            "paragraph: The old",
            "paragraph: The ferry",
            "turn: Question: Will = Question",
            "turn: Answer: On = Answer",
            "turn: Question: And = Question",
            "turn: Answer: The = Answer",
            "paragraph: The hall",
            "paragraph: The old",
            "paragraph: The ferry",
        ],
    ),
    "labels in an index are none": (
        doc(
            "Question: Is it?",
            "Answer: It is.",
            "01.05.2031 - Ada Renholm: We stay",
            "02.05.2031 - Two",
            "03.05.2031 - Three",
        ),
        [
            "turn: Question: Is = Question",
            "turn: Answer: It = Answer",
            "furniture: 01.05.2031 -",
            "furniture: 02.05.2031 -",
            "furniture: 03.05.2031 -",
        ],
    ),
    "nothing": ("", []),
    "white space": (" \n\t\r\n\u00a0\f", []),
}


@pytest.mark.parametrize("name", CASES)
def test_passages(name: str) -> None:
    """Exactly these passages, each of its kind, with its label."""
    text, expected = CASES[name]
    assert lines(text) == expected


@pytest.mark.parametrize("width", [60, 72, 90])
def test_wrapping_is_no_border(width: int) -> None:
    """Paragraphs wrapped at any usual width are found whole, and none is split."""
    whole = [f"{LONG} {MORE} {HALL}", f"{HALL} {LONG}", f"{MORE} {HALL} {LONG}"]
    text = doc(*("\n".join(textwrap.wrap(one, width)) for one in whole))
    assert [" ".join(p.span.of(text).split()) for p in passages("d", text)] == whole


def test_a_sentence_that_ends_at_the_margin_is_no_border() -> None:
    """A full line wraps, whatever closes it; a shorter one that ends a sentence ends its paragraph."""
    full = "The work on the old bridge over the river at Orsk will take all of June."
    assert len(full) == 72
    text = f"{WRAPPED}\n{full}\nNobody has asked for it, and so it will not be looked at again in May."
    assert lines(text) == ["paragraph: The old", "paragraph: The ferry"]


def test_a_list_and_a_label_begin_anew_in_wrapped_text() -> None:
    """Even where the line above is full."""
    text = WRAPPED + "\n- a list of things that are needed for the ferry and for the new bus too\n" + WRAPPED
    assert "list: - a" in lines(text)


def test_markdown_lines_run_on() -> None:
    """A single line break within a Markdown paragraph is no border; two spaces before it make it one."""
    text = "The bridge is closed.\nThe ferry runs.  \nThe mill stands."
    assert lines(text, markdown=True) == ["paragraph: The bridge", "paragraph: The mill"]
    assert len(lines(text)) == 3


def test_blocks_of_the_format() -> None:
    """What the format shows bounds passages and gives their kinds; the rest is read by layout."""
    parts = ["---\ntitle: x\n---", "The bridge", LONG, "oars", "ropes", "We stay", MORE]
    text = doc(*parts)
    kinds = ["furniture", "heading", "paragraph", "list", "list", "block_quotation", "caption"]
    blocks, position = [], 0
    for part, kind in zip(parts, kinds, strict=True):
        blocks.append(Block(Span(position, position + len(part)), kind))  # type: ignore[arg-type]
        position += len(part) + 2
    assert [line.partition(":")[0] for line in lines(text, blocks=blocks)] == kinds
    assert lines(text, blocks=blocks[:1])[1:3] == ["heading: The bridge", "paragraph: The old"]


def test_a_heading_of_the_format_ends_a_turn() -> None:
    """The paragraphs below it are nobody's, until the next label."""
    parts = ["MS. ORRIN:  Good day.", "The bridge", LONG, "Q   Is it closed?", "MS. ORRIN:  It is."]
    text = doc(*parts)
    start = text.index(parts[1])
    got = lines(text, blocks=[Block(Span(start, start + len(parts[1])), "heading")])
    assert got[1:4] == ["heading: The bridge", "paragraph: The old", "turn: Q Is = Q"]
