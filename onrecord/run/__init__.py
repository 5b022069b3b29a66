"""Every item gives its results once, in the order of the places, however many processes work.

`read` gives what was found and stores nothing, `rendered` gives it as text, `dates` gives its dates alone;
`add` puts what was found into a record, `relink` links again what a record holds. `retrace` follows
words from text to text, `recheck` finds what does not fit; `verify` and `verify_file` answer where given
words stand. `read_corpus`, `link_corpus` and `trace_corpus` do the same steps over a folder of Parquet, on
this machine or on others; `load` brings a part of it into a record.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.run.checked import Checked, Checking
from onrecord.run.corpus_done import CorpusRun, CorpusWatch
from onrecord.run.results import Joined, Read, Render, Rendered, Summary, Watch
from onrecord.run.traced import Traced
from onrecord.run.verified import Stand, Verified

if TYPE_CHECKING:
    from onrecord.run.adding import add
    from onrecord.run.checking import checks, known_check, recheck
    from onrecord.run.corpus_counts import CorpusStats, corpus_failures, corpus_stats
    from onrecord.run.corpus_loading import load
    from onrecord.run.corpus_reading import Means, link_corpus, read_corpus
    from onrecord.run.corpus_trace import trace_corpus
    from onrecord.run.dating import dates
    from onrecord.run.engine import ENGINES, engine_of
    from onrecord.run.hops import Comparing, counted
    from onrecord.run.joining import join
    from onrecord.run.linking import called, relink
    from onrecord.run.reading import read, rendered
    from onrecord.run.retracing import retrace
    from onrecord.run.verify_files import verify_file
    from onrecord.run.verifying import Verifier, verify

__all__ = [
    "ENGINES",
    "Checked",
    "Checking",
    "Comparing",
    "CorpusRun",
    "CorpusStats",
    "CorpusWatch",
    "Joined",
    "Means",
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
    "checks",
    "corpus_failures",
    "corpus_stats",
    "counted",
    "dates",
    "engine_of",
    "join",
    "known_check",
    "link_corpus",
    "load",
    "read",
    "read_corpus",
    "recheck",
    "relink",
    "rendered",
    "retrace",
    "trace_corpus",
    "verify",
    "verify_file",
]

# They need libraries, and words and patterns, that take a while to load: who only lists does not wait.
_LATER = {
    "CorpusStats": "corpus_counts",
    "ENGINES": "engine",
    "Means": "corpus_reading",
    "corpus_failures": "corpus_counts",
    "corpus_stats": "corpus_counts",
    "engine_of": "engine",
    "link_corpus": "corpus_reading",
    "load": "corpus_loading",
    "read_corpus": "corpus_reading",
    "trace_corpus": "corpus_trace",
    "add": "adding",
    "called": "linking",
    "dates": "dating",
    "join": "joining",
    "read": "reading",
    "relink": "linking",
    "rendered": "reading",
    "Comparing": "hops",
    "checks": "checking",
    "known_check": "checking",
    "recheck": "checking",
    "counted": "hops",
    "retrace": "retracing",
    "Verifier": "verifying",
    "verify": "verifying",
    "verify_file": "verify_files",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
