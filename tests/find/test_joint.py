"""Protects joint statements: who "we" are, one statement a clause, and the many texts that only say "we"."""

from __future__ import annotations

import pytest

from onrecord.find.joint import clauses, collective

OPENING = (
    "We, the presidents of the River League (Arvia, Belmar, Corland), appeal to all to protect the strait."
)
CONDEMN = "We condemn the attack on the ferry."
MEMBERS = ["Arvia", "Belmar", "Corland"]


def who(paper, lex, *pieces: object, **more: str) -> tuple[str, list[str], str | None] | None:
    """(mention, members, name) of the collective speaker of some pieces."""
    document, passages = paper(*pieces, **more)
    found = collective(document, passages, lex)
    if found is None:
        return None
    return found.span.of(document.text), [m.of(document.text) for m in found.members], found.name


def test_presented(paper, lex) -> None:
    """The opening presents the speaker, its members stand in a parenthesis, its name is neither."""
    got = who(paper, lex, OPENING, CONDEMN)
    assert got == (OPENING[: OPENING.index(", appeal")], MEMBERS, "the presidents of the River League")


@pytest.mark.parametrize(
    ("opening", "members"),
    [
        ("We, the mayors of Arvia, Belmar, Corland, met.", ["Arvia", "Belmar", "Corland"]),
        ("We, the foreign ministers of Arvia and Belmar, met.", []),
        ("We, the undersigned, met.", []),
    ],
)
def test_members(paper, lex, opening: str, members: list[str]) -> None:
    """Three or more behind "of" are members too; no name is made up."""
    got = who(paper, lex, opening, CONDEMN)
    assert got is not None
    assert got[1] == members


@pytest.mark.parametrize(
    "title", ["Joint statement of the ministers", "Leaders’ declaration", "Communiqué of Orsk"]
)
def test_titled(paper, lex, title: str) -> None:
    """A title that says so is enough, on the page or in its facts, where the text says "we"."""
    for got in (
        who(paper, lex, ("heading", title), CONDEMN, "Our towns agree."),
        who(paper, lex, CONDEMN, "Our towns agree.", title=title),
    ):
        assert got is not None
        assert got[1] == []
    assert who(paper, lex, ("heading", title), "The ferry left.", "Nobody came.") is None


@pytest.mark.parametrize(
    "pieces",
    [
        [CONDEMN, "We wait."],
        ["We, the old crew, waited.", "We left."],
        [OPENING, *["The ferry left at nine."] * 9],
        [("heading", "A statement"), CONDEMN],
        [("heading", "Joint repairs")],
        [],
    ],
)
def test_others_are_not_joint(paper, lex, pieces: list) -> None:
    """Neither "we" nor a title of another kind, nor one such sentence in a long text."""
    assert who(paper, lex, *pieces) is None


def found(paper, lex, *pieces: object) -> list[tuple[str, str, str | None, str]]:
    """(rule, mention, cue, words) of each clause."""
    document, passages = paper(*pieces)
    text = document.text
    speaker = collective(document, passages, lex)
    assert speaker is not None
    return [
        (f.rule, text[slice(*f.source)], text[slice(*f.cue)] if f.cue else None, text[slice(*f.content[0])])
        for _, f in clauses(text, passages, speaker, lex)
    ]


def test_each_paragraph_is_a_clause(paper, lex) -> None:
    """Spoken by the "we" it holds; headings are nobody's; a preamble is called one."""
    preamble = "Recalling the treaty of Orsk, we urge all to reopen the canal."
    got = found(
        paper,
        lex,
        OPENING,
        ("heading", "Part two"),
        CONDEMN,
        ("list", "1. We call upon the towns."),
        preamble,
    )
    mention = OPENING[: OPENING.index(", appeal")]
    assert got == [
        ("joint:clause", mention, "appeal", OPENING),
        ("joint:clause", "We", "condemn", CONDEMN),
        ("joint:clause", "We", "call", "1. We call upon the towns."),
        ("joint:preamble", "we", "urge", preamble),
    ]


def test_a_clause_without_we(paper, lex) -> None:
    """Is spoken by the speaker whom the opening presents, without a cue."""
    got = found(paper, lex, OPENING, CONDEMN, "The strait belongs to nobody.")
    assert got[-1] == (
        "joint:clause",
        OPENING[: OPENING.index(", appeal")],
        None,
        "The strait belongs to nobody.",
    )


def test_the_dateline_is_not_declared(paper, lex) -> None:
    """Place and day before the first words are left out."""
    assert found(paper, lex, f"ORSK, May 4, 2031 — {OPENING}", CONDEMN)[0][3] == OPENING


def test_a_paragraph_that_declares_twice(paper, lex) -> None:
    """Is cut where a sentence begins anew with "we" and a verb of declaring, and nowhere else."""
    first = "We condemn the attack on the northern ferry and the fire in the old harbour of Belmar."
    second = "We also call upon the towns to help. We walked there."
    got = found(paper, lex, OPENING, f"{first} {second}")
    assert [words for *_, words in got[1:]] == [first, second]


def test_declared_is_a_clause_of_its_own(paper, lex) -> None:
    """What a reader saw declared is cut from what stands around it, by whoever is said to declare it."""
    told = (
        "The ferry line is old and has carried people over for many years. "
        "The presidents of Arvia and Belmar share the hope that it will be mended before the winter comes. "
        "Its boats are three, and its piers were built when the river ran lower than it does."
    )
    document, passages = paper(OPENING, told)
    speaker = collective(document, passages, lex)
    assert speaker is not None
    at, text = passages[1], document.text
    cue = (text.index("share"), text.index("share") + len("share"))
    source = (text.index("The presidents of Arvia"), cue[0] - 1)
    plain = [f for p, f in clauses(text, passages, speaker, lex) if p is at]
    assert len(plain) == 1
    found = [f for p, f in clauses(text, passages, speaker, lex, {at.number: [(cue, source)]}) if p is at]
    assert [text[slice(*f.content[0])][:9] for f in found] == ["The ferry", "The presi", "Its boats"]
    assert text[slice(*found[1].source)] == "The presidents of Arvia and Belmar"
    assert text[slice(*found[1].cue)] == "share"
