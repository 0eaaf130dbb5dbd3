"""Jobs that few people have, by sector, in four languages. Compiled by hand for this project; one phrase a comma."""

from anonymizers.quasi.lexicons.jobs.english import ENGLISH
from anonymizers.quasi.lexicons.jobs.french import FRENCH
from anonymizers.quasi.lexicons.jobs.german import GERMAN
from anonymizers.quasi.lexicons.jobs.spanish import SPANISH

SAID = {
    "public": "[a public-sector job]",
    "craft": "[a craft job]",
    "farm": "[a farming job]",
    "health": "[a health job]",
    "education": "[an education job]",
    "transport": "[a transport job]",
    "arts": "[an arts job]",
    "community": "[a community job]",
    "science": "[a science job]",
    "law": "[a legal job]",
    "sport": "[a sports job]",
    "service": "[a service job]",
    "industry": "[an industrial job]",
}

RARE_JOBS: dict[str, dict[str, str]] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
}

COMMON_TITLES = {
    "en": (
        r"(?:head|deputy|director|manager|chief|principal|chair|secretary|treasurer|president|lead|officer"
        r"|coordinator|co ordinator|supervisor|administrator|assistant|technician|engineer|lecturer"
        r"|teacher|professor|nurse|sister|consultant|registrar|surgeon|midwife|porter|receptionist"
        r"|caretaker|warden|curator|librarian|analyst|adviser|advisor|governor|clerk|bursar|chaplain"
        r"|controller|inspector|specialist|scientist|researcher|fellow|partner|editor|producer|buyer"
        r"|planner|surveyor|fitter|foreman|steward|keeper|trainer|coach|conductor|driver|operator|chef"
        r"|cook|cleaner|worker|practitioner|therapist|lady|planner|architect|accountant|solicitor"
        r"|executive|rep|representative|commander|captain|sergeant|constable|dispatcher|handler|brewer"
        r"|baker|butcher|gardener|groundsman|ranger)"
    ),
    "fr": (
        r"(?:directeur|directrice|responsable|chef|cheffe|adjointe?|proviseure?|principale?|secretaire"
        r"|tresoriere?|presidente?|coordinateur|coordinatrice|assistante?|technicienne?|ingenieure?"
        r"|professeure?|prof|infirmier|infirmiere|cadre|sage femme|surveillante?|gardienne?|bibliothecaire"
        r"|documentaliste|conseillere?|agente?|educatrice|educateur|animatrice|animateur|comptable"
        r"|gestionnaire|chargee?|conductrice|conducteur|cuisinier|cuisiniere|aide soignante?"
        r"|receptionniste|redactrice|redacteur|chercheuse|chercheur|consultante?|inspecteur|inspectrice)"
    ),
    "de": (
        r"(?:leiterin|leiter|direktorin|direktor|chefin|chef|stellvertreterin|stellvertreter|rektorin"
        r"|rektor|sekretarin|sekretar|referentin|referent|beauftragte|beauftragter|oberarztin|oberarzt"
        r"|chefarztin|chefarzt|schwester|pflegerin|pfleger|lehrerin|lehrer|professorin|professor|dozentin"
        r"|dozent|technikerin|techniker|ingenieurin|ingenieur|meisterin|meister|hausmeister|kuratorin"
        r"|kurator|bibliothekarin|bibliothekar|redakteurin|redakteur|koordinatorin|koordinator|beraterin"
        r"|berater|sachbearbeiterin|sachbearbeiter|assistentin|assistent|managerin|manager|fahrerin|fahrer"
        r"|kochin|koch|vorsitzende|vorsitzender|betreuerin|betreuer|erzieherin|erzieher)"
    ),
    "es": (
        r"(?:directora?|jef[ea]|encargad[oa]|responsable|subdirectora?|secretari[oa]|tesorer[oa]"
        r"|presidenta?|coordinadora?|ayudante|tecnic[oa]|ingenier[oa]|profesora?|catedratic[oa]"
        r"|enfermer[oa]|supervisora?|conserje|conservadora?|bibliotecari[oa]|gestora?|asesora?|consultora?"
        r"|inspectora?|investigadora?|redactora?|cociner[oa]|auxiliar|administrativ[oa]|contable"
        r"|conductora?|orientadora?|monitora?|educadora?|celadora?|delegad[oa])"
    ),
}
"""Nouns of a title; with several words and the employer beside it, a title singles out too."""
