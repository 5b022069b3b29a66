"""English words that tell past reports from plans: no logic."""

from __future__ import annotations

SAID = (
    r"\b(?:said|told|wrote|spoke|added|stated|declared|noted|explained|insisted|argued|warned|[a-z]{2,}ed)\b"
)
"""A cue that tells what has been said."""
_BOTH = (
    "held|met|made|won|lost|left|found|sent|shot|struck|hit|read|sold|bought|paid|heard|stood|kept|built|led"
)
_AFTER = (
    r"(?=\s+(?:the|a|an|his|her|its|their|on|in|at|to|that|him|them|with|from|by|as|after|out|up|down|two|three|"
    r"four|[A-Z\d]))"
)
_OBJECT = r"(?=\s+(?:the|an?|his|her|its|their|that|two|three|four|five|\d+)\b)"
FINITE = (
    r"\b(?:was|were|did|said|told|took|began|came|went|gave|died|fell|rose|spoke|wrote|ran|saw|broke|flew|drove|"
    rf"sank|arrived|resigned)\b|\b(?:he|she|they|it|who|we|I|He|She|They|It|We|[A-Z][^\W\d_A-Z]+)\s+(?:[a-z]+ly\s+)?"
    rf"(?:{_BOTH}|[a-z]{{2,}}ed)\b{_AFTER}|\b[a-z]{{3,}}\s+(?:[a-z]+ly\s+)?(?:{_BOTH}|[a-z]{{2,}}ed)\b{_OBJECT}"
)
"""A verb that tells what has happened; one that may be a participle only between subject and object."""
SAYS = (
    r"(?:said|told|wrote|spoke|added|stated|declared|noted|explained|insisted|argued|warned|announced|confirmed|"
    r"reported|acknowledged|admitted|conceded|claimed|denied|stressed|emphasi[sz]ed|underlined|underscored|"
    r"reiterated|repeated|vowed|pledged|promised|tweeted|posted|remarked|commented|observed|replied|responded|"
    r"answered|called|urged|accused|blamed|thanked|praised|condemned|critici[sz]ed|rejected|dismissed|welcomed|"
    r"expressed|demanded|revealed|disclosed|suggested|affirmed|asserted|maintained|testified|recalled|complained|"
    r"cautioned|boasted|concluded|hinted|apologi[sz]ed|congratulated|signalled|signaled|quipped|lamented|ruled|put\s+it)"
)
"""Verbs by which something was said."""
SAYING = (
    rf"\b(?:{SAYS}(?:\s+(?:reporters|journalists|lawmakers|parliament|[A-Z]\w+|the\s+\w+|an?\s+\w+))?|"
    rf"{SAYS}\s+(?:in|at|to|before)\s+[\w’' -]{{2,40}}?|"
    r"told\s+[\w ]{2,40}?|[Ss]peaking(?:\s+(?:in|at|to|before)\s+[\w’' -]{2,40}?)?|[Ww]riting|[Aa]sked|"
    r"[Qq]uestioned|[Aa]ddressing\s+[\w’' -]{2,40}?)"
    r"(?:,?\s+in\s+(?:an?|the|his|her|its|their)\s+\w+)?\s+\Z"
)
"""Right before "on 12 May": what is said is told as said on that day."""
THAT = rf",?\s+(?:that|[^,.;:“”]{{2,60}}\b{SAYS})\b|\s*:\s*[“\"‘]"
"""Right behind the date."""
ASKED = r"\b(?:Asked|Questioned|Pressed)\b[^.;:“”\"()]{0,30}\Z"
"""Before "on 12 May", at the beginning of a sentence; what was answered stands behind a comma."""
ANSWERED = rf"[^.;:“”\"()]{{0,120}},\s+[^.,;:“”]{{2,60}}\b{SAYS}\b"
BARE = rf"[”\"’,]\s*(?:[^\W\d_][\w’'-]*\s+){{1,5}}{SAYS}\s+\Z"
"""Right before a date without "on", behind a quotation ("“No,” she announced May 12")."""
CLOSED = r"\s*(?:[.;]|\Z|\n)"
"""Behind such a date: it is no part of what is announced."""
SPOKE = (
    rf"\b{SAYS}(?=\s*:?\s*[“\"]|\s*:|\s+(?:that|the|an?|he|she|it|they|there|his|her|its|their|on|in|at|to|no|"
    r"for|how|why|what|whether|reporters|journalists|lawmakers|[A-Z\d]\w*)\b)"
    r"(?!\s+(?:on|last|earlier)\b)"
)
"""A verb of saying with what was said behind it."""
PAPER = (
    r"\b(?:statements?|interviews?|letters?|speech|address|reports?|posts?|remarks|comments|message|tweet|"
    r"conference|briefing|article|column|op-ed|editorial|decree|communiqu[eé]|memo|memorandum|testimony|"
    r"announcement|email|e-mail|note|broadcast|appearance|sermon|lecture|video|podcast)"
    r"(?:\s+(?:with|to|by|for|in|from|at|before)\s+[^,.;:()“”\n]{2,60}?)?,?\s+(?:(?:published|released|issued|"
    r"posted|made|given|delivered|sent|recorded|filmed|broadcast|aired|signed|shared|circulated)\s+)?"
    r"(?:on|of|from|dated)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?\Z"
)
"""Before a date: what was said or written on it."""
ACCORDING = r"\b[Aa]ccording\s+to\b"
HEADS = r"[^\w“\"]{0,4}\Z"
HEADED = rf"\s*[:–—]\s*[“\"][^”\"\n]{{3,400}}[”\"],?\s+[^.;:\n”]{{0,60}}\b{SAYS}\b"
"""A date heads a quotation, and somebody said it."""
VOTED = r"\b(?:voted|decided|resigned|died|arrived|began|won|lost|left|fell|met|held|signed|opened|closed)\b"
"""A verb behind the date that opens the sentence."""
PRESENT = (
    r"\b(?:is|are|am|has|have|does|do|hosts?|holds?|marks?|meets?|visits?|(?!evening|morning|meeting)[a-z]{2,}ing|"
    r"to\s+(?:be|have|[a-z]+\s+(?:the|a|an|in|on|at|with|him|her|them|his|their)))\b"
)
"""Between such a verb and a date: the date is not the verb's."""
NOT_PAST = (
    r"\b(?:will|would|shall|should|could|may|might|must|can|set|scheduled|planned|expected|due|slated|proposed|"
    r"plans?|planning|until|till|next|upcoming|deadline|expires?|begins|starts|ends|opens|effective|starting|"
    r"beginning|invited|announced|vowed|pledged|agreed|postponed|moved|delayed|extended|rescheduled|"
    r"ordered|decided|promised|intended|hoped|supposed|prepared|preparing|ahead|embargo\w*|tickets?|calendar|"
    r"booked|convene[sd]?|dated|designated|proclaimed|updated|corrected|editor['’]s|tomorrow)\b"
)
"""In the clause of a date: it may be still to come, or of a later version of the text."""
ON_DATE = r"\b(?:on|On)\s+(?:the\s+)?(?:(?:evening|morning|afternoon|night)\s+of\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?\Z"
"""Right before a date on which something happened."""
LAST = r"\W*(?:(?:last|earlier\s+this)\s+(?:week|month)|yesterday|(?:two|three|a\s+few)\s+days\s+ago),?\s*\Z"
"""Before "on 12 May", at the beginning of a sentence."""
YEAR = r"\b(?:1[5-9]|20)\d\d\b"
EMBARGO = (
    r"embargo|for (?:immediate )?release|prepared for delivery|prepared remarks|(?:updated|corrected) on"
)
"""In the first lines of a text: it was written before its day, or changed after it."""

KEPT = frozenset({(6, 19), (11, 11), (12, 25), (1, 1), (5, 1), (5, 8), (3, 8), (7, 14)})
"""Month and day of what is kept every year; of which year such a day is told, nobody can say."""
