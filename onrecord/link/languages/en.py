"""English words by which two people of one name are told apart: what sort of work a role names."""

from __future__ import annotations

# Field -> the nouns that head a role in it. One person moves easily within a field and between FRIENDS.
FIELDS: dict[str, str] = {
    "office": "president premier chancellor minister secretary governor mayor senator congressman congresswoman "
    "representative lawmaker legislator deputy parliamentarian mp mep ambassador envoy diplomat consul "
    "spokesman spokeswoman spokesperson commissioner councillor councilman councilwoman councilor alderman "
    "politician candidate nominee leader chairman chairwoman chair speaker whip official aide adviser advisor "
    "counselor strategist king queen prince princess emir sultan sheikh monarch administrator treasurer",
    "law": "judge justice lawyer attorney prosecutor solicitor barrister magistrate counsel notary",
    "arms": "general colonel major captain lieutenant sergeant admiral commander soldier marine veteran officer "
    "brigadier marshal pilot",
    "police": "policeman policewoman constable detective inspector sheriff trooper superintendent",
    "trade": "executive ceo cfo coo founder cofounder entrepreneur businessman businesswoman banker investor "
    "trader manager owner analyst economist director consultant broker partner",
    "press": "journalist reporter correspondent editor columnist anchor broadcaster presenter blogger "
    "commentator photographer publisher",
    "learning": "professor researcher scientist scholar historian academic lecturer physicist chemist biologist "
    "epidemiologist sociologist psychologist astronomer fellow expert",
    "health": "doctor nurse physician surgeon psychiatrist paediatrician pediatrician dentist paramedic",
    "faith": "bishop archbishop cardinal pope priest pastor imam rabbi reverend patriarch ayatollah monk nun",
    "arts": "actor actress singer musician writer novelist author poet director filmmaker composer artist "
    "painter comedian dancer playwright",
    "sport": "footballer striker midfielder goalkeeper defender quarterback coach pitcher golfer swimmer sprinter "
    "boxer cyclist cricketer athlete skier referee wrestler",
    "daily life": "resident farmer teacher student pupil mother father widow neighbour neighbor driver worker "
    "electrician plumber carpenter waiter waitress cook chef clerk cashier pensioner retiree tourist shopkeeper "
    "hairdresser mechanic miner fisherman firefighter engineer librarian witness victim survivor tenant",
    "crime": "suspect defendant inmate convict gunman murderer",
}

# Between these, one person's life often leads: a general becomes a president, a professor a minister.
FRIENDS: tuple[frozenset[str], ...] = (
    frozenset({"office", "law", "arms", "trade", "learning", "press"}),
    frozenset({"arms", "police"}),
    frozenset({"health", "learning", "office"}),
    frozenset({"arts", "press", "learning"}),
    frozenset({"faith", "learning"}),
    frozenset({"police", "law"}),
)

# Nouns of bodies that name no single body by themselves: "the ministry" of which country?
GENERIC = (
    "ministry department agency police office court council committee commission government cabinet parliament "
    "senate congress house assembly embassy company firm bank party army navy force forces military authorities "
    "authority officials official media press service union university school hospital city state county federal "
    "local national foreign defence defense interior finance health justice education prosecutor prosecutors "
    "general supreme high central white paper newspaper agency news organisation organization group team board "
    "fire sheriff administration release press the of for and s"
)
# ... and pairs of such words that do name one.
NAMED = ("white house",)

# How somebody is addressed, which is no office.
ADDRESS = "mr mrs ms miss mx madam madame sir dame lord lady dr sr jr esq honorable honourable hon excellency"
