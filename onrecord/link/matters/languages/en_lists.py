"""English words by which lists are announced, joined, left open and told apart; data only, no logic."""

SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen "
    "eighteen nineteen twenty thirty forty fifty"
).split()
"""Numbers in words that announce a list; with a hyphen and a unit after the last four."""

NUMBER = (
    rf"(?:{'|'.join(word for one in SMALL for word in (one, one.title()))})"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|[1-9]\d{0,2}"
)
STEMS_OF_NUMBERS = tuple(
    stem
    for one in "two three four five six seven eight nine ten elev twel thir fif twen fort".split()
    for stem in (one, one.title())
) + tuple("123456789")
"""How the words of NUMBER begin."""

FOLLOWING = r"(?:the|these) following|as follows|the below|these"
"""What announces a list without a number."""

OPEN = (
    r"including|includes?|included|such as|like|e\.g\.|for example|for instance|among (?:them|others|"
    r"which|whom)|"
    r"notably|namely among|particularly|in particular|especially|mainly|mostly|chiefly|primarily|"
    r"among other things|not limited to|ranging from|from"
)
"""What says that only some are named, before the list."""

OPEN_END = (
    r"among others?|and (?:many |several |some |all the |a few |\w+ )?others?\b|and (?:so|many|much) "
    r"(?:on|more)|"
    r"and more|et al|et cetera|etc|and so forth|to name (?:a few|some|only)|and the like|and then some|"
    r"and (?:other|similar|related|various|many|several|additional|numerous|countless|any other) |"
    r"or (?:other|another|any other) |as well as (?:other|many|several) |\.\.\.|…"
)
"""What says so within the last item or after the list."""

JOINERS = r"and(?: also| finally| lastly| then)?|or|&|plus|as well as|along with|together with|& "
"""What stands before the last item."""

AND = r"and|&|or"

WITH_AND = (
    "Bosnia and Herzegovina", "Trinidad and Tobago", "Antigua and Barbuda", "St. Kitts and Nevis",
    "Saint Kitts and Nevis", "São Tomé and Príncipe", "Sao Tome and Principe", "Saint Vincent and "
    "the Grenadines",
    "St. Vincent and the Grenadines", "Turks and Caicos", "Newfoundland and Labrador", "Wallis and Futuna",
    "Saint Pierre and Miquelon", "Heard and McDonald Islands", "Svalbard and Jan Mayen", "Health and "
    "Human Services",
    "Housing and Urban Development", "Science and Technology", "Research and Development", "Food and Drug",
    "Arts and Sciences", "Education and Labor", "Ways and Means", "Oil and Gas", "Johnson & Johnson",
    "Jammu and Kashmir", "Nagorno-Karabakh and", "Tyne and Wear", "Dumfries and Galloway", "Brighton "
    "and Hove",
    "Schleswig and Holstein", "Castile and León", "Franklin & Marshall", "Simon & Schuster", "AT&T",
)  # fmt: skip
"""Single names with "and"."""

APPOSED = (
    r"(?:the|a|an|who|whom|whose|which|where|when|his|her|its|their|our|my|your|formerly|aged|now|"
    r"then|both|all|each|"
    r"including|with|from|of|at|in|on|also|nicknamed|known|based|chaired|led|headed|born|director|"
    r"president|chair|"
    r"chairman|chairwoman|chief|founder|mayor|governor|professor|editor|author|minister|secretary|"
    r"spokesman|"
    r"spokeswoman|wife|husband|son|daughter|brother|sister|mother|father|Jr|Sr|II|III|IV|Ph\.?D|M\.?D|"
    r"Inc|LLC|Ltd|"
    r"Esq|Ret|D\.?C|\d{1,3})\b"
)
"""How a description of the item before it begins, among items that are names."""

VERBAL = (
    r"\b(?:I|we|you|he|she|they|it|is|are|was|were|am|be|been|will|would|can|could|shall|should|may|"
    r"might|must|has|"
    r"have|had|do|does|did|said|says|told|asked|because|although|if|when|while|that|who|which|whom|"
    r"whose|where|"
    r"there|not|let|let’s|let's|I’m|I’ve|we’re|we’ve|it’s|that’s|they’re|don’t|doesn’t|isn’t|going|"
    r"but|so|yes|no|okay|well)\b"
)
"""Words of a clause: what has one is no plain noun phrase."""

