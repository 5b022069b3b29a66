"""English words around numbers: limits, units, what follows a noun, what makes a number a name; data only."""

from __future__ import annotations

import re

from onrecord.text.numerals import ENGLISH_MAGNITUDES, ENGLISH_ORDINALS, ENGLISH_TENS, ENGLISH_UNITS


def _each(words: str, worth: str) -> dict[str, str]:
    return dict.fromkeys((word.replace("_", " ") for word in words.split()), worth)


UNITS, TENS, MAGNITUDES = ENGLISH_UNITS, ENGLISH_TENS, ENGLISH_MAGNITUDES
ORDINALS = {
    word: number for word, number in ENGLISH_ORDINALS.items() if number > 2
}  # "a second" is no second
FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fourth": 4,
             "fifth": 5, "fifths": 5, "sixths": 6, "sixth": 6, "sevenths": 7, "eighths": 8, "tenths": 10, "tenth": 10}  # fmt: skip
_NUMBERS = "|".join([*UNITS, *TENS, "dozen", "hundred", "thousand", "million", "billion", "trillion"])
# Words of one number, one after another; what makes no sense together is cut where it stops doing so.
SPELLED = re.compile(
    rf"(?:(?:an?|half an?|an? half|half)[\s-]+)?(?:{_NUMBERS})\b(?:(?:[\s-]+(?:and[\s-]+)?|-)(?:{_NUMBERS}|(?:an?\s+)?half|an?\s+quarter)\b)*"
)
# What a number in words begins with, and by which letters it is looked for.
BEGINNING = re.compile(rf"\d|(?:{_NUMBERS}|half|quarter|third|{'|'.join(ORDINALS)})\b")
STEMS = (
    "one two three four five fift six seven eigh nine nint ninet ten eleven twel twent thir forty forti dozen "
    "hundred thousand million billion trillion half quarter"
).split()
MULTIPLYING = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
WITH_ARTICLE = (
    "dozen",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "half",
    "third",
    "quarter",
    "fifth",
    "tenth",
)  # "a million"
SCALE = re.compile(
    r"(?:\s{0,20}|-)(hundred|thousand|million|billion|trillion|dozen)(?![a-z])|\s{0,20}(k|m|mn|mln|bn|bln|tn|trn)(?![a-z0-9])"
)
# After "1.200", these show that the point is a decimal one.
SCALED = re.compile(
    r"\s?(?:%|percent|per cent|hundred|thousand|million|billion|trillion|m\b|bn\b|points?\b|degrees|seconds|inches|miles|km)"
)
FRACTION = re.compile(
    r"(?P<a>an?|one|two|three|four|five|seven|nine)[\s-]+(?P<b>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths|eighths|tenths?)\b"
    r"(?=\s+(?:of|the|or|in|as|more|less|are|were|is|was|have|had|said|say|to)\b|[,.;)]|-(?!dozen|million|billion|hour|year)|\s+[a-z]+\s+of\b)"
)
HALF_OF = re.compile(r"half(?=\s+(?:of|the|its|their|our|his|her|all)\b)")
ONE_IN = re.compile(
    r"(?P<a>\d{1,2}|[a-z]+)\s+(?:in\s+every|in|out\s+of|out\s+of\s+every)\s+(?P<b>\d{1,3}|[a-z]+)\b(?!\s*(?:%|percent))"
)
OF_TOTAL = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the|its|their|our|all|these|those|his|her|a\s+total\s+of|some)?\s*(?:other\s+)?(?=\d|[a-z])"
)
PARTS = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 50, 100))  # "one in five"
TO = re.compile(r"\s{0,20}(?:[-–—]|to\b|or\b)\s{0,20}")
AND = re.compile(r"\s+and\s+")

