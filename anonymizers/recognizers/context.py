"""Words that say what the number or code beside them is, in English, French, German and Spanish.

One list serves all four languages: people mix them, and a word of another language costs nothing.
"""

import re

from anonymizers.tokens import HARD


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", re.IGNORECASE)


PHONE = _any_of(
    r"(?:tele|i)?phones?", r"phoned", "mobile", "cell", "tel", "telly number", "fax", "landline", r"call(?:ed|ing)?",
    "ring", "dial(?:led)?", r"text(?:ed)?", "whats\\s?app", "sms", r"reach(?:ed)?\s+(?:me|us|him|her|them)", "number",
    "numbers", "ext(?:ension)?", r"t[ée]l[ée]phones?", "portable", "fixe", r"appel(?:er|ez|le|é)", "joindre",
    r"num[ée]ro", "poste", "telefon(?:nummer)?", "handy(?:nummer)?", r"(?:mobil|ruf|durchwahl|festnetz)nummer",
    "durchwahl", "nummer", r"anruf(?:en)?", "erreich(?:en|bar)", "tel[ée]fono", "m[óo]vil", "celular",
    r"llama(?:r|me|rme)?", r"ll[áa]m[ae](?:me|dme)?", "n[úu]mero", "extensi[óo]n",
)  # fmt: skip

