"""Protects the Python door: every public name is documented, and each function does what the command does."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord import api, export
from onrecord.errors import ModelError, RecordError, SettingsError, UsageError
from onrecord.settings import Settings

PRESS = Path(__file__).parent.parent / "examples" / "press"
ALONE = Settings(workers=1)


def public() -> list[tuple[str, Any]]:
    """Every public name of api and export, and the public methods of their classes."""
    found: list[tuple[str, Any]] = []
    for module in (api, export):
        for name in module.__all__:
            thing = getattr(module, name)
            found.append((f"{module.__name__}.{name}", thing))
            if inspect.isclass(thing):
                methods = ((n, m) for n, m in vars(thing).items() if inspect.isfunction(m) and n[0] != "_")
                found += [(f"{module.__name__}.{name}.{n}", m) for n, m in methods]
    return found


@pytest.mark.parametrize(("name", "thing"), public(), ids=[name for name, _ in public()])
def test_every_public_name_is_documented(name: str, thing: Any) -> None:
    """A name without a docstring is not a promise. Type aliases and constants are told where they stand."""
    if inspect.isclass(thing) or inspect.isfunction(thing):
        assert thing.__doc__, f"{name} has no docstring"
        assert not thing.__doc__.startswith(f"{thing.__name__}("), (
            f"{name} has only dataclass's own docstring"
        )


@pytest.mark.parametrize(("name", "thing"), public(), ids=[name for name, _ in public()])
def test_every_attribute_and_error_is_told(name: str, thing: Any) -> None:
    """A dataclass names its attributes, and a function of the api what it raises."""
    if dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            assert re.search(rf"\b{field.name}\b", thing.__doc__ or ""), (
                f"{name} does not tell of {field.name}"
            )
    elif inspect.isfunction(thing) and thing.__module__ == "onrecord.api":
        assert "Raises:" in (thing.__doc__ or ""), f"{name} does not tell what it raises"
        hints = inspect.signature(thing)
        assert hints.return_annotation is not inspect.Signature.empty


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "press.onrecord"
    summary = api.add(path, [str(PRESS)], ALONE)
    assert summary.documents
    assert not summary.failures
    return path


def test_the_examples_are_read_and_kept(record: Path) -> None:
    """What is read is what is kept, document by document."""
    kept = {(d.id, s.id) for d, s in api.statements(record)}
    results = list(api.read([str(PRESS)], ALONE))
    assert kept
    assert kept == {
        (r.reading.document.id, s.id) for r in results if isinstance(r, api.Read) for s in r.statements
    }
    assert api.counts(record).documents == len(results) == len(list(api.documents(record)))
    assert list(api.failures(record)) == []


def test_rendered_gives_the_lines_of_export(record: Path) -> None:
    """The text made where statements are found is the text of the list."""
    form = export.named("jsonl")
    results = list(api.rendered([str(PRESS)], form.rendered, ALONE))
    made = "".join(result.text for result in results if isinstance(result, api.Rendered))
    stored = "".join(export.written(form, "statements", api.told(record)))

    def bare(text: str) -> list[tuple[object, ...]]:
        lines = map(json.loads, text.splitlines())
        return sorted((one["id"], one["text"], one["document"]["id"], repr(one["said"])) for one in lines)

    assert bare(made) == bare(stored)


def test_show_gives_what_the_lists_name(record: Path) -> None:
    """Every id of a list opens its words in their place."""
    for document, statement in api.statements(record):
        shown = api.show(record, statement.id)
        assert isinstance(shown, api.ShownStatement)
        assert (shown.document, shown.statement) == (document, statement)
        spans = [passage.span for passage in shown.passages]
        assert any(span.start <= statement.content[0].start < span.end for span in spans)
    for listed in api.documents(record):
        opened = api.show(record, listed.document.id)
        assert isinstance(opened, api.ShownDocument)
        assert sum(opened.modes.values()) == listed.statements
        assert [version.document.id for version in opened.versions] == [listed.document.id]


def test_what_is_wrong_is_raised_at_once(record: Path, tmp_path: Path) -> None:
    """Not at the first item of a list, when a file may be half written."""
    with pytest.raises(UsageError):
        api.statements(record, api.Filter(mode="dirct"))
    with pytest.raises(RecordError):
        api.documents(tmp_path / "none.onrecord")
    with pytest.raises(UsageError):
        api.show(record, "no such id")


def test_the_reader_is_a_setting(tmp_path: Path) -> None:
    """A program chooses what reads; one that cannot be loaded raises, and leaves what was stored."""
    text = tmp_path / "text.txt"
    text.write_text(
        "At the ferry of Celm\n\nThe harbour master, Bo Lind, said that the ferry of Celm would stay.\n"
    )

    def rules(reader: str) -> set[str]:
        found = api.read([str(text)], ALONE.changed({"reader": reader}))
        return {statement.rule for one in found if isinstance(one, api.Read) for statement in one.statements}

    assert rules("small") == rules("large") == {"reader"}
    assert "reader" not in rules("rules")
    record = tmp_path / "r.onrecord"
    api.add(record, [str(text)], ALONE)
    with pytest.raises(SettingsError, match="small, large, rules"):
        ALONE.changed({"reader": "huge"})
    with pytest.raises(ModelError, match=r"english\.model"):
        api.add(record, [str(text)], Settings(workers=1, reader="huge"))
    assert api.counts(record).statements == 1


WORDS = "The ferry of Celm will stay until the last passenger has gone home, and nobody waits"


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two texts with the same words, one of them cut short."""
    folder = tmp_path_factory.mktemp("twice")
    (folder / "one.txt").write_text(f'Bo Lind said: "{WORDS} on the pier for long." The market was open.\n')
    (folder / "two.txt").write_text(
        f'It was raining in Velin. "{WORDS}," said Bo Lind, who had come by bus.\n'
    )
    record = folder / "press.onrecord"
    api.add(record, [str(folder / "one.txt"), str(folder / "two.txt")], ALONE.changed({"reader": "rules"}))
    api.trace(record, ALONE)
    return record


