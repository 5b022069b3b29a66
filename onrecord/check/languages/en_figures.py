"""English words by which two sentences with a figure are told to be of one thing, or of two; data only."""

# ruff: noqa: E501 (a list of words is easier to read whole)

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
    "projections can wouldn't couldn't i'd we'd he'd she'd they'd"
)
UNREAL_STEMS = ("propos", "pledg", "promis", "expect", "forecast", "predict", "averag")
# What grows as days go by: its figures of two days are two figures.
GROWING = _words(
    "been already since toll killed dead death deaths died dies injured wounded missing victims survivors infected infection "
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
# Words that are one for comparing.
SAME: dict[str, str] = {
    form: word
    for word, forms in {
        "people": "persons individuals person",
        "soldiers": "troops servicemen servicemembers",
        "men": "man", "women": "woman", "children": "kids kid child",
        "vote": "ballot ballots votes",
        "attack": "assault strike",
        "dollar": "dollars",
        "company": "firm",
        "buy": "purchase", "bought": "purchased acquired",
        "kilometer": "kilometre", "center": "centre",
        "vehicle": "car",
        "us": "american america usa",
        "russia": "russian russians", "ukraine": "ukrainian ukrainians", "uk": "british britain",
        "killed": "dead died",
        "wounded": "injured hurt",
        "supported": "backed",
    }.items()
    for form in forms.split()
}  # fmt: skip
