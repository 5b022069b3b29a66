"""English words by which a difference between two wordings is named; words only, no logic."""

from __future__ import annotations

# Words of counting and what they count to.
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINAL_TENS = "- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
MAGNITUDES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
# Words of counting that name no number that could be compared.
COUNTS = "dozens hundreds thousands millions billions trillions half halves third thirds quarter quarters fifths once twice thrice double triple quadruple hundredth thousandth millionth"

WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
DAYS = "yesterday today tomorrow tonight overnight"
SEASONS = "spring summer autumn winter"
# "Last" and "next" are dates only before one of the periods; "fall" is a season only there.
RELATIVE = "last next this coming past previous following earlier later"
PERIODS = "day week weekend fortnight month quarter year decade century season morning afternoon evening night spring summer autumn fall winter"
# Before four digits, these show that a year is meant.
YEARLY = "in since by until till of from to through during before after between late early mid around year fiscal and"
# After a number, these show that it is no year.
UNITS_AFTER = "people men women children troops soldiers deaths cases jobs homes houses dollars euros pounds rubles roubles hryvnias yuan yen cents percent miles mile kilometres kilometers km metres meters feet acres hectares tons tonnes pages votes seats years days hours minutes times members officers workers students prisoners refugees units barrels megawatts"

NEGATIONS = "not no never none nor neither nobody nothing nowhere without non hardly scarcely barely"
# Several words that deny together; the last ones only before a verb.
NEGATION_PHRASES = (
    "no one", "no longer", "not yet", "by no means", "far from",
    "refuse to", "refuses to", "refused to", "refusing to", "fail to", "fails to", "failed to", "failing to",
    "decline to", "declines to", "declined to", "declining to",
)  # fmt: skip
# ... and what looks like a denial and is none.
NO_NEGATIONS = (
    "not only",
    "not just",
    "not merely",
    "not least",
    "no doubt",
    "no matter",
    "or not",
    "whether or not",
    "no less than",
    "no fewer than",
)
# Helpers that come and go with a denial: "supports", "does not support".
HELPERS = "do does did"
# Words that deny when they are put before another; what looks like it and is none.
PREFIXES = "un non dis in im il ir"
PREFIXES_SURE = "un non"
OPPOSITES = (
    "able accurate active adequate appropriate capable complete consistent convenient correct credible decisive definite "
    "dependent direct efficient effective eligible equality equitable evitable excusable explicable finite "
    "formal frequent human humane justice offensive secure security sensitive significant "
    "stability sufficient tolerance tolerable tolerant valid visible voluntary "
    "balance mature mobile moral mortal partial patient perfect permissible plausible polite possible practical precise probable "
    "proper legal legible legitimate logical literate liberal rational regular relevant responsible replaceable resistible "
    "agree agrees agreed agreement approve approves approved approval believe believed honest honesty like liked likes "
    "loyal loyalty obey obeyed order prove proved proven respect satisfied similar trust advantage appear appeared connect connected continue continued "
    "allow allowed qualify qualified"
)
NO_OPPOSITES = (
    "less til ion it its ity ite ited ique der to iform iverse iversity iversal cle likelihood ravel"
)

