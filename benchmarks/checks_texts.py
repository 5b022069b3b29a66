"""Carriers are real texts beside the checkout, or prose of our own; none carries a plant yet."""

from __future__ import annotations

import hashlib
import random
import re
import zipfile
from functools import cache
from typing import NamedTuple

from checks_words import TOWNS, common
from reading import data

FIELD = re.compile(r"^(date|title|source_url): *(.*(?:\n +.*)*)", re.MULTILINE)
PROSE = re.compile(r"[A-Z“\"][^\n*#|<>\[\]]{40}")
OUTLETS = (
    "Varnholt Courier;The Tellin Gazette;Duneby Post;Marovac Daily;The Hask Observer;Belmora News Agency;"
    "Skaldur Wire;The Ferrin Mail;Olvera Today;Sundvik Register"
).split(";")


class Source(NamedTuple):
    """A real text: its name, its day, its title, its outlet, its body without front matter."""

    name: str
    day: str
    title: str
    outlet: str
    body: str


@cache
def whitehouse(year: int) -> tuple[Source, ...]:
    """All pages of a year."""
    found = []
    with zipfile.ZipFile(data("whitehouse") / f"{year}.zip") as pack:
        for name in sorted(pack.namelist()):
            if not name.endswith(".md"):
                continue
            told = pack.read(name).decode("utf-8")
            head, _, body = told.removeprefix("---\n").partition("\n---\n")
            fields = {key: value.strip("'\" ") for key, value in FIELD.findall(head)}
            title = _unescaped(fields.get("title", ""))
            if re.fullmatch(r"\d{4}-\d\d-\d\d", fields.get("date", "")) and len(body) > 400:
                found.append(Source(f"{year}/{name}", fields["date"], title, "White House", body.strip("\n")))
    return tuple(found)


def _unescaped(title: str) -> str:
    """A title as YAML means it, line breaks and escapes undone."""
    plain = re.sub(r"\\\n\s*\\?|\\_|\\xa0|\n", " ", title)
    plain = re.sub(r"\\(?:u(\w{4})|x(\w\w))", lambda code: chr(int(code[1] or code[2], 16)), plain)
    return " ".join(plain.replace('\\"', '"').split())


@cache
def polnear() -> tuple[Source, ...]:
    """PolNeAR's training articles."""
    found = []
    for file in sorted((data("polnear") / "train" / "text").glob("*.txt")):
        outlet, day, _ = file.name.split("_", 2)
        told = file.read_text(encoding="utf-8")
        found.append(Source(f"polnear/{file.name}", day, told.splitlines()[0], outlet, told))
    return tuple(found)


def present() -> bool:
    """Whether the real texts lie beside the checkout."""
    return (data("whitehouse") / "2023.zip").exists() and (data("polnear") / "train").exists()


@cache
def real(spread: int = 3) -> tuple[Source, ...]:
    """Real texts with at least three paragraphs of prose; two of three are from the White House."""
    pages = [page for year in (2021, 2022, 2023) for page in whitehouse(year)[::spread]]
    return tuple(page for page in (*pages, *polnear()) if len(prose(page)) >= 3)


@cache
def prose(page: Source) -> tuple[str, ...]:
    """Its paragraphs of running text, as they are printed."""
    return tuple(
        part.strip("\n")
        for part in re.split(r"\n\s*\n", page.body)
        if 180 < len(part) < 900 and PROSE.match(part) and part.rstrip()[-1:] in '.”"' and "](" not in part
    )


def paragraphs(page: Source, dice: random.Random, count: int = 3) -> list[str]:
    """Some that follow one another."""
    all_ = prose(page)
    start = dice.randrange(len(all_) - count + 1)
    return list(all_[start : start + count])


