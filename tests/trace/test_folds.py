"""Protects what counts as one report: reprints fold, different texts on one pattern do not, in any order."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.words import words
from onrecord.trace import folds
from onrecord.trace.folds import folded, reports, sketch, sketches

STORY = """Harbor board puts off vote on the new ferry terminal

ELMSWICK - The harbor board on Tuesday put off for the third time its vote on a ferry terminal that
would cost 48 million crowns, after engineers warned that the northern mole may not carry it.

"We are not going to pour concrete on a guess," board chairwoman Adaeze Lindqvist told reporters. "If it
takes until autumn to know what lies under that mole, then it takes until autumn."

The terminal was to open in 2026 and to replace two landings that date from 1931. About 9,400 people
cross the sound on a working day, and the board expects 12,000 by the end of the decade.

Jorge Takahashi, who runs a repair yard beside the older landing, said that he would believe in the
terminal once he saw a pile driver. "They have measured this water since my father's day," he said.

The engineers' report, which the board released late on Monday, lists 17 borings that never reached
rock. It asks for 30 more, at a price of 2.1 million crowns.

The board will meet again on 9 September."""

PARTS = STORY.split("\n\n")
HEADLINE = "No ferry terminal before autumn, says worried board"
SITE = """The Elmswick Lantern lives on what its readers give. If you value slow and careful reporting from
the sound, become a member today, and find our newsletter in your mailbox on Saturdays."""

PATTERN = """The {where} flood office opened its relief counter today after {what} between {first} and {last},
and said that carts with blankets, lamps and dry flour were on their way from the depots.

Farmers, millers and lodging houses of {where} may claim half of what {what} spoiled from the county
chest, and nothing for what had been spoiled before; whoever lends a pump is paid by the hour for it.

{whom} keeps the books in {where} until the counter closes. Whether other parishes are taken in is
decided by the wardens once the surveyors have walked the dykes and written down what they saw.

