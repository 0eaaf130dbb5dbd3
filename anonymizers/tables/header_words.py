"""What headers and question texts ask for, in English, French, German and Spanish, and the role that goes with it.

Topics stand in order of strictness: of two that a header names, the first one counts. Words are written as
`normalised` gives them: lower case, no accents, one space between. Special categories are those of GDPR article 9.
"""

import re
import unicodedata
from dataclasses import dataclass

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAK = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked for in words, the role it calls for, and the phrases that ask for it, separated by bars.

    A weak topic is also asked *about*: "phone" in a question on how phones are used.
    """

    what: str
    role: str
    phrases: str
    weak: bool = False


TOPICS = (
    Topic(
        "an e-mail address",
        "direct",
        "email|e mail|mail address|courriel|adresse mail|mailadresse|correo electronico|correo",
        weak=True,
    ),
    Topic(
        "a phone number",
        "direct",
        "phone|telephone|tel|phone number|mobile number|cell number|whatsapp|fax|numero de portable|telefon"
        "|telefonnummer|handynummer|handy nummer|rufnummer|mobilnummer|telefono|movil|numero de telephone|celular",
        weak=True,
    ),
    Topic(
        "a name",
        "direct",
        "name|names|first name|last name|surname|full name|firstname|lastname|fullname|forename|middle name|maiden name"
        "|nickname|username|user name|prenom|nom|noms|nom de famille|patronyme|vorname|nachname|familienname|vollname"
        "|benutzername|nombre|nombres|apellido|apellidos|signature|unterschrift|firma del participante|initials"
        "|wie heissen sie|como se llama|como te llamas|comment vous appelez vous",
        weak=True,
    ),
    Topic(
        "an address",
        "direct",
        "address|street|house number|adresse|rue|adresse postale|anschrift|strasse|hausnummer|direccion"
        "|calle|domicilio",
        weak=True,
    ),
    Topic(
        "an official or account number",
        "direct",
        "passport|national insurance|social security|ssn|nino|tax number|tax id|iban|bank account|sort code|card number"
        "|account number|account id|customer id|customer number|client id|client number|member number|membership number"
        "|user id|userid|employee id|staff id|employee number|nhs number|patient id|licence plate|license plate"
        "|number plate|driving licence|driver license|numero de securite sociale|passeport|numero client"
        "|numero de client"
        "|plaque|personalausweis|ausweisnummer|reisepass|steuernummer|steuer id|kundennummer|kontonummer|personalnummer"
        "|kennzeichen|dni|pasaporte|numero de cliente|numero de cuenta|matricula|seguridad social",
    ),
    Topic(
        "a connection, device or place",
        "direct",
        "ip|ip address|ip adresse|adresse ip|direccion ip|mac address|device id|cookie"
        "|user agent|latitude|longitude|lat"
        "|lng|lon|geolocation|geo|gps|coordinates|what3words|coordonnees gps|koordinaten|coordenadas",
    ),
    Topic(
        "a link or profile",
        "direct",
        "url|website|linkedin|twitter|facebook|instagram|social media handle|handle|profile link|photo|picture upload"
        "|video upload|site web|webseite|sitio web|reponse url|redirect url",
        weak=True,
    ),
    Topic(
        "contact details",
        "direct",
        "contact details|contact information|contact info|contact number|how can we contact you|coordonnees"
        "|kontaktdaten|datos de contacto",
    ),
    Topic(
        "the participant's id",
        "pseudonym",
        "id|participant|participant id|participant number|participant code|respondent|respondent id|respondent number"
        "|response id|panelist|panelist id|panel id|pid|rid|uuid|guid|prolific|prolific id|prolific pid|worker id"
        "|identifiant|id participant|code participant|teilnehmer|teilnehmernummer|teilnehmer id|probandennummer|kennung"
        "|identificador|codigo de participante",
    ),
    Topic(
        "a date of birth",
        "quasi",
        "date of birth|dob|birth date|birthdate|birthday|born|year of birth|birth year|date de naissance"
        "|annee de naissance|geburtsdatum|geburtstag|geburtsjahr|geboren|fecha de nacimiento"
        "|ano de nacimiento|nacimiento",
    ),
    Topic(
        "health",
        "sensitive",
        "health|disability|disabilities|disabled|medical|diagnosis|diagnoses|illness|disease|condition|conditions"
        "|medication|mental health|pregnant|pregnancy|hiv|allergy|allergies|impairment|sante|handicap"
        "|maladie|medicament"
        "|grossesse|gesundheit|behinderung|krankheit|diagnose|medikament|medikamente|schwanger|salud|discapacidad"
        "|enfermedad|medicacion|embarazo",
    ),
    Topic(
        "ethnicity",
        "sensitive",
        "ethnicity|ethnic|ethnic group|race|racial|skin colour|skin color|origine ethnique|ethnie|ethnische herkunft"
        "|ethnie|hautfarbe|etnia|origen etnico|raza",
    ),
    Topic(
        "religion or belief",
        "sensitive",
        "religion|religious|faith|belief|beliefs|worship|religieux|croyance|konfession|glaube|religion|religiose|creencia",
    ),
    Topic(
        "sex life or sexual orientation",
        "sensitive",
        "sexual|sexuality|sexual orientation|orientation sexuelle|sexualite|sexuelle orientierung|sexualitat"
        "|orientacion sexual|lgbt|lgbtq|transgender|trans",
    ),
    Topic(
        "political opinion or union membership",
        "sensitive",
        "political|politics|vote|voted|voting|party affiliation|trade union|union member|politique|syndicat|parti"
        "|politisch|partei|gewerkschaft|politica|partido politico|sindicato|votar",
    ),
    Topic(
        "criminal record",
        "sensitive",
        "criminal|conviction|convictions|arrested|casier judiciaire|vorstrafen|antecedentes penales",
    ),
    Topic(
        "a post code or place",
        "quasi",
        "post code|postcode|postal code|zip|zip code|zipcode|city|town|village|county|region|country|state|borough"
        "|district|location|where do you live|place of birth|birthplace|hometown|code postal|ville|commune|departement"
        "|pays|lieu de naissance|ou habitez vous|postleitzahl|plz|stadt|ort|wohnort|bundesland|land|geburtsort"
        "|codigo postal|ciudad|pueblo|provincia|pais|lugar de nacimiento|donde vive|municipio",
    ),
    Topic(
        "an age",
        "quasi",
        "age|age group|age band|age range|how old|wie alt|tranche d age|quel age|alter|altersgruppe|edad",
    ),
    Topic(
        "gender",
        "quasi",
        "gender|sex|pronoun|pronouns|genre|sexe|geschlecht|genero|sexo",
    ),
    Topic(
        "nationality or language",
        "quasi",
        "nationality|citizenship|immigration|visa status|mother tongue|native language|first language"
        "|language|nationalite"
        "|langue maternelle|langue|staatsangehorigkeit|nationalitat|muttersprache|sprache|nacionalidad|lengua materna"
        "|idioma",
    ),
    Topic(
        "household or family",
        "quasi",
        "household|marital|marital status|married|relationship status|children|kids|dependants|dependents|family size"
        "|foyer|situation familiale|etat civil|enfants|haushalt|familienstand|kinder|hogar|estado civil|hijos",
    ),
    Topic(
        "income",
        "quasi",
        "salary|income|wage|wages|earnings|earn|net worth|savings|salaire|revenu|revenus|gehalt|einkommen"
        "|lohn|verdienst"
        "|salario|ingresos|sueldo|renta",
    ),
    Topic(
        "work or education",
        "quasi",
        "employer|company|organisation|organization|workplace|occupation|job|job title|job role|profession"
        "|role|position"
        "|industry|sector|department|seniority|education|degree|school|university|qualification|employment|employeur"
        "|entreprise|societe|metier|poste|fonction|secteur|diplome|etudes|arbeitgeber|firma|unternehmen|beruf|position"
        "|branche|abteilung|bildung|abschluss|ausbildung|empleador|empresa|profesion|ocupacion|puesto|cargo|estudios"
        "|nivel educativo|sector",
    ),
    Topic(
        "a moment of answering",
        "ignored",
        "timestamp|time stamp|submitted at|created at|updated at|started at|completed at|submission date|horodatage"
        "|horodateur|zeitstempel|marca temporal|marca de tiempo",
    ),
)

# A name that is no person's.
_THINGS = re.compile(
    r" (?:terms and conditions"
    r"|(?:company|brand|product|app|business|organisation|organization|file|page|screen|feature|pet"
    r"|project)s? names?"
    r"|names? of (?:the|your|this|that|an?|our) (?:company|brand|product|app|business|organisation|organization"
    r"|employer|feature|tool|service|shop|school|university)"
    r"|(?:firmen|marken|produkt|datei|projekt)name|nom de (?:l |la |le |votre )?(?:entreprise|marque|produit|societe)"
    r"|nombre de (?:la |su |tu |el )?(?:empresa|marca|producto)) "
)
_PATTERNS = tuple((topic, re.compile(f" (?:{topic.phrases}) ")) for topic in TOPICS)
_YOURS = r" (?:your|my|votre|vos|ton|ta|tes|notre|ihre?|ihren|deine?|deinen|su|sus|tu|tus)(?: \w+){0,2}"
_LONG_QUESTION = 6


def normalised(text: str) -> str:
    """The words of a text in lower case without accents, one space around each.

    >>> normalised("Prénom / RecipientEmail")
    ' prenom recipient email '
    """
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", _CAMEL.sub(" ", text)) if not unicodedata.combining(one)
    )
    return f" {_BREAK.sub(' ', plain.replace('ß', 'ss').casefold()).strip()} "


def topic_of(text: str) -> tuple[Topic, bool] | None:
    """The strictest topic of a header or a question, and whether it is only asked about in passing.

    >>> topic_of("What is your name?")[0].what, topic_of("Which brand name do you like?")
    ('a name', None)
    """
    # "RecipientEmail" is two words, and "LinkedIn" is one.
    words = normalised(text.lower())
    both = f"{words}|{normalised(text)}"
    persons = _THINGS.sub(" company " if _is_employer(words) else " ", both)
    for topic, pattern in _PATTERNS:
        if pattern.search(persons):
            long = len(words.split()) > _LONG_QUESTION
            asked = re.search(f"{_YOURS}(?: (?:{topic.phrases})) ", words) is not None
            return topic, (topic.weak or topic.role == "quasi") and long and not asked
    return None


def _is_employer(words: str) -> bool:
    return bool(
        re.search(r" (?:company|business|organi[sz]ation|employer|entreprise|societe|firmenname|empresa) ", words)
    )
