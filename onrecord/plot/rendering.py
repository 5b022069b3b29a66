"""Nothing is fetched to draw a picture: its numbers are in it, and no address in it is followed."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import TYPE_CHECKING, Any

from onrecord.plot import looks
from onrecord.plot.pictures import Look, Picture

if TYPE_CHECKING:
    import altair as alt

_GLOBAL = "window.vegaEmbed = vegaEmbed; window.vegaLite = vegaLite; window.vega = vega;"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
SCALE = 2  # dots of a PNG for each CSS pixel


def dressed(
    chart: alt.Chart | alt.LayerChart | alt.VConcatChart, picture: Picture, look: Look
) -> alt.TopLevelMixin:
    """A chart with the title of its picture and the look that all share."""
    import altair as alt

    given: dict[str, Any] = {"title": alt.Title(**looks.title(picture, look)), "config": looks.config(look)}
    if not isinstance(chart, alt.VConcatChart):
        given["autosize"] = alt.AutoSizeParams(type="fit", contains="padding")
    return chart.properties(**given)


def nothing(picture: Picture, look: Look) -> alt.LayerChart:
    """What is drawn where there is nothing to draw."""
    import altair as alt

    words = alt.Chart(alt.InlineData(values=[{"text": "Nothing to show."}])).mark_text(
        align="left", fontSize=13, color=looks.soft(look)
    )
    text = words.encode(text="text:N", x=alt.value(0), y=alt.value(20))
    return alt.LayerChart(layer=[text], width=look.width, height=150)


def svg(spec: dict[str, Any]) -> str:
    """A chart's specification as SVG, without scripts."""
    import vl_convert

    return vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])


def png(spec: dict[str, Any]) -> bytes:
    """A chart's specification as PNG, SCALE dots a CSS pixel."""
    import vl_convert

    return vl_convert.vegalite_to_png(spec, scale=SCALE, allowed_base_urls=[])


def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script; making it takes seconds, in which no thread runs."""
    import vl_convert

    return vl_convert.javascript_bundle(_GLOBAL)


def data(picture: Picture) -> dict[str, Any]:
    """A picture's numbers as a JSON object."""
    return {
        "chart": picture.chart,
        "title": picture.title,
        "notes": list(picture.notes),
        "columns": list(picture.columns),
        "rows": [list(row) for row in picture.rows],
    }


def table(picture: Picture) -> str:
    """A picture's numbers as CSV; a cell that a spreadsheet would run is given an apostrophe in front."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in (picture.columns, *picture.rows):
        writer.writerow(f"'{c}" if isinstance(c, str) and c.startswith(_FORMULA) else c for c in row)
    return lines.getvalue()


def page(picture: Picture, spec: dict[str, Any]) -> str:
    """One HTML file with the picture, its numbers as a table, and all the scripts that it needs."""
    head = "".join(f"<th scope=col>{html.escape(name)}</th>" for name in picture.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(_cell(cell))}</td>' for cell in row)}</tr>\n"
        for row in picture.rows
    )
    return _PAGE.format(
        title=html.escape(picture.title),
        alt=html.escape(picture.alt),
        svg=svg(spec),
        head=head,
        rows=rows,
        bundle=bundle().replace("</script", "<\\/script"),
        spec=json.dumps(spec).replace("<", "\\u003c"),
    )


def _cell(cell: object) -> str:
    return "" if cell is None else str(cell)


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem; color: #1f2328; background: #fff }}
svg {{ max-width: 100%; height: auto }}
table {{ border-collapse: collapse; margin-top: 1rem }}
th, td {{ text-align: left; padding: .15rem .8rem .15rem 0; border-bottom: 1px solid #e3e6ea }}
</style>
<main>
<h1 hidden>{title}</h1>
<div id="picture" role="img" aria-label="{alt}">{svg}</div>
<details><summary>The numbers</summary>
<table><thead><tr>{head}</tr></thead><tbody>
{rows}</tbody></table></details>
</main>
<script>{bundle}</script>
<script>
vegaEmbed("#picture", {spec}, {{ast: true, renderer: "svg", actions: {{export: true, source: false, \
compiled: false, editor: false}}}});
</script>
</html>
"""