Those who lost tools, boats or beasts in {where} ring {phone} and ask {who} to put them on the list."""

SLOTS = [
    ("Vale of Brann", "floods and mudslides", "3 May", "9 May", "Irena Castellanos", "555 0144"),
    ("Lower Teasel", "a tornado", "21 June", "22 June", "Bashir Holm", "555 0171"),
    ("Lower Teasel", "a tornado", "2 July", "4 July", "Bashir Holm", "555 0188"),
]
NAMES = ("where", "what", "first", "last", "whom", "phone")
FORMS = [PATTERN.format(who="Okonkwo", **dict(zip(NAMES, slots, strict=True))) for slots in SLOTS]


def of(text: str) -> bytes:
    found = words(text)
    return sketch(found.hashes, found.numeric)


def same(*texts: str) -> bool:
    return len(set(reports([of(text) for text in texts]))) == 1


REPRINTS = {
    "another headline": [HEADLINE, *PARTS[1:]],
    "another headline, the last paragraph cut": [HEADLINE, *PARTS[1:-1]],
    "another headline, a paragraph of the site": [HEADLINE, *PARTS[1:], SITE],
    "another headline, the last paragraph cut, a paragraph of the site": [HEADLINE, *PARTS[1:-1], SITE],
    "a paragraph in the middle left out": [*PARTS[:4], *PARTS[5:]],
    "a source line before the text": ["(Sound Press Agency) " + PARTS[0], *PARTS[1:]],
    "other capitals and marks": [STORY.upper().replace('"', "”")],
}


@pytest.mark.parametrize("how", REPRINTS)
def test_a_reprint_is_the_same_report(how: str) -> None:
    assert same(STORY, "\n\n".join(REPRINTS[how]))


def test_different_texts_on_one_pattern_are_different_reports() -> None:
    assert reports([of(text) for text in FORMS]) == [0, 1, 2]


def test_two_reports_that_quote_the_same_words_are_different_reports() -> None:
    own = """Board shies away from terminal decision. The meeting lasted four hours and ended without a show
    of hands. Ferry operators had come in numbers, some with children, and left in silence."""
    last = "What happens to the landings meanwhile nobody on the board cared to say."
    assert not same(STORY, "\n\n".join([own, PARTS[2], SITE, PARTS[4], last]))


def test_changed_numbers_are_no_reprint() -> None:
    changed = STORY.replace("48", "61").replace("9,400", "7,100").replace("2.1", "3.8").replace("17", "22")
    assert not same(STORY, changed)


def test_reprints_of_reprints_fold_and_numbers_follow_first_appearance() -> None:
    steps = ["\n\n".join(PARTS[:stop]) for stop in (7, 6, 5, 4)]
    texts = [FORMS[0], *steps, FORMS[1], STORY, FORMS[0]]
    assert reports([of(text) for text in texts]) == [0, 1, 1, 1, 1, 2, 1, 0]


def test_very_short_documents_fold_only_when_equal() -> None:
    short = [
        of(text)
        for text in ("I will not resign now.", "I will not resign now!", "I will not resign.", "", "")
    ]
    assert reports(short) == [0, 0, 1, 2, 2]
    assert reports([]) == []


def test_a_sketch_is_small_and_tells_runs_from_numbers() -> None:
    long = words(" ".join(f"w{n} {n}" for n in range(5000)))
    found = np.frombuffer(sketch(long.hashes, long.numeric), "<u8")
    assert len(found) == folds.SAMPLE + folds.NUMBERS
    assert (found[1:] > found[:-1]).all()
    assert int((found >> np.uint64(63)).sum()) == folds.NUMBERS
    assert sketch(long.hashes, long.numeric)[: folds.SAMPLE * 8] == sketch(long.hashes)


def copies(one: bytes, other: bytes) -> bool:
    """The slow twin: whether two sketches are copies, by sets."""
    rows = []
    for own in (one, other):
        values = [int(value) for value in np.frombuffer(own, "<u8")]
        runs = {v >> 16: v & 0xFFFF for v in values if v < 1 << 63}
        rows.append((runs, {(v - (1 << 63)) >> 16: v & 0xFFFF for v in values if v >= 1 << 63}))
    if one == other or min(len(runs) for runs, _ in rows) < folds.FEWEST:
        return one == other
    shared, alone, own = weighed([runs for runs, _ in rows], folds.SAMPLE, None)
    if (
        not shared
        or shared < folds.SHARED * (shared + sum(alone))
        or shared < folds.HELD * (shared + min(alone))
    ):
        return False
    ends = [[place for digest, place in row[0].items() if digest in shared_in(rows)] for row in rows]
    shared, _, own = weighed([runs for runs, _ in rows], folds.SAMPLE, ends)
    if shared < folds.ALIKE * (shared + min(own)):
        return False
    shared, _, own = weighed([numbers for _, numbers in rows], folds.NUMBERS, ends)
    return shared >= folds.SAME_NUMBERS * (shared + min(own))


def shared_in(rows: list[tuple[dict[int, int], dict[int, int]]]) -> set[int]:
    one, other = rows[0][0], rows[1][0]
    return set(one) & set(other)


def weighed(
    rows: list[dict[int, int]], most: int, ends: list[list[int]] | None
) -> tuple[int, list[int], list[int]]:
    """What two samples share, what each has alone, and what of that stands between its ends."""
    reach = min(max(row) if len(row) == most else 1 << 60 for row in rows)
    common = set(rows[0]) & set(rows[1])
    alone = [{d: p for d, p in row.items() if d <= reach and d not in common} for row in rows]
    inside = [
        sum(1 for place in own.values() if not ends or min(end) < place < max(end))
        for own, end in zip(alone, ends or [[0], [0]], strict=True)
    ]
    return len(common), [len(own) for own in alone], inside


def slow_reports(sketches: Sequence[bytes]) -> list[int]:
    """The slow twin: all pairs."""
    group = list(range(len(sketches)))
    for i, one in enumerate(sketches):
        for j in range(i):
            if group[i] != group[j] and copies(one, sketches[j]):
                group = [group[j] if own == group[i] else own for own in group]
    seen: dict[int, int] = {}
    return [seen.setdefault(own, len(seen)) for own in group]


def planted(seed: int, many: int) -> list[bytes]:
    """Sketches of reprints of a few stories, cut and added to at random, some with numbers changed."""
    rng = random.Random(seed)
    stories = [
        [rng.randrange(1, 4000) for _ in range(rng.choice((8, 30, 200, 900)))]
        for _ in range(max(2, many // 6))
    ]
    found = []
    for _ in range(many):
        own = list(rng.choice(stories))
        if rng.random() < 0.7:
            own = own[rng.randrange(1 + len(own) // 6) : len(own) - rng.randrange(1 + len(own) // 3)]
        if rng.random() < 0.5:
            own += [rng.randrange(1, 4000) for _ in range(rng.randrange(1 + len(own) // 5))]
        if rng.random() < 0.3:
            own = [value if rng.random() < 0.97 else rng.randrange(1, 4000) for value in own]
        array = np.array(own, np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        found.append(sketch(array, np.array(own) % 29 == 0))
    return found


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 1 << 30), st.integers(2, 40))
def test_the_fast_way_folds_what_comparing_all_pairs_folds(seed: int, many: int) -> None:
    sketches = planted(seed, many)
    assert reports(sketches) == slow_reports(sketches)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 1 << 30), st.lists(st.integers(0, 14), max_size=8))
def test_many_families_are_folded_as_each_alone(seed: int, sizes: list[int]) -> None:
    sketches = [*planted(seed, 30), of(""), of("I will not resign.")]
    rng = random.Random(seed)
    families = [rng.choices(sketches, k=size) for size in sizes]
    assert folded(families) == [slow_reports(own) for own in families]


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 1 << 30), st.randoms(use_true_random=False))
def test_order_only_changes_the_numbering(seed: int, rng: random.Random) -> None:
    sketches = planted(seed, 100)
    order = list(range(len(sketches)))
    rng.shuffle(order)
    before, after = reports(sketches), reports([sketches[at] for at in order])
    assert len({(before[at], number) for at, number in zip(order, after, strict=True)}) == len(set(before))
    assert len(set(after)) == len(set(before))
    assert list(dict.fromkeys(after)) == list(range(len(set(after))))


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), max_size=12), max_size=8))
def test_any_words_can_be_folded(texts: list[list[int]]) -> None:
    sketches = [sketch(np.array(own, np.uint64), np.array(own, np.int64) == 3) for own in texts]
    assert reports(sketches) == slow_reports(sketches)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1 << 30), st.lists(st.sampled_from([0, 1, 2, 3, 5, 90, 700, 3000]), max_size=6))
def test_sketches_of_many_documents_are_those_of_each(seed: int, sizes: list[int]) -> None:
    """Whatever their lengths, and however often a document repeats a few words or numbers."""
    chance = np.random.default_rng(seed)
    edges = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    kinds = [int(chance.choice([2, 30, 100_000])) for _ in sizes]
    store = chance.integers(0, 1 << 63, 100_000).astype(np.uint64)
    parts = [store[chance.integers(0, kind, size)] for kind, size in zip(kinds, sizes, strict=True)]
    own = np.concatenate([np.zeros(0, np.uint64), *parts])
    numeric = own % np.uint64(3) == 0
    wanted = [sketch(part, part % np.uint64(3) == 0) for part in parts]
    assert sketches(own, numeric, edges) == wanted
