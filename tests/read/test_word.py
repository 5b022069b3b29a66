"""A Word document is read in order with its kinds of paragraph; damaged and swollen ones are failures."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from onrecord.model import Failure, Reading


def document() -> bytes:
    made = docx.Document()
    made.core_properties.title = "Statement on the quay"
    made.core_properties.author = "Jo Ray and Al Moe"
    made.core_properties.created = datetime(2024, 3, 4, 18, 30, tzinfo=UTC)
    made.add_heading("The quay closes", 1)
    made.add_paragraph("“We have no choice,” said Ann Lee.")
    made.add_paragraph("The stones are loose.", style="Intense Quote")
    made.add_paragraph("First reason", style="List Bullet")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Speaker"
    table.rows[0].cells[1].text = "Ann Lee"
    made.add_paragraph("The end.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_document(decode) -> None:
    (reading,) = decode(document(), "docx")
    assert isinstance(reading, Reading)
    text = reading.document.text
    kinds = {p.span.of(text): p.kind for p in reading.passages}
    assert kinds["The quay closes"] == "heading"
    assert kinds["The stones are loose."] == "block_quotation"
    assert kinds["First reason"] == "list"
    assert text.index("no choice") < text.index("Ann Lee", text.index("Speaker")) < text.index("The end.")
    assert reading.document.title == "Statement on the quay"
    assert reading.document.authors == ("Jo Ray", "Al Moe")
    assert reading.document.published is not None
    assert reading.document.published.edtf == "2024-03-04T18:30:00Z"


def test_by_any_name(decode, tmp_path, everything) -> None:
    assert decode(document(), "zip")[0].document.kind == "docx"
    (tmp_path / "noname").write_bytes(document())
    readings, failures = everything(tmp_path / "noname")
    assert [r.document.kind for r in readings] == ["docx"]
    assert not failures


def rezipped(change: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return out.getvalue()


ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "'
    + b"x" * 1000
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(8))
    + b"]><d>&h;</d>"
)


@pytest.mark.parametrize(
    "body",
    [b"", b"no xml", b"<a>" * 50_000, b"A" * (200 << 20), ENTITIES, b"<w:document/>"],
    ids=["empty", "no xml", "deep", "swollen", "entities", "unbound"],
)
def test_hostile_documents_are_failures(decode, body: bytes) -> None:
    found = decode(rezipped({"word/document.xml": body}), "docx")
    assert all(isinstance(f, Failure) for f in found)
    assert len(found) == 1


def test_cut_off(decode) -> None:
    (found,) = decode(document()[:2000], "docx")
    assert isinstance(found, Failure)
