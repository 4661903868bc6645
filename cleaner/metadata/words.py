"""The words around names, in the languages that we know: what leads to a name, what follows it, and what is none."""

from __future__ import annotations

import re

# A name follows these after a space or a colon.
_BY = (
    "by|par|von|por|door|di|av|af|przez|yazan|от|verfasst von|geschrieben von|écrit par|publié par|escrito por|"
    "publicado por|scritto da|a cura di|pubblicato da|geschreven door|skrevet av|skrivet av|opublikowane przez|"
    "بقلم|كتبت?|كاتب|نویسنده|מאת|लेखक|द्वारा|โดย|作者|撰文|记者|記者|編集|文|글|기자"
)
# A name follows these only after a colon: without it they are words of a sentence.
_AUTHOR = (
    "authors?|autor(?:in|en|es|a)?|auteurs?|autor[ei]|contributors?|"
    "tekst|text|texte|testo|texto|redactie|автор[ы]?|текст"
)
_DONE = "written|posted|published|authored|reported|researched|created|submitted|contributed"
_WORK = "words|text|story|report|article|reporting|interview|guest post|guide|review|recipe|post|blog|insights"

_THIS = r"(?:(?:this|the)\s\w+\s(?:was|is)\s|(?:article|post|story|page|blog)\s(?:(?:was|is)\s)?)?"

LEAD = re.compile(
    rf"(?:{_WORK})\s(?:and\s\w+\s)?(?:by|von|from)\b[\s:]*"
    rf"|{_THIS}(?:medically\s|originally\s)?"
    rf"(?:{_DONE})(?:\s(?:and|&)\s\w+)?\s?by\b[\s:]*"
    rf"|(?:{_BY})(?:\s*[:：/／•|-]\s*|\s+)"
    rf"|(?:{_AUTHOR})\s*[:：•|]\s*"
    rf"|(?:by|作者|記者|记者|撰文)(?=(?-i:[A-Z\u3400-\u9fff]))",
    re.IGNORECASE,
)
"""What introduces a name, at the start of a byline."""

STRONG_LEAD = re.compile(
    rf"{_THIS}(?:{_DONE})\s?by\b|(?:{_AUTHOR})\s*[:：]|(?:verfasst|geschrieben) von"
    r"|(?:écrit|publié) par|escrito por|scritto da|a cura di|geschreven door|skrevet av|作者|撰文|بقلم|نویسنده|автор",
    re.IGNORECASE,
)
"""What introduces a name wherever it stands."""

_MONTH_DAY = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?\b"

