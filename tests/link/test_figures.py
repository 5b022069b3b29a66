"""Protects who speaks within a text: names, roles, descriptions, pronouns; what is doubtful stays open."""

from __future__ import annotations

import pytest

from onrecord.link.figures import figures
from onrecord.model import Span, Speaker, Statement
from tests.link.figure_papers import kinds, named, paper, resolved

BERG = "Mayor Ada Berg opened the bridge.\n\n“It is late,” "


@pytest.mark.parametrize(
    ("first", "mention", "name"),
    [
        ("Mayor Ada Berg opened the bridge.", "Berg", "Ada Berg"),
        ("Mayor Ada Berg opened the bridge.", "Mayor Berg", "Ada Berg"),
        ("Mayor Ada Berg opened the bridge.", "Ms. Berg", "Ada Berg"),
        ("Mayor Ada Berg opened the bridge.", "Berg’s", "Ada Berg"),
        ("Mayor Ada Berg opened the bridge.", "Mayor Ada Berg", "Ada Berg"),
        ("Sen. Tove B. Lindqvist-Aho spoke.", "Lindqvist-Aho", "Tove B. Lindqvist-Aho"),
        ("Gen. Milan van der Leer spoke.", "van der Leer", "Milan van der Leer"),
        ("Rep. Zoë Ñandú spoke.", "Ñandu", "Zoë Ñandú"),
        ("President Wu Daming arrived.", "Wu", "Wu Daming"),
        ("Prime Minister Tran Van Kho arrived.", "Mr. Kho", "Tran Van Kho"),
        ('Governor Robert "Bo" Marsh spoke.', "Marsh", "Robert Marsh"),
        ("Judge Amina al-Harun sat.", "al-Harun", "Amina al-Harun"),
        ("Martin Lund Keller Jr., a lawyer, sat.", "Keller", "Martin Lund Keller Jr."),
        ("King Osmar rode out.", "King Osmar", "King Osmar"),
        ("Howard Dean, a farmer, sat.", "Dean", "Howard Dean"),
        ("Mayor Ada Berg opened the bridge.", "Berg’s open letter", "Ada Berg"),
    ],
)
def test_short_names(first: str, mention: str, name: str) -> None:
    """A title, a surname alone, either order: each leads to the full name, printed without titles."""
    assert named(f"{first}\n\n“It is late,” <{mention}> said.") == [name]


def test_two_of_one_surname() -> None:
    """Two people of one surname stay two; the bare surname is only given to one whom nothing rivals."""
    text = "John Smythe, a baker, met Jane Smythe, a miller.\n\n“It is late,” <{}> said."
    assert named(text.format("Smythe")) == ["Smythe"]
    assert named(text.format("Mr. Smythe")) == ["John Smythe"]
    assert named(text.format("Jane Smythe")) == ["Jane Smythe"]
    owner = "John Smythe spoke. Smythe left early. Later came Jane Smythe. Jane Smythe sat."
    owner += "\n\n“No,” <Smythe> said."
    assert named(owner) == ["John Smythe"]


def test_title_of_another() -> None:
    """A president is not the only bearer of the surname where that one is printed as somebody's wife."""
    text = "His wife, Jill Brandt, waved.\n\n“We go on,” <President Brandt> said."
    assert named(text) == ["Brandt"]


@pytest.mark.parametrize(
    ("before", "description", "name"),
    [
        ("Harbour spokesman Olek Dran spoke.", "the spokesman", "Olek Dran"),
        ("Ann Moss, the mayor of Westbay, came.", "the mayor", "Ann Moss"),
        ("The commissioner, Ann Moss, came.", "the commissioner", "Ann Moss"),
        (
            "Belarusian President Igor Malev met Kenyan President Ola Ruto.",
            "the Belarusian leader",
            "Igor Malev",
        ),
        ("Kazakh President Dana Omarova spoke.", "the Kazakh president", "Dana Omarova"),
        ("Ann Moss, 42, a nurse, came.", "the 42-year-old", "Ann Moss"),
        (
            "President Ola Ruud’s spokesman Olek Dran spoke.",
            "the spokesman of President Ola Ruud",
            "Olek Dran",
        ),
        (
            "Harbour spokesman Olek Dran spoke for President Ola Ruud.",
            "the spokesman of President Ruud",
            "Olek Dran",
        ),
        ("Former Governor Lee Strand came.", "the former governor", "Lee Strand"),
        ("The presidents of Kenya and Chile Ola Ruto and Ana Vega met.", "the Chilean president", "Ana Vega"),
        ("Republican nominee Al Dorn met Democratic nominee Bea Holm.", "the Republican nominee", "Al Dorn"),
    ],
)
def test_descriptions(before: str, description: str, name: str) -> None:
    """A later description means the one figure whose printed role, state, party or age it repeats."""
    assert named(f"{before}\n\n“It is late,” <{description}> said.") == [name]