# Words before a number that say how it limits: "more" (at least this), "most" (at most), "about", "near".
LIMITS = (
    _each("more_than over above at_least exceeding beyond upwards_of upward_of no_fewer_than no_less_than not_less_than "
          "not_fewer_than a_minimum_of well_over in_excess_of greater_than topped surpassed exceeded minimum well_above "
          "higher_than better_than a_little_over just_over slightly_more_than a_little_more_than just_above "
          "slightly_over somewhat_more_than far_more_than much_more_than", "more")
    | _each("at_most up_to no_more_than not_more_than as_many_as as_much_as less_than fewer_than under below a_maximum_of "
            "maximum just_under well_under not_exceeding slightly_less_than slightly_fewer_than well_below just_below "
            "lower_than", "most")
    | _each("about around roughly approximately some circa an_estimated estimated approx approx. ~ ≈ close_to "
            "or_so on_the_order_of in_the_region_of somewhere_around something_like an_average_of average_of "
            "estimates_of an_approximate like ca. ca", "about")
    | _each("nearly almost just_shy_of just_short_of approaching not_quite", "near")
    | _each("exactly precisely only just a_total_of total_of a_record record all", "exact")
)  # fmt: skip
LIMITS_BEHIND = {
    "or more": "more",
    "or so": "about",
    "or less": "most",
    "or fewer": "most",
    "plus": "more",
    "at least": "more",
    "at most": "most",
    "and counting": "more",
}
LIMIT_BEHIND = re.compile(
    r"\s(or more|or so|or less|or fewer|plus|at least|at most|and counting)\b|(\+)(?![\d\w])"
)
LONGEST_LIMIT = 4  # words

SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₺": "TRY",
         "c$": "CAD", "a$": "AUD", "hk$": "HKD", "nz$": "NZD", "ca$": "CAD", "au$": "AUD", "s$": "SGD", "r$": "BRL", "nt$": "TWD",
         "₩": "KRW", "₪": "ILS", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "rub": "RUB", "uah": "UAH",
         "chf": "CHF", "cny": "CNY", "rmb": "CNY", "cad": "CAD", "aud": "AUD", "inr": "INR", "pln": "PLN", "sek": "SEK", "dlrs": "USD", "dlr": "USD", "rs.": "INR", "rs": "INR"}  # fmt: skip
