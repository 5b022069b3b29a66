"""A search lists exactly what its address asks for, and what it exports is what it lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.model import Span
from onrecord.show import addresses, filters, lines, printing
from onrecord.show.contract import Answer, Asked, Page
from onrecord.show.pages import sheets
from onrecord.show.pages.bars import bars

# The parts of a filter that are counted, and what the page calls them.
FACETS = {
    "entity": "Speaker",
    "outlet": "Outlet",
    "reviewed": "Decided",
    "mode": "Form",
    "act": "Act",
    "has_speaker": "Attribution",
    "language": "Language",
    "kind": "Format",
}
CHIPS = {
    **FACETS,
    "q": "Words",
    "speaker": "Speaker",
    "document": "Document",
    "since": "Since",
    "until": "Until",
}
CHIPS |= {"all_versions": "Old versions too"}
HIDDEN = (*(part for part in FACETS if part != "outlet"), "all_versions")  # what the form keeps unseen
LABELS = {
    ("reviewed", "no"): "not decided",
    ("reviewed", "any"): "decided",
    ("reviewed", "all"): "all, rejected ones too",
    ("has_speaker", "yes"): "a speaker",
    ("has_speaker", "no"): "no speaker",
    ("mode", "direct"): "quoted",
    ("mode", "mixed"): "partly quoted",
    ("mode", "indirect"): "reported",
    ("mode", "turn"): "transcript turn",
    ("mode", "joint"): "joint statement",
}
LANGUAGES = dict(
    pair.split("=")
    for pair in (
        "ar=Arabic be=Belarusian bg=Bulgarian cs=Czech da=Danish de=German el=Greek en=English es=Spanish "
        "et=Estonian fa=Persian fi=Finnish fr=French he=Hebrew hr=Croatian hu=Hungarian hy=Armenian "
        "it=Italian ja=Japanese ka=Georgian ko=Korean lt=Lithuanian lv=Latvian nl=Dutch no=Norwegian "
        "pl=Polish pt=Portuguese ro=Romanian ru=Russian sk=Slovak sl=Slovene sr=Serbian sv=Swedish "
        "tr=Turkish uk=Ukrainian zh=Chinese"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value beside a list: what it is called, how many it would give, and the address that takes it."""

    value: str | None
    label: str
    count: int
    chosen: bool
    address: str | None


class Facet(NamedTuple):
    """A part of the filter with its commonest values."""

    name: str
    title: str
    choices: tuple[Choice, ...]


class Chip(NamedTuple):
    """A part of the filter that is given, and the address without it."""

    title: str
    label: str
    address: str


def search(asked: Asked) -> Answer:
    """The statements of the record that the query lets through."""
    try:
        filter = replace(
            filters.wanted("statements", asked.query), limit=sheets.SIZE, offset=sheets.offset(asked)
        )
        tally = asked.site.overview.tally(asked.store, filter)
        found = asked.site.overview.statements(asked.store, filter)
    except UsageError as error:
        return _refused(asked, error)
    sheet = sheets.counted(asked, found.items, found.total)
    data = {
        **sheet.about(asked),
        "documents": tally.documents,
        "statements": [export.line(one) for one in found.items],
        "facets": {name: [_counted(one) for one in counts] for name, counts in tally.facets.items()},
        "months": [list(month) for month in tally.months],
        "loose": tally.loose,
        "undated": tally.undated,
        "stale": tally.stale or found.stale,
    }
    names = {one.value: one.label for one in tally.facets.get("entity", ())}
    view = {
        **_form(asked, names),
        "sheet": sheet,
        "hits": hits(filter.words, found.items),
        "facets": _facets(asked, tally),
        "bars": bars(tally, "/", asked.query),
        "undecided": (waiting := [one for one in found.items if _open(one)]),
        "readable": [one for one in waiting if lines.short(one)],
    }
    return Answer("search.html", _title(asked), data, view)


def hits(words: str | None, found: Sequence[api.Told]) -> list[list[Span]]:
    """Where the words that were looked for stand in each statement, as the index finds them."""
    if words is None:
        return [[] for _ in found]
    return api.hits(words, [(one.document.text, one.statement.content) for one in found])


def label(part: str, value: str) -> str:
    """What a value of a part of the filter is called."""
    if part == "language":
        return LANGUAGES.get(value, value)
    if part in ("since", "until"):
        return printing.day(value)
    return LABELS.get((part, value), value)


def _refused(asked: Asked, error: UsageError) -> Answer:
    """The form again, with what is wrong in a sentence beside the field."""
    field = {"words": "q"}.get(error.where, error.where)
    sentence = f"{error.what[:1].upper()}{error.what[1:]}; {error.remedy}." if error.remedy else str(error)
    view = {
        **_form(asked, {}),
        "sheet": None,
        "hits": [],
        "facets": (),
        "bars": None,
        "undecided": [],
        "readable": [],
        "wrong": {"field": field, "sentence": sentence},
    }
    data = {"error": str(error), "what": error.what, "where": error.where, "remedy": error.remedy}
    return Answer("search.html", _title(asked), data, view, 400)


def _form(asked: Asked, names: dict[str | None, str]) -> dict[str, Any]:
    given: dict[str, str | None] = dict(asked.query)
    chips = []
    for part, value in asked.query:
        if part in CHIPS:
            called = names.get(value) or _called(asked, value) if part == "entity" else label(part, value)
            chips.append(
                Chip(CHIPS[part], called, addresses.with_query("/", asked.query, **{part: None}, page=None))
            )
    kept = [(part, value) for part, value in asked.query if part in HIDDEN]
    fields = dict.fromkeys(("q", "speaker", "outlet", "document", "since", "until", "order"))
    given = {**fields, **given}
    return {"given": given, "chips": chips, "kept": kept, "address": asked.address, "wrong": None}


def _called(asked: Asked, id: str) -> str:
    try:
        return asked.store.named(id)[0]
    except UsageError:
        return id


def _facets(asked: Asked, tally: api.Tally) -> tuple[Facet, ...]:
    given, made = dict(asked.query), []
    for name, title in FACETS.items():
        choices = tuple(_choice(asked, name, one, given.get(name)) for one in tally.facets.get(name, ()))
        if len(choices) > 1 or any(one.chosen for one in choices):
            made.append(Facet(name, title, choices))
    return tuple(made)


def _choice(asked: Asked, name: str, count: api.Count, given: str | None) -> Choice:
    chosen = given is not None and count.value == given
    called = label(name, count.label) if name in ("language", "mode") else count.label
    called = LABELS.get((name, count.value or ""), called) or "unknown"
    address = None
    if count.value is not None:
        value = None if chosen else count.value
        address = addresses.with_query("/", asked.query, **{name: value}, page=None)
    return Choice(count.value, called, count.count, chosen, address)


def _counted(one: api.Count) -> dict[str, Any]:
    return {"value": one.value, "label": one.label, "count": one.count}


def _open(told: api.Told) -> bool:
    """Whether a statement waits for a decision."""
    return told.review is None or told.review.verdict == "noted"


def _title(asked: Asked) -> str:
    words = asked.get("q")
    return f"{words} · Statements" if words else "Statements"


PAGES = (Page("/", search),)
