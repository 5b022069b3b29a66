"""What linking adds to the time of `add`, and how that grows with the record.

    python benchmarks/linking.py PATH... [--reader small|large|rules] [--every N]

Each PATH (a folder, an archive) is added to one record after the other, in one process. For each is printed
what share of the time went into linking: names and dates within each document, and joining them to the
entities of the record. Shares, not seconds, compare from one machine to another; joining that grows with the
record would show as milliseconds a document that rise from one PATH to the next.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from reading import with_reader

from onrecord import api
from onrecord.run import linking, steps
from onrecord.settings import Settings

ROW = "{:20} {:>9} {:>11} {:>9} {:>9} {:>9} {:>14}"
spent = {"within": 0.0, "joining": 0.0}


def clocked(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, with its time added to a part."""

    @wraps(function)
    def run(*given: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            result = function(*given, **named)
            return list(result) if part == "joining" else result
        finally:
            spent[part] += time.perf_counter() - start

    return run


def every(place: Path, step: int, folder: Path) -> Path:
    """A folder with every `step`th file of an archive or folder; the place itself for 1."""
    if step == 1:
        return place
    target = folder / place.name
    target.mkdir()
    if place.is_dir():
        for n, file in enumerate(sorted(p for p in place.rglob("*") if p.is_file())):
            if n % step == 0:
                (target / f"{n}-{file.name}").write_bytes(file.read_bytes())
        return target
    with zipfile.ZipFile(place) as archive:
        for n, name in enumerate(sorted(x for x in archive.namelist() if not x.endswith("/"))):
            if n % step == 0:
                (target / f"{n}-{Path(name).name}").write_bytes(archive.read(name))
    return target


def main() -> None:
    """Add the places one after the other and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("places", nargs="+", type=Path)
    with_reader(parser)
    parser.add_argument("--every", type=int, default=1, help="read every Nth file only")
    options = parser.parse_args()
    settings = Settings.load(workers=1, reader=options.reader)
    steps.link.within = clocked("within", steps.link.within)  # type: ignore[assignment]
    linking.Joiner.waiting = clocked("joining", linking.Joiner.waiting)  # type: ignore[method-assign]
    print(ROW.format("place", "documents", "words", "words/s", "within", "joining", "ms a document"))
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "linking.onrecord"
        for place in options.places:
            before = dict(spent)
            done = api.add(record, [str(every(place, options.every, Path(folder)))], settings)
            within, joining = (spent[part] - before[part] for part in spent)
            rest = done.seconds - within - joining
            print(
                ROW.format(
                    place.name,
                    done.documents,
                    f"{done.words:,}",
                    f"{done.words / done.seconds:,.0f}",
                    f"{within / rest:.1%}",
                    f"{joining / rest:.1%}",
                    f"{1000 * joining / max(done.documents, 1):.2f}",
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
