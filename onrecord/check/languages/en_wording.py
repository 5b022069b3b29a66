"""English words by which retellings of one utterance are compared; words only, no logic."""

from __future__ import annotations

# Words of a name that are no part of it.
TITLES = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative gov governor gen "
    "general lt lieutenant col colonel capt captain maj major sgt sergeant adm admiral rev reverend hon "
    "honorable honourable judge justice president vice prime minister chancellor secretary ambassador "
    "king queen "
    "prince princess pope bishop archbishop rabbi imam sheikh mayor councillor councilor congressman "
    "congresswoman chairman chairwoman chair chief first lady former acting deputy press spokesman "
    "spokeswoman "
    "spokesperson foreign defence defense interior finance the a an of for and jr sr ii iii iv director "
    "commissioner speaker leader head statement remarks moderator reporter participant interviewer host"
)
# A name with one of these is a body's or an office's, not a person's.
BODIES = (
    "ministry department office agency administration government house committee council commission party "
    "union association society company bank court army police board institute foundation embassy mission "
    "officials sources authorities staff members leaders team campaign network university college center "
    "centre "
    "project fund group service bureau kremlin statement readout"
)
# Beside who speaks, these show that another's words may be meant.
SPEAKS_FOR = (
    r"\b(?:spokes(?:man|woman|person|people)|press (?:secretary|service|office)|on behalf of|representing|"
    r"translator|interpreter)\b"
)
QUOTES = (
    r"\b(?:quot(?:ed|es|ing)|citing|cit(?:es|ed)|read(?:s|ing)? (?:from|out)|recit(?:es|ed|ing)|paraphras\w+|"
    r"echo(?:es|ed|ing)?|repeat(?:s|ed|ing)?|reiterat\w+|in the words of|"
    r"as (?!s?he |they |it )(?:[\w.]+ ){1,4}"
    r"(?:said|says|put it|noted|told|stated|wrote|pointed out|likes? to say))\b"
)
# After words within marks, before the name of whose they are; before the name and then the words; and in the
# title of a text that is one person's.
WORDS_OF = (
    r"(?i:that was|so said|so says|so wrote|(?:these |those )?(?:are|were) the words of|"
    r"(?:reads|read|says|runs|goes) an? (?:letter|statement|post|message) (?:from|by|of))"
)
IN_WORDS_OF = r"(?i:in the words of|to quote|quoting)"
HEADED = r"(?i:remarks|statement|speech|address|interview|letter|message|briefing|testimony)"
# Words that many say: an oath, a prayer, an anthem, a set phrase.
COMMON = (
    r"\b(?:so help me|pledge allegiance|solemnly swear|do solemnly|our father|hallowed be|amen|god bless|"
    r"god save|rest in peace|as the saying goes|once said|the old saying|proverb|"
    r"lord is my shepherd|we the people|hold these truths|created equal|life, liberty|hereby|pursuant to|"
    r"whereas|in witness whereof|"
    r"thoughts and prayers|thank you|happy birthday|(?:article|section|chapter|paragraph) \d+)\b"
)
# Before a number, these say how exactly it is meant.
ABOUT = (
    r"about|around|roughly|approximately|some|circa|an? estimated|nearly|almost|close to|just (?:under|over)|"
    r"virtually"
)
MORE = r"more than|over|above|at least|exceeding|upwards? of|no (?:fewer|less) than|a minimum of"
LESS = r"less than|fewer than|under|below|up to|as (?:many|much) as|at most|no more than|a maximum of"
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
DATED = "of the on in by th st nd rd since until from to"
KINDS_OF_PLACES = (
    "city town village county state province region district river lake island islands valley coast bay sea "
    "street square airport station bridge university republic"
)
COMPASS = (
    "north south east west northern southern eastern western northeast northwest southeast southwest central"
)
SEASONS = "spring summer autumn fall winter"
# Words that mean another day when they are told on another day.
MOVING = (
    "today tomorrow yesterday tonight last next this coming previous past following earlier later ago now"
)
# Slight words: a stretch of these alone says little.
SLIGHT = (
    "a an the and or but nor so if then than that this these those it its he she they we i you me him her "
    "us them "
    "my your his our their of to in on at by for from with as is are was were be been being am do does "
    "did have has "
    "had will would shall should can could may might must not no yes well oh uh um er ah you know really "
    "very just "
    "also too quite again now here there all any some what which who whom whose when where how why up "
    "down out off "
    "over into about like kind sort okay right sure mean said says say told added one"
)
# Words before a full stop that ends no sentence.
ABBREVIATED = (
    r"(?i:mr|mrs|ms|dr|gov|sen|rep|gen|col|lt|sgt|maj|capt|st|jr|sr|prof|hon|adm|no|vs|inc|corp|co|ltd|jan|feb|mar|"
    r"apr|jun|jul|aug|sept?|oct|nov|dec)|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]"
)
# Words that begin with an apostrophe, which may be printed as a single quotation mark.
CLIPPED = r"(?i:n|em|til|cause|tis|twas|round|bout)"
# What is called so has no name there.
DESCRIBED = r"(?i:the|an?|his|her|its|their|our|my|one|this|that|another) "
