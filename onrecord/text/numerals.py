"""Words of counting, by language: what each is worth, and what comes with what; data only, no logic."""

from __future__ import annotations

from types import MappingProxyType

_ONES = "one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

ENGLISH_UNITS = MappingProxyType({word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)})
"""From one to nineteen."""

ENGLISH_TENS = MappingProxyType({word: 10 * number for number, word in enumerate(_TENS.split(), 2)})

ENGLISH_MAGNITUDES = MappingProxyType(
    {
        "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
        "trillion": 10**12, "k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6,
        "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
    }
)  # fmt: skip
"""What a number before it is multiplied with."""

ENGLISH_ORDINALS = MappingProxyType(
    {word: number for number, word in enumerate(_FIRSTS.split(), 1)}
    | {f"{word}th": number for number, word in enumerate(_TEENS.split(), 13)}
    | {f"{word[:-1]}ieth": 10 * number for number, word in enumerate(_TENS.split(), 2)}
    | {"hundredth": 100, "thousandth": 1000}
)
