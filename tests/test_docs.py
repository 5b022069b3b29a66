"""Protects the documents: what they name exists, what exists is named, and no link leads nowhere."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli import app
from onrecord.export.csv import DOCUMENTS, FAILURES, FAMILIES, HOPS, STATEMENTS, VERIFIED
from onrecord.settings import described

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    """A page that moves takes its links along."""
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_setting_is_told_with_its_default() -> None:
    """The page is the table of settings."""
    rows = re.findall(r"^\| `(\w+)` \| `([^`]*)` \| (.+) \|$", text("docs/settings.md"), re.MULTILINE)
    shown = [(name, str(default).lower() if isinstance(default, bool) else str(default), help)
             for name, default, help in described()]  # fmt: skip
    assert rows == shown


def test_every_column_and_key_is_told() -> None:
    """Whoever reads an export finds each name explained."""
    page = text("docs/formats.md")
    told = set(re.findall(r"`(\w+)`", page))
    later = {name.replace("later_", "earlier_") for name in HOPS}  # told once for both sides
    assert {*STATEMENTS, *DOCUMENTS, *FAILURES, *FAMILIES, *later, *VERIFIED} <= told
    sample = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])  # type: ignore[index]
    assert list(sample) == [
        "id", "document", "mode", "act", "content", "text", "cue", "speaker", "addressee", "via", "said",
        "rule", "score", "chain", "primary_held", "review",
    ]  # fmt: skip
    assert all(f"`{key}`" in page for key in sample)


def commands() -> list[str]:
    """The commands that the readme shows being typed, but for the page, which runs until it is stopped."""
    return re.findall(r"^\$ onrecord (?!serve\b)(.+)$", text("README.md"), re.MULTILINE)


def test_the_session_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A newcomer types what stands there. Ids change with the finder, and are taken from the list before."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_WORKERS", "1")
    last = ""
    for command in commands():
        arguments = shlex.split(command)
        if arguments[0] == "show":
            arguments[1] = re.findall(r"^[0-9a-f]{10}", last, re.MULTILINE)[-1]
        if arguments[0] in ("statements", "traces", "verify"):
            arguments += ["--format", "table"]
        with pytest.raises(SystemExit) as left:
            app(arguments, prog_name="onrecord")
        last, err = capfd.readouterr()
        assert not left.value.code, f"onrecord {command}: {err}"
        assert last.strip()
        assert "Nothing found" not in last
    assert len(commands()) >= 3


def test_the_changelog_knows_this_version() -> None:
    """A release says what it changes."""
    assert f"## [{__version__}]" in text("CHANGELOG.md")


def test_the_lock_names_no_host_and_pins_every_file() -> None:
    """It installs from whichever index the user has, and nothing but what was locked."""
    lock = text("requirements.lock")
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock
    for requirement in re.split(r"\n(?=\S)", lock):
        if not requirement.startswith("#"):
            assert "==" in requirement
            assert "--hash=sha256:" in requirement


def test_the_lock_is_of_this_project() -> None:
    """A dependency that is added is locked."""
    locked = set(re.findall(r"^([a-z0-9-]+)==", text("requirements.lock"), re.MULTILINE))
    tables = tomllib.loads(text("pyproject.toml"))
    named = [*tables["project"]["dependencies"], *tables["dependency-groups"]["dev"]]
    named = [re.match(r"[A-Za-z0-9_-]+", one)[0] for one in named]  # type: ignore[index]
    assert {name.lower().replace("_", "-") for name in named} <= locked
