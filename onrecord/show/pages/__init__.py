"""Every page and every action of the site is listed here, in the order in which addresses are compared."""

from onrecord.show.contract import Action, Page
from onrecord.show.pages import (
    about,
    document,
    documents,
    exporting,
    findings,
    history,
    naming,
    pictures,
    reviewing,
    search,
    speakers,
    statement,
    traces,
    verifying,
)

MODULES = (
    search,
    exporting,
    reviewing,
    history,
    document,
    documents,
    findings,
    statement,
    traces,
    verifying,
    pictures,
    about,
    speakers,
    naming,
)
PAGES: tuple[Page, ...] = tuple(page for module in MODULES for page in getattr(module, "PAGES", ()))
ACTIONS: tuple[Action, ...] = tuple(one for module in MODULES for one in getattr(module, "ACTIONS", ()))
