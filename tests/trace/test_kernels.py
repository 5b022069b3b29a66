"""Protects: the fast kernels of tracing find what their slow, obvious twins find."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.text.rarity import bits
from onrecord.text.words import hash_of, spans, words
from onrecord.trace import align, pairs, worded
from onrecord.trace.batches import Cutting, cutting, joined
from onrecord.trace.keyed import ENOUGH, NONE, WIDEST, Keys, among, distinct, found, keys, merged
from onrecord.trace.pieced import EIGHTHS, FEWEST, LINK, MOST, TELLING, cut_text, pieces, rejoined
from onrecord.trace.worded import Lined, lined
from tests.trace import slow_align

COMMON = "the of and to in a is that for it was on".split()
TELLING_WORDS = "breakwater regatta sluice estuary turbine orchard quarry lantern masonry petition".split()

sentence = st.lists(st.sampled_from(COMMON + TELLING_WORDS + ["12", "1,500"]), min_size=1, max_size=40).map(
    " ".join
)
text = st.lists(sentence, min_size=1, max_size=6).map(". ".join)


def slow_keys(line: str) -> set[tuple[str, ...]]:
    """The keys of one piece as tuples of words."""
    found = words(line)
    worth = bits(found)
    plain = [line[span.start : span.end].lower() for span in spans(line)]
    telling = [n for n in range(len(plain)) if worth[n] >= TELLING and not plain[n][0].isdigit()]
    keys = set()
    for at in range(len(telling)):
        total = 0.0
        for end in range(at, len(telling)):
            total += round(float(worth[telling[end]]) * EIGHTHS) / EIGHTHS
            if total >= ENOUGH:
                if telling[end] - telling[at] < WIDEST:
                    keys.add(tuple(plain[n] for n in telling[at : end + 1]))
                break
    return keys


@settings(deadline=None)
@given(st.lists(text, min_size=1, max_size=5))
def test_two_pieces_share_a_key_where_they_share_its_words(texts: list[str]) -> None:
    """A key is a digest of a run of telling words and of nothing else, wherever it stands."""
    cut, firsts, lasts = rejoined(texts, [0] * len(texts))
    every = np.ones(len(texts), dtype=np.bool_)
    made = keys(found(cut, firsts, lasts), np.arange(len(texts)), every)
    fast: dict[int, set[int]] = defaultdict(set)
    for key, owner in zip(made.keys.tolist(), made.wordings.tolist(), strict=True):
        fast[owner].add(key)
    slow = [slow_keys(one) for one in texts]
    assert [len(fast[n]) for n in range(len(texts))] == [len(one) for one in slow]
    for a, b in combinations(range(len(texts)), 2):
        assert len(fast[a] & fast[b]) == len(slow[a] & slow[b])


def test_a_changed_number_breaks_no_key() -> None:
    """Numbers are what is changed on the way, so that nothing may hang on them."""
    one, other = "the quarry sold 12 lantern boats", "the quarry sold 15,000 lantern boats"
    cut, firsts, lasts = rejoined([one, other], [0, 0])
    made = keys(found(cut, firsts, lasts), np.arange(2), np.ones(2, dtype=np.bool_))
    assert len(set(made.keys.tolist())) * 2 == len(made.keys) > 0


def held(rows: list[tuple[int, int]]) -> Keys:
    """Keys as rows of key and wording, all with the same surroundings."""
    rows = sorted(set(rows))
    columns = np.array(rows, dtype=np.int64).reshape(-1, 2)
    around = np.full(len(rows), 0x11111111, dtype=np.uint32)
    return Keys(columns[:, 0].astype(np.uint32), columns[:, 1], around)


def slow_pairs(rows: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Each holder of a key with the smallest holders."""
    holders: dict[int, list[int]] = defaultdict(list)
    for key, wording in sorted(rows):
        holders[key].append(wording)
    return {
        (min(a, b), max(a, b))
        for found in holders.values()
        for a in found[: pairs.ANCHORS]
        for b in found
        if a != b
    }


@settings(deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 3), st.integers(0, 14)), max_size=50),
    st.lists(st.integers(0, 14), min_size=2, max_size=2, unique=True),
)
def test_pairs_are_those_of_the_whole_set(rows: set[tuple[int, int]], edges: list[int]) -> None:
    """Wordings that come in three batches are compared as if they had come in one, and displaced as well."""
    low, high = sorted(edges)
    batches = [{r for r in rows if cond(r[1])} for cond in (
        lambda w: w % 15 >= high, lambda w: w < low, lambda w: low <= w < high)]  # fmt: skip
    there: set[tuple[int, int]] = set()
    compared: set[tuple[int, int]] = set()
    for batch in batches:
        new = held(list(batch))
        asked = {key for key, _ in batch}
        known: dict[int, list[int]] = defaultdict(list)
        for key, wording in sorted(there):
            known[key].append(wording)
        few = [(key, w) for key in asked for w in known[key][: pairs.ANCHORS]]
        upset = set(pairs.upset(new, held(few)).tolist())
        every = [
            (key, w) for key in asked for w in (known[key] if key in upset else known[key][: pairs.ANCHORS])
        ]
        state = pairs.holders(new, held(every))
        there |= batch
        gone = set(zip(*(column.tolist() for column in pairs.parted(state)), strict=True))
        assert gone <= compared
        compared -= gone - slow_pairs(there)
        compared |= set(zip(*(column.tolist() for column in pairs.candidates(state)), strict=True))
    assert compared == slow_pairs(rows)


