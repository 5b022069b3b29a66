"""Protects the page of a statement: its place, its chain with the gaps, its reasons, and how it is cited."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from starlette.testclient import TestClient

from onrecord import api, export, show
from onrecord.model import Correction
from onrecord.settings import Settings
from onrecord.show import chains
from onrecord.show.pages import statement as pages
from tests.show.conftest import Served, assert_accessible


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record, "tester"), base_url="http://127.0.0.1:8420")


def _relayed(record: Path) -> api.Told:
    """A statement that came through a paper of which the record holds no text."""
    text = record.parent / "relayed.txt"
    text.write_text(
        "“The crane will be mended before winter,” harbour director Ilse Marn told the Harn Gazette.\n",
        encoding="utf-8",
    )
    api.add(record, [str(text)], Settings(reader="rules", workers=1))
    return next(one for one in api.told(record) if one.held is False and one.statement.speaker)


def test_says_who_when_where_and_why(client: TestClient, record: Path) -> None:
    """The page shows words, people with evidence, the rule and its promise; its JSON is the exported line."""
    told = _relayed(record)
    answer = client.get(f"/statement/{told.statement.id}")
    html = answer.text
    assert answer.status_code == 200
    for span, who in told.people.items():
        assert span.of(told.document.text).split()[-1] in html
        assert who.evidence.split("'")[0] in html
    assert "not held: its own text is not in this record" in html
    assert "Of 100 statements like it" in html
    assert f"/document/{told.document.id}#s-{told.statement.id}" in html
    data = client.get(f"/statement/{told.statement.id}?format=json").json()
    assert {name: data[name] for name in ("id", "text", "chain")} == {
        name: export.line(told)[name] for name in ("id", "text", "chain")
    }
    assert client.get("/statement/0000000000000000").status_code == 404


def test_the_chain_names_every_gap(record: Path) -> None:
    """Speaker, relay, outlet and text are steps; what is not known or not held is a gap with its reason."""
    told = _relayed(record)
    steps = chains.steps(told)
    assert [one.role for one in steps][:2] == ["speaks", "passes on"]
    assert steps[1].missing == "not held"
    assert steps[-1].role == "this text"
    assert "(not held)" in chains.sentence(told)
    unnamed = next(one for one in api.told(record) if one.statement.speaker is None)
    assert chains.steps(unnamed)[0].missing == "no speaker"


def test_marks_in_its_place_are_its_spans(page: Page, served: Served) -> None:
    """In a browser the marked words, cue and speaker are those of the statement; all can be reached."""
    told = _relayed(served.record)
    one, text = told.statement, told.document.text
    page.goto(f"{served.address}/statement/{one.id}")
    every = "[...document.querySelectorAll(`.place mark.m-${kind}`)]"
    marks = f'(kind) => {every}.map((mark) => mark.textContent).join("")'
    assert page.evaluate(marks, "content") == "".join(span.of(text) for span in one.content)
    if one.cue:
        assert page.evaluate(marks, "cue") == one.cue.of(text)
    assert one.speaker
    assert page.evaluate(marks, "speaker") == one.speaker.span.of(text)
    assert_accessible(page)
    page.goto(f"{served.address}/document/{told.document.id}")
    assert page.locator(f"#m-{one.id}").count() == 1
    assert_accessible(page)


def test_decisions_are_shown_with_what_was_found(client: TestClient, record: Path) -> None:
    """What a person decided stands with its author, and beside corrected words those that were found."""
    told = _relayed(record)
    id, content = told.statement.id, told.statement.content
    shorter = Correction(content=(content[0]._replace(end=content[0].end - 3), *content[1:]))
    api.correct(record, id, shorter, "Mara <Editor>", "too long")
    html = client.get(f"/statement/{id}").text
    assert "Mara &lt;Editor&gt;" in html
    assert "words corrected" in html
    assert "too long" in html
    assert "Found as" in html
    assert str(export.words(told.document, told.statement))[-20:] in html.replace("&#39;", "'")


def test_it_is_cited_by_tools_and_by_hand(client: TestClient, record: Path) -> None:
    """BibTeX, CSL and the other formats give this one statement; an unknown format is refused."""
    told = _relayed(record)
    citation = pages.citation(told)
    assert told.statement.id in citation
    assert told.document.title is None or told.document.title in citation
    for name in ("bibtex", "csl", "webanno", "jsonl"):
        answer = client.get(f"/statement/{told.statement.id}?as={name}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert told.statement.id in answer.text
    assert client.get(f"/statement/{told.statement.id}?as=nothing").status_code == 400
