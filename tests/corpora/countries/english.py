"""Britain: Ofcom's drama numbers, National Insurance and NHS numbers, post codes, sort codes."""

import random
from datetime import date

from stdnum import iban as iban_rules
from stdnum.gb import nhs

from tests.corpora.countries.country import Bank, Country, Number, digits, in_groups, letters, plain

_NAMES = (
    "Orchard", "Penfold", "Larkspur", "Tannery", "Gasworks", "Beechcroft", "Wharfside", "Cobbler's", "Fenwick",
    "Harrowgate", "Mill", "Vicarage", "Quarry", "Saxon", "Brookfield", "Tollgate", "Heron", "Chapel", "Kiln",
    "Ropewalk", "Almond", "Pinfold", "Summerhill", "Castle", "Weaver's", "Ferndale", "Priory", "Station", "Coppice",
    "Lancaster", "Ivydene", "Church", "Windermere", "Sandpiper", "Railway", "Bramble", "Eastfield", "Hawthorn",
    "Maltings", "Victoria",
)  # fmt: skip
_KINDS = ("Road", "Street", "Lane", "Avenue", "Close", "Drive", "Crescent", "Terrace", "Gardens", "Court", "Way", "Row")
_FIRST = "ABCEGHJKLMNOPRSTWXYZ"
_SECOND = "ABCEGHJKLMNPRSTWXYZ"
_NEVER = {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"}
_UNIT = "ABDEFGHJLNPQRSTUWXYZ"
_BANKS = ("NWBK", "BARC", "LOYD", "HBUK", "MIDL", "NAIA")


def _phone(rng: random.Random) -> Number:
    end = f"{rng.randrange(1000):03}"
    if rng.random() < 0.75:
        return Number(
            (
                f"07700 900{end}", f"07700 900 {end}", f"07700900{end}", f"+44 7700 900{end}", f"0044 7700 900 {end}",
                f"+44 (0)7700 900 {end}", f"07700-900-{end}",
            ),
            ("07700", "900", end),
        )  # fmt: skip
    return Number(
        (f"020 7946 0{end}", f"(020) 7946 0{end}", f"02079460{end}", f"+44 20 7946 0{end}"), ("020", "7946", f"0{end}")
    )


def _postcode(area: str, rng: random.Random) -> Number:
    outward, inward = f"{area}{rng.randrange(1, 22)}", f"{rng.randrange(1, 10)}{letters(2, rng, _UNIT)}"
    both = f"{outward} {inward}"
    return Number((both, both, f"{outward}{inward}", both.lower()), (outward, inward))


def _bank(rng: random.Random) -> Bank:
    sort, account = digits(6, rng), digits(8, rng)
    body = f"{rng.choice(_BANKS)}{sort}{account}"
    iban = f"GB{iban_rules.calc_check_digits(f'GB00{body}')}{body}"
    pairs = in_groups(sort, 2)
    written = "-".join(pairs)
    return Bank(
        account=Number((account, account, " ".join(in_groups(account, 4))), in_groups(account, 4)),
        sortcode=Number((written, written, " ".join(pairs), sort), pairs),
        iban=plain(in_groups(iban, 4)),
        registered=iban if rng.random() < 0.3 else f"{written} {account}",
    )


def _national_id(gender: str, born: date, rng: random.Random) -> Number:
    start = "BG"
    while start in _NEVER:
        start = letters(1, rng, _FIRST) + letters(1, rng, _SECOND)
    groups = (start, *in_groups(digits(6, rng), 2), rng.choice("ABCD"))
    return Number((" ".join(groups), "".join(groups)), groups)


def _health_id(gender: str, born: date, rng: random.Random) -> Number:
    # Numbers that begin with 999 are set aside for tests.
    while True:
        body = "999" + "".join(str(rng.randrange(10)) for _ in range(6))
        valid = [body + str(check) for check in range(10) if nhs.is_valid(body + str(check))]
        if valid:
            return plain(in_groups(valid[0], 3, 3, 4))


def _plate(rng: random.Random) -> Number:
    start = f"{letters(2, rng, 'ABCDEFGHJKLMNOPRSTUVWY')}{rng.choice((rng.randrange(10, 26), rng.randrange(60, 76)))}"
    end = letters(3, rng, "ABCDEFGHJKLMNOPRSTUVWXYZ")
    return Number((f"{start} {end}", f"{start} {end}", f"{start}{end}"), (start, end))


def _passport(rng: random.Random) -> Number:
    return plain(in_groups(digits(9, rng), 3))


COUNTRY = Country(
    code="GB",
    number_first=True,
    streets=tuple(("", name, f" {_KINDS[(place * 7) % len(_KINDS)]}") for place, name in enumerate(_NAMES)),
    towns=(
        ("Stockport", "SK"), ("Bath", "BA"), ("Dundee", "DD"), ("Croydon", "CR"), ("Swansea", "SA"), ("Lincoln", "LN"),
        ("Huddersfield", "HD"), ("Ipswich", "IP"), ("Kettering", "NN"), ("Paisley", "PA"), ("Wrexham", "LL"),
        ("Grimsby", "DN"), ("Truro", "TR"), ("Walsall", "WS"), ("Perth", "PH"), ("Hastings", "TN"), ("Oldham", "OL"),
        ("Luton", "LU"), ("Kendal", "LA"), ("Bangor", "BT"), ("Cheltenham", "GL"), ("Stafford", "ST"),
        ("Rotherham", "S"), ("Chelmsford", "CM"), ("Motherwell", "ML"), ("Barnstaple", "EX"), ("Hull", "HU"),
        ("Newport", "NP"), ("Salford", "M"), ("Wigan", "WN"),
    ),
    employers=(
        "Harcombe Logistics", "Bellweather Foods", "Tidewell Dental", "Northgate Tiles", "Quillfeather Press",
        "Marlpit Primary School", "Oakhanger Care", "Severnside Packaging", "Pettigrew & Dunn", "Lanternhill Council",
        "Cawdor Engineering", "Brightsea Nurseries", "Whitlock Solicitors", "Fernbank Surgery", "Ottershaw Motors",
        "Kestrel Windows", "St Wilfrid's Hospice", "Dunmore Bakery", "Ridgeline Software", "Applegarth Farm Shop",
        "Copperfield Housing", "Haverstock Insurance", "Thornley Buses", "Meadowcroft Vets", "Blackwater Marine",
        "Penhallow Joinery", "Greystoke Security", "Ashdown Opticians", "Calderbrook College", "Invermore Salmon",
        "Larkhill Plumbing", "Westerby Foundry", "Fairweather Travel", "Cobham Lane Nursery", "Stannard Roofing",
        "Mossbank Charity Shops",
    ),
    mail=("gmail.com", "outlook.com", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "icloud.com"),
    phone=_phone,
    postcode=_postcode,
    bank=_bank,
    national_id=_national_id,
    health_id=_health_id,
    plate=_plate,
    passport=_passport,
    dates=("%d/%m/%Y", "%-d {m} %Y", "{o} of {m} %Y", "{m} %-d, %Y", "%d.%m.%y"),
)  # fmt: skip
