"""How well web pages are read: body, title, authors and publication date, beside plain trafilatura.

Usage: python benchmarks/pages.py [FOLDER] [--each]

FOLDER holds, per country, Name.json (the gold, by version of the page) and Name_YEAR_MM_DD.html.gz.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from statistics import mean

from onrecord.model import Item, Reading
from onrecord.read import documents
from onrecord.settings import Settings
from onrecord.text.dates import when

Facts = tuple[str, str | None, list[str], str | None]  # body, title, authors, day of publication


def tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))


def f1(found: Counter[str], gold: Counter[str]) -> float:
    same = (found & gold).total()
    return 2 * same / (found.total() + gold.total()) if same else 0.0


def gold_of(entry: dict) -> Facts:
    body = entry["body"] or {}
    lines = list(body.get("summary", []))
    for section in body.get("sections", []):
        lines += section.get("headline", []) + section.get("paragraphs", [])
    day = when(entry["publishing_date"])
    return "\n".join(lines), entry["title"], entry.get("authors") or [], day and day.edtf[:10]


def by_onrecord(page: bytes) -> Facts:
    for reading in documents(Item("page.html", "page.html", "html", page), Settings()):
        if isinstance(reading, Reading):
            document = reading.document
            text = "\n".join(p.span.of(document.text) for p in reading.passages if p.kind != "furniture")
            published = document.published
            return text, document.title, list(document.authors), published and published.edtf[:10]
    return "", None, [], None


def by_trafilatura(page: bytes) -> Facts:
    import trafilatura

    text = trafilatura.extract(page, include_comments=False) or ""
    meta = trafilatura.extract_metadata(page)
    authors = [a.strip() for a in (meta.author or "").split(";") if a.strip()] if meta else []
    return text, meta and meta.title, authors, meta and meta.date


def scores(found: Facts, gold: Facts) -> dict[str, float | None]:
    # Some titles carry the outlet; equal means equal but for that and for marks.
    def plain(words: str | None) -> str:
        return " ".join(tokens(words or "")) if words else ""

    people, expected = {plain(a) for a in found[2]}, {plain(a) for a in gold[2]}
    same = len(people & expected)
    return {
        "body": f1(tokens(found[0]), tokens(gold[0])),
        "title": float(plain(found[1]) == plain(gold[1])) if gold[1] else None,
        "authors": 2 * same / (len(people) + len(expected)) if people or expected else None,
        "date": float(found[3] == gold[3]) if gold[3] else None,
    }


def pages(folder: Path) -> list[tuple[str, bytes, Facts]]:
    out = []
    for file in sorted(folder.glob("*/*.json")):
        versions = sorted(json.loads(file.read_text("utf-8")).items())
        # Versions are named in the order of the days on which the pages were kept.
        for (_, entry), page in zip(
            versions, sorted(file.parent.glob(f"{file.stem}_20*.html.gz")), strict=False
        ):
            out.append(
                (f"{file.parent.name}/{page.name}", gzip.decompress(page.read_bytes()), gold_of(entry))
            )
    return out


def main() -> None:
    given = [a for a in sys.argv[1:] if not a.startswith("-")]
    folder = Path(given[0]) if given else Path(__file__).parents[2] / "shared/data/pages"
    if not folder.is_dir():
        sys.exit(f"{folder} is not there: give the folder of pages.")
    found = pages(folder)
    english = ("uk/", "au/", "ca/")
    table: dict[str, list[tuple[str, dict[str, float | None]]]] = {}
    for name, reader in (("onrecord", by_onrecord), ("trafilatura", by_trafilatura)):
        reader(found[0][1])  # what is loaded once is not timed
        start = time.perf_counter()
        results = [(page, reader(data)) for page, data, _ in found]
        took = (time.perf_counter() - start) / len(found) * 1000
        table[name] = [(p, scores(r, g)) for (p, r), (_, _, g) in zip(results, found, strict=True)]
        for label, rows in (
            (f"{name}, {len(found)} pages", [s for _, s in table[name]]),
            (f"{name}, English", [s for p, s in table[name] if p.startswith(english)]),
        ):
            means = {k: mean(v for s in rows if (v := s[k]) is not None) * 100 for k in rows[0]}
            print(
                f"{label:28}" + "".join(f"{k} {v:5.1f}  " for k, v in means.items()) + f"{took:.0f} ms a page"
            )
    if "--each" in sys.argv:
        for (page, ours), (_, theirs) in zip(table["onrecord"], table["trafilatura"], strict=True):
            print(page, *(f"{k} {ours[k]}/{theirs[k]}" for k in ours))


if __name__ == "__main__":
    main()
