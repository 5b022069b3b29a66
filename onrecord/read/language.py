"""A language is named only where enough text stands to tell; what the source states is checked against it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SAMPLE = 600
_TOO_SHORT = 24
_SURE = 200

_KNOWN = frozenset(
    code
    for codes in (
        "ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko",
        "ky lt lv mk mn ms ne nl no pa pl ps pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh",
    )
    for code in codes.split()
)
"""Languages to choose from: rarer ones would mostly be found where they are not."""

_NEAR = tuple(
    frozenset(codes.split())
    for codes in (
        "hr sr bs sl mk me sh", "no nb nn da sv", "id ms", "cs sk", "es gl ca pt", "fa ps ur ar",
        "ru uk be bg", "az tr uz", "kk ky mn", "nl af",
    )
)  # fmt: skip
"""Languages that a short sample confuses: within such a set the source's own word decides."""

_ENGLISH = frozenset("the of and to in a that is was for on with he it as at by his from they said".split())
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")


def language(text: str, stated: str | None = None) -> str | None:
    """The ISO 639-1 code of a text's language, or None where too little text stands to tell.

    Args:
        text: the document's text; a sample of it is looked at.
        stated: what the source says ("en-GB"); it wins unless the text plainly contradicts it.
    """
    match = _CODE.fullmatch((stated or "").strip())
    said = match[1].lower() if match else None
    sample = _sample(text)
    letters = sum(map(len, _WORD.findall(sample)))
    if letters < _TOO_SHORT:
        return said if letters else None
    if _plainly_english(sample):
        return "en"
    found: str = _identifier().classify(sample)[0]
    if said and (letters < _SURE or said == found or any({said, found} <= near for near in _NEAR)):
        contradicted = bool(_CYRILLIC.search(sample)) and said in ("en", "de", "fr", "es", "it", "nl", "pl")
        return found if contradicted and letters >= _TOO_SHORT * 2 else _norwegian(said)
    return _norwegian(found)


def _norwegian(code: str) -> str:
    return "no" if code in ("nb", "nn") else code


def _sample(text: str) -> str:
    """A stretch from inside the text: its head may be a menu or front matter."""
    if len(text) <= _SAMPLE:
        return text
    start = min(len(text) // 3, 4 * _SAMPLE)
    return text[start : start + _SAMPLE]


def _plainly_english(sample: str) -> bool:
    """Spares most documents the model: English shows in its commonest words."""
    words = _WORD.findall(sample.lower())
    return len(words) >= 30 and sum(word in _ENGLISH for word in words) * 5 >= len(words)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_KNOWN & set(identifier.labels))
    return identifier