def slow_common(one: list[int], other: list[int]) -> int:
    """The length of the longest common subsequence, by the book."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for a, x in enumerate(one):
        for b, y in enumerate(other):
            table[a + 1][b + 1] = table[a][b] + 1 if x == y else max(table[a][b + 1], table[a + 1][b])
    return table[-1][-1]


def lined_up(lines: list[str]) -> Lined:
    """The words of lines, of which the n-th has the wording n."""
    cut, firsts, lasts = rejoined(lines, [0] * len(lines))
    return lined([(cut, firsts, lasts, np.arange(len(lines)))])


def every_pair(count: int) -> pairs.Pairs:
    ones, others = np.triu_indices(count, 1)
    return pairs.Pairs(ones, others)


def aligned(one: str, other: str) -> list[list[int]]:
    """Words [start, end) of both lines, and how many are the same."""
    found: list[list[int]] = align.likenesses(lined_up([one, other]), every_pair(2))[:, 2:].tolist()
    return found


@settings(deadline=None)
@given(st.lists(text, min_size=2, max_size=6))
def test_many_pairs_are_aligned_as_one_by_one(lines: list[str]) -> None:
    """Pairs that are looked at together are given what each is given alone, slowly."""
    lines = [*lines, " ".join(lines), ". ".join(lines[::-1])]
    words = lined_up(lines)
    wanted = every_pair(len(lines))
    slow = [
        [a, b, *stretch]
        for a, b in zip(wanted.one.tolist(), wanted.other.tolist(), strict=True)
        for stretch in slow_align.aligned(slow_align.worded(words, a), slow_align.worded(words, b))
    ]
    assert align.likenesses(words, wanted).tolist() == slow
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(align, "CHUNK", 3)
        patch.setattr(align, "POINTS", 5)  # more words than there are code points
        assert align.likenesses(words, wanted).tolist() == slow


@settings(deadline=None)
@given(st.lists(st.integers(0, (1 << 64) - 1) | st.integers(0, 5), max_size=60))
def test_words_are_numbered_by_how_often_they_stand(hashes: list[int]) -> None:
    """Equal hashes have equal numbers, different ones never, even where they share a slot."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worded, "SLOTS", 4)
        numbers = worded.numbered(np.array(hashes, np.uint64)).tolist()
    assert len(set(zip(hashes, numbers, strict=True))) == len(set(hashes)) == len(set(numbers))
    counts = [numbers.count(n) for n in range(len(set(numbers)))]
    assert 0 not in counts
    assert counts == sorted(counts, reverse=True)


@settings(deadline=None)
@given(text, text)
def test_stretches_hold_the_words_that_both_have(one: str, other: str) -> None:
    """A stretch counts no more words than the longest common subsequence inside it has."""
    words = lined_up([one, other])
    a, b = (words.numbers[words.firsts[n] : words.lasts[n]].tolist() for n in range(2))
    for start, end, other_start, other_end, same in aligned(one, other):
        assert FEWEST <= same <= slow_common(a[start:end], b[other_start:other_end])


def test_equal_words_are_one_stretch() -> None:
    """A copy is found whole."""
    line = "The harbour commission will rebuild the eastern breakwater before the autumn storms return"
    assert aligned(line, line) == [[0, 13, 0, 13, 13]]


def test_the_changed_last_word_belongs_to_the_stretch() -> None:
    """The word that was changed may be the first or the last of its sentence."""
    one = "The harbour commission will rebuild the eastern breakwater before October. Nobody laughed."
    other = "Eight. The harbour commission will rebuild the eastern breakwater before November."
    [stretch] = aligned(one, other)
    assert stretch[:4] == [0, 10, 1, 11]


@settings(deadline=None)
@given(st.lists(text, min_size=1, max_size=4), st.integers(0, 3))
def test_pieces_lie_in_passages_and_hold_their_words(texts: list[str], seed: int) -> None:
    """Every word of a passage that says enough is in one piece, and a piece cut again has the same words."""
    chance = random.Random(seed)
    passages = []
    for one in texts:
        middle = one.find(" ", chance.randint(0, len(one))) + 1  # between two words
        passages.append([Span(0, middle), Span(middle, len(one))])
    cut = pieces(texts, passages)
    for n in range(len(cut.text)):
        line = texts[cut.text[n]][cut.starts[n] : cut.ends[n]]
        own = [hash_of(line[span.start : span.end]) for span in spans(line)]
        assert own == cut.cut.hashes[cut.firsts[n] : cut.lasts[n]].tolist()
        assert FEWEST <= len(own) <= MOST