@pytest.mark.parametrize(
    ("before", "description"),
    [
        ("Kenyan President Ola Ruto met Chilean President Ana Vega.", "the president"),
        ("Kenyan President Ola Ruto spoke.", "the Chilean president"),
        ("Mayor Ann Moss met her lawyer.", "the lawyer"),
        ("Mayor Ann Moss spoke.", "a mayor"),
        ("Party leader Ann Moss spoke.", "the band leader"),
        ("Spokeswoman Ann Moss spoke.", "the spokesman"),
    ],
)
def test_doubtful_descriptions(before: str, description: str) -> None:
    """Two that fit, another state, an indefinite article or another gender: nobody is named."""
    assert named(f"{before}\n\n“It is late,” <{description}> said.") == [description]


def test_name_beside_description() -> None:
    """A description that a comma parts from a name is that name's."""
    assert named("“It is late,” said <the British envoy>, Lord Hallam, on Monday.") == ["Lord Hallam"]


def test_president_of_norland() -> None:
    """A printed title may follow the name without a comma."""
    assert named("<Ada Berg President of Norland>") == ["Ada Berg"]


def test_pronoun_of_the_subject() -> None:
    """He and she go to the subject of the sentence before, and from one to the next."""
    text = (
        "Mayor Olek Dran praised Governor Pavel Ruud. <He> said it was late.\n\n“It is late,” <he> added.\n\n"
        "Nurse Bea Holm disagreed. “No,” <she> said. <He> laughed."
    )
    assert named(text) == ["Olek Dran", "Olek Dran", "Bea Holm", "Olek Dran"]


def test_pronoun_and_gender() -> None:
    """Who is called Ms. is not the other pronoun's; an unknown gender is learned, not assumed."""
    text = "Ms. Terry Quell met Mr. Lee Strand. <She> said no. <He> said yes."
    assert named(text) == ["Terry Quell", "Lee Strand"]
    unknown = "Minister Xulo Tamb spoke. She smiled. Mr. Olek Dran listened. “It is late,” <she> said."
    assert named(unknown) == ["Xulo Tamb"]


def test_names_in_quotations() -> None:
    """A name that somebody quotes is not who goes on speaking; a quoted he is not the one who quotes."""
    text = "“I met Pavel Ruud and Olek Dran there,” Governor Henrik Aalto said.\n\n“It was late,” <he> said."
    assert named(text) == ["Henrik Aalto"]
    inner = "Mayor Olek Dran fell.\n\n“<He> said it was late,” <Governor Henrik Aalto> recalled."
    assert named(inner) == ["Olek Dran", "Henrik Aalto"]


def test_pronoun_in_doubt() -> None:
    """Somebody without a name between the name and the pronoun, or nobody at all: the pronoun stays open."""
    stranger = "Ada Berg, a lawyer, spoke.\n\nA woman from Westbay stood up. <She> said it was late."
    assert named(stranger) == [None]
    assert named("It rained. <He> said it was late.") == [None]
    assert kinds("It rained. <He> said it was late.") == ["person"]


def test_pronoun_ahead() -> None:
    """In a clause that opens a sentence the pronoun may mean the subject that follows."""
    text = "Mayor Olek Dran left.\n\nAs <he> said it was late, Governor Henrik Aalto was already home."
    assert named(text) == ["Henrik Aalto"]


