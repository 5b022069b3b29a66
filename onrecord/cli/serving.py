"""The command that serves the local page until it is stopped."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options as o
from onrecord.cli import terminal
from onrecord.errors import SettingsError


def serve(
    record: o.RecordFile = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Where; 0 is any free port.")] = 8420,
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    author: o.Author = None,
    public: Annotated[
        bool, typer.Option("--public", help="For other machines: behind a password, and nobody decides.")
    ] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="With --public: the address listened on.")
    ] = "0.0.0.0",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="With --public: answer under this name only."),
    ] = None,
    password_file: Annotated[
        typer.FileText | None,
        typer.Option("--password-file", metavar="FILE", help="With --public: its first line."),
    ] = None,
    set: o.Set = None,
) -> None:
    """Show the record in the browser: search, read, compare, review, export.

    \b
      onrecord serve
      onrecord serve --record press.onrecord --port 9000 --open
      onrecord serve --public --password-file password.txt

    The page is for this machine alone, and loads nothing from elsewhere; Ctrl-C ends it. With --public other
    machines can read it, over plain HTTP: put it behind a server that speaks HTTPS where that matters.
    """
    from onrecord import show

    settings = o.settings(record, None, set)
    serving = show.Serving(port, o.author(author))
    if public:
        serving = show.Serving(port, o.author(author), _password(password_file), host, tuple(name or ()))

    def ready(address: str) -> None:
        terminal.out(f"{settings.record} is at {address} (Ctrl-C ends it)")
        terminal.flush()
        if open:
            import webbrowser

            webbrowser.open(address)

    show.serve(settings.record, serving, ready)


def _password(file: typer.FileText | None) -> str:
    word = file.readline().strip() if file else typer.prompt("Password for those who read", hide_input=True)
    if len(word) < 8:
        raise SettingsError("the password is too short", "--public", "give one of at least 8 characters")
    return str(word)
