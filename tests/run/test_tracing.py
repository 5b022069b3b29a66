"""Protects: who repeats whom is found whatever the order of adding and however often tracing was stopped;
common phrases stay out of it.
"""

from __future__ import annotations

import contextlib
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import run, trace
from onrecord.record import FamilyFilter, Record, key_rows, key_runs
from onrecord.run import kinship, tracing
from onrecord.settings import Settings
from onrecord.trace import pairs

SETTINGS = Settings(workers=1, reader="rules", trace=False)
OATH = "The harbour commission will rebuild the eastern breakwater before the autumn storms return"


def record_of(folder: Path, texts: dict[str, str], name: str = "r.onrecord") -> Path:
    """A record of some texts, added and not traced."""
    place = folder / "texts"
    place.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        (place / file).write_text(text, encoding="utf-8")
    path = folder / name
    run.add(path, [str(place / file) for file in texts], SETTINGS)
    return path


def families(path: Path) -> set[Any]:
    """All families with their members and hops, by names of files and spans."""
    with Record.open(path, readonly=True) as store:
        found = set()
        for row in store.families(FamilyFilter(formulas=True)):
            family = row.family
            name = {id: document.path.rpartition("/")[2] for id, document in row.documents.items()}
            members = frozenset((name[m.document], m.span, m.report) for m in family.members)
            hops = frozenset(
                (
                    name[family.members[hop.earlier].document],
                    name[family.members[hop.later].document],
                    hop.earlier_span,
                    hop.later_span,
                    hop.order,
                )
                for hop in store.hops(family.id)
            )
            found.add((family.kind, members, hops))
        return found


def dated(day: str, body: str) -> str:
    return f"---\ndate: {day}\n---\n\n{body}\n"


TEXTS = {
    "gazette.md": dated("2031-05-02", f'"{OATH}," Mayor Ines Okafor said on Friday at the quay.'),
    "herald.md": dated("2031-05-03", f'Mayor Ines Okafor: "{OATH}." Traders doubted it.'),
    "courier.md": dated(
        "2031-05-04",
        'As the mayor put it, "the harbour commission will rebuild the eastern breakwater before the spring '
        'storms return", and nobody laughed.',
    ),
    "other.md": dated("2031-05-04", "Nothing that was said at the fish market had to do with masonry."),
}


def test_a_quotation_is_followed_through_three_papers(tmp_path: Path) -> None:
    """Three papers that quote the same words are one family, earliest first; the fourth is not in it."""
    path = record_of(tmp_path, TEXTS)
    done = run.retrace(path, SETTINGS)
    assert (done.documents, done.stopped) == (4, False)
    with Record.open(path, readonly=True) as store:
        [row] = store.families(FamilyFilter())
        names = [row.documents[m.document].path.rpartition("/")[2] for m in row.family.members]
        assert names == ["gazette.md", "herald.md", "courier.md"]
        assert row.family.kind == "statement"
        for member in row.family.members:
            document = store.document(member.document)
            assert document is not None
            assert "rebuild the eastern breakwater" in member.span.of(document.text)


def test_tracing_again_changes_nothing(tmp_path: Path) -> None:
    """What is traced is not traced again, and everything again gives the same."""
    path = record_of(tmp_path, TEXTS)
    run.retrace(path, SETTINGS)
    before = families(path)
    assert run.retrace(path, SETTINGS).documents == 0
    assert families(path) == before
    assert run.retrace(path, SETTINGS, every=True).documents == 4
    assert families(path) == before


def test_common_phrases_and_short_words_make_no_family(tmp_path: Path) -> None:
    """Seven words that everybody uses are no quotation."""
    texts = {
        "one.txt": "The ambassador of the United States of America came to the regatta and bought a kite.",
        "two.txt": "A flag of the United States of America was sold at the auction of ship models in Arden.",
        "three.txt": "Thank you very much for that.\n\nThank you all so much for having me here today.",
        "four.txt": "Thank you very much for that.\n\nThank you all so much for having me here today.",
    }
    path = record_of(tmp_path, texts)
    run.retrace(path, SETTINGS)
    found = families(path)
    assert not any("one.txt" in str(family) or "two.txt" in str(family) for family in found)


def test_a_changed_text_leaves_its_old_families(tmp_path: Path) -> None:
    """A newer version that no longer has the words is no member any more."""
    path = record_of(tmp_path, TEXTS)
    run.retrace(path, SETTINGS)
    source = tmp_path / "texts" / "herald.md"
    source.write_text(dated("2031-05-03", "The page was taken down at the request of the owners."), "utf-8")
    run.add(path, [str(source)], SETTINGS)
    run.retrace(path, SETTINGS)
    [(_, members, _)] = families(path)
    assert {name for name, *_ in members} == {"gazette.md", "courier.md"}


