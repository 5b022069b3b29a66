"""What was read and what was not, by what, and how far it can be trusted, is told from the record itself."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from onrecord import __version__, api, export
from onrecord.show.contract import Answer, Asked, Page

FAILED = 20  # sources that could not be read, on this page
# docs/model.md: statements of 84 news articles kept apart, by score: how many, and how many were right.
RELIABILITY = (
    ("0.9 to 1.0", "very likely", 621, 94),
    ("0.8 to 0.9", "likely", 699, 86),
    ("0.7 to 0.8", "likely", 211, 65),
    ("0.6 to 0.7", "uncertain", 162, 56),
    ("0.5 to 0.6", "uncertain", 79, 42),
    ("0.4 to 0.5", "doubtful", 33, 45),
)


def about(asked: Asked) -> Answer:
    """What the record holds, what failed, and what is known of how good the readers are."""
    held = api.contents(asked.store)
    counts = api.counts(asked.store)
    tally = asked.site.overview.tally(asked.store, api.Filter())
    checks = api.checks()
    failed = [row for row, _ in zip(api.failures(asked.store), range(FAILED), strict=False)]
    data: dict[str, Any] = {
        "record": asked.site.record.name,
        "version": __version__,
        **counts._asdict(),
        **{key: value for key, value in asdict(held).items() if not isinstance(value, tuple)},
        **{name: dict(getattr(held, name)) for name in ("kinds", "languages", "outlets")},
        "not_followed": held.waiting[0],
        "not_checked": held.waiting[1],
        "modes": {count.label: count.count for count in tally.facets["mode"]},
        "reviewed": {count.label: count.count for count in tally.facets["reviewed"]},
        "checks": [one._asdict() for one in checks],
        "reliability": [
            {"score": score, "statements": number, "right_percent": right}
            for score, _, number, right in RELIABILITY
        ],
        "failed": [export.failure_line(row) for row in failed],
    }
    view = {
        "held": held,
        "counts": counts,
        "tally": tally,
        "checks": checks,
        "failures": failed,
        "reliability": RELIABILITY,
        "size": size(held.size),
    }
    return Answer("about.html", "About this record", data, view)


def size(bytes: int) -> str:
    """A size for people: "719 MB"."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if bytes >= factor:
            return f"{bytes / factor:.{0 if bytes >= 10 * factor else 1}f} {unit}"
    return f"{bytes} bytes"


PAGES = (Page("/about", about),)
