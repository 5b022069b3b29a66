"""The data files of this part are read once, when first asked for, and never changed."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The lines of a table, cut at tabs; comments left out."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=8)
def sections(name: str) -> dict[str, list[str]]:
    """The words of each section of a file: "[name]", then lines of words between white space."""
    found: dict[str, list[str]] = {}
    for (line,) in rows(name):
        if line.startswith("["):
            found[line.strip("[]")] = words = []
        else:
            words += line.split()
    return found


@lru_cache(maxsize=32)
def words(section: str) -> frozenset[str]:
    """One section of the words of people's names."""
    return frozenset(sections("words.txt")[section])


def pairs(section: str) -> list[tuple[str, str]]:
    """One section of sounds.txt: what is replaced by what."""
    found = []
    for entry in sections("sounds.txt")[section]:
        left, _, right = entry.rpartition("=")
        found.append((left, right))
    return found
