"""English lexicons and patterns; data only, read by `find.lexicon` and the finders.

A verb stands in one group for each complement that makes it a cue:

CLAUSE   a clause, a question or quoted words ("said that", "said he", "said: ...")
OBJECT   a noun phrase that is itself the content ("criticised the plan", "called it a mistake")
INFINITIVE   a to-infinitive ("vowed to", "wants to")
HEARER   somebody told, then the content ("told reporters that", "urged them to")
PREPOSITION  a preposition that belongs to the cue ("called for", "spoke of")

Words are chosen by how often they introduce words or views of somebody in news text, so that "take" is absent
although "he took the view that" exists.
"""

from __future__ import annotations

CODE = "en"

CLAUSE = """
say add write note argue suggest announce report state claim insist explain acknowledge warn concede declare
tweet reply respond continue conclude remark observe recall reveal admit allege assert contend maintain
stress emphasize emphasise underscore underline reiterate repeat predict estimate indicate confirm complain
joke quip comment mention propose recommend vow pledge promise swear testify lament caution counter retort
muse post agree deny opine reason imply hint boast brag assure disclose proclaim pronounce affirm assess
conjecture speculate clarify specify elaborate interject answer shout yell scream cry exclaim whisper murmur
mutter sigh chant text email believe think hope fear worry suspect assume doubt expect feel know realize
realise understand figure guess wonder imagine foresee anticipate find show demonstrate learn decide
determine rule read tout signal urge demand request ask question inquire enquire relay recount narrate quote
cite order decree cable blog reaffirm recognize recognise concur note underline convey point_out make_clear
go_on lay_out spell_out set_out put_it sum_up chime_in weigh_in fire_back hit_back shoot_back
""".split()

OBJECT = """
criticize criticise praise reproach upbraid berate describe blame endorse denounce condemn reject dismiss
mock slam blast defend accuse attack oppose decry deride ridicule lambaste bash rip rebuke chide chastise
scold assail disparage laud applaud commend hail tout cheer deplore bemoan lament fault call label dub brand
characterize characterise portray depict voice express question challenge dispute contradict refute rebut
deny predict announce propose reiterate stress emphasize emphasise highlight underscore recall mention cite
note discuss acknowledge suggest outline welcome support back protest appreciate admire respect regret
resent blame credit thank congratulate urge demand request recommend advocate promise report claim compare
liken echo reaffirm recognize recognise convey thank affirm hate dislike fear want seek consider regard view
see question reveal repeat describe explain
""".split()

INFINITIVE = """
vow pledge promise refuse decline want plan hope seek agree threaten offer intend expect decide ask demand
prefer aim swear propose claim volunteer commit resolve
""".split()

HEARER = """
tell inform remind assure warn ask urge advise notify implore beg challenge encourage caution reassure
""".split()

PREPOSITION = {
    "call": "for on upon",
    "ask": "for about",
    "commit": "to",
    "point": "to",
    "refer": "to",
    "speak": "of about against",
    "talk": "about of",
    "complain": "about of",
    "warn": "of about against",
    "argue": "for against",
    "comment": "on about",
    "push": "for",
    "worry": "about",
    "think": "of about",
    "dream": "of",
    "boast": "of about",
    "brag": "about",
    "express": "",
    "lash": "out",
    "draw": "attention",
    "allude": "to",
    "agree": "with on",
    "disagree": "with on",
    "approve": "of",
    "disapprove": "of",
    "appeal": "for to",
    "press": "for",
    "campaign": "for against",
    "rail": "against",
    "inveigh": "against",
    "object": "to",
    "apologize": "for",
    "apologise": "for",
    "joke": "about",
    "tweet": "about",
    "write": "of about",
    "testify": "about",
    "hint": "at",
    "insist": "on",
    "believe": "in",
    "hope": "for",
    "advocate": "for",
    "lobby": "for against",
    "protest": "against",
    "vouch": "for",
    "take": "aim",
}

# Single small words that can speak without an article.
BARE_SPEAKERS = """
police people everyone everybody someone somebody anyone many most some few several others both women men all neither
parliament congress management staff state media government opposition none nobody another one
""".split()

# Verbs whose plain or past form is as often a noun or something else; they are cues only before "that",
# a colon or quoted words, or right after a personal pronoun or a name.
WARY = """
find show read rule figure guess cry text email post learn know see feel understand determine decide signal
order continue respond realize realise think hate view back support consider report claim call note
estimate question comment state maintain counter reason blog cable quote order respect promise demand
request challenge attack protest praise blame fault credit cheer brand label echo rip back assess compare
offer plan aim answer conclude demonstrate admit
""".split()

# Third-person forms that are plain verbs; any other form in -s may be a plural noun and needs clear surroundings.
PLAIN_BASE = "say tell argue believe insist acknowledge contend allege assert criticize criticise describe agree".split()
# Cues only before "that", a question word, a pronoun or quoted words, never before a bare noun phrase.
NOT_BEFORE_NOUNS = """
continue read maintain recognize recognise understand know add feel decide worry expect pledge confirm
repeat learn respond write demonstrate determine figure guess answer post explain go hope shout scream chant
muse tell assume counter doubt agree think conclude see take rule
""".split()

