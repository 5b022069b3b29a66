"""Protects deciding on the page: what is written, by whom, over what, and that it can be taken back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from starlette.testclient import TestClient

from onrecord import api, show
from tests.show.conftest import Served, assert_accessible


@pytest.fixture
def client(record: Path) -> TestClient:
    return TestClient(show.application(record, "Ada"), base_url="http://127.0.0.1:8420")


class Reader:
    """Somebody who decides without scripts: forms, with the page's token."""

    def __init__(self, client: TestClient, name: str = "") -> None:
        self.client = client
        text = client.get("/").text
        [self.token] = re.findall(r'name="token" content="([^"]+)"', text)
        self.headers = {"Cookie": f"author={name}"} if name else {}

    def post(self, what: str, json: bool = True, **fields: object) -> object:
        accept = {"Accept": "application/json"} if json else {"Accept": "text/html"}
        sent = {"token": self.token, "kind": "statement", "back": "/?q=bridge", **fields}
        return self.client.post(
            f"/review/{what}", data=sent, headers={**accept, **self.headers}, follow_redirects=False
        )


@pytest.fixture
def reader(client: TestClient) -> Reader:
    return Reader(client)


def some(record: Path, words: str = "bridge") -> list[api.Told]:
    return list(api.told(record, api.Filter(words=words, reviewed="all")))


def decided(record: Path, id: str) -> str | None:
    with api.reading(record) as store:
        review = store.told_of(id).review
    return f"{review.verdict} by {review.author}" if review else None


def test_decides_undoes_and_keeps_who(reader: Reader, record: Path) -> None:
    """Accepting, rejecting and noting, each with its author, and what stood before holds after undoing."""
    one = some(record)[0].statement.id
    first = reader.post("accept", id=one, seen="").json()
    assert decided(record, one) == "accepted by Ada"
    again = Reader(reader.client, "Ben%20K").post("reject", id=one, seen=first["decisions"][0])
    assert decided(record, one) == "rejected by Ben K"
    listed = {told.statement.id for told in api.told(record, api.Filter(words="bridge"))}
    assert one not in listed
    undone = reader.post("undo", number=again.json()["decisions"][0]).json()
    assert undone["changed"] == [{"kind": "statement", "id": one}]
    assert decided(record, one) == "accepted by Ada"
    assert reader.post("undo", id=one, seen=first["decisions"][0]).status_code == 200
    assert decided(record, one) is None
    assert reader.post("undo", id=one, seen="").status_code == 400


def test_forms_go_back_to_where_they_came_from(reader: Reader) -> None:
    """A browser without scripts sees the list again; an address elsewhere is not followed."""
    text = reader.client.get("/?q=bridge").text
    one = re.findall(r'name="id" value="([0-9a-f]{16})"', text)[0]
    answer = reader.post("accept", json=False, id=one, seen="")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=bridge")
    for bad in ("https://example.org/", "//example.org", "/\\example.org"):
        answer = reader.post("note", json=False, id=one, note="x", back=bad)
        assert answer.headers["location"] == "/"


def test_what_was_decided_meanwhile_is_not_overwritten(reader: Reader, record: Path) -> None:
    """Two persons saw the same guess; the second is told what the first decided, and nothing is written."""
    one = some(record)[0].statement.id
    assert reader.post("accept", id=one, seen="").status_code == 200
    second = Reader(reader.client, "Ben").post("reject", id=one, seen="")
    assert second.status_code == 409
    assert second.json()["error"].startswith("Ada accepted this at ")
    assert second.json()["review"]["author"] == "Ada"
    assert decided(record, one) == "accepted by Ada"
    page = Reader(reader.client, "Ben").post("reject", json=False, id=one, seen="")
    assert "Your decision was not written" in page.text
    assert 'name="seen" value="s1"' in page.text  # from here it can be decided knowingly
    several = [told.statement.id for told in some(record)[:4]]
    answer = reader.post("accept", id=several, seen=[""] * 4, several="yes")
    assert answer.status_code == 409
    assert decided(record, several[1]) is None


def test_several_are_asked_first_and_undone_at_once(reader: Reader, record: Path) -> None:
    """Accepting all that are shown: a page that asks, then all or none, and one undo."""
    ids = [told.statement.id for told in some(record)]
    asking = reader.post("accept", json=False, id=ids, several="ask")
    assert f"Accept {len(ids)} statements?" in asking.text
    assert decided(record, ids[0]) is None
    done = reader.post("accept", id=ids, several="yes").json()
    assert {decided(record, one) for one in ids} == {"accepted by Ada"}
    assert "Accept all" not in reader.client.get("/?q=bridge").text
    reader.post("undo", number=done["decisions"])
    assert {decided(record, one) for one in ids} == {None}
    assert reader.post("accept", id=[*ids, "0" * 16], several="yes").status_code in (400, 404)
    assert decided(record, ids[0]) is None


