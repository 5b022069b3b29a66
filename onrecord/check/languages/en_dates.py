"""English words of events that have one date: data only, no logic."""

from __future__ import annotations

# act | its noun with the preposition of whom it is done to | how its events are told apart:
# "once": there is one, at any distance; "spell": another only after months; all other acts are "any", of
# which two are one event only where their dates differ in one part; "cycle": they come back on the same day
# of a year; "state": once for a state only. "person": it is done to (or by) a person whose whole name must be
# known. "paper": only of what is called a treaty, an act and so on. "own": only of ITS_OWN. "doer": everybody
# does it on a day of their own. "day": it goes on, so that only days tell. "does": the event is of who does
# it; "self": of who does it where it is done to nobody.
EVENTS = """
bear | birth of | once person
die | death of | once person does
marry | marriage of | once
assassinate | assassination of | once person
murder | murder of | once person
kill | killing of | once person
execute | execution of | once person
poison | poisoning of | spell person
kidnap | kidnapping of | spell person
abduct | abduction of | spell person
arrest | arrest of | spell person
detain | detention of | spell person
indict | indictment of | spell person
convict | conviction of | spell person
acquit | acquittal of | spell person
extradite | extradition of | spell person
deport | deportation of | spell person
inaugurate | inauguration of | spell cycle
crown | coronation of | once person
impeach | impeachment of | spell person
appoint | appointment of | spell person
name | appointment of | spell person
nominate | nomination of | spell person
oust | ouster of | spell
overthrow | overthrow of | spell
topple | toppling of | spell
depose | deposition of | spell person
resign | resignation of | spell person does
retire | retirement of | spell person does
defect | defection of | spell person does
found | founding of | once
establish | establishment of | once
incorporate | incorporation of | once
adopt | adoption of | once paper near
pass | adoption of | once paper near
sign | signing of | once paper doer near
ratify | ratification of | once paper doer
enact | enactment of | once paper
repeal | repeal of | once paper
paper | date of | once
join | accession to | once doer state
declare | declaration of | once doer own
invade | invasion of | spell near
annex | annexation of | spell near
occupy | occupation of | spell day
liberate | liberation of | spell near
conquer | conquest of | spell
capture | capture of | spell
seize | seizure of | spell
besiege | siege of | spell day near
burn | fire at | spell near
blast | explosion in | any
ceasefire | ceasefire in | any
independent | independence of | once doer own
blockade | blockade of | spell day
partition | partition of | spell
bombard | bombardment of | spell day
sink | sinking of | once self near
hijack | hijacking of | spell
surrender | surrender of | spell does
dissolve | dissolution of | spell self
disband | disbanding of | spell
collapse | collapse of | spell self near
nationalize | nationalisation of | spell
withdraw | withdrawal from | spell doer
acquire | acquisition of | spell near
buy | purchase of | spell
enforce | entry into force of | once paper does
unveil | unveiling of | spell
launch | launch of | spell near
open | opening of | once self
release | release of | spell person
elect | election of | spell person cycle office
quake | earthquake in | spell
tsunami | tsunami in | spell
crash | crash of | once does
explode | explosion of | spell self near
sentence | sentencing of | spell person
office | start in office of | spell person doer surname
relations | break of relations between | spell near
siege-end | end of the siege of | spell near
merging | announcement of the merger of | once
pact | signing of the pact between | spell doer
free | liberation of | spell person
destroy | destruction of | spell
merge | merger of | once
visit | visit to | any doer
arrive | arrival in | any doer
meet | meeting with | any doer
attack | attack on | any
bomb | bombing of | any
strike | strike on | any
raid | raid on | any
"""

# What a date that people print has: the name of a month, or figures with strokes or dots.
DATE = (
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|tember|ober|ember)?\b|\d[./-]\d|\b[12]\d{3}\b"
)
# Papers of which one name means one paper for ever.
LASTING = frozenset(
    "treaty pact convention charter accord accords constitution resolution armistice statute".split()
)

# Last words of what is signed and adopted by name.
PAPERS = frozenset(
    "agreement agreements act pact treaty charter convention accord accords declaration protocol "
    "constitution "
    "law bill resolution memorandum concordat armistice statute covenant communique".split()
)
# Objects without a name of their own that are one thing for one doer.
ITS_OWN = frozenset({"independence", "neutrality"})

