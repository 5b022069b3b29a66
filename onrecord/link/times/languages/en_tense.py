"""English words that show the tense of a clause; all lower-case, data only, no logic."""

from __future__ import annotations

WILL = frozenset(
    "will would shall 'll ’ll won't won’t wouldn't wouldn’t may might can could should must ought i'll we'll he'll "
    "she'll they'll it'll i’ll we’ll he’ll she’ll they’ll it’ll you'll you’ll".split()
)
DUE = frozenset(
    "scheduled expected due planned slated plans plan expects expect hopes hope intends intend upcoming "
    "forthcoming payable effective proposed tentatively prepares preparing poised awaiting pending convertible "
    "rescheduled postponed".split()
)
"""Words before a time that is still to come, when nothing nearer says otherwise."""

UNTIL = frozenset("until till by through into starting beginning".split())
THROUGH = frozenset({"through", "into"})
"""Of these, those that say nothing of the tense."""

INTENT = DUE | frozenset(
    "agreed agree agrees vowed vow vows pledged pledge pledges promised promise promises decided decide decides "
    "wants want wanted hoped intended planning hoping ordered order orders asked ask asks called calls call "
    "urged urge urges invited invite invites ready able likely going wants need needs "
    "seeks seek sought be set deal plan decision proposal bid pact".split()
)
"""Before an infinitive: what it tells is still to be done."""

SINCE = frozenset("since".split())
SINCE_EVENT = frozenset("after since following".split())
"""Before "Monday's": it is over."""
AHEAD = frozenset("ahead".split())
DETERMINERS = frozenset("the a an its his her their our my your this that these those some any no".split())

BE = frozenset("is are am 's 're isn't aren't isn’t aren’t".split())

PRESENT = frozenset(
    "is are am isn't aren't isn’t aren’t meets begins opens starts goes leaves returns arrives takes expires ends "
    "closes convenes resumes reconvenes faces flies travels hosts kicks concludes airs premieres debuts reopens "
    "appears heads departs marks plays visits comes".split()
)
"""Verbs that announce in the present tense what is to come, and the forms of "to be"."""
PLURAL_PRESENT = frozenset(
    "meet begin go arrive depart convene reconvene resume expire travel play face fly leave return start open vote".split()
)
LASTING = frozenset("last lasts run runs continue continues valid open".split())
"""Before "through March": it is still to come."""
THEY = frozenset("they we you people".split())
SET_FOR = frozenset("set forecast booked billed fixed ready time date".split())
"""Before "for Monday": it is still to come."""
PAST = frozenset(
    "was were had did been said told came went made took gave saw began held left won lost met became got "
    "found knew thought brought kept put rose fell grew fought spoke broke wrote ran sent built spent sold "
    "bought paid heard stood understood set read felt led let cut hit shot struck drew drove flew threw "
    "withdrew chose froze stole wore swore tore bore lay dealt dug hung sought taught caught slept swept "
    "wept meant sank sang rang swam drank sprang wasn't weren't didn't hadn't wasn’t weren’t didn’t hadn’t "
    "slid bid quit split spread shut burst cost hurt beat beaten become seen known taken given done gone "
    "written spoken broken chosen killed died ended has have has've haven't hasn't haven’t hasn’t ago".split()
)
NOT_PAST = frozenset(
    "need indeed hundred red bed feed seed speed exceed proceed succeed shed united embed wed breed bleed "
    "sacred naked aged".split()
)
AUXILIARY = frozenset("be been being have has had not n't also then only still soon now again later".split())
NOT_INFINITIVE = frozenset(
    "the a an his her its their our my your this that these those some any all each no which whom what "
    "about more less at least date me him us them it you nearly as further".split()
)
BOUND_BEFORE = frozenset("that and but when while where who which if because although though as".split())
"""Right before an expression (or its preposition): what follows decides the tense."""
PREPOSITIONS = frozenset(
    "on in at by from since until till before after during of for over through late early around about "
    "to between into starting beginning as early late the".split()
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr gov sen rep gen col lt sgt maj capt st jr sr prof rev hon adm cmdr pres supt inc corp co ltd no "
    "vs jan feb mar apr jun jul aug sept sep oct nov dec u.s u.n d.c p.m a.m".split()
)