# Written in two ways, read as one.
SHORT = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
    "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday", "thur": "thursday",
    "thurs": "thursday", "fri": "friday",
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "lt": "lieutenant", "col": "colonel",
    "sgt": "sergeant", "capt": "captain", "maj": "major", "prof": "professor", "dr": "doctor", "mr": "mister",
    "rev": "reverend", "pres": "president", "dept": "department", "govt": "government", "vs": "versus", "ok": "okay",
    "pct": "percent", "dollar": "dollars", "euro": "euros",
    "usa": "us",
}  # fmt: skip
# After these a point ends no sentence.
STOPPED = "mr mrs ms mx dr prof sen gov rep gen lt col sgt capt maj rev hon st mt jan feb aug sept sep oct nov dec vs jr sr no nos fig approx"
PHRASES = {
    "united states of america": "us", "united states": "us", "united kingdom": "uk", "united nations": "un",
    "european union": "eu",
}  # fmt: skip
# Signs that are read as words.
SIGNS = {
    "percent": "%",
    "and": "&",
    "dollars": "$",
    "pounds": "£",
    "euros": "€",
    "yen": "¥",
    "plus": "+",
    "degrees": "°",
    "at": "@",
}
# A word run together with a shortened one. The last part can stand for several words.
SHORTENED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
SHORTENED_S = "it he she that there what who here where how when this everything everyone everybody nobody nothing something let"
SHORTENED_ANY = {"'s": "is has us", "'d": "had would did"}
SHORTENED_NOT = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}
JOINED_NOT = "cannot"

# British and American spelling: by ending, and by word.
SPELLED_ENDINGS = (
    (r"(?<=\w{3})is(e|ed|es|ing|er|ers|ation|ations|ational)$", r"iz\1"),
    (r"(?<=\w{3})ys(e|ed|es|ing|er|ers)$", r"yz\1"),
    (
        r"(?<=\w{2})our(s|ed|ing|able|ably|ful|fully|less|ite|ites|hood|hoods|er|ers|al|ally|ist|ists|y|)$",
        r"or\1",
    ),
    (r"(?<=\w{3})ogue(s|)$", r"og\1"),
    (r"(?<=\w{2})(a|e)emi(a|c)", r"emi\2"),
)
SPELLED = {
    "centre": "center", "centres": "centers", "centred": "centered", "theatre": "theater", "theatres": "theaters",
    "metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers", "centimetre": "centimeter",
    "centimetres": "centimeters", "millimetre": "millimeter", "millimetres": "millimeters", "litre": "liter",
    "litres": "liters", "fibre": "fiber", "fibres": "fibers", "calibre": "caliber", "sombre": "somber", "spectre": "specter",
    "lustre": "luster", "sabre": "saber", "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "defence": "defense",
    "defences": "defenses", "offence": "offense", "offences": "offenses", "licence": "license", "licences": "licenses",
    "pretence": "pretense", "practise": "practice", "practised": "practiced", "practising": "practicing",
    "programme": "program", "programmes": "programs", "cheque": "check", "cheques": "checks", "grey": "gray",
    "tyre": "tire", "tyres": "tires", "kerb": "curb", "plough": "plow", "aluminium": "aluminum", "artefact": "artifact",
    "artefacts": "artifacts", "sceptic": "skeptic", "sceptics": "skeptics", "sceptical": "skeptical", "scepticism": "skepticism",
    "mould": "mold", "storey": "story", "storeys": "stories", "moustache": "mustache", "pyjamas": "pajamas",
    "ageing": "aging", "judgement": "judgment", "judgements": "judgments", "acknowledgement": "acknowledgment",
    "fulfil": "fulfill", "fulfils": "fulfills", "fulfilment": "fulfillment", "enrol": "enroll", "enrols": "enrolls",
    "enrolment": "enrollment", "instalment": "installment", "instalments": "installments", "skilful": "skillful",
    "skilfully": "skillfully", "wilful": "willful", "wilfully": "willfully", "distil": "distill", "instil": "instill",
    "jewellery": "jewelry", "marvellous": "marvelous", "travelled": "traveled", "travelling": "traveling",
    "traveller": "traveler", "travellers": "travelers", "cancelled": "canceled", "cancelling": "canceling",
    "labelled": "labeled", "labelling": "labeling", "modelled": "modeled", "modelling": "modeling",
    "signalled": "signaled", "signalling": "signaling", "fuelled": "fueled", "fuelling": "fueling",
    "counsellor": "counselor", "counsellors": "counselors", "levelled": "leveled", "levelling": "leveling",
    "totalled": "totaled", "totalling": "totaling", "rivalled": "rivaled", "quarrelled": "quarreled",
    "channelled": "channeled", "channelling": "channeling", "dialled": "dialed",
    "equalled": "equaled", "councillor": "councilor", "councillors": "councilors", "towards": "toward",
    "afterwards": "afterward", "backwards": "backward", "forwards": "forward", "onwards": "onward", "upwards": "upward",
    "amongst": "among", "whilst": "while", "amidst": "amid", "learnt": "learned", "burnt": "burned", "spelt": "spelled",
    "spoilt": "spoiled", "dreamt": "dreamed", "leant": "leaned", "focussed": "focused", "focussing": "focusing",
    "biassed": "biased", "adviser": "advisor", "advisers": "advisors", "neighbour": "neighbor", "neighbours": "neighbors",
    "anaesthetic": "anesthetic", "paediatric": "pediatric", "paediatrician": "pediatrician", "foetus": "fetus", "oestrogen": "estrogen",
    "oesophagus": "esophagus", "archaeology": "archeology", "encyclopaedia": "encyclopedia", "mediaeval": "medieval",
    "cosy": "cozy", "draught": "draft", "gaol": "jail", "yoghurt": "yogurt", "whisky": "whiskey",
    "kiev": "kyiv", "kharkov": "kharkiv", "odessa": "odesa", "lvov": "lviv", "chernobyl": "chornobyl",
}  # fmt: skip

