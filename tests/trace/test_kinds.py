"""Protects the names of edits: what an editor would call each difference, and what is no difference at all.

Each case is two wordings and the edits, as "kind: before > after"; nothing else may be found.
"""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.trace.edits import Compared, Side, compared


def read(one: str, other: str, language: str = "en") -> tuple[Compared, list[str]]:
    found = compared(
        Side(one, Span(0, len(one)), (), language), Side(other, Span(0, len(other)), (), language)
    )
    return found, [f"{e.kind}: {e.earlier.of(one)} > {e.later.of(other)}" for e in found.edits]


SAME = """
Three per cent of voters want change.|3% of voters want change.
It fell by 2.5 percent in a year.|It fell by 2.5 per cent in a year.
Some 1,500 people came by bus.|Some 1500 people came by bus.
It costs 1.2 million euros.|It costs €1,200,000.
It costs €3bn to build.|It costs 3 billion euros to build.
About two dozen people were there.|About 24 people were there.
Twenty-three people were held there.|23 people were held there.
He was there from 7 a.m. on.|He was there from 7:00 am on.
We met on May 8, 2023 at the town hall.|We met on 8 May 2023 at the town hall.
Jan. 5 was cold in Oslo.|January 5th was cold in Oslo.
The cease-fire in the U.S. is old, colour and all.|The ceasefire in the United States is old, color and all.
The colour of the defence programme is grey.|The color of the defense program is gray.
We organise and realise what labour means.|We organize and realize what labor means.
Erdoğan said so in Ankara.|Erdogan said so in Ankara.
“It’s a long-term plan,” he said.|"It's a long term plan", he said.
We said that we'd come and they're here.|We said that we would come and they are here.
He's gone and it's been hard.|He has gone and it has been hard.
It cannot be true of them.|It can not be true of them.
It can’t be true of them.|It cannot be true of them.
THE DAM WILL HOLD, they said.|The dam will hold – they said
Sen. Maria Lopez and Mr Ilic spoke.|Senator Maria Lopez and Mr. Ilic spoke.
Bread & salt were on the table.|Bread and salt were on the table.
""".strip().split("\n")


@pytest.mark.parametrize("case", SAME)
def test_what_is_only_written_otherwise_is_no_edit(case: str) -> None:
    """Spelling, digits, signs, hyphens, shortened words: no reader would call these a change."""
    one, other = case.split("|")
    for a, b in ((one, other), (other, one)):
        found, edits = read(a, b)
        assert edits == []
        assert found.kind == "copy"


NAMED = """
We will spend 10 million on roads.|We will spend 12 million on roads.|number: 10 > 12
We will spend 10 million on roads.|We will spend 10 billion on roads.|number: million > billion
We will spend ten million on roads.|We will spend 12 thousand on roads.|number: ten million > 12 thousand
Twenty-three people were held there.|Twenty-five people were held there.|number: Twenty-three > Twenty-five
He came first in the race.|He came second in the race.|number: first > second
Dozens of men were seen there.|Hundreds of men were seen there.|number: Dozens > Hundreds
Ten men were seen there.|Several men were seen there.|replaced: Ten > Several
2,000 came in 2019 to see it.|3,000 came in 2020 to see it.|number: 2,000 > 3,000|date: 2019 > 2020
The 2019 budget was a bad joke.|The 2021 budget was a bad joke.|date: 2019 > 2021
It opens on 3 May and closes in June.|It opens on 4 May and closes in July.|date: 3 > 4|date: June > July
They fly on July 10 and 21, he said.|They fly on July 17 and 22, he said.|date: 10 > 17|date: 21 > 22
He arrived yesterday by train.|He arrived on Monday by train.|date: yesterday > on Monday
He arrived yesterday by train.|He arrived by train.|dropped: yesterday >
They leave next week for the talks.|They leave next month for the talks.|date: week > month
It may rain and they march on.|It might rain and they walk on.|replaced: may > might|replaced: march > walk
Mr. Ilic met us in Boston.|Mr. Haddad met us in Chicago.|name: Ilic > Haddad|place: Boston > Chicago
President Karlsson opened it.|Prime Minister Karlsson opened it.|replaced: President > Prime Minister
He spoke at Lima University.|He spoke at Varnholt College.|name: Lima University > Varnholt College
He thanked Judge Orlova for it.|He thanked Ruth Amal for it.|name: Judge Orlova > Ruth Amal
Ivanova spoke first. Petrov spoke next.|Sidorova spoke first. Petrov spoke next.|name: Ivanova > Sidorova
Officials said nothing more about it.|Ministers said nothing more about it.|replaced: Officials > Ministers
He met Karim F. Godal there.|He met Ruth Amal Forde there.|name: Karim F. Godal > Ruth Amal Forde
The VRT will send ships to the strait.|The KLO will send ships to the strait.|name: VRT > KLO
He lives in New York with his son.|He lives in New Jersey with his son.|place: New York > New Jersey
Troops moved to North Korea for talks.|Troops moved to South Korea for talks.|place: North Korea > South Korea
The French envoy praised the plan.|The Spanish envoy praised the plan.|place: French > Spanish
Ruth Jordan flew in with her son.|Ruth Adeyemi flew in with her son.|name: Jordan > Adeyemi
10 met Ruth Ilic in Kyiv.|12 met Omar Ek in Lviv.|number: 10 > 12|name: Ruth Ilic > Omar Ek|place: Kyiv > Lviv
I met ten men from Orsk.|I met two men of Varna.|number: ten > two|replaced: from > of|name: Orsk > Varna
He will sign the treaty.|The minister will sign the treaty.|replaced: He > The minister
He will sign the treaty.|[The minister] will sign the treaty.|replaced: He > The minister
The big red house was sold.|The small blue house was sold.|replaced: big red > small blue
They are now in the hall.|They are in the hall.|dropped: now >
They are in the hall.|They are still in the hall.|added:  > still
""".strip().split("\n")