def test_corrects_words_and_speaker(reader: Reader, record: Path) -> None:
    """Offsets are code points; what does not differ is no correction; words can be typed instead."""
    told = next(one for one in some(record) if len(one.statement.content) == 1 and one.statement.speaker)
    id, text = told.statement.id, told.document.text
    start, end = told.statement.content[0]
    same = {"start": str(start), "end": str(end)}
    speaker = told.statement.speaker.span
    same |= {"speaker_start": str(speaker.start), "speaker_end": str(speaker.end)}
    name = told.people[speaker].name if speaker in told.people else told.statement.speaker.name or ""
    assert reader.post("correct", id=id, **same, name=name).status_code == 400
    shorter = text.index(" ", start)
    assert reader.post("correct", id=id, **(same | {"end": str(shorter)}), name=name).status_code == 200
    with api.reading(record) as store:
        assert store.told_of(id).statement.content == ((start, shorter),)
    typed = " ".join(text[start:end].split()[1:3])
    assert reader.post("correct", id=id, typed=typed, name="Wilma Neuhaus").status_code == 200
    with api.reading(record) as store:
        now = store.told_of(id)
    assert [span.of(text).split() for span in now.statement.content] == [typed.split()]
    assert now.people[now.statement.speaker.span].name == "Wilma Neuhaus"
    assert [one.statement.id for one in api.told(record, api.Filter(speaker="Neuhaus"))] == [id]
    assert reader.post("correct", id=id, nobody="1").status_code == 200
    with api.reading(record) as store:
        assert store.told_of(id).statement.speaker is None


@pytest.mark.parametrize(
    "fields",
    [
        {"start": "0", "end": "99999999"},
        {"start": "-1", "end": "5"},
        {"start": "x", "end": "5"},
        {"start": "9", "end": "4"},
        {"typed": "words that stand nowhere"},
        {"start": ["10", "12"], "end": ["20", "18"]},
        {"name": "—"},
        {"entity": "nobody"},
        {"name": "A New Name", "kind_of_speaker": "ghost"},
    ],
)
def test_what_means_nothing_is_refused(reader: Reader, record: Path, fields: dict) -> None:
    """A sentence, and nothing is written."""
    one = some(record)[0].statement.id
    answer = reader.post("correct", id=one, **fields)
    assert answer.status_code in (400, 404)
    assert answer.json()["error"]
    assert decided(record, one) is None


def test_decides_of_findings(reader: Reader, record: Path) -> None:
    """The same buttons, by the same addresses."""
    found = next(iter(api.findings(record))).finding.id
    made = reader.post("accept", kind="finding", id=found, seen="").json()
    assert made["decisions"] == ["f1"]
    assert reader.post("reject", kind="finding", id=found, seen="").status_code == 409
    assert reader.post("undo", number="f1").status_code == 200
    assert next(iter(api.findings(record))).review is None


def test_needs_the_token_and_a_page_that_decides(client: TestClient, record: Path) -> None:
    """Without the token nothing is written; a public page has no buttons."""
    one = some(record)[0].statement.id
    assert client.post("/review/accept", data={"kind": "statement", "id": one}).status_code == 403
    assert decided(record, one) is None
    public = TestClient(show.application(record, password="long enough"), base_url="http://a.example")
    text = public.get("/", auth=("", "long enough")).text
    assert one[:4] in text
    assert "/review/" not in text


