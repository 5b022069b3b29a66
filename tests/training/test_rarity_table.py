"""Protects how the table of rare words is made: both halves weigh the same, the rare is left out."""

from __future__ import annotations

import numpy as np

from onrecord.text.rarity import STEP
from onrecord.text.words import hash_of
from training.rarity import SMALL, counted, made, small


def test_halves_of_unlike_size_weigh_the_same() -> None:
    long, short = (
        counted(["ferry " * 600 + "mole " * 200]),
        counted(["mole mole pier pier", "mole mole pier pier"]),
    )
    hashes, eighths = made([long, short])
    bits = dict(zip(hashes.tolist(), (eighths / STEP).tolist(), strict=True))
    shares = {"ferry": 0.375, "mole": 0.375, "pier": 0.25}
    assert bits == {hash_of(word): round(-np.log2(share) * STEP) / STEP for word, share in shares.items()}
    assert (hashes[1:] > hashes[:-1]).all()


def test_numbers_addresses_front_matter_and_the_rarely_seen_are_left_out() -> None:
    text = (
        "---\ntitle: yard yard yard\n---\n1931 1931 1931 https://yard.example/yard pier pier pier quay quay"
    )
    hashes, _ = made([counted([text])])
    assert hashes.tolist() == [hash_of("pier")]


def test_small_words_of_other_languages_are_added_unless_english_has_them() -> None:
    found = small({hash_of("die"): 9.0, hash_of("des"): 18.0})
    assert hash_of("die") not in found
    assert found[hash_of("des")] == found[hash_of("und")] == SMALL[3]
    assert hash_of("juan") not in found
