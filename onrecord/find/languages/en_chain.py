"""English words of passing on and of addressing: outlets, platforms, hearers; data only, read by `find.relays`."""

from __future__ import annotations

# Outlets by name, of every region; a name that is also a common word is printed with its article.
OUTLETS = """
reuters; ap; the associated press; associated press; afp; agence france-presse; agence france presse; tass; itar-tass;
ria novosti; ria; interfax; interfax-ukraine; ukrinform; unian; xinhua; dpa; efe; ansa; apa; belga; anp; pap; mti;
agerpres; bta; tanjug; anadolu; anadolu agency; irna; isna; tasnim; fars; mehr; kyodo; kyodo news; yonhap; pti; ani;
ians; bernama; antara; belta; sputnik; kazinform; armenpress; azertac; trend news; upi; bloomberg; bloomberg news;
cnn; cnn international; bbc; the bbc; bbc news; bbc radio; cp; the canadian press; canadian press; press association;
pa media; aap; wam; kuna; petra; sana; wafa; mena; kcna; lusa; ritzau; ntb; bns; elta; leta; rbc; rbk; politico;
axios; nbc; nbc news; abc; abc news; cbs; cbs news; fox; fox news; fox business; msnbc; cnbc; c-span; npr; pbs; rt;
rt america; russia today; cgtn; cctv; nhk; dw; deutsche welle; rfi; rfe/rl; radio free europe; radio liberty;
voice of america; voa; al jazeera; al arabiya; al mayadeen; al hadath; al-monitor; euronews; sky news; itv; itv news;
channel 4; channel 4 news; lbc; gb news; newsnight; newsmax; sky sports; metro; al hurra; alhurra; breitbart; breitbart news; huffpost; the huffington post;
huffington post; buzzfeed; buzzfeed news; vox; vice; vice news; slate; salon; the daily beast; daily beast; the hill;
the intercept; the atlantic; the new yorker; the new republic; the nation; the economist; the spectator; time magazine;
newsweek; forbes; fortune; rolling stone; vanity fair; people magazine; esquire; cosmopolitan; mother jones;
national review; defense news; the daily caller; daily caller; the daily mail;
daily mail; mail on sunday; the mail; the sun; the mirror; the express; the independent; the telegraph;
the guardian; times; guardian; the observer; the times; the sunday times; the post; the wall street journal;
wall street journal; wsj; the journal; new york times; washington post; nyt; wp; the ft; ft; financial times; usa today;
the globe and mail; globe and mail; toronto star; the star; ottawa citizen; the boston globe; boston globe; the globe;
chicago tribune; the baltimore sun; the dallas morning news; detroit free press; miami herald; the post and courier; the age;
sydney morning herald; the hindu; the indian express; hindustan times; ndtv; dawn; geo news; the straits times;
straits times; nikkei; nikkei asia; the japan times; asahi shimbun; yomiuri; global times; people's daily;
china daily; south china morning post; scmp; caixin; haaretz; the jerusalem post; jerusalem post; ynet;
times of israel; channel 12; kan; al-ahram; hurriyet; daily sabah; cumhuriyet; trt; trt world; cnn turk;
le monde; le figaro; liberation; les echos; le parisien; france 24; bfmtv; bfm tv; lci; el pais; el país; el mundo;
abc spain; la vanguardia; corriere della sera; la repubblica; repubblica; la stampa; il sole 24 ore; rai; rai news;
der spiegel; spiegel; die welt; die zeit; bild; faz; frankfurter allgemeine zeitung; süddeutsche zeitung;
sueddeutsche zeitung; suddeutsche zeitung; handelsblatt; der tagesspiegel; tagesspiegel; focus; stern; ard; zdf; orf;
der standard; die presse; kurier; nzz; neue zürcher zeitung; tages-anzeiger; blick; srf; de telegraaf; de standaard;
nrc; le soir; politiken; berlingske; aftenposten; nrk; svt; dagens nyheter; svenska dagbladet; yle;
helsingin sanomat; err; delfi; postimees; lrt; gazeta wyborcza; rzeczpospolita; onet; tvn; tvn24; tvp; rmf fm;
hospodářské noviny; idnes; index.hu; telex; 444; magyar nemzet; digi24; adevarul; b92; politika; n1; rts; danas;
kommersant; vedomosti; izvestia; rossiya 1; rossiya-1; rossiya-24; rossiya 24; channel one; komsomolskaya pravda;
rossiyskaya gazeta; pravda; novaya gazeta; meduza; the moscow times; moscow times; the insider; dozhd; tv rain;
echo of moscow; ekho moskvy; nezavisimaya gazeta; argumenty i fakty; lenta.ru; gazeta.ru; rbc-ukraine; ntv; zvezda;
the kyiv independent; kyiv independent; kyiv post; ukrainska pravda; ukrayinska pravda; suspilne; hromadske; nv;
liga.net; strana.ua; censor.net; tsn; babel; lb.ua; zn.ua; zerkalo nedeli; belsat; nasha niva; zerkalo; tengrinews;
euobserver; euractiv; the national interest; responsible statecraft; responsible statecraft; unherd; semafor; the bulwark;
all africa; daily nation; the east african; mail & guardian; news24; sabc; punch; premium times; the cable; al-akhbar;
folha de s.paulo; folha; o globo; globo; o estado de s. paulo; la nación; la nacion; clarín; clarin; página 12;
reforma; el universal; milenio; telesur; granma; prensa latina; univision; telemundo; associated newspapers;
bellingcat; western journalism; people; vanity fair; variety; deadline; the hollywood reporter; tmz; e! news; wired;
techcrunch; the verge; bloomberg tv; bloomberg television; yahoo news; msnbc's; news nation; newsnation; oan
""".replace("\n", " ").split(";")

