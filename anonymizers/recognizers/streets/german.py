"""Streets as they are written and said in German, where the type is most often the end of the name."""

from anonymizers.recognizers.streets.form import Form, any_case, cased

_NOT_STREETS = (
    r"(?!(?:arbeits|park|start|sitz|stell|speicher|steh|schlaf|spiel|heim|um|hin|rück|schul|arbeits|aus|bildungs"
    r"|lösungs|mittel"
    r"|zahlungs|kauf|vertriebs|treffer|listen|tabellen|platz)(?:platz|weg)\b|(?:vor|bei|um|ein|zu|an|vordergr"
    r"|be)?ring\b"
    r"|[a-zäöü]{0,60}(?:bereich|hering|monitoring|engineering|marketing|onboarding|offering|ordering|rendering|filtering"
    r"|sharing"
    r"|scoring|during|string|spring|bring)\b|weg\b|platz\b|ring\b|damm\b)"
)
_STREET = (
    r"[a-zäöüß\-]{2,60}(?:straße|strasse|str\.?|weg|platz|gasse|allee|ring|damm|ufer|chaussee|steig|stieg|graben|pfad"
    r"|zeile"
    r"|promenade|kamp|winkel|anger)"
)
_PREPOSITION = (
    r"(?:Am|An\s+de[rmn]|Im|In\s+de[rmn]|Auf\s+de[rm]|Zum|Zur|Unter\s+den|Hinter\s+de[rmn]|Vor\s+de[rmn]|Beim|Neue[rs]?"
    r"|Alte[rs]?)"
)
_NOT_PLACES = (
    r"(?!(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August"
    r"|September|Oktober|November|Dezember|Jahr|Schritt|Kapitel|Bild|Bildschirm|Test|Punkt|Fall|Aufgabe|Version"
    r"|Seite|Frage"
    r"|Woche|Stunde|Minute|Schnitt|Durchschnitt|Abschnitt|Menü|Feld|Reihe|Liste|Regel|Teil|Stufe|Phase|Gruppe"
    r"|Variante|Option"
    r"|Ende|Anfang|Abend|Morgen|Tag|Monat|Moment|Prinzip|Grunde|Vergleich|Laufe|Stand|Alter|Sommer|Winter|Herbst"
    r"|Frühjahr"
    r"|Platz|Raum|Tabelle|Spalte|Zeile|Klasse|Etage|Stock|Schule|App|Übersicht|Skala|Zone|Runde|Folge|Rang"
    r"|Quartal)\w*\b)"
)
_NOT_NAMES = (
    r"(?i:(?!(?:de[rmns]|die|das|ein\w*|diese\w*|jene\w*|jede\w*|mein\w*|dein\w*|sein\w*|ihr\w*|unse?r\w*|kein\w*"
    r"|auf|am|im"
    r"|vom|zum|zur|und|oder|welche\w*|selbe\w*|ganze\w*|erste\w*)\b))"
)
_AFTER_NUMBER = r"(?!\s*(?:uhr|prozent|%|minuten|stunden|tage|wochen|mal|euro|€|km|meter|jahre|[.,]\d|leute|personen))"
TELLING = {
    "german": "straße|strasse|str|weg|platz|gasse|allee|ring|damm|ufer|chaussee|steig|stieg|graben|pfad|zeile|promenade"
    "|kamp|winkel|anger"
}
"""In small letters; they may end a longer word."""


def forms(spoken: str) -> tuple[Form, ...]:
    """ "Hauptstraße 5a", "Lange Straße 5", "hauptstraße siebenundzwanzig", "Am Markt 7", "Unter den Linden 5"."""
    figures = r"\d{1,4}(?:\s?[a-z]\b)?(?:\s?[-\u2013/]\s?\d{1,4}\s?[a-z]?)?(?!\w)"
    said = rf"|(?!ein\b){spoken}(?!\w)" if spoken else ""
    number = rf"(?:{figures}{said}){_AFTER_NUMBER}"
    no_number = rf"(?!(?:{spoken})(?!\w))" if spoken else ""
    return (
        any_case(rf"(?<!\w){_NOT_STREETS}{_STREET}\s+(?:nummer\s+|nr\.?\s*)?{number}", "number", "german"),
        cased(
            rf"(?<!\w){_NOT_NAMES}[A-ZÄÖÜ][\wäöüß\-]{{1,60}}\s+(?:Straße|Strasse|Str\.|Allee|Gasse|Weg|Platz"
            rf"|Ring)\s+(?i:{number})",
            "number",
            "german",
        ),
        any_case(
            rf"(?<!\w){_NOT_NAMES}[a-zäöüß\-]{{3,60}}\s+stra(?:ß|ss)e\s+(?:nummer\s+)?{number}", "number", "german"
        ),
        cased(
            rf"(?<!\w){_PREPOSITION}\s+{_NOT_PLACES}[A-ZÄÖÜ][\wäöüß\-]{{1,60}}(?:\s+[A-ZÄÖÜ][\wäöüß\-]{{1,60}})?\s+\d{{1,3}}\s?[a-z]?(?!\w)"
            rf"(?i:{_AFTER_NUMBER})",
            "number",
            "digits",
        ),
        any_case(
            rf"(?<!\w){_PREPOSITION}\s+{_NOT_PLACES}{no_number}{_NOT_NAMES}[a-zäöüß\-]{{3,60}}(?:\s+[a-zäöüß\-]{{3,60}})??\s+{number}",
            "code",
            "long runs",
        ),
        any_case(
            rf"(?<!\w){_NOT_STREETS}[a-zäöüß\-]{{3,60}}(?:straße|strasse|gasse|allee|chaussee)(?!\w)",
            "living",
            "german",
        ),
        cased(
            r"(?<!\w)(?!Haupt|Ein|Durch|Land|Bundes)[A-ZÄÖÜ][a-zäöüß\-]{2,60}(?:straße|strasse)(?!\w)",
            "capitals",
            "german",
        ),
    )