DENIED = """
We will spend it on roads.|We will not spend it on roads.|negation:  > not
We can do it now.|We cannot do it now.|negation:  > not
This is a good plan.|This isn't a good plan.|negation:  > n't
We will come to you.|We won’t come to you.|negation:  > n’t
They support the bill.|They do not support the bill.|negation:  > do not
He signed it, she said.|He didn't sign it, she said.|negation:  > didn't
She has never met him.|She has met him.|negation: never >
She has never met him.|She has often met him.|negation: never > often
There is no proof of that.|There is some proof of that.|negation: no > some
There is no proof of that.|There is proof of that.|negation: no >
Nobody was hurt at the mill.|Somebody was hurt at the mill.|negation: Nobody > Somebody
They went without food.|They went with food.|negation: without > with
They refused to sign it.|They signed it.|negation: refused to >
The law is constitutional.|The law is unconstitutional.|negation: constitutional > unconstitutional
It is likely to pass soon.|It is unlikely to pass soon.|negation: likely > unlikely
A non-binding vote was held.|A binding vote was held.|negation: non >
It is the price that matters.|It is not only the price that matters.|added:  > not only
He is in no doubt, she said.|He is in doubt, she said.|negation: no >
It is not just the price that counts.|It is just the price that counts.|negation: not >
It was not seen in the dark.|It was never seen in the dark.|replaced: not > never
They left less for us.|They left unless for us.|replaced: less > unless
I will come and she won't.|I won't come and she will.|negation:  > n't|negation: n't >
""".strip().split("\n")


@pytest.mark.parametrize("case", NAMED + DENIED)
def test_each_difference_has_its_name(case: str) -> None:
    """One edit for one change, exactly where it is."""
    one, other, *edits = case.split("|")
    assert [edit.strip() for edit in read(one, other)[1]] == [edit.strip() for edit in edits]


QUESTIONS = """
Will he sign the treaty?|He will sign the treaty.|Will he sign the treaty > He will sign the treaty
Does he know the price?|He knows the price.|Does he know the price > He knows the price
So it is done? Go home.|So it is done! Go home.|So it is done > So it is done
“Is it over?” she asked.|“It is over,” she asked.|Is it over > It is over
""".strip().split("\n")


@pytest.mark.parametrize("case", QUESTIONS)
def test_a_question_that_became_an_assertion_is_one_edit(case: str) -> None:
    """What merely follows from asking, that words change places, is no edit of its own."""
    one, other, edit = case.split("|")
    assert read(one, other)[1] == [f"question: {edit}"]
    before, after = edit.split(" > ")
    assert read(other, one)[1] == [f"question: {after} > {before}"]


def test_a_question_that_is_told_is_no_assertion() -> None:
    """ "Will you go?" and "whether you will go" are not the same sentence with another mark."""
    assert read("Will you go to the fair?", "Will you go to the fair? he said.")[1] == ["added:  > he said"]