BANK = _any_of(
    r"sort\s*-?\s*codes?", r"accounts?", "acct", "a/c", "bank", "banking", r"direct\s+debit", "routing", "aba", "bic",
    "swift", "iban", r"barclays|lloyds|hsbc|natwest|santander|halifax|monzo|starling|nationwide", "rib", r"compte",
    "banque", r"bancaire", r"konto(?:nummer)?", r"(?:bank)?konto", "blz", "bankleitzahl", "bankverbindung", "cuenta",
    r"bancari[oa]", "banco", "ccc",
)  # fmt: skip
CARD = _any_of(
    r"(?:credit|debit|bank)?\s?cards?", "visa", "master\\s?card", "amex", "american express", "carte(?: bleue)?",
    r"(?:kredit|ec-?|bank|giro|debit)?karten?(?:nummer)?", "tarjeta", "cvv", "cvc", r"security\s+code",
    r"(?:long|card)\s+number",
)  # fmt: skip
HEALTH = _any_of("nhs(?: number)?", "health", "patient", "hospital", "national\\s+insurance", "ni", "nino")
IDENTITY = _any_of(
    r"n\.?i\.?(?:\s+number)?", "nino", r"national\s+insurance", "nhs", r"social\s+security", "ssn", "utr",
    r"tax\s+(?:id|number|code|reference)", r"(?:national\s+)?id(?:entity)?(?:\s+(?:card|number|no))?", "pps",
    r"s[ée]curit[ée]\s+sociale", "s[ée]cu", "nir", "num[ée]ro\\s+fiscal", r"carte\s+d['\u2019]identit[ée]", "cni",
    r"steuer(?:liche\s+)?-?\s?(?:id(?:entifikationsnummer)?|nummer|ident\w*)", "idnr", "tin",
    r"(?:sozial|renten)versicherungs?-?nummer", "versicherten(?:nummer)?", r"krankenkassen?nummer",
    r"(?:personal)?ausweis(?:nummer)?", "dni", "nie", "nif", r"seguridad\s+social", "documento", "c[ée]dula",
)  # fmt: skip
PASSPORT = _any_of(
    "passports?", "passeports?", r"(?:reise)?pass(?:nummer|es)?", "pasaportes?", r"travel\s+document",
)  # fmt: skip
LICENCE = _any_of(
    r"driv(?:ing|er['\u2019]?s?)\s+licen[cs]e", "licen[cs]e", "dvla", r"permis(?:\s+de\s+conduire)?",
    r"f[üu]hrerschein(?:nummer)?", r"(?:carn[ée]t?|permiso)\s+de\s+conducir", r"carn[ée]t?",
)  # fmt: skip
VEHICLE = _any_of(
    "reg", r"registration", r"(?:number|licen[cs]e)\s+plates?", "plates?", "car", "van", "vehicle", "vrm",
    r"(?:plaque|immatricul\w+)", "voiture", r"kennzeichen", "nummernschild", "auto", "wagen", r"matr[íi]cula", "coche",
)  # fmt: skip
POSTCODE = _any_of(
    r"post\s?-?codes?", r"postal\s+codes?", "zip(?:\\s?code)?", r"code\s+postal", "cp", "plz", "postleitzahl",
    r"c[óo]digo\s+postal", "address", "adresse", "direcci[óo]n",
)  # fmt: skip
LIVING = _any_of(
    r"liv(?:e|es|ed|ing)", "based", r"(?:grew|brought)\s+up", r"mov(?:e|ed|ing)\s+to", "home", "address", "area",
    r"habit(?:e|es|ons|ais|ait)", "vis", "adresse", r"domicili[ée]e?", r"wohn(?:e|st|t|en|te|haft)", "anschrift",
    "adresse", r"viv(?:o|es|e|imos|[íi]a)", "direcci[óo]n", "domicilio", r"born(?:\s+at)?", "from", "aus", "round",
)  # fmt: skip
SPELLING = _any_of(
    r"spell(?:ed|ing|s|t)?", "spelt", r"(?:sur|first|last|full|user|maiden)?\s?names?", "initials", "called", "letters",
    r"[ée]pel(?:er|le|lé)", r"s['\u2019][ée]crit", "nom", "pr[ée]nom", r"buchstabier(?:e|t"
    r"|en)", "buchstaben", r"geschrieben",
    r"(?:nach|vor)?name", r"(?:se\s+)?deletre(?:o|a|ar)", r"se\s+escribe", "nombre", "apellidos?", "code", "licence",
    "plate", "reg(?:istration)?", "reference", "postcode",
)  # fmt: skip
HANDLE = _any_of(
    r"user\s?-?names?", r"log\s?-?in(?:\s+name)?", "handle", "insta(?:gram)?", "twitter", "tik\\s?tok", "snap(?:chat)?",
    "discord", "skype", "telegram", "reddit", "linked\\s?in", "facebook", "github", "screen\\s?name", "gamer\\s?tag",
    "pseudo", "identifiant", "compte", "benutzername", "nutzername", r"konto", "usuario", "perfil", "profile?",
    "paypal",
)  # fmt: skip
REFERENCE = _any_of(
    r"orders?", r"customers?", r"clients?", "accounts?", "bookings?", r"ref(?:erence)?s?", "confirmation", r"cases?",
    r"tickets?", r"invoices?", r"polic(?:y|ies)", r"member(?:ship)?s?", "loyalty", "tracking", "claims?", "serial",
    "patient", "student", "employee", "staff", "payroll", "participant", "respondent", "contract", "reservation",
    "meter", "pin", "passcode", "pass\\s?word", "code", "id", "user", "number", "no", "nr", "num[ée]ro", r"n[°º]",
    r"commandes?", r"dossiers?", r"r[ée]servations?", r"factures?", r"r[ée]f[ée]rences?", r"contrats?", "adh[ée]rente?",
    "suivi", "abonn[ée]e?", r"(?:bestell|kunden|buchungs|rechnungs|vertrags|auftrags|mitglieds|referenz|ticket|"
    r"vorgangs|personal|matrikel|versicherungs|sendungs|kassen|serien|policen)-?(?:nummer|nr\.?|id)", "aktenzeichen",
    "bestellung", "buchung", "rechnung", "kunde", "nummer", "pedidos?", r"clientes?", "reservas?", "facturas?",
    "expediente", r"referencia", "p[óo]liza", "contrato", r"soci[oa]", "seguimiento", "n[úu]mero", "matr[íi]cula",
    "localizador",
)  # fmt: skip
RECORD = _any_of(
    r"(?:member|customer|client|account|order|booking|policy|claim|reference|confirmation|case|invoice|contract"
    r"|patient|library|card|loyalty)\s+(?:numbers?|id|ref|code|card)", "membership", r"reference", r"by\s+heart",
    r"(?:num[ée]ro|n[°º])\s+(?:de\s+|d['\u2019])?(?:client|adh[ée]rent|contrat|dossier|commande|devis|police|r[ée]servation"
    r"|carte|membre|suivi|facture)", "devis", "dossier", r"par\s+c[oœ]e?ur",
    r"(?:mitglieds|kunden|vertrags|policen?|versicherungs|bestell|buchungs|rechnungs|ausweis|auftrags|schadens?)"
    r"-?(?:nummer|nr\.?)", "aktenzeichen", "auswendig",
    r"n[úu]mero\s+de\s+(?:soci[oa]|cliente|p[óo]liza|pedido|caso|expediente|reserva|contrato|carn[ée]|tarjeta)",
    r"p[óo]liza", "localizador", "expediente", r"de\s+memoria",
)  # fmt: skip
"""Words for a record that a number leads to, sure enough to count with something between the word and its number."""

DEVICE = _any_of("imei", "serial", "device", "udid", "advertising id", "idfa", "ger[äa]te(?:nummer|-?id)?", "appareil",
                 "dispositivo", r"num[ée]ro\s+de\s+s[ée]rie", "seriennummer", r"n[úu]mero\s+de\s+serie")  # fmt: skip


def beside(text: str, start: int, end: int, words: re.Pattern[str], before: int = 60, after: int = 20) -> bool:
    """Whether one of the words stands within `before` characters ahead of the span or `after` behind it."""
    # What stands in a text of its own says nothing about this one.
    first = max(text.rfind(HARD, 0, start) + 1, start - before, 0)
    boundary = text.find(HARD, end, end + after)
    last = end + after if boundary < 0 else boundary
    return bool(words.search(text, first, start) or words.search(text, end, last))
