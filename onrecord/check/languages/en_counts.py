"""English words by which lists are counted and names of countries compared; data only, no logic."""

AND = r"\s(?:and|or|plus|as well as|with)\s"

CLAUSE = (
    r"\b(?:I|we|you|he|she|they|it|is|are|was|were|am|be|been|will|would|can|could|shall|should|may|"
    r"might|must|has|"
    r"have|had|do|does|did|said|says|told|because|although|if|when|while|that|who|which|whom|whose|where|"
    r"there|not|let|let’s|I’m|I’ve|we’re|we’ve|it’s|that’s|they’re|but|so|yes|no|okay|well)\b"
)

SEVERAL = (
    r"(?:both|all|many|several|various|numerous|multiple|dozens|hundreds|thousands|other|others|some|"
    r"few|a few|a number|"
    r"a series|a range|a variety|a host|a pair|a couple|half|more|additional|one|two|three|four|five|"
    r"six|seven|eight|nine|"
    r"ten|\d[\d,.]*)\b"
)
"""How an item begins that is more, or may be more, than one thing."""

NO_ITEM = (
    r"(?:first|second|third|finally|of course|you know|I mean|again|or|and|to|for example|by|including|"
    r"as evidenced)\b"
)
"""How an item begins that shows the list to be none, or to have been read wrongly."""

APPOSED = (
    r"(?:a|an|who|whose|which|where|his|her|its|their|our|formerly|aged|now|then|both|all|including|"
    r"with|from|of|at|"
    r"in|on|also|known|based|chaired|led|headed|born|Jr\.?|Sr\.?|II|III|IV|Inc\.?|LLC|Ltd\.?|D\.C\.|"
    r"\d{1,3})(?:\s|$)"
)
"""How a description of the item before it begins."""

INSTITUTION = r"\b(?:University|College|Institute|School|Academy|Hospital|Hotel|Airport|Church|Museum)\b"
"""What a town's name often follows."""

SMALL = frozenset("the of and for on in to a an de du la".split())

COMPASS = frozenset(
    "North South East West Central Northern Southern Eastern Western Upper Lower Inner Outer".split()
)

OFFICE = (
    r"(?:[A-Z][\w.’-]*\s|[a-z]+-)*(?:Secretary|Director|Minister|Mayor|Governor|President|Chair(?:man|"
    r"woman|person)?|CEO|"
    r"Officer|Administrator|Ambassador|Professor|Commissioner|Judge|Justice|Chief|Founder|Head|Dean|"
    r"Editor|Counsel|Adviser|"
    r"Advisor|Representative|Senator|Member|Manager|Coordinator|Partner|Chancellor|Treasurer|"
    r"Superintendent|Coach|Sheriff)"
    r"\b(?=\s(?:of|for|to|at|in|on|and)\s|$|,)"
)
"""An office, where it may describe whoever was named before it."""

REGIONS = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii "
    "Idaho Illinois "
    "Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota "
    "Mississippi Missouri Montana "
    "Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia "
    "Washington Wisconsin Wyoming "
    "New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Rhode_Island "
    "South_Carolina South_Dakota "
    "West_Virginia D.C. DC Washington,_D.C. Puerto_Rico England Scotland Wales Ontario Quebec "
    "Alberta Manitoba "
    "British_Columbia Nova_Scotia Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. "
    "Ky. La. Md. Mass. "
    "Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. "
    "S.D. Tenn. Tex. Vt. "
    "Va. Wash. W.Va. Wis. Wyo. France Germany Italy Spain Portugal Poland Ukraine Russia China Japan "
    "India Pakistan "
    "Israel Egypt Turkey Iran Iraq Syria Lebanon Jordan Kenya Nigeria Ghana Canada Mexico Brazil "
    "Argentina Chile Peru "
    "Colombia Australia Austria Switzerland Belgium Netherlands Sweden Norway Denmark Finland "
    "Iceland Ireland Greece "
    "Romania Bulgaria Hungary Serbia Croatia Slovenia Slovakia Estonia Latvia Lithuania Belarus "
    "Moldova Armenia "
    "Azerbaijan Kazakhstan Uzbekistan Indonesia Malaysia Thailand Vietnam Philippines Singapore "
    "South_Korea South_Africa"
).split()
"""Names that, after a comma, say where the place before them lies."""

