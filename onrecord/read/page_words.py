"""Words by which pages are read: kinds of record, names of fields, lines that are furniture; only data."""

from __future__ import annotations

import re

ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "Article",
    "BlogPosting", "Report", "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle",
    "TechArticle", "SocialMediaPosting", "Review", "Interview", "VideoObject", "WebPage",
)  # fmt: skip
"""Schema.org types that describe the text of a page, the most telling first."""

TITLES = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "headline",
)
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title")
AUTHORS = (
    "article:author", "author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "cxenseparse:author", "article:author_name", "twitter:creator:name", "citation_author",
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate",
    "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
    "rnews:datepublished", "article.published", "og:published_time", "citation_publication_date", "pdate",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time",
    "datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "revised", "article:updated",
)  # fmt: skip

NOT_AUTHORS = re.compile(
    r"https?://|@|^(?:image|photo)\b"
    r"|^(?:admin|administrator|webmaster|editor|staff|redaktion|desk|newsroom|null|none|undefined)$",
    re.IGNORECASE,
)

FURNITURE = re.compile(
    r"(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|reklama|реклама|sponsored)\W*$"
    r"|advertisement\b.{0,40}(?:story|article) continues\b.{0,20}$"
    r"|more ?: .{0,140}$|got a story\?|get in touch with our\b|for more stories like this\b"
    r"|join our commenting forum|you must confirm your public display name"
    r"|access the most recent journalism from"
    r"|do you have a story to tell\?|enjoying our latest content\?"
    r"|to read the rest of this\b|already a subscriber\b"
    r"|(?:externer inhalt|link zum|weiterführende links|beiträge aus dem forum)\b.{0,60}$"
    r"|(?:read|see|hear|find|discover) (?:more|also|next)\b(?! (?:than|of|about why))"
    r"|(?:lesen sie|lies|mehr zum thema|mehr dazu|lire aussi|à lire aussi|voir aussi|leia (?:mais|também)"
    r"|lea también|leer más|leggi anche|lees ook|læs også|читайте також|читайте также|číst také|čtěte také)\b"
    r"|(?:related|recommended|trending|most read|more on this( story)?|more from|editor'?s picks?"
    r"|in case you missed|what to read next|you may also like|top stories|latest news|up next)\b[^.]{0,80}$"
    r"|(?:share|print|save|tweet|email)(?: (?:this|on|via|the|article|page|story|link)\b[^.]{0,40})?$"
    r"|(?:subscribe|sign up|register|log in|sign in|join us|download (?:the|our) app)\b[^.]{0,120}[.!]?$"
    r"|(?:sign up|subscribe) (?:to|for) (?:our|the)\b.{0,120}$"
    r"|(?:get|receive) (?:the|our|all|breaking)\b.{0,60}\b(?:newsletter|inbox|email|app)\b.{0,60}$"
    r"|follow\b.{0,60}\bon (?:facebook|twitter|x|instagram|whatsapp|telegram|bluesky)\b.{0,100}$"
    r"|(?:click|tap) here\b.{0,100}$|(?:watch|listen)(?: now| live| below)?\s*:.{0,120}$"
    r"|(?:©|\(c\)|copyright)\b.{0,120}$|all rights reserved\W*$|\d+ comments?$|comments?(?: \(\d+\))?$"
    r"|(?:skip|jump) (?:to|past)\b.{0,60}$|(?:article|story) continues (?:below|after)\b.{0,40}$"
    r"|(?:image|photo|picture) (?:source|credit)s?\b.{0,60}$",
    re.IGNORECASE,
)
"""A short block that begins so, and is nothing else, is the page's and not the text's."""