NOT_IN_LEAD = (
    r"\b(?:I|he|she|said|says|told|asked|because|although|but|or|if|while|does|did|will|would|can|"
    r"could|should|"
    r"may|might|must|added|noted|thinks?|believes?|known as|called|titled|is|was|not|only|than|"
    r"per|ago|later|"
    r"before|after|since|include|includes|included|including|such as|like)\b(?!\s*$)"
)
"""Words that part a number from the list after it: they begin another clause, or another thing counted."""

OBJECT = r"\b\w+(?:ed|ght|ve|es) (?:the|a|an|its|their|his|her|our) "
"""A verb with its object, after a number and its noun: another clause stands between them and the list."""

BELONGING = (
    r"\b(?:joined|signed|won|received|attended|supported|backed|made|passed|voted for|took part|take "
    r"part|participated|"
    r"participate|competed|compete|qualified|ratified|sponsored|wrote|co-?sponsored|will (?:serve|"
    r"join|attend|receive|"
    r"speak|travel|form|make up|lead|help|define|guide|shape)|that will|which will|who will)\b"
)
"""Clauses after a number and its noun that say what is listed next: "four countries joined the "
"initiative:"."""

BEGINS = (
    r"[\s*_#“\"]*(?:(?:Here|These|Those|There|They|Below|The following|Following)\s(?:are|were|come)\s)?"
    r"(?:(?:The|the|These|these|Those|those|All|all|Our|our|Its|Their|His|Her|following|other|Other)\s){0,3}"
)
"""What may stand before a number that begins its sentence."""

OTHER_COUNT = (
    r"\b(?:include|includes|included|including|such as|like|than|per|ago|only|not|among|between|within|"
    r"in (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b"
)
"""What shows that the list at the end of a sentence need not be what its first number counts."""

QUALITY = r"(?:ed|ing|ful|ous|ive|able|ible|al|less|ish|ly|ent|ant|ic|y)$"
"""How words end that may say what things are like rather than what they are."""

SUMMED_BY = r"are|were|form|formed|make up|made up"
SUMMING = (" are ", " were ", " form ", " formed ", " make up ", " made up ", ": ", "– ", "— ")
SUMMED = "the|these|those|its|their|our|all"
"""Words and signs between a list and the number that sums it up, and what stands before that number."""

NAMELY = (
    r"namely|i\.e\.|viz\.?|specifically|that is|to wit|those of|these being|"
    r"which (?:are|were)(?=\s(?:the\s)?(?!(?:the|in|on|at|to|not|also|a|an|now|all|both|currently|already|"
    r"expected|based|located)\b)[\w-]+,)"
)
"""Words between a comma and the list that says what is meant."""

EQUALS = r"are|were|include"
"""Verbs that say that the list is the same as its lead."""

THEY_ARE = r"(?:[Tt]hey|[Tt]hese|[Tt]hose)\s(?:are|were)\b:?\s+(?!(?:the|in|on|at|to|not|also|all|both)\b)"
"""How the next clause begins that names what was counted: "four towns. They are A, B, C and D"."""

NAMED_OF = (
    r"towns|cities|villages|states|countries|provinces|republics|islands|districts|counties|regions|nations|"
    r"ports|parishes|boroughs|municipalities|cantons|communities|kingdoms|territories|departments|prefectures"
)
"""What "of" joins to names: "the three towns of A, B and C"."""

NAMED = (
    r"sisters|brothers|siblings|children|sons|daughters|friends|cousins|towns|cities|villages|states|countries|"
    r"provinces|republics|islands|districts|counties|senators|deputies|ministers|candidates|suspects|defendants|"
    r"astronauts|journalists|players|teams|companies|ships|rivers|parties"
)
"""What names follow at once, after an article: "the three sisters A, B and C"."""

