"""Protects lists of speakers: columns by many names, errors with their line, and no crash on any bytes."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record import Person, read_list


def read(text: str) -> list[Person]:
    return read_list(text.encode(), "list.csv")


def test_columns_may_be_called_and_parted_in_many_ways() -> None:
    wanted = [
        Person(2, "person", "Ana Petrova", ("A. Petrova", "Ana P."), (("mayor", "2029-04", None),), "Q42")
    ]
    for head, row in (
        ("name,aliases,role,from,wikidata", "Ana Petrova,A. Petrova|Ana P.,mayor,2029-04,Q42"),
        ("Full Name;AKA;Office;Start date;Wikidata-ID", "Ana Petrova;A. Petrova|Ana P.;mayor;2029-04;Q42"),
        (
            "label\tother names\ttitle\tsince\tQID",
            "Ana  Petrova\tA. Petrova; Ana P.\tmayor\t2029-04\thttps://www.wikidata.org/wiki/Q42",
        ),
        (
            'Person,x,alias,position,"valid from",item',
            '"Ana Petrova",?,"A. Petrova; Ana P.",mayor,2029-04,Q42',
        ),
    ):
        assert read(f"{head}\r\n{row}\r\n\r\n") == wanted, head
    bodies = read("name,type\nANA,Public Body\nThe Nine,group\nBo,\n")
    assert [one.kind for one in bodies] == ["body", "group", "person"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "nothing in it"),
        ("surname,role\nLind,mayor\n", "list.csv, line 1: no column is called name"),
        ("name,from\nBo,2029\nAna,spring\n", "list.csv, line 3: 'spring' is not a date; write 2023, "),
        ("name,from\nBo,2029-13\n", "line 2: '2029-13' is not a date"),
        ("name,role\nBo,x\n,mayor\n", "list.csv, line 3: there is no name"),
        ("name,wikidata\nBo,42\n", "line 2: '42' is no Wikidata id; write it as Q42"),
        ("name,kind\nBo,robot\n", "line 2: 'robot' is no kind of speaker; write person, body or group"),
        ('name\nBo\n"Ana\n', "this is no CSV"),
        ('{"schema": "Person"}\n', "list.csv, line 1: this is no FollowTheMoney entity"),
        (
            '{"schema": "Person", "properties": {"name": ["A"]}}\n[]\n',
            "line 2: this is no FollowTheMoney entity",
        ),
        ('{"schema": "Person", "properties": {}}', "line 1: there is no name"),
    ],
)
def test_an_error_names_the_line_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        read(text)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.remedy


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    with pytest.raises(UsageError, match="line 2: this is not UTF-8"):
        read_list(b"name\nP\xe9ter\n", "list.csv")


def test_entities_of_followthemoney_bring_names_and_posts() -> None:
    things = [
        {"id": "p", "schema": "Person", "properties": {"name": ["Ana Petrova", "Anna Petrova"],
         "weakAlias": ["AP"], "position": ["Mayor"], "wikidataId": ["Q42"]}},
        {"id": "b", "schema": "PublicBody",
         "properties": {"name": ["City of Velin"], "alias": [{"x": 1}, 5, "Velin"]}},
        {"id": "x", "schema": "Vessel", "properties": {"name": ["Old Ferry"]}},
        {"id": "o", "schema": "Occupancy", "properties": {"holder": ["p"], "post": ["m", "none"],
         "startDate": ["2029-04-01T00:00:00"], "endDate": ["soon"]}},
        {"id": "m", "schema": "Position", "properties": {"name": ["Member of the council"]}},
    ]  # fmt: skip
    found = read("\n".join(map(json.dumps, things)))
    assert found == [
        Person(1, "person", "Ana Petrova", ("Anna Petrova", "AP"),
               (("Mayor", None, None), ("Member of the council", "2029-04-01", None)), "Q42"),
        Person(2, "body", "City of Velin", ("Velin",), (), None),
    ]  # fmt: skip


@given(st.binary(max_size=80) | st.text('name,;"\n{}[]:Q1-\t|', max_size=60).map(lambda t: t.encode()))
def test_no_list_breaks_anything(data: bytes) -> None:
    for head in (b"", b"name,role,from\n", b"{"):
        with suppress(UsageError):
            read_list(head + data, "list.csv")
