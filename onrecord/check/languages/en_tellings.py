"""English ways to tell events that have a name and a date: data only, no logic.

In patterns {N} is the name that an event is of, {M} another name, {S} a subject that is such a name, {D} a date
with what ties it to its verb, {d} a bare date, {G} what may stand between a verb and its date, {L} what may
stand between a noun and its date, {BE} a past form of "be" with an adverb, {E} the beginning of a noun phrase
that tells an event.
"""

from __future__ import annotations

# act | what is done to it, as past participles | past forms that take it as their object | past forms of what it
# does itself | nouns of the act
ACTS = """
found | founded,established,created,set up,formed | founded,established,set up | came into being | founding,foundation,establishment,creation,formation
sign | signed,concluded | signed,concluded | | signing,signature,conclusion
adopt | adopted,passed | adopted,passed | | adoption,passage
bear | born | gave birth to | came into the world | birth
die | found dead | | died,passed away | death
kill | killed,murdered,assassinated,shot dead,executed,hanged,stabbed to death,beheaded | killed,murdered,assassinated | | killing,murder,assassination,execution
open | opened,inaugurated,unveiled | opened,inaugurated,unveiled | opened,opened its doors,has been open | opening,inauguration
invade | invaded | invaded | | invasion
annex | annexed | annexed | | annexation
liberate | liberated | liberated | | liberation
besiege | besieged | besieged,laid siege to | came under siege |
explode | | | exploded,blew up | explosion
sink | sunk,torpedoed | sank,torpedoed | sank,went down,foundered | sinking
burn | destroyed by fire,burned down,burnt down,gutted by fire,destroyed in a fire | | burned down,burnt down,burned to the ground,burnt to the ground,caught fire,went up in flames | burning
launch | launched | launched | was launched,lifted off,blasted off | launch
collapse | | | collapsed | collapse
acquire | acquired,bought,taken over | acquired,bought,took over | | acquisition,purchase,takeover
elect | elected | elected | | election
"""

