"""A word is cut and compared in one way everywhere: `words` is fast, `spans` and `normal` are what it means.

A word is a run of letters and digits, with an apostrophe kept between two letters ("don't") and a point or
comma between two digits ("1,500"). A combining mark or a character without width (a soft hyphen) goes with
the character before it. A letter of a script written without spaces (ideographs, kana, Thai, Lao, Khmer,
Burmese) is a word by itself. Words are compared by `normal`, and a word's hash is that of its normal form.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Span

_OTHER, _LETTER, _DIGIT, _ALONE, _MARK, _APOSTROPHE, _POINT = range(7)
_SIGNS = "olnsmap"  # one letter a kind, in the order above, for the twin's pattern
_UNSEEN = 255  # in the table of kinds: not looked up so far
_PAGE = 8  # bits of a code point within its page
_SEVERAL = 0x80000000  # in the table of folded characters: several stand for this one
_WORD = re.compile(r"(?:lm*+(?:am*+(?=l))?+|nm*+(?:pm*+(?=n))?+)++|sm*+")

_APOSTROPHES = "'’ʼ‘ʻ＇"
_POINTS = ".,"
_WEIGHTLESS = "\u0640\u115f\u1160\u3164\uffa0"  # letters by category that show nothing of their own
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
    (0x3021, 0x3029), (0x3031, 0x3035), (0x3038, 0x312F), (0x31A0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0xF900, 0xFAFF), (0xFF66, 0xFF9F),
    (0x16FE0, 0x18DFF), (0x1AFF0, 0x1B2FF),
)  # fmt: skip
_ALIKE = (
    (0x3400, 0x4DBF, _ALONE, 0),  # ideographs
    (0x4E00, 0x9FFF, _ALONE, 0),
    (0xAC00, 0xD7A3, _LETTER, _SEVERAL),  # Hangul: a syllable is several letters
    (0xD800, 0xF8FF, _OTHER, 0),  # surrogates, private use
    (0x20000, 0x2F7FF, _ALONE, 0),  # ideographs, those to come included
    (0x2FA20, 0x3FFFF, _ALONE, 0),
    (0x40000, 0xDFFFF, _OTHER, 0),  # nothing so far
    (0xE1000, 0xEFFFF, _OTHER, 0),
    (0xF0000, 0x10FFFF, _OTHER, 0),  # private use
)  # long ranges need no look at each character
_STROKES = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # letters whose stroke Unicode does not count as a mark  # fmt: skip

_ODD = 0x9E6C63D0876A9A47  # any odd number has an inverse modulo 2**64
_INVERSE = pow(_ODD, -1, 1 << 64)
_FULL = (1 << 64) - 1
_LONGEST = 1 << 20  # code points of a word: what is longer is no word, and is cut
_BLOCK = 1 << 16  # code points: larger ones leave the processor's cache


class Words(NamedTuple):
    """The words of a text, in order.

    Attributes:
        starts, ends: half-open ranges in code points of the text.
        hashes: 64-bit hashes of the words' normal forms; equal words have equal hashes.
        numeric: whether the word begins with a digit.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    hashes: NDArray[np.uint64]
    numeric: NDArray[np.bool_]


def spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of text[start:end], slowly and obviously; `words` finds the same.

    Returns:
        Half-open ranges in code points of `text`, in order.
    """
    kinds = "".join(_SIGNS[_kind(char)] for char in text[start:end])
    found, at = [], 0
    while match := _WORD.search(kinds, at):
        if match.end() - match.start() > _LONGEST:
            match = _WORD.match(kinds, match.start(), match.start() + _LONGEST)
            assert match
        at = match.end()
        found.append(Span(start + match.start(), start + match.end()))
    return found


def normal(word: str) -> str:
    """A word as it is compared: case, accents, ligatures and invisible characters make no difference.

    Apostrophes are straight, commas in numbers are left out ("1,500" is "1500"), and digits of every script
    are ASCII. Marks that are vowels or change a letter (Devanagari, Thai, kana) stay.
    """
    return "".join(map(_folded, word))


def hash_of(word: str) -> int:
    """The hash that `words` gives a word, between 0 and 2**64 - 1, slowly and obviously."""
    value = sum(ord(char) * pow(_ODD, place, 1 << 64) for place, char in enumerate(normal(word))) & _FULL
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _FULL
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _FULL
    return value ^ (value >> 31)


def words(text: str) -> Words:
    """The words of a text with their hashes, at some millions of words a second.

    Works in blocks, so that memory beyond the result does not grow with the text. Any string will do, lone
    surrogates included.
    """
    parts: list[Words] = []
    start, size = 0, _BLOCK
    while not parts or start < len(text):
        block = text[start : start + size]
        found = _block(block)
        stop, begun = len(block), int(found.starts[-1]) if len(found.starts) else 0
        if start + stop < len(text) and _open(block, found):
            if begun:  # the last word may go on, so the next block begins with it
                stop = begun
                found = Words(found.starts[:-1], found.ends[:-1], found.hashes[:-1], found.numeric[:-1])
            elif size < _LONGEST:
                size = min(size * 2, _LONGEST)
                continue
        shift = np.int32(start)
        parts.append(Words(found.starts + shift, found.ends + shift, found.hashes, found.numeric))
        start, size = start + stop, _BLOCK
    if len(parts) == 1:
        return parts[0]
    starts, ends, hashes, numeric = zip(*parts, strict=True)
    return Words(
        np.concatenate(starts), np.concatenate(ends), np.concatenate(hashes), np.concatenate(numeric)
    )


def _open(block: str, found: Words) -> bool:
    """Whether the last word of a block would go on if more text followed."""
    if not len(found.ends):
        return False
    rest = block[int(found.ends[-1]) :]
    joined = not rest or _kind(rest[0]) in (_APOSTROPHE, _POINT)
    return joined and all(_kind(char) == _MARK for char in rest[1:])


def _block(text: str) -> Words:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds, folded = _looked_up(codes)
    if _MARK not in kinds:
        whole, first, last = _runs(kinds)
        starts, ends = np.flatnonzero(first), np.flatnonzero(last) + 1
    else:  # a mark goes with the character before it
        kept = np.flatnonzero(kinds != _MARK)
        bare, first, last = _runs(kinds[kept])
        after = np.append(kept, len(codes))
        starts, ends = kept[first], after[1:][last]
        whole = np.zeros(len(codes), np.bool_)
        whole[after[0] :] = np.repeat(bare, np.diff(after))
    hashes = _hashes(folded[np.flatnonzero(whole)], ends - starts)
    return Words(starts.astype(np.int32), ends.astype(np.int32), hashes, kinds[starts] == _DIGIT)


def _runs(kinds: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which characters belong to words, begin one and end one; marks being left out."""
    alone, inside = kinds == _ALONE, _inside(kinds)
    first, last = alone.copy(), alone.copy()
    first[:1] |= inside[:1]
    first[1:] |= inside[1:] & ~inside[:-1]
    last[-1:] |= inside[-1:]
    last[:-1] |= inside[:-1] & ~inside[1:]
    return inside | alone, first, last