# Forms of cue verbs that are nearly always something else.
NOT_CUES = """
states rules remarks emails texts views attacks blogs brands labels signals cables codes screams cries
regarding considering respecting counters chants figures posts
""".split()
PLAIN_S = """
says tells writes adds argues insists believes thinks wants knows asks suggests explains concludes describes
accuses admits acknowledges declares denies recalls replies responds warns urges agrees contends asserts
alleges announces criticizes criticises condemns denounces rejects dismisses vows refuses declines seeks
observes confirms
""".split()

THOUGHT = """
believe think hope fear worry suspect assume doubt expect feel know realize realise understand figure guess
wonder imagine foresee anticipate find learn determine speculate conjecture consider regard view see prefer
hate dislike admire respect resent regret appreciate support oppose back agree
disagree approve disapprove dream
""".split()

INTENDED = "want plan intend seek aim decide threaten offer vow pledge promise swear volunteer".split()

IRREGULAR = {
    "commit": "commits committed committing",
    "concur": "concurs concurred concurring",
    "sum": "sums summed summing",
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "see": "sees saw seen seeing",
    "foresee": "foresees foresaw foreseen foreseeing",
    "swear": "swears swore sworn swearing",
    "seek": "seeks sought seeking",
    "speak": "speaks spoke spoken speaking",
    "draw": "draws drew drawn drawing",
    "take": "takes took taken taking",
    "make": "makes made making",
    "go": "goes went gone going",
    "put": "puts put putting",
    "lay": "lays laid laying",
    "spell": "spells spelled spelt spelling",
    "set": "sets set setting",
    "hit": "hits hit hitting",
    "shoot": "shoots shot shooting",
    "read": "reads read reading",
    "learn": "learns learned learnt learning",
    "quip": "quips quipped quipping",
    "brag": "brags bragged bragging",
    "rip": "rips ripped ripping",
    "slam": "slams slammed slamming",
    "refer": "refers referred referring",
    "admit": "admits admitted admitting",
    "rebut": "rebuts rebutted rebutting",
    "dub": "dubs dubbed dubbing",
    "plan": "plans planned planning",
    "blog": "blogs blogged blogging",
    "beg": "begs begged begging",
    "dream": "dreams dreamed dreamt dreaming",
    "signal": "signals signaled signalled signaling signalling",
    "label": "labels labeled labelled labeling labelling",
    "prefer": "prefers preferred preferring",
    "regret": "regrets regretted regretting",
}

# Nouns whose content follows: "his claim that", "the statement said" is a verb's business.
NOUNS_THAT = """
claim claims statement assertion allegation allegations argument suggestion suggestions warning warnings
belief view fear fears concern concerns hope hopes conviction contention complaint complaints accusation
accusations promise pledge vow prediction insistence admission acknowledgment confirmation denial assurance
assurances conclusion opinion feeling expectation speculation rumor rumors report reports charge charges
demand demands theory
""".split()
NOUNS_TO = "promise pledge vow plan plans decision desire refusal commitment offer threat threats call calls bid".split()
NOUNS_OF = """
criticism condemnation endorsement praise support description criticisms denunciation rejection opposition
complaints concerns fears view opinion accusations allegations characterization defense
""".split()

PRONOUNS = "he she they we i it you who".split()
PERSONAL = "he she they we i you".split()
POSSESSIVES = "his her their its our my your".split()
NAMELESS = """
he she they we i it you who which that him her them us one this these those his their our my its himself
herself themselves somebody someone nobody everyone
""".split()
DETERMINERS = """
the a an this that these those his her their its our my your some many most several few other another no any
both each every all more
""".split()
PREPOSITIONS = """
of in on at by for with from to about against into over under during after before since until through
between among across around without within near amid along behind beyond despite toward towards upon via per
like as than including following
""".split()
CONJUNCTIONS = "and but or nor yet so".split()
SUBORDINATORS = """
that because if when while whereas although though unless whether as since before after until once where how
why what which who whose whom
""".split()
AUXILIARIES = """
is are was were be been being am has have had having do does did will would can could may might must shall
should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot
couldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t
couldn’t he's she's he’s she’s it's it’s they've they’ve he'd he’d she'd she’d i'm i’m we're we’re they're
they’re i've i’ve
""".split()
BE = "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split()
NEGATIONS = "not never no n't didn't didn’t doesn't doesn’t don't don’t hasn't hasn’t haven't haven’t hadn't hadn’t".split()
# Before a cue these mean that nothing was said.
DENYING = "not never cannot".split()
SUPPOSING = "should would could may might must can".split()
# Adverbs and determiners that deny or count, and so are part of what is said.
COUNTING = "not never no all both only almost nearly hardly merely just even most rather once".split()
ADVERBS = """
also later then now still again even just already once often always never previously recently earlier first
further instead however therefore thus meanwhile moreover reportedly publicly simply only merely not soon
ever long rather almost all both repeatedly famously quickly finally
""".split()
# Words in -ly that are no adverbs.
NOT_ADVERBS = """
assembly family italy july reply supply ally bully monopoly anomaly rally fly jelly belly butterfly friendly
elderly deadly weekly daily monthly quarterly lonely likely unlikely orderly scholarly only early
""".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
PERIODS = "second seconds minute minutes hour hours day days week weeks month months year years decade decades".split()
TIME_WORDS = """
monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon
evening night week month year earlier later last next this january february march april may june july august
september october november december
""".split()
# Nouns that name a way of speaking: "in a statement", "during an interview".
OCCASIONS = """
statement interview tweet tweets letter email e-mail speech post posting briefing memo message article op-ed
column release note filing blog report interviews remarks editorial address appearance comments essay book
video conference rally debate hearing testimony text telegram call press news broadcast
""".split()
OUTLETS_AFTER_ON = (
    "twitter facebook cnn msnbc nbc abc cbs fox instagram youtube telegram tv television radio".split()
)

