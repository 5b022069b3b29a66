"""Protects: people are joined across documents as these are added, linking again finds the same and goes on
where it stopped, and it never undoes what a person decided.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import link, run
from onrecord.model import Span
from onrecord.record import Filter, Name, Record
from onrecord.run.linking import Joiner
from onrecord.settings import Settings

HEAD = "The council met on the island on Monday, and the harbour was closed for most of the week.\n\n"
TEXTS = {
    "one.txt": HEAD
    + 'Foreign Minister Orla Brandtova of Arden said: "The ferry will run again in the spring."\n',
    "two.txt": HEAD
    + "The foreign minister, Orla Brandtova, said that the talks with the owners had begun.\n",
    "three.txt": HEAD + '"I scored twice and my knee hurts," said striker Orla Brandtova after the match.\n',
    "four.txt": HEAD
    + "Henrik Solberg, a fisherman, said that nobody had asked the fishermen about the ferry.\n",
}
SETTINGS = Settings(workers=1, reader="rules")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = tmp_path / "r.onrecord"
    run.add(path, [str(folder / name) for name in TEXTS], SETTINGS)
    return path


def speakers(path: Path) -> dict[str, tuple[str, str]]:
    """The entity and the name of the speaker of each text's one statement."""
    found = {}
    with Record.open(path, readonly=True) as store:
        for told in store.told(Filter()):
            speaker = told.statement.speaker
            who = told.people.get(speaker.span) if speaker else None
            found[Path(told.document.path).name] = (who.entity or "", who.name) if who else ("", "")
    return found


def name(form: str) -> Name:
    return Name(form, link.normal(form, "person"), link.keys(form, "person"))


def test_one_person_in_two_texts_and_her_namesake(record: Path) -> None:
    """The minister is one entity, the striker of her name another, and that is listed for a person."""
    found = speakers(record)
    assert found["one.txt"] == found["two.txt"]
    assert found["one.txt"][1] == "Orla Brandtova"
    assert found["three.txt"][0] not in ("", found["one.txt"][0])
    assert found["four.txt"][1] == "Henrik Solberg"


def test_linking_everything_again_finds_the_same(record: Path) -> None:
    before = speakers(record)
    done = run.relink(record, SETTINGS, every=True)
    assert (done.documents, done.read) == (4, 0)
    assert speakers(record) == before
    assert run.relink(record, SETTINGS).documents == 0


def test_a_decision_outlives_linking_again(record: Path) -> None:
    """A person says that the two are one, and calls them something else."""
    found = speakers(record)
    with Record.open(record) as store:
        store.merge(found["one.txt"][0], found["three.txt"][0], "Ana")
        store.rename(found["one.txt"][0], name("Dr Orla Brandtova"), "Ana")
    run.relink(record, SETTINGS, every=True)
    after = speakers(record)
    assert after["one.txt"] == after["two.txt"] == after["three.txt"]
    assert after["one.txt"][1] == "Dr Orla Brandtova"


def test_a_split_outlives_linking_again(record: Path) -> None:
    """A person says that the second text means somebody else."""
    found = speakers(record)
    with Record.open(record, readonly=True) as store:
        second = next(d.document.id for d in store.documents() if d.document.path.endswith("two.txt"))
    with Record.open(record) as store:
        _, new = store.split(found["two.txt"][0], name("Orla Brandtova"), [second], "Ana")
    run.relink(record, SETTINGS, every=True)
    after = speakers(record)
    assert after["two.txt"][0] == new
    assert after["one.txt"] == found["one.txt"]


def test_what_was_not_linked_when_a_run_was_killed_is_linked_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between storing and joining, a document waits for the next run of any kind."""
    text = tmp_path / "one.txt"
    text.write_text(TEXTS["one.txt"], encoding="utf-8")
    path = tmp_path / "r.onrecord"
    with monkeypatch.context() as patch:
        patch.setattr(Joiner, "waiting", lambda self, stop=None: iter(()))
        run.add(path, [str(text)], SETTINGS)
    assert speakers(path)["one.txt"] == ("", "")
    run.add(path, [str(text)], SETTINGS)
    assert speakers(path)["one.txt"][1] == "Orla Brandtova"


def test_linking_can_be_stopped(record: Path) -> None:
    done = run.relink(record, SETTINGS, every=True, stop=lambda: True)
    assert (done.stopped, done.documents) == (True, 0)
    run.relink(record, SETTINGS)
    assert speakers(record)["one.txt"][1] == "Orla Brandtova"


def test_other_facts_are_another_step(record: Path, tmp_path: Path) -> None:
    """With a user's facts the documents are linked again, and the links stay."""
    before = speakers(record)
    facts = tmp_path / "facts.csv"
    facts.write_text(
        "date,end,kind,names,place,wikidata\n2031-04-02,,treaty,Treaty of Westbay,Arden,\n", "utf-8"
    )
    done = run.relink(record, Settings(workers=1, reader="rules", facts=str(facts)))
    assert (done.documents, done.read) == (0, 0)
    assert speakers(record) == before


def test_every_link_is_a_span_of_its_text(record: Path) -> None:
    with Record.open(record, readonly=True) as store:
        for told in store.told(Filter()):
            for span, who in told.people.items():
                assert Span(*span).of(told.document.text).strip()
                assert who.evidence


def test_what_another_process_writes_is_seen(record: Path, tmp_path: Path) -> None:
    """A joiner that has looked for somebody in vain finds them once another connection has stored them."""
    texts = {
        "five.txt": HEAD + "Mayor Ilse Vandermeer said that the school would open again in the autumn.\n",
        "six.txt": HEAD
        + "Mayor Vandermeer said that the school had cost more than the council had planned.\n",
        "seven.txt": HEAD
        + "Mayor Vandermeer said that nobody had asked her about the school before the vote.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Record.open(record) as store:
        joiner = Joiner(store, "key")
        assert list(joiner.waiting()) == []
        waiting = joiner.waiting
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Joiner, "waiting", lambda self, stop=None: iter(()))
            run.add(record, [str(tmp_path / "six.txt")], SETTINGS)
        assert list(waiting()) == [0]  # nobody of that name yet
        run.add(record, [str(tmp_path / "five.txt")], SETTINGS)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Joiner, "waiting", lambda self, stop=None: iter(()))
            run.add(record, [str(tmp_path / "seven.txt")], SETTINGS)
        assert sum(waiting()) > 0
    assert speakers(record)["seven.txt"][1] == "Ilse Vandermeer"
