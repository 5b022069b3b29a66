"""English words by which a body's members, or a paper's signatories, are told; data only, no logic."""

ROLE = (
    r"(?:founding |permanent |full |current |original |ordinary )?"
    r"(?:[Mm]embers|[Mm]ember (?:states|countries|nations|governments|parties|organi[sz]ations|republics)|"
    r"[Ss]ignator(?:ies|y (?:states|countries|parties))|signers|contracting parties|states parties|parties|"
    r"participating states|participants)"
)
"""Who makes up a body or is bound by a paper."""

OF_BODY = (
    r"(?:[Ss]tates|[Cc]ountries|[Nn]ations|[Rr]epublics|[Gg]overnments|[Mm]inisters|[Ee]nvoys|[Pp]arties)"
)
OF_BODY_STEMS = (
    "tates of", "ountries of", "ations of", "epublics of", "overnments of", "inisters of", "nvoys of", "arties of",
)  # fmt: skip
"""Who comes from all members of a body, before its name and a sign: "the states of X: A, B and C"."""

ROLE_STEMS = (
    "members", "Members", "member ", "Member ", "signator", "Signator", "signers", "parties to", "parties of",
    "participating states", "participants",
)  # fmt: skip
"""How ROLE, without what describes it, begins: where it is looked for."""

PEOPLE = (
    r"(?:countries|states|nations|republics|governments|parties|economies|cities|towns|regions|provinces|"
    r"islands|firms|companies|unions|clubs|tribes|kingdoms|powers|people|persons)"
)
"""Who a body can have as members."""

BODIES = (
    r"(?:alliance|union|bloc|group|grouping|league|association|confederation|federation|community|"
    r"coalition|partnership|organi[sz]ation|forum|club|pact)"
)
"""What a body may be called before its members: "an alliance of A, B and C"."""

WHOLE_VERBS = (
    r"consists? of|consisted of|consisting of|comprises?|comprised|comprising|(?:is |are |was )?comprised of|"
    r"(?:is |are |was )?composed of|(?:is |are |was )?made up of|"
    r"unites?|united|uniting|groups?|grouped|grouping|brings together|brought together|bringing together|"
    r"groups together|grouping together|links|linking|joins together|joining together|"
    rf"{BODIES} of|"
    r"counts? as (?:its )?members|has as (?:its )?members|has for (?:its )?members|"
    rf"whose (?:[\w-]+ )?{ROLE} are|the {ROLE} of which are|, with {ROLE}"
)
"""Verbs between a body and all its members."""

IS_A = r"(?:\sis|\swas|,)\s(?:an?|the)\s(?:[\w-]+\s){0,2}$"
"""What stands between a body and what it is called: "X is a loose "."""

PART_VERBS = r"includes?|encompasses|numbers among its members|counts among its members"
"""Verbs after which a list need not be whole."""

SIGNED_BY = r"(?:was |were |is |has been |had been )?(?:signed|concluded|ratified|initialled) by"
"""What stands between a paper and who signed it."""

VERB_STEMS = (
    "consist", "compris", "composed of", "made up of", "unite", "uniting", "groups", "grouped", "grouping ", "brings tog", "brought tog",
    "bringing tog", "link", "joins tog", "joining tog", "alliance of", "union of",
    "bloc of", "group of", "grouping of", "league of", "association of", "federation of", "community of",
    "coalition of", "partnership of", "organization of", "organisation of", "forum of", "club of", "pact of", "counts as", "count as", "has as",
    "has for", "whose", "of which are", ", with", "include", "encompasses", "numbers among", "counts among",
    "signed by", "concluded by", "ratified by", "initialled by",
)  # fmt: skip
"""How these begin; where two verbs begin alike the stem stands once."""

MAKE_UP = r"(?:together )?(?:makes? up|formed|form|constituted?)"
"""Verbs between all members and their body."""

BELONG = r"(?:all )?(?:belong to|belonged to|(?:are|were) (?:all )?in)"
"""Verbs between some members and their body."""

PAPERS = (
    "treaty pact accord accords agreement convention charter protocol declaration compact memorandum".split()
)
"""Papers that states sign, in lower case."""

GENERA = (
    r"(?:treaty|pact|accords?|agreement|convention|charter|protocol|declaration|compact|league|union|alliance|"
    r"council|commission|committee|assembly|memorandum)"
)
"""What papers and bodies are, where it is printed small: "the treaty of Orsk"."""

NAMED_BODY = (
    r"(?:Alliance|Union|Bloc|Group|League|Association|Confederation|Federation|Community|Coalition|Partnership|"
    r"Organi[sz]ation|Forum|Club|Pact|Treaty|Accords?|Agreement|Convention|Compact|Council|Commission|Committee|"
    r"Assembly|Board|Authority|Institute|Cooperation|Commonwealth|Network|Initiative)"
)
"""What bodies are, where it is the head of a name: "the Northern Water Compact", "the League of Orsk"."""

ITS = r"[Ii]ts\s(?:[a-z]+\s)?"
THE_SAME = r"(?:\s(?:the\ssame(?:\sas\s(?:now|today|before|then))?|as\sfollows|still|now|then|today))?:?\s"
"""What stands around "members" where the body was named before: "its members were the same as now: A, B and C"."""

NONE_BUT = r"(?:Besides|Except for|Apart from|Other than)\s"
NO_OTHER = r",?\sno\s(?:other\s)?[a-z]+\s(?:belongs?\sto|is\sin|is\s(?:a\smember|part)\sof)\s"
"""What stands around all members that no other joins: "Besides A, B and C, no state belongs to X"."""

TO = r"To\s(?:the\s)?"
BELONGS = r"\sbelong(?:ed)?:?\s"
"""What stands around the body before its members: "To X belong A, B and C"."""

NO_NAME = (
    "In On At For By With From To When While After Before If Of As But And Or Although Since Under During Both "
    "Today Yesterday Now Currently Meanwhile However Among Between Besides Only All He She It They We I This "
    "That These Those There His Her Its Their Our My Leaders Officials Delegates Ministers Members Presidents "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday The"
).split()
"""Capitalised words that begin no member's name."""

PLACED = r"\b(?:In|At|From|Near|On|Since|After|Unlike|To)\s+(?:the\s+)?$"
"""What stands before a name that is no member: "In Orsk, A, B and C"."""

ADVERBS = "Today Yesterday Currently Meanwhile However Although Since Under During Both".split()
"""Capitalised words that begin a sentence, never a body's name."""

PERSON = (
    r"(?:I\b(?!\w)|(?:[A-Z]\w+ )?(?:President|Chancellor|Minister|Secretary|Senator|Governor|King|Queen|Mayor|Mr|Mrs|Ms|Dr)\b"
    r"(?! of\b))"
)
"""How the name of a person begins, who may unite others but has no members."""
