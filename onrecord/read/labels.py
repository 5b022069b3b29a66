"""Words that layout is read by, for every language together; data only, lower-case unless said otherwise."""

from __future__ import annotations

# Printed before a question or an answer.
QUESTION_WORDS = """
question answer frage antwort pregunta respuesta domanda risposta réponse вопрос ответ питання відповідь
запитання otázka odpověď pytanie odpowiedź pergunta resposta vraag antwoord reporter journalist interviewer
moderator correspondent press participant audience operator voice host presenter
""".split()

# Words that make a label in capitals, or a printed name, a speaker's.
OFFICES = """
president vice premier prime minister chancellor secretary ambassador senator representative congressman
congresswoman governor mayor director administrator general admiral colonel captain lieutenant chairman
chairwoman chair speaker spokesman spokeswoman spokesperson commissioner judge justice attorney king queen
prince princess lady dr doctor professor mr mrs ms miss sir madam leader chief head deputy assistant advisor
adviser counsel official officials surgeon reporter aide moderator operator question q interpreter
translator reverend pastor rabbi imam bishop pope sergeant major officer commander treasurer councilor
councillor member delegate founder ceo coach
""".split()

PARTICLES = "de da di du of the von van der den el al bin ibn la le y e zu of and".split()

# Printed in capitals before a colon, and no speaker.
NOT_SPEAKERS = """
subject from to date re cc bcc note notes contact contacts source sources update updated correction watch
read photo video image location time where when what who why how background summary attention tel phone fax
email e-mail web website address media release warning tip related more title topic topics agenda
sentence offense offence commutation grant fact facts sheet example examples table figure chapter section
part article step option key result results conclusion introduction abstract keywords contents index
appendix deadline price cost rating score url http https
""".split()

# A line that begins so is furniture.
FURNITURE_STARTS = (
    r"see also\b(?=[^.!?]*$)|read (?:more|also|next|this)\b|also read\b|related(?: (?:articles?|stories|topics|links?|content|news))?\s*[:|]|"
    r"click here\b|print(?:er)?(?:-friendly)? version\b|email (?:this )?article\b|share (?:this|on|via)\b|"
    r"follow (?:us|the latest)\b|subscribe\b|sign up\b|(?:go )?back to (?:top|list)\b|advertisement\b|sponsored\b|"
    r"(?:written |reported |posted )?by:? [A-ZÀ-Þ][^!?]{1,60}[^!?.]$|"
    r"this (?:page|text|article|story|document) is (?:also )?available\b|"
    r"(?=.{0,140}\b(?:javascript|scripts?|cookies?)\b)(?=.{0,140}\b(?:browser|enabled?|disabled|switched|turned)\b)|"
    r"all (?:messages|rights reserved)\b|copyright\b|©|cookies?\b.{0,40}(?:policy|settings|use)|"
    r"your browser\b|(?:please )?(?:enable|activate|turn on) javascript\b|javascript (?:is|must)\b|skip to\b|"
    r"lesen sie auch\b|mehr zum thema\b|siehe auch\b|lire aussi\b|à lire aussi\b|voir aussi\b|lea también\b|"
    r"читайте также\b|читайте також\b|смотрите также\b|leggi anche\b|"
    r"\d{2,6} days? (?:have passed |has passed |since |until |to go)|"
    r"consular queries\b|published (?:on|at)\s*:?\s*\d|last (?:updated|modified)\b|views?\s*:\s*\d|comments?\s*\(?\d|"
    r"(?:\\?#){3,}\s*$|\*\s*\*\s*\*\s*$|-{3,}$|_{3,}$|={3,}$|page \d+( of \d+)?$|\d+ (?:comments|shares|views|likes)$"
)
# A whole line that is furniture.
FURNITURE_LINES = (
    r"go back|home|menu|search|back|top|next|previous|print|share|tweet|e-?mail|comments?|login|log in|register|"
    r"[^\W\d_]+(?: [^\W\d_]+)?: ?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\+?[\d ()/.-]{9,30}|#+|[-–—*•|_=~ ]+|"
    r"\d{1,2} [^\W\d_]{3,10} \d{4}|end"
)
CAPTIONS = (
    r"(?:file )?(?:photo|foto|image|picture|bild|фото|video)(?:graph)?(?: by| credit| courtesy)?\s*[:/©]|"
    r".{0,160}(?:\(photo\b|photo\s*(?::|by\b)|photo credit|getty images|/ ?(?:afp|reuters|ap photo)\b)"
)

# Titles that close a pull-quote after a printed name ("... Anna Berg Minister of Health").
PULL_TITLES = """
president vice-president prime minister chancellor secretary ambassador senator representative governor
mayor director chairman chairwoman chair speaker spokesman spokeswoman spokesperson commissioner king queen
leader chief head deputy adviser advisor professor editor analyst expert lawyer attorney economist historian
founder owner coach member foreign defence defense finance interior health former acting first general
executive
""".split()
