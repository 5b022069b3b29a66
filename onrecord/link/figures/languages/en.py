"""English titles, offices, bodies and closed classes that tell who is who; data only, lower-case."""

from __future__ import annotations

CODE = "en"

# Printed before a name and never part of it; the letter is the gender it shows ("m", "f", "" for neither).
COURTESY = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f",
    "madame": "f", "dame": "f", "lady": "f", "mx": "", "dr": "", "doctor": "", "prof": "", "hon": "",
    "honorable": "", "honourable": "", "comrade": "", "mme": "f", "monsieur": "m", "herr": "m", "frau": "f",
    "drs": "", "messrs": "m", "mmes": "f", "profs": "", "señor": "m", "señora": "f", "signor": "m",
    "signora": "f",
}  # fmt: skip

# Short forms printed before a name, with the office they stand for.
SHORT_TITLES = {
    "sen": "senator", "sens": "senator", "gov": "governor", "govs": "governor", "rep": "representative",
    "reps": "representative", "lt": "lieutenant", "col": "colonel", "gen": "general", "maj": "major",
    "capt": "captain", "sgt": "sergeant", "rev": "reverend", "pres": "president", "adm": "admiral",
    "amb": "ambassador", "cmdr": "commander", "cpl": "corporal", "det": "detective", "supt": "superintendent",
    "insp": "inspector", "atty": "attorney", "fr": "father", "st": "saint", "asst": "assistant",
    "brig": "brigadier", "cllr": "councillor", "mp": "mp", "msgr": "monsignor", "sec": "secretary",
    "prof": "professor", "dr": "doctor", "pm": "prime minister",
}  # fmt: skip

