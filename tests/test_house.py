"""Protects the house: what a room may import, who may print, who speaks SQL, and how long a module may grow.

The table is read out of docs/house.md, so that the document and the code cannot drift apart.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "onrecord"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
MOST_PARAMETERS = 6


def table() -> dict[str, set[str]]:
    """Each room of docs/house.md with the rooms it may import."""
    rows: dict[str, set[str]] = {}
    for line in (ROOT / "docs" / "house.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `") and len(cells) == 3:
            allowed = set() if cells[2] == "nothing" else {name.strip() for name in cells[2].split(",")}
            rows[cells[0].strip("`")] = allowed
    return rows


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The dotted name of a module of the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The room of a dotted name; the package's own root module is the room ""."""
    return [*module.split("."), ""][1]


def imports(path: Path) -> list[str]:
    """Every dotted name a module imports, at its head or inside a function."""
    found: list[str] = []
    names = {name_of(module) for module in MODULES}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: write imports from the root of the package"
            base = node.module or ""
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                found.append(inner if inner in names else base)
    return found


def own(path: Path) -> list[str]:
    return [name for name in imports(path) if name == "onrecord" or name.startswith("onrecord.")]


def calls(path: Path) -> set[str]:
    """The dotted names of what a module calls or reads as attributes."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            found.add(ast.unparse(node.func))
        elif isinstance(node, ast.Attribute):
            found.add(ast.unparse(node))
    return found


def test_the_table_names_every_room() -> None:
    """A room that the table does not know would be held to nothing."""
    rooms = {room_of(name_of(path)) for path in MODULES} - {"", "__main__"}
    assert rooms == set(table())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_what_its_row_allows(path: Path) -> None:
    """Data runs one way."""
    room = room_of(name_of(path))
    above = {"": set(), "__main__": {"cli"}}  # the package itself, and `python -m onrecord`
    allowed = (above[room] if room in above else table()[room]) | {room, ""}
    for name in own(path):
        assert room_of(name) in allowed, f"{name_of(path)} imports {name}, which docs/house.md does not allow"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_outsiders_import_the_room_and_no_file_in_it(path: Path) -> None:
    """What a room does not export is its own affair."""
    room = room_of(name_of(path))
    for name in own(path):
        inside = name.count(".") > 1
        if inside and room_of(name) != "text":
            assert room_of(name) == room, f"{name_of(path)} imports {name}; import the room instead"


def test_no_import_goes_in_a_circle() -> None:
    """A module can be understood after those it imports, and before those that import it."""
    graph = {name_of(path): set(own(path)) for path in MODULES}
    for name in graph:
        # A file of a room is below the room's front, which composes it.
        assert name.rpartition(".")[0] not in graph[name], f"{name} imports the front of its own room"
    state: dict[str, str] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert state.get(name) != "open", f"a circle: {' -> '.join((*trail, name))}"
        if name in state or name not in graph:
            return
        state[name] = "open"
        for other in sorted(graph[name] - {name}):
            visit(other, (*trail, name))
        state[name] = "closed"

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    """A library that prints or exits cannot be used by another program."""
    if room_of(name_of(path)) == "cli":
        return
    forbidden = {"print", "exit", "quit", "input", "sys.exit", "sys.stdout.write", "sys.stderr.write"}
    assert not calls(path) & forbidden, f"{name_of(path)} prints or exits"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_record_speaks_sql(path: Path) -> None:
    """The schema can change in one room."""
    if room_of(name_of(path)) != "record":
        assert "sqlite3" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_settings_read_the_environment(path: Path) -> None:
    """What a run does follows from its arguments."""
    if room_of(name_of(path)) != "settings":
        assert not calls(path) & {"os.environ", "os.getenv", "os.environb"}
        assert "tomllib" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_trained_reader_needs_its_libraries(path: Path) -> None:
    """What trains is never needed, and what runs the network belongs to one place."""
    roots = {name.partition(".")[0] for name in imports(path)}
    if not name_of(path).startswith("onrecord.find.trained"):
        assert not roots & {"onnxruntime", "tokenizers"}
    assert not roots & {"torch", "onnx", "safetensors", "sklearn", "training"}


def test_what_loads_slowly_is_loaded_by_those_who_use_it() -> None:
    """They take a fifth of a second and more to load: a command that lists what is there does not wait."""
    slow = {"numpy", "onnxruntime", "tokenizers", "rapidfuzz"}
    program = "import sys, onrecord.api, onrecord.cli.app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert not slow & set(loaded.split())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_stays_short_and_says_what_holds_in_it(path: Path) -> None:
    """One sitting reads a module, and its first line says what it keeps true."""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_MODULE, f"{name_of(path)} has {lines} lines; split it"
    if lines:
        first = (ast.get_docstring(tree(path)) or "").partition("\n")[0]
        assert re.search(r"\w{3,} \w+.*[.:]$", first), f"{name_of(path)} does not open with a sentence"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_takes_few_parameters(path: Path) -> None:
    """Past six, settings are passed as one value; the command line's options are its subject."""
    if room_of(name_of(path)) == "cli":
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            given = [a for a in (*node.args.args, *node.args.kwonlyargs) if a.arg not in ("self", "cls")]
            assert len(given) <= MOST_PARAMETERS, f"{name_of(path)}.{node.name} takes {len(given)} parameters"
