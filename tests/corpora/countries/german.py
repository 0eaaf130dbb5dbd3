"""Germany: the network agency's numbers for fiction, tax and health numbers, post codes, IBAN."""

import random
from datetime import date

from stdnum import iban as iban_rules
from stdnum.iso7064 import mod_11_10

from tests.corpora.countries.country import Bank, Country, Number, digits, in_groups, letters, plain

_STREETS = (
    "Lindenstraße", "Ahornweg", "Mühlgasse", "Kastanienallee", "Am Alten Speicher", "Hopfengarten", "Brunnenstraße",
    "Schillingsweg", "Gerberstraße", "Zum Fährhaus", "Fliederweg", "Kirchplatz", "Wielandstraße", "Birkenhain",
    "Tulpenstraße", "Am Wehr", "Ziegeleistraße", "Marktgasse", "Bergmannstraße", "Rosengarten", "Eschenweg",
    "Bahnhofstraße", "Seilergasse", "An der Schleuse", "Pestalozzistraße", "Drosselweg", "Hafenstraße", "Kapellenweg",
    "Erlengrund", "Sonnenallee", "Töpferstraße", "Im Winkel", "Gartenstraße", "Weidendamm", "Steinweg", "Schulstraße",
    "Wiesengrund", "Lerchenweg", "Königsufer", "Hermannstraße",
)  # fmt: skip
_VALUES = "CFGHJKLMNPRTVWXYZ0123456789"


def _phone(rng: random.Random) -> Number:
    if rng.random() < 0.65:
        end = f"{rng.randrange(100):02}"
        return Number(
            (f"0171 39200{end}", f"0171 39200 {end}", f"0171/39200{end}", f"+49 171 39200{end}", f"0171-39200-{end}"),
            ("0171", "39", "20", "0" + end[0], end[1]) if rng.random() < 0.3 else ("0171", "392", "00", end),
        )
    end = f"{rng.randrange(1000):03}"
    return Number(
        (f"030 23125{end}", f"030/23125 {end}", f"(030) 23125-{end}", f"+49 30 23125 {end}"), ("030", "23125", end)
    )


def _postcode(area: str, rng: random.Random) -> Number:
    code = f"{area}{rng.randrange(1, 1000):03}"
    return Number((code,), (code[:2], code[2:]))


def _bank(rng: random.Random) -> Bank:
    bank, account = digits(8, rng), digits(10, rng)
    iban = f"DE{iban_rules.calc_check_digits(f'DE00{bank}{account}')}{bank}{account}"
    return Bank(
        account=Number((account, " ".join(in_groups(account, 3, 3, 4))), in_groups(account, 2)),
        sortcode=Number((" ".join(in_groups(bank, 3, 3, 2)), bank), in_groups(bank, 3, 3, 2)),
        iban=plain(in_groups(iban, 4)),
        registered=iban,
    )


def _national_id(gender: str, born: date, rng: random.Random) -> Number:
    # Of the first ten digits one comes twice and all others once at most.
    signs = rng.sample("0123456789", 9)
    place = rng.randrange(9)
    signs.insert(rng.choice([other for other in range(10) if abs(other - place) > 1] or [9]), signs[place])
    if signs[0] == "0":
        signs.reverse()
    if signs[0] == "0":
        signs[0], signs[1] = signs[1], signs[0]
    body = "".join(signs)
    return plain(in_groups(body + mod_11_10.calc_check_digit(body), 2, 3, 3, 3))


def _health_id(gender: str, born: date, rng: random.Random) -> Number:
    letter, body = letters(1, rng), f"{rng.randrange(10**8):08}"
    signs = f"{ord(letter) - 64:02}{body}"
    total = sum(sum(map(int, str(int(sign) * (1 + place % 2)))) for place, sign in enumerate(signs))
    whole = f"{letter}{body}{total % 10}"
    return Number((whole, f"{whole[:4]} {whole[4:7]} {whole[7:]}"), in_groups(whole, 1, 3, 3, 3))


