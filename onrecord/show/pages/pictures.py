"""A picture shows what the search lists for the same query, and beside every picture stand its numbers."""

from __future__ import annotations

from functools import cache

from onrecord import api, plot
from onrecord.errors import UsageError
from onrecord.model import MODES
from onrecord.show import addresses, filters
from onrecord.show.contract import Answer, Asked, Page, Raw
from onrecord.show.pages import search

MEDIA = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "vl.json": "application/json",
    "html": "text/html; charset=utf-8",
}
SAVED = ("svg", "png", "csv", "json", "html")  # what is offered below a picture
WIDTHS = (320, 1600)  # CSS pixels
STEP = 20  # widths are rounded down to it, so that few are drawn
OWN = ("chart", "by", "id", "width", "dark", "save")  # what an address says of the picture, not of the filter
TITLES = {
    "timeline": "Over time",
    "speakers": "Speakers",
    "outlets": "Outlets",
    "topics": "Topics",
    "chain": "Chains",
}


@cache
def painter() -> plot.Painter:
    """Who draws: one process for all who look."""
    return plot.Painter()


def pictures(asked: Asked) -> Answer:
    """One picture of what the query lets through, with the others to choose from."""
    name = asked.get("chart") or plot.CHARTS[0].name
    chart = plot.named(name)
    found = _counted(asked, name)
    given = dict.fromkeys(("q", "speaker", "outlet", "document", "since", "until", "mode", "by", "id"))
    given |= dict(asked.query)
    shown = (
        "q",
        "speaker",
        "outlet",
        "document",
        "since",
        "until",
        "mode",
        "chart",
        "by",
        "id",
        "width",
        "dark",
    )
    view = {
        "chart": chart,
        "charts": plot.CHARTS,
        "titles": TITLES,
        "picture": found,
        "given": given,
        "kept": [(key, value) for key, value in asked.query if key not in shown],
        "colours": [("", chart.by[0]), *((by, by) for by in chart.by[1:])] if chart.by else [],
        "modes": [("", "all"), *((mode, search.label("mode", mode)) for mode in MODES)],
        "listed": addresses.with_query("/", asked.query, **dict.fromkeys(OWN)),
        "saved": SAVED,
    }
    data = {**plot.data(found), "address": addresses.plot(name, "svg", asked.query)}
    return Answer("pictures.html", f"{TITLES.get(name, name)} · Pictures", data, view)


def drawn(asked: Asked) -> Raw:
    """A picture as a file: drawn, or its numbers."""
    name, _, format = asked.path["file"].partition(".")
    if format not in MEDIA:
        raise UsageError(
            "there is no such picture", asked.path["file"], f"end it with one of {', '.join(MEDIA)}"
        )
    found = _counted(asked, name)
    width = asked.number("width", *WIDTHS, 760) // STEP * STEP
    # A picture within a page has the page's ground, one that is saved its own.
    save = asked.get("save") is not None
    look = plot.Look(width, asked.get("dark") is not None, solid=save)
    kept = f"{asked.site.record.stem}-{name}.{format}" if save else None
    if format in ("json", "csv"):
        return Raw(MEDIA[format], plot.written(found, format, look), kept)
    return Raw(MEDIA[format], lambda _: iter((painter().written(found, format, look),)), kept)


def scripts(asked: Asked) -> Raw:
    """What makes pictures answer the pointer: Vega, made on this machine when it is first asked for."""
    return Raw("text/javascript; charset=utf-8", lambda _: iter((painter().bundle(),)))


def _counted(asked: Asked, name: str) -> plot.Picture:
    query = [(key, value) for key, value in asked.query if key not in OWN]
    filter: api.Filter = filters.wanted("statements", query)
    chart = plot.named(name)
    by = asked.get("by") if chart.by else None
    id = asked.get("id") if chart.ids else None
    return plot.picture(name, asked.store, filter, id, by, asked.site.overview)


PAGES = (Page("/pictures", pictures), Page("/plot/vega.js", scripts), Page("/plot/{file}", drawn))
