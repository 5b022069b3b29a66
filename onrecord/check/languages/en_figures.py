"""English words by which two sentences with a figure are told to be of one thing, or of two; data only."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that say nothing of what is counted.
EMPTY = _words(
    "a an the this that these those it its they them their he she his her him we us our you your i me my who whom whose which what "
    "and or but nor so yet as at by for from in into of off on onto out over to up upon with within without than then there here "
    "is are was were be been being am has have had having do does did done will would shall should can could may might must "
    "not no also just even still very too about some around roughly approximately nearly almost more less least most "
    "many much such other any all each both either only one two three four five six seven eight nine ten dozen hundred thousand million billion trillion percent "
    "say said says told tells tell added add adds according reported report reports stated state states announced noted note notes explained confirmed "
    "if when while where because since until after before during through between among against under per via like "
    "estimated estimate estimates total number amount about figure figures record mr mrs ms dr now today yesterday tonight "
    "that's it's we're they're i'm we've you're don't i've there's let's going get got make made take took taken give gave given"
)
# Forms of speaking with which a sentence is handed to somebody; what they cut off is no part of the thing.
ATTRIBUTION = re.compile(
    r"^[^,;:\d]{0,70}?\b(?:said|says|told\s+[^,;:\d]{1,40}?|stated|announced|reported|confirmed|noted|added|claimed|estimated|estimates)\b(?:\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)?(?:\s*,)?\s+that\b"
    r"|^[^,;:\d]{0,70}?\b(?:said|says)\b(?:\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\s*[,:]?\s"
    r"|^according\s+to\s+[^,\d]{1,90},|,?\s*according\s+to\s+[^,;\d]{1,90}(?=[,;.]|$)"
    r"|^[^,;:\d]{1,60},\s[^,;:\d]{1,60},\s(?:said|says|told\s+[^,;:\d]{1,40}?|announced|reported|confirmed|noted|stated)\b(?:\s*that\b)?"
    r"|,?\s+and\s+(?:added|said|told|noted|warned|stressed)\b[^\d]*$"
    r"|,[”\"’]?\s+[^,;\d]{0,60}\b(?:said|says|told|added|reported|announced|noted|stated|confirmed)\b[^\d]*$",
    re.IGNORECASE,
)
# Where one side has such a word and the other has not, they are of two things.
TELLING = _words(
    "another additional extra further remaining rest others else besides initial initially original originally previous previously earlier prior former "
    "later next last first second third final latest new newly old another's half most majority minority part fewer lower higher "
    "average averages median mean maximum minimum peak cap limit target targets goal goals pledge pledged planned proposed projected expected forecast forecasts "
    "predicted potential hypothetical annual annually yearly monthly weekly daily hourly quarterly per each every apiece combined cumulative net gross "
    "adjusted unadjusted real nominal core domestic foreign federal national local global worldwide nationwide civilian military "
    "male female men women children male black white hispanic asian native young adult adults north south east west northern southern eastern western "
    "increase increased decrease decreased rise rose risen fell fall fallen drop dropped up down grew growth cut cuts raise raised gain gained loss lost "
    "killed dead died deaths wounded injured injuries missing arrested detained hospitalized infected "
    "yes no support supports supported oppose opposes opposed approve approved disapprove disapproved favor favorable unfavorable agree agreed disagree "
    "public private state small large medium big early late direct indirect partial full fully partially "
    "spent spend spending committed commit delivered deliver requested request authorized appropriated approved available allocated received receive "
    "rural urban bought sold buy sell import export imports exports income revenue profit earnings sales loss losses assets debt "
    "won lost lead leads led trailing trails ahead behind margin versus compared comparison against except excluding including only exactly "
    "nearly half double triple twice some".replace(" some", "")
)
# Sentences with these are of what is not, or not yet, or may be, or of many at once.
UNREAL = _words(
    "if would could might should unless suppose imagine whether hypothetical hypothetically will won't shall plan plans planned planning goal goals "
    "target targets aim aims aimed hope hopes intend intends correction corrected misstated incorrectly erroneously mistakenly poll polls polled "
    "polling survey surveys surveyed respondents odds chance chances scenario each every per apiece median project projected projects projection "
    "projections can calling asking urging requesting wouldn't couldn't i'd we'd he'd she'd they'd"
)
UNREAL_STEMS = ("propos", "pledg", "promis", "expect", "forecast", "predict", "averag")
# What grows as days go by: its figures of two days are two figures.
GROWING = _words(
    "been already since toll lives killed dead death deaths died dies injured wounded missing victims survivors infected infection "
    "infections cases doses shots arrest arrests arrested detained displaced refugees fled rescued recovered raised votes delegates "
    "signatures downloads subscribers followers far date"
)
# After one of these, a participle shows what grows too.
PERFECT = _words("has have having hasn't haven't they've we've i've you've")
PARTICIPLES = _words(
    "become begun bought brought built come cut done fallen found given gone gotten grown had held kept known led left lost made met paid put read risen "
    "run seen sent sold spent spoken taken thought told won written"
)
# What holds today, and may not next month.
PRESENT = _words(
    "has have having hasn't haven't is isn't are aren't am be being now currently today still remain remains stands continues continue"
)
GROWING_STEMS = ("casualt", "vaccinat", "evacuat", "hospitali", "donat")
SAYING = _words(
    "said says told stated announced reported confirmed noted added claimed estimated estimates according"
)
# What took place once, so that its figures hold on every later day.
EVENTS = _words(
    "battle war siege massacre earthquake quake tsunami flood hurricane typhoon explosion bombing bombings attack attacks crash collision fire shooting "
    "election elections referendum revolution uprising coup invasion treaty summit famine genocide disaster eruption landslide shipwreck trial "
    "championship tournament offensive raid strike protest rally march parade ceremony plague epidemic"
)
# Words that begin a sentence about what stands before it.
POINTING = _words(
    "this these those that it its it's they their they're he his he's she her she's we our we've we're i i've i'm my there such"
)
# What is done to people and counted: the one nearest to a number is its own.
OUTCOMES = _words("killed wounded missing arrested rescued displaced hospitalized infected")
# Nouns that are themselves an outcome: "14 deaths" are people killed.
OUTCOME_NOUNS = {
    "killed": "killed",
    "wounded": "wounded",
    "lives": "killed",
    "live": "killed",
    "arrested": "arrested",
}
LIVES = re.compile(
    r"\b(?:claim|cost|tak|took|lost|los)\w{0,3}\s+(?:the\s+|their\s+|[\d,]+\s+|\w+\s+)?lives\b", re.IGNORECASE
)
# What a number with a unit is of: where the other sentence has another one, it is another quantity.
MEASURED = _words(
    "unemployment inflation turnout population deficit debt surplus export import production output harvest profit revenue turnover price "
    "cost wage salary pension length height width depth area capacity attendance budget prize fine ransom loan rent fee investment "
    "donation aid speed magnitude temperature distance growth gdp income earning sale tax reserve approval share stake majority "
    "margin lead yield interest loss damage compensation bonus subsidy grant expenditure spending birth mortality literacy poverty "
    "employment membership circulation audience enrollment rainfall emission consumption"
)
# Verbs and nouns that only carry a figure ("stood at", "the rate of").
CARRYING = _words(
    "stood stand stands standing reached reach reaches amounted amount amounts totaled totalled came come comes put rate level measured measure "
    "left leaving had counted count valued recorded registered showed show shown fixed set set according data based worth company group claimed attended went re took take near posted"
)
MOVING = _words(
    "rose rise risen rises rising fell fall fallen falls falling increase increased increases increasing decrease decreased decreases climbed climb climbing "
    "dropped drop drops dropping declined decline declining jumped jump jumping grew grow grown growth grows growing gained gain shrank slipped soared surged "
    "plunged sank sunk edged eased slowed accelerated up down dipped widened narrowed expanded contracted swelled doubled"
)
# Before or behind a number, these show that it is a change, or what was before it.
CHANGE_BEFORE = re.compile(
    r"(?:\b(?:rose|risen|fell|fallen|creas\w+|increas\w+|decreas\w+|climb\w*|dropp?\w*|declin\w+|jump\w*|gr[eo]w\w*|gain\w*|shrank|soared|surged|plunged|cut|rais\w+|reduc\w+|lower\w*|up|down)\b[^.;]{0,24}\bby"
    r"|\b(?:up|down|(?:rise|increase|drop|fall|growth|decline|gain|cut|jump|decrease|change|reduction)\s+of"
    r"|rose|rises?|fell|falls?|increased|decreased|climbed|dropped|declined|jumped|grew|grows?|gained|shrank|slipped|soared|surged|plunged))"
    r"\s+(?:an?\s+)?(?:\w+ly\s+)?$"
)
CHANGE_BEHIND = re.compile(
    r"\s+(?:higher|lower|up|down|more|less|fewer|above|below|(?:\w+\s+)?(?:increase|rise|drop|decline|growth|decrease|reduction|cut|jump|gain))\b"
)
FROM_BEFORE = re.compile(r"\b(?:from|of\s+the|than|after|against|versus|instead\s+of|not)\s+$")
# What says no more than the other side does, where that has the one behind it.
MATCHING = {
    "cost": _words("worth paid price value"),
    "annual": _words("inflation"),
    "yearly": _words("inflation"),
}
# Who got something: no other thing where the other side only says what it was.
GETTING = _words("won received receive new")
# Nouns behind "in" that say when, not what.
PERIODS = _words(
    "quarter week month year half decade season day january february march april may june july august september october november december"
)
# Which part of a place: of a thing with a name of its own it makes no other.
SIDES = _words("north south east west northern southern eastern western first early late")
# What is still being counted.
RUNNING = _words("toll far already since risen still bringing brings")
# Words that are one for comparing.
SAME: dict[str, str] = {
    form: word
    for word, forms in {
        "people": "persons individuals person",
        "soldiers": "troops servicemen servicemembers",
        "men": "man", "women": "woman", "children": "kids kid child",
        "vote": "ballot ballots votes",
        "attack": "assault",
        "dollar": "dollars",
        "company": "firm",
        "kilometer": "kilometre", "center": "centre",
        "vehicle": "car",
        "us": "american america usa",
        "russia": "russian russians", "ukraine": "ukrainian ukrainians", "uk": "british britain",
        "killed": "dead died dies die death deaths perished fatalities fatality kill kills killing slain",
        "wounded": "injured hurt injuries injury injuring injure injures wounding wound wounds",
        "arrested": "detained arrests arrest arresting detaining detentions",
        "rescued": "saved rescue rescuing saving",
        "strike": "struck hit hits strikes striking hitting rammed ram",
        "cost": "costs costing priced price prices spent spend spends spending expenditure",
        "attended": "gathered marched rallied demonstrated protested drew attracted visited flocked assembled attendance attend attracts attracting visiting attending",
        "aboard": "carried carrying carries board onboard flew transported flown",
        "export": "exported exporting", "import": "imported importing", "production": "produced produces producing output manufactured",
        "harvest": "harvested harvests harvesting", "donation": "donated donating donate donations gave", "fine": "fined fining fines",
        "investment": "invested investing", "employ": "employs employed employing employees", "loan": "lent loans borrowed lending lend lends borrow borrows borrowing", "loss": "lost losses losing lose loses",
        "election": "elected elections reelected", "length": "long longest", "height": "tall high highest tallest",
        "sent": "deployed dispatched deploying sending sends", "house": "home homes houses", "spilled": "leaked spill leak leaking spilling spilt",
        "capacity": "seats holds hold room accommodates seat", "earned": "grossed earns earning", "burned": "burnt burning",
        "build": "building built build construction constructed erected", "drowned": "drowning drown", "buried": "burying",
        "adopted": "passed approved adopts adopting ratified",
        "rose": "increased increase increases grew climbed risen rise rises jumped grown grow grows growing climb", "fell": "dropped declined decreased fallen fall falls drop declines decline",
        "launched": "fired launches firing", "shot": "downed intercepted", "lasted": "lasts lasting", "opened": "inaugurated",
        "hired": "hire recruited hiring", "evacuated": "evacuating evacuation evacuations",
        "founded": "established",
        "widened": "widen", "linked": "connects connected connecting link links",
        "width": "wide", "depth": "deep",
        "unemployment": "jobless joblessness unemployed",
        "derailed": "derailment derailing derails",
        "collided": "collision collide collides colliding",
        "crashed": "crash crashes crashing",
        "exploded": "explosion explosions explodes blast",
        "destroyed": "destroying destroys destruction",
        "sold": "sell sells selling sale bought buy buys buying purchase purchased acquired paid", "order": "ordered orders ordering",
        "law": "bill",
        "supported": "backed backs back supports support endorsed",
    }.items()
    for form in forms.split()
}  # fmt: skip

# A number of one thing or another, and a period that nobody can place.
EITHER = re.compile(r"\s+(?:[a-z]+\s+)?or\s", re.I)
SOME_TIME = re.compile(
    r"\b(?:past|last|recent)\s+(?:few|several|couple\s+of)\s+(?:day|week|month|year)s\b", re.I
)
