"""Protects: one utterance told in two ways is shown, and two utterances, spellings and roundings are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import check, trace
from onrecord.check import Retold, Told, attributed
from onrecord.model import Document, Finding, Hop, Mode, Order, Said, Span, Speaker, Statement, Voice, When

ANA, BO, THE_SAME = Voice("Ana Petrova", "a1"), Voice("Bo Lindqvist", "b2"), Voice("Petrova")
HOMES = "We will build more than 1,200 homes on the eastern shore before the winter of 2031 is over"


def when(day: str) -> When:
    return When(day, f"{day}T00:00:00Z", f"{day}T23:59:59Z")


def told(
    words: str,
    voice: Voice = ANA,
    mode: Mode = "direct",
    day: str | None = "2031-05-08",
    frame: str = '"{}," said Ana Petrova at the quay.',
    said: str | None = None,
) -> Told:
    """One side: the words in their frame, in a text of their own."""
    before, _, after = frame.partition("{}")
    text = f"The assembly met in the old harbour town.\n\n{before}{words}{after}\n\nThe talks go on."
    start = text.index(before + words) + len(before)
    last = voice.name.split()[-1]
    at = text.find(last, start + len(words)) if last in after else max(0, text.find(last))
    mention = Span(at, at + len(last))
    id = f"{abs(hash((words, voice, mode, day, frame))):016x}"[:16]
    published = when(day) if day else None
    document = Document(
        id,
        f"{id}.txt",
        id,
        f"The {id[:4]} Post",
        None,
        None,
        (),
        "text",
        "en",
        published,
        None,
        None,
        text,
        id,
    )
    statement = Statement(
        f"s{id}", id, 1, (Span(start, start + len(words)),), None, Speaker(mention, voice.name, "person"),
        None, (), Said(when(said), None, "as told") if said else None, mode, "said", "test", 0.9,
    )  # fmt: skip
    return Told(document, statement, voice, document.outlet or "")


def retold(one: Told, other: Told, order: Order = "published") -> Retold:
    """A repetition as tracing finds it."""
    spans = []
    for side in (one, other):
        assert side.statement
        spans.append(Span(side.statement.content[0].start, side.statement.content[-1].end))
    sides = [
        trace.Side(side.document.text, span, side.statement.content if side.statement else (), "en")
        for side, span in zip((one, other), spans, strict=True)
    ]
    found = trace.compared(*sides)
    return Retold(
        Hop(one.document.id, other.document.id, *spans, found.kind, found.edits, found.score, order),
        one,
        other,
    )


def findings(name: str, *several: Retold) -> list[Finding]:
    known = check.named(name)
    assert known
    assert known.retold
    return list(known.retold(several))


def changed(one: str, other: str, **given: object) -> list[Finding]:
    return findings("changed-words", retold(told(one), told(other, **{"frame": 'Petrova: "{}."', **given})))  # type: ignore[arg-type]


CHANGED = [
    (HOMES, HOMES.replace("1,200", "12,000"), "more than 1,200 homes", "more than 12,000 homes"),
    (HOMES, HOMES.replace("2031", "2033"), "2031", "2033"),
    (HOMES, HOMES.replace("will build", "will not build"), "We will build", "We will not build"),
    (HOMES, HOMES.replace("eastern", "western"), "eastern", "western"),
    (
        "The ferries to Kessel will sail again from Tuesday as soon as the harbour is free of ice",
        "The ferries to Kessel will sail again from Thursday as soon as the harbour is free of ice",
        "Tuesday",
        "Thursday",
    ),
    (
        "I have spoken with President Okafor about the grain that waits in our harbour",
        "I have spoken with President Varga about the grain that waits in our harbour",
        "Okafor",
        "Varga",
    ),
    (
        "Twenty-three schools in the valley have no heating and nobody has told us why",
        "Thirty-three schools in the valley have no heating and nobody has told us why",
        "Twenty-three schools",
        "Thirty-three schools",
    ),
]


@pytest.mark.parametrize(("one", "other", "here", "there"), CHANGED)
def test_a_change_in_the_same_words_is_shown_on_both_sides(
    one: str, other: str, here: str, there: str
) -> None:
    """A number, year, denial, place, day or name put for another is quoted as both texts print it."""
    [found] = changed(one, other)
    assert f'"{here}' in found.message
    assert f'"{there}' in found.message
    assert "Ana Petrova" in found.message
    assert len(found.passages) == 2
    assert len(found.statements) == 2


SAME = [
    HOMES.replace("1,200", "1200"),
    HOMES.replace("more than 1,200", "some 1,240"),
    HOMES.replace("more than ", "… "),
    HOMES.replace("We", "[The ministry]"),
    HOMES.replace("eastern shore", "east shore"),
    HOMES.replace("homes", "houses"),
    HOMES,
]


@pytest.mark.parametrize("other", SAME)
def test_what_is_only_written_otherwise_is_no_change(other: str) -> None:
    """Formats of numbers, roundings, ellipses, brackets and other words for one thing are let pass."""
    assert not changed(HOMES, other)


def test_a_speech_given_again_with_new_numbers_is_another_utterance() -> None:
    """Days that differ, or a publication weeks later, make two utterances of the same words."""
    other = HOMES.replace("1,200", "1,900")
    one = told(HOMES, said="2031-05-08")
    assert findings("changed-words", retold(one, told(other, day="2031-05-09", said="2031-05-08")))
    assert not findings("changed-words", retold(one, told(other, day="2031-05-20", said="2031-05-19")))
    assert not findings("changed-words", retold(one, told(other, day="2031-06-30")))


def test_two_transcripts_of_one_outlet_are_two_speeches() -> None:
    """Who speaks twice on a day may give two numbers; a quotation of one of both speeches is faithful."""
    first = told(HOMES, mode="turn", frame="PETROVA:  {}.")
    again = told(HOMES.replace("1,200", "1,900"), mode="turn", frame="MS. PETROVA:  {}.")
    again = replace(again, document=replace(again.document, outlet=first.outlet), outlet=first.outlet)
    quoted = told(HOMES.replace("1,200", "1,900"))
    assert not findings("changed-words", retold(first, again))
    assert findings("changed-words", retold(first, quoted))
    assert not findings("changed-words", retold(first, quoted), retold(again, quoted))


def test_a_copy_of_a_transcript_is_the_same_speech() -> None:
    """A transcript that was reprinted as a whole with another number is one utterance in two wordings."""
    frame = "PETROVA:  {}.  " + "  ".join(
        f"Nobody in the hall had asked for item {n} of it." for n in range(30)
    )
    first = told(HOMES, mode="turn", frame=frame)
    again = told(HOMES.replace("1,200", "1,900"), mode="turn", frame=frame)
    again = replace(again, document=replace(again.document, outlet=first.outlet), outlet=first.outlet)
    assert findings("changed-words", retold(first, again))


def test_others_with_the_same_words_are_no_retelling() -> None:
    """Two speakers who use nearly the same words with two numbers said two things."""
    other = HOMES.replace("1,200", "1,900")
    assert not findings("changed-words", retold(told(HOMES), told(other, BO)))
    assert findings("changed-words", retold(told(HOMES), told(other, THE_SAME)))


def test_words_given_to_two_speakers_are_shown() -> None:
    """The same telling words under two names are one finding that names both."""
    [found] = findings("two-speakers", retold(told(HOMES), told(HOMES, BO, frame='Lindqvist: "{}."')))
    assert "Ana Petrova" in found.message
    assert "Bo Lindqvist" in found.message


@pytest.mark.parametrize(
    ("frame", "voice"),
    [
        ('Quoting Petrova, he said: "{}."', BO),
        ('As the minister put it last night, "{}."', BO),
        ('"{}," said Ana Petrova\'s spokesman Bo Lindqvist.', BO),
        ('Petrova: "{}."', Voice("A. Petrova")),
        ('The ministry said: "{}."', Voice("Ministry of Housing", "c3")),
        ('The minister said: "{}."', Voice("the minister")),
    ],
)
def test_whoever_passes_words_on_is_no_second_speaker(frame: str, voice: Voice) -> None:
    """Quoting, a spokesman, a body, a title and another form of the name are let pass."""
    assert not findings("two-speakers", retold(told(HOMES), told(HOMES, voice, frame=frame)))


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ('"{}." That was Bo Lindqvist on Monday.', "Bo Lindqvist"),
        ('"{}." (Bo Lindqvist, mayor)', "Bo Lindqvist"),
        ('"{}" – Mayor Bo Lindqvist', "Bo Lindqvist"),
        ('"{}," reads a letter from Housing Minister Ana Petrova.', "Ana Petrova"),
        ('In the words of Mayor Bo Lindqvist, "{}."', "Bo Lindqvist"),
        ('"{}." The Assembly House was empty.', ""),
        ('"{}" – a line that nobody had expected.', ""),
        ('"{}." (The Minister)', ""),
    ],
)
def test_a_name_beside_the_words_is_whose_they_are(frame: str, found: str) -> None:
    """A name after a dash, in brackets or after "that was", of two words or more."""
    side = told(HOMES, BO, frame=frame)
    assert side.statement
    assert attributed.name(side.document.text, side.statement, None, "") == found


@pytest.mark.parametrize(
    ("title", "label", "found"),
    [
        ("Remarks by Mayor Bo Lindqvist at the Quay", "THE MAYOR", "Bo Lindqvist"),
        ("Remarks by Mayor Bo Lindqvist and Mayor Ana Petrova", "THE MAYOR", "THE MAYOR"),
        ("Remarks by Mayor Bo Lindqvist", "THE PRESIDENT", "THE PRESIDENT"),
        ("A Walk by the Quay", "THE MAYOR", "THE MAYOR"),
    ],
)
def test_a_title_names_who_speaks_under_it(title: str, label: str, found: str) -> None:
    """The one person in the title of a transcript who bears the title of the turn."""
    side = told(HOMES, Voice(label), mode="turn", frame="THE MAYOR:  {}.")
    assert side.statement
    assert attributed.name(side.document.text, side.statement, title, label) == found


def test_what_many_say_is_nobodys() -> None:
    """Oaths, prayers and short phrases stand under many names."""
    for words in (
        "I do solemnly swear that I will faithfully execute the office of harbour master of Kessel",
        "There is more work to do and we will do it together",
    ):
        assert not findings("two-speakers", retold(told(words), told(words, BO, frame='Lindqvist: "{}."')))


def test_words_put_within_the_marks_are_shown() -> None:
    """What one text has within quotation marks and the other leaves out without a sign."""
    longer = HOMES.replace(" on the", " with money from abroad on the")
    for mode in ("turn", "direct"):
        [found] = findings("enclosed", retold(told(HOMES, mode=mode, frame="PETROVA:  {}."), told(longer)))  # type: ignore[arg-type]
        assert '"with money from abroad"' in found.message


FULL = "PETROVA:  The sea has taken enough.  {}.  The ferries sail again in spring."


@pytest.mark.parametrize(
    ("other", "more"),
    [
        (HOMES + " and the money is already in the bank", "and the money is already in the bank"),
        ("Whatever the newspapers write, we" + HOMES[2:], "Whatever the newspapers write"),
        (HOMES.replace(" before", ", as everybody here asked us, before"), "as everybody here asked us"),
    ],
)
def test_words_at_the_edge_of_a_quoted_sentence_are_shown(other: str, more: str) -> None:
    """Before, after and between commas: the transcript's sentence is whole without what the marks enclose."""
    one = told(HOMES, mode="turn", frame=FULL)
    [found] = findings("enclosed", retold(one, told(other)))
    assert f'"{more}"' in found.message