def test_words_taken_into_quotation_marks() -> None:
    """The words are the same, and somebody else answers for them; marks beside the span count."""
    one, other = (
        "He called the plan “dead on arrival” and left.",
        "He called the plan dead on arrival and left.",
    )
    assert read(one, other)[1] == ["marks: dead on arrival > dead on arrival"]
    assert read(other, one)[1] == ["marks: dead on arrival > dead on arrival"]
    beside = Side("It was “a gift for us all” then.", Span(8, 25), (), "en")
    bare = Side("It was a gift for us all then.", Span(7, 24), (), "en")
    assert [edit.kind for edit in compared(beside, bare).edits] == ["marks"]
    single = "He called the workers' plan ‘dead on arrival’ and left."
    assert read(single, single.replace("‘", "").replace("’", ""))[1] == [
        "marks: dead on arrival > dead on arrival"
    ]


def test_a_speaker_who_is_quoted_is_no_edit() -> None:
    """A transcript has no quotation marks, and the article that quotes it has."""
    words = "We have found that the dam can hold for another seven years."
    spoken = f"MS. AUNE: {words} Thank you."
    span = Span(10, 10 + len(words))
    turn = Side(spoken, span, (Span(10, len(spoken)),), "en")
    quoted = Side(f"“{words}” she said.", Span(1, 1 + len(words)), (Span(1, 1 + len(words)),), "en")
    assert compared(turn, quoted).edits == ()
    narrated = Side(spoken, span, (), "en")
    assert [edit.kind for edit in compared(narrated, quoted).edits] == ["marks"], (
        "no one is known to have said it"
    )


@pytest.mark.parametrize("mark", [" … ", "... ", " [...] ", " (…) ", " . . . ", "…"])
def test_an_ellipsis_marks_what_was_left_out(mark: str) -> None:
    """Where words repeat, only the mark says which of them were left out."""
    one = "We saw the man and the old dog and the boat and the dog ran off."
    found, edits = read(one, f"We saw{mark}the dog ran off.")
    assert found.kind == "cut"
    assert edits == ["dropped: the man and the old dog and the boat and > "]


def test_what_is_left_out_begins_and_ends_naturally() -> None:
    """Repeated words can be cut at several places; an editor would choose the clause."""
    one = "They came by the sea, and by the river, and by the road."
    assert read(one, "They came by the sea, and by the road.")[1] == ["dropped: and by the river > "]
    two = "The roof is gone. The wall is gone. The door is gone."
    assert read(two, "The roof is gone. The door is gone.")[1] == ["dropped: The wall is gone > "]


@pytest.mark.parametrize(
    ("language", "one", "other", "edits"),
    [
        ("de", "Sie haben 300 Häuser gebaut.", "Sie haben 400 Häuser gebaut.", ["number: 300 > 400"]),
        ("de", "Das ist der Wagen von gestern.", "Das ist der Hund von gestern.", ["replaced: Wagen > Hund"]),
        ("fr", "Il a vu Dupré à la gare.", "Il a vu Lanvin à la gare.", ["name: Dupré > Lanvin"]),
        ("uk", "Він бачив Іваненка вчора.", "Він бачив Шевчука вчора.", ["name: Іваненка > Шевчука"]),
        ("zh", "我们将在北京会见他。", "我们将在上海会见他。", ["replaced: 北京 > 上海"]),
        ("ar", "قال إن ١٢ شخصا قتلوا", "قال إن ١٤ شخصا قتلوا", ["number: ١٢ > ١٤"]),
    ],
)  # fmt: skip
def test_other_languages_have_digits_and_capitals(
    language: str, one: str, other: str, edits: list[str]
) -> None:
    """Without a word list less is named, and nothing wrongly."""
    assert read(one, other, language)[1] == edits


def test_known_figures_are_names_even_where_they_open_a_sentence() -> None:
    """What the record knows of a text is better than a capital; a person called Jordan is no country."""
    one, other = "Officials Group spoke first.", "Ministers Union spoke first."
    known = Side(one, Span(0, len(one)), (), "en", ((Span(0, 15), "body"),))
    also = Side(other, Span(0, len(other)), (), "en", ((Span(0, 15), "body"),))
    assert [edit.kind for edit in compared(known, also).edits] == ["name"]
    jordan, paris = "and Jordan spoke first of all.", "and Paris spoke first of all."
    persons = [
        Side(t, Span(0, len(t)), (), "en", ((Span(4, t.index(" spoke")), "person"),)) for t in (jordan, paris)
    ]
    assert [edit.kind for edit in compared(*persons).edits] == ["name"]
    assert read(jordan, paris)[1] == ["place: Jordan > Paris"]


def test_headings_in_capitals_show_no_names() -> None:
    """Where every word has a capital, a capital says nothing."""
    one, other = (
        "Governor Signs Large Housing Bill Before Summer Break",
        "Governor Signs Small Housing Bill Before Summer Break",
    )
    assert read(one, other)[1] == ["replaced: Large > Small"]
