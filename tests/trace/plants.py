"""Sentences with a known change planted in them, by a seed: what happened is known, for it was done here."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import EditKind, HopKind, Span
from onrecord.trace.edits import Side

SENTENCES = [
    " ".join(sentence.split())
    for sentence in """
The council of Varnholt will spend 340 million crowns on 12 bridges before the end of March, Anna
Petrovic told the assembly in Lisbon.

Our engineers have found that the dam at Orsk can hold for another seven years if the valves are
replaced by Tuesday.

I met Dragan Ilic in Vienna on Monday, and he is certain that the ferry will return to Odesa with
220 passengers.

In 2019 the ministry was warned by Halima Yusuf that the old tunnels under Nairobi are flooding, and
nothing has been done since then.

The fishermen of Bergen should receive 1,500 euros a month until the harbour in Rotterdam is open
again in September.

We have told the workers at Kessler that the furnace will be cold by Friday and that 85 families are
waiting for an answer from Berlin.

Nobody in this chamber was asked about the border with Chile when General Moreno signed the order on
14 June.

The children in the camps near Amman need 60 tents, clean water and a doctor, and Leila Haddad has
promised to bring them by Sunday.

It was Marta Oyelaran who said in Lagos that the election can be held in October if 30 of the judges
agree to serve.

My government will open the archive in Warsaw next week, and every one of the 4,200 letters will be
read by scholars from Canada.

The airline that Viktor Lindqvist runs from Stockholm has lost three aircraft and 11 percent of its
pilots since January.

You are asking whether the treaty with Norway is dead, and I am telling you that Sigrid Aune has it
on her desk in Oslo.

They could build the railway from Delhi to the coast for 9 billion if Prakash Menon were given a
free hand until 2031.

On Thursday the court in Madrid is going to hear the widow of Tomas Vidal, who was a driver for the
company for 26 years.

Every village between Lima and the mountains has a clinic today, and there are 400 nurses whom Rosa
Quispe has trained herself.

The glaciers above Geneva have been shrinking for five decades, Professor Keller said, and the
rivers will be dry by August.

Our soldiers were ordered to leave Kabul on 30 August, but Captain Rahimi had 17 wounded men who
were too weak to walk.

When Olga Nemtseva arrived in Helsinki, she was carrying two suitcases, the diary of her brother and
900 photographs of the siege.

Prices in Ankara have doubled since the spring, and Mehmet Arslan is afraid that 50 bakeries will
have to close before Saturday.

