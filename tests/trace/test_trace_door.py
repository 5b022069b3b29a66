"""Protects: what the room of tracing exports is found by its name, whatever was loaded before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from onrecord import trace


def test_every_name_is_found_and_none_is_that_of_a_module() -> None:
    """A module that is called as a function is would be found in its place as soon as it is loaded."""
    assert set(trace._LATER) | {"VERSION"} == set(trace.__all__)
    modules = {path.stem for path in Path(str(trace.__file__)).parent.glob("*.py")}
    assert not modules & set(trace.__all__)
    for name, module in trace._LATER.items():
        assert getattr(trace, name) is getattr(sys.modules[f"onrecord.trace.{module}"], name)


def test_who_asks_for_the_version_loads_no_library() -> None:
    """The room is imported by whoever may have something to trace."""
    program = (
        "import sys; from onrecord import trace; trace.VERSION; print(sorted({'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
