"""A page is a function of an open record and of what was asked; what it gives is its data and its view.

A page module in `pages/` defines PAGES (what is looked at), and ACTIONS (what a person decides) where there
are any; `pages/__init__` lists them. Nothing in a page knows of HTTP, threads, tokens or passwords.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord import api
from onrecord.errors import UsageError


@dataclass(frozen=True)
class Site:
    """What holds as long as the page is served.

    Attributes:
        record: the record's file.
        author: who decides, unless the browser says otherwise.
        public: nobody can decide anything, and all who look have given the password.
        overview: counts of the record, kept in mind between questions; safe to share between threads.
    """

    record: Path
    author: str
    public: bool
    overview: api.Overview


@dataclass(frozen=True)
class Upload:
    """A file that was dropped on the page: its name as the browser gives it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Asked:
    """A question to a page.

    Attributes:
        store: the record, open for reading in this thread. Actions write through `api`, given `site.record`.
        site: what holds for all questions.
        path: the parts of the address that its pattern names ("id").
        query: what stands behind the question mark, in order; empty values are left out.
        form: what a form sent, in order; empty for pages.
        files: what was dropped, by the field's name.
        author: who decides: as the browser keeps it, else `site.author`.
        address: the path and query as asked, for links back; it begins with one slash.
    """

    store: api.Record
    site: Site
    path: Mapping[str, str]
    query: tuple[tuple[str, str], ...]
    form: tuple[tuple[str, str], ...] = ()
    files: Mapping[str, Upload] = field(default_factory=dict)
    author: str = ""
    address: str = "/"

    def get(self, name: str) -> str | None:
        """The last value of this name in the query; None where there is none, or nothing but white space."""
        return next((value for key, value in reversed(self.query) if key == name), None)

    def sent(self, name: str) -> str:
        """The last value of this name in the form, or ""."""
        return next((value for key, value in reversed(self.form) if key == name), "")

    def all_sent(self, name: str) -> list[str]:
        """Every value of this name in the form."""
        return [value for key, value in self.form if key == name]

    def number(self, name: str, least: int, most: int, default: int) -> int:
        """A whole number of the query between `least` and `most`.

        Raises:
            UsageError: it is none.
        """
        text = self.get(name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise UsageError(f"{text!r} is not a number", name, f"give one from {least:,} to {most:,}")
        return min(max(int(text), least), most)


@dataclass(frozen=True)
class Answer:
    """A page as it is answered.

    Attributes:
        template: the file in `templates/` that prints it.
        title: what the tab is called.
        data: what the same address gives as JSON: what `export` writes of the same things.
        view: what the template needs beside `data`, by name.
        status: the HTTP status.
    """

    template: str
    title: str
    data: Mapping[str, Any]
    view: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Raw:
    """Bytes as they are: a picture, an export, a stored page.

    Attributes:
        media: the media type.
        data: the bytes, or a function that gives them piece by piece from an open record. It is run in a
            thread of its own with a record of its own.
        name: what the file is called where it is saved; None to show it.
        sandboxed: it comes from a source: nothing in it may run, load or be sent.
    """

    media: str
    data: bytes | Callable[[api.Record], Iterator[bytes]]
    name: str | None = None
    sandboxed: bool = False


@dataclass(frozen=True)
class Done:
    """What came of an action.

    Attributes:
        said: one sentence for the reader.
        data: what a script gets.
        go: where a browser without scripts goes next: a path of this site.
    """

    said: str
    data: Mapping[str, Any]
    go: str


@dataclass(frozen=True)
class Page:
    """Something to look at: GET `path`, a pattern such as "/statement/{id}"."""

    path: str
    answer: Callable[[Asked], Answer | Raw]


@dataclass(frozen=True)
class Action:
    """Something to decide: POST `path`. `looking` marks those that write nothing (a file to verify)."""

    path: str
    do: Callable[[Asked], Done | Answer]
    looking: bool = False
