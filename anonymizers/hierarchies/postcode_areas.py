"""Where postcodes lie: areas of the United Kingdom, French departments, German routes and Spanish provinces.

Facts from Royal Mail's postcode areas and the Office for National Statistics' regions (ITL 1; an area that crosses a
border counts to the region of most of its addresses), INSEE's Code officiel géographique, Deutsche Post's routing
areas (`Leitregionen`, by the Land of most of their addresses), and INE's list of provinces and autonomous communities.
Compiled by hand for this project.
"""

UK_REGIONS = {
    "Scotland": "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE",
    "Northern Ireland": "BT",
    "Wales": "CF LD LL NP SA",
    "North East": "DH DL NE SR TS",
    "North West": "BB BL CA CH CW FY L LA M OL PR SK WA WN",
    "Yorkshire and the Humber": "BD DN HD HG HU HX LS S WF YO",
    "East Midlands": "DE LE LN NG NN",
    "West Midlands": "B CV DY HR ST SY TF WR WS WV",
    "East of England": "AL CB CM CO IP LU NR PE SG SS WD",
    "London": "BR CR E EC EN HA IG KT N NW RM SE SM SW TW UB W WC",
    "South East": "BN CT DA GU HP ME MK OX PO RG RH SL SO TN",
    "South West": "BA BH BS DT EX GL PL SN SP TA TQ TR",
    "Channel Islands and Isle of Man": "GY IM JE",
}
"""Region: postcode areas."""

FR_REGIONS = {
    "Auvergne-Rhône-Alpes": {
        "01": "Ain", "03": "Allier", "07": "Ardèche", "15": "Cantal", "26": "Drôme", "38": "Isère", "42": "Loire",
        "43": "Haute-Loire", "63": "Puy-de-Dôme", "69": "Rhône", "73": "Savoie", "74": "Haute-Savoie",
    },
    "Bourgogne-Franche-Comté": {
        "21": "Côte-d'Or", "25": "Doubs", "39": "Jura", "58": "Nièvre", "70": "Haute-Saône", "71": "Saône-et-Loire",
        "89": "Yonne", "90": "Territoire de Belfort",
    },
    "Bretagne": {"22": "Côtes-d'Armor", "29": "Finistère", "35": "Ille-et-Vilaine", "56": "Morbihan"},
    "Centre-Val de Loire": {
        "18": "Cher", "28": "Eure-et-Loir", "36": "Indre", "37": "Indre-et-Loire", "41": "Loir-et-Cher", "45": "Loiret",
    },
    "Corse": {"2A": "Corse-du-Sud", "2B": "Haute-Corse"},
    "Grand Est": {
        "08": "Ardennes", "10": "Aube", "51": "Marne", "52": "Haute-Marne", "54": "Meurthe-et-Moselle", "55": "Meuse",
        "57": "Moselle", "67": "Bas-Rhin", "68": "Haut-Rhin", "88": "Vosges",
    },
    "Hauts-de-France": {"02": "Aisne", "59": "Nord", "60": "Oise", "62": "Pas-de-Calais", "80": "Somme"},
    "Île-de-France": {
        "75": "Paris", "77": "Seine-et-Marne", "78": "Yvelines", "91": "Essonne", "92": "Hauts-de-Seine",
        "93": "Seine-Saint-Denis", "94": "Val-de-Marne", "95": "Val-d'Oise",
    },
    "Normandie": {"14": "Calvados", "27": "Eure", "50": "Manche", "61": "Orne", "76": "Seine-Maritime"},
    "Nouvelle-Aquitaine": {
        "16": "Charente", "17": "Charente-Maritime", "19": "Corrèze", "23": "Creuse", "24": "Dordogne",
        "33": "Gironde", "40": "Landes", "47": "Lot-et-Garonne", "64": "Pyrénées-Atlantiques", "79": "Deux-Sèvres",
        "86": "Vienne", "87": "Haute-Vienne",
    },
    "Occitanie": {
        "09": "Ariège", "11": "Aude", "12": "Aveyron", "30": "Gard", "31": "Haute-Garonne", "32": "Gers",
        "34": "Hérault", "46": "Lot", "48": "Lozère", "65": "Hautes-Pyrénées", "66": "Pyrénées-Orientales",
        "81": "Tarn", "82": "Tarn-et-Garonne",
    },
    "Pays de la Loire": {
        "44": "Loire-Atlantique", "49": "Maine-et-Loire", "53": "Mayenne", "72": "Sarthe", "85": "Vendée",
    },
    "Provence-Alpes-Côte d'Azur": {
        "04": "Alpes-de-Haute-Provence", "05": "Hautes-Alpes", "06": "Alpes-Maritimes", "13": "Bouches-du-Rhône",
        "83": "Var", "84": "Vaucluse",
    },
    "Outre-mer": {
        "971": "Guadeloupe", "972": "Martinique", "973": "Guyane", "974": "La Réunion",
        "975": "Saint-Pierre-et-Miquelon", "976": "Mayotte", "986": "Wallis-et-Futuna", "987": "Polynésie française",
        "988": "Nouvelle-Calédonie",
    },
}  # fmt: skip
"""Region: department by its number."""

