"""English words that tell whether a time expression dates the saying or something else: words, no logic."""

from __future__ import annotations

# Before a time expression, these make it the bound of something, not the day on which words were said.
BOUNDS = frozenset(
    "by until till since from between through for before after following about than ahead "
    "despite over beyond "
    "toward towards of per and or to except versus against".split()
)
# At the beginning of a sentence or part of one, these make it tell of another event.
OTHER_EVENT = frozenset(
    "after since before until by when while as if following because although though despite "
    "unless once whether "
    "who which whose whom that where prior compared unlike citing given amid referring".split()
)
# Words in a frame after which another clause begins.
BREAKS = frozenset(
    "who which whose whom that where when while because although though but whether if after "
    "before since until "
    "was were is are be been has have had will would could should may might can did does do than despite "
    "following amid about regarding concerning over".split()
)
# Words in a subject, after which the subject has a clause of its own.
CLAUSES = frozenset(
    "who which whose whom that where when while because although though but whether if after "
    "before since until".split()
)
# Words that join a sentence to the one before it.
JOINING = frozenset(
    "but and also then still meanwhile just only again first separately however yet so now".split()
)
# Words that show that a statement was made on another occasion than the one before it.
ANOTHER = (
    r"\b(?:(?:in|at|during|on|to) (?:an?|one|another|separate|recent|other)\b|after\b|before\b|"
    r"following\b|during\b|"
    r"separately\b|speaking\b|while\b|when\b|when asked\b|in (?:\w+ )?(?:interviews|remarks|comments)\b)"
)
# Participles that tell how words became public; a date beside them dates the words.
MADE_PUBLIC = frozenset(
    "published released issued posted broadcast aired sent dated delivered written signed "
    "tweeted filed quoted cited "
    "reported carried recorded televised shared uploaded obtained received read made given "
    "held seen circulated "
    "distributed conducted speaking addressing writing appearing testifying talking commenting responding "
    "announcing appeared convened".split()
)
# What words are said in, at or on; a time expression that modifies one of these dates the words.
OCCASIONS = frozenset(
    "statement statements interview interviews speech speeches address briefing briefings "
    "conference conferences "
    "letter letters tweet tweets post posts message messages memo memorandum report reports article articles "
    "editorial column column's op-ed book essay call calls debate debates hearing hearings testimony meeting "
    "meetings remarks comment comments rally rallies session sessions podcast appearance "
    "appearances email emails "
    "e-mail e-mails press release releases conversation talk talks news broadcast program "
    "programme show ruling "
    "decision opinion filing affidavit lawsuit complaint study survey poll note blog forum "
    "summit event ceremony "
    "visit dinner lunch breakfast panel telegram video edition issue newsletter declaration announcement "
    "presentation lecture sermon town hall appeal complaint order resolution document "
    "communique communiqué paper convention gathering trip sitting inquiry deposition discussion exchange "
    "question-and-answer townhall primetime prime-time night's evening's morning's".split()
)
# Before a time expression they make it a modifier ("his 2016 campaign").
DETERMINERS = frozenset("a an the his her its their this that our my your".split())
# Prepositions that may begin an aside of a frame: "in a statement on Friday", "at a rally Monday".
ASIDES = frozenset("in at on during via through by earlier late later early yesterday today speaking".split())
# Words by which a sentence speaks of another time than the sentence before it.
OTHER_TIME = (
    r"\b(?:previously|earlier|once|long|often|always|repeatedly|regularly|frequently|usually|sometimes|"
    r"in the past|at the time|years? ago|recently|later|subsequently|has|have|had|used to|would)\b"
)
# A line that introduces an interview or a transcript within a text.
INTRODUCES = (
    r"\b(?:interview|interviewed|press conference|news conference|briefing|transcript|question-and-answer|"
    r"questions? and answers?|q\s?&\s?a|following (?:questions|terms|answers|exchange|words)|"
    r"replied|answered|"
    r"responded|asked|spoke|talked|told|remarks|conversation|testimony|testified|hearing|excerpts?)\b"
)
PRONOUNS = frozenset("he she they it him her them".split())
VAGUE = frozenset(
    "now currently recently lately once nowadays presently soon formerly then the past the "
    "future past future "
    "current present previously earlier later".split()
) | {"the past", "the future", "the present", "at the time", "the moment", "in recent years", "recent years"}
# After a time expression that begins a content, these show that it belongs to the content.
PREDICATES = frozenset(
    "was is were are will would had has could may might should can marks marked brought".split()
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr gov sen rep gen col lt sgt jan feb mar apr aug sept sep oct nov dec st jr sr "
    "prof rev hon capt maj "
    "adm pres no vs inc corp co ltd dept e.g i.e u.s u.k d.c u.n p.m a.m ph.d cmdr supt det "
    "atty reps sens v".split()
)

# A day, as far as it is printed; "May" alone is mostly a verb.
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?"
)
DAY = rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[Yy]esterday\b|{_MONTH} \d|\d{{1,2}} {_MONTH})"
