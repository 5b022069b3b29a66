"""A PDF's lines become paragraphs; page furniture is marked; without text or damaged it is a failure."""

from __future__ import annotations

from onrecord.model import Failure, Reading


def pdf(
    pages: list[list[tuple[float, float, str]]], info: str = "", extra: str = "", size: int = 11
) -> bytes:
    """A PDF written by hand: per page, (x, y, words) in points."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        stream = (
            "BT\n"
            + "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj\n" for x, y, words in lines)
            + "ET"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{k} 0 R' for k in kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {extra} >>\n"
    return out + f"{trailer}startxref\n{table}\n%%EOF".encode()


def lines(words: list[str], top: float = 740, left: float = 72) -> list[tuple[float, float, str]]:
    return [(left, top - 14 * n, w) for n, w in enumerate(words) if w]


FIRST = [
    "The harbour office will close the eastern quay in April, its direc-",
    "tor said on Monday after a long meeting with the fishermen there.",
    "Nothing else was decided.",
    "",
    "A second paragraph begins here, and it goes on over two lines of the",
    "page before it ends.",
]


def test_paragraphs_and_hyphens(decode) -> None:
    stated = "/Title (Quay to close) /CreationDate (D:20240304183000+01'00')"
    (reading,) = decode(pdf([lines(FIRST)], stated), "pdf")
    assert isinstance(reading, Reading)
    paragraphs = reading.document.text.split("\n\n")
    assert paragraphs[0].startswith("The harbour office will close the eastern quay")
    assert "its director said on Monday" in paragraphs[0]
    assert paragraphs[0].endswith("Nothing else was decided.")
    assert paragraphs[1].startswith("A second paragraph")
    assert len(paragraphs) == 2
    assert reading.document.title == "Quay to close"
    assert reading.document.published is not None
    assert reading.document.published.edtf == "2024-03-04T18:30:00+01:00"


def test_page_furniture_is_marked_and_a_paragraph_goes_on_over_the_page(decode) -> None:
    pages = []
    for number in range(1, 5):
        words = ("alder", "birch", "cedar", "elder")[number - 1]
        body = [
            f"{words} opens in the midst of a sentence that is long enough to",
            f"fill the lines it stands on, {words} after {words} and on and on to",
            f"the foot of the page, where {words} is cut by the edge, and more and",
        ]
        pages.append([(72, 800, "The Westbay Gazette"), *lines(body), (290, 40, str(number))])
    (reading,) = decode(pdf(pages), "pdf")
    text = reading.document.text
    kinds = {p.span.of(text): p.kind for p in reading.passages}
    assert kinds["The Westbay Gazette"] == "furniture"
    assert kinds["3"] == "furniture"
    assert "and more and birch opens" in text
    assert sum(p.kind == "paragraph" for p in reading.passages) == 1


def test_no_text(decode) -> None:
    (found,) = decode(pdf([[]]), "pdf")
    assert isinstance(found, Failure)
    assert found.remedy == "run OCR on it first"


def test_damaged_and_misnamed(decode) -> None:
    (found,) = decode(b"%PDF-1.7\nnothing of the kind", "pdf")
    assert isinstance(found, Failure)
    assert "damaged" in found.reason
    (found,) = decode(pdf([lines(FIRST)]), "html")
    assert found.document.kind == "pdf"


def test_encrypted(decode) -> None:
    key = "<" + "28" * 32 + ">"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]"
    (found,) = decode(pdf([lines(FIRST)], extra=locked), "pdf")
    assert isinstance(found, Failure)
    assert "encrypted" in found.reason
