"""English words by which parts are told before, after or without the word for their total; data only, no logic."""

SMALL = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
"""Number words; each is worth its place, less one."""

TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

LOOSE = (
    r"(?:about|around|some|nearly|almost|over|under|roughly|approximately|at least|at most|up to|more than|"
    r"fewer than|less than|an estimated|as many as|only about|close to|another|every|per|each|first|last|past|"
    r"next|than|no\.|number|page|chapter|article|section|line|room|highway|route)\s+(?:the\s+)?$"
)
"""What stands before a number that is not exact, or counts nothing of the row."""

UNIT = r"\s?(%|percent\b|per cent\b|million\b|billion\b|thousand\b|trillion\b|points?\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b)"
"""What makes a number one of its own kind."""

IN_ALL = r"(?:in all|in total|altogether|all told|all together)\b"
"""What follows a total that stands after its parts."""

TOTAL_OF = r"(?:(?:for|or|making|giving|out of)\s)?(?:an? (?:grand |combined |overall )?total of|in total|altogether|all told,?)\s+$"
"""What comes right before a total that stands after its parts."""

GROWS = (
    r"\b(?:including|includes?|of (?:them|which|whom|those(?! (?:asked|polled|surveyed|questioned|interviewed|who|voting)))|among|such as|at least|each|both|every|up from|"
    r"down from|compared|than|rose|fell|increased|decreased|grew|dropped|from (?=[\d$€£])|between|more|less|fewer|"
    r"respectively|then|later|earlier|previous|former|last (?:year|month|week)|a year (?:earlier|ago)|also|"
    r"times|hours?|minutes?|seconds?)\b"
)
"""What makes numbers of one sentence something other than parts of one total."""

MADE_UP = (
    r"(?:(?:is|are|was|were|will be)\s)?(?:made up of|composed of|comprised of|consists? of|consisted of|consisting of|"
    r"comprises?|comprised|comprising)\s+$"
)
"""What joins a whole to all its parts."""

GROUPS = (
    r"(?:\w+-)?(?:members?|person|persons|people|strong|man|woman|seats?|nation|country|state|judges?|player|"
    r"ships?|boats?|vessels?|soldiers?|sailors?|officers?|experts?|students?|pupils?|deputies|delegates|"
    r"ministers?|officials?|employees|workers|inspectors?|observers?|passengers?|patients?|prisoners?|"
    r"guests|artists|musicians|dancers|singers|schools|houses|beds|rooms|aircraft|planes|tanks|vehicles)"
)
"""What a whole that is made up of parts counts."""

GROUP_OF = (
    r"\b(?:delegation|group|crew|team|committee|commission|council|board|panel|jury|party|cabinet|court|chamber|"
    r"parliament|assembly|house|fleet|convoy|staff|squad|orchestra|choir|garrison|company|battalion|platoon|"
    r"collection|membership|expedition|class|cast|band|mission|force|total|workforce)\s+of\s+$"
)
"""What stands before a whole that is a bare number: "the delegation of 12"."""

VOTERS = (
    r"(?:members|judges|justices|deputies|senators|seats|delegates|representatives|lawmakers|legislators|"
    r"councill?ors|councilmen|votes|jurors|states|countries|nations|ministers|directors|commissioners|"
    r"governors|bishops|cardinals|electors|shareholders|councillors|MPs|parliamentarians|commission members|"
    r"council members|committee members|board members)"
)
"""Who may vote."""

TOOK_PART = (
    r"(?:\s\w+){0,2}?\s(?:voting|voted|vote|took part|taking part|participated|participating|present|attended|"
    r"attending|filled|occupied|cast|having voted|counted|were cast|in attendance|being present)\b"
)
"""What says that all of them voted."""

VOTING = r"\b(?:vot(?:e|es|ed|ing)|pass(?:ed|es)|adopt(?:ed|s)|approved?|rejected|ruled|decided|split|defeated|carried|ballots?)\b"
"""Words of a sentence that tells of a vote."""

APART = r"\b(?:abstentions?|abstained|abstaining|abstain|absent|absences|not voting|did not vote|invalid|spoiled|blank)\b"
"""Those who took neither side."""

OWN_BODY = r"-(?:member|seat|judge|strong|person|nation|state)\b"
"""Behind the number of all members: "the 12-member council"."""

EXCLUSIVE = (
    r"\b(?:undecided|no opinion|no answer|don[’']?t know|do not know|did not know|unsure|not sure|others?|the rest|"
    r"the remaining (?:voters|respondents|people|members|\d[\d.]*)|remainder|refused to answer|neutral|no view|spoiled|blank|of (?:the|all) votes?|abstain\w*|"
    r"said (?:yes|no)|voted (?:for|against)|in favou?r|opposed|disapproved?|elsewhere|none)\b"
)
"""What shows that shares are of people each of whom is counted once."""

CLASSES = (
    r"men|women|children|boys|girls|infants|babies",
    r"passengers|crew(?: members)?",
    r"soldiers|civilians|militants|fighters",
    r"killed|wounded|missing|dead|injured",
    r"adults|children|minors",
    r"Democrats|Republicans|independents",
    r"citizens|foreigners",
    r"students|teachers",
)
"""People of one whole who are one or the other."""

HOLDS = r"(?:has|have|had|hold|holds|held|control|controls|command|commands|total|for|with|won|share)\s+(?:together\s)?(?:a total of\s)?$"
"""What stands before the seats that several parties have together."""

SEATS = r"(?:seats?|deputies|mandates|votes|members|MPs)"

TRIGGERS = (
    "in all", "in total", "ltogether", "ll told", "total of", "made up of", "composed of", "onsist", "ompris",
    "seats", "of whom", "mong them", "ncluding", "the other ", "the remaining ", "-member", "-seat",
    " years: ", " seats: ", " years – ",
)  # fmt: skip
"""One of these stands in every sentence that is read for a total."""
