"""A word stands beside those who say it, by the share of their documents in which they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.api import Place
from onrecord.plot import looks
from onrecord.plot.counting import looking, scope
from onrecord.plot.pictures import Asked, Look, Picture, apart, counted, named

if TYPE_CHECKING:
    import altair as alt

SPEAKERS, WORDS = 7, 5  # speakers, and words of each


def count(record: Place, asked: Asked) -> Picture:
    """What those who say most speak of: words that each says in more documents than others do.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    with looking(record, asked) as (store, overview):
        found = overview.topics(store, asked.filter, SPEAKERS, WORDS)
    names = apart([named(one.name) for one in found.speakers])
    words = apart([named(word) for word in found.words])
    rows = tuple(
        (word, name, documents[place], looked_at)
        for place, word in enumerate(words)
        for name, documents, looked_at in zip(names, found.documents, found.looked_at, strict=True)
    )
    looked = counted(sum(found.looked_at), "document")
    notes = [f"the {len(names)} who say most · {looked} looked at · {scope(record, asked.filter)}"]
    notes.append(
        "a stronger field: the word stands in more of the documents in which this speaker is heard"
        if words
        else "nobody speaks in enough documents for words to tell them apart"
    )
    columns = ("word", "speaker", "documents", "of")
    shape = {"names": names, "words": words}
    return Picture("topics", "Words that tell speakers apart", tuple(notes), columns, rows, shape)


def draw(picture: Picture, look: Look) -> alt.LayerChart:
    """A field for each word and speaker."""
    import altair as alt

    words: list[str] = picture.shape["words"]
    fields = [
        {**row, "share": int(row["documents"] or 0) / max(1, int(row["of"] or 0))}
        for row in picture.records()
    ]
    x = alt.X(
        "speaker:N",
        sort=picture.shape["names"],
        axis=alt.Axis(
            orient="top", title=None, domain=False, ticks=False, labelPadding=6,
            labelAngle=-55 if looks.narrow(look) else -20, labelLimit=130, labelColor=looks.ink(look),
        ),
    )  # fmt: skip
    y = alt.Y(
        "word:N",
        sort=words,
        axis=alt.Axis(
            title=None, domain=False, ticks=False, labelPadding=6, labelLimit=110, labelColor=looks.ink(look)
        ),
    )
    base = alt.Chart(alt.InlineData(values=fields)).encode(x=x, y=y)
    tooltip = ["word:N", "speaker:N", "documents:Q", "of:Q"]
    field = base.mark_rect(cornerRadius=2).encode(
        color=alt.Color(
            "share:Q",
            scale=alt.Scale(range=looks.ramp(look), domainMin=0),
            legend=alt.Legend(
                title="share of documents", format="%", orient="bottom", gradientLength=160, tickCount=3
            ),
        ),
        tooltip=tooltip,
    )
    return alt.LayerChart(layer=[field], width=look.width, height=19 * max(1, len(words)) + 230)
