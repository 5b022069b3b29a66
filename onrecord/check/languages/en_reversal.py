"""English words for reversals, data only: what negates, plans or hedges a verb; which acts are opposites."""

from __future__ import annotations

CODE = "en"

OPPOSITES = """
invite -exclude -disinvite -uninvite
attend take_part participate -skip -boycott
approve endorse authorise authorize -reject -veto -disapprove
confirm -deny
open reopen -close -shut -shut_down
join -leave -quit
support -oppose
accept -refuse -turn_down -decline
extend prolong -end -terminate
retain -scrap -abolish
allow permit -ban -prohibit -forbid -bar
impose introduce -lift
resign step_down
raise increase -cut -reduce -lower
release free -detain
restore -suspend
cancel call_off
hire appoint -dismiss -fire -sack
buy purchase -sell
build construct -demolish
grant award -revoke
ratify -denounce
"""
"""One line an act: words that count as it, and after "-" its opposites; "_" stands for a space."""

NOUNS = {
    "invitation": "invite", "invite": "invite", "visit": "visit", "trip": "visit", "talk": "negotiate",
    "negotiation": "negotiate", "participation": "attend", "attendance": "attend", "support": "support",
    "approval": "approve", "ban": "ban",
    "resignation": "resign", "withdrawal": "leave", "apology": "apologise",
    "endorsement": "approve", "pardon": "pardon", "veto": "veto", "permission": "allow",
    "increase": "increase", "reduction": "cut", "closure": "close", "extension": "extend",
}  # fmt: skip
"""A noun of doing, and the verb that it stands for beside a verb that only carries it."""

CARRIERS = """
send issue extend make hold pay give grant announce receive offer accept impose conduct plan arrange
""".split()
"""Verbs that only carry a noun of doing: "send invitations", "hold talks", "pay a visit"."""

STANCES = "support oppose back favour favor endorse recognise recognize reject".split()
"""Verbs whose plain present is a position, not a habit."""

ALONE = """
resign step_down quit run testify apologise apologize retire surrender concede abdicate
""".split()
"""Acts that are whole without an object where the speaker is the one who acts."""

IRREGULAR = {
    "sent": "send", "met": "meet", "held": "hold", "left": "leave", "took": "take", "taken": "take",
    "gave": "give", "given": "give", "paid": "pay", "bought": "buy", "sold": "sell", "built": "build",
    "cut": "cut", "shut": "shut", "quit": "quit", "withdrew": "withdraw", "withdrawn": "withdraw",
    "forbade": "forbid", "forbidden": "forbid", "kept": "keep", "let": "let", "ran": "run", "run": "run",
    "spoke": "speak", "spoken": "speak", "fought": "fight", "struck": "strike", "sought": "seek",
    "chose": "choose", "chosen": "choose", "wrote": "write", "written": "write", "drew": "draw",
    "drawn": "draw", "brought": "bring", "taught": "teach", "led": "lead", "spent": "spend", "lent": "lend",
    "rebuilt": "rebuild", "broke": "break", "broken": "break", "put": "put", "set": "set", "stood": "stand",
    "won": "win", "lost": "lose", "told": "tell", "hired": "hire", "bade": "bid", "shot": "shoot",
    "stole": "steal", "stolen": "steal", "flew": "fly", "flown": "fly", "drove": "drive", "driven": "drive",
    "froze": "freeze", "frozen": "freeze", "hid": "hide", "hidden": "hide", "sued": "sue", "read": "read",
    "split": "split", "spread": "spread", "swore": "swear", "sworn": "swear", "threw": "throw",
    "thrown": "throw", "taken_part": "take_part", "undertook": "undertake", "undertaken": "undertake",
    "ceded": "cede", "saw": "see", "seen": "see", "found": "find", "made": "make", "came": "come",
    "went": "go", "gone": "go", "got": "get", "gotten": "get", "did": "do", "done": "do", "said": "say",
    "knew": "know", "known": "know", "thought": "think", "felt": "feel", "began": "begin", "begun": "begin",
    "stuck": "stick", "hurt": "hurt", "hit": "hit", "cast": "cast", "cost": "cost", "rose": "rise",
    "risen": "rise", "fell": "fall", "fallen": "fall", "became": "become", "wore": "wear", "worn": "wear",
    "showed": "show", "shown": "show", "understood": "understand", "lain": "lie", "laid": "lay",
    "heard": "hear", "bore": "bear", "borne": "bear", "ate": "eat", "eaten": "eat", "sank": "sink",
    "sunk": "sink", "beat": "beat", "beaten": "beat", "bound": "bind", "caught": "catch", "dealt": "deal",
    "fed": "feed", "bred": "breed", "slept": "sleep", "swept": "sweep", "tore": "tear", "torn": "tear",
    "overthrew": "overthrow", "overthrown": "overthrow", "grew": "grow", "grown": "grow", "sang": "sing",
    "sung": "sing", "rode": "ride", "ridden": "ride", "dug": "dig", "hung": "hang", "meant": "mean",
}  # fmt: skip