# act | a pattern of its own
MORE = r"""
relations | {N} and (?:the )?{M} (?:broke off|broke|severed|cut|suspended)(?: all| their)?(?: diplomatic)? (?:relations|ties){G}{D}
relations | {S} (?:broke off|severed|cut|suspended)(?: all| its)?(?: diplomatic)? (?:relations|ties) with (?:the )?{M}{G}{D}
siege-end | {E}siege of {N} (?:ended|was (?:lifted|broken|raised)){G}{D}
siege-end | {E}(?:end|lifting|breaking) of the siege of {N}{L}{D}
merging | {E}merger (?:of|between) (?:the )?{N} (?:and|with) (?:the )?{M} was announced{G}{D}
merging | {N} and (?:the )?{M} (?:announced|made public) (?:their|a|the) merger{G}{D}
merging | {N} announced (?:its|a) merger with (?:the )?{M}{G}{D}
pact | {E}(?P<what>{PACT}) between (?:the )?{N} and (?:the )?{M}(?:,? (?:which|that))? (?:was |had been )?(?:signed|concluded|sealed){G}{D}
pact | {E}(?P<what>{PACT}) (?:was |had been )?(?:signed|concluded|sealed) (?:in {X} )?(?:by|between) (?:the )?{N} and (?:the )?{M}{D}
pact | {E}(?P<what>{PACT})(?: that| which)? {N} and (?:the )?{M} (?:had )?(?:signed|concluded|sealed){G}{D}
pact | {N} and (?:the )?{M} (?:signed|concluded|sealed) (?:a|an|the|their) (?P<what>{PACT}){G}{D}
pact | {N} (?:signed|concluded|sealed) (?:a|an|the|its) (?P<what>{PACT}) with (?:the )?{M}{G}{D}
pact | {E}(?:signing|conclusion) of (?:a|an|the) (?P<what>{PACT}) between (?:the )?{N} and (?:the )?{M}{L}{D}
office | {S} (?:became|took office as|was (?:named|made|appointed|sworn in as)) (?:the )?(?P<what>{OFFICE} of) (?:the )?{M}{D}
office | {S} has been (?:the )?(?P<what>{OFFICE} of) (?:the )?{M} since {d}
office | {N}, (?:the )?(?P<what>{OFFICE} of) (?:the )?{M} since {d}
office | (?P<what>{OFFICE} of) (?:the )?{M} since {d}, {N}
visit | [Dd]uring (?:his|her) (?:[a-z]+ )?visit to (?:the )?{N},? (?:on|in) {d}, {M}
besiege | {E}siege of {N}(?:,? (?:which|that))?{BEGAN}{G}{D}
found | {S} has existed since(?: its (?:foundation|founding|creation|establishment))?{D}
found | {N} \((?:founded|established|est\.|created|set up)(?: in| on)? {d}
found | (?:^|[“"])(?:Founded|Established|Set up|Created|Formed){G}{D}, (?:the )?{N}
bear | (?:^|[“"])Born{G}{D}, {N}
bear | {N} \((?:born|b\.)(?: on)? {d}\)
bear | {N} \(born in [^()]{1,30}?,?(?: on)? {d}\)
die | {N} \((?:died|d\.)(?: on)? {d}\)
open | {S} has been open since {d}
sign | \b[Tt]he {d} {N}
sign | {N} of {d}
sign | {N} \((?:of )?{d}\)
sign | (?:founded|established|created|set up) in {d} by (?:the )?{N}
declare | {S} (?:declared|proclaimed)(?: its)? independence{G}{D}
declare | (?:^|[,;] )[Tt]he independence of {N} was (?:declared|proclaimed){G}{D}
declare | {E}declaration of (?:the )?independence of {N}{L}{D}
declare | {N}['’]s (?:declaration|proclamation) of independence{L}{D}
independent | {S} (?:became independent|(?:gained|won|achieved|obtained|regained)(?: its)? independence){G}{D}
independent | {S} has been independent since {d}
burn | (?:[Aa] |[Tt]he )?[Ff]ire (?:that |which )?(?:destroyed|gutted|swept through|ravaged|broke out (?:at|in)|consumed) (?:the )?{N}{G}{D}
burn | [Tt]he fire (?:at|in) (?:the )?{N}{L}{D}
burn | [Tt]he {d} fire (?:at|in) (?:the )?{N}
blast | (?:bomb|device) (?:exploded|went off){G} (?:in|at) {N}{G}{D}
blast | (?:[Ee]xplosion|[Bb]last) (?:in|at) {N}{L}{D}
blast | (?:[Ee]xplosion|[Bb]last) (?:that |which )?(?:rocked|hit|shook) {N}{G}{D}
blast | {N} (?:explosion|blast){L}{D}
quake | (?:[Ee]arthquake|[Qq]uake) (?:that |which )?(?:struck|hit|shook|rocked|destroyed|devastated) {N}{G}{D}
quake | {S} {BE} (?:struck|hit|shaken|rocked) by (?:an? )(?:[a-z]+ )?(?:earthquake|quake){G}{D}
quake | (?:[Ee]arthquake|[Qq]uake) (?:in|near|off|at) {N}{L}{D}
quake | {N} (?:earthquake|quake){L}{D}
quake | [Tt]he {d} {N} (?:earthquake|quake)
quake | [Tt]he {d} (?:earthquake|quake) (?:in|near) {N}
crash | {S} crashed{G}{D}
crash | [Cc]rash of {N}{L}{D}
crash | {N} crash{L}{D}
ceasefire | (?:[Cc]ease-?fire|[Tt]ruce|[Aa]rmistice) between {N} and {M}(?:,? (?:which|that))?{BEGAN}{G}{D}
ceasefire | (?:[Cc]ease-?fire|[Tt]ruce|[Aa]rmistice) between {N} and {M} has (?:held|been in (?:force|place|effect)) since {d}
ceasefire | (?:[Cc]ease-?fire|[Tt]ruce|[Aa]rmistice) in {N}(?:,? (?:which|that))?{BEGAN}{G}{D}
ceasefire | {N} (?:cease-?fire|truce|armistice)(?:,? (?:which|that))?{BEGAN}{G}{D}
merge | {S} (?:{BE} )?merged with {M}{G}{D}
merge | {N} and {M} (?:{BE} )?merged{G}{D}
merge | {E}merger (?:of|between) (?:the )?{N} (?:and|with) (?:the )?{M}{L}{D}
merge | [Tt]he {d} merger (?:of|between) (?:the )?{N} (?:and|with) (?:the )?{M}
merge | {N}['’]s {d} merger with {M}
merge | {N}['’]s merger with {M}{L}{D}
merge | {N} and {M} have been (?:one|a single|the same) [a-z]+ since(?: their merger)?{D}
marry | {S} (?:(?:got |was |were )?married(?: to)?|wed|wedded){A}(?:,? (?:her|his|their|the) [a-z ]{3,30},)? {M}{G}{D}
marry | {N} and {M} (?:{BE} |got )?(?:married|wed){G}{D}
marry | {E}(?:wedding|marriage) (?:of|between) {N} (?:and|to|with) {M}{L}{D}
marry | {N}['’]s {d} (?:wedding|marriage) (?:to|with) {M}
marry | {N}['’]s (?:wedding|marriage) (?:to|with) {M}{L}{D}
join | {N} (?:joined|acceded to|became an? (?:full )?member(?: state)? of|(?:was|were) (?:formally )?admitted (?:in)?to) (?:the )?{M}{G}{D}
join | {N} has been (?:an? |in )(?:member(?: state)? of )?(?:the )?{M} since {d}
join | {N}['’]s (?:accession|admission) to (?:the )?{M}{L}{D}
"""

