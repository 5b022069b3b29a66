"""English words of what people and things do in public life: data only, no logic."""

from __future__ import annotations

# Forms made by rule that are another word in public life, or too loose to be read as a doing by themselves.
NOT_VERBS = frozenset(
    "bear bears bore bearing "
    "back down fine arming backs downs fines orders rule rules test tests places place passes "
    "pass fire "
    "charge charges name names offers offer questions question cut cuts order lead leads left leaves "
    "hands hand "
    "back backs strike strikes march shell shells fall falls land lands closed close talks vote "
    "votes file files "
    "presents present openings opening firing bar bars rights lies last sound arms arm lay call "
    "calls fund funds "
    "felt crown crowns award awards hosts host ban bans".split()
)
# What these need to be nouns of doing: someone or something said to do it or to have it done.
SAME_ACTS: dict[str, str] = {
    "accede": "join",
    "authorise": "authorize",
    "apologise": "apologize",
    "mobilise": "mobilize",
    "nationalise": "nationalize",
    "recognise": "recognize",
    "honour": "honor",
    "re-elect": "reelect",
}
PARTICLES: dict[tuple[str, str], str] = {
    ("call", "off"): "cancel",
    ("pull", "out"): "withdraw",
    ("break", "out"): "begin",
    ("set", "up"): "establish",
    ("take", "over"): "seize",
    ("take", "part"): "participate",
    ("take", "place"): "",
    ("hand", "over"): "hand",
    ("shoot", "down"): "down",
    ("shoot", "dead"): "kill",
    ("step", "down"): "resign",
    ("pass", "away"): "die",
    ("find", "guilty"): "convict",
    ("lift", "off"): "launch",
    ("take", "effect"): "enforce",
    ("swear", "in"): "inaugurate",
    ("hold", "off"): "",
    ("hold", "back"): "",
    ("call", "on"): "",
    ("call", "for"): "",
    ("lay", "off"): "dismiss",
    ("fall", "to"): "",
    ("pass", "through"): "",
    ("pass", "by"): "",
    ("lead", "to"): "",
    ("strike", "down"): "overturn",
}
# As above, with two words.
LONG_PARTICLES: dict[tuple[str, str, str], str] = {
    ("come", "into", "force"): "enforce",
    ("come", "into", "effect"): "enforce",
    ("go", "into", "effect"): "enforce",
    ("enter", "into", "force"): "enforce",
    ("take", "into", "custody"): "arrest",
}
LONG_FIRST = frozenset(pair[:2] for pair in LONG_PARTICLES)
# Verbs that tell a doing only together with their particle.
EMPTY = frozenset("come find go pull set step swear".split())
# A doing by nobody in particular says nothing by these alone: they need both a doer and an object.
LOOSE = frozenset(
    "take call lead leave lose hit hold raise place pass name break build tell drop cut pay hand "
    "back order offer "
    "question present face receive send open close end start begin return speak talk join win replace "
    "introduce create write fall rule deny command complete reveal enter extend agree accept allow propose "
    "defend negotiate appear file lift deliver fight invest succeed oppose welcome buy sell test charge "
    "conclude publish deploy honour grant choose block award present lay".split()
)

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any each every all both "
    "several many few "
    "no another other such one two three four five six seven eight nine ten eleven twelve dozens "
    "hundreds".split()
)
POSSESSIVES = frozenset("his her its their our my your".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from into onto upon over under about against between among through "
    "during without "
    "within toward towards across behind beyond near around off out up down like despite except per "
    "via amid "
    "after before since until till following including regarding concerning than alongside outside inside "
    "throughout along as above below versus unlike".split()
)
BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split()
)
PAST_BE = frozenset("was were wasn't weren't wasn’t weren’t".split())
HAVE = frozenset("have has had having haven't hasn't hadn't haven’t hasn’t hadn’t".split())
DO = frozenset("do does did don't doesn't didn't don’t doesn’t didn’t".split())
PAST_DO = frozenset("did didn't didn’t".split())
WILL = frozenset("will shall won't won’t would wouldn't wouldn’t".split())
WOULD = frozenset("would wouldn't wouldn’t".split())
MAY = frozenset(
    "can could should may might must cannot can't couldn't shouldn't mustn't can’t couldn’t "
    "shouldn’t ought need "
    "mustn’t".split()
)
NOT = frozenset("not never no-one nobody neither nor cannot".split())
NONE = frozenset("no none neither nobody".split())
COORDINATORS = frozenset("and or but nor yet so & plus".split())
SUBORDINATORS = frozenset(
    "that which who whom whose when where while because if unless whether although though how why "
    "what whereas "
    "once as whatever whoever wherever".split()
)
RELATIVES = frozenset("that which who whom".split())
PRONOUNS = frozenset(
    "i you he she it we they me him us them myself himself herself itself themselves ourselves there "
    "everyone "
    "someone anyone something anything nothing everything everybody somebody anybody".split()
)
SUPPOSED = frozenset("if unless whether".split())
ADVERBS = frozenset(
    "also already still just even soon again ever yet now then often always today yesterday tomorrow "
    "together "
    "later earlier once twice too only almost perhaps instead abroad not never first thus therefore "
    "however "
    "away alone sometime more less rather elsewhere indeed both each all himself herself themselves itself "
    "jointly".split()
)
STOPPERS = frozenset(
    "said says say told tells saying added adding noted stated explained reported called asked "
    "became become "
    "becomes made make makes making got get gets gave give gives given went go goes going gone came "
    "come comes "
    "coming saw see seen knew know known think thought believes believe believed wants want wanted "
    "seems seemed "
    "remains remained kept keep keeps put puts let lets went used uses use began included includes "
    "led caused "
    "according due because ago".split()
)
NOT_HEADS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august "
    "september october november december week month year day morning afternoon evening night weekend time "
    "yesterday today tomorrow way part place end lot number mr mrs ms".split()
)