def pieces(side: Told, said: str) -> Told:
    """The same, with a quotation cut in two by "said somebody"; the marks are part of its words, as found."""
    assert side.statement
    text, (words,) = side.document.text, side.statement.content
    at = text.index(said)
    content = Span(words.start, at), Span(at + len(said), words.end)
    return replace(side, statement=replace(side.statement, content=content))


CUT = "“We will build more than 1,200 homes on the eastern shore,” Petrova said, "


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (CUT + "“before the winter of 2031 is over and not a day later.”", "and not a day later"),
        (
            CUT + "“as everybody here asked us, before the winter of 2031 is over.”",
            "as everybody here asked us",
        ),
    ],
)
def test_words_put_into_a_quotation_cut_in_two_are_shown(words: str, more: str) -> None:
    """What stands around "Petrova said" is one sentence, and neither that nor its border is put in."""
    cut = pieces(told(words, frame="{}"), " Petrova said, ")
    [found] = findings("enclosed", retold(told(HOMES, mode="turn", frame=FULL), cut))
    assert f'"{more}"' in found.message
    whole = words.replace(" and not a day later", "").replace("as everybody here asked us, ", "")
    cut = pieces(told(whole, frame="{}"), " Petrova said, ")
    assert not findings("enclosed", retold(told(HOMES, mode="turn", frame=FULL), cut))