# These are outlets only after "by", "told", "with" and the like, or in a headline after its dash.
OUTLETS_IN_PLACE = """
people time times metro liberation fox abc ap cp pap ria fars focus stern kan err salon slate vox vice fortune forbes spiegel bild dawn
""".split()

# Common nouns for outlets; "agency" and "station" only where nothing shows another kind.
OUTLET_NOUNS = """
newspaper newspapers daily weekly tabloid broadsheet magazine broadcaster broadcasters outlet outlets portal website
media tv television radio channel podcast newswire press-service blog journal periodical gazette publication
""".split()
AGENCY_BEFORE = "news press wire information state-run".split()  # "news agency", "press service"
AGENCY_NOUNS = "agency agencies service services wire".split()

# A name that ends in one of these is an outlet's.
OUTLET_ENDINGS = """
times post news journal tribune herald gazette magazine chronicle observer examiner inquirer telegraph courier
broadcasting television tv radio today podcast press zeitung pravda gazeta wyborcza monitor review weekly
daily newspaper network
""".split()
# ... unless it is one of these.
NO_OUTLETS = """
times square; post office; washington monitor; fake news; good news; breaking news; free press; new times; hard times;
old times; peer review; law review
""".replace("\n", " ").split(";")

PLATFORMS = """
twitter; x; facebook; instagram; telegram; truth social; youtube; tiktok; snapchat; reddit; linkedin; whatsapp; weibo;
vkontakte; vk; bluesky; mastodon; threads; discord; substack; medium; livejournal; odnoklassniki; signal; viber
""".replace("\n", " ").split(";")
PLATFORM_NOUNS = "post posts channel page account video message update thread livestream story feed platform messenger".split()

# Participles before "by": the first show a relay whoever stands there, the others only an outlet's.
RELAYED = "quoted cited relayed translated interpreted".split()
RELAYED_BY_OUTLET = """
reported carried published released distributed broadcast aired obtained seen reviewed posted printed monitored
shown circulated issued leaked recorded viewed
""".split()
BETWEEN_RELAYED = """
as saying telling widely also first earlier later previously initially exclusively on in online today yesterday
""".split()

TRANSLATED = "originally translated".split()
CITING = "citing quoting".split()
QUOTING = "quoted cited quotes cites".split()
SECONDHAND = CITING + QUOTING

# What is said to somebody, or with somebody: "in an interview with", "in a letter to".
WITH_HEARER = "interview interviews conversation phone-in talk discussion exchange sit-down q&a chat appearance podcast".split()
TO_HEARER = """
letter letters statement statements email e-mail emails message messages address speech speeches comment comments
remark remarks testimony note memo appeal greeting greetings response reply report petition submission briefing
presentation telegram telegrams cable text texts
""".split()
IN_OUTLET = "op-ed article column essay interview interviews piece letter editorial segment appearance comment comments remarks".split()
SPEAKING = "speaking talking spoke talked testifying testified".split()