# Words too slight to hold two changes apart, and never a name by their capital.
LIGHT = (
    "a an the this that these those and or but nor so yet if as of to in on at by for from with into onto upon over under about "
    "than then also too very just only i you he she it we they me him her us them my your his its our their mine yours hers ours theirs "
    "who whom whose which what when where why how is are was were be been being am do does did done has have had having will would "
    "shall should can could may might must not no there here all any some each every both more most other such own same "
    "up down out off again once well now because while until after before between through during against"
)
# Words that open a sentence with a capital and name nobody.
OPENERS = (
    "however meanwhile moreover furthermore therefore thus still instead although though unless since despite yesterday today tomorrow "
    "many several few most much another others later earlier first second third finally recently currently officials experts people "
    "let please yes well look according asked speaking given following never perhaps maybe sometimes often always nobody everybody everyone "
    "somebody someone something nothing everything none one two three four five six seven eight nine ten whether whatever whenever until even ever "
    "together today's clearly certainly obviously unfortunately fortunately hopefully indeed again almost already critics analysts sources authorities"
)
# Endings of the forms of one verb.
VERB_ENDINGS = "e s es ed d ing y ies ied"
# Endings of common words, which names seldom have.
COMMON_ENDINGS = "s ly ing ed tion ment ness ity ance ence ism able ible ful less ive ous"
TITLES = (
    "mr mister mrs ms miss mx dr doctor sir dame lord lady president vice prime minister premier chancellor secretary governor mayor "
    "senator congressman congresswoman representative ambassador envoy general colonel major captain lieutenant sergeant admiral "
    "commander king queen prince princess pope bishop archbishop cardinal reverend rabbi imam sheikh judge justice professor "
    "chairman chairwoman chair speaker spokesman spokeswoman spokesperson director chief deputy first lady foreign defence defense interior "
    "press attorney commissioner"
)
# Small words that come and go with a date or a place: "Monday", "on Monday".
BESIDE = "on in at the of by"
SAYING = "said says say told tells added adds according reported reports announced explained stated noted insisted stressed wrote tweeted quoted asked replied warned argued claimed"
ARTICLES = "a an the"
JOINERS = "and or but which who that while as because so when where after before"

