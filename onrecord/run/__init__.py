"""Every item gives its results once, in the order of the places, however many processes work.

`read` gives what was found and stores nothing, `rendered` gives it as text, `dates` gives its dates alone;
`add` puts what was found into a record, `relink` links again what a record holds.
"""

from __future__ import annotations

from onrecord.run.adding import Summary, Watch, add
from onrecord.run.dating import dates
from onrecord.run.joining import join
from onrecord.run.linking import Joined, called, relink
from onrecord.run.reading import read, rendered
from onrecord.run.steps import Read, Render, Rendered

__all__ = [
    "Joined",
    "Read",
    "Render",
    "Rendered",
    "Summary",
    "Watch",
    "add",
    "called",
    "dates",
    "join",
    "read",
    "relink",
    "rendered",
]