WORDS = (
    "harbour breakwater commission storms masonry regatta lantern auction ferries granite council treasury "
    "vessels captain orchard railway petition quarry sluice embankment chapel surveyor brickwork estuary "
    "turbine workshop"
).split()


def corpus(seed: int, count: int) -> dict[str, str]:
    """Texts that share sentences, some of them a little changed, out of a small store."""
    chance = random.Random(seed)
    sentences = [
        " ".join(chance.choices(WORDS, k=chance.randint(8, 16))).capitalize() + "." for _ in range(12)
    ]

    def changed(sentence: str) -> str:
        words = sentence.split()
        if chance.random() < 0.5:
            words[chance.randrange(len(words))] = chance.choice(WORDS)
        return " ".join(words)

    return {
        f"{n:02}.txt": "\n\n".join(changed(s) for s in chance.sample(sentences, chance.randint(2, 5)))
        + f"\n\n{n}."
        for n in range(count)
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), cuts=st.lists(st.integers(0, 15), max_size=4), anchors=st.integers(1, 3))
def test_the_order_of_adding_and_stops_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, seed: int, cuts: Sequence[int], anchors: int
) -> None:
    """Families and hops are those of the set of texts. With few anchors, these are displaced all the time."""
    texts = corpus(seed, 16)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trace, "ANCHORS", anchors)  # first: it is read where it is kept, which comes next
        patch.setattr(pairs, "ANCHORS", anchors)
        folder = tmp_path_factory.mktemp("texts")  # one folder: ids of documents depend on where they lie
        whole = record_of(folder, texts)
        run.retrace(whole, SETTINGS)
        names = sorted(texts)
        random.Random(seed).shuffle(names)
        edges = sorted({0, len(names), *cuts})
        path = folder / "parts.onrecord"
        for low, high in pairwise(edges):
            path = record_of(folder, {name: texts[name] for name in names[low:high]}, path.name)
            run.retrace(path, SETTINGS)
        assert families(path) == families(whole)
        assert likenesses(path) == likenesses(whole)


def likenesses(path: Path) -> set[Any]:
    with sqlite3.connect(path) as connection:
        return set(connection.execute("SELECT * FROM likeness"))


def traces(path: Path) -> set[Any]:
    """Pieces and sketches, which say nothing of where the texts lie."""
    with sqlite3.connect(path) as connection:
        return set(connection.execute("SELECT * FROM piece")) | set(
            connection.execute("SELECT * FROM traced")
        )


def test_a_killed_run_goes_on_where_it_stood(tmp_path: Path) -> None:
    """Killed in the middle, tracing leaves a whole record, and tracing again gives what one run gives."""
    texts = corpus(7, 40)
    path = record_of(tmp_path, texts, "killed.onrecord")
    program = (
        "import sys, time; from onrecord import run; from onrecord.run import tracing; "
        "from onrecord.settings import Settings; tracing.BATCH_DOCUMENTS = 5; "
        "watch = lambda done: (print(done.documents, flush=True), time.sleep(0.2)); "
        "run.retrace(sys.argv[1], Settings(workers=1), watch=watch)"
    )
    child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.readline()
    time.sleep(0.1)
    child.kill()
    child.communicate()
    with Record.open(path, readonly=True) as store:
        waiting = len(store.untraced(trace.VERSION))
    assert 0 < waiting < 40
    assert run.retrace(path, SETTINGS).documents == waiting
    whole = record_of(tmp_path, texts)
    run.retrace(whole, SETTINGS)
    assert families(path) == families(whole)


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cut, aligned and joined elsewhere comes back in its order; a dead process costs only time."""
    from onrecord.run import aligning

    texts = corpus(11, 30)
    alone = record_of(tmp_path / "alone", texts)
    run.retrace(alone, SETTINGS)
    monkeypatch.setattr(aligning, "WORTH", 0)
    monkeypatch.setattr(aligning, "FEW", 0)
    monkeypatch.setattr(aligning, "FEW_POINTS", 0)
    together = record_of(tmp_path / "together", texts)
    run.retrace(together, Settings(workers=3, reader="rules"))
    assert likenesses(together) == likenesses(alone)
    assert traces(together) == traces(alone)
    connected = families(together)
    real = aligning._send

    def killed(other: subprocess.Popen[bytes], *given: Any) -> bool:
        other.kill()
        other.wait()
        return real(other, *given)

    monkeypatch.setattr(aligning, "_send", killed)
    run.retrace(together, Settings(workers=3, reader="rules"), every=True)
    assert likenesses(together) == likenesses(alone)
    assert traces(together) == traces(alone)
    assert families(together) == connected
    run.retrace(
        together, SETTINGS, every=True
    )  # not those of `alone`: ids of documents differ with the folder
    assert families(together) == connected


@pytest.mark.parametrize("most", [3, kinship.MEMBERS])
def test_families_made_in_shares_are_those_made_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Each family is in one share, in its place, whatever the number of shares and the size of parts."""
    path = record_of(tmp_path, corpus(13, 30))
    run.retrace(path, SETTINGS)
    with Record.open(path, readonly=True) as store:
        wordings = [row[0] for row in store._all("SELECT DISTINCT wording FROM piece")]
        found, like = store.places(wordings), store.likenesses(wordings)
    likeness = np.array(sorted(like), np.int64)
    whole = kinship.shelved(str(path), kinship.places_of(found), likeness, (0, 1))
    assert len(whole) > 8
    monkeypatch.setattr(kinship, "MEMBERS", most)
    for count in (1, 2, 3, 50):
        shares = [
            kinship.shelved(str(path), kinship.places_of(found), likeness, (n, count)) for n in range(count)
        ]
        assert [family for share in shares for family in share] == whole