# Acts that two do to each other, and acts that are told of who does them.
PAIRS = frozenset({"merge", "marry", "merging", "relations", "pact"})
DOERS = frozenset({"join", "declare"})
PERSONS = frozenset("bear die kill elect marry".split())
OFFICE = (
    r"(?:prime |vice[ -]|deputy |lieutenant |foreign |executive )?(?:governor|mayor|president|minister|chancellor"
    r"|premier|king|queen|bishop|archbishop|rector|dean|director|head|chair|chairman|chairwoman|secretary[ -]general"
    r"|editor|treasurer|commissioner|commander|ambassador|leader|speaker)"
)
PACT = r"(?<![\w-])(?:(?!(?:the|a|an|was|by|that|when|of) )[a-z]+(?:-[a-z]+)* ){0,2}(?:pact|treaty|accord|armistice|alliance|convention)"
# What is built, and places: with a name before ("the Tay bridge") or behind ("the mine at Senghenydd") they are one.
BUILT = frozenset(
    "museum bridge church cathedral mosque temple synagogue library theatre theater hospital school factory plant "
    "mill mine colliery refinery tunnel tower dam station airport hotel prison palace castle monastery abbey "
    "lighthouse stadium arena shipyard brewery pier observatory reactor viaduct canal warehouse depot fort "
    "fortress".split()
)
SETTLED = frozenset("port harbour harbor island peninsula province district".split())
# What happens once in a long while to what is built.
RUINED = frozenset("collapse explode burn sink".split())
# Acts that are told of what is built somewhere ("the mine at Senghenydd exploded").
PLACED = frozenset("collapse explode burn annex liberate invade besiege siege-end capture".split())
# What a chronicle tells in the present ("3 March 1921: the fort surrenders").
PRESENT: dict[str, str] = {
    "is": "was",
    "are": "were",
    "ends": "ended",
    "begins": "began",
    "opens": "opened",
    "invades": "invaded",
    "annexes": "annexed",
    "liberates": "liberated",
    "signs": "signed",
    "sign": "signed",
    "concludes": "concluded",
    "conclude": "concluded",
    "dies": "died",
    "kills": "killed",
    "marries": "married",
    "sinks": "sank",
    "collapses": "collapsed",
    "explodes": "exploded",
    "burns": "burned",
    "destroys": "destroyed",
    "strikes": "struck",
    "founds": "founded",
    "launches": "launched",
    "declares": "declared",
    "becomes": "became",
    "joins": "joined",
    "breaks": "broke",
    "break": "broke",
    "takes": "took",
}
PAPERS_ONLY = frozenset("sign adopt".split())