DE_REGIONS = {
    "Sachsen": "01 02 04 08 09",
    "Brandenburg": "03 14 15 16",
    "Sachsen-Anhalt": "06 39",
    "Thüringen": "07 36 98 99",
    "Berlin": "10 12 13",
    "Mecklenburg-Vorpommern": "17 18 19",
    "Hamburg": "20 22",
    "Niedersachsen": "21 26 29 30 31 37 38 48 49",
    "Schleswig-Holstein": "23 24 25",
    "Bremen": "27 28",
    "Nordrhein-Westfalen": "32 33 40 41 42 44 45 46 47 50 51 52 53 57 58 59",
    "Hessen": "34 35 60 61 63 64 65",
    "Rheinland-Pfalz": "54 55 56 67",
    "Saarland": "66",
    "Baden-Württemberg": "68 69 70 71 72 73 74 75 76 77 78 79 88",
    "Bayern": "80 81 82 83 84 85 86 87 89 90 91 92 93 94 95 96 97",
}
"""Land of most addresses: first two digits."""

ES_COMMUNITIES = {
    "Andalucía": {
        "04": "Almería", "11": "Cádiz", "14": "Córdoba", "18": "Granada", "21": "Huelva", "23": "Jaén",
        "29": "Málaga", "41": "Sevilla",
    },
    "Aragón": {"22": "Huesca", "44": "Teruel", "50": "Zaragoza"},
    "Principado de Asturias": {"33": "Asturias"},
    "Illes Balears": {"07": "Illes Balears"},
    "Canarias": {"35": "Las Palmas", "38": "Santa Cruz de Tenerife"},
    "Cantabria": {"39": "Cantabria"},
    "Castilla y León": {
        "05": "Ávila", "09": "Burgos", "24": "León", "34": "Palencia", "37": "Salamanca", "40": "Segovia",
        "42": "Soria", "47": "Valladolid", "49": "Zamora",
    },
    "Castilla-La Mancha": {
        "02": "Albacete", "13": "Ciudad Real", "16": "Cuenca", "19": "Guadalajara", "45": "Toledo",
    },
    "Cataluña": {"08": "Barcelona", "17": "Girona", "25": "Lleida", "43": "Tarragona"},
    "Comunitat Valenciana": {"03": "Alicante", "12": "Castellón", "46": "Valencia"},
    "Extremadura": {"06": "Badajoz", "10": "Cáceres"},
    "Galicia": {"15": "A Coruña", "27": "Lugo", "32": "Ourense", "36": "Pontevedra"},
    "Comunidad de Madrid": {"28": "Madrid"},
    "Región de Murcia": {"30": "Murcia"},
    "Comunidad Foral de Navarra": {"31": "Navarra"},
    "País Vasco": {"01": "Álava", "20": "Gipuzkoa", "48": "Bizkaia"},
    "La Rioja": {"26": "La Rioja"},
    "Ceuta y Melilla": {"51": "Ceuta", "52": "Melilla"},
}  # fmt: skip
"""Autonomous community: province by the first two digits."""
