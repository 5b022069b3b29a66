"""Words that stand in datelines, by what they are; data only, no logic."""

from __future__ import annotations

AGENCIES = frozenset(
    {
        "reuters", "ap", "the associated press", "associated press", "afp", "agence france-presse", "tass",
        "itar-tass", "ria novosti", "ria", "interfax", "interfax.ru", "interfax-ukraine", "ukrinform",
        "unian", "xinhua", "dpa", "dpa-afx", "efe", "ansa", "apa", "ats", "keystone-ats", "belga", "anp",
        "pap", "čtk", "ctk", "mti", "agerpres", "bta", "tanjug", "hina", "sta", "anadolu", "aa", "irna",
        "isna", "tasnim", "kyodo", "yonhap", "pti", "ani", "ians", "app", "bernama", "antara", "belta",
        "sputnik", "kazinform", "armenpress", "azertac", "trend", "report", "akipress", "24.kg", "upi",
        "bloomberg", "cnn", "bbc", "cp", "the canadian press", "canadian press", "pa", "pa media",
        "press association", "aap", "nzpa", "wam", "spa", "kuna", "qna", "petra", "sana", "wafa", "mena",
        "nna", "bss", "lusa", "ritzau", "tt", "ntb", "stt", "bns", "elta", "leta", "mehr", "novosti",
        "regnum", "rbc", "politico", "axios", "sid",
    }
)  # fmt: skip
"""Lower-case names and signs of news agencies."""

NO_PLACES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "published",
        "updated", "posted", "written", "issued", "released", "date", "by", "on", "from", "press",
        "statement", "remarks", "note", "breaking", "exclusive", "mr", "mrs", "ms", "dr", "sen", "rep",
        "gov", "gen", "the", "a", "q", "question", "answer", "moderator", "president",
    }
)  # fmt: skip
"""Lower-case first words that cannot open the place of a dateline."""

PUBLISHED = ("published", "posted", "written", "first published", "released", "issued", "publication date")
"""What stands before a printed publication date."""
