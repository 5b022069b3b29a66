"""Protects the reading of doings: act, who, whom, whether denied, how told, and the date that is theirs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import find, link
from onrecord.link.matters.happenings import happenings
from onrecord.model import Document, Happening, Passage, Span
from onrecord.text.edtf import when


def _document(text: str, language: str | None = "en") -> Document:
    published = when("2023-05-08")
    return Document(
        "d", "d.txt", "d.txt", None, None, None, (), "text", language, published, None, None, text, "0" * 32
    )


def read(text: str) -> tuple[Happening, ...]:
    """The happenings of a text that is one paragraph."""
    document = _document(text)
    start = len(text) - len(text.lstrip())
    span = Span(start, len(text.rstrip()))
    passages = [Passage("d", 0, span, "paragraph")] if text.strip() else []
    statements = find.statements(document, passages, reader="rules")
    linked = link.within(document, passages, statements)
    return happenings(document, passages, linked.statements, linked.times)


def told(text: str, act: str) -> Happening:
    """The one happening of an act."""
    found = [h for h in read(text) if h.act == act]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "act", "doer", "object"),
    [
        ("The Germans invaded Arcadia.", "invade", "germany", "arcadia"),
        ("It began after Valjean's invasion of Arcadia.", "invade", "valjean", "arcadia"),
        ("The invasion of Arcadia by France shocked them.", "invade", "france", "arcadia"),
        ("Arcadia was invaded by French troops.", "invade", "troop", "arcadia"),
        ("The Arcadia Pact was signed in Bern.", "sign", "", "arcadia pact"),
        ("They recalled the signing of the pact.", "sign", "", "pact"),
        ("Queen Maria Nova visited Brazil.", "visit", "nova", "brazil"),
        ("The president cancelled the meeting.", "cancel", "president", "meeting"),
        ("They spoke after the arrest of Maria Nova.", "arrest", "", "nova"),
        ("They spoke after Maria Nova's arrest.", "arrest", "", "nova"),
        ("They spoke after Maria Nova's death.", "die", "nova", ""),
        ("Maria Nova, the painter, died in Bern.", "die", "nova", ""),
        ("The president of France Maria Nova visited Brazil.", "visit", "nova", "brazil"),
        ("An earthquake struck Karlsburg.", "quake", "", "karlsburg"),
        ("The mayor called off the meeting.", "cancel", "mayor", "meeting"),
        ("Voters elected Maria Nova president.", "elect", "voter", "nova"),
        ("The Arcadia Pact entered into force.", "enforce", "arcadia pact", ""),
        ("The council adopted Resolution 9187.", "adopt", "council", "resolution 9187"),
        ("The king visited Latin America.", "visit", "king", "latin america"),
    ],
)
def test_who_does_what_to_whom(text: str, act: str, doer: str, object: str) -> None:
    """A verb and a noun of doing name the same act, doer and object, whatever the order of the words."""
    found = told(text, act)
    assert (found.doer, found.object) == (doer, object)
    assert found.span.start <= found.head.start < found.head.end <= found.span.end


@pytest.mark.parametrize(
    ("text", "act", "polarity", "mood"),
    [
        ("The ministry invited foreign leaders.", "invite", "yes", "past"),
        ("Foreign leaders had been invited.", "invite", "yes", "past"),
        ("The ministry did not invite foreign leaders.", "invite", "no", "past"),
        ("No foreign leaders were invited.", "invite", "no", "past"),
        ("The ministry will not invite foreign leaders.", "invite", "no", "planned"),
        ("The ministry invited no foreign leaders.", "invite", "no", "past"),
        ("The king refused to sign the treaty.", "sign", "no", "past"),
        ("The king will visit Brazil.", "visit", "yes", "planned"),
        ("The king plans to visit Brazil.", "visit", "yes", "planned"),
        ("The king could visit Brazil.", "visit", "yes", "wished"),
        ("The army never occupied Arcadia.", "occupy", "no", "past"),
        ("Leaders condemned a possible invasion of Arcadia.", "invade", "yes", "wished"),
    ],
)
def test_whether_and_how(text: str, act: str, polarity: str, mood: str) -> None:
    """What is denied, planned or only supposed is not told as done."""
    found = told(text, act)
    assert (found.polarity, found.mood) == (polarity, mood)


@pytest.mark.parametrize(
    ("text", "act", "edtf"),
    [
        ("The pact was signed on 23 August 1939.", "sign", "1939-08-23"),
        ("On 23 August 1939, the ministers signed the pact.", "sign", "1939-08-23"),
        ("In June 1941, Germany invaded Arcadia.", "invade", "1941-06"),
        ("He spoke after the invasion of Arcadia on 1 September 1939.", "invade", "1939-09-01"),
        (
            "The pact was signed on 23 August 1939, a week before the army invaded Arcadia.",
            "invade",
            "1939-08-30~",
        ),
        (
            "The pact was signed on 23 August 1939, two days after the invasion of Arcadia.",
            "invade",
            "1939-08-21",
        ),
        ("The Arcadia Pact, signed on 23 August 1939, was short.", "sign", "1939-08-23"),
        ("Born in Bern on 23 August 1939, Maria Nova left early.", "bear", "1939-08-23"),
        ("The king on 3 May 1950 visited Brazil.", "visit", "1950-05-03"),
        ("The king visited Brazil before the 1950 election.", "visit", None),
        ("The pact was signed before the war and published on 3 May 1950.", "sign", None),
        ("The king, who signed the pact, died on 3 May 1950.", "sign", None),
        ("The invasion of Arcadia was condemned on 3 May 1950.", "invade", None),
    ],
)
def test_the_date_is_its_own(text: str, act: str, edtf: str | None) -> None:
    """A date belongs to the doing that it stands with, and to no other."""
    found = told(text, act)
    assert (found.time.when.edtf if found.time else None) == edtf


def test_what_only_looks_like_a_doing() -> None:
    """A name, another verb's past form and a noun that says of what kind another is tell nothing."""
    for text in (
        "The Secretary of Defence of Arcadia slept.",
        "They have found a solution.",
        "She heard his opening remarks.",
    ):
        assert read(text) == (), text


