"""Month names, zones and clutter around printed dates, by language; data only, no logic."""

from __future__ import annotations

from types import MappingProxyType

_NAMES: dict[str, tuple[str, ...]] = {
    # One string per month, January first; every form in which the month is printed beside a day.
    "en": ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
           "august aug", "september sept sep", "october oct", "november nov", "december dec"),
    "de": ("januar jänner jan", "februar feber feb", "märz mär", "april apr", "mai", "juni jun", "juli jul",
           "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez"),
    "fr": ("janvier janv", "février févr", "mars", "avril avr", "mai", "juin", "juillet juil", "août",
           "septembre", "octobre", "novembre", "décembre déc"),
    "es": ("enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago",
           "septiembre setiembre", "octubre", "noviembre", "diciembre dic"),
    "it": ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
           "ottobre", "novembre", "dicembre"),
    "pt": ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
           "outubro", "novembro", "dezembro"),
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"),
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
           "november", "december"),
    "pl": ("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
           "października", "listopada", "grudnia"),
    "cs": ("ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
           "listopadu", "prosince"),
    "ru": ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
           "ноября", "декабря"),
    "uk": ("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
           "жовтня", "листопада", "грудня"),
}  # fmt: skip

MONTHS = MappingProxyType(
    {
        form: number
        for names in _NAMES.values()
        for number, forms in enumerate(names, 1)
        for form in forms.split()
    }
)
"""Lower-case month name -> 1..12. No form stands for two months."""

ENGLISH_MONTHS = tuple(form for forms in _NAMES["en"] for form in forms.split())

ZONES = MappingProxyType(
    {
        "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360, "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120,
        "eest": 180, "msk": 180, "bst": 60, "wet": 0, "west": 60, "aest": 600, "aedt": 660, "jst": 540,
    }
)  # fmt: skip
"""Lower-case zone abbreviation -> minutes east of UTC. Names that stand for several zones are left out."""