def _inside(kinds: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which characters belong to a word of several, marks being left out."""
    letter, digit = kinds == _LETTER, kinds == _DIGIT
    inside: NDArray[np.bool_] = letter | digit
    middle = kinds[1:-1]
    inside[1:-1] |= (middle == _APOSTROPHE) & letter[:-2] & letter[2:]
    inside[1:-1] |= (middle == _POINT) & digit[:-2] & digit[2:]
    return inside


def _hashes(folded: NDArray[np.uint32], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The hashes of words whose folded characters stand one after the other."""
    firsts = np.cumsum(lengths) - lengths
    if (folded >= _SEVERAL).any():
        folded, firsts = _apart(folded, firsts)
    nothing = np.flatnonzero(folded == 0)
    if len(nothing):
        folded = folded[folded != 0]
        firsts = firsts - np.searchsorted(nothing, firsts)
    powers, inverses = _powers(1 << max(12, len(folded).bit_length()))
    sums = np.zeros(len(folded) + 1, np.uint64)
    np.cumsum(folded * powers[: len(folded)], out=sums[1:])
    value: NDArray[np.uint64] = np.diff(sums[firsts], append=sums[-1:]) * inverses[firsts]
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def _apart(
    folded: NDArray[np.uint32], firsts: NDArray[np.int64]
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Ligatures taken apart into what they stand for; and where each word then begins."""
    where = np.flatnonzero(folded >= _SEVERAL)
    present, which = np.unique(folded[where], return_inverse=True)
    strings = [_folded(chr(int(code) - _SEVERAL)) for code in present]
    letters = np.frombuffer("".join(strings).encode("utf-32-le"), "<u4")
    sizes = np.array([len(string) for string in strings])
    begins, sizes = (np.cumsum(sizes) - sizes)[which], sizes[which]
    counts = np.ones(len(folded), np.int64)
    counts[where] = sizes
    spread = np.repeat(folded, counts)
    steps = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    spread[spread >= _SEVERAL] = letters[np.repeat(begins, sizes) + steps]
    longer = np.concatenate(([0], np.cumsum(sizes - 1)))
    return spread, firsts + longer[np.searchsorted(where, firsts)]


@lru_cache(maxsize=4)
def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The first powers of the hashes' base and of its inverse, modulo 2**64."""
    both = []
    for base in (_ODD, _INVERSE):
        factors = np.full(size, base, np.uint64)
        factors[0] = 1
        both.append(np.cumprod(factors))
    return both[0], both[1]


def _looked_up(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """For each code point its kind, and what it is folded to: 0 for nothing, _SEVERAL for several."""
    kinds, folded = _tables()
    found = kinds[codes]
    unseen = found == _UNSEEN
    if unseen.any():
        for number in np.unique(codes[unseen] >> _PAGE).tolist():
            _fill(number)
        found = kinds[codes]
    return found, folded[codes]


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Kind and folding of all code points, filled in page by page as they are met."""
    return np.full(0x110000, _UNSEEN, np.uint8), np.zeros(0x110000, np.uint32)


def _fill(number: int) -> None:
    """Fill in a page of the tables."""
    kinds, folded = _tables()
    start, stop = number << _PAGE, number + 1 << _PAGE
    own, into = np.zeros(stop - start, np.uint8), np.arange(start, stop, dtype=np.uint32)
    single = np.ones(stop - start, np.bool_)
    for first, last, kind, several in _ALIKE:
        part = slice(max(first - start, 0), max(last + 1 - start, 0))
        own[part], single[part] = kind, False
        into[part] |= several
    for code in np.flatnonzero(single).tolist():
        own[code] = kind = _kind(chr(start + code))
        if kind != _OTHER:
            into[code] = _fold_code(chr(start + code))
    folded[start:stop] = into
    kinds[start:stop] = own  # last: what has a kind has its folding


def _fold_code(char: str) -> int:
    code, plain = ord(char), unicodedata.category(char) == "Lo" and not unicodedata.decomposition(char)
    if plain and char not in _WEIGHTLESS and not 0xAC00 <= code <= 0xD7A3:  # Hangul's are worked out
        return code  # as `_folded` says, and faster
    string = _folded(char)
    return ord(string) if len(string) == 1 else code | _SEVERAL if string else 0


def _kind(char: str) -> int:
    if char in _APOSTROPHES:
        return _APOSTROPHE
    if char in _POINTS:
        return _POINT
    category, code = unicodedata.category(char), ord(char)
    if category[0] == "M" or category == "Cf" or char in _WEIGHTLESS:
        return _MARK
    if 0x20000 <= code <= 0x3FFFF or ((category[0] == "L" or category == "Nl") and _unspaced(code)):
        return _ALONE
    return _LETTER if category[0] == "L" else _DIGIT if category[0] == "N" else _OTHER


def _unspaced(code: int) -> bool:
    place = bisect_right(_UNSPACED, (code, 0x10FFFF)) - 1
    return place >= 0 and code <= _UNSPACED[place][1]


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    """What one character is compared as: nothing, one character or several."""
    if char in _APOSTROPHES:
        return "'"
    if char == "," or _weightless(char):
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    bare = "".join(_STROKES.get(part, part) for part in _bare(_bare(char).casefold()))
    return bare.translate(_STRAIGHT) if 0 < len(bare) <= 4 else char  # longer are whole phrases


def _bare(string: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", string) if not _weightless(char))


_STRAIGHT = dict.fromkeys(map(ord, _APOSTROPHES), "'")


def _weightless(char: str) -> bool:
    """Whether a character says nothing about which word this is: an accent, or something invisible."""
    category = unicodedata.category(char)
    if category in ("Cf", "Me") or char in _WEIGHTLESS:
        return True
    if category != "Mn":
        return False
    if (
        "\ufe00" <= char <= "\ufe0f"
        or "\u180b" <= char <= "\u180f"
        or char == "\u034f"
        or char >= "\U000e0000"
    ):
        return True  # variation selectors
    place = unicodedata.combining(char)
    return place in (1, 7) or 10 <= place <= 36 or place >= 200