# Frequent verbs that are no cues; they end the search for a noun phrase.
VERBS = """
made went came gave held ran spent left met won lost got took sat stood began became kept brought led fell
rose grew sent paid built bought caught chose cut drew drove ate fought flew forgot hid hit hurt laid let
lay met put rode rang sang shook shot shut sank slept spoke stole struck taught threw wore used had did has
is was were are be been have do does says wants makes goes comes gives holds runs takes gets becomes keeps
brings leads helps works plays lives moves happens remains appears seems looks needs tries turns starts
stops means allows puts sets lets begins continues lies sits stands stays works serves laughed smiled
refused visited attended joined arrived returned signed worked served lived moved played tried turned
started stopped helped needed looked allowed heard seen told asked known quoted filmed recorded
""".split()

TITLES = """
mr mrs ms dr prof sen gov rep lt col gen maj capt sgt rev hon pres sir st
""".split()
ABBREVIATIONS = r"""
Mr Mrs Ms Dr Prof Sen Sens Gov Govs Rep Reps Lt Col Gen Maj Capt Sgt Rev Hon Pres St Jr Sr Inc Corp Ltd Co vs etc No
Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind
Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Adm Amb Atty Cmdr Dist Supt
""".split()

# Joint statements: what such a text is called, who speaks in one, and how a clause before the verb begins.
JOINT_TITLES = (
    r"(?:joint|common) (?:press )?(?:statement|declaration|communiqu[eé]|appeal|address|letter|message|position)|"
    r"(?:leaders|ministers|presidents|heads of state)['’]? (?:joint )?(?:statement|declaration|communiqu[eé])|communiqu[eé]"
)
NAMES_WITH_AND = (
    "bosnia and herzegovina",
    "antigua and barbuda",
    "trinidad and tobago",
    "saint kitts and nevis",
    "saint vincent and the grenadines",
    "sao tome and principe",
    "são tomé and príncipe",
)
COLLECTIVES = """
leaders heads presidents ministers chancellors governors members representatives states governments nations
peoples countries parties undersigned delegations ambassadors mayors bishops churches organizations
organisations unions chiefs secretaries speakers chairs chairmen citizens scientists signatories
participants
""".split()
PREAMBLES = """
recognizing recognising recalling reaffirming noting acknowledging welcoming stressing emphasizing
emphasising bearing considering convinced mindful guided concerned determined deploring condemning
expressing affirming aware conscious underlining underscoring having taking desiring inspired alarmed
""".split()

# One speaker's text under a title that names them.
MONOLOGUE_BEFORE = (
    r"(?:opening |closing |prepared |joint |full |transcript of |text of |press )*"
    r"(?:statement|remarks|address|speech|comments?|commentary|message|letter|testimony|replies|answers|interview|greetings?)"
    r"(?: as prepared for delivery| as delivered)? (?:by|from|of)"
)
MONOLOGUE_AFTER = (
    r"['’]s? (?:opening |closing |prepared |inaugural |new year |full |televised |reply |live )*"
    r"(?:statement|remarks|address|speech|comments?|commentary|message|letter|testimony|interview|replies|answers|reply|answer)"
)

# Nouns that announce words set apart by a colon.
ANNOUNCING = (
    "statement text document letter message words terms speech declaration article diary poem song".split()
)
# Printed before a colon in headlines, and no speaker.
TOPICS = """
breaking update updated exclusive live watch video photo photos analysis opinion editorial review recap poll
report subject from to date re cc note contact phone tel email source dear explainer factbox timeline obituary interview transcript gallery
podcast election news world sports business politics corrected correction press fact sheet readout icymi
statement background memorandum letter
""".split()

# Headlines: what may stand after a dash or a comma as a source without an article.
BODIES = """
government kremlin palace ministry minister ministers president presidency premier police army military
media newspaper newspapers tv agency agencies report reports survey poll study officials official source
sources expert experts analyst analysts lawmaker lawmakers senator diplomat diplomats spokesman spokeswoman
spokesperson court prosecutors union company bank regulator watchdog authorities governor mayor envoy
ambassador parliament speaker embassy commission office department service council board committee
foundation church commander general staff headquarters think-tank monitor
""".split()