# Places, a line for each sort. What else a word names (a person called Jordan) is judged beside it.
COUNTRIES = (
    "afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|"
    "belarus|belgium|belize|benin|bhutan|bolivia|bosnia|bosnia and herzegovina|botswana|brazil|brunei|bulgaria|burkina faso|burma|burundi|"
    "cambodia|cameroon|canada|cape verde|central african republic|chad|chile|china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|"
    "czech republic|czechia|denmark|djibouti|dominican republic|east timor|ecuador|egypt|el salvador|equatorial guinea|eritrea|estonia|"
    "eswatini|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|greece|greenland|grenada|guatemala|guinea|guinea bissau|guyana|haiti|"
    "honduras|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|cote d'ivoire|jamaica|japan|jordan|kazakhstan|kenya|"
    "kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|madagascar|malawi|"
    "malaysia|maldives|mali|malta|mauritania|mauritius|mexico|micronesia|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|"
    "namibia|nauru|nepal|netherlands|holland|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|norway|oman|pakistan|palau|palestine|"
    "panama|papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|san marino|saudi arabia|senegal|serbia|"
    "seychelles|sierra leone|singapore|slovakia|slovenia|solomon islands|somalia|south africa|south korea|south sudan|spain|sri lanka|"
    "sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad|tunisia|turkey|turkiye|turkmenistan|"
    "tuvalu|uganda|ukraine|united arab emirates|uae|us|united states|united states of america|uk|united kingdom|america|britain|great britain|england|scotland|wales|northern ireland|uruguay|uzbekistan|"
    "vanuatu|vatican|venezuela|vietnam|yemen|zambia|zimbabwe|soviet union|ussr|eu|european union|yugoslavia|korea"
)
PEOPLES = (
    "afghan|albanian|algerian|american|angolan|argentine|armenian|australian|austrian|azerbaijani|bangladeshi|belarusian|belgian|bolivian|bosnian|"
    "brazilian|british|bulgarian|burmese|cambodian|canadian|chilean|chinese|colombian|congolese|croatian|cuban|cypriot|czech|danish|dutch|"
    "ecuadorian|egyptian|english|estonian|ethiopian|finnish|french|georgian|german|ghanaian|greek|guatemalan|haitian|honduran|hungarian|icelandic|indian|"
    "indonesian|iranian|iraqi|irish|israeli|italian|jamaican|japanese|jordanian|kazakh|kenyan|korean|kosovar|kuwaiti|kyrgyz|latvian|lebanese|libyan|"
    "lithuanian|malaysian|maltese|mexican|moldovan|mongolian|moroccan|nepalese|nicaraguan|nigerian|norwegian|pakistani|palestinian|panamanian|"
    "peruvian|filipino|philippine|polish|portuguese|qatari|romanian|russian|rwandan|saudi|scottish|senegalese|serbian|slovak|slovenian|somali|south african|"
    "spanish|sudanese|swedish|swiss|syrian|taiwanese|tajik|thai|tunisian|turkish|turkmen|ugandan|ukrainian|uruguayan|uzbek|venezuelan|"
    "vietnamese|welsh|yemeni|zambian|zimbabwean|soviet|european|african|asian|north korean|south korean|"
    "russians|ukrainians|americans|germans|italians|canadians|mexicans|indians|iranians|iraqis|israelis|palestinians|afghans|syrians|europeans|africans|asians|egyptians|"
    "australians|brazilians|koreans|belarusians|georgians|armenians|serbs|croats|poles|czechs|slovaks|turks|greeks|danes|swedes|finns"
)
CITIES = (
    "abu dhabi|abuja|accra|addis ababa|aleppo|algiers|almaty|amman|amsterdam|ankara|antwerp|ashgabat|asmara|astana|athens|baghdad|baku|"
    "bamako|bangalore|bangkok|barcelona|basra|beijing|beirut|belfast|belgrade|berlin|bern|birmingham|bishkek|bogota|bonn|bratislava|"
    "brussels|bucharest|budapest|buenos aires|cairo|canberra|cape town|caracas|casablanca|chennai|chisinau|cologne|colombo|"
    "copenhagen|dakar|damascus|dar es salaam|delhi|dhaka|doha|donetsk|dubai|dublin|dushanbe|edinburgh|frankfurt|gaza city|geneva|glasgow|"
    "guangzhou|hague|haifa|hamburg|hanoi|harare|havana|helsinki|hiroshima|ho chi minh city|hong kong|islamabad|istanbul|jakarta|jeddah|jerusalem|"
    "johannesburg|juba|kabul|kampala|kandahar|karachi|kathmandu|kharkiv|khartoum|kherson|kigali|kinshasa|kolkata|krakow|kuala lumpur|kyiv|kyoto|"
    "lagos|lahore|leeds|lima|lisbon|liverpool|ljubljana|london|luanda|luhansk|lusaka|lviv|lyon|macau|madrid|managua|manchester|manila|maputo|mariupol|marseille|"
    "mecca|medina|melbourne|mexico city|milan|minsk|mogadishu|montevideo|montreal|moscow|mosul|mumbai|munich|nagasaki|nairobi|nanjing|"
    "naples|new delhi|nicosia|odesa|osaka|oslo|ottawa|panama city|paris|phnom penh|podgorica|porto|port au prince|prague|pretoria|pristina|pyongyang|quito|"
    "rabat|ramallah|rangoon|reykjavik|riga|rio de janeiro|riyadh|rome|rotterdam|saint petersburg|st petersburg|san salvador|sanaa|santiago|sao paulo|sarajevo|"
    "sevastopol|seoul|shanghai|shenzhen|simferopol|skopje|sofia|srebrenica|stalingrad|stockholm|strasbourg|sydney|taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|"
    "tirana|tokyo|toronto|tripoli|tunis|turin|ulaanbaatar|vancouver|venice|vienna|vientiane|vilnius|volgograd|warsaw|wellington|wuhan|yangon|yerevan|zagreb|"
    "zaporizhzhia|zurich|bakhmut|bucha|melitopol|crimea|"
    "albuquerque|anchorage|atlanta|austin|baltimore|boston|buffalo|charleston|charlotte|chicago|cincinnati|cleveland|columbus|dallas|denver|detroit|"
    "el paso|fort worth|honolulu|houston|indianapolis|jacksonville|kansas city|las vegas|los angeles|louisville|memphis|miami|milwaukee|"
    "minneapolis|nashville|new orleans|new york city|oakland|oklahoma city|omaha|orlando|philadelphia|phoenix|pittsburgh|portland|"
    "raleigh|sacramento|salt lake city|san antonio|san diego|san francisco|san jose|seattle|st louis|tampa|tucson|tulsa|washington dc|wilmington"
)
STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|"
    "kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|"
    "new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|"
    "south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|"
    "ontario|quebec|alberta|british columbia|bavaria|saxony|catalonia|andalusia|lombardy|sicily|brittany|normandy|queensland|victoria"
)
REGIONS = (
    "europe|asia|africa|antarctica|oceania|north america|south america|latin america|central america|middle east|far east|near east|balkans|caucasus|"
    "central asia|south asia|southeast asia|east asia|eastern europe|western europe|central europe|scandinavia|sahel|siberia|kashmir|tibet|xinjiang|"
    "gaza|west bank|golan heights|donbas|donbass|chechnya|dagestan|abkhazia|south ossetia|transnistria|nagorno karabakh|kurdistan|darfur|tigray|"
    "baltics|caribbean|persian gulf|black sea|baltic sea|red sea|mediterranean|south china sea|arctic|atlantic|pacific|indo pacific|indian ocean|"
    "midwest|new england|silicon valley|wall street|capitol hill|kremlin"
)
# Before a place these are no forename, though they have a capital.
COMPASS = "north south east west northern southern eastern western central upper lower greater inner outer old downtown"
# Before a capitalised word, these show a place if the other side's word is one.
PLACING = "in at near from across around outside throughout toward towards to of"
