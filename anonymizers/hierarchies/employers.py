"""Employers to their sector."""

from functools import cache

from anonymizers.hierarchies.hierarchy import Hierarchy, Steps
from anonymizers.hierarchies.keywords import Keywords

_SECTORS = {
    "Education": """school university college academy nursery kindergarten école lycée collège université faculté
        ~schule ~universität hochschule kita ~gymnasium escuela colegio universidad instituto guardería""",
    "Health and social care": """hospital =nhs clinic surgery_practice medical pharmacy health hospice care dental
        hôpital clinique pharmacie ehpad =chu santé ~krankenhaus ~klinik ~klinikum ~apotheke pflege ~praxis
        clínica farmacia sanitari salud centro_de_salud residencia""",
    "Public administration": """council government ministry department_of police county civil_service =hmrc =nhs_england
        mairie ministère préfecture conseil_régional conseil_départemental métropole ville_de
        stadt_ stadtverwaltung ministerium ~behörde ~amt landkreis bundes polizei
        ayuntamiento ministerio gobierno junta_de diputación policía""",
    "Finance and insurance": """bank insurance building_society capital finance credit_union investment pensions
        banque assurance mutuelle crédit ~bank ~sparkasse versicherung banco caja seguros""",
    "Retail and wholesale": """supermarket store shop retail market wholesale boutique
        supermarché magasin ~markt ~handel kaufhaus ~laden supermercado tienda comercio almacenes""",
    "Hospitality": """hotel restaurant café cafe pub bar catering inn hôtel brasserie bistro ~gasthaus ~gasthof
        restaurante bar hostal cafetería""",
    "Information technology and media": """software digital tech technologies data cloud media studio broadcasting
        publishing informatique logiciel édition numérique ~verlag ~informatik systems informática editorial telecom""",
    "Manufacturing and construction": """manufacturing factory works steel motors construction builders engineering
        usine fabrique bâtiment industrie ~werke ~bau ~fabrik ~industrie maschinenbau
        fábrica construcciones industrias industrial""",
    "Transport and logistics": """transport logistics airlines airways railway rail haulage shipping airport couriers
        logistique aéroport ferroviaire ~bahn ~logistik spedition flughafen verkehrsbetriebe
        transportes logística aeropuerto aerolíneas ferrocarril""",
    "Professional services": """consulting consultants solicitors law accountants architects agency recruitment
        cabinet conseil avocats agence notaires kanzlei ~beratung ~agentur steuerberat
        consultoría abogados asesoría agencia gestoría bufete""",
    "Agriculture and food": """farm farms dairy vineyard bakery brewery ferme domaine boulangerie brasserie_artisanale
        ~hof bauernhof ~bäckerei ~brauerei weingut granja bodega panadería""",
    "Charities and religion": """charity foundation trust church mosque synagogue association fondation église paroisse
        stiftung kirche ~verein diakonie caritas fundación iglesia parroquia asociación =ong =ngo""",
    "Self-employed": """self_employed freelance self indépendant auto_entrepreneur à_son_compte micro_entrepreneur
        selbständig selbstständig freiberuf autónom por_cuenta_propia""",
}
"""Sector: words of employers' names in four languages, compiled by hand; written as in `job_groups`."""


def employers() -> Hierarchy:
    """An employer's name to its sector by the words in it; a name without a known word is `*`."""
    return Steps("employer", ("as given", "sector", "any"), _steps)


def _steps(value: str) -> tuple[str, ...] | None:
    sector = _words().of(value)
    return None if sector is None else (sector,)


@cache
def _words() -> Keywords:
    return Keywords((word, sector) for sector, words in _SECTORS.items() for word in words.split())