SIGN = re.compile(
    r"(?:(?<![a-z])(?:us|c|a|hk|nz|ca|au|s|r|nt)?\$|[€£¥₽₴₹₺₩₪]|(?<![a-z])(?:usd|eur|gbp|jpy|rub|uah|chf|cny|rmb|cad|aud|inr|pln|sek|rs\.?|dlrs?))\s{0,3}$"
)
MONEY = (
    _each("dollar dollars dlrs us_dollars u.s._dollars american_dollars usd bucks", "USD") | _each("euro euros eur", "EUR")
    | _each("pound_sterling pounds_sterling gbp", "GBP") | _each("ruble rubles rouble roubles rub", "RUB")
    | _each("yen jpy", "JPY") | _each("yuan renminbi cny rmb", "CNY") | _each("hryvnia hryvnias hryvnya uah", "UAH")
    | _each("rupee rupees inr", "INR") | _each("franc francs", "FRANC") | _each("swiss_francs chf", "CHF")
    | _each("zloty zlotys pln", "PLN") | _each("won krw", "KRW") | _each("shekel shekels nis", "ILS")
    | _each("lira liras", "LIRA") | _each("canadian_dollars cad", "CAD") | _each("australian_dollars aud", "AUD")
    | _each("hong_kong_dollars hkd", "HKD") | _each("cent cents", "cent") | _each("peso pesos", "PESO")
    | _each("dirham dirhams", "DIRHAM") | _each("riyal riyals", "SAR") | _each("dinar dinars", "DINAR")
    | _each("krona kronor kroner krone", "KRONE") | _each("deutschmarks deutschemarks marks", "DEM") | _each("pound pounds", "POUND")
    | _each("tenge", "KZT") | _each("rial rials", "RIAL") | _each("rand", "ZAR") | _each("real reais", "BRL") | _each("baht", "THB")
)  # fmt: skip
SHARES = (
    _each("% percent per_cent pct pct. ％", "%")
    | _each("percentage_point percentage_points %_points percent_points pct_points pp", "pp")
    | _each("basis_point basis_points bps", "bp")
)
MEASURES = (
    _each("km kilometer kilometers kilometre kilometres kms", "km") | _each("mile miles mi", "mi")
    | _each("meter meters metre metres m", "m") | _each("centimeter centimeters centimetre centimetres cm", "cm")
    | _each("millimeter millimeters millimetre millimetres mm", "mm") | _each("foot feet ft", "ft") | _each("inch inches", "in")
    | _each("yard yards", "yd") | _each("acre acres", "acre") | _each("hectare hectares ha", "ha")
    | _each("square_miles square_mile sq._miles", "mi2") | _each("square_kilometers square_kilometres sq_km square_km km2 km²", "km2")
    | _each("square_feet square_foot", "ft2") | _each("square_meters square_metres", "m2") | _each("cubic_meters cubic_metres", "m3")
    | _each("ton tons tonne tonnes metric_tons metric_tonnes mt", "t") | _each("kilogram kilograms kilogramme kilogrammes kilo kilos kg", "kg")
    | _each("gram grams g", "g") | _each("ounce ounces oz", "oz") | _each("barrel barrels bbl", "bbl") | _each("lbs", "lb")
    | _each("gallon gallons", "gal") | _each("liter liters litre litres", "l") | _each("bushel bushels", "bu")
    | _each("megawatt megawatts mw", "MW") | _each("gigawatt gigawatts gw", "GW") | _each("kilowatt kilowatts kw", "kW")
    | _each("kilowatt_hours kilowatt_hour kwh", "kWh") | _each("degree degrees °c °f celsius fahrenheit degrees_celsius degrees_fahrenheit °", "deg")
    | _each("mph miles_per_hour", "mph") | _each("kph km/h kmh kilometers_per_hour kilometres_per_hour", "km/h") | _each("knots", "kn")
    | _each("kiloton kilotons", "kt") | _each("megaton megatons", "Mt") | _each("gigabyte gigabytes gb", "GB")
)  # fmt: skip
DURATIONS = (
    _each("day days", "day") | _each("week weeks", "week") | _each("month months", "month") | _each("year years yr yrs", "year")
    | _each("hour hours hrs hr", "hour") | _each("minute minutes mins", "minute")
)  # fmt: skip
LONGER = {"decade": ("year", 10), "decades": ("year", 10), "century": ("year", 100), "centuries": ("year", 100),
          "fortnight": ("week", 2), "fortnights": ("week", 2)}  # fmt: skip
# Letters that may stand at a number's last digit.
ATTACHED = re.compile(
    r"(?:k|m|mn|mln|bn|bln|tn|trn|km|kg|mw|gw|kw|cm|mm|ft|mph|kph|lbs|gb|g|pp|st|nd|rd|th|ha|kms)(?![a-z0-9])|°|½|%|％|km/h|km²|m²|bps"
)