def test_two_sentences_around_who_speaks_are_not_one() -> None:
    """A second sentence after "she said" is a sentence of the same speech, which others may leave out."""
    words = f"“{HOMES},” Petrova said. “Nobody in this town can stop the crane any longer.”"
    cut = pieces(told(words, frame="{}"), " Petrova said. ")
    assert not findings("enclosed", retold(told(HOMES, mode="turn", frame=FULL), cut))


@pytest.mark.parametrize(
    ("other", "day", "shown"),
    [
        (HOMES + " – or the money goes back to the bank", "2031-05-08", True),
        (HOMES + ", and if need be without a crane", "2031-05-08", True),
        (HOMES + " and the money is already in the bank", "2031-05-13", True),
        ("We will sail soon and we will see them and the boats of our sons", "2031-05-13", False),
    ],
)
def test_a_dash_a_chance_word_and_some_days_hide_nothing(other: str, day: str, shown: bool) -> None:
    """ "Is over. And the" is no part of "is over, and if need be"; days later only telling words count."""
    base = HOMES if other.startswith(HOMES) else other.removesuffix(" and the boats of our sons")
    full = FULL.replace("The ferries", "And the ferries")
    one = told(base, mode="turn", frame=full)
    assert bool(findings("enclosed", retold(one, told(other, day=day)))) is shown