# What a person can be by office, calling or part in an event; the gender where the word itself shows one.
ROLES = """
boss czar guru doyen tycoon magnate whistleblower skipper ringleader chieftain warlord commentator
broadcaster presenter comedian rapper operative pundit lobbyist donor trustee landlord restaurateur baker
retiree pensioner mechanic electrician carpenter technician programmer designer photographer bystander
passenger commuter taoiseach amir president vice-president minister premier chancellor secretary
undersecretary ambassador envoy senator representative delegate governor mayor director administrator
general admiral colonel captain lieutenant major sergeant commander brigadier marshal chairperson chair
speaker spokesperson commissioner judge justice attorney prosecutor lawyer solicitor counsel leader chief
head deputy assistant advisor adviser aide official officer doctor professor reverend pastor rabbi imam
bishop archbishop cardinal pope treasurer councilor councillor member founder co-founder cofounder owner
ceo cfo coo coach manager editor publisher reporter journalist correspondent columnist anchor host
co-host analyst expert economist historian scientist researcher strategist consultant activist organizer
organiser author writer filmmaker actor singer candidate nominee contender frontrunner front-runner
challenger incumbent lawmaker legislator politician diplomat negotiator mediator coordinator
president-elect governor-elect executive entrepreneur investor billionaire mogul developer banker sheriff
trooper detective inspector superintendent constable warden marshal ombudsman veteran soldier fighter
pilot survivor victim witness suspect defendant plaintiff student teacher principal dean chaplain monk
preacher evangelist priest deacon elder sheikh emir sultan mullah ayatollah patriarch rapporteur
inspector-general regent dictator strongman ruler monarch comptroller controller auditor speaker
registrar clerk parliamentarian whip conservator curator artist musician composer poet novelist
director-general secretary-general surgeon nurse physician psychologist sociologist epidemiologist
virologist meteorologist climatologist engineer architect farmer miner driver worker trader broker
pollster demographer biologist chemist physicist astronomer philosopher theologian scholar academic
lecturer fellow resident neighbor neighbour voter supporter critic opponent rival colleague counterpart
partner ally adversary successor predecessor democrat republican moderator narrator blogger star
celebrity player footballer striker goalkeeper quarterback athlete swimmer runner champion captain
manager referee umpire vice-chancellor provost rector
""".split()
ROLES_MALE = """
spokesman congressman chairman councilman assemblyman alderman businessman statesman salesman policeman
fireman king prince duke earl baron count father brother son husband uncle nephew grandfather grandson
boy man gentleman widower tsar emperor actor monsignor friar waiter anchorman cameraman newspaperman
serviceman airman selectman tribesman
""".split()
ROLES_FEMALE = """
spokeswoman congresswoman chairwoman councilwoman assemblywoman alderwoman businesswoman stateswoman
saleswoman policewoman queen princess duchess countess baroness mother sister daughter wife aunt niece
grandmother granddaughter girl woman widow empress actress nun waitress heroine anchorwoman servicewoman
airwoman selectwoman
""".split()
# Roles that are a relation to somebody else: never the person's own.
KIN = """
father mother brother sister son daughter husband wife uncle aunt nephew niece grandfather grandmother
grandson granddaughter widow widower friend colleague counterpart partner ally neighbor neighbour rival
opponent supporter critic successor predecessor boss aide adviser advisor lawyer attorney ex-wife
ex-husband girlfriend boyfriend fiancee fiance cousin child
""".split()
# Roles that stay before a single given name: "Pope Francis", "Queen Beatrix".
REGNAL = """
lord lady king queen prince princess pope emperor empress sultan emir patriarch saint duke duchess tsar
""".split()
# Which offices a looser word can mean.
LOOSER = {
    "leader": "president premier minister chancellor king queen emir sultan ruler dictator chairman"
    " chairwoman chair leader head monarch strongman",
    "head": "president premier minister chancellor director chief chairman chairwoman head king queen",
    "spokesman": "spokesman spokesperson secretary",
    "spokeswoman": "spokeswoman spokesperson secretary",
    "spokesperson": "spokesman spokeswoman spokesperson secretary",
    "lawmaker": "senator representative congressman congresswoman lawmaker legislator mp parliamentarian",
    "congressman": "representative congressman",
    "congresswoman": "representative congresswoman",
    "representative": "representative congressman congresswoman",
    "candidate": "candidate nominee contender",
    "nominee": "nominee candidate",
    "contender": "candidate nominee contender",
    "official": "official",
    "lawyer": "lawyer attorney counsel",
    "attorney": "attorney lawyer",
    "chairman": "chairman chair chairperson",
    "chairwoman": "chairwoman chair chairperson",
    "premier": "premier minister",
    "diplomat": "diplomat ambassador envoy",
    "envoy": "envoy ambassador",
    "politician": "politician president minister senator representative congressman congresswoman mayor"
    " governor mp leader",
    "adviser": "adviser advisor",
    "advisor": "adviser advisor",
    "businessman": "businessman entrepreneur billionaire mogul developer",
    "businesswoman": "businesswoman entrepreneur billionaire mogul developer",
    "mogul": "mogul developer billionaire businessman",
    "professor": "professor",
    "chief": "chief director head",
    "executive": "executive ceo",
    "ceo": "ceo executive",
    "host": "host anchor",
    "official's": "",
}  # fmt: skip
# A bare "the leader" or "the politician" says too little to choose by among more than one.
HEADS_OF_STATE = "president premier minister chancellor king queen emir sultan".split()

# Words of an office that stand between a role and a name ("Secretary of State Ada Berg").
PORTFOLIOS = """
state defense defence treasury interior commerce labor labour energy education staff foreign affairs
finance justice health transportation agriculture homeland security veterans housing urban development
human services national intelligence press communications economic council budget management policy
climate covid-19 press response team operations general attorney trade science technology environment
culture tourism sport sports internal external economy industry minority majority house senate white
communications strategic legislative political domestic international global border gender public
engagement speechwriting chief prime vice deputy first second lady gentleman acting associate senior
special principal assistant executive former interim then ex- presidential vice-presidential
gubernatorial congressional mayoral republican democratic gop tory conservative liberal labour opposition
party
""".split()

