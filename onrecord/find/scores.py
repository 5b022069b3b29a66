"""A score is how often a rule was right, words and speaker both, on news texts that people had annotated.

The shares for running text were counted on the PolNeAR training articles (`benchmarks/attribution.py --rules`
prints such counts). Their annotators passed over many quotations that stand without a cue, so the scores of
"quotation" rules are low bounds. Rules of layout (block, joint, turn) and "cue:quoted as" are rare there, and
their scores are estimates.
"""

from __future__ import annotations

# rule: (directly quoted, partly quoted, not quoted)
SCORES: dict[str, tuple[float, float, float]] = {
    "according to": (0.95, 0.76, 0.75),
    "after:as": (0.5, 0.4, 0.4),
    "after:inverted": (0.95, 0.75, 0.66),
    "after:parenthetical": (0.94, 0.61, 0.72),
    "cue:as": (0.7, 0.6, 0.7),
    "cue:clause": (0.86, 0.78, 0.68),
    "cue:end": (0.9, 0.85, 0.83),
    "cue:impersonal": (0.7, 0.7, 0.67),
    "cue:infinitive": (0.7, 0.42, 0.41),
    "cue:noun": (0.3, 0.29, 0.25),
    "cue:object": (0.8, 0.56, 0.47),
    "cue:passive": (0.4, 0.4, 0.34),
    "cue:preposition": (0.8, 0.52, 0.51),
    "cue:quote": (0.76, 0.45, 0.42),
    "cue:quoted as": (0.9, 0.8, 0.8),
    "headline:colon": (0.9, 0.9, 0.5),
    "headline:dash": (0.8, 0.8, 0.8),
    "headline:says": (0.85, 0.85, 0.85),
    "quotation:carried": (0.4, 0.4, 0.4),
    "quotation:followed": (0.77, 0.7, 0.7),
    "quotation:introduced": (0.6, 0.6, 0.6),
    "quotation:no speaker": (0.2, 0.2, 0.2),
    "quotation:signed": (0.9, 0.9, 0.9),
    "quotation:subject": (0.36, 0.36, 0.36),
    "block:colon": (0.6, 0.6, 0.6),
    "block:marked": (0.6, 0.6, 0.6),
    "block:name and title": (0.9, 0.9, 0.9),
    "block:set apart": (0.5, 0.5, 0.5),
    "block:signed": (0.9, 0.9, 0.9),
    "joint:clause": (0.8, 0.8, 0.8),
    "joint:preamble": (0.8, 0.8, 0.8),
    "turn:label": (0.97, 0.97, 0.97),
    "turn:title": (0.8, 0.8, 0.8),
}


def score(rule: str, mode: str) -> float:
    """How often statements of this rule and mode are right, between 0 and 1."""
    direct, mixed, indirect = SCORES[rule]
    return direct if mode == "direct" else mixed if mode == "mixed" else indirect