BLAND = """
The square in front of the town hall of {town} was quiet for most of the morning. A few stalls sold bread and
flowers, and a man with a ladder was cleaning the lamps. Nobody there seemed to be in a hurry.

{p}, {post}, has known the district since childhood. {He} walks through it every evening and greets most
  of the
shopkeepers by name. What {he} hears there, {he} likes to say, is worth more than any report.

Rain had been falling over {town} for days, and the lower road was covered with leaves. The bus from
  {town2} came
late. Inside it, passengers were talking about the harvest and about the price of bread.

The archive is a plain brick house behind the station. Its reading room has long tables, green lamps and a
  stove
that hardly anyone remembers being lit. Visitors are asked to leave their coats at the door.

Opinions in {town2} are divided. Some of those who live near the river would like to see the old mill
  restored,
others would rather have a garden. Both sides have written letters, and both have collected signatures.

A spokesperson for the {body} did not reply to questions. The body's offices are closed in the evening,
  and its
page on the net has not been changed for a while.

The road to {town3} runs along the coast and then climbs through pine woods. Lorries use it to avoid the
  tunnel,
which annoys the farmers, who drive their cattle across it in spring and in autumn.

{p2} runs the only bookshop in {town}. It smells of paper and coffee. On the counter lies a guest book in
  which
strangers have written down where they came from and what they were looking for.

Few subjects are discussed as calmly in {land} as the weather, and few as loudly as the railways.
  Timetables are
a matter of pride. When a train is late, people tend to look at the sky.

The hall filled slowly. Chairs were brought in from the school next door, and somebody opened a window.
  Then the
murmuring stopped, because {s} had stepped to the front and was unfolding a sheet of paper.

Critics of the plan say that it was drawn up in haste. Its friends answer that it had been talked about long
enough. What it will change for those who live in {town4} cannot yet be said.

In the workshop next to the harbor, ropes are still made by hand. The work is slow and hard on the
  fingers. {p3}
learned it from an uncle and now teaches it to whoever asks.
"""
BLANDS = [" ".join(part.split()) for part in BLAND.strip().split("\n\n")]


def bland(dice: random.Random, count: int = 3) -> list[str]:
    """Paragraphs of our own with no number and no date in them."""
    return [part.format(**common(dice)) for part in dice.sample(BLANDS, count)]


ADJECTIVES = (
    "old quiet narrow crooked painted wooden famous forgotten stubborn patient careless cheerful "
    "distant empty "
    "crowded modest splendid dusty gentle noisy anxious curious sober weary"
).split()
NOUNS = (
    "baker sailor gardener clerk teacher pilot widow tailor farmer singer printer nurse porter "
    "juggler painter "
    "locksmith beekeeper grocer lamp fence orchard chapel staircase well meadow market cellar attic "
    "garden wharf"
).split()
VERBS = (
    "watched admired ignored remembered described mended sketched visited praised avoided missed "
    "measured copied "
    "borrowed polished questioned followed greeted surveyed recognized"
).split()
ENDS = (
    "before breakfast;without a word;for the sake of peace;in spite of the wind;as if nothing had changed;"
    "on the way to the river;while the kettle was boiling;with a certain pride;after the market had closed;"
    "to everyone's surprise;under a leaden sky;out of habit;with the help of a neighbor;by candlelight;"
    "between two showers;to the sound of a flute"
).split(";")


def grown(dice: random.Random, count: int = 3) -> list[str]:
    """Paragraphs of sentences that hardly occur twice, for texts that must have nothing else in common."""
    shapes = (
        "The {a} {n} near {t} {v} the {b} {m} {e}.",
        "{E}, the {n} of {t} {v} a {b} {m}.",
        "A {a} {n} {v} the {m} and the {b} {o} {e}.",
        "In {t}, the {b} {m} {v} the {a} {n} {e}.",
    )
    parts = []
    for _ in range(count):
        told = []
        for _ in range(dice.randint(2, 4)):
            n, m, o = dice.sample(NOUNS, 3)
            a, b = dice.sample(ADJECTIVES, 2)
            end = dice.choice(ENDS)
            told.append(
                dice.choice(shapes).format(
                    a=a,
                    b=b,
                    n=n,
                    m=m,
                    o=o,
                    v=dice.choice(VERBS),
                    t=dice.choice(TOWNS),
                    e=end,
                    E=end[0].upper() + end[1:],
                )
            )
        parts.append(" ".join(told))
    return parts


def digest() -> str:
    """Of the real texts."""
    whole = hashlib.blake2b(digest_size=16)
    places = [*(data("whitehouse") / f"{year}.zip" for year in (2021, 2022, 2023))]
    for place in (*places, *sorted((data("polnear") / "train" / "text").glob("*.txt"))):
        whole.update(hashlib.blake2b(place.read_bytes(), digest_size=16).digest())
    return whole.hexdigest()
