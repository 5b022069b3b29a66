"""Every item gives its results once, in the order of the places, however many processes work.

`read` gives what was found and stores nothing, `rendered` gives it as text, `dates` gives its dates alone;
`add` puts what was found into a record, `relink` links again what a record holds.
"""

from __future__ import annotations

from onrecord.run.adding import Summary, Watch, add
from onrecord.run.dating import dates
from onrecord.run.hops import Comparing, counted
from onrecord.run.joining import join
from onrecord.run.linking import Joined, called, relink
from onrecord.run.reading import read, rendered
from onrecord.run.steps import Read, Render, Rendered
from onrecord.run.tracing import Traced, retrace
from onrecord.run.verified import Stand, Verified
from onrecord.run.verify_files import verify_file
from onrecord.run.verifying import Verifier, verify

__all__ = [
    "Comparing",
    "Joined",
    "Read",
    "Render",
    "Rendered",
    "Stand",
    "Summary",
    "Traced",
    "Verified",
    "Verifier",
    "Watch",
    "add",
    "called",
    "counted",
    "dates",
    "join",
    "read",
    "relink",
    "rendered",
    "retrace",
    "verify",
    "verify_file",
]