def test_nobody_named_is_one_figure() -> None:
    """She after "a nurse" is that nurse, and no name is made up for either."""
    text = "Ada Berg left.\n\n“It is late,” <a nurse> said.\n\n“Very late,” <she> added."
    statements, found = resolved(text)
    assert [s.speaker.name for s in statements if s.speaker] == ["a nurse", None]
    assert [(f.name, f.roles, len(f.mentions)) for f in found] == [(None, ("a nurse",), 2)]


def test_i_is_whose_words_it_stands_in() -> None:
    """I within a quotation is the one quoted, within a turn the one whose label it is."""
    assert named("“<I> said no,” <Mayor Ada Berg> recalled.") == ["Ada Berg", "Ada Berg"]
    assert named("<Ada Berg>: Good morning. <I> said no.\n\n<Bo Lund>: Thank you.") == [
        "Ada Berg",
        "Ada Berg",
        "Bo Lund",
    ]


@pytest.mark.parametrize(
    ("before", "mention", "name"),
    [
        ("", "the Kremlin", "Kremlin"),
        ("", "The White House", "White House"),
        ("", "the Norland Ministry of Trade on Monday", "Norland Ministry of Trade"),
        ("The Ministry of Trade closed.", "the ministry", "Ministry of Trade"),
        ("The Westbay Gazette appeared.", "the newspaper", "Westbay Gazette"),
        ("Marl Holdings shrank.", "the company", "Marl Holdings"),
        ("", "France", "France"),
        ("", "The Central and East Norland Board", "Central and East Norland Board"),
        ("", "the Salt and Ferry Administration", "Salt and Ferry Administration"),
        ("", "the Democratic People’s Republic of Norland", "Democratic People’s Republic of Norland"),
    ],
)
def test_bodies(before: str, mention: str, name: str) -> None:
    """Ministries, papers, firms and states speak as bodies; "the ministry" is the one named before."""
    statements, found = resolved(
        f"{before}\n\n<{mention}> said it was late." if before else f"<{mention}> said it was late."
    )
    (speaker,) = [s.speaker for s in statements]
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, "body")
    assert [(f.name, f.kind) for f in found] == [(name, "body")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Thank you, Jen. Mayor Ada Berg is here.\n\n“No,” <Berg> said.", ("Mayor",)),
        ("Ada Berg, Minister of Trade Joan Lund, and others came.\n\n“No,” <Ada Berg> said.", ()),
        ("**Ada Berg, **harbour director**, came.\n\n“No,” <Ada Berg> said.", ("harbour director",)),
        ("It ended at 2:05 P.M. XKT Mayor Ada Berg spoke.\n\n“No,” <Ada Berg> said.", ("Mayor",)),
    ],
)
def test_roles_are_one_s_own(text: str, roles: tuple[str, ...]) -> None:
    """A sentence before, a neighbour in a list, a time of day and marks of layout are no office."""
    _, (figure,) = resolved(text)
    assert (figure.name, figure.roles) == ("Ada Berg", roles)


@pytest.mark.parametrize(
    "phrase",
    [
        "Royal Bank of Norland assistant chief economist Nathan Lunde",
        "One of the farmers, Nathan Lunde, 42, a father from Westbay",
    ],
)
def test_a_name_after_its_description(phrase: str) -> None:
    """A body's own officer, and one of many set off by commas, are called by their names."""
    _, (figure,) = resolved(f"<{phrase}> said it was late.")
    assert (figure.name, figure.kind) == ("Nathan Lunde", "person")


def test_an_office_is_no_body() -> None:
    """The “Harbour Administration Chair” is somebody, though the “Harbour Administration” is a body."""
    _, (figure,) = resolved("<The Harbour Administration Chair> said it was late.")
    assert (figure.name, figure.kind) == (None, "person")


def test_initials_of_a_longer_name() -> None:
    """Initials in brackets name what they abbreviate, not the body in whose name a longer one ends."""
    text = "It follows the Common Table of the Norland Ferries Board (CTNFB). The CTNFB is new.\n\n"
    _, found = resolved(f"{text}<The Norland Ferries Board> said it was late.")
    assert [f.names for f in found] == [("Norland Ferries Board",)]
    assert named("The North Norland Ferries Board (NNFB) met.\n\n<The NNFB> said it was late.") == [
        "North Norland Ferries Board"
    ]