TAIL = re.compile(
    r"(?<!\s)\s*(?:[|•·●⋅▪►»/]\s|\s[-–—]{1,2}\s|https?://|www\.|\bin\s(?=(?-i:[A-Z]))|\b(?:on|at|in(?:\s[a-z]+)?)$"
    r"|\b(?:on|am|le|el|il|at)\s(?=\w*\s?\d)|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bon behalf of\s"
    r"|\b(?:updated|published|posted|last|reviewed by|edited by|fact.checked|photo(?:s|graph(?:s|y))? by|aktualisiert"
    r"|veröffentlicht|publié|actualizado|publicado|view (?:all|in|more|profile)"
    r"|\d+(?:\s?[-–]\s?\d+)?\s?(?:minute|min|comment|view|share|hour|day)s?)\b"
    rf"|\b{_MONTH_DAY}|\b\d{{1,4}}[./]\d\d?[./]\d\d"
    r"|(?<=[a-z])(?-i:Published|Updated|Posted|Last\s)).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What follows the names in a byline."""

NOBODY = re.compile(
    r"(?:the\s)?(?:staff\s)?(?:senior\s|junior\s|special\s|guest\s|contributing\s|site\s|wp\s?|super\s?)?"
    r"(?:staff|(?:staff\s)?(?:writer|reporter|author|editor|contributor|blogger|correspondent)s?|guest|news desk"
    r"|newsroom|web desk|editorials?|(?:[\w.]+\s)?admin(?:istrator)?|webmaster|root|user"
    r"|redaktion|redaktør|redacci[óo]n|(?:la )?rédaction"
    r"|redazione|redactie|redakcja|редакция|anonym(?:ous)?|unknown"
    r"|moderators?|(?:new )?members?|joined|submitted|undefined|null|none|nan|n/?a|test|default|object object|name"
    r"|sat|sun|mon|tue|wed|thu|fri|team|blog|news|link|share|on|in|the|from|with|insights|print|menu|home|reply|more|date|updated|published)",
    re.IGNORECASE,
)
"""What stands where a name should."""

NOT_A_NAME = re.compile(
    r"(?:about|meet|our|join|contact|building|more (?:by|from)|view|read|see"
    r"|follow|all posts|posts|share|comments?)\b|(?-i:[a-z\d])[\w-]*\.(?:com|org|net|co\b)"
    r"|[^\W\d]{3,9}\.?\s\d{1,2}$|\d{1,2}\.?\s[^\W\d]{3,9}$",
    re.IGNORECASE,
)
"""How links, addresses and dates begin that stand beside names."""

STAFF_AT_END = re.compile(
    r"(?<![\s,])[\s,]++(?:staff|staff writer|staff reporter|contributor|correspondent)$", re.IGNORECASE
)

ROLE = re.compile(
    r"\b(?:editor|writer|reporter|journalist(?:in)?|correspondent|contributor|columnist|author|director|manager|president"
    r"|founder|co-?founder|professor|analyst|expert|specialist|producer|strategist|consultant|researcher|officer|c[etmof]o"
    r"|coo|head|chief|lead|associate|assistant|fellow|blogger|photographer|dieti[ct]ian|attorney|engineer"
    r"|developer|advocate|reviewer|nutritionist|psychologist|therapist|physician|scientist|instructor|gardener|intern"
    r"|redakteur(?:in)?|rédact(?:eur|rice)|redactora?|editora|korrespondent|correspondante?|corresponsal|special to"
    r"|for the|staff|redact(?:rice|eur)|redattore|university|department|news service)s?\b"
    r"|(?<!\w)(?:記者|记者|编辑|編輯|기자|특파원|корреспондент|редактор)",
    re.IGNORECASE,
)
"""What somebody is, rather than what they are called."""

BEFORE_ROLE = frozenset(
    "senior managing contributing the our a an as guest and executive digital lead chief deputy associate former "
    "freelance staff principal vice".split()
)
AFFILIATION = re.compile(
    r"\b(?:institut[eo]?|college|school|hospital|clinic|association|foundation|compan(?:y|ies)|agency|group|magazine"
    r"|inc|llc|ltd|gmbh|corp(?:oration)?|universit\w+|cent(?:er|re))\b|\w\.(?:com|org|net)\b",
    re.IGNORECASE,
)
"""What somebody works for, where it follows their name and role."""
TEAM = re.compile(r"\b(?:team|editors|redaktion|newsroom|desk)$", re.IGNORECASE)
CREDENTIAL = re.compile(
    r"(?:[A-Z]\.?){2,8}|[A-Z]{1,3}[a-z]?[A-Z]{1,4}|(?:Ph|Psy|Ed)\.?D\.?|[MB]\.?Sc\.?|[JS]r\.?|Esq\.?|Dr\.?|I{2,3}|IV"
)
AGENCIES = frozenset("AP AFP ANI BBC CNN DPA NPR PTI UPI".split())
"""Who signs in capitals that are nobody's credentials."""
JOINT = re.compile(
    r"(?<!\s)\s++(?:(?:and|und|et|y|e|i|og|och|en|ve|и|та|و|with|con|avec|mit|și|és)\s+|[&＆]\s+)|[&＆]\s+",
    re.IGNORECASE,
)

COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\W\d_]{0,60}(?:copyright[\W\d_]{0,60})?(?:by\s)?([^\d.,|•·©:]{4,40}?)\s?"
    r"(?:[.,|•·©:]|\d{4}|all rights|$)",
    re.IGNORECASE,
)
"""A copyright line, and who it is that holds it."""
MYSELF = re.compile(r"\b(?:I|[Ii]ch|я)\b")
"""How somebody speaks of themselves."""

BIOGRAPHY = re.compile(
    r",? (?:is|was|has|writes|covers|works|joined|ist|schreibt|arbeitet|est|écrit|es|escribe|é|escreve|è|scrive"
    r"|schrijft|jest|är|skriver)\s",
)
"""How the sentence goes on that begins with the name of the one it is about."""