STOP = (
    r"who|which|that|when|after|before|since|until|till|while|because|but|if|whether|than|is|are|was|were|has|had"
    r"|have|will|would|could|may|might|not|never|marking|(?:by|from|to|for|at|of|the|a|an|its|his|her|their|this"
    r"|last|next|every|each|between|and)(?= \ue200)"
)
NOT_LOW = (
    "of in on at by for with from to and or than as into off near about over after before since until when where "
    "who which that planned possible attempted proposed failed threatened alleged feared future upcoming second "
    "third fourth fifth new next former old is was were will had has"
)
OPENERS = (
    "when|that|since|after|before|until|how|where|as|while|because|than|and|said|but|although|though|remember"
    "|by the time|once|so|follows|followed"
)
BEGAN = (
    "began|started|commenced|took place|took effect|happened|occurred|was held|was completed|was concluded"
    "|was finalised|was finalized|came into (?:force|effect)|went into (?:force|effect)|entered into force"
    "|had begun|had started|had taken place|was celebrated"
)
NOUN_OPENERS = "since|after|following|before|at|until|with|from|by|by the time of"
APPOSED = (
    r"(?<=[\ue100-\ue1ff]), (?:(?:who|which|whose|a|an|the|then|until|long|once|still|by|with|himself|herself"
    r"|now|one|both|her|his|its)\b|[a-z]+(?:ed|ing|t) )[^,;:()\ue200-\ue2ff]{1,110},(?= )"
)
# What makes of a date in its sentence the day of something else.
ANOTHER_DAY = (
    r"\b(?:anniversary|centenary|bicentenary|jubilee|commemorat\w*|marked|marks|marking|celebrat\w*|memorial"
    r"|years? (?:ago|after|before|later)|fictional|novel|legend\w*|traditionally|supposedly)\b"
)
NOT_FIRST = frozenset(
    "in on at the a an when after since before few it he she they we i his her its their our but and as for from by "
    "while although some all many most no not this that these those there here born founded signed established set "
    "created formed fire following during until if so then to of with both each every one two three four how who "
    "where what why because though once under over".split()
)
RECURRING = frozenset(
    "festival games fair exhibition championship championships conference summit forum cup session parliament "
    "congress assembly season market markets stock stocks school schools trial league olympics".split()
)
NO_PERSON = frozenset(
    "war wars union empire dynasty republic museum kingdom period era revolution league party movement company "
    "railway university school band group cup series plan crisis depression".split()
)
SAME_STATES: dict[str, str] = {
    "us": "united states",
    "usa": "united states",
    "america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "ussr": "soviet union",
}
# Words that show in lower case that a sentence may tell an act, beside those of `ACTS`.
SIGNS: dict[str, str] = {
    "found": "founded established created formed est existed set",
    "besiege": "siege",
    "bear": "born b",
    "die": "died d",
    "sign": "treaty pact convention charter accord accords armistice protocol peace concluded signed founded established",
    "declare": "declared proclaimed declaration proclamation independence",
    "independent": "independent independence",
    "burn": "fire",
    "relations": "relations ties",
    "siege-end": "siege",
    "merging": "merger",
    "pact": "pact treaty accord armistice alliance convention",
    "office": "became took named made appointed sworn since",
    "visit": "visit",
    "explode": "explodes",
    "blast": "exploded bomb device explosion blast",
    "quake": "earthquake quake",
    "crash": "crash crashed",
    "ceasefire": "ceasefire cease truce armistice",
    "merge": "merged merger",
    "marry": "married wed wedded wedding marriage",
    "join": "joined acceded member admitted accession admission",
}
LABELLED = frozenset("treaty pact peace armistice accord accords".split())
"""Papers of which a year before the name is that of their signing."""
RULERS = frozenset(
    "president king queen emperor empress pope sultan shah tsar czar minister chancellor governor prince duke "
    "chairman premier".split()
)
"""Dates in brackets behind these may be those of a reign."""
LABELS = frozenset({r"\b[Tt]he {d} {N}", "{N} of {d}", r"{N} \((?:of )?{d}\)"})
"""Patterns in which only a year stands before or behind a name."""
NO_TITLE = frozenset(
    "agreement agreements act pact treaty charter convention accord accords declaration protocol constitution law "
    "bill resolution memorandum of understanding cooperation intent partnership joint trade peace defense defence "
    "executive order presidential national federal state free the for and on security framework bilateral letter "
    "strategic economic military basic fundamental community social climate".split()
)
"""Words that make no name of a paper by themselves."""