COUNTRIES = (
    ("United States", "US", "USA", "United States of America", "America", "U.S.", "U.S.A."),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain",
     "United Kingdom of Great Britain and Northern Ireland"),
    ("Russia", "Russian Federation"),
    ("Moldova", "Republic of Moldova"),
    ("Belarus", "Republic of Belarus", "Byelorussia", "Belorussia"),
    ("Kazakhstan", "Republic of Kazakhstan"),
    ("Kyrgyzstan", "Kyrgyz Republic", "Kirghizia", "Kirgizstan", "Kirghizstan"),
    ("Turkmenistan", "Turkmenia"),
    ("Tajikistan", "Republic of Tajikistan", "Tadjikistan", "Tadzhikistan"),
    ("Uzbekistan", "Republic of Uzbekistan"),
    ("Armenia", "Republic of Armenia"),
    ("Azerbaijan", "Republic of Azerbaijan", "Azerbaidjan"),
    ("Turkey", "Türkiye", "Turkiye", "Republic of Turkey", "Republic of Türkiye"),
    ("Czech Republic", "Czechia"),
    ("Netherlands", "Holland", "Kingdom of the Netherlands"),
    ("South Korea", "Republic of Korea", "ROK", "Korea, Republic of", "Korea"),
    ("North Korea", "Democratic People’s Republic of Korea", "DPRK"),
    ("China", "People’s Republic of China", "PRC"),
    ("Taiwan", "Chinese Taipei", "Republic of China"),
    ("Iran", "Islamic Republic of Iran"),
    ("Syria", "Syrian Arab Republic"),
    ("Laos", "Lao PDR", "Lao People’s Democratic Republic"),
    ("Vietnam", "Viet Nam", "Socialist Republic of Vietnam"),
    ("Burma", "Myanmar"),
    ("Brunei", "Brunei Darussalam"),
    ("Timor-Leste", "East Timor"),
    ("Ivory Coast", "Côte d’Ivoire", "Cote d’Ivoire"),
    ("Cape Verde", "Cabo Verde"),
    ("Eswatini", "Swaziland"),
    ("North Macedonia", "Macedonia", "Republic of North Macedonia", "FYROM"),
    ("Bosnia", "Bosnia and Herzegovina", "Bosnia-Herzegovina", "Bosnia & Herzegovina", "BiH"),
    ("United Arab Emirates", "UAE", "U.A.E.", "Emirates"),
    ("Saudi Arabia", "Kingdom of Saudi Arabia", "KSA"),
    ("Democratic Republic of the Congo", "DRC", "DR Congo", "Democratic Republic of Congo",
    "Congo-Kinshasa"),
    ("Republic of the Congo", "Congo", "Republic of Congo", "Congo-Brazzaville"),
    ("Trinidad and Tobago", "Trinidad & Tobago", "Trinidad"),
    ("Antigua and Barbuda", "Antigua & Barbuda", "Antigua"),
    ("Saint Kitts and Nevis", "St. Kitts and Nevis", "St Kitts and Nevis", "St. Kitts & Nevis"),
    ("Saint Lucia", "St. Lucia", "St Lucia"),
    ("Saint Vincent and the Grenadines", "St. Vincent and the Grenadines", "St. Vincent & the Grenadines"),
    ("Bahamas", "Commonwealth of The Bahamas"),
    ("Gambia", "Republic of The Gambia"),
    ("Marshall Islands", "Republic of the Marshall Islands", "RMI"),
    ("Micronesia", "Federated States of Micronesia", "FSM"),
    ("Papua New Guinea", "PNG"),
    ("New Zealand", "Aotearoa New Zealand", "NZ"),
    ("Venezuela", "Bolivarian Republic of Venezuela"),
    ("Bolivia", "Plurinational State of Bolivia"),
    ("Tanzania", "United Republic of Tanzania"),
    ("Vatican", "Holy See", "Vatican City"),
    ("Palestine", "State of Palestine", "Palestinian Authority", "Palestinian territories"),
    ("Georgia", "Republic of Georgia"),
    ("European Union", "EU", "E.U.", "European Commission"),
    ("Ireland", "Republic of Ireland"),
    ("Slovakia", "Slovak Republic"),
    ("Germany", "Federal Republic of Germany", "FRG"),
    ("France", "French Republic"), ("Italy", "Italian Republic"), ("Greece", "Hellenic Republic"),
)  # fmt: skip
"""Spellings of one name, the first being what it is compared as."""