PARTICIPLES_ONLY = """
taken given withdrawn forbidden spoken chosen written drawn broken stolen flown driven frozen hidden sworn
thrown undertaken seen gone gotten done known begun risen fallen worn shown lain borne eaten sunk beaten torn
overthrown grown sung ridden
""".split()

BASES = "need feed bleed breed speed proceed exceed succeed seed weed heed bring sing ring fling".split()
"""Plain verbs that end like a past or a participle."""

VERBS_IN_LY = "supply apply reply comply rely multiply imply fly rally tally ally bully sully dally".split()
"""Verbs that end like an adverb."""

LIGHT = """
be have do get go come make take say tell know think see want need feel look like seem let try keep mean put
happen continue remain become work help hope believe expect talk speak ask give use happen hear find show
believe understand understood start begin stop be able start wait happen end stay turn comment answer respond
remember forget add note agree discuss consider call mention love hate care matter worry tolerate rest change
""".split()
"""Verbs too loose to be compared: they say the opposite of themselves about different things every day."""

OF_NAMED = "know speak talk".split()
"""Loose verbs that are compared where their object ends in a name ("spoke with Ada Berg")."""

WITH_NAMED = "with to".split()
"""What may stand between such a verb and the name."""

FUTURE = "will shall".split()
REPORTED_FUTURE = "would".split()
HEDGES = "may might could should can must ought would've could've".split()
PAST = "did was were had".split()
PRESENT = "do does is are am 're".split()
HAVE = "have has had having 've".split()
BE = "be is are am was were been being".split()
DO = "do does did".split()
NOT_FINITE = "be been being having that's who's there's".split()
"""Words that begin no clause of their own, or one that says which thing is meant."""

NEGATIVE = "not never neither nor cannot".split()
CONTRACTED = {
    "won't": "will", "wouldn't": "would", "didn't": "did", "doesn't": "does", "don't": "do", "isn't": "is",
    "aren't": "are", "wasn't": "was", "weren't": "were", "hasn't": "has", "haven't": "have", "hadn't": "had",
    "shan't": "shall", "can't": "can", "couldn't": "could", "shouldn't": "should", "mustn't": "must",
    "ain't": "is", "mightn't": "might",
}  # fmt: skip
"""A negated auxiliary in one word, and the auxiliary."""