# Acts that are none of an event: they say what somebody said or is, or stand for too many things.
NO_EVENTS = frozenset(
    "say tell call speak talk announce confirm deny condemn accuse agree accept allow offer propose "
    "hold take lead lose "
    "win vote file pay raise reject question order name place present receive send start begin end "
    "fall hit cut drop "
    "back block oppose defend fight deliver build create command host attend appear fund grant award "
    "issue amend "
    "participate order approve authorize extend submit complete conclude order investigate interview "
    "welcome greet "
    "congratulate celebrate commemorate".split()
)

STATES = frozenset(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain "
    "bangladesh belarus "
    "belgium bolivia bosnia brazil bulgaria cambodia cameroon canada chad chile china colombia congo "
    "croatia cuba "
    "cyprus czechia denmark ecuador egypt eritrea estonia ethiopia finland france gabon georgia "
    "germany ghana greece "
    "guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy "
    "jamaica japan "
    "jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania "
    "luxembourg "
    "madagascar malawi malaysia mali malta mexico moldova mongolia montenegro morocco mozambique "
    "myanmar namibia "
    "nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru "
    "philippines poland "
    "portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia somalia spain "
    "sudan sweden "
    "switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda "
    "ukraine uruguay "
    "uzbekistan vatican venezuela vietnam yemen zambia zimbabwe".split()
) | {
    "united states",
    "united kingdom",
    "soviet union",
    "european union",
    "north korea",
    "south korea",
    "saudi arabia",
    "south africa",
    "new zealand",
    "sri lanka",
    "costa rica",
    "south sudan",
    "united arab emirates",
}
# A paper that is named by its number, right before "of" and a date; what stands between may be its title in
# brackets or the address that a page links to.
NUMBERED = (
    r"(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})\s+(?:No\.?\s*|Nr\.?\s*|number\s+)?"
    r"(?P<number>\d[\d/]{1,12}),?\]?(?:\([^()\n]{0,220}\))?,?\s+(?:of|dated)\s+\Z"
)
ORDERS = frozenset(
    "order proclamation decree directive regulation determination decision edict ukase".split()
)

# Words that are no name by themselves, even with a capital.
GENERIC = frozenset(
    "center centre office summit plan platform strategy initiative program programme council "
    "committee commission "
    "court house government administration cabinet parliament congress senate assembly party army "
    "force forces "
    "company bank school university hospital museum library airport bridge station church agency department "
    "ministry fund project system service team union state city town report guidance framework fact "
    "sheet".split()
)

# Acts of one event: whoever is murdered dies.
SAME: dict[str, str] = {
    "assassinate": "die",
    "execute": "die",
    "kill": "die",
    "murder": "die",
    "establish": "found",
    "incorporate": "found",
    "buy": "acquire",
    "abduct": "kidnap",
    "detain": "arrest",
    "free": "release",
    "inaugurate": "open",
    "name": "appoint",
    "pass": "adopt",
    "seize": "capture",
    "topple": "overthrow",
    "depose": "overthrow",
    "oust": "overthrow",
}
SHORT_STATES = frozenset("u.s us usa uk u.k ussr eu british german dutch french".split())
# Words that stand without an article at the beginning of a sentence and are no names.
BARE = frozenset(
    "police congress parliament government legislation construction work fire water aid help power "
    "peace war oil gas "
    "food money trade snow rain ice smoke staff management labour labor justice freedom everyone "
    "everybody someone "
    "nobody one two three four five six nine ten today yesterday tomorrow".split()
)
TITLES = frozenset(
    "president minister prime foreign chancellor king queen prince princess premier chairman "
    "chairwoman chair speaker "
    "governor mayor secretary ambassador leader head director emperor general colonel captain major "
    "sergeant senator "
    "representative congressman congresswoman judge justice justices professor doctor dr mr mrs ms "
    "miss sir dame lord "
    "lady saint st pope father sister brother the late former vice deputy first of great old young "
    "jr sr author "
    "actor actress singer poet writer journalist activist dictator commander officer soldier private "
    "his her".split()
)
MONTHS = "January February March April May June July August September October November December".split()

TIES = frozenset("of the for and & a an understanding cooperation intent".split())
PAIRS = frozenset({"marry", "merge"})
"""Acts that two do to each other: read from whole sentences, which show both."""
