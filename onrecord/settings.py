"""One table of settings: name, default, help; the only code that reads the environment or a TOML file."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError

_SWITCH = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
PREFIX = "ONRECORD_"
FILE = "onrecord.toml"
READERS = ("small", "large", "rules")  # what may read running text: a trained reader, or the rules alone


def _setting(default: Any, help: str, among: tuple[str, ...] = ()) -> Any:
    return field(default=default, metadata={"help": help, "among": among})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told; passed as an argument, never looked up from inside a room."""

    record: str = _setting("./press.onrecord", "the record file")
    workers: int = _setting(0, "processes that read and find; 0 is one for each processor")
    reader: str = _setting("small", "what finds reported speech: small, large, or rules (no model)", READERS)
    facts: str = _setting("", f"more dated facts: CSV files, {os.pathsep!r} between them")
    trace: bool = _setting(True, "trace what is added at once; otherwise `onrecord trace` does it later")
    check: bool = _setting(True, "check what is added at once; otherwise `onrecord check` does it later")
    checks: str = _setting("", "checks to add or, with -, to leave out: names with commas between; or all")
    max_document_mb: int = _setting(64, "largest single document, in MiB of its file or member")
    max_archive_ratio: int = _setting(200, "how many times its packed size an archive may unpack to")
    max_archive_mb: int = _setting(65536, "how many MiB one archive may unpack to")
    max_nesting: int = _setting(3, "how deep archives may lie within archives")
    document_seconds: float = _setting(600.0, "seconds one file may take with several workers; 0 is no limit")
    fetch_timeout: float = _setting(20.0, "seconds to wait for a web page")
    fetch_redirects: int = _setting(5, "redirects followed for one address")
    allow_private: bool = _setting(False, "fetch addresses of private networks too")

    @classmethod
    def load(
        cls,
        file: Path | None = None,
        environ: Mapping[str, str] | None = None,
        **given: Any,
    ) -> Settings:
        """Defaults, then the TOML file, then ONRECORD_* variables, then `given` (None is "not given").

        Args:
            file: a TOML file; by default `onrecord.toml` in the working directory, where there is one.
            environ: by default the process environment.

        Raises:
            SettingsError: an unknown name (the nearest known one is named) or a value of the wrong type.
        """
        environ = os.environ if environ is None else environ
        settings = cls()
        chosen = file or (Path(FILE) if Path(FILE).is_file() else None)
        if chosen is not None:
            settings = settings.changed(_table(chosen), where=str(chosen))
        named = {k[len(PREFIX) :].lower(): v for k, v in environ.items() if k.startswith(PREFIX)}
        settings = settings.changed(named, where="environment", prefix=PREFIX)
        return settings.changed({k: v for k, v in given.items() if v is not None})

    def changed(self, values: Mapping[str, Any], where: str = "settings", prefix: str = "") -> Settings:
        """A copy with `values` set, each checked and converted to its setting's type."""
        known = {f.name: f for f in fields(self)}
        for name in values:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                hint = f"did you mean {_shown(near[0], prefix)}" if near else f"known: {', '.join(known)}"
                raise SettingsError(f"there is no setting {_shown(name, prefix)}", where, hint)
        return replace(self, **{k: _checked(known[k], v, where) for k, v in values.items()})


def described() -> list[tuple[str, Any, str]]:
    """Every setting as (name, default, help), in the order of the table."""
    return [(f.name, f.default, f.metadata["help"]) for f in fields(Settings)]


def _shown(name: str, prefix: str) -> str:
    return f"{prefix}{name.upper()}" if prefix else name


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"cannot be read as TOML ({error})", str(path), "correct or remove it") from error


def _checked(setting: Field[Any], value: Any, where: str) -> Any:
    converted = _convert(setting.name, value, type(setting.default), where)
    among = setting.metadata["among"]
    if among and converted not in among:
        raise SettingsError(f"{setting.name} cannot be {value!r}", where, f"give one of {', '.join(among)}")
    return converted


def _convert(name: str, value: Any, kind: type, where: str) -> Any:
    try:
        if kind is bool and isinstance(value, str):
            return _SWITCH[value.lower()]
        if kind is not str and isinstance(value, bool) and kind is not bool:
            raise ValueError
        converted = kind(value)
    except (ValueError, TypeError, KeyError):
        raise SettingsError(
            f"{name} cannot be {value!r}", where, f"give a value of type {kind.__name__}"
        ) from None
    if kind in (int, float) and converted < 0:
        raise SettingsError(f"{name} cannot be {value!r}", where, "give a number of zero or more")
    return converted