def test_two_bodies() -> None:
    """Of two campaigns "the campaign" is neither."""
    text = "<The Berg campaign> agreed. <The Lund campaign> did not. <The campaign> left."
    assert named(text)[2] == "The campaign"


def test_groups() -> None:
    """Names joined by "and" are a group with members; so are the two presidents named before; and they."""
    text = (
        "Kenyan President Ola Ruto met Chilean President Ana Vega.\n\n<Ruto and Vega> said it was late.\n\n"
        "<The two presidents> agreed. <They> left."
    )
    statements, found = resolved(text)
    assert [s.speaker.name for s in statements if s.speaker] == ["Ola Ruto and Ana Vega"] * 3
    group = next(f for f in found if f.kind == "group")
    assert sorted(found[n].name or "" for n in group.members) == ["Ana Vega", "Ola Ruto"]
    assert statements[0].speaker is not None
    assert [m.of(paper(text)[0].text) for m in statements[0].speaker.members] == ["Ruto", "Vega"]
    assert kinds("<Officials> said it was late. <Some Kenyans> agreed.") == ["group", "group"]


def test_each_in_a_parenthesis() -> None:
    """A joint mention that names each in a parenthesis has these as members; a list of states has states."""
    for inside, members in (
        ("Kenya (Ola Ruto), Chile (Ana Vega)", ["Ola Ruto", "Ana Vega"]),
        ("the League (Kenya, Chile)", ["Kenya", "Chile"]),
    ):
        text = f"We, the presidents of {inside}, met.\n\nOla Ruto and Ana Vega left."
        document, passages, _ = paper(text)
        span = Span(0, text.index(", met"))
        spans = tuple(Span(text.index(m), text.index(m) + len(m)) for m in members)
        who = Speaker(span, "the presidents", "group", spans if "League" in inside else ())
        one = Statement("1", "d", 0, (span,), None, who, None, (), None, "joint", "said", "test", 1.0)
        named_in, found = figures(document, passages, [one])
        group = next(f for f in found if f.kind == "group")
        assert [found[n].name for n in group.members] == members
        assert named_in[0].speaker is not None
        assert [m.of(text) for m in named_in[0].speaker.members] == members


def test_evidence() -> None:
    """Each mention says why it denotes the figure, and the place of the full name is among them."""
    (figure,) = resolved("Mayor Ada Berg came.\n\n“It is late,” <Berg> said. <She> left.")[1]
    assert [m.evidence for m in figure.mentions] == [
        "full name",
        "surname of a full name",
        "pronoun: the most salient person before it",
    ]
    assert figure.roles == ("Mayor",)
    assert figure.names == ("Ada Berg", "Berg")


def test_only_those_who_speak() -> None:
    """Figures that no statement names are left out, and statements without one are as they were."""
    statements, found = resolved("Olek Dran slept.\n\n“It is late,” <Mayor Ada Berg> said.")
    assert [f.name for f in found] == ["Ada Berg"]
    assert [f.number for f in found] == [0]
    document, passages, untouched = paper("It rained.")
    assert figures(document, passages, untouched) == ([], [])
    assert len(statements) == 1


def test_headlines() -> None:
    """A headline's capitals make no names of their own, and its names are those of the text."""
    text = "# <Ada Berg> Calls Bo Lund A Liar\n\nAda Berg said Bo Lund lied. Berg left.\n\n“No,” <Lund> said."
    assert named(text) == ["Ada Berg", "Bo Lund"]


def test_other_languages() -> None:
    """Without a language's words no pronoun is read and no title stripped, but labels keep their names."""
    text = "<Ada Berg>: Guten Tag.\n\n<Bo Lund>: Danke.\n\n“Nein”, sagte <er>."
    assert named(text, language="de") == ["Ada Berg", "Bo Lund", "er"]


def test_a_body_s_name_stands_behind_its_noun() -> None:
    """What a body is comes before its name, and the name alone is what it is called."""
    assert named("“It is late,” said <the news agency BNA> on Monday.") == ["BNA"]
    assert named("“It is late,” said <Oskar Tamm President of Norland>.") == ["Oskar Tamm"]
    assert named("“It is late,” said <the company Micron Arden and Velin Water> on Monday.")
