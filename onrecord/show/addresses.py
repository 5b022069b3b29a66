"""Where everything lives: each address is made here, and only here."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit


def statement(id: str) -> str:
    """The page of a statement."""
    return f"/statement/{quote(id, safe='')}"


def document(id: str, at: str = "") -> str:
    """The page of a document; `at` is the id of a statement in it to which it is scrolled."""
    return f"/document/{quote(id, safe='')}" + (f"#s-{quote(at, safe='')}" if at else "")


def source(id: str) -> str:
    """The page that a document was read from, as it is stored."""
    return f"/document/{quote(id, safe='')}/source"


def speaker(id: str) -> str:
    """The page of an entity."""
    return f"/speaker/{quote(id, safe='')}"


def trace(id: str) -> str:
    """The page of a family."""
    return f"/trace/{quote(id, safe='')}"


def finding(id: str) -> str:
    """The page of a finding."""
    return f"/finding/{quote(id, safe='')}"


def deciding(what: str, kind: str, id: str, back: str) -> str:
    """The page that asks for more before something of this kind is decided: `what` is "correct" or "note"."""
    return f"/review/{what}?{urlencode({'kind': kind, 'id': id, 'back': back})}"


def export(format: str, kind: str, query: Iterable[tuple[str, str]]) -> str:
    """The file of what a list of this kind shows for this query, on all its pages."""
    return with_query(f"/export/{quote(format, safe='')}", query, page=None, what=kind)


def plot(name: str, format: str, query: Iterable[tuple[str, str]], **changed: str | int | None) -> str:
    """A picture of what this query lets through, as a file."""
    return with_query(
        f"/plot/{quote(name, safe='')}.{format}", query, **{"chart": None, "page": None, **changed}
    )


def wikidata(item: str | None) -> str | None:
    """The page of a Wikidata item ("Q42"); it leaves this site."""
    known = item is not None and item[:1] == "Q" and item[1:].isdigit()
    return f"https://www.wikidata.org/wiki/{item}" if known else None


def with_query(path: str, query: Iterable[tuple[str, str]], **changed: str | int | None) -> str:
    """A path with a query in which some values are set anew; None takes one out."""
    kept = [(key, value) for key, value in query if key not in changed]
    kept += [(key, str(value)) for key, value in changed.items() if value is not None]
    return f"{path}?{urlencode(kept)}" if kept else path


def outward(url: str | None) -> str | None:
    """The address of a source where it is safe to follow: http or https with a host; else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.hostname else None
