"""A role stands right before a name, or a comma parts it from the name on either side; no verb is one."""

from __future__ import annotations

import re

from onrecord.link.figures.words import Words

_APPOSED = re.compile(
    r"\s*(?:\((?P<aside>[^()\n]{2,60})\)|,\s(?:(?P<age>\d{1,2}|1[01]\d),\s)?"
    r"(?:(?:who|that) (?:is|was|serves as|served as) )?"
    r"(?P<role>[^,.;:()\n\"“”—]{3,90}(?:\n[^,.;:()\n\"“”—]{1,60})?))(?P<close>[,.;:()\n\"“”—]|$)"
)
_AGED = re.compile(
    r",\s(?:aged? )?(?P<age>[1-9]\d|1[01]\d)(?=,|\s*\.|\s(?:years|said|told|and|of|from|who)\b)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INTRODUCED = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our|[\w-]+['’]s)\s"
    r"(?P<role>(?:[\w'’-]+\s){0,5}?[\w-]+), $"
)
_BEFORE = 90  # code points before a name in which its role is looked for


def role_before(text: str, start: int, words: Words) -> tuple[str, tuple[str, ...], int]:
    """The role printed in small letters before a name: ("Kremlin spokesman", ("spokesman",), its start).

    It may end in "of" or "for": then the name's first words may belong to it.
    """
    before = text[max(0, start - _BEFORE) : start]
    bare = before.rstrip(" \n\r\u00a0\\_")
    if len(bare) == len(before) or not bare[-1:].isalpha():
        return "", (), start
    last = bare[bare.rfind(" ") + 1 :].lower().removeprefix("then-").removeprefix("ex-")
    known = last in words.roles or last in words.portfolios or last in ("of", "for", "the")
    if not known and "\n" not in last:
        return "", (), start
    if _told_otherwise(bare, words):
        return "", (), start
    found = [(m.start(), m[0]) for m in _WORD.finditer(before)]
    if not found:
        return "", (), start
    k = len(found) - 1
    chained = found[k][1] in ("of", "for", "the")
    while k >= 0 and found[k][1] in ("of", "for", "the"):
        k -= 1
    if k >= 2 and not chained and found[k - 1][1] == "of" and found[k][1].lower() in words.portfolios:
        k -= 2  # "secretary of state Ada Berg"
    if k < 0:
        return "", (), start
    last = found[k][1].lower().removeprefix("then-").removeprefix("ex-")
    if last not in words.roles:
        return "", (), start
    if chained and found[-1][1] == "the" and found[-2][1] not in ("of", "for"):
        return "", (), start
    head = k
    while k > 0 and head - k < 5 and _modifies(found[k - 1][1], words):
        gap = before[found[k - 1][0] + len(found[k - 1][1]) : found[k][0]]
        if gap.strip(" \n\u00a0") and gap.strip() not in ("'s", "’s"):
            break
        k -= 1
    at = found[k][0]
    return (
        " ".join(before[at:].replace("\\", " ").replace("_", " ").split()),
        (last,),
        start - len(before) + at,
    )


def _told_otherwise(bare: str, words: Words) -> bool:
    """Whether the last word but for "of", "for" and "the" is plainly no role."""
    last = next((part for part in reversed(bare.split()) if part not in ("of", "for", "the")), "")
    return last.isalpha() and (low := last.lower()) not in words.roles and low not in words.portfolios


def _modifies(word: str, words: Words) -> bool:
    low = word.lower()
    if low in words.parties:
        return True
    if low in words.not_names or low in words.determiners or low in words.prepositions:
        return word[0].isupper() and low in words.states
    return (
        word[0].isupper()
        or low in words.portfolios
        or low in words.former
        or low in words.body_nouns
        or low in words.roles
    )


def apposed(text: str, end: int, words: Words) -> tuple[str, int | None]:
    """The role and the age printed after a name: "Jane Doe, 42, the mayor of Westbay,"."""
    following = text[end : end + 2]
    if not following or following[0] not in ", (\n" or (following[0] in " \n" and following[1:2] not in "("):
        return "", None
    aged = _AGED.match(text, end)
    age = int(aged["age"]) if aged else None
    m = _APPOSED.match(text, end, min(len(text), end + 180))
    if m is None or m["role"] is None:
        return "", age
    phrase = " ".join(m["role"].split())
    if m["close"] == "," or len(phrase) < 60 or m["close"] in ".;":
        head = role_head(phrase, words)
        if head and not _names_another(phrase, words):
            return _cut(phrase, words), age
    return "", age


def _names_another(phrase: str, words: Words) -> bool:
    """Whether a role is the next one's in a list: "Ada Berg, Minister of Trade Bo Lund, and others"."""
    found = _WORD.findall(phrase)
    if len(found) < 3 or found[0].lower() in words.determiners:
        return False
    given, last = found[-2:]
    return (
        given[0].isupper()
        and last[0].isupper()
        and given.lower() in words.given
        and (last.lower() not in words.body_words and last.lower() not in words.given)
    )


def introduced(text: str, start: int, words: Words) -> list[str]:
    """The roles that commas part from the name after them: "the commissioner, Ann Berg,", "his wife, Jo"."""
    out: list[str] = []
    while text[max(0, start - 2) : start] == ", " and len(out) < 3:
        m = _INTRODUCED.search(text, max(0, start - 80), start)
        if m is None or not role_head(m["role"], words):
            break
        out.append(str(m["role"]))
        start = m.start()
    return out


def _cut(phrase: str, words: Words) -> str:
    """A role without its article and without what follows a verb or "who"."""
    out = re.split(
        r"\s(?:who|which|that|said|says|told|and|but|when|where|has|had|was|is)\s", phrase, maxsplit=1
    )[0]
    first, _, rest = out.partition(" ")
    return rest if first.lower() in words.determiners and rest else out


def role_head(phrase: str, words: Words) -> str:
    """The role that a noun phrase is about, lower-case: the last word before its first preposition, or ""."""
    head = ""
    found = _WORD.findall(phrase)
    if not found or len(found) > 16:
        return ""
    if (
        found[0][0].isupper()
        and found[0].lower() not in words.determiners
        and len(found) > 1
        and (found[0].lower() in words.given)
    ):
        return ""
    for n, word in enumerate(found):
        low = word.lower()
        if low in words.prepositions or low in ("who", "which", "that", "and", "said", "says", "told"):
            if (
                low == "of"
                and n
                and found[n - 1].lower() in ("one", "some", "many", "most", "several", "all")
            ):
                return ""
            break
        head = low
    return head if head in words.roles else ""