# Before a number, these make it a name, not a count.
NUMBERED = frozenset(
    "article articles art section sections sec chapter chapters paragraph paragraphs para page pages p pp no nos nr number numbers "
    "resolution resolutions room route highway interstate flight channel title titles phase version window windows boeing airbus "
    "apollo volume vol issue item items figure fig table appendix annex clause rule form footnote note verse psalm "
    "res con order orders proclamation decree law act bill directive regulation protocol district precinct ward squadron "
    "regiment brigade division battalion company unit line lines tier category grade grades stage step level type model class "
    "agenda vision area block lot gate pier platform box suite apartment apt building bus track "
    "day days week weeks month months year years page-one zip code codes extension ext dial call hotline text score scored beat "
    "group top formula super area season episode hr h.r s.res h.res s.j.res h.j.res e.o eo u.s.c usc cfr stat pub.l public "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "age aged ages mach size room floor cell camp point points".split()
)
NUMBERED_IN_WORDS = frozenset(
    "article chapter section paragraph page number no phase part act volume level tier category grade stage step "
    "room type round day game question option point title line verse form unit".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Before four digits, these show a year.
YEARLY = frozenset(
    "in since by until till of from to through during before after between late early mid around year fiscal fy the and spring summer "
    "autumn fall winter circa copyright © as".split()
)
# After four digits without a comma, these show a count.
COUNTED = frozenset(
    "people persons men women children troops soldiers civilians workers jobs employees members students votes dollars euros "
    "rubles roubles yuan yen homes houses cases deaths tanks drones missiles refugees prisoners vehicles villages fighters "
    "residents families patients doses officers police passengers others migrants protesters".split()
)
# After "5-4" or "52 to 48", or before it.
SCORES = frozenset(
    "vote votes voted decision ruling win victory loss defeat majority margin lead score record tie split verdict favorite favorites".split()
)
CLOCK = re.compile(
    r"\s?(?:a\.?m\b|p\.?m\b|o['’]clock|:\d|\.\d\d\s?[ap]\.?m|(?:gmt|utc|est|edt|et|pt|noon)\b)"
)

# A noun phrase goes no further than one of these.
STOPS = frozenset(
    "a an the this that these those each every some any no of in on at by to for from with without within into onto upon over under "
    "about above below between among amid against across after before since until till during through throughout toward towards "
    "near around behind beyond despite except per via than as if while when where who whom whose which what why how because "
    "although though unless whether or nor but so yet then also just even still already now here there more less most least "
    "is are was were be been being am has have had having do does did done will would shall should can could may might must "
    "i you he she it we they me him us them my your his her its our their not never ago later earlier old away apart "
    "last next previous past coming said says say told tells added according including include includes included plus minus versus vs up down out off back "
    "took take takes went go goes came come comes made make makes got get gets gave give gives left leave lost lose won win "
    "became become fell fall rose rise began begin broke brought bought built died die fled flee fought held hold kept keep knew known led met "
    "paid ran run saw seen sent set shot showed sold spent spoke spread stood stand sought strong taken thought voted wrote wounded injured killed "
    "dead missing live lived work worked working living remain remained remains need needed needs want wanted wants lie lay yesterday today tomorrow "
    "alone apiece altogether worldwide nationwide annually monthly weekly daily total combined together respectively "
    "sitting standing waiting including being seeking leading using attending following".split()
)
MODIFIERS_KEPT = frozenset(
    "wounded injured missing living working leading standing following combined total dead".split()
)
PLURALS = frozenset(
    "people men women children police troops personnel cattle feet teeth mice geese aircraft sheep fish staff media data criteria phenomena bacteria "
    "percent countrymen servicemen policemen congressmen congresswomen policewomen servicewomen firemen businessmen spokesmen fishermen lives wives".split()
)
SINGULAR_S = ("ss", "us", "is", "news", "series", "campus")
NOUN_AND = re.compile(r"\s+and\s+([a-z’'-]+)")
LINKS_TO_NOUN = re.compile(
    r"\s+(?:of|in|worth\s+of)\s+(?!the\b|a\b|an\b|its\b|their\b|his\b|her\b|our\b|this\b|that\b|these\b|those\b|all\b)(?=[a-z])|\s+(?:of|in)\s+(?:the|all|its|their|our|his|her|these|those)\s+(?=[a-z])"
)
# "One" counts only before a noun, and not in these.
NOT_ONE = frozenset(
    "of day thing way time side hand another who that could can may might would should will is was has had and or to in on at for with by from "
    "form based made called known named set held as if but more last such point reason step where whose which the a an i you he she it we they not another’s size all".split()
)
BEFORE_ONE = (
    "in ",
    "for ",
    "only ",
    "just ",
    "than ",
    "about ",
    "within ",
    "least ",
    "nearly ",
    "almost ",
    "another ",
    "after ",
)
