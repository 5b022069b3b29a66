"""Measures how long a record takes to answer filtered full-text queries; builds and changes nothing.

    python benchmarks/query.py RECORD [--queries 200] [--limit 50]

The queries are the same for the same record: words of its own vocabulary at five frequencies, alone, in
pairs, as phrases and as beginnings, without and with filters by speaker, outlet, mode, date, document. Each
is asked once over a fresh connection ("first") and once more ("again").
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice, pairwise

from onrecord.record import Filter, Record

SAMPLED = 400  # documents whose words make the vocabulary


class Vocabulary:
    """What the queries are made of, all of it from the record itself."""

    def __init__(self, record: Record, chance: random.Random) -> None:
        listed = list(record.documents(text=False))
        sample = chance.sample(listed, min(SAMPLED, len(listed)))
        words: Counter[str] = Counter()
        self.pairs: list[str] = []
        speakers: Counter[str] = Counter()
        for each in sample:
            text = getattr(record.document(each.document.id), "text", "")
            plain = [w.lower() for w in text.split() if w.isalpha()]
            words.update(plain)
            self.pairs += [f"{a} {b}" for a, b in islice(pairwise(plain), 20, 400, 60)]
            for document, statement in record.statements(Filter(document=each.document.id, limit=200)):
                if statement.speaker:
                    speakers[statement.speaker.span.of(document.text)] += 1
        ranked = [word for word, _ in words.most_common()]
        self.bands = [ranked[a:b] for a, b in ((0, 5), (5, 50), (50, 500), (500, 5000), (5000, 20000))]
        self.bands = [band for band in self.bands if band]
        self.speakers = [name for name, _ in speakers.most_common()]
        self.outlets = sorted({e.document.outlet for e in listed if e.document.outlet})
        self.days = sorted(e.document.published.edtf[:10] for e in listed if e.document.published)
        self.documents = [e.document for e in listed]


def queries(vocabulary: Vocabulary, count: int, limit: int, chance: random.Random) -> list[Filter]:
    """`count` filters, the same for the same vocabulary and seed."""
    v = vocabulary

    def word() -> str:
        return chance.choice(chance.choice(v.bands))

    words: list[Callable[[], str]] = [
        word,
        lambda: chance.choice(v.bands[0]),
        lambda: f"{word()} {word()}",
        lambda: f"{chance.choice(v.bands[0])} {chance.choice(v.bands[1])}",
        lambda: f'"{chance.choice(v.pairs)}"',
        lambda: word()[: chance.randint(3, 6)] + "*",
    ]

    def dates() -> dict[str, str]:
        first = chance.choice(v.days)
        kind = chance.randrange(4)
        if kind == 0:
            return {"since": first, "until": first}
        if kind == 1:
            return {"since": first[:7], "until": first[:7]}
        return {"since": first} if kind == 2 else {"until": first}

    filters: list[Callable[[], dict[str, object]]] = [
        lambda: {},
        lambda: {"speaker": chance.choice(v.speakers[:5])},
        lambda: {"speaker": chance.choice(v.speakers)},
        lambda: {"mode": chance.choice(["direct", "indirect", "mixed", "turn", "joint"])},
        lambda: {"act": chance.choice(["thought", "intended"])},
        lambda: {"has_speaker": chance.random() < 0.5},
        lambda: {"outlet": chance.choice(v.outlets)} if v.outlets else {},
        lambda: dict(dates()) if v.days else {},
        lambda: {"speaker": chance.choice(v.speakers[:50]), **(dates() if v.days else {})},
        lambda: {"document": chance.choice(v.documents).id},
        lambda: {"document": chance.choice(v.documents).path.rsplit("/", 1)[0]},
        lambda: {"order": "oldest"},
    ]
    made = []
    for number in range(count):
        given: dict[str, object] = {"words": words[number % len(words)](), "limit": limit}
        given |= filters[number // len(words) % len(filters)]()
        made.append(Filter(**given))  # type: ignore[arg-type]
    return made


def main() -> None:
    """Ask, and print milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("record")
    parser.add_argument("--queries", type=int, default=216)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--slowest", type=int, default=5, help="how many of the slowest to print")
    told = parser.parse_args()
    chance = random.Random(20230508)
    with Record.open(told.record, readonly=True) as record:
        print(*(f"{name} {value:,}" for name, value in record.counts()._asdict().items()), sep=", ")
        asked = queries(Vocabulary(record, chance), told.queries, told.limit, chance)
    with Record.open(told.record, readonly=True) as record:
        for name in ("first", "again"):
            times = []
            hits = 0
            for query in asked:
                start, busy = time.perf_counter(), time.process_time()
                hits += len(list(record.statements(query)))
                took = time.perf_counter() - start, time.process_time() - busy
                times.append((took[0] * 1000, took[1] * 1000, query))
            print(f"{name}: {len(times)} queries, {hits:,} hits")
            # On a machine that is busy with something else the processor's time says more than the clock's.
            for column, clock in enumerate(("elapsed", "processor")):
                ranked = sorted(each[column] for each in times)
                p50, p95 = (ranked[int(len(ranked) * share)] for share in (0.5, 0.95))
                print(f"  {clock} ms: p50 {p50:.1f}, p95 {p95:.1f}, max {ranked[-1]:.1f}")
    times.sort(key=lambda each: each[0])
    for milliseconds, _, query in reversed(times[len(times) - told.slowest :]):
        given = {n: getattr(query, n) for n in query.__slots__ if getattr(query, n) != getattr(Filter(), n)}
        print(f"  {milliseconds:.1f} ms {given}")


if __name__ == "__main__":
    main()