The museum in Cairo should give the statue back to Sudan, because it was taken in 1898 by an officer
called Hargreaves.
""".strip().split("\n\n")
]  # about people who do not exist

FRAMES = (
    ("Reporters were waiting in the rain. ", " The meeting ended at dusk."),
    ("", ""),
    ("The newspaper wrote again about the matter.\n\n", "\n\nNothing else was printed that day."),
    ("The speaker was brief: “", "” There was applause."),
    ("\n# Morning notes\n\n* ", "\n* The rest is weather.\n"),
)
WORD = re.compile(r"\w+(?:[,.]\d+)*(?:['’]\w+)?")
POOL = (
    "lantern marble quickly orchard velvet thunder harvest gentle compass bitter meadow walnut silver gather "
    "wander cellar pillow mustard dusty carpet whisper ladder copper violin basket thistle melted candle "
    "feather saddle"
).split()
SURNAMES = "Brandvold Okonkwo Tanaka Silveira Dubrovnik Achterberg Maalouf Castellanos".split()
TOWNS = "Prague Tokyo Bogota Tunis Seoul Brussels Havana Dublin".split()
MONTHS = ("January February March April May June July August September October November December ").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
COUNTED = "two three four five six seven eight nine ten eleven twelve".split()
TITLES = (
    "Professor General Captain President Prime Minister Vice Secretary Senator Governor Director United "
).split()
HELPERS = "is are was were will can could should would has have had".split()
SMALL = frozenset(
    "the a an of to in on at by for from with and or but that this it is are was were be been will can could "
    "should would has have had i you he she we they my your his her our their not no who whom which when if "
    "as because".split()
)


class Plant(NamedTuple):
    """A change that was planted.

    Attributes:
        what: its name.
        earlier, later: the two sides.
        kind: what the hop is.
        edits: what must be found, as (kind, words before, words after), and nothing else.
    """

    what: str
    earlier: Side
    later: Side
    kind: HopKind
    edits: tuple[tuple[EditKind, str, str], ...]


def plants(sentence: str, dice: random.Random, places: frozenset[str] = frozenset()) -> Iterator[Plant]:
    """Every change that a sentence allows."""
    words = [match.span() for match in WORD.finditer(sentence)]
    yield _plant("copy", sentence, sentence, "copy", (), dice)
    yield from _halves(sentence, words, dice)
    yield from _gaps(sentence, words, dice)
    yield from _swapped(sentence, words, dice, places)
    yield from _denied(sentence, words, dice)
    yield _plant("question", sentence, _ended(sentence, "?"), "copy", (("question", "*", "*"),), dice)
    at = dice.randrange(1, max(2, len(words) - 6))
    quoted = slice(words[at][0], words[min(at + dice.randint(2, 4), len(words) - 1)][1])
    if not re.search(r"[\"“”?!.]", sentence[quoted]):
        marked = f"{sentence[: quoted.start]}“{sentence[quoted]}”{sentence[quoted.stop :]}"
        yield _plant(
            "marks", sentence, marked, "copy", (("marks", sentence[quoted], sentence[quoted]),), dice
        )
    yield _reworded(sentence, words, dice)


def _ended(sentence: str, mark: str) -> str:
    return re.sub(r"[.!?]*$", "", sentence) + mark


def _framed(text: str, dice: random.Random, frame: tuple[str, str] | None = None) -> tuple[str, Span]:
    before, after = frame or dice.choice(FRAMES)
    return before + text + after, Span(len(before), len(before) + len(text))


def _plant(what, one, other, kind, edits, dice, whole=True) -> Plant:  # type: ignore[no-untyped-def]
    quoted = what in ("marks", "question")
    frame = FRAMES[0] if quoted else None
    text, span = _framed(one, dice, FRAMES[0] if quoted else FRAMES[dice.randrange(3)])
    other_text, other_span = _framed(other, dice, frame)
    return Plant(
        what,
        Side(text, span, (span,) if whole else (), "en"),
        Side(other_text, other_span, (), "en"),
        kind,
        edits,
    )


def _halves(sentence, words, dice) -> Iterator[Plant]:  # type: ignore[no-untyped-def]
    half = len(words) // 2
    for what, kept in (
        ("first half", slice(words[0][0], words[half - 1][1])),
        ("last half", slice(words[half][0], words[-1][1])),
    ):
        for known in (True, False):
            text, span = _framed(sentence, dice, dice.choice(FRAMES[:3]))
            part = sentence[kept]
            ended = part[0].upper() + part[1:] + "."
            frame = dice.choice(FRAMES if known else FRAMES[:3])  # to quote what is no statement is an edit
            other, place = _framed(ended, dice, frame)
            yield Plant(
                what,
                Side(
                    text,
                    Span(span.start + kept.start, span.start + kept.stop),
                    (span,) if known else (),
                    "en",
                ),
                Side(other, Span(place.start, place.end - 1), (), "en"),
                "cut",
                (),
            )


def _gaps(sentence, words, dice) -> Iterator[Plant]:  # type: ignore[no-untyped-def]
    third = len(words) // 3
    first, last = third, len(words) - third
    gone = sentence[words[first][0] : words[last - 1][1]]
    head, tail = sentence[: words[first - 1][1]], sentence[words[last][0] :]
    for what, mark in (
        ("ellipsis", dice.choice((" … ", "... ", " [...] ", " (…) ", "… "))),
        ("merged halves", " "),
    ):
        yield _plant(what, sentence, head + mark + tail, "cut", (("dropped", gone, ""),), dice)


def _swapped(sentence, words, dice, places) -> Iterator[Plant]:  # type: ignore[no-untyped-def]
    def swap(kind: EditKind, start: int, end: int, new: str) -> Plant:
        changed = sentence[:start] + new + sentence[end:]
        return _plant(kind, sentence, changed, "copy", ((kind, sentence[start:end], new),), dice)

    taken = set()
    for at, (start, end) in enumerate(words):
        word = sentence[start:end]
        near = [sentence[a:b] for a, b in words[max(0, at - 1) : at + 2]]
        if any(name in MONTHS for name in near) and word[0].isdigit():
            sort, new = "date", str(dice.choice([day for day in range(1, 29) if str(day) != word]))
        elif re.fullmatch(r"(?:19|20)\d\d", word) and near[0] in (
            "in",
            "In",
            "since",
            "until",
            "by",
            *MONTHS,
        ):
            sort, new = "date", str(int(word) + dice.randint(1, 9))
        elif re.fullmatch(r"\d[\d,.]*", word) and not re.fullmatch(r"(?:1[89]|20)\d\d", word):
            sort, new = "number", dice.choice([n for n in ("7", "48", "260", "3,100") if n != word])
        elif word in COUNTED:
            sort, new = "number", dice.choice([other for other in COUNTED if other != word])
        elif (word in MONTHS and at) or word in WEEKDAYS:
            listed = MONTHS if word in MONTHS else WEEKDAYS
            sort, new = "date", dice.choice([other for other in listed if other != word])
        elif (word in TOWNS or word.lower() in places or word in PLACED) and at:
            sort, new = "place", dice.choice([town for town in TOWNS if town != word])
        elif at and _is_name(sentence, words, at):
            sort, new = "name", dice.choice(SURNAMES)
        else:
            continue
        if sort not in taken and dice.random() < 0.7:
            taken.add(sort)
            yield swap(sort, start, end, new)


PLACED = frozenset(
    "Lisbon Vienna Odesa Nairobi Bergen Rotterdam Berlin Chile Amman Lagos Warsaw Canada Stockholm "
    "Norway Oslo Delhi Madrid Lima Geneva Kabul Helsinki Ankara Cairo Sudan".split()
)


def _is_name(sentence, words, at) -> bool:  # type: ignore[no-untyped-def]
    start, end = words[at]
    word, before = sentence[start:end], sentence[:start].rstrip()
    inside = before[-1:].isalpha() or before.endswith(",")
    common = word.lower() in SMALL or word in (*TITLES, *MONTHS, *WEEKDAYS, *PLACED)
    return (
        inside and not common and re.fullmatch(r"[A-Z][a-z]{2,}", word) is not None and word not in SURNAMES
    )


def _denied(sentence, words, dice) -> Iterator[Plant]:  # type: ignore[no-untyped-def]
    spots = [(start, end) for start, end in words if sentence[start:end] in HELPERS]
    if not spots:
        return
    start, end = dice.choice(spots)
    if re.match(r"\s+(?:not|never|no)\b|n['’]t|['’]", sentence[end:]):
        return
    denied = f"{sentence[:end]} not{sentence[end:]}"
    yield _plant("negation gained", sentence, denied, "copy", (("negation", "", "not"),), dice)
    yield _plant("negation lost", denied, sentence, "copy", (("negation", "not", ""),), dice)
    helper = sentence[start:end]
    short = {"will": "won’t", "can": "can’t"}.get(helper, helper + "n't")
    changed = sentence[:start] + short + sentence[end:]
    after = {"will": "n’t", "can": "n’t"}.get(helper, "n't")
    yield _plant("negation short", sentence, changed, "copy", (("negation", "", after),), dice)


def _reworded(sentence, words, dice) -> Plant:  # type: ignore[no-untyped-def]
    content = [at for at, (start, end) in enumerate(words) if sentence[start:end].lower() not in SMALL]
    chosen = set(dice.sample(content, (len(content) + 1) // 2))
    out, at = "", 0
    for place, (start, end) in enumerate(words):
        out += sentence[at:start] + (dice.choice(POOL) if place in chosen else sentence[start:end])
        at = end
    return _plant("reworded", sentence, out + sentence[at:], "reworded", (("replaced", "*", "*"),), dice)