def test_nothing_to_trace_loads_nothing(tmp_path: Path) -> None:
    """Where nothing waits, nobody waits for the libraries that work on words."""
    path = record_of(tmp_path, TEXTS)
    run.retrace(path, SETTINGS)
    program = (
        "import sys; from onrecord import run; from onrecord.settings import Settings; "
        "assert run.retrace(sys.argv[1], Settings()).documents == 0; "
        "print(*sorted({'numpy', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_what_one_outlet_prints_everywhere_is_a_formula(tmp_path: Path) -> None:
    """A disclaimer under twelve texts over a year is found, marked, and listed only when asked for."""
    note = "The Evening Lantern is printed on recycled paper by the workers of the Arden cooperative press."
    topics = corpus(3, 12)
    texts = {
        name.replace(".txt", ".md"): dated(f"2031-{n + 1:02}-05", f"Report number {n}: {text}\n\n{note}")
        for n, (name, text) in enumerate(topics.items())
    }
    path = record_of(tmp_path, texts)
    run.retrace(path, SETTINGS)
    with Record.open(path, readonly=True) as store:
        listed = [row.sample for row in store.families(FamilyFilter())]
        every = [(row.family.kind, row.sample) for row in store.families(FamilyFilter(formulas=True))]
    assert not any("recycled paper" in sample for sample in listed)
    assert [kind for kind, sample in every if "recycled paper" in sample] == ["formula"]


def test_without_dates_the_fuller_is_the_earlier(tmp_path: Path) -> None:
    """A quotation is cut on the way more often than it grows; the hop says that this is all that shows it."""
    texts = {
        "long.txt": f'"{OATH}, and the council has set the money aside for it," said Mayor Ines Okafor.',
        "short.txt": f'"{OATH}," said Mayor Ines Okafor.',
    }
    path = record_of(tmp_path, texts)
    run.retrace(path, SETTINGS)
    [(_, _, hops)] = families(path)
    assert [(earlier, later, order) for earlier, later, *_, order in hops] == [
        ("long.txt", "short.txt", "fuller")
    ]


def test_scripts_without_spaces_are_followed(tmp_path: Path) -> None:
    """There, every letter is a word: a sentence that another text quotes is found in its place."""
    quoted = "市の港湾委員会は秋の嵐が来る前に東の防波堤を建て直すと述べた"
    texts = {
        "one.txt": f"市長は月曜日に会見した。{quoted}。漁師たちは笑わなかった。",
        "two.txt": f"昨日の新聞によると、雨が続いている。{quoted}。市場は静かだった。",
        "three.txt": "祭りの準備は予定どおりに進み、子どもたちは提灯を作っている。",
    }
    path = record_of(tmp_path, texts)
    run.retrace(path, SETTINGS)
    [(_, members, _)] = families(path)
    assert {name for name, *_ in members} == {"one.txt", "two.txt"}
    for name, span, _ in members:
        assert quoted in span.of(texts[name])


@pytest.mark.parametrize("meanwhile", [False, True])
def test_others_can_write_while_tracing_computes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: bool
) -> None:
    """What takes long is done outside transactions, and done again where somebody else traced meanwhile."""
    texts = {f"{n}.txt": f"{OATH}, the {n}th letter says.\n\nNothing else is in it.\n" for n in range(6)}
    wanted = record_of(tmp_path / "one", texts)
    run.retrace(wanted, SETTINGS)
    path = record_of(tmp_path / "two", texts)
    cut, around, writing = tracing._cut, kinship._around, []

    def noted(work: Any) -> Any:
        def done(store: Record, *given: Any) -> Any:
            writing.append(store._connection.in_transaction)
            found = work(store, *given)
            if meanwhile and len(writing) == 1:
                run.retrace(path, SETTINGS)
            return found

        return done

    monkeypatch.setattr(tracing, "_cut", noted(cut))
    monkeypatch.setattr(kinship, "_around", noted(around))
    run.retrace(path, SETTINGS)
    assert writing[0] is False
    assert any(writing) is meanwhile
    assert families(path) == families(wanted)


