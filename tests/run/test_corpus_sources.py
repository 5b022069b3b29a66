"""Protects where a corpus reads from: a store or the web, as from files, and once only."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import corpora
import fsspec
import pytest

from onrecord import run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    corpora.texts(tmp_path / "papers", 12)
    return tmp_path / "papers"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_store_is_read_by_workers_that_do_not_see_it(papers: Path, tmp_path: Path) -> None:
    """The driver's memory is no worker's: what is handed out brings its bytes."""
    system = fsspec.filesystem("memory")
    for path in papers.iterdir():
        system.pipe_file(f"/papers/{path.name}", path.read_bytes())
    try:
        place = tmp_path / "corpus"
        done = corpora.read(["memory://papers"], place)
        assert (done.documents, done.failures, done.troubles) == (12, 0, ())
        again = corpora.read(["memory://papers/*.md"], place)
        assert (again.parts, again.skipped) == (0, 12)
    finally:
        system.rm("/papers", recursive=True)
    corpora.read([str(papers)], tmp_path / "files")
    assert _said(place) == _said(tmp_path / "files")


def test_a_table_of_the_web_is_read_once(papers: Path, site: str, tmp_path: Path) -> None:
    corpora.rows_of(papers, tmp_path / "papers.jsonl")
    by = functools.partial(corpora.means, allow_private=True)
    done = corpora.read([f"{site}/papers.jsonl"], tmp_path / "corpus", by())
    assert (done.documents, done.failures) == (12, 0)
    again = corpora.read([f"{site}/papers.jsonl"], tmp_path / "corpus", by())
    assert (again.documents, again.skipped) == (0, 12)


def test_an_address_that_answers_nothing_is_listed(tmp_path: Path) -> None:
    done = corpora.read(["memory://nowhere/a.txt", "cellar://b"], tmp_path / "corpus")
    assert (done.documents, done.failures) == (0, 2)
    assert {row.path for row in run.corpus_failures(tmp_path / "corpus")} == {
        "memory://nowhere/a.txt",
        "cellar://b",
    }


def _said(place: Path) -> list[str]:
    """What stands in the statements of a corpus, without where they stand."""
    from onrecord import columns

    paths = place.glob("parts/*/statements.parquet")
    names = ["text", "speaker_name", "said_edtf", "mode"]
    return sorted(repr(row) for path in paths for row in columns.cells(path, names))