UNCOUNTED = (
    "years months weeks days hours minutes seconds decades centuries quarters semesters terms "
    "percent points dollars "
    "cents euros pounds feet inches miles kilometers kilometres meters metres yards acres hectares "
    "tons tonnes pounds "
    "ounces degrees times letters words fold generations million billion trillion thousand hundred "
    "a.m p.m am pm cases "
    "deaths doses jobs barrels votes yards"
).split()
"""Plural nouns that measure, or count what a list after them does not name one by one."""

DANGLING = (
    "that who which and or of to the a in on for with by from as at is "
    "are was were given such us you them me him her it all both each"
).split()
"""Words that no noun phrase ends with."""

PLURALS = (
    "people men women children persons folks kids police media data criteria phenomena alumni "
    "faculty staff crew "
    "bacteria fungi nuclei syllabi feet teeth mice geese oxen series species aircraft spacecraft "
    "personnel clergy accused dead injured wounded"
).split()
"""Plurals without -s."""

NO_PLURALS = (
    "this is was has as its us thus plus less across towards always perhaps besides congress process "
    "access business "
    "progress success address crisis analysis basis virus campus status bonus press class loss pass "
    "cross boss mass "
    "glass grass stress illness witness fitness wilderness politics economics physics news lens "
    "series Texas Kansas "
    "Arkansas Illinois Massachusetts Paris Laos Honduras Cyprus Belarus Mauritius Barbados"
).split()
"""Words in -s that are no plurals."""

MEMBERS = (
    r"member (?:states?|countries|nations|economies|governments)|members|heads of (?:state|government|"
    r"states|governments)"
    r"(?: (?:and|or) (?:heads of )?governments?)?|leaders|presidents|prime ministers|foreign "
    r"ministers|ministers|states|"
    r"countries|nations|republics|governments|parties|economies|participants|participating states|founders|"
    r"founding members|permanent members|member"
)
"""Nouns for those who make up a body."""

SIGNATORIES = r"signator(?:y|ies)(?: states| countries)?|signers|states parties|contracting parties"
ATTENDING = r"participants|attendees|delegates|guests|speakers|invitees|nominees|candidates"

CONSISTS = (
    r"consists? of|consisting of|comprises?|comprising|comprised of|composed of|made up of|"
    r"unites?|brings together|groups together"
)
INCLUDES = r"includes?|encompasses"
STEMS = (
    "consist",
    "compris",
    "composed of",
    "made up of",
    "include",
    "unite",
    "brings tog",
    "groups tog",
    "encompasses",
)
"""How CONSISTS and INCLUDES begin."""
"""Verbs between a body and its members; after the second kind a list need not be whole."""

BEFORE_COUNTS = "Of All Following Among These Only Exactly Over Through Including".split()
"""Capitalised words before a number that do not make it a label."""

MEMBERS_ARE = (
    "members of the",
    "signatories of the",
    "signatories to the",
    "members are",
    "members include",
    "signatories are",
    "member states are",
    "member states include",
)
"""Members as a subject."""

BEFORE_NAMES = (
    "govs sens reps drs messrs gens profs mr mrs ms dr st sen rep gov gen lt col capt sgt maj adm "
    "cmdr rev hon prof ft mt "
    "amb pres"
).split()
"""Abbreviations that a name follows: no sentence ends there."""

ABBREVIATIONS = (
    "jr sr inc corp co ltd llc no vs etc u.s u.k u.n d.c e.g i.e jan feb mar apr jun jul aug sep "
    "sept oct nov dec vol art "
    "sec p.j"
).split()
"""Abbreviations with which a sentence may end."""

STARTERS = (
    "The A An In On At He She It They We I This That These Those But And For As With By From To When "
    "While After Before "
    "If Our His Her Its Their Your My There Here What Who How Why So Now Then"
).split()
"""Words that, after an abbreviation's point, begin a sentence."""

ROLES_FIRST = (
    "Members Member Signatories Participants Parties Leaders Attendees Delegates Nominees Candidates".split()
)
"""Nouns of members where a line begins with them."""

INSIDE_NAMES = "of for on in and to the & de du des la".split()
"""Small words within the names of bodies."""
