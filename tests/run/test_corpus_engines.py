"""Protects that every engine gives the same rows, with no network but this machine's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import corpora
import pytest

MANY = 24
TESTS = Path(__file__).parent

# Sees every connection that a process of Python tries, also in workers: they look for this module too.
WATCH = """
import os, sys
def seen(event, given):
    if event in ("socket.connect", "socket.sendto"):
        address = given[1]
        if event == "socket.connect" and given[0].type & 15 == 2:
            return  # asks the kernel by which of its addresses it would go there: Ray does; nothing is sent
        host = str(address[0]) if isinstance(address, tuple) else ""
        if host and not host.startswith("127.") and host not in ("::1", "localhost"):
            with open({log!r}, "a") as log:
                log.write(f"{{sys.argv}} {{address}}\\n")
            raise PermissionError(f"no network: {{address}}")
sys.addaudithook(seen)
"""

DRIVER = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
import corpora
from pathlib import Path
from onrecord import run
from onrecord.run import corpus_reading
corpus_reading.PART_ITEMS = 8
by = corpora.means({name!r}, {address!r})
try:
    done = run.read_corpus([{papers!r}], Path({place!r}), by)
    run.link_corpus(Path({place!r}), by, every=True)
    run.trace_corpus(Path({place!r}), by)
finally:
    by.engine.close()
print(done.documents, len(done.troubles), done.failures)
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    corpora.texts(folder, MANY)
    return folder


def cut_off() -> list[str]:
    """What runs a program where this machine is the whole network; nothing where that is not allowed."""
    tool = shutil.which("unshare")
    up = 'ip link set lo up && exec "$@"'
    if not tool or not shutil.which("ip"):
        return []
    words = [tool, "--user", "--map-root-user", "--net", "sh", "-c", up, "sh"]
    return words if subprocess.run([*words, "true"], capture_output=True).returncode == 0 else []


def made(name: str, address: str, papers: Path, folder: Path) -> Path:
    """A corpus of the papers, read, linked and traced by an engine without a network."""
    place, log, shim = folder / "corpus", folder / "tried", folder / "shim"
    shim.mkdir()
    (shim / "sitecustomize.py").write_text(WATCH.format(log=str(log)), encoding="utf-8")
    told = {"name": name, "address": address, "papers": str(papers), "place": str(place)}
    program = DRIVER.format(root=str(TESTS.parents[1]), tests=str(TESTS), **told)
    command = [*cut_off(), sys.executable, "-c", program]
    found = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(shim)},
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert found.stdout.split() == [str(MANY), "0", "0"], found.stderr[-2000:]
    assert not log.exists(), log.read_text(encoding="utf-8")
    return place


def test_every_engine_gives_the_same_rows_without_a_network(papers: Path, tmp_path: Path) -> None:
    """Read, linked and traced; nothing but this machine is asked for anything."""
    found = []
    for number, (name, address) in enumerate((("local", ""), ("daft", ""), ("daft", "local"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        place = made(name, address, papers, folder)
        found.append((corpora.rows(place), corpora.travels(place)))
    assert len(found[0][1]["hops"]) > MANY
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_a_connection_elsewhere_would_be_seen(tmp_path: Path) -> None:
    """The watch that the test above relies on."""
    log = tmp_path / "tried"
    (tmp_path / "sitecustomize.py").write_text(WATCH.format(log=str(log)), encoding="utf-8")
    program = "import socket; socket.create_connection(('192.0.2.1', 9), 1)"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    found = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=False)
    assert found.returncode
    assert "192.0.2.1" in log.read_text(encoding="utf-8")
