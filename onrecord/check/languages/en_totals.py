"""English words that join parts to their total; data only, no logic."""

PARTS = (
    r"men|women|children|boys|girls|adults|minors|males|females|civilians|soldiers|troops|servicemen|"
    r"officers|"
    r"police(?: officers)?|firefighters|Democrats?|Republicans?|independents?|passengers|crew(?: "
    r"members)?|students|"
    r"teachers|patients|nurses|doctors|foreigners|locals|citizens|residents|militants|fighters|"
    r"journalists|Americans|"
    r"Russians|Ukrainians|Israelis|Palestinians|infants|babies|toddlers|teenagers|seniors|survivors|"
    r"pedestrians|drivers|"
    r"in favou?r|for|against|opposed|abstained|abstentions|abstaining|yes|no|gold|silver|bronze|wins?|"
    r"loss(?:es)?|draws?|ties"
)
"""What a whole of people, votes or results is divided into."""

WHOLES = (
    r"people|persons|passengers|victims|members|students|pupils|employees|workers|soldiers|troops|"
    r"patients|residents|"
    r"inmates|prisoners|detainees|hostages|casualties|deaths|dead|fatalities|injured|wounded|killed|"
    r"survivors|"
    r"candidates|nominees|senators|representatives|lawmakers|legislators|delegates|deputies|judges|"
    r"justices|jurors|"
    r"voters|votes|ballots|medals|games|matches|seats|applicants|refugees|migrants|children|adults|"
    r"athletes|players|"
    r"suspects|defendants|protesters|demonstrators|participants|respondents|attendees|guests|"
    r"civilians|officers|staff"
)
"""Plural nouns of wholes that are divided in such a way."""

HAPPENED = (
    r"(?:were|was|are|have been|had been|died|drowned|survived|voted|attended|is|has "
    r"been)(?:\s\w+ed)?(?:\s(?:killed|hurt|injured|"
    r"wounded|arrested|detained|rescued|dead|missing|shot|born|freed|released|elected|present))?"
)
"""What may stand between a whole of people and the comma before its parts."""

VOTES = (
    r"\b(?:for|in favou?r|yes|aye|supported|backed|approved)\b",
    r"\b(?:against|opposed|no|nay|rejected)\b",
)
"""Both sides of a vote: where both stand, and those who abstained, the parts are all."""

ABSTAINED = r"\b(?:abstain\w*|abstentions?|absent|did not vote|not voting)\b"

REST = r"(?:the\s+)?(?:rest|remaining|remainder|other|others)\b"
"""What says that the part after it completes the whole."""

OF = (
    r"(?:[.;:,(–—]\s*|\n\s*\n\s*|\b(?:and|but|that)\s)(?:[Oo]f|[Aa]mong|[Oo]ut of)"
    r"\s+(?:the|its|their|those|these|all|our|his|her|a total of|some)?\s*(?:the\s+)?$"
)
"""What stands before a whole whose parts follow."""

INSIDE = (
    r"\b(?:including|includes?|of (?:them|which|whom|those)|among (?:them|which|whom)|"
    r"such as|at least|each|both|every)\b"
)
"""What makes a later number a part of an earlier part, or of everything."""

RISEN = (
    r"(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|grow(?:s|n|ing|th)?|grew|climb(?:s|ed|ing)?|"
    r"jump(?:s|ed|ing)?|"
    r"surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|went up|gone up|gain(?:s|ed)?|up|"
    r"rais(?:e|es|ed|ing))"
)
FALLEN = (
    r"(?:fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|"
    r"shr[iau]nk(?:s|ing)?|"
    r"plunge[ds]?|plummeted|slid|sank|went down|gone down|down|cut|cuts|reduc(?:e|es|ed|ing|tion)|"
    r"lower(?:s|ed|ing)?|lost)"
)
"""Verbs of change: by so much, from one figure to another."""

EXCEPTIONS = (
    r"\b(?:[Tt]he )?(?:[Ee]xceptions|[Oo]thers|[Rr]emaining (?:ones|members|states|countries)|[Rr]est|"
    r"[Nn]on-members)"
    r"\s+(?:are|were|being)\b|\b[Oo]nly\s+exceptions\s+are\b|\b[Mm]issing (?:are|were)\b"
)
"""How the sentence begins that names those who are not among "9 of the 15"."""

TOTAL = "total"
TOTAL_LINE = r"[\s|*_>-]*(?:grand\s+|sub-?)?totals?\b"
"""How the last line of a table begins that gives the sums."""
