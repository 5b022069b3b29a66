"""English words that tell how much time passed between two dates told one after the other: no logic."""

from __future__ import annotations

from onrecord.check.languages.en_elapsed import COUNTED

RESULT = r"\s*(?:,\s*(?:or\s+|that\s+is,?\s+|i\.e\.,?\s+)?|;\s*|\(|[–—]\s*|\s-\s)\s*\Z"
"""Between the second date and the distance behind it ("on 9 September, six years later")."""
BACK = r"\s+(?:that|this|then)\b(?!\s+[a-z])|\s+which\b"
"""Behind "after" or "before": it counts from what was told last."""
CLOSED = r"\s*(?:[.,;:!?)–—”\n]|\Z|\s-\s)|\s+(?:on|in|by|at)\s"
"""Behind "three days later": nothing that it counts from follows."""
CLAUSE = r"[^.,;:?!()\n–—]{0,80},?\s+(?:on|in)\s+\Z"
"""Between "three days later" and the date that its own clause gives."""
IT_WAS = (
    r",?\s+[^.,;:?!()\n–—]{2,80}(?:[:;,]|\s[–—-])\s+(?:it|that|this)\s+was\s+(?:on\s+|in\s+)?(?:the\s+)?\Z"
)
"""... and the date that is given behind its clause ("three days later, rain fell: it was 4 May")."""
GOES_ON = r"\s+(?P<what>[^,.;:?!()\n–—]{2,80})"
"""Behind "after": what it counts from, without a date."""
IT = r"(?:it|they|he|she|the\s+(?:first|start|beginning|outbreak|event|latter))\b"
"""It counts from what was told last."""
SAME = {
    "sale": "sold", "sell": "sold", "left": "leave", "leav": "leave", "depa": "leave", "born": "birth",
    "birt": "birth", "died": "death", "deat": "death", "dyin": "death", "dead": "death", "bega": "begin",
    "begi": "begin", "begu": "begin", "star": "begin", "outb": "begin", "brok": "begin", "took": "take",
    "taki": "take", "take": "take", "buil": "build", "cons": "build", "marr": "marry", "wedd": "marry",
    "elec": "elect", "foun": "found", "esta": "found", "crea": "found", "inva": "invade", "arri": "arrive",
    "capt": "take", "laun": "launch", "fall": "fall", "fell": "fall", "vani": "disa", "met": "meet", "meet": "meet",
}  # fmt: skip
"""The first letters of words of one doing."""
EMPTY = frozenset(
    "thei that this with from were when whic have been into late year mont days week janu febr marc apri june july "
    "augu sept octo nove dece mond tues wedn thur frid satu sund only just".split()
)
"""Those that say nothing of it."""

PASSED = r"(?:had\s+|have\s+)?(?:passed|elapsed|went\s+by|gone\s+by)\b"
LIE = r"(?:lie|lies|lay|separate[sd]?|divide[sd]?|(?:had\s+)?(?:passed|elapsed)|went\s+by)\b"
BETWEEN_FIRST = (
    rf"\b(?:between|from)\s+(?P<one>[^.;:?!\n]{{0,90}}?)\x00(?P<two>[^.;:?!\n]{{0,30}}?\b(?:and|to)\b[^.;:?!\n]{{0,90}}?)\x00"
    rf"[^.;:?!\n\x00]{{0,60}}?[,\s–—]\s*{COUNTED}[\s-]+(?P<unit>day|week|month|year|decade)s?\s+{LIE}"
)
COUNT_FIRST = (
    rf"(?:\A|[\s“\"(]){COUNTED}[\s-]+(?P<unit>day|week|month|year|decade)s?\s+{LIE}(?:\s+between)?\s+"
    r"(?P<one>[^.;:?!\n\x00]{0,90}?)\x00(?P<two>[^.;:?!\n\x00]{0,30}?\b(?:and|from)\b[^.;:?!\n\x00]{0,90}?)\x00"
)
UNTIL = (
    rf"\x00(?P<one>[^.?!\n\x00]{{0,60}}?)\b{COUNTED}[\s-]+(?P<unit>day|week|month|year|decade)s?\s+"
    rf"{PASSED}\s+(?:before|until|till)\s+(?P<two>[^.;:?!\n\x00]{{0,80}}?)\x00"
)
"""How much time passed between two dates, each of which stands as a zero."""
PASSED_HINTS = ("passed", "elapsed", "went by", "separate", " lie ", " lay ", " lies ", "gone by", "divide")
