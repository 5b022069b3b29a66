"""A message is one document, its readable attachments are others; broken mail never stops a mailbox."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.model import Failure, Reading


def message(subject: str = "Harbour – statement", body: str = "“We stay,” said Ann Lee.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ann Leé <ann@example.org>"
    mail["To"] = "desk@example.org"
    mail["Date"] = "Tue, 05 Mar 2024 10:00:00 +0100"
    mail["Subject"] = subject
    mail["Message-ID"] = "<1@example.org>"
    mail.set_content(body)
    return mail


def test_message(decode) -> None:
    (reading,) = decode(message().as_bytes(), "eml")
    document = reading.document
    assert document.title == "Harbour – statement"
    assert document.authors == ("Ann Leé",)
    assert document.published is not None
    assert document.published.edtf == "2024-03-05T10:00:00+01:00"
    assert document.text == "“We stay,” said Ann Lee.\n"
    assert document.kind == "eml"


def test_plain_part_is_preferred_and_pages_are_read(decode) -> None:
    mail = message()
    mail.add_alternative("<p>“We stay,” said <b>Ann Lee</b>.</p>", subtype="html")
    (reading,) = decode(mail.as_bytes(), "eml")
    assert "<p>" not in reading.document.text
    only = EmailMessage()
    only["Subject"] = "Page"
    only.set_content("<p>One paragraph.</p><p>Another one.</p>", subtype="html")
    (reading,) = decode(only.as_bytes(), "eml")
    assert reading.document.text == "One paragraph.\n\nAnother one."


def test_attachments_are_documents_of_their_own(decode) -> None:
    mail = message()
    mail.add_attachment("Attached words.", filename="../../note.txt")
    mail.add_attachment(b"\xff\xd8\xff", maintype="image", subtype="jpeg", filename="a.jpg")
    mail.add_attachment(message("Inner", "Inner words.\n"))
    found = decode(mail.as_bytes(), "eml", "m.eml")
    assert all(isinstance(f, Reading) for f in found)
    assert [f.document.path for f in found] == ["m.eml", "m.eml/note.txt", "m.eml/forwarded.eml"]
    assert found[2].document.title == "Inner"


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: =?x-none?Q?=FF?=\nDate: never\nFrom: <<<\n\nText.",
        b"Subject: a\nContent-Type: text/plain; charset=nonsense\n\nText.",
        b"Subject: a\nContent-Transfer-Encoding: base64\n\n!!!!VGV4dC4=",
        b"Subject: a\nContent-Type: multipart/mixed\n\nText.",
    ],
)
def test_broken_headers_do_no_harm(decode, data: bytes) -> None:
    found = decode(data, "eml")
    assert len(found) == 1


def test_forwarding_without_end_is_a_failure(decode) -> None:
    data = b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 3000 + b"Subject: x\n\nEnd."
    assert all(isinstance(f, Failure) for f in decode(data, "eml"))


def test_mbox(tmp_path: Path, everything) -> None:
    box = tmp_path / "a.mbox"
    parts = []
    for n in range(3):
        words = f"Message {n}.\n\nFrom here on we wait.\n>From the quay.\n"
        body = message(f"S{n}", words).as_bytes().replace(b"\nFrom here", b"\n>From here")
        parts.append(b"From ann@example.org Tue Mar  5 10:00:00 2024\n" + body + b"\n")
    box.write_bytes(b"".join(parts))
    readings, failures = everything(box)
    assert not failures
    assert [r.document.title for r in readings] == ["S0", "S1", "S2"]
    assert [r.document.source.rsplit("#")[-1] for r in readings] == ["1", "2", "3"]
    assert "\nFrom here on" in readings[1].document.text