def test_a_family_is_listed_shown_and_found_by_any_id(twice: Path) -> None:
    """The list, its hops, the lineage and the statement's page tell of the same family."""
    [row] = api.families(twice, looked_at=5)
    assert row.hops == sum((row.kinds or {}).values()) == 1
    [found] = api.hops(twice)
    assert found.family == row.family.id
    assert {found.earlier.id, found.later.id} == {member.document for member in row.family.members}
    shown = api.family(twice, row.family.id[:6])
    assert api.show(twice, row.family.id[:6]) == shown
    assert [one.member for one in shown.members] == list(row.family.members)
    assert [one.hop for member in shown.members for one in member.hops] == [found.hop]
    assert shown.more == 0
    assert api.family(twice, row.family.id, limit=1).more == 1
    said = next(member.statement for member in row.family.members if member.statement)
    page = api.show(twice, said)
    assert isinstance(page, api.ShownStatement)
    assert [head.id for head in page.families] == [row.family.id]
    assert list(api.families(twice, api.FamilyFilter(words="gondola"))) == []


def test_words_are_verified_and_tracing_again_changes_nothing(twice: Path, tmp_path: Path) -> None:
    before = list(api.families(twice))
    assert api.trace(twice, ALONE).documents == 0
    assert api.trace(twice, ALONE, every=True).documents == 2
    assert list(api.families(twice)) == before
    answer = api.verify(twice, WORDS, ALONE)
    assert (answer.answer, answer.documents) == ("as given", 2)
    assert answer.places[0].family == before[0].family.id
    (tmp_path / "new.txt").write_text(f'A reader wrote: "{WORDS}." That is all that the letter said of it.\n')
    [checked] = api.verify_file(twice, str(tmp_path / "new.txt"), ALONE)
    assert isinstance(checked, api.Verified)
    assert checked.answer == "as given"


def test_what_is_wrong_about_families_is_raised_at_once(twice: Path) -> None:
    with pytest.raises(UsageError, match="no family of this id"):
        api.family(twice, "zz")
    with pytest.raises(UsageError):
        api.family(twice, " ")
    with pytest.raises(UsageError):
        api.hops(twice, api.FamilyFilter(kind="motto"))
    with pytest.raises(UsageError):
        api.families(twice, api.FamilyFilter(order="large"))
