"""A form of a given name belongs to at least one name; what is short for several names is never certain."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from onrecord.link.names.script import bare, plainest, readings
from onrecord.link.names.tables import rows

Part = Literal["full", "short", "variant", "loose", "weak"]


class Form(NamedTuple):
    """One name that a token is a form of: its number, and whether fully, in short, or only perhaps."""

    name: int
    part: Part


class Index:
    """All forms, by their letters without marks and, where that says nothing, by their plainest reading."""

    def __init__(self) -> None:
        self.heads: list[str] = []
        self.origins: list[str] = []
        self.spelled: dict[str, list[Form]] = {}
        self.initials: list[set[str]] = []
        for number, row in enumerate(rows("given.tsv")):
            self._add(number, row[0], row[1].split(), row[2].split() if len(row) > 2 else [])

    def _add(self, number: int, origin: str, full: list[str], short: list[str]) -> None:
        self.origins.append(origin)
        self.heads.append(full[0])
        self.initials.append({form[0] for form in full})
        listed: tuple[tuple[list[str], Part], ...] = ((full, "full"), (short, "short"))
        for forms, part in listed:
            for form in forms:
                kind: Part = part
                if form.endswith("?"):
                    kind = "weak" if part == "short" else "loose"
                elif form.endswith("~"):
                    kind = "variant"
                token = spelled(form.rstrip("?~"))
                self._put(self.spelled, token, Form(number, kind))

    @cached_property
    def sounded(self) -> dict[str, list[Form]]:
        """The Latin forms by how they are read; made when a token is first not found as it is spelled."""
        found: dict[str, list[Form]] = {}
        for token, forms in self.spelled.items():
            if len(token) > 3 and token.isascii():
                for form in forms:
                    self._put(found, plainest(token), form)
        return found

    @staticmethod
    def _put(index: dict[str, list[Form]], token: str, form: Form) -> None:
        forms = index.setdefault(token, [])
        if all(one.name != form.name for one in forms):
            forms.append(form)


def spelled(token: str) -> str:
    """How a token is looked up."""
    return bare(token).replace("-", "").replace("'", "").replace("ё", "е")


@lru_cache(maxsize=1)
def _index() -> Index:
    return Index()


@lru_cache(maxsize=65536)
def forms(token: str) -> tuple[Form, ...]:
    """The names that a lower-case token is a form of."""
    index = _index()
    found = index.spelled.get(spelled(token))
    if found is None and len(token) > 3:
        found = next((index.sounded[way] for way in readings(token) if way in index.sounded), None)
    return tuple(found or ())


def known(token: str) -> bool:
    """Whether a token is a given name for certain."""
    return any(form.part not in ("weak", "loose") for form in forms(token))


def origin(token: str) -> str:
    """Where a token's name comes from: a letter of given.tsv; "" where it is unknown or several."""
    origins = {_index().origins[form.name] for form in forms(token) if form.part == "full"}
    return origins.pop() if len(origins) == 1 else ""


@lru_cache(maxsize=65536)
def foreign(token: str) -> bool:
    """Whether a token can only be a name that was first written in another script, none of them Slavic."""
    origins = {_index().origins[form.name] for form in forms(token)}
    return bool(origins) and origins <= {"a", "h"}


def head(token: str) -> str | None:
    """The first form of the one name that a token is fully a form of."""
    index = _index()
    return next((index.heads[form.name] for form in forms(token) if form.part == "full"), None)


def initials(token: str) -> set[str]:
    """The letters that forms of a token's names begin with."""
    index = _index()
    return set().union(
        *(index.initials[form.name] for form in forms(token) if form.part == "full"), {token[0]}
    )


def related(one: str, other: str) -> tuple[str, str] | None:
    """How two tokens are forms of one name ("same", "loose" or "doubtful", and which name), or None.

    A loose form is as good as another where the family name was carried over from a script.
    """
    index = _index()
    best: tuple[str, str] | None = None
    there = {form.name: form.part for form in forms(other)}
    for form in forms(one):
        part = there.get(form.name)
        if part is None:
            continue
        parts = {form.part, part}
        if "weak" in parts or parts in ({"short"}, {"variant"}, {"full", "variant"}):
            best = best or ("doubtful", index.heads[form.name])
        elif "loose" in parts:
            best = ("loose", index.heads[form.name])
        else:
            return "same", index.heads[form.name]
    return best