@settings(deadline=None)
@given(st.lists(text, min_size=2, max_size=6), st.integers(1, 5))
def test_texts_cut_in_parts_are_as_cut_together(texts: list[str], at: int) -> None:
    """Pieces, keys and sketches do not depend on which texts are cut with which."""
    texts = [f"{line} https://example.org/{'-'.join(TELLING_WORDS)}" for line in texts]
    passages = [[Span(0, len(line))] for line in texts]
    whole = cutting(texts, passages)
    parts = joined([cutting(texts[:at], passages[:at]), cutting(texts[at:], passages[at:])])
    assert parts.sketches == whole.sketches
    assert told(parts) == told(whole)


def told(made: Cutting) -> list[object]:
    """All that was found, piece by piece."""
    pieces, found = made.pieces, made.found
    own: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, piece, around in zip(*(column.tolist() for column in found), strict=True):
        own[piece].append((key, around))
    words = [pieces.cut.hashes[a:b].tolist() for a, b in zip(pieces.firsts, pieces.lasts, strict=True)]
    columns = (pieces.text, pieces.starts, pieces.ends, pieces.wordings)
    rows = zip(*(column.tolist() for column in columns), words, strict=True)
    return [(*row, own[n]) for n, row in enumerate(rows)]


def test_long_passages_are_cut_where_sentences_end() -> None:
    """A page in one paragraph is followed sentence by sentence, and nothing of it is left out."""
    line = "The estuary turbine was taken to the orchard quarry in the morning of that day. " * 100
    cut = pieces([line], [[Span(0, len(line.rstrip()))]])
    assert (cut.lasts - cut.firsts).sum() == len(spans(line))
    assert (cut.lasts - cut.firsts).max() <= MOST
    assert all(line[int(start) :].startswith("The estuary") for start in cut.starts)


def test_an_address_is_a_piece_of_its_own() -> None:
    """A link put under words leaves their wording as it is."""
    plain = "The estuary turbine was taken to the orchard quarry (see the notice)."
    address = "https://example.org/estuary-turbine-was-taken-to-the-orchard-quarry/lantern/notice.html"
    linked = plain.replace("the notice", f"[the notice]({address})")
    cut = pieces([plain, linked], [[Span(0, len(plain))], [Span(0, len(linked))]])
    odd = cut.wordings & LINK > 0
    assert odd.tolist() == [False, False, True]
    assert cut.wordings[0] == cut.wordings[1]
    assert linked[int(cut.starts[2]) : int(cut.ends[2])] == address


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Gov. Petra Lund spoke to Mr. Olsen about it. Then she left!", 2),
        ('She said "we will rebuild it" and left.', 3),
        ("Prices rose 1.5 percent. Nobody knew why", 2),
    ],
)
def test_bounds_are_the_ends_of_sentences_and_quotations(line: str, count: int) -> None:
    """What can be quoted whole begins at a bound; an abbreviation is none."""
    assert int(cut_text(line).bounds.sum()) == count


@pytest.mark.parametrize(
    "line", ["", "   ", "!!!", "\ud800 \U0001f600", "一二三四五六七八九十" * 50, "word " * 5000]
)
def test_odd_texts_are_cut_without_a_word(line: str) -> None:
    """No text stops tracing."""
    cut = pieces([line], [[Span(0, len(line))]])
    made = keys(found(cut.cut, cut.firsts, cut.lasts), cut.wordings, np.ones(len(cut.text), dtype=np.bool_))
    assert len(made.keys) >= 0
    assert len(pairs.candidates(pairs.holders(made, NONE)).one) == 0 or len(cut.text) > 1


NUMBERS = st.lists(
    st.sampled_from([-(1 << 63), -(1 << 32) - 1, -1, 0, 1, 2, 1 << 32, (1 << 63) - 1]), max_size=9
)


@given(NUMBERS, NUMBERS)
def test_numbers_are_sorted_and_looked_up_as_in_sets(one: list[int], other: list[int]) -> None:
    """Whatever their signs, none at all included."""
    values, wanted = np.array(one, np.int64), np.array(sorted(other), np.int64)
    assert distinct(values).tolist() == sorted(set(one))
    assert among(values, wanted).tolist() == [value in other for value in one]


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(range(-2, 3)), st.booleans()), max_size=20))
def test_two_lists_of_keys_are_merged_by_key_then_wording(rows: list[tuple[int, int, bool]]) -> None:
    """Wordings that differ in their lower halves alone are in order too, and each row says where it stood."""
    first = sorted({(key, w) for key, w, mine in rows if mine})
    second = sorted({(key, w << 32) for key, w, mine in rows if not mine})
    both, order = merged(held(first), held(second))
    every = first + second
    assert [(key, w) for key, w in zip(both.keys.tolist(), both.wordings.tolist(), strict=True)] == sorted(
        every
    )
    assert [every[n] for n in order.tolist()] == sorted(every)
