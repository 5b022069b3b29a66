"""Measures how long every kind of page of a record takes on the server; changes nothing.

    python benchmarks/serve.py --record years.onrecord [--quick] [--only search,speaker]

The record of three years that the README speaks of is made of the White House pages of 2021 to 2023:

    onrecord add ../shared/data/whitehouse --record years.onrecord

The real application is started in a process of its own on a free port of this machine, and asked one page
after the other over a connection that stays open. Which pages is the same for the same record and seed. On a
machine that is busy with something else the processor's time of the server says more than the clock's.
"""

from __future__ import annotations

import argparse
import http.client
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from onrecord import api

SERVER = (
    "import sys; from onrecord import show; "
    "show.serve(sys.argv[1], show.Serving(port=0), lambda address: print(address, flush=True))"
)
WORDS = (
    "president", "the", "the president", "economy", "ferry", "semiconductor", "vaccine", '"climate change"',
    "inflat*", "nato", "infrastructure jobs", "we will", "russia", "border", '"thank you"', "zzzz",
)  # fmt: skip


class Asked(NamedTuple):
    """What one question took: by the clock, of the server's processors (both in ms), bytes and status."""

    elapsed: float
    busy: float
    size: int
    status: int


class Chooser:
    """Chooses what to ask for, of what the record holds, the same for the same seed."""

    def __init__(self, store: api.Record, seed: int) -> None:
        self.chance = random.Random(seed)
        overview = api.Overview(store.path)
        documents = overview.documents(store, api.Filter())
        sampled = self.some([one.document for one in documents.items], 400)
        self.documents = [one.id for one in sampled]
        self.paths = [one.path.rpartition("/")[0] for one in sampled]
        self.months = [month for month, _ in overview.tally(store).months] or ["2031-05"]
        total = overview.tally(store).total
        places = [self.chance.randrange(max(total, 1)) for _ in range(200)]
        found = [overview.statements(store, api.Filter(offset=at, limit=1)).items for at in places]
        self.statements = [told.statement.id for items in found for told in items]
        rows = overview.speakers(store, None, 300).items
        rest = overview.speakers(store, None, None, 300)
        self.speakers = [row.entity.id for row in rows]
        self.quiet = [row.entity.id for row in self.some(list(rest.items), 150)] or self.speakers
        self.names = [row.entity.name.split()[-1] for row in rows]
        self.families = [row.family.id for row in self.some(list(islice(api.families(store), 400)), 150)]
        loud = api.families(store, api.FamilyFilter(order="size", formulas=True, limit=20))
        self.families += [row.family.id for row in loud]
        self.findings = [row.finding.id for row in api.findings(store)]
        overview.close()

    def some(self, found: list, most: int) -> list:
        """At most so many of what was found."""
        return self.chance.sample(found, min(most, len(found)))

    def speaker(self) -> str:
        """An entity: one of the loudest, or any other."""
        return self.chance.choice(self.speakers if self.chance.random() < 0.5 else self.quiet)

    def narrowed(self) -> dict[str, str]:
        """A filter of statements as the search page takes it."""
        since, until = (
            sorted(self.chance.sample(self.months, 2)) if len(self.months) > 1 else [self.months[0]] * 2
        )
        parts: list[dict[str, str]] = [
            {}, {"q": self.chance.choice(WORDS)}, {"speaker": self.chance.choice(self.names)},
            {"entity": self.speaker()}, {"mode": self.chance.choice(("direct", "turn", "indirect"))},
            {"since": since, "until": until}, {"has_speaker": "no"}, {"order": "oldest"},
            {"document": self.chance.choice(self.paths)}, {"page": str(self.chance.randrange(1, 100))},
        ]  # fmt: skip
        chosen = self.chance.sample(parts, self.chance.choice((1, 1, 2, 3)))
        return {name: value for part in chosen for name, value in part.items()}