def test_an_apostrophe_opens_no_quotation() -> None:
    """ "Grab ‘n go" and "the ‘60s" stand in plain text, and so do the words after them."""
    frame = "The kitchens of the ‘60s let them grab ‘n go. {}, Petrova said."
    plain = told(HOMES + " and the money is already in the bank", frame=frame)
    assert not findings("enclosed", retold(told(HOMES, mode="turn", frame=FULL), plain))


@pytest.mark.parametrize(
    ("via", "shown"),
    [("the Kessel Herald", True), ("Ana Petrova", False), ("his lawyer", False)],
)
def test_a_paper_is_no_speaker_and_who_passes_words_on_may_be_one(via: str, shown: bool) -> None:
    """Words told to a paper are the speaker's; words that came through the other are also the other's."""
    side = told(HOMES, BO, frame=f'Lindqvist told {via}: "{{}}."')
    assert side.statement
    at = side.document.text.index(via)
    passed = replace(side, statement=replace(side.statement, via=(Span(at, at + len(via)),)))
    assert bool(findings("two-speakers", retold(told(HOMES), passed))) is shown


def test_a_spokesman_has_words_of_his_own() -> None:
    """In a text of his own that nowhere names the other he speaks for nobody else there."""
    spokesman = Voice("Ilia Marek")
    for sentence, shown in (("The harbour is full.", True), ("President Petrova has signed.", False)):
        own = told(
            HOMES,
            spokesman,
            mode="turn",
            frame=f"Statement by Press Secretary Ilia Marek\n\n{{}}.  {sentence}",
        )
        assert own.statement
        at = own.document.text.index("Marek")
        own = replace(
            own, statement=replace(own.statement, speaker=Speaker(Span(at, at + 5), "Marek", "person"))
        )
        assert bool(findings("two-speakers", retold(own, told(HOMES)))) is shown


def test_nobody_is_named_by_a_description() -> None:
    """ "The harbour candidate" may be anybody, also the other speaker."""
    candidate = told(HOMES, Voice("The Harbour Candidate"), frame='The Harbour Candidate said: "{}."')
    assert not findings("two-speakers", retold(told(HOMES), candidate))


def test_the_same_words_around_who_speaks_are_one_run() -> None:
    """A quotation cut in two has as many words of the other's as one in a piece."""
    words = "“We will build homes on the shore,” Lindqvist said, “before the winter of 2031 is over.”"
    cut = pieces(told(words, BO, frame="{}"), " Lindqvist said, ")
    plain = "We will build homes on the shore before the winter of 2031 is over"
    [found] = findings("two-speakers", retold(told(plain), cut))
    assert f'"{plain}"' in found.message


def test_a_quotation_may_begin_and_end_anywhere() -> None:
    """Who quotes less than somebody else put nothing into anybody's mouth."""
    longer = told(HOMES + " and the money is already in the bank")
    assert not findings("enclosed", retold(told(HOMES), longer))
    assert not findings(
        "enclosed",
        retold(told(longer.statement.content[0].of(longer.document.text), mode="turn"), told(HOMES)),
    )  # type: ignore[union-attr]
    elsewhere = FULL.replace("The ferries", "And the money is already in the bank.  The ferries")
    assert not findings("enclosed", retold(told(HOMES, mode="turn", frame=elsewhere), longer))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HOMES, HOMES.replace(" on the", " [in the capital] on the")),
        (HOMES.replace(" on the", " … on the"), HOMES.replace(" on the", " with money from abroad on the")),
        (HOMES, HOMES.replace(" on the", ", you know, on the")),
        (HOMES, HOMES.replace("build more", "build — rebuild — more")),
    ],
)
def test_signs_of_an_omission_and_fillers_are_let_pass(one: str, other: str) -> None:
    """An ellipsis, a bracket, a false start and words that say nothing are no words put in."""
    assert not findings("enclosed", retold(told(one, mode="turn", frame="PETROVA:  {}."), told(other)))


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(("direct", "turn", "mixed", "indirect")))
def test_any_words_can_be_compared(one: str, other: str, mode: Mode) -> None:
    """Odd text gives no crash, and every span stands within its text."""
    pair = retold(told(f"{HOMES} {one}"), told(f"{HOMES.replace('1,200', '7')} {other}", mode=mode))
    for known in check.wording.CHECKS:
        assert known.retold
        for found in known.retold([pair]):
            for shown, side in zip(found.passages, (pair.earlier, pair.later), strict=False):
                assert 0 <= shown.span.start < shown.span.end <= len(side.document.text) + 200