# Capitalised words that a body's name contains; and outlets, agencies, seats of power that speak.
BODY_WORDS = """
ministry department agency council commission committee university college institute institution
foundation association organization organisation union federation party court bank corporation corp inc
ltd llc plc company co group center centre bureau office administration authority board service services
society coalition alliance league network news times post journal herald tribune gazette chronicle
courier dispatch sentinel argus echo mail mirror
guardian telegraph observer monitor examiner register inquirer globe magazine press radio television tv
channel parliament congress senate assembly government republic kingdom states nations army navy guard
police force forces church school hospital museum library project campaign caucus conference forum
initiative fund trust partnership consortium enterprises industries holdings partners associates bloc
embassy consulate directorate secretariat headquarters treasury kremlin house pentagon capitol team
program programme lab laboratory laboratories club studio studios airlines airways motors systems
technologies energy resources capital pharmaceuticals foods oil gas steel mining insurance financial
software electric power entertainment stores brands logistics telecom media analytics consulting
securities ventures healthcare international reporter's daily weekly wire week today kommersant
""".split()
BODIES = """
kremlin pentagon reuters bloomberg politico tass interfax xinhua afp ap upi dpa anadolu kyodo yonhap
itar-tass facebook twitter google amazon microsoft apple youtube instagram telegram whatsapp tiktok uber
tesla boeing pfizer moderna gazprom rosneft nato unicef unesco unhcr interpol europol frontex hamas
hezbollah taliban breitbart politifact factcheck wikileaks wikipedia netflix spotify starbucks walmart
hotnews buzzfeed vox axios newsweek slate quinnipiac gallup congress parliament knesset bundestag duma
downing elysee brussels treasury greenpeace amnesty oxfam cnn bbc nbc abc cbs msnbc npr pbs rt
""".split()
# Lower-case nouns for bodies: "the ministry", "the company".
BODY_NOUNS = """
ministry department agency council commission committee university college institute foundation
association organization organisation union federation party court bank corporation company firm group
center centre bureau office administration authority board service society coalition alliance league
network newspaper paper magazine outlet website site broadcaster channel station parliament congress
senate assembly government army navy police church school hospital museum campaign embassy consulate
regulator watchdog think-tank charity nonprofit publication daily weekly tabloid journal embassy tribunal
cabinet presidency palace military legislature team club airline operator carrier manufacturer maker bloc
""".split()
# "the paper" may be a body whose name has another of these words.
BODY_LIKE = {
    "paper": "times post journal herald tribune gazette chronicle guardian telegraph observer monitor"
    " examiner register inquirer globe newspaper daily",
    "newspaper": "times post journal herald tribune gazette chronicle guardian telegraph observer"
    " monitor examiner register inquirer globe newspaper daily",
    "magazine": "magazine",
    "network": "network news cnn msnbc nbc abc cbs bbc tv television channel",
    "broadcaster": "bbc npr pbs radio television tv channel broadcaster",
    "agency": "agency tass reuters interfax xinhua afp ap upi dpa bureau press",
    "company": "corporation corp inc ltd llc plc company co enterprises industries holdings motors systems"
    " technologies energy",
    "firm": "corporation corp inc ltd llc plc company co partners associates",
    "court": "court tribunal",
    "school": "university college school",
    "university": "university",
    "think-tank": "institute center centre foundation council",
    "organization": "organization organisation association foundation society league",
    "organisation": "organization organisation association foundation society league",
    "group": "group coalition association alliance council league society",
    "union": "union federation association brotherhood",
    "party": "party",
    "campaign": "campaign",
    "bank": "bank",
}
# Collectives in the plural: who speaks is a group of persons.
GROUP_NOUNS = """
people police officials experts leaders presidents ministers senators lawmakers reporters journalists
analysts critics supporters opponents voters democrats republicans residents witnesses researchers
scientists prosecutors lawyers attorneys aides advisers advisors activists sources economists historians
doctors students teachers parents families relatives neighbors neighbours members candidates allies
diplomats officers authorities investigators protesters women men others many some several both few
participants delegates governors mayors judges commentators observers scholars organizers organisers
conservatives liberals progressives americans colleagues partners friends children survivors veterans
soldiers workers farmers miners strategists pollsters spokesmen spokespeople spokeswomen representatives
everyone everybody heads secretaries chancellors kings premiers envoys ambassadors speakers commanders
chiefs directors
""".split()
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2, "2": 2, "3": 3, "4": 4, "5": 5}

