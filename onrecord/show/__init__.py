"""The local page shows what the record holds, by its own files alone, and writes decisions only."""

from onrecord.show.app import application
from onrecord.show.contract import Action, Answer, Asked, Done, Page, Raw, Site
from onrecord.show.server import Serving, serve

__all__ = ["Action", "Answer", "Asked", "Done", "Page", "Raw", "Serving", "Site", "application", "serve"]
