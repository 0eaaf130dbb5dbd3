"""Spain: DNI and NIE with their letter, social security numbers, post codes, CCC and IBAN."""

import random
from datetime import date

from stdnum import iban as iban_rules
from stdnum.es import ccc, dni

from tests.corpora.countries.country import Bank, Country, Number, digits, in_groups, letters, listed, plain

_STREETS = (
    "calle de los Almendros", "calle Mayor", "avenida del Puerto", "calle Doctor Cantalapiedra", "paseo de las Acacias",
    "plaza del Mercado Viejo", "calle Fray Anselmo", "camino de la Huerta", "calle Tejedores", "ronda de Poniente",
    "calle del Olivar", "avenida Reyes Magos", "calle San Bartolomé", "travesía del Molino", "calle Alfarería",
    "plaza de la Constitución", "calle Barrionuevo", "calle Río Segre", "carrer de la Pau",
    "calle Marqués de Villalpando",
    "avenida de los Tilos", "calle Horno", "calle Nuestra Señora de Gracia", "paseo Marítimo", "calle Ebanistas",
    "callejón del Agua", "calle Virgen de la Cabeza", "rúa do Peirao", "calle Labradores", "avenida Padre Isla",
    "calle Cantarranas", "calle Estación", "plaza Nueva", "calle Sor Inés", "camino Viejo de Ontígola", "calle Jazmín",
    "carrer Major", "calle Pintor Zarauz", "avenida Cervantes", "calle Real",
)  # fmt: skip
_CONSONANTS = "BCDFGHJKLMNPRSTVWXYZ"
_KIND_WORDS = frozenset(
    listed("calle avenida paseo plaza camino ronda travesía carrer callejón rúa de del la los las do")
)


def _phone(rng: random.Random) -> Number:
    number = rng.choice(("61", "62", "65", "67", "68", "91", "93", "95")) + f"{rng.randrange(10**7):07}"
    three, pairs = in_groups(number, 3), in_groups(number, 3, 2)
    return Number(
        (" ".join(three), " ".join(pairs), number, f"+34 {' '.join(three)}", "-".join(three), ".".join(pairs)),
        rng.choice((three, pairs)),
    )


def _postcode(area: str, rng: random.Random) -> Number:
    code = f"{area}{rng.randrange(1, 990):03}"
    return Number((code,), (code[:2], code[2:]))


def _bank(rng: random.Random) -> Bank:
    bank, branch, account = digits(4, rng), digits(4, rng), digits(10, rng)
    body = f"{bank}{branch}{ccc.calc_check_digits(f'{bank}{branch}00{account}')}{account}"
    iban = f"ES{iban_rules.calc_check_digits(f'ES00{body}')}{body}"
    return Bank(
        account=Number((account, " ".join(in_groups(account, 4, 4, 2))), in_groups(account, 2)),
        sortcode=Number((f"{bank} {branch}", f"{bank}-{branch}"), (bank, branch)),
        iban=plain(in_groups(iban, 4)),
        registered=iban,
    )


def _national_id(gender: str, born: date, rng: random.Random) -> Number:
    if rng.random() < 0.2:
        start, body = rng.choice("XYZ"), digits(7, rng)
        letter = dni.calc_check_digit(f"{'XYZ'.index(start)}{body}")
        whole = f"{start}{body}{letter}"
        return Number((whole, f"{start}-{body}-{letter}"), (start, *in_groups(body, 2), letter))
    body = digits(8, rng)
    letter = dni.calc_check_digit(body)
    dotted = ".".join(in_groups(body, 2, 3))
    return Number(
        (f"{body}{letter}", f"{body}-{letter}", f"{dotted}-{letter}", f"{body} {letter}"),
        (*in_groups(body, 2, 3), letter),
    )


def _health_id(gender: str, born: date, rng: random.Random) -> Number:
    area, number = f"{rng.choice((8, 15, 28, 29, 33, 41, 46, 48)):02}", f"{rng.randrange(10**7, 10**8)}"
    check = f"{int(area + number) % 97:02}"
    return Number((f"{area} {number} {check}", f"{area}/{number}/{check}"), (area, *in_groups(number, 2), check))


def _plate(rng: random.Random) -> Number:
    groups = (f"{rng.randrange(10000):04}", letters(3, rng, _CONSONANTS))
    return Number((" ".join(groups), "-".join(groups), "".join(groups)), groups)


def _passport(rng: random.Random) -> Number:
    groups = (letters(3, rng, "PXA") if rng.random() < 0.5 else f"PA{letters(1, rng)}", digits(6, rng))
    return Number(("".join(groups),), (groups[0], *in_groups(groups[1], 2)))


def _street(street: str) -> tuple[str, str, str]:
    words = street.split(" ")
    first = next(place for place, word in enumerate(words) if word not in _KIND_WORDS)
    return " ".join(words[:first]) + " ", " ".join(words[first:]), ""


COUNTRY = Country(
    code="ES",
    number_first=False,
    streets=tuple(_street(street) for street in _STREETS),
    towns=(
        ("Albacete", "02"), ("Getafe", "28"), ("Lugo", "27"), ("Reus", "43"), ("Huelva", "21"), ("Barakaldo", "48"),
        ("Ponferrada", "24"), ("Elche", "03"), ("Terrassa", "08"), ("Jaén", "23"), ("Logroño", "26"), ("Lorca", "30"),
        ("Gijón", "33"), ("Manresa", "08"), ("Cáceres", "10"), ("Alcoy", "03"), ("Linares", "23"), ("Vigo", "36"),
        ("Zamora", "49"), ("Motril", "18"), ("Cuenca", "16"), ("Tudela", "31"), ("Badalona", "08"), ("Ronda", "29"),
        ("Torrelavega", "39"), ("Ceuta", "51"), ("Ávila", "05"), ("Dénia", "03"), ("Irún", "20"), ("Mérida", "06"),
    ),
    employers=(
        "Transportes Valdecasa", "Panadería Montalbán", "Clínica Las Retamas", "Colegio Nuestra Señora del Soto",
        "Talleres Hermanos Quiroga", "Gestoría Peñaranda", "Librería El Faro Azul", "Residencia Los Cipreses",
        "Conservas Ría Alta", "Ayuntamiento de Villaseca del Monte", "Carpintería Olmedilla", "Farmacia Santa Rita",
        "Seguros Alcazaba", "Guardería Caracolines", "Bodegas Peñafría", "Imprenta Gutenvela",
        "Instituto Vega del Jiloca",
        "Autoescuela La Rotonda", "Ferretería Casa Damián", "Viveros Guadalmina", "Hotel Puerta del Alba",
        "Cooperativa San Isidro de Orce", "Limpiezas Relumbre", "Óptica Miralles", "Bufete Arizmendi",
        "Informática Nortesur", "Fontanería Caudal", "Cerámicas Valdemar", "Ambulancias Sierra Norte",
        "Supermercados La Despensa de Tere", "Hospital Comarcal de Brañas", "Peluquería Tijeras y Punto",
        "Astilleros Barreiro", "Asesoría Monegros", "Academia Pitágoras", "Clínica Veterinaria Rabo Largo",
    ),
    mail=("gmail.com", "hotmail.es", "yahoo.es", "hotmail.com", "telefonica.net", "outlook.es"),
    phone=_phone,
    postcode=_postcode,
    bank=_bank,
    national_id=_national_id,
    health_id=_health_id,
    plate=_plate,
    passport=_passport,
    dates=("%d/%m/%Y", "%-d de {m} de %Y", "%-d de {m} de %Y", "%d-%m-%Y", "%-d/%-m/%y"),
)  # fmt: skip