# A capital that only the start of a sentence gives, or that never belongs to a name.
NOT_NAMES = """
the a an this that these those his her its their our my your he she it they we i you who whom whose which
what when where why how if as at by for from in into of off on onto out over to under up with without
within and but or nor so yet then there here much little less more most almost nobody everybody everyone
anyone someone somebody nothing everything something not no yes well okay ok thank thanks hello hi hey
good great morning afternoon evening all both each every some many most several few any other another
such one two three four five six seven eight nine ten first second third last next after before because
since while whereas although though unless until once during between among against about above across
along around behind below beneath beside besides beyond despite down except inside like near outside past
per than through throughout till toward towards upon via amid also again ever even just only still too
very now today tomorrow yesterday tonight however moreover meanwhile therefore thus hence instead
otherwise indeed perhaps maybe nevertheless nonetheless furthermore additionally finally earlier later
recently previously currently initially eventually asked according speaking responding referring
addressing citing quoting calling did does do is are was were be been being has have had can could may
might must shall should will would let see look please sorry let's don't i'm i've we're we've it's that's
he's she's there's what's who's monday tuesday wednesday thursday friday saturday sunday january february
march april may june july august september october november december spring summer autumn winter mon tue
wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec am pm est edt gmt utc statement
remarks briefing conference interview question answer q republican republicans democrat democrats
democratic conservative liberal communist muslim jewish catholic western eastern northern southern north
south east west announcing honoring honouring signing marking welcoming reaffirming delivering
highlighting celebrating hosting visiting touring presenting accepting discussing urging joining
introducing asking
en route aboard ahead following
""".split()
DETERMINERS = (
    "the a an this that these those his her its their our my your some any no each every another".split()
)
FORMER = "former ex late then acting interim outgoing incoming current longtime fellow incumbent".split()
PREPOSITIONS = """
of in on at by for from with about against between among to into during after before since until than as
""".split()
NAMELESS = """
q a question answer reporter reporters journalist journalists interviewer moderator audience operator
press participant participants member members crowd child student voice interpreter translator official
aide speaker unidentified unknown man woman official's
""".split()
# Peoples and parties in the plural are groups: the states' peoples, and these.
PLURALS = """
republicans democrats conservatives liberals socialists communists nazis fascists soviets europeans
africans asians catholics protestants muslims jews christians evangelicals hispanics latinos greens
tories libertarians populists nationalists separatists rebels allies
""".split()
# "Berg's letter says": whose words these hold.
UTTERANCES = """
statement statements tweet tweets letter remarks remark comment comments speech post message memo email op-ed
testimony announcement proposal initiative plan claim claims warning reply answer words brief essay article
book interview address declaration appeal argument assertion
""".split()
# At the start of a sentence these open a clause whose pronoun may mean the person named after it.
SUBORDINATORS = (
    "when while as after before although though if since having being because once until by in".split()
)
ASKED = "question q".split()
ANSWERED = "answer a".split()
# Titles of transcripts: "Press Briefing by ...".
OFFICE_LABELS = {
    "the president": "president",
    "mr president": "president",
    "president": "president",
    "the vice president": "vice president",
    "vice president": "vice president",
    "the first lady": "first lady",
    "first lady": "first lady",
    "the second gentleman": "second gentleman",
    "the press secretary": "press secretary",
    "the prime minister": "prime minister",
    "prime minister": "prime minister",
    "the chancellor": "chancellor",
    "the secretary": "secretary",
    "the secretary-general": "secretary-general",
    "the governor": "governor",
    "the mayor": "mayor",
    "the ambassador": "ambassador",
    "the attorney general": "attorney general",
    "the speaker": "speaker",
    "the minister": "minister",
    "the foreign minister": "foreign minister",
}

PARTIES = {
    "republican": "republican", "gop": "republican", "republicans": "republican", "democratic": "democratic",
    "democrat": "democratic", "democrats": "democratic", "labour": "labour", "labor": "labour",
    "tory": "conservative",
    "conservative": "conservative", "liberal": "liberal", "libertarian": "libertarian", "green": "green",
    "socialist": "socialist", "communist": "communist",
}  # fmt: skip
# Said to an office's holder; it shows the holder's gender.
ADDRESSED = {
    "Mr. President": ("president", "m"), "Madam President": ("president", "f"),
    "Mr. Vice President": ("vice president", "m"), "Madam Vice President": ("vice president", "f"),
    "Mr. Prime Minister": ("prime minister", "m"), "Madam Prime Minister": ("prime minister", "f"),
    "Mr. Chancellor": ("chancellor", "m"), "Madam Chancellor": ("chancellor", "f"),
}  # fmt: skip