# Verbs that take their hearer after "to".
SAYING_TO = """
say reply respond write explain complain confirm admit announce repeat remark comment suggest report mention confess
apologize apologise appeal whisper shout declare state insist stress present recount describe boast lament relay
testify read tweet acknowledge indicate promise
""".split()
TOLD_DIRECTLY = "thank congratulate question greet interview salute".split()
# Asking an outlet's journalist for something passes no words on.
ASKING = "ask urge advise beg challenge encourage implore thank congratulate warn request remind praise question".split()
# Verbs whose object is as often a thing as somebody.
OF_THINGS_TOO = "encourage challenge question".split()
TOLD_PASSIVELY = "told asked informed warned urged advised assured reminded notified questioned".split()

# Through whom: "through his lawyer", "via an interpreter".
THROUGH = """
interpreter translator spokesman spokeswoman spokesperson lawyer lawyers attorney attorneys representative
representatives publicist press-service intermediary intermediaries aide translation
""".split()
LANGUAGES = """
english russian ukrainian belarusian german french spanish portuguese italian polish czech slovak hungarian romanian
bulgarian serbian croatian greek turkish arabic hebrew persian farsi hindi urdu bengali chinese mandarin japanese korean
vietnamese thai indonesian malay swahili hausa amharic georgian armenian azerbaijani kazakh uzbek kyrgyz tajik dutch
danish swedish norwegian finnish estonian latvian lithuanian
""".split()

HEARERS = """
reporters reporter journalists journalist newsmen correspondents correspondent audience audiences crowd crowds
supporters supporter voters voter lawmakers lawmaker senators senator congressmen members member parliament congress nation press
people students officials official police officers officer investigators investigator colleagues colleague friends friend staff
staffers employees workers soldiers troops veterans fans followers readers viewers listeners residents donors delegates
deputies ministers minister committee council court jury judge lawyers prosecutors aides aide advisers adviser advisors allies leaders
leader president ambassador mother father wife husband son daughter brother sister parents family children boss
attendees guests citizens public users shareholders investors analysts executives customers clients partners panel
commission board assembly conference convention gathering rally summit forum subcommittee house senate duma knesset
rada bundestag chamber government department agency administration ministry office lawmakers businessmen businessman
businesspeople doctors nurses teachers pupils passengers mayor governor governors mayors diplomats diplomat envoy pope king queen prince
church congregation graduates cadets interviewer presenter host moderator man woman men women boy girl child world
assembled everyone everybody anyone someone others
""".split()
NO_HEARERS = """
question questions criticism criticisms report reports allegations allegation charge charges attack attacks idea
comments comment remarks remark claims claim request requests call calls news inquiry inquiries query queries cheers
applause laughter plan plans proposal event events evidence effect point degree letter email message tweet tv camera story
stories truth tale tales lie lies joke jokes there here
""".split()

