"""Colours can be told apart by who sees few of them, on white as on black."""

from __future__ import annotations

from typing import Any

from onrecord.plot.pictures import Look, Picture

NARROW = 520  # CSS pixels
FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"

# After Okabe and Ito's colours for all eyes, darkened or lightened until each stands out from its ground.
LIGHT = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b58900", "#56b4e9", "#7a4bc4", "#4d4d4d")
DARK = ("#4ba3e3", "#f08a3c", "#2fc79a", "#e39ac4", "#e6c229", "#9bd4f5", "#b79bf0", "#d0d0d0")
MODES = ("direct", "mixed", "indirect", "turn", "joint")


def palette(look: Look) -> tuple[str, ...]:
    """Eight colours for kinds of things."""
    return DARK if look.dark else LIGHT


def greys(look: Look) -> tuple[str, str, str]:
    """The greys for what is left over, of which the last is nearest to the ground."""
    return ("#8a929c", "#666e78", "#454c55") if look.dark else ("#8f969e", "#b3b8bf", "#d5d9dd")


def ink(look: Look) -> str:
    """The colour of words."""
    return "#e6e8ea" if look.dark else "#1f2328"


def soft(look: Look) -> str:
    """The colour of words that matter less."""
    return "#a9b1ba" if look.dark else "#59636e"


def ground(look: Look) -> str:
    """The colour behind it all."""
    return "#14171a" if look.dark else "#ffffff"


def ramp(look: Look) -> list[str]:
    """From little to much, in one hue whose lightness alone says it."""
    if look.dark:
        return ["#1f2a36", "#1f4e79", "#2f7fbf", "#7fc1f2", "#dcf0ff"]
    return ["#eef4fa", "#b9d7ee", "#6aaed6", "#2272b4", "#08306b"]


def narrow(look: Look) -> bool:
    """Whether the drawing is for a small window."""
    return look.width < NARROW


def wrapped(text: str, width: int, size: float) -> list[str]:
    """The text in lines that fit so many CSS pixels in letters of this size; Vega breaks none by itself."""
    room = max(10, int(width / (size * 0.58)))
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def title(picture: Picture, look: Look) -> dict[str, Any]:
    """The title and the notes, in lines that fit."""
    size = 14 if narrow(look) else 16
    notes = [line for note in picture.notes for line in wrapped(note, look.width, 12)]
    return {
        "text": wrapped(picture.title, look.width, size * 1.06),
        "subtitle": notes,
        "fontSize": size,
        "subtitleFontSize": 12,
        "subtitlePadding": 5,
        "offset": 14,
    }


def config(look: Look) -> dict[str, Any]:
    """What every picture shares, for Vega-Lite."""
    line = "#2c333a" if look.dark else "#e3e6ea"
    words = {"labelColor": soft(look), "titleColor": soft(look), "titleFontWeight": "normal"}
    sizes = {"labelFontSize": 11, "titleFontSize": 12}
    return {
        "background": ground(look) if look.solid else "transparent",
        "font": FONT,
        "padding": 6,
        "view": {"stroke": None},
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "color": ink(look),
            "subtitleColor": soft(look),
            "fontWeight": 600,
            "lineHeight": 20,
            "subtitleLineHeight": 16,
        },
        "axis": {**words, **sizes, "gridColor": line, "domainColor": line, "tickColor": line},
        "legend": {**words, **sizes, "orient": "top", "labelLimit": 220, "symbolType": "square"},
        "header": {**words, **sizes},
        "text": {"color": ink(look), "fontSize": 11},
        "bar": {"stroke": None},
    }
