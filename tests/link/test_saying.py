"""Protects the date of a statement: it is that of the saying, never that of what the words are about.

Texts are written with their parts marked: <1:speaker>, [1:cue], {1:content} of statement 1, and
~Monday=2023-05-08~ for a time expression with what it denotes.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.saying import dated
from onrecord.model import Document, Passage, Span, Speaker, Statement, Time, digest
from onrecord.text.edtf import when

PART = re.compile(r"<(?P<s>\d):|>|\[(?P<c>\d):|\]|\{(?P<t>\d):|\}|~(?P<time>[^~=]*)=(?P<edtf>[^~]*)~")


class Paper:
    """A marked text taken apart; one passage for each line."""

    def __init__(self, marked: str, published: str | None, **how: str) -> None:
        self.how = how
        self.text, self.speakers, self.cues = "", {}, {}
        self.contents: dict[int, list[Span]] = {}
        self.times: list[Time] = []
        opened: list[tuple[str, int, int]] = []
        at = 0
        for match in PART.finditer(marked):
            self.text += marked[at : match.start()]
            at = match.end()
            here = len(self.text)
            if match["time"] is not None:
                self.text += match["time"]
                self.times.append(Time("d", Span(here, len(self.text)), when(match["edtf"]), "as marked"))
            elif match["s"] or match["c"] or match["t"]:
                kind = "s" if match["s"] else "c" if match["c"] else "t"
                opened.append((kind, int(match["s"] or match["c"] or match["t"]), here))
            else:
                kind, number, start = opened.pop()
                if kind != "t":
                    (self.cues if kind == "c" else self.speakers)[number] = Span(start, here)
                else:
                    self.contents.setdefault(number, []).append(Span(start, here))
        self.text += marked[at:]
        published_when = when(published) if published else None
        self.document = Document(
            "d", "d.txt", "/d.txt", None, None, None, (), "text", "en", published_when, None, None, self.text,
            digest(self.text.encode()),
        )  # fmt: skip
        self.passages = list(self._passages())

    def _passages(self):
        start = 0
        for number, line in enumerate(self.text.split("\n")):
            yield Passage("d", number, Span(start, start + len(line)), self.how.get("kind", "paragraph"))
            start += len(line) + 1

    def statement(self, number: int) -> Statement:
        content = tuple(sorted(self.contents[number]))
        passage = next(p.number for p in self.passages if p.span.start <= content[0].start <= p.span.end)
        speaker = self.speakers.get(number)
        name = speaker.of(self.text) if speaker else None
        quoted = self.text[content[0].start : content[0].start + 1] == "“"
        return Statement(
            str(number), "d", passage, content, self.cues.get(number),
            Speaker(speaker, None if name in ("he", "she", "He", "She") else name) if speaker else None,
            None, (), None, self.how.get("mode", "direct" if quoted else "indirect"),
            self.how.get("act", "said"), self.how.get("rule", "cue:clause"), 0.9,
        )  # fmt: skip

    def said(self) -> list[str | None]:
        """The date of each statement, in the order of the text."""
        numbers = sorted(self.contents, key=lambda n: self.contents[n][0].start)
        found = dated(self.document, self.passages, [self.statement(n) for n in numbers], self.times)
        return [s.said.when.edtf if s.said else None for s in found]


def said(marked: str, published: str | None = "2023-05-10", **how: str) -> list[str | None]:
    return Paper(marked, published, **how).said()


MON = "~Monday=2023-05-08~"


@pytest.mark.parametrize(
    "text",
    [
        f"<1:Ada Orvel> [1:said] on {MON} {{1:that it rains}}.",
        f"<1:Ada Orvel> [1:said] {MON} {{1:it rains}}.",
        f"<1:Ada Orvel> on {MON} [1:said] {{1:that it rains}}.",
        f"On {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"And {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"But on {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"<1:Ada Orvel> on {MON} [1:told] reporters {{1:that it rains}}.",
        f"<1:Ada Orvel> [1:told] reporters in Marn on {MON} {{1:that it rains}}.",
        f"{{1:“It rains,”}} <1:Ada Orvel> [1:said] on {MON}.",
        f"{{1:“It rains,”}} [1:said] <1:Ada Orvel>, quoted by the Marn Gazette on {MON}.",
        f"{{1:“It rains,”}} [1:said] <1:Ada Orvel> in an interview published {MON}.",
        f"In a statement on {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"In a statement {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"<1:The report>, released {MON}, [1:said] {{1:that it rains}}.",
        f"<1:Ada Orvel>, speaking in Marn on {MON}, [1:said] {{1:that it rains}}.",
        f"At a rally in Marn {MON}, <1:Ada Orvel>, who leads the party, [1:said] {{1:that it rains}}.",
        f"<1:Gov. Ada Orvel> [1:told] the U.S. Senate on {MON} {{1:that it rains}}.",
        f"It rains, <1:Ada Orvel> [1:said] {MON}. {{1:It rains a lot}}.",
        f"{{1:It rains in Marn}}, <1:the office> [1:announced] on {MON}.",
        f"At {MON}’s briefing, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"<1:Ada Orvel> thanked the town on {MON}, [1:adding] {{1:that it rains}}.",
        f"<1:Ada Orvel>, who on {MON} [1:said] {{1:that it rains}}, left.",
        f"{{1:“It rains,”}} <1:she> [1:said] of Marn {MON}.",
        f"{{1:“It rains,”}} <1:she> [1:said] while walking in Marn on {MON}.",
        f"{{1:It rains}}, [1:according to] <1:a memo released {MON} by the office>.",
        f"{{1:It rains}}, [1:according to] <1:a {MON} report by the office>.",
    ],
)
def test_a_time_expression_of_the_cues_clause_dates_the_words(text: str) -> None:
    """Before the subject, after it, after the cue, after whom it was told; in an aside of its own."""
    assert said(text) == ["2023-05-08"]


@pytest.mark.parametrize(
    "text",
    [
        f"<1:Ada Orvel> [1:said] {{1:that it rained on {MON}}}.",
        f"<1:Ada Orvel> [1:said] {{1:{MON} was a rainy day}}.",
        f"<1:Ada Orvel>, arrested on {MON}, [1:said] {{1:that it rains}}.",
        f"<1:Ada Orvel>, who was arrested on {MON}, [1:said] {{1:that it rains}}.",
        f"After the storm on {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"Since {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"<1:Ada Orvel> [1:said] of {MON}’s storm {{1:that it was wet}}.",
        "<1:The winner of the ~2016=2016~ race> [1:said] {1:that it rains}.",
        "{1:“It rains,”} [1:said] <1:Ada Orvel>, the author of a ~2016=2016~ study.",
        "{1:“It rains,”} [1:said] <1:Ada Orvel>, who was mayor in ~2016=2016~.",
        "{1:“It rains,”} [1:said] <1:Ada Orvel>, elected in ~2016=2016~.",
        f"The storm began on {MON}. <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        f"<1:Ada Orvel> [1:said] {{1:that it rains}}. The storm began on {MON}.",
        f"<1:Ada Orvel> [1:said] by {MON} {{1:that it rains}}.",
        f"{{1:It rains}}, [1:according to] <1:results counted through {MON} by the office>.",
        f"{{1:It rains}}, [1:according to] <1:the man who was arrested on {MON} in Marn>.",
        "<1:Ada Orvel> [1:said] ~recently=2023-04/2023-05~ {1:that it rains}.",
        f"Between ~Sunday=2023-05-07~ and {MON}, <1:Ada Orvel> [1:said] {{1:that it rains}}.",
        "In ~2031=2031~ <1:Ada Orvel> [1:said] {1:that it rains}.",
    ],
)
def test_other_time_expressions_do_not(text: str) -> None:
    """Those in the words, in another clause or sentence, and those that bound or describe something else."""
    assert said(text) == [None]


def test_two_cues_of_a_sentence_keep_their_dates_apart() -> None:
    """The nearest cue has it."""
    text = (
        "<1:Ada Orvel> [1:said] on ~Monday=2023-05-08~ {1:that it rains} and "
        "<2:Ivo Marn> [2:said] on ~Tuesday=2023-05-09~ {2:that it snows}."
    )
    assert said(text) == ["2023-05-08", "2023-05-09"]
    text = (
        "<1:Ada Orvel> [1:said] {1:that it rains} and "
        "<2:Ivo Marn> [2:said] on ~Tuesday=2023-05-09~ {2:that it snows}."
    )
    assert said(text) == [None, "2023-05-09"]


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_the_next_words_of_the_same_speaker_have_the_same_date(pronoun: str) -> None:
    """In one flow of words, he and she alike; the basis says so."""
    text = (
        f"{{1:“It rains,”}} <1:Ada Orvel> [1:said] on {MON}.\n{{2:“It pours,”}} <2:{pronoun}> [2:said].\n"
        "{3:“It floods,”} <3:Ada Orvel> [3:added]."
    )
    assert said(text) == ["2023-05-08"] * 3
    paper = Paper(text, "2023-05-10")
    last = dated(paper.document, paper.passages, [paper.statement(n) for n in (1, 2, 3)], paper.times)[2]
    assert last.said is not None
    assert last.said.basis == "as the statement before it"


@pytest.mark.parametrize(
    "second",
    [
        "{2:“It snows,”} <2:Ivo Marn> [2:said].",
        "{2:“It pours,”} <2:she> [2:said] at a rally in Marn.",
        "In one interview, <2:she> [2:said] {2:that it pours}.",
        "{2:“It pours,”} <2:she> has previously [2:said].",
        "Earlier, <2:she> [2:said] {2:that it pours}.",
        "<2:She> [2:says] {2:it pours}.",
        "\n\n\n{2:“It pours,”} <2:she> [2:said].",
        "On Thursday, <2:she> [2:said] {2:that it pours}.",
        "<2:She> [2:said] on 9 June {2:that it pours}.",
        "The storm came on ~Tuesday=2023-05-09~, and <2:she> [2:said] {2:that it pours}.",
    ],
)
def test_another_speaker_occasion_or_place_of_the_text_does_not(second: str) -> None:
    """A date goes on only with the words that it dates."""
    assert said(f"{{1:“It rains,”}} <1:Ada Orvel> [1:said] on {MON}.\n{second}")[1] is None


def test_words_within_words_do_not_inherit_and_do_not_interrupt() -> None:
    """Who is quoted by the one quoted spoke at another time; the flow goes on around it."""
    text = (
        f"<1:Ada Orvel> [1:said] on {MON} {{1:that <2:Ivo Marn> [2:promised] {{2:to come}}}}.\n"
        "{3:“It rains,”} <3:she> [3:said]."
    )
    assert said(text) == ["2023-05-08", None, "2023-05-08"]


def test_the_date_of_the_one_who_reports_is_not_that_of_the_one_reported() -> None:
    """Between a date and the inner cue stands the outer one."""
    text = f"On {MON}, <1:Ada Orvel> [1:said] {{1:that <2:Ivo Marn> [2:had promised] {{2:to come}}}}."
    assert said(text) == ["2023-05-08", None]


def test_turns_have_the_date_of_the_transcript() -> None:
    """A text that is mostly turns is the record of one event."""
    text = "<1:MS. ORVEL>: {1:Good morning.}\n<2:Q>: {2:Does it rain?}"
    assert said(text, "2023-05-10", mode="turn", kind="turn", rule="turn:label") == ["2023-05-10"] * 2
    assert said(text, None, mode="turn", kind="turn", rule="turn:label") == [None, None]


def test_turns_within_another_text_have_the_date_of_the_line_that_introduces_them() -> None:
    """An interview of long ago, quoted in an essay, was not given on the day of the essay."""
    text = (
        "Long years of rain made the town what it is, and nobody who lives in it knows how it was before.\n"
        "In ~March 1931=1931-03~ the mayor replied to a reporter in the following words:\n"
        "<1:Question>: {1:Does it rain?}\n<2:Answer>: {2:It does.}\n"
        "Nothing has changed since, and the essay goes on for a while about the rain, the river and the mill."
    )
    paper = Paper(text, "2023-05-10", mode="turn", rule="turn:label")
    paper.passages = [
        p if p.number not in (2, 3) else Passage("d", p.number, p.span, "turn") for p in paper.passages
    ]
    assert paper.said() == ["1931-03", "1931-03"]
    bare = Paper(
        text.replace("In ~March 1931=1931-03~ the", "The"), "2023-05-10", mode="turn", rule="turn:label"
    )
    bare.passages = [
        p if p.number not in (2, 3) else Passage("d", p.number, p.span, "turn") for p in bare.passages
    ]
    assert bare.said() == [None, None]


def test_a_joint_statement_and_a_text_of_one_speaker_have_the_date_of_publication() -> None:
    """They are one event, and the document is its record."""
    assert said("<1:We>, [1:declare] {1:that it rains}.", mode="joint", rule="joint:clause") == ["2023-05-10"]
    assert said("{1:My friends, it rains.}", mode="turn", rule="turn:title") == ["2023-05-10"]


def test_news_without_a_date_beside_the_cue_gives_none() -> None:
    """The day of publication is no date of the words."""
    assert said("<1:Ada Orvel> [1:said] {1:that it rains}.") == [None]
    assert said("<1:Ada Orvel> [1:says] {1:that it rains}.") == [None]


PIECES = st.sampled_from(
    [
        "<1:Ada Orvel>", "[1:said]", "{1:“It rains,”}", "<2:she>", "[2:told]", "{2:that it pours}", "on",
        "~Monday=2023-05-08~", "~2016=2016~", ",", ".", "\n", "who", "released", "“", "”", "’s",
        "in a statement", "By", ";", "\uffff", "é", "U.S.", "and",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.sampled_from([None, "2023-05-10"]))
def test_any_text_is_dated_or_not(pieces: list[str], published: str | None) -> None:
    """Hostile texts break nothing, and every date given stands in the text outside the words."""
    marked = " ".join(["{1:x}", *pieces])
    paper = Paper(marked, published)
    statements = [paper.statement(n) for n in sorted(paper.contents)]
    for statement in dated(paper.document, paper.passages, statements, paper.times):
        if statement.said and statement.said.span and statement.said.basis == "as marked":
            assert statement.said.span in [t.span for t in paper.times]
