"""A Latin spelling fits a Cyrillic one when its groups of letters usually stand for those."""

from __future__ import annotations

from functools import lru_cache

from onrecord.link.names.tables import rows

Costs = dict[tuple[str, str], float]

WORST = 4.6  # the dearest step that is allowed
MEAN = 0.8  # the dearest mean over the letters of the longer spelling
NEVER = 1e9
_PLAIN = str.maketrans("ёэыіїєґў", "ееиииегу", "ьъ'’ʼ`")


def plain(cyrillic: str) -> str:
    """A lower-case Cyrillic spelling without what Russian, Ukrainian and Belarusian write differently."""
    return cyrillic.translate(_PLAIN)


class Letters:
    """What each group of Latin letters costs as each group of Cyrillic ones, and the names listed whole."""

    def __init__(self, costs: Costs, whole: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.whole = whole
        self.of: dict[str, list[str]] = {}
        for latin, cyrillic in whole:
            self.of.setdefault(latin, []).append(cyrillic)
        self.by_latin: dict[str, list[tuple[str, float]]] = {}
        for (latin, cyrillic), cost in costs.items():
            if cost <= WORST:
                self.by_latin.setdefault(latin, []).append((cyrillic, cost))
        self.widest = max(map(len, self.by_latin), default=0)

    def cost(self, latin: str, cyrillic: str) -> float:
        """The least sum over all ways to cut both spellings; NEVER where no way leads through."""
        n, m = len(latin), len(cyrillic)
        rows = [[NEVER] * (m + 1) for _ in range(n + 1)]
        rows[0][0] = 0.0
        by_latin, widest = self.by_latin, self.widest
        inserted = dict(by_latin.get("", ()))
        for i in range(n + 1):
            row = rows[i]
            for j in range(m):
                if row[j] < NEVER and (extra := inserted.get(cyrillic[j])) is not None:
                    row[j + 1] = min(row[j + 1], row[j] + extra)
            for width in range(1, min(widest, n - i) + 1):
                answers = by_latin.get(latin[i : i + width])
                if not answers:
                    continue
                target = rows[i + width]
                for j in range(m + 1):
                    at = row[j]
                    if at < NEVER:
                        for group, step in answers:
                            if cyrillic.startswith(group, j):
                                k = j + len(group)
                                if at + step < target[k]:
                                    target[k] = at + step
        return rows[n][m]

    def fit(self, latin: str, cyrillic: str) -> bool:
        """Whether the Latin spelling can be the Cyrillic one: both lower case, without white space."""
        if (latin, cyrillic) in self.whole:
            return True
        n, m = len(latin), len(cyrillic)
        if not n or not m or n > 40 or m > 40 or n > 2.5 * m + 1 or m > 1.6 * n + 1:
            return False
        return self.cost(latin, cyrillic) <= MEAN * max(n, m)


@lru_cache(maxsize=1)
def letters() -> Letters:
    """The table that ships, read once."""
    costs = {(a, b): float(cost) for a, b, cost in rows("letters.tsv")}
    whole = {(a, b) for a, b in rows("irregular.tsv")}
    whole |= {(a, plain(form)) for a, forms in rows("known.tsv") for form in forms.split()}
    return Letters(costs, frozenset(whole))
