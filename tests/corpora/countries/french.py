"""France: Arcep's numbers for fiction, NIR with its key, post codes, RIB and IBAN."""

import random
from datetime import date

from stdnum import iban as iban_rules
from stdnum.fr import nir

from tests.corpora.countries.country import Bank, Country, Number, digits, in_groups, letters, plain

_STREETS = (
    "rue des Tilleuls", "rue de la Corderie", "avenue Hubert-Maillard", "impasse du Lavoir", "rue des Mésanges",
    "boulevard des Tanneurs", "chemin des Vieilles-Vignes", "rue du Four-Banal", "place du Marché-aux-Grains",
    "rue Achille-Pernet", "allée des Marronniers", "rue de l'Abreuvoir", "quai des Bateliers", "rue Jeanne-Valmont",
    "chemin du Moulin-Neuf", "rue des Trois-Fontaines", "avenue de la Gare", "passage des Lilas", "rue du Puits-Doré",
    "impasse des Glycines", "rue Louis-Garance", "boulevard de la Liberté", "rue des Cordeliers", "allée du Verger",
    "rue de Bellevue", "chemin de Halage", "rue Sainte-Ursule", "avenue des Peupliers", "rue du Bac", "cours Mirandol",
    "rue des Remparts", "route de Champvert", "rue Paul-Estienne", "square des Acacias", "rue du Colombier",
    "rue de la Paix", "sentier des Crêtes", "rue Marguerite-Aubin", "place de l'Église", "rue des Forges",
)  # fmt: skip


def _phone(rng: random.Random) -> Number:
    start = rng.choice(("0639 98", "0639 98", "0199 00")).replace(" ", "")
    groups = in_groups(f"{start}{rng.randrange(10000):04}", 2)
    rest = " ".join((groups[0][1], *groups[1:]))
    return Number(
        (" ".join(groups), " ".join(groups), ".".join(groups), "".join(groups), f"+33 {rest}", "-".join(groups)), groups
    )


def _postcode(area: str, rng: random.Random) -> Number:
    code = f"{area}{rng.randrange(1, 100):02}0"
    return Number((code,), (code[:2], code[2:]))


def _bank(rng: random.Random) -> Bank:
    bank, branch, account = digits(5, rng), digits(5, rng), digits(11, rng)
    key = 97 - (89 * int(bank) + 15 * int(branch) + 3 * int(account)) % 97
    body = f"{bank}{branch}{account}{key:02}"
    iban = f"FR{iban_rules.calc_check_digits(f'FR00{body}')}{body}"
    return Bank(
        account=Number((account,), in_groups(account, 2)),
        sortcode=Number((f"{bank} {branch}", f"{bank}-{branch}"), in_groups(bank + branch, 2)),
        iban=plain(in_groups(iban, 4)),
        registered=iban,
    )


def _national_id(gender: str, born: date, rng: random.Random) -> Number:
    body = (
        f"{1 if gender == 'm' else 2}{born:%y%m}{rng.choice((13, 22, 31, 35, 44, 59, 67, 69, 75, 93)):02}"
        f"{rng.randrange(1, 400):03}{rng.randrange(1, 400):03}"
    )
    whole = body + nir.calc_check_digits(body)
    return plain(in_groups(whole, 1, 2, 2, 2, 3, 3, 2))


def _plate(rng: random.Random) -> Number:
    of = "ABCDEFGHJKLMNPQRSTVWXYZ"
    groups = (letters(2, rng, of), f"{rng.randrange(1, 1000):03}", letters(2, rng, of))
    return Number(("-".join(groups), "-".join(groups), " ".join(groups)), groups)


def _passport(rng: random.Random) -> Number:
    groups = (f"{rng.randrange(10, 26)}", letters(2, rng), f"{rng.randrange(100000):05}")
    return Number(("".join(groups),), groups)


def _streets() -> tuple[tuple[str, str, str], ...]:
    found = []
    for street in _STREETS:
        words = street.split(" ")
        after = 2 if words[1] in {"de", "des", "du"} else 1
        after += words[1:3] == ["de", "la"]
        before, name = " ".join(words[:after]) + " ", " ".join(words[after:])
        if name.startswith("l'"):
            before, name = before + "l'", name[2:]
        found.append((before, name, ""))
    return tuple(found)


COUNTRY = Country(
    code="FR",
    number_first=True,
    streets=_streets(),
    towns=(
        ("Rennes", "35"), ("Villeurbanne", "69"), ("Roubaix", "59"), ("Nîmes", "30"), ("Quimper", "29"),
        ("Le Mans", "72"), ("Mulhouse", "68"), ("Pau", "64"), ("Montreuil", "93"), ("Angers", "49"), ("Limoges", "87"),
        ("Saint-Brieuc", "22"), ("Béziers", "34"), ("Colmar", "68"), ("Valence", "26"), ("Troyes", "10"),
        ("Lorient", "56"), ("Chambéry", "73"), ("Évreux", "27"), ("Cahors", "46"), ("Albi", "81"), ("Bourges", "18"),
        ("Vannes", "56"), ("Tourcoing", "59"), ("Créteil", "94"), ("Niort", "79"), ("Aurillac", "15"),
        ("La Rochelle", "17"), ("Gap", "05"), ("Saint-Nazaire", "44"),
    ),
    employers=(
        "Transports Valmorin", "Boulangerie Perdrigeon", "Clinique des Aulnes", "Menuiserie Gasparin",
        "Collège Aristide-Brun", "Pharmacie du Vieux-Pont", "Éditions Lanternier", "Garage Desmoulins",
        "Crèche Les Petits Pas Verts", "Conserverie Kerangal", "Cabinet Rouvière", "Mairie de Saint-Vrain-le-Bas",
        "Imprimerie Chauveau", "Fromagerie du Val d'Ance", "Laboratoires Sénéchal", "Résidence Les Glycines",
        "Assurances Bellocq", "Informatique Tréville", "Plomberie Castanet", "Hôtel des Trois Rivières",
        "Serres de Montfaucon", "Ambulances Pradelle", "Coopérative du Haut-Lignon", "Lycée Camille-Duroc",
        "Déménagements Faucheux", "Verrerie de Brissol", "Opticien Maréchal et Filles", "Bois et Toitures Lartigue",
        "Centre équestre de Malvoisin", "Conseil Duhamel Associés", "Auto-école du Beffroi", "Traiteur Amblard",
        "Papeterie Rochefontaine", "Sécurité Vauquelin", "Cave des Terres Rousses", "Maison de retraite Bellerive",
    ),
    mail=("gmail.com", "orange.fr", "free.fr", "laposte.net", "hotmail.fr", "wanadoo.fr"),
    phone=_phone,
    postcode=_postcode,
    bank=_bank,
    national_id=_national_id,
    health_id=_national_id,
    plate=_plate,
    passport=_passport,
    dates=("%d/%m/%Y", "%-d {m} %Y", "%-d {m} %Y", "%d-%m-%Y", "%d.%m.%y"),
)  # fmt: skip