def test_innermost_statement() -> None:
    """A doing that somebody speaks of carries the statement that it stands in."""
    text = '"The Germans invaded Arcadia," Maria Nova said.'
    assert told(text, "invade").statement


def test_other_languages_have_none() -> None:
    """English rules read no other language."""
    text = "The Germans invaded Arcadia."
    passages = [Passage("d", 0, Span(0, len(text)), "paragraph")]
    assert happenings(_document(text, "de"), passages, [], []) == ()


def test_furniture_has_none() -> None:
    """What is no part of the text tells nothing."""
    text = "The Germans invaded Arcadia."
    passages = [Passage("d", 0, Span(0, len(text)), "furniture")]
    assert happenings(_document(text), passages, [], []) == ()


_PIECES = (
    "the The a no not will had been be was were to by of on in after before , . ; \" ( ) – ' "
    "invaded invasion sign signed signing born visit visited Maria Nova Poland Poland's German "
    "president refused 3 May 1939 week a and who which died earthquake struck Treaty adopted "
    "Resolution 9187 \n \t \xa0 \u2009 … U.S. U.S ß İ 漢字"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.booleans())
def test_any_text_is_read(pieces: list[str], spaced: bool) -> None:
    """No text stops the reader; heads lie in their spans, spans in the text, and heads are in order."""
    text = (" " if spaced else "").join(pieces)
    found = read(text)
    for happening in found:
        assert 0 <= happening.span.start <= happening.head.start < happening.head.end <= len(text)
        assert happening.head.end <= happening.span.end <= len(text)
        assert happening.doer or happening.object
    assert [h.head for h in found] == sorted(h.head for h in found)