def test_families_written_in_parts_are_whole_at_each_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between any two parts each family is there with all its members and hops, and no place is in two that
    stood for the same; ended there, the next run makes the rest; what stays the same is not written.
    """
    texts = corpus(5, 30)
    names = sorted(texts)
    path = record_of(tmp_path, {name: texts[name] for name in names[:20]})
    run.retrace(path, SETTINGS)
    record_of(tmp_path, texts, path.name)
    wanted = record_of(tmp_path, texts, "whole.onrecord")
    run.retrace(wanted, SETTINGS)
    monkeypatch.setattr(kinship, "ROWS", 1)
    steps, ended = kinship._steps, 0

    def stopped(store: Record, change: Any) -> Any:
        nonlocal ended
        for number, step in enumerate(steps(store, change)):
            torn = sqlite3.connect(path).execute(_TORN).fetchall()
            assert torn == []
            if number == ended + 5:
                ended += 1
                raise KeyboardInterrupt
            yield step

    monkeypatch.setattr(kinship, "_steps", stopped)
    for _ in range(500):
        try:
            run.retrace(path, SETTINGS)
            break
        except KeyboardInterrupt:
            with Record.open(path, readonly=True) as store:
                assert store.stirred(1)
    assert ended > 3
    assert families(path) == families(wanted)
    with Record.open(path, readonly=True) as store:
        before = store._all("SELECT row, id FROM family ORDER BY row")
        assert store.stirred(1) == []
    monkeypatch.setattr(kinship, "_steps", steps)
    with Record.open(path) as store:
        store.stir([wording for (wording,) in store._all("SELECT DISTINCT wording FROM member")])
        kinship.families(store)
        assert store._all("SELECT row, id FROM family ORDER BY row") == before


_TORN = """
SELECT f.id FROM family f WHERE f.members != (SELECT count(*) FROM member m WHERE m.family = f.row)
UNION ALL SELECT family FROM member WHERE family NOT IN (SELECT row FROM family)
UNION ALL SELECT family FROM hop h WHERE NOT EXISTS
    (SELECT 1 FROM member m WHERE m.family = h.family AND m.number = h.later)
UNION ALL SELECT m.family FROM member m JOIN member o ON o.document = m.document
    AND o.span_start = m.span_start AND o.span_end = m.span_end AND o.family > m.family
"""


def test_keys_are_found_while_runs_are_merged_and_after_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended after any transaction of a merger, what has a key is found as before, and the next run merges."""
    texts = corpus(9, 24)
    names = sorted(texts)
    monkeypatch.setattr(key_runs, "PART", 16)
    monkeypatch.setattr(key_runs, "_BLOBS", 2)
    monkeypatch.setattr(key_runs, "RUNS", 3)
    whole = record_of(tmp_path, texts, "whole.onrecord")
    run.retrace(whole, SETTINGS)
    with Record.open(whole, readonly=True) as store:
        every = np.arange(0, 2**32, 2**16, dtype=np.uint32)
        keys = np.unique(np.concatenate([every, *(key_rows.read(*row)[0] for row in store._all(_RUN))]))
        wanted = [column.tolist() for column in store.holders(keys)]
    path = tmp_path / "parts.onrecord"
    for low in range(0, 24, 3):
        record_of(tmp_path, {name: texts[name] for name in names[low : low + 3]}, path.name)
        with monkeypatch.context() as patch:
            patch.setattr(Record, "merge_keys", lambda store: None)
            run.retrace(path, SETTINGS)
    change, left = Record._change, 0

    def ended(store: Record, *given: Any) -> Any:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt
        return change(store, *given)

    for stop in range(1, 200):
        left = stop
        with Record.open(path) as store:
            with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
                patch.setattr(Record, "_change", ended)
                store.merge_keys()
            assert [column.tolist() for column in store.holders(keys)] == wanted
        if left > 0:
            break
    assert stop > 5
    with Record.open(path) as store:
        assert len(store._all("SELECT DISTINCT run FROM key_run WHERE level = 0")) < 3
    run.retrace(path, SETTINGS)
    assert families(path) == families(whole)


_RUN = "SELECT keys, wordings, around FROM key_run"
