"""Archives give up every member once, hostile ones cost only themselves, and nothing is written anywhere."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from onrecord import read
from onrecord.model import Failure, Item
from onrecord.settings import Settings


def zipped(members: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


TEXTS = {"a.txt": b"First text.", "in/b.md": b"Second text.", "in/.hidden": b"x", "__MACOSX/a.txt": b"x"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write(name: str, data: bytes) -> str:
        Path(name).write_bytes(data)
        return name

    return write


def test_zip_members_are_named_not_read(place, settings: Settings, tmp_path: Path) -> None:
    found = list(read.items([place("x.zip", zipped(TEXTS))], settings))
    assert [i.path for i in found] == ["x.zip/a.txt", "x.zip/in/b.md"]
    assert isinstance(found[1], Item)
    assert found[1].source == f"{tmp_path}/x.zip/in/b.md"
    assert found[1].open_as == ("zip", f"{tmp_path}/x.zip", "in/b.md")
    assert found[1].data is None
    assert read.load(found[1], settings) == b"Second text."


@pytest.mark.parametrize("name", ["x.tar", "x.tar.gz", "x.tgz", "x.tar.bz2", "x.tar.xz", "unnamed"])
def test_tar_in_every_packing(place, everything, name: str) -> None:
    mode = {"gz": "w:gz", "tgz": "w:gz", "bz2": "w:bz2", "xz": "w:xz"}.get(name.rsplit(".")[-1], "w")
    readings, failures = everything(place(name, tarred(TEXTS, mode)))
    assert [r.document.path for r in readings] == [f"{name}/a.txt", f"{name}/in/b.md"]
    assert not failures


@pytest.mark.parametrize(
    ("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]
)
def test_a_packed_document_is_one_document(place, everything, suffix: str, pack) -> None:
    readings, failures = everything(place(f"a.txt.{suffix}", pack(b"A packed text.")))
    assert not failures
    assert [(r.document.path, r.document.kind) for r in readings] == [(f"a.txt.{suffix}", "text")]
    readings, _ = everything(place(f"rows.jsonl.{suffix}", pack(b'{"text": "Row."}\n')))
    assert readings[0].document.kind == "jsonl"


def test_archives_within_archives_down_to_the_limit(place, everything) -> None:
    name = place("outer.zip", zipped({"inner.zip": zipped({"in.tar": tarred({"leaf.txt": b"Deep down."})})}))
    readings, _ = everything(name)
    assert [r.document.path for r in readings] == ["outer.zip/inner.zip/in.tar/leaf.txt"]
    readings, failures = everything(name, given=Settings(max_nesting=1))
    assert not readings
    assert "deep" in failures[0].reason


@pytest.mark.parametrize("name", ["../../etc/x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt"])
def test_names_that_climb_out_are_failures(place, everything, name: str) -> None:
    for archive, data in (("x.zip", zipped({name: b"No.", "ok.txt": b"Yes."})),
                          ("x.tar", tarred({name: b"No.", "ok.txt": b"Yes."}))):  # fmt: skip
        readings, failures = everything(place(archive, data))
        assert [r.document.text for r in readings] == ["Yes."]
        assert len(failures) == 1
        assert "leads out" in failures[0].reason
    assert sorted(os.listdir()) == ["x.tar", "x.zip"]


def test_links_and_devices_in_tar_are_passed_over(place, everything) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("passwd.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert everything(place("x.tar", out.getvalue())) == ([], [])


BOMB = bytes(60 << 20)


@pytest.mark.parametrize("name", ["x.zip", "x.tar.gz", "x.jsonl.gz", "x.txt.gz"])
def test_bombs_are_one_failure(place, everything, name: str) -> None:
    members = {f"{n}.txt": BOMB for n in range(2)}
    data = {"x.zip": lambda: zipped(members), "x.tar.gz": lambda: tarred(members, "w:gz")}.get(
        name, lambda: gzip.compress(BOMB)
    )()
    readings, failures = everything(place(name, data))
    assert not readings
    assert any("out of proportion" in f.reason or "holds binary" in f.reason for f in failures)
    assert len(failures) <= 2


def test_a_bomb_within_ends_the_outermost_archive_once(place, everything) -> None:
    inner = zipped({"0.txt": BOMB, "1.txt": BOMB})
    readings, failures = everything(place("x.zip", zipped({f"{n}.zip": inner for n in range(20)})))
    assert not [r for r in readings if r.document.text.strip("\ufffd")]
    assert [f.path for f in failures if "proportion" in f.reason] == ["x.zip"]


def test_lying_sizes_are_not_believed(place, everything) -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)  # the directory claims 10 bytes
    readings, failures = everything(place("x.zip", bytes(data)))
    assert not readings
    assert len(failures) == 1


def test_damaged_archives(place, everything) -> None:
    whole = {"z.zip": zipped(TEXTS), "t.tar.gz": tarred({"a.txt": os.urandom(50_000)}, "w:gz")}
    for name, data in whole.items():
        _, failures = everything(place(name, data[: len(data) // 2]))
        assert failures
        assert failures[-1].remedy
    _, failures = everything(place("fake.zip", b"PK\x03\x04 not really"))
    assert "damaged" in failures[0].reason


def test_encrypted_members_say_so(place, everything) -> None:
    data = bytearray(zipped({"a.txt": b"Secret.", "b.txt": b"Open."}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    readings, failures = everything(place("x.zip", bytes(data)))
    assert [r.document.text for r in readings] == ["Open."]
    assert "encrypted" in failures[0].reason


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_the_same_name_are_all_read(place, everything) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "One.")
        archive.writestr("a.txt", "Two.")
    readings, _ = everything(place("x.zip", out.getvalue()))
    assert [r.document.text for r in readings] == ["One.", "Two."]


def test_a_misnamed_archive_is_walked(place, everything) -> None:
    for name in ("x.txt", "x.docx", "noname"):
        readings, failures = everything(place(name, zipped({"a.txt": b"Inside."})))
        assert [r.document.text for r in readings] == ["Inside."], name
        assert not failures


def test_rows_and_mail_within_archives(place, everything) -> None:
    name = place("x.zip", zipped({"r.csv": b"id,text\n7,Row.\n", "m.eml": b"Subject: S\n\nMail."}))
    readings, failures = everything(name)
    assert not failures
    assert (readings[0].document.id, readings[0].document.path) == ("7", "x.zip/r.csv")
    assert readings[1].document.title == "S"


def test_other_packed_formats_are_not_taken_for_archives(place, everything) -> None:
    readings, failures = everything(place("book", zipped({"xl/workbook.xml": b"<x/>", "a.txt": b"No."})))
    assert not readings
    assert "spreadsheet" in failures[0].reason


def test_unread_kinds_within_archives_are_failures(place, everything) -> None:
    _, failures = everything(place("x.zip", zipped({"a.jpg": b"\xff\xd8\xff", "b.txt": b"Text."})))
    assert [f.path for f in failures] == ["x.zip/a.jpg"]
    assert all(isinstance(f, Failure) for f in failures)