CLITICS = {"'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
IS_CLITIC = "he's she's it's that's there's who's".split()

ADVERBS = """
also now still ever even again just really simply probably certainly therefore thus soon already instead
indeed then once both all ultimately today tomorrow definitely formally officially personally either
""".split()

PLANNED = """
going set due scheduled expected slated poised planning plan plans planned intending intend intends intended
decided decide decides deciding agreed agree agrees promised promise promises pledged pledge pledges vowed vow
vows committed determined resolved preparing prepared ready willing chosen invited_to about obliged
""".split()
"""Before "to" and a verb: what follows is planned."""

NOT_PLANNED = """
refused refuse refuses refusing declined decline declines declining unwilling failed fail fails neglected
unable reluctant
""".split()
"""Before "to" and a verb: what follows is not done."""

PLAN_NOUNS = "plans plan intention intentions desire wish need reason interest".split()
PLANS = "plans plan intention intentions".split()
"""Nouns that make a plan of what follows: "no plans to", "no intention of"."""

RULED_OUT = (
    ("ruled", "out"), ("rule", "out"), ("rules", "out"), ("ruling", "out"), ("decided", "against"),
    ("decides", "against"), ("decide", "against"), ("rejected", "the", "idea", "of"),
    ("dismissed", "the", "idea", "of"), ("against",),
)  # fmt: skip
"""Before a verb in -ing: what follows is not planned."""

NEVER = (("under", "no", "circumstances"), ("in", "no", "way"), ("by", "no", "means"), ("at", "no", "point"))
"""Said within a verb: it is denied."""

EVER_DENIED = "never".split()
"""Denies an act of all the time up to now."""

ADMITTING = "acknowledged acknowledges admitted admits conceded concedes confessed confesses".split()
"""Cues whose content was so before it is said."""

DROPPED = "abandoned dropped scrapped shelved ditched cancelled canceled abandon drop scrap shelve".split()
"""Before "plans to": what follows is no longer planned."""

DENIED = "denied denies deny denying".split()

DECLARING = (
    "ruled out", "rejected the idea of", "dismissed the idea of", "refused to", "vowed to", "vowed not to",
    "vowed never to", "promised to", "promised not to", "promised never to", "pledged to", "pledged not to",
    "pledged never to", "denied",
)  # fmt: skip
"""Verbs after the name of a speaker by which a text tells of the speaker's stance."""

BESIDE_DECLARING = """
has had have also again repeatedly earlier later then already flatly firmly explicitly categorically publicly
""".split()
"""What may stand between a name and such a verb."""

OFFICES = """
president minister chancellor senator governor mayor secretary general representative chief king queen
chairman chairwoman chair leader spokesman spokeswoman spokesperson commissioner ambassador premier executive
""".split()
"""Words that end a title before a name."""

FLIPPING = """
denied denies deny denying rejected dismissed refuted rebutted disputed
""".split()
"""Cues whose content is said not to be so."""

NO_STANCE = """
asked ask asks asking urged urge urges demanded demand demands hoped hope hopes hoping suggested suggest
suggests proposed propose proposes wondered joked joke jokes quipped speculated predicted wants wanted want
wishes wished recommended called calling calls threatened threaten warned warns imagine imagined feared fears
fear expects expected appealed begged questioned
""".split()
"""Cues whose content is wished, supposed or feared."""

DENYING = "not never cannot no nobody untrue false wrong incorrect".split()
"""Before "that" and a clause: the clause is denied, or not said."""

TRUE = "true correct case untrue false incorrect".split()
"""Beside a denial, before "that": what follows is not so."""

OPINIONS = "think believe expect guess suppose doubt imagine hope feel".split()
"""Verbs that can stand between a denial and a clause without "that" ("I don't think we will")."""

SUPPOSED = """
if unless whether suppose supposing hypothetically otherwise provided lest wish imagine perhaps maybe
possibly unlikely likely
""".split()
"""Words that make a sentence one about what may be."""

SUPPOSED_CLAUSE = "when until till before once after while although though as because since".split()
"""Words that begin a clause of circumstance."""

BLUNTING = """
only just yet necessarily always simply merely solely alone exactly fully entirely completely all every
everyone everything anything enough quite immediately automatically much
""".split()
"""After or beside a negation: not the verb is negated but how, how much or when."""

EXCEPTED = "except besides until till without unless beyond more less fewer than rather".split()
"""In a negated clause: what is denied is denied with an exception, or only compared."""

NO = "no none neither nobody".split()
NO_NOTHING = "doubt matter question way wonder longer one such reason".split()
"""After "no": nothing is denied of a thing."""

BREAKS = """
, . ; : ( ) [ ] — – " “ ” « » that which who whom whose but and or because so if when while although though
unless until whether where why how what than
""".split()
"""Where a subject begins."""

ENDS = """
; : ( ) [ ] — – . ! ? “ ” " « » which who whom whose but because if when while although though unless until
whether where why how what that so since as
""".split()
"""Where an object and what goes with it end."""

PREPOSITIONS = """
to in on at for with from by into onto against about over under during after before through between among
towards toward near across within without despite amid around
""".split()

DETERMINERS = "a an the this that these those his her its their our my your no some any all both each".split()

CALLED_BE = ("was", "were", "has been", "have been", "had been", "is", "will be", "being")
CALLED_OFF = (
    "cancelled", "canceled", "postponed", "called off", "put off", "scrapped", "shelved", "axed", "abandoned",
    "delayed", "dropped",
)  # fmt: skip
TAKE_PLACE = ("take place", "go ahead", "happen", "materialise", "materialize", "be held")
"""After a noun of doing: it does not take place, at least not as announced."""

ONE_ACT = {"travel": "visit", "go": "visit", "come": "visit", "negotiate": "talk", "participate": "attend"}
"""Verbs of happenings that count as one."""

SELF = "i we he she they it".split()
BODIES = """
government administration ministry company party team country president cabinet office side nation state
department council committee board bank authorities spokesman leadership union group army
""".split()
"""Words for "we" in the mouth of who speaks for them."""

CHANGED = """
earlier previously initially originally first ago reversal reversed u-turn changed backtracked last later now
before formerly yesterday week month
""".split()
"""Words that show that two statements of one text were made one after the other."""

EMPTY = """
nobody none neither everybody everyone somebody someone white house a an the this that these those his her
its their our my your some any each both other another such own same no not and or of to in on at for with
from by into onto against about over under during after before through between among as than more most many
much few several all every one two three four five six seven eight nine ten i we he she they it you me us
him them there here who which what be is are was were been being have has had do does did will would can
could may might should must year month week day today tomorrow yesterday tonight morning evening monday
tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december last next time times now then also just very so too thing things something
anything nothing lot way ways kind sort part place people person folks new special additional further
official foreign full total traditional important certain possible ahead up out off down back again still
already even only ever never soon later earlier together mr mrs ms dr sir american americans country nation
world today's year's week's first second third per cent percent million billion thousand able order because
s t m re ve ll d united
""".split()
"""Words that do not tell one matter from another."""

TITLES = (
    "mr mrs ms dr gen sen rep gov st lt col jan feb mar apr jun jul aug sep sept oct nov dec no vs".split()
)

ROLES_OF_VOICE = "spokesman spokeswoman spokesperson spokesmen press".split()
"""Before a name: who speaks for the body named before it."""

# After a denied deed, they show that its reason is denied and not the deed.
REASONS = (
    "despite",
    "because",
    "in spite of",
    "just",
    "only",
    "merely",
    "simply",
    "as a reward",
    "in order to",
)

SHOWN_DENIAL = r"\b(?:not|never|cannot)\b|n['’]t\b"
"""Words by which a clause that is shown denies."""