TITLES = (
    r"^(?:(?:President|Prime Minister|Vice President|Chancellor|King|Queen|Emperor|Prince|"
    r"Secretary(?: of State)?|Minister|"
    r"Foreign Minister|Senators?|Sens?\.|Representatives?|Reps?\.|Governor|Gov\.|Mayor|Ambassador|"
    r"General|Gen\.|Dr\.?|"
    r"Mr\.?|Mrs\.?|Ms\.?|Sir|Dame|Judge|Justice|Professor|Prof\.|The Honorable|Honorable|Hon\.|"
    r"Congressman|Congresswoman|"
    r"Republic of|State of|Kingdom of|Government of|Federal Republic of|Islamic Republic of|"
    r"Commonwealth of)\s+)+"
)
"""Words before a name that make no difference to whose it is."""

GENERIC = frozenset(
    "pact accord accords convention charter protocol compact memorandum league "
    "council committee commission board team declaration coalition congress group agreement treaty "
    "alliance union court "
    "senate house administration government cabinet party parliament assembly delegation panel jury "
    "conference summit "
    "initiative partnership network program programme project plan act department agency office "
    "bureau force forum "
    "federation league club company corporation university school family republican democratic "
    "republicans democrats "
    "monument region state city country nation west east north south midwest northeast southeast "
    "northwest southwest".split()
)
"""Bodies' names that mean another body in another text."""

PAPER = r"\b(?:treaty|pact|accords?|agreement|convention|charter|protocol|declaration|memorandum)\b"
"""Papers, which have signatories."""

ROLES = (
    ("signatories", r"\bsignator|\bsigned\b|\bsigners\b"),
    ("participants", r"\bparticipants\b|\battendees\b|\bdelegates\b|\bguests\b|\binvitees\b"),
    ("speakers", r"\bspeakers\b"),
    ("nominees", r"\bnominees\b"),
    ("candidates", r"\bcandidates\b"),
    ("leaders", r"\bheads of (?:state|government)|\bleaders\b|\bpresidents\b|\bprime ministers\b"),
    ("ministers", r"\bministers\b"),
    ("members", r"\bmember"),
)
"""What those are called who are listed, and how the text next to their body says so."""

SAID = r":|namely|that is|i\.e\.|specifically|to wit|\bthose of\b|\b(?:they|these|those|which|[Tt]hey|[Tt]hese|[Tt]hose) (?:are|were)\b"
"""What stands between a number and its list and says that the list is what was counted."""

HEADS = r"(?:to|that|who|whom|why|how|whether|what|when|where|which)\b"
"""The word with which each of several clauses may begin."""

OTHERS = r"\band\s+(?:all\s+|the\s+)?other\b"
"""What shows that a number counts only some of what it announces: "seven ministers and other agencies"."""

BESIDE = r"\band\s*$"
"""What stands before a number that is told beside somebody else: "the Union and eight countries"."""