def _plate(rng: random.Random) -> Number:
    town = rng.choice(("K", "HH", "M", "B", "MS", "DD", "OS", "LÖ", "TÜ", "ERZ", "NF", "WI", "BOR"))
    groups = (town, letters(1 + rng.randrange(2), rng), str(rng.randrange(10, 10000)))
    return Number((f"{town}-{groups[1]} {groups[2]}", " ".join(groups), f"{town}-{groups[1]}{groups[2]}"), groups)


def _passport(rng: random.Random) -> Number:
    number = rng.choice("CFGHJK") + "".join(rng.choice(_VALUES) for _ in range(7)) + str(rng.randrange(10))
    return Number((number,), in_groups(number, 3))


def _street(street: str) -> tuple[str, str, str]:
    for start in ("Am ", "Zum ", "An der ", "Im "):
        if street.startswith(start):
            return start, street.removeprefix(start), ""
    return "", street, ""


COUNTRY = Country(
    code="DE",
    number_first=False,
    streets=tuple(_street(street) for street in _STREETS),
    towns=(
        ("Oldenburg", "26"), ("Bielefeld", "33"), ("Zwickau", "08"), ("Kaiserslautern", "67"), ("Rosenheim", "83"),
        ("Flensburg", "24"), ("Göttingen", "37"), ("Cottbus", "03"), ("Ulm", "89"), ("Hagen", "58"), ("Bayreuth", "95"),
        ("Neuss", "41"), ("Stralsund", "18"), ("Fulda", "36"), ("Trier", "54"), ("Essen", "45"), ("Ravensburg", "88"),
        ("Celle", "29"), ("Jena", "07"), ("Recklinghausen", "45"), ("Passau", "94"), ("Gotha", "99"), ("Siegen", "57"),
        ("Lübeck", "23"), ("Konstanz", "78"), ("Solingen", "42"), ("Halle", "06"), ("Offenburg", "77"), ("Husum", "25"),
        ("Regensburg", "93"),
    ),
    employers=(
        "Spedition Kleinhuis", "Bäckerei Sonnleitner", "Autohaus Brackmann", "Kita Pusteblume Nord",
        "Stadtwerke Wesenau", "Grundschule am Lerchenberg", "Tischlerei Moosgruber", "Pflegedienst Abendstern",
        "Kanzlei Rabenhorst", "Druckerei Weinholz", "Metallbau Okenfels", "Zahnarztpraxis Dr. Selbmann",
        "Gärtnerei Blütenhof", "Softwarehaus Nordlicht", "Hotel Zur Alten Post Wesel", "Reederei Thomsen und Söhne",
        "Klinikum Steigerwald", "Brauerei Zwiesler", "Versicherungsbüro Kattwinkel", "Optik Lindemann",
        "Verkehrsbetriebe Auental", "Molkerei Hochstetten", "Buchhandlung Federkiel", "Dachdeckerei Poggensee",
        "Landratsamt Altmühlfeld", "Gesamtschule Hainrode", "Reisebüro Fernblick", "Glaserei Kühnapfel",
        "Tierarztpraxis Wolkenstein", "Sicherheitsdienst Adlerhorst", "Möbelhaus Rennebaum", "Fahrschule Grünwelle",
        "Seniorenheim Lindenblick", "Elektro Pfannenschmidt", "Papierfabrik Grafenau-Süd", "Caritas Werkstatt Elzach",
    ),
    mail=("gmx.de", "web.de", "t-online.de", "gmail.com", "posteo.de", "freenet.de"),
    phone=_phone,
    postcode=_postcode,
    bank=_bank,
    national_id=_national_id,
    health_id=_health_id,
    plate=_plate,
    passport=_passport,
    dates=("%d.%m.%Y", "%-d.%-m.%Y", "%-d. {m} %Y", "%d.%m.%y"),
)  # fmt: skip