# Headlines: what the last word of a source without an article may be, beside `en.BODIES`.
ROLES = """
chief chiefs head heads leader leaders brass politician politicians legislator legislators pm pms mp mps mep meps
congressman congresswoman premier ex-premier ex-pm ex-president ex-minister chancellor advisor advisers adviser
advisors aide aides deputy deputies delegate delegates delegation delegations economist economists historian historians lawyer lawyers
attorney prosecutor judge scientist scientists researcher researchers academic academics professor scholar philosopher
sociologist psychologist virologist doctor doctors physician medic medics meteorologist meteorologists weatherman forecaster forecasters
journalist journalists reporter reporters correspondent correspondents columnist blogger host editor editors writer author
director directors manager executive executives ceo cfo coo chairman chairwoman chairperson chair founder owner
developer manufacturer producer operator broker trader businessman businesswoman entrepreneur billionaire investor
officer officers admiral colonel captain pilot pilots soldier soldiers veteran veterans serviceman servicemen fighter fighters prisoner
witness witnesses eyewitness eyewitnesses resident residents refugee local locals neighbour neighbor relatives family mother father
son daughter brother sister wife husband widow friend lawyer attacker suspect shooter victim victims survivor survivors
activist activists campaigner campaigners opposition coalition alliance bloc party parties faction movement union unions
association federation confederation league club committee commission council board bureau institute university academy college
school hospital clinic museum theater theatre bank banks fund funds exchange regulator customs cabinet administration
authority authorities agency ministry mission delegation embassy consulate headquarters forces force troops army navy
intelligence intel security counterintelligence police sheriff firefighters rescuers dispatchers services service center centre
group groups corporation corporations firm firms plant factory airline airport airlines railroad railways railway operator
think-tank pollster pollsters monitor monitors watchdog observers observer mediator negotiator negotiators ombudsman
ombudswoman commissioner commissioners rapporteur representative representatives diplomat diplomats consul d’affaires d'affaires
sherpa plenipotentiary governor vice-president vice-premier secretary under-secretary treasurer spokesman spokeswoman
spokesperson insider insiders participant participants organizer organizers organisers specialist specialists strategist
strategists consultant consultants coach trainer athlete player captain actor actress singer director artist
priest bishop patriarch patriarchate metropolitan imam rabbi pope vatican church dalai
data statistics figures estimate estimates assessment forecast research review analysis document documents papers
letter statement statements decree resolution declaration draft strategy transcript text article op-ed opinion law bill
filing filings indictment results audit barometer index watchdog database tracker records
outlet outlets website portal channel radio tv television newspaper newspapers magazine daily weekly paper papers
media tabloid broadcaster press interview
hero heroes chancellery member members employee employees detective operative figure rector dean management marketplace creator king queen prince
organization organisation guard branch station factsheet communique appeal proposal counter-proposal expert experts
official ex-official peacekeepers worker workers driver drivers fisherman businesspeople merchants traders cosmonaut
astronaut candidate heir senator minister doctor-in-chief mouthpiece initiative summit note memo fact-checkers interception
laureate inspector inspectors investigators investigator supplier suppliers control seller sellers agent agents interpreter
state kremlin palace pentagon nato un eu who mod mfa fsb svr fbi cia nsa
""".split()
# Endings of words for people, whatever they do.
PERSON_ENDINGS = (
    "ist",
    "ists",
    "ologist",
    "man",
    "men",
    "woman",
    "women",
    "crat",
    "crats",
    "person",
    "smith",
    "maker",
    "makers",
    "keeper",
    "keepers",
    "holder",
    "holders",
)
PARTICLES = "von van de der den del della di da dos la le al el bin ibn ben abu ter".split()
POSTED_TO = "envoy ambassador representative mission delegate delegation embassy consulate adviser advisor aide observer consul commissioner candidate contender heir successor deputy".split()
NO_SOURCES = """
update updates highlights live analysis opinion explainer timeline photos photo video videos gallery recap exclusive
part episode day week round game final night season preview guide faq map list
""".split()

_LANGUAGE = (
    "(?:Russian|Ukrainian|Belarusian|French|German|Spanish|Portuguese|Italian|Dutch|Polish|Czech|Slovak|Hungarian|Romanian|"
    "Bulgarian|Serbian|Croatian|Greek|Turkish|Arabic|Hebrew|Persian|Farsi|Dari|Pashto|Urdu|Hindi|Bengali|Tamil|Chinese|"
    "Mandarin|Cantonese|Japanese|Korean|Vietnamese|Thai|Indonesian|Malay|Kazakh|Uzbek|Kyrgyz|Tajik|Turkmen|Georgian|Armenian|"
    "Azerbaijani|Swahili|Amharic|Hausa|Somali|Swedish|Norwegian|Danish|Finnish|Icelandic|Estonian|Latvian|Lithuanian|English)"
)
# What the editors of a page say of what it was made from.
ORIGINAL = (
    r"\b(?:[Oo]riginal(?:ly)?(?:\s+(?:text|version|article|statement|interview|document|story|report))?"
    r"(?:\s+(?:is|was))?(?:\s+(?:published|available|written|posted|appeared|given|released))?"
    rf"\s+in\s+(?:the\s+)?{_LANGUAGE}\b"
    rf"|[Tt]ranslat(?:ed|ion)\s+from\s+(?:the\s+)?(?:original\s+)?{_LANGUAGE}\b"
    r"|[Tt]ranslat(?:ed|ion)\s+by\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
)
