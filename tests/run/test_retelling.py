"""Protects: of all repetitions, those that can be one utterance told twice are compared, and no others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from onrecord import run
from onrecord.check import Retold
from onrecord.record import Record
from onrecord.run import retelling
from onrecord.settings import Settings

SETTINGS = Settings(workers=1, reader="rules")
HOMES = "We will build 1,200 homes on the eastern shore before the winter storms return to the harbour"
MORE = HOMES.replace("1,200", "12,000")


def paper(id: str, text: str, day: str = "2031-05-05", outlet: str = "") -> dict[str, str]:
    outlet = outlet or f"The {id.title()} Post"
    return {"id": id, "text": text, "published": day, "outlet": outlet, "url": f"https://{id}.example/"}


def added(folder: Path, *papers: dict[str, str], name: str = "papers") -> Path:
    """A record of these papers, traced."""
    rows = folder / f"{name}.jsonl"
    rows.write_text("\n".join(map(json.dumps, papers)), encoding="utf-8")
    run.add(folder / "r.onrecord", [str(rows)], SETTINGS)
    return folder / "r.onrecord"


def told(path: Path) -> list[Retold]:
    with Record.open(path, readonly=True) as store:
        ids: Sequence[str] = [row.family.id for row in store.families()]
        return [one for _, several in retelling.retold(store, ids) for one in several]


GAZETTE = paper("gazette", f'"{HOMES}," Housing Minister Ana Petrova said on Monday.')
HERALD = paper("herald", f'Housing Minister Ana Petrova said: "{MORE}." Traders doubted it.', "2031-05-06")


def test_a_changed_retelling_comes_with_its_edits_and_speakers(tmp_path: Path) -> None:
    """Both sides have text, statement, voice and outlet; the number is an edit."""
    [one] = told(added(tmp_path, GAZETTE, HERALD))
    assert [edit.kind for edit in one.hop.edits] == ["number"]
    [edit] = one.hop.edits
    assert edit.earlier.of(one.earlier.document.text) == "1,200"
    assert edit.later.of(one.later.document.text) == "12,000"
    for side, outlet in ((one.earlier, "The Gazette Post"), (one.later, "The Herald Post")):
        assert side.statement is not None
        assert side.statement.mode == "direct"
        assert side.voice.name == "Ana Petrova"
        assert side.outlet == outlet


def test_faithful_retellings_are_not_given(tmp_path: Path) -> None:
    """A family in which all have the same words of one speaker has nothing to find."""
    faithful = paper("herald", f'Housing Minister Ana Petrova said: "{HOMES}."', "2031-05-06")
    assert told(added(tmp_path, GAZETTE, faithful)) == []


def test_faithful_retellings_stand_beside_a_changed_one(tmp_path: Path) -> None:
    """What has the same words is given, without edits, where something else in the family was changed."""
    faithful = paper("courier", f'Ana Petrova, the housing minister, told us: "{HOMES}."', "2031-05-06")
    found = told(added(tmp_path, GAZETTE, HERALD, faithful))
    assert {"number" in {edit.kind for edit in one.hop.edits} for one in found} == {True, False}


def test_a_quotation_that_encloses_more_is_given(tmp_path: Path) -> None:
    """The words that both have are the same; what the marks enclose beyond them is looked at too."""
    speech = "Remarks by Minister Ana Petrova\n\nMINISTER PETROVA:  Good morning.  {}.  Thank you all.\n"
    longer = paper("herald", f'Housing Minister Ana Petrova said: "{HOMES}, whatever it costs the city."')
    [one] = told(added(tmp_path, paper("gazette", speech.format(HOMES)), longer))
    assert {side.statement.mode for side in (one.earlier, one.later) if side.statement} == {"turn", "direct"}


def test_the_same_words_of_two_speakers_are_given(tmp_path: Path) -> None:
    """The words need not differ where the speakers do."""
    other = paper("herald", f'Mayor Bo Lindqvist said: "{HOMES}." Traders doubted it.', "2031-05-06")
    [one] = told(added(tmp_path, GAZETTE, other))
    assert {one.earlier.voice.name, one.later.voice.name} == {"Ana Petrova", "Bo Lindqvist"}


def test_a_name_beside_the_words_is_a_second_speaker(tmp_path: Path) -> None:
    """Who is named without a verb of saying speaks too."""
    other = paper("herald", f'"{HOMES}." That was Mayor Bo Lindqvist on Monday. Traders doubted it.')
    [one] = told(added(tmp_path, GAZETTE, other))
    assert {one.earlier.voice.name, one.later.voice.name} == {"Ana Petrova", "Bo Lindqvist"}


def test_speeches_of_two_days_are_not_compared(tmp_path: Path) -> None:
    """Two transcripts of different days are two utterances."""
    speech = "Remarks by Minister Ana Petrova\n\nMINISTER PETROVA:  Good morning.  {}.  Thank you all.\n"
    first = paper("gazette", speech.format(HOMES))
    again = paper("herald", speech.format(MORE), "2031-05-20")
    assert told(added(tmp_path, first, again)) == []


def test_words_within_words_are_the_outer_speakers_too(tmp_path: Path) -> None:
    """What the minister says that others do is hers, though it reads as what they say."""
    words = "The union welcomes the 1,200 homes on the eastern shore and thanks the city for the harbour wall"
    first = paper("gazette", f'"{words}," Housing Minister Ana Petrova said on Monday.')
    other = words.replace("1,200", "12,000")
    second = paper("herald", f'Housing Minister Ana Petrova said: "{other}."', "2031-05-06")
    [one] = told(added(tmp_path, first, second))
    assert one.earlier.voice.name == one.later.voice.name == "Ana Petrova"


@pytest.mark.parametrize("ids", [[], ["0" * 16], ["no such family", ""]])
def test_families_that_are_not_there_have_nothing(tmp_path: Path, ids: list[str]) -> None:
    """Unknown ids give nothing and no error."""
    with Record.open(added(tmp_path, GAZETTE), readonly=True) as store:
        assert list(retelling.retold(store, ids)) == []
