"""A speaker keeps the mention as printed; a name is given only where the mention itself contains one."""

from __future__ import annotations

import re

from onrecord.find.lexicon import Lexicon
from onrecord.model import Span, Speaker

_SPACE = re.compile(r"[\s\\_*#]+")
_SHORTENED = re.compile(r"(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Ii]t|[Yy]ou)(?=['’](?:ll|ve|m|d|s|re)$)")
_RELATIVE = re.compile(r",?\s+(?:who|which|that)$", re.I)
_DETERMINERS = frozenset("the a an this that these those its their his her".split())
_LABEL_NAMELESS = frozenset(
    "q a question answer reporter journalist interviewer moderator audience operator press participant"
    " frage antwort вопрос ответ питання відповідь pregunta respuesta domanda risposta réponse".split()
)


def speaker(text: str, span: Span, lexicon: Lexicon | None) -> Speaker:
    """The speaker printed at `span`, with what to call them."""
    shortened = _SHORTENED.match(text, *span)
    if shortened:  # "I'll say": the verb is no part of who says it
        span = Span(span.start, shortened.end())
    kind: str | None = None
    printed = span.of(text)
    name: str | None = _RELATIVE.sub("", _SPACE.sub(" ", printed)).strip(' ,;:*"“”')
    low = (name or "").lower()
    nameless = lexicon["NAMELESS"] if lexicon else frozenset()
    if not name or low in nameless or low in _LABEL_NAMELESS or low in _DETERMINERS:
        kind = "person" if low in ("he", "she", "i") else None
        name = None
    return Speaker(span, name, kind)