# Before "to": what follows is planned, refused, done or only wished.
PLANNED = frozenset(
    "plan plans planned planning set due scheduled expected expects intends intended intend going "
    "agreed agrees "
    "decided decides vowed vows promised promises pledged pledges committed prepares preparing "
    "prepared about "
    "announced arranged poised slated determined".split()
)
REFUSED = frozenset(
    "refused refuses refusing refuse refusal declined declines declining failed fails failing failure fail "
    "neglected unable".split()
)
MANAGED = frozenset(
    "managed began begun started proceeded continued came went helped moved had used able".split()
)
REFUSED_PAST = frozenset("refused declined failed refusal failure neglected".split())
HELD_OFF = frozenset("cancel cancelled canceled cancelling called scrapped scrap cancels prevented".split())
UNREAL = frozenset(
    "possible potential threatened feared alleged proposed hypothetical risk threat threaten "
    "threatens threatening "
    "danger prevent avoid avert demand demands demanded demanding urge urges urged urging want wants "
    "wanted hope "
    "hopes hoped propose proposes support oppose opposes against any call calls calling fear fears "
    "if could would "
    "should might may can prospect possibility plot attempt attempted attempting conspiracy want "
    "seek seeks "
    "seeking sought consider considering request requested".split()
)
COMING = frozenset(
    "planned eventual inevitable upcoming forthcoming scheduled expected imminent planning plans "
    "plan next future will".split()
)

JOINING = frozenset("of from in for at".split())
LY_NOUNS = frozenset("italy july assembly family ally supply reply anomaly monopoly rally bully fly".split())
DATING = frozenset("on in during at late early around".split())
"""What may stand between a doing and the time that dates it."""
UNDATING = frozenset(
    "since until till by before after from to for between than through ahead as about of and or "
    "marking mark marks "
    "the his her its their our this that".split()
)
AFTER = frozenset("after before since following follows followed until ahead by".split())

NUMBERS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "the": 1, "exactly": 0}
UNITS: dict[str, str] = {unit + end: unit for unit in ("day", "week", "month", "year") for end in ("", "s")}
TITLES = frozenset(
    "mr mrs ms dr gen sen rep gov lt col sgt capt st jr sr no prof rev hon u.s u.k u.n e.u jan feb mar apr "
    "jun jul aug sep sept oct nov dec adm maj cmdr pres vs".split()
)

# Last words of a name that are common nouns: what stands before them belongs to the name.
NAME_TAILS = frozenset(
    "union states nations kingdom party agreement agreements act pact treaty council court house "
    "bank army force "
    "charter convention accord accords declaration committee commission company group organization "
    "organisation "
    "parliament assembly senate congress republic islands island city state department ministry "
    "university front "
    "movement league front korea africa sudan zealand lanka arabia guinea rica island post times "
    "emirates protocol "
    "constitution law bill resolution street square day war wars revolution empire alliance "
    "federation bridge "
    "airport river sea valley county province region district".split()
)
SAME_NAMES: dict[str, str] = {
    "us": "united states",
    "usa": "united states",
    "u.s": "united states",
    "america": "united states",
    "american": "united states",
    "americans": "united states",
    "uk": "united kingdom",
    "u.k": "united kingdom",
    "britain": "united kingdom",
    "british": "united kingdom",
    "britons": "united kingdom",
    "great britain": "united kingdom",
    "ussr": "soviet union",
    "soviet": "soviet union",
    "soviets": "soviet union",
    "un": "united nations",
    "u.n": "united nations",
    "eu": "european union",
    "e.u": "european union",
    "nazis": "nazi",
    "nazi germany": "nazi",
    "germans": "germany",
    "german": "germany",
    "türkiye": "turkey",
}

BEFORE_GERUND = frozenset("after before by without since upon".split())
BEHIND_PARTICIPLE = frozenset(
    "by in on at during last this yesterday after under to from with between".split()
)
ROUGHLY = frozenset("about exactly just roughly almost nearly only some barely".split())
GOVERNORS = (
    PLANNED
    | REFUSED
    | MANAGED
    | {"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would"}
)

OFFICES = frozenset(
    "president minister chancellor king queen prince princess premier chairman chairwoman chair "
    "speaker governor mayor "
    "secretary ambassador leader head director emperor".split()
)
ED_NOUNS = frozenset("seed need speed deed bed shed creed breed weed steed feed reed".split())

ALSO_PRONOUNS = frozenset("this that these those all both some many several few each".split())
EITHER = frozenset("of to".split())
OPENERS = frozenset("and but that".split())

NATURAL: dict[str, str] = {"earthquake": "quake", "quake": "quake", "tsunami": "tsunami"}
STRIKING = frozenset("strike hit".split())
ITSELF = frozenset("enforce die resign open close sink launch explode dissolve merge".split())
"""What these do to things, things also do themselves ("the museum opened")."""
NAMING = frozenset("appoint elect crown nominate choose".split())
"""These are followed by whom and then as what ("elected Maria Nova president")."""

LIGHT = frozenset(
    "launch launched launches launching begin began begun start started complete completed conclude "
    "concluded "
    "stage staged mount mounted carried made make ordered".split()
)
"""Verbs that only say that the doing behind them took place ("launched its invasion of Arcadia")."""
PLACED = frozenset("quake tsunami bomb massacre".split())
"""Doings that are named by their place ("the Belmonte earthquake")."""

NEW_WORLDS = frozenset("latin south north central".split())
"""Before "America", these name a continent."""