def kinds(c: Chooser) -> dict[str, Callable[[], str]]:
    """By the name of each kind of page, what gives an address of one."""

    def of(pattern: str, found: list[str]) -> Callable[[], str]:
        return lambda: pattern.format(quote(c.chance.choice(found), safe="")) if found else ""

    def listed(path: str, *parts: Callable[[], dict[str, str]]) -> Callable[[], str]:
        def address() -> str:
            given = {
                name: value for part in parts if c.chance.random() < 0.6 for name, value in part().items()
            }
            return f"{path}?{urlencode(given)}"

        return address

    def words() -> dict[str, str]:
        return {"q": c.chance.choice(WORDS)}

    def page(most: int) -> Callable[[], dict[str, str]]:
        return lambda: {"page": str(c.chance.randrange(1, most))}

    return {
        "search": lambda: f"/?{urlencode(c.narrowed())}",
        "search, first": lambda: "/",
        "document": of("/document/{}", c.documents),
        "statement": of("/statement/{}", c.statements),
        "documents": listed("/documents", words, page(100)),
        "speakers": listed("/speakers", lambda: {"q": c.chance.choice(c.names)}, page(100)),
        "speaker": lambda: f"/speaker/{c.speaker()}",
        "traces": listed("/traces", words, page(20), lambda: {"order": c.chance.choice(("newest", "size"))}),
        "trace": of("/trace/{}", c.families),
        "findings": listed("/findings", words),
        "finding": of("/finding/{}", c.findings),
        "verify": lambda: (
            f"/verify?{urlencode({'q': f'we will work with {c.chance.choice(c.names)} on this'})}"
        ),
        "history": lambda: "/history",
        "about": lambda: "/about",
        "suggestions": lambda: f"/suggest/speakers?{urlencode({'q': c.chance.choice(c.names)[:4]})}",
        "search, JSON": lambda: f"/?{urlencode({**c.narrowed(), 'format': 'json'})}",
    }


@contextmanager
def serving(record: Path) -> Iterator[tuple[str, int]]:
    """The address of a server of the record, and the number of its process."""
    command = [sys.executable, "-c", SERVER, str(record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


def busy(process: int) -> float:
    """Milliseconds that the threads of a process have had of a processor; 0 where the system does not say."""
    total = 0
    for task in Path(f"/proc/{process}/task").glob("*/schedstat"):
        with suppress(OSError, ValueError, IndexError):  # a thread may end meanwhile
            total += int(task.read_text().split()[0])
    return total / 1e6


def ask(connection: http.client.HTTPConnection, address: str, process: int) -> Asked:
    """Ask for one page and read it whole."""
    worked, began = busy(process), time.perf_counter()
    size, status = 0, 500
    try:
        connection.request("GET", address, headers={"Accept": "text/html"})
        answer = connection.getresponse()
        size, status = len(answer.read()), answer.status
    except (http.client.HTTPException, OSError):
        connection.close()  # an error of the page's code ends the connection; it is opened anew by itself
    return Asked((time.perf_counter() - began) * 1000, busy(process) - worked, size, status)


def line(name: str, found: list[Asked]) -> str:
    """A line of the table."""

    def at(share: float, values: list[float]) -> float:
        return sorted(values)[min(int(len(values) * share), len(values) - 1)]

    elapsed, worked = [one.elapsed for one in found], [one.busy for one in found]
    size = at(0.5, [one.size / 1024 for one in found])
    failed = sum(one.status != 200 for one in found)
    numbers = [at(0.5, elapsed), at(0.95, elapsed), max(elapsed), at(0.5, worked), at(0.95, worked), size]
    return f"{name:16}{len(found):5}" + "".join(f"{n:9.0f}" for n in numbers) + f"{failed or '':>8}"


def main() -> None:
    """Ask for every kind of page, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", type=Path, help="the record; the head of this file says how to make one")
    parser.add_argument("--quick", action="store_true", help="30 questions of each kind rather than 200")
    parser.add_argument("--only", default="", help="names of kinds, with commas between")
    parser.add_argument("--seed", type=int, default=20230508)
    parser.add_argument("--slowest", action="store_true", help="print the slowest address of each kind")
    told = parser.parse_args()
    if told.record is None:
        parser.error(f"name a record with --record. {__doc__.split('speaks of is ')[1].split('The real')[0]}")
    with api.reading(told.record) as store:
        counts = api.counts(store)
        chooser = Chooser(store, told.seed)
    print(*(f"{name} {value:,}" for name, value in counts._asdict().items()), sep=", ")
    print(f"{'page':16}{'asked':>5}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}", end="")
    print(f"{'cpu p50':>9}{'cpu p95':>9}{'KiB p50':>9}{'not 200':>8}")
    only = [name.strip() for name in told.only.split(",") if name.strip()]
    with serving(told.record) as (address, process):
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
        first = ask(connection, "/", process)
        for name, given in kinds(chooser).items():
            if only and name not in only:
                continue
            asked = [given() for _ in range(30 if told.quick else 200)]
            found = [ask(connection, each, process) for each in asked if each]
            if not found:
                print(f"{name:16} nothing of it in this record")
                continue
            print(line(name, found), flush=True)
            if told.slowest:
                slow = max(zip(found, asked, strict=True), key=lambda pair: pair[0].elapsed)
                print(f"    {slow[0].elapsed:.0f} ms ({slow[0].busy:.0f} of them working) {slow[1]}")
    print(f"the first page after the start: {first.elapsed:,.0f} ms")


if __name__ == "__main__":
    main()
