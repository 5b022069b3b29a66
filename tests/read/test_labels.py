"""Protects the word lists of layout: they hit what they are for and leave sentences alone."""

from __future__ import annotations

import re

import pytest

from onrecord.read import labels

STARTS = re.compile(labels.FURNITURE_STARTS, re.I)
WHOLE = re.compile(labels.FURNITURE_LINES, re.I)
CAPTIONS = re.compile(labels.CAPTIONS, re.I)


@pytest.mark.parametrize("name", ["QUESTION_WORDS", "OFFICES", "PARTICLES", "NOT_SPEAKERS", "PULL_TITLES"])
def test_lists(name: str) -> None:
    """Lower case: they are compared with the words of labels in lower case."""
    words = getattr(labels, name)
    assert words == [word.lower() for word in words]


def test_no_office_is_ruled_out() -> None:
    """A word cannot make a label a speaker's and nobody's at the same time."""
    assert set(labels.NOT_SPEAKERS).isdisjoint(labels.OFFICES)


@pytest.mark.parametrize(
    "line",
    [
        "See also Ferry fares to rise",
        "Read more: the ferry",
        "Related: the ferry",
        "Related articles:",
        "Click here to go on",
        "Print version",
        "Share this article",
        "Follow us",
        "Subscribe to the Courier",
        "Back to top",
        "Advertisement",
        "By Hana Quill",
        "Written by Hana Quill",
        "All rights reserved",
        "Copyright 2031 Velin Courier",
        "© Velin Courier",
        "Skip to content",
        "Lesen Sie auch: die Fähre",
        "À lire aussi : le bac",
        "Читайте также: паром",
        "Lea también",
        "1200 days since the flood",
        "Last updated 4 May",
        "Views: 12",
        "Comments (3)",
        "---",
        "* * *",
        "Page 3 of 4",
        "12 comments",
        "Please enable JavaScript",
        "Your browser is old",
    ],
)
def test_furniture(line: str) -> None:
    """What a site prints around its texts."""
    assert STARTS.match(line) is not None


@pytest.mark.parametrize(
    "line", ["Home", "menu", "Search", "Log in", "4 May 2031", "+49 30 1234567", "•", "Velin: 12:30", "END"]
)
def test_whole_lines(line: str) -> None:
    """Lines of a word or a number."""
    assert re.fullmatch(rf"(?:{labels.FURNITURE_LINES})\W*", line, re.I) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Bram Oster",
        "File photo by Bram Oster",
        "Foto: Bram Oster",
        "The ferry (Photo by Bram Oster)",
        "Фото: Орск",
    ],
)
def test_captions(line: str) -> None:
    """Lines below a picture."""
    assert CAPTIONS.match(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "The ferry left at nine.",
        "By June the lake was dry.",
        "By then nobody cared!",
        "Relatedly, the ferry sank.",
        "Searching took two days.",
        "Readers wrote.",
        "They saw also the sea.",
        "Sharing is hard.",
        "“Home,” she said.",
        "A photographer came.",
        "See also how the lake has fallen. It was full in May.",
        "Printers went on strike.",
        "Homes were sold.",
        "Velin said it was 12:30.",
        "Photographs of the ferry hang in the hall.",
        "Following the flood, they left.",
        "Views of the lake are rare.",
        "Pages were missing.",
        "Endings are hard.",
    ],
)
def test_sentences_are_none_of_it(line: str) -> None:
    """A sentence that only begins like furniture is kept."""
    assert STARTS.match(line) is None
    assert WHOLE.fullmatch(line) is None
    assert CAPTIONS.match(line) is None