class TestInABrowser:
    """What needs a browser: buttons, dialogs, selections, two windows."""

    @pytest.fixture
    def record(self, mixed_pattern: Path, tmp_path: Path) -> Path:
        mine = tmp_path / "mixed.onrecord"
        shutil.copy(mixed_pattern, mine)
        return mine

    def test_buttons_change_the_line_alone(self, page: Page, served: Served) -> None:
        """The line shows its new state where it stands; undo is in the message, and a note stays."""
        page.goto(served.address)
        line = page.locator(".line").first
        line.get_by_role("button", name="Accept").click()
        expect(line.locator(".state")).to_have_text("accepted by tester")
        page.get_by_role("status").get_by_role("button", name="Undo").click()
        expect(line.locator(".state")).to_contain_text("guess")
        line.get_by_role("link", name="Note").click()
        page.get_by_role("dialog").get_by_role("textbox").fill("ask <b>her</b> 😀")
        assert_accessible(page)
        page.get_by_role("button", name="Save the note").click()
        expect(line.locator(".note")).to_have_text("“ask <b>her</b> 😀”")
        assert len(page.context.pages) == 1
        assert page.errors == []

    def test_all_that_is_shown_is_accepted_and_undone(self, page: Page, served: Served) -> None:
        """After asking, and with one undo."""
        page.goto(served.address)
        page.get_by_role("button", name="Accept all").click()
        page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
        assert decided_of(served) == [None, None]
        page.get_by_role("button", name="Accept all").click()
        page.get_by_role("dialog").get_by_role("button", name=re.compile("Accept 2")).click()
        expect(page.locator(".state-accepted")).to_have_count(2)
        assert decided_of(served) == ["accepted by tester"] * 2
        page.locator("[role=status]", has_text="2 statements accepted").first.get_by_role("button").click()
        expect(page.locator(".state-accepted")).to_have_count(0)
        assert decided_of(served) == [None, None]

    def test_words_are_chosen_in_the_passage(self, page: Page, served: Served) -> None:
        """Offsets are right behind emoji, over marks, and with several pieces."""
        page.goto(f"{served.address}/?q=мост")
        page.locator(".line").get_by_role("link", name="Correct").click()
        passage = page.locator("dialog .passage")
        expect(passage).to_be_visible()
        select(passage, "Мост — is closed, café and all 👩‍🚀")
        page.get_by_role("button", name="These are the words").click()
        select(passage, "cross it before October")
        page.get_by_role("button", name="Add as a piece").click()
        select(passage, "harbour office")
        page.get_by_role("button", name="This is the speaker").click()
        assert passage.locator("mark.m-content").all_text_contents() == [
            "Мост — is closed, café and all 👩‍🚀",
            "cross it before October",
        ]
        assert_accessible(page)
        page.get_by_role("button", name="Save the correction").click()
        expect(page.locator(".state")).to_have_text("words and speaker corrected by tester")
        [told] = [one for one in some(served.record, "мост") if one.review]
        assert [span.of(told.document.text) for span in told.statement.content] == [
            "Мост — is closed, café and all 👩‍🚀",
            "cross it before October",
        ]
        assert told.statement.speaker.span.of(told.document.text) == "harbour office"
        expect(page.locator(".line .words mark.m-hit")).to_have_text("Мост")
        assert page.errors == []

    def test_works_without_scripts(self, chromium: Browser, served: Served) -> None:
        """Search, accept, undo, correct by typing, all by forms."""
        window = chromium.new_context(java_script_enabled=False)
        page = window.new_page()
        page.goto(served.address)
        page.get_by_label("Words that were said").fill("мост")
        page.get_by_role("button", name="Search").click()
        line = page.locator(".line")
        line.get_by_role("button", name="Accept").click()
        expect(line.locator(".state")).to_have_text("accepted by tester")
        line.get_by_role("button", name="Undo").click()
        expect(line.locator(".state")).to_contain_text("guess")
        line.get_by_role("link", name="Correct").click()
        page.get_by_label("Or the words as they stand").fill("café and all 👩‍🚀")
        page.get_by_role("button", name="Save the correction").click()
        expect(page).to_have_url(re.compile("/[?]q="))
        page.goto(served.address)
        expect(page.locator(".line .words").first).to_have_text("café and all 👩‍🚀")
        page.get_by_role("button", name="Accept all").click()
        page.get_by_role("button", name="Accept 1").click()
        assert decided_of(served) == ["corrected by tester", "accepted by tester"]
        window.close()

    def test_two_browsers(self, page: Page, chromium: Browser, served: Served) -> None:
        """The second to decide is shown what the first decided, and decides knowingly or not at all."""
        page.goto(served.address)
        window = chromium.new_context()
        other = window.new_page()
        other.goto(served.address)
        other.fill("#author", "Ben")
        other.locator("#author").dispatch_event("change")
        other.locator(".line").first.get_by_role("button", name="Accept").click()
        expect(other.locator(".state").first).to_have_text("accepted by Ben")
        line = page.locator(".line").first
        line.get_by_role("button", name="Reject").click()
        expect(page.locator("#said")).to_contain_text("Ben accepted this at")
        expect(line.locator(".state")).to_have_text("accepted by Ben")
        assert decided_of(served)[0] == "accepted by Ben"
        line.get_by_role("button", name="Reject").click()
        expect(line.locator(".state")).to_have_text("rejected by tester")
        assert decided_of(served)[0] == "rejected by tester"
        window.close()


def decided_of(served: Served) -> list[str | None]:
    """What is decided of each statement of the record, in its order."""
    every = api.told(served.record, api.Filter(reviewed="all"))
    return [f"{one.review.verdict} by {one.review.author}" if one.review else None for one in every]


def select(passage: Locator, words: str) -> None:
    """Select words in a passage as the mouse would, over the borders of marks."""
    passage.evaluate(
        """(passage, words) => {
            const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
            const nodes = [];
            for (let node = walk.nextNode(); node; node = walk.nextNode()) nodes.push(node);
            const at = passage.textContent.indexOf(words);
            const place = (point) => {
                for (const node of nodes) {
                    if (point <= node.data.length) return [node, point];
                    point -= node.data.length;
                }
            };
            getSelection().setBaseAndExtent(...place(at), ...place(at + words.length));
        }""",
        words,
    )
