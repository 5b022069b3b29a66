"""Protects how much a word counts when texts are compared: frequent words little, names much."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from onrecord.text import rarity
from onrecord.text.words import Words, words

DIGEST = "8728fedff1fbca62"  # of the table as it was made; another changes every key of old records


def worth(text: str, language: str | None = None) -> list[float]:
    return [float(value) for value in rarity.bits(words(text), language)]


def test_the_table_is_the_one_that_was_made() -> None:
    hashes, eighths = rarity.table()
    assert hashlib.blake2b(hashes.tobytes() + eighths.tobytes(), digest_size=8).hexdigest() == DIGEST
    assert (hashes.dtype, eighths.dtype) == (np.uint64, np.uint8)
    assert len(hashes) == len(eighths) > 30_000
    assert (hashes[1:] > hashes[:-1]).all()
    assert eighths.max() <= rarity.MOST * rarity.STEP
    assert rarity.TABLE.stat().st_size < 400_000


def test_common_words_say_little_and_names_much() -> None:
    assert max(worth("the of and to in a that it is for")) < 8
    assert max(worth("president said people states government")) < 12
    assert min(worth("Zelenskyy Peskov Erdogan Kowalczyk Adebayo tariff")) > 12


def test_spelling_makes_no_difference() -> None:
    assert worth("The THE president’s") == worth("the the president's")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,500 3 2022", [8, 8, 8]),
        ("qq qqq qqqq qqqqq qqqqqq qqqqqqqqqqqq", [6, 9, 11, 13, 15, 15]),
        ("漢字", [6, 6]),
    ],
)
def test_what_the_table_lacks_counts_by_its_length(text: str, expected: list[float]) -> None:
    assert worth(text) == expected


def test_other_languages_are_not_counted_as_english() -> None:
    assert worth("qqq", "fr") == worth("qqq")
    assert max(worth("Peskov tariff", "fr")) <= 15 < max(worth("Peskov tariff", "en"))
    assert worth("on but the", "en") == worth("on but the")


@pytest.mark.parametrize(
    "text",
    [
        "le la les des que dans pour",
        "der die das und nicht über",
        "это что для они не как",
        "que para de una",
        "się że ich",
        "את של על",
        "من في أن",
    ],
)
def test_small_words_of_other_languages_say_little(text: str) -> None:
    assert max(worth(text)) <= 8
    assert max(worth(text, "xx")) <= 8


def test_no_words_have_no_bits() -> None:
    assert worth("") == []
    assert rarity.bits(words("of")).dtype == np.float32


def test_words_are_looked_up_as_in_a_sorted_list() -> None:
    """Every word of the table is found, and none that only looks like one in the bits that are looked up."""
    hashes, eighths = rarity.table()
    chance = np.random.default_rng(5)
    near = (hashes & np.uint64((1 << 18) - 1)) | (chance.integers(0, 1 << 45, len(hashes)) << 18).astype("u8")
    asked = np.concatenate([hashes, near, chance.integers(0, 1 << 63, 50_000).astype(np.uint64)])
    zeros = np.zeros(len(asked), np.int32)
    found = rarity.bits(Words(zeros, zeros + 4, asked, zeros > 0))
    place = np.minimum(np.searchsorted(hashes, asked), len(hashes) - 1)
    slow = np.where(hashes[place] == asked, eighths[place] / 8, rarity._BY_LENGTH[4])
    assert found.tolist() == slow.tolist()
