"""Larger towns by region, in lower case; names of several words are written with `_` for the space.

Compiled by hand for this project from general knowledge of public geography. Regions are named as in `postcode_areas`.
A name that several countries share is listed under its largest town.
"""

UNITED_KINGDOM = {
    "Scotland": """aberdeen dundee edinburgh glasgow inverness perth stirling paisley falkirk livingston dunfermline
        kilmarnock ayr greenock kirkcaldy dumfries motherwell hamilton east_kilbride leith st_andrews fort_william""",
    "Northern Ireland": """belfast derry londonderry lisburn newry armagh bangor ballymena coleraine omagh craigavon""",
    "Wales": """cardiff swansea newport wrexham bridgend llanelli caerphilly neath barry aberystwyth llandudno rhyl
        merthyr_tydfil""",
    "North East": """newcastle newcastle_upon_tyne sunderland middlesbrough gateshead durham darlington hartlepool
        hexham""",
    "North West": """manchester liverpool salford bolton stockport preston blackpool blackburn burnley oldham
        rochdale bury wigan warrington chester crewe macclesfield lancaster carlisle kendal birkenhead st_helens
        southport runcorn widnes altrincham chorley accrington""",
    "Yorkshire and the Humber": """leeds sheffield bradford hull kingston_upon_hull york huddersfield wakefield
        halifax doncaster rotherham barnsley harrogate scarborough grimsby scunthorpe keighley whitby""",
    "East Midlands": """nottingham leicester derby lincoln northampton mansfield chesterfield loughborough kettering
        corby wellingborough grantham skegness""",
    "West Midlands": """birmingham coventry wolverhampton stoke stoke_on_trent walsall dudley solihull worcester
        telford west_bromwich redditch stafford shrewsbury hereford nuneaton rugby warwick leamington_spa
        kidderminster tamworth lichfield sutton_coldfield stratford_upon_avon""",
    "East of England": """norwich cambridge ipswich luton peterborough chelmsford colchester southend southend_on_sea
        watford basildon bedford stevenage st_albans harlow lowestoft great_yarmouth hemel_hempstead hertford
        braintree brentwood welwyn_garden_city bury_st_edmunds kings_lynn""",
    "London": """london camden hackney islington brixton croydon ealing hounslow wimbledon greenwich lewisham
        tottenham walthamstow wandsworth westminster southwark lambeth hammersmith kensington chelsea barnet bromley
        enfield harrow ilford romford sutton kingston_upon_thames richmond_upon_thames twickenham uxbridge
        tower_hamlets clapham peckham battersea stratford newham barking""",
    "South East": """brighton hove southampton portsmouth reading oxford milton_keynes slough guildford canterbury
        maidstone basingstoke crawley worthing eastbourne hastings woking aylesbury high_wycombe winchester windsor
        chichester dover folkestone margate ramsgate ashford dartford gravesend gillingham chatham tunbridge_wells
        farnborough aldershot bracknell maidenhead newbury banbury redhill reigate epsom lewes horsham""",
    "South West": """bristol bath plymouth exeter gloucester cheltenham swindon bournemouth poole torquay taunton
        salisbury truro weymouth yeovil stroud penzance falmouth newquay dorchester weston_super_mare barnstaple""",
}

FRANCE = {
    "Auvergne-Rhône-Alpes": """lyon lyons grenoble saint_étienne villeurbanne clermont_ferrand annecy chambéry
        valence vichy bourg_en_bresse aurillac le_puy_en_velay vénissieux montélimar roanne""",
    "Bourgogne-Franche-Comté": """dijon besançon belfort chalon_sur_saône nevers auxerre mâcon montbéliard vesoul
        lons_le_saunier""",
    "Bretagne": "rennes brest quimper lorient vannes saint_malo saint_brieuc fougères lannion",
    "Centre-Val de Loire": "tours orléans bourges blois châteauroux chartres dreux",
    "Corse": "ajaccio bastia corte",
    "Grand Est": """strasbourg reims metz nancy mulhouse colmar troyes épinal charleville_mézières
        châlons_en_champagne thionville""",
    "Hauts-de-France": """lille amiens roubaix tourcoing dunkerque dunkirk calais arras boulogne_sur_mer beauvais
        villeneuve_d_ascq valenciennes saint_quentin compiègne lens douai""",
    "Île-de-France": """paris boulogne_billancourt saint_denis argenteuil montreuil nanterre créteil versailles vitry
        vitry_sur_seine courbevoie colombes asnières_sur_seine rueil_malmaison aubervilliers champigny_sur_marne
        saint_maur issy_les_moulineaux levallois_perret neuilly_sur_seine évry cergy massy melun meaux pontoise""",
    "Normandie": "rouen caen le_havre cherbourg évreux dieppe alençon saint_lô lisieux",
    "Nouvelle-Aquitaine": """bordeaux limoges poitiers la_rochelle pau bayonne biarritz mérignac pessac angoulême
        niort périgueux agen brive_la_gaillarde mont_de_marsan""",
    "Occitanie": """toulouse montpellier nîmes perpignan béziers narbonne carcassonne albi tarbes castres montauban
        sète rodez auch cahors""",
    "Pays de la Loire": "nantes angers le_mans saint_nazaire laval cholet la_roche_sur_yon",
    "Provence-Alpes-Côte d'Azur": """marseille marseilles nice toulon aix_en_provence avignon cannes antibes fréjus
        arles martigues aubagne hyères gap salon_de_provence grasse""",
}

GERMANY = {
    "Sachsen": "leipzig dresden chemnitz zwickau plauen görlitz bautzen freiberg",
    "Brandenburg": "potsdam cottbus brandenburg_an_der_havel frankfurt_oder oranienburg",
    "Sachsen-Anhalt": "magdeburg halle halle_saale dessau wittenberg",
    "Thüringen": "erfurt jena gera weimar gotha eisenach",
    "Berlin": "berlin kreuzberg neukölln charlottenburg",
    "Mecklenburg-Vorpommern": "rostock schwerin stralsund greifswald neubrandenburg wismar",
    "Hamburg": "hamburg altona",
    "Niedersachsen": """hannover hanover braunschweig oldenburg osnabrück wolfsburg göttingen hildesheim salzgitter
        lüneburg celle wilhelmshaven emden hameln""",
    "Schleswig-Holstein": "kiel lübeck flensburg neumünster norderstedt husum",
    "Bremen": "bremen bremerhaven",
    "Nordrhein-Westfalen": """köln cologne düsseldorf dortmund essen duisburg bochum wuppertal bielefeld bonn münster
        gelsenkirchen mönchengladbach aachen krefeld oberhausen hagen hamm mülheim leverkusen solingen neuss
        paderborn recklinghausen bottrop remscheid bergisch_gladbach moers siegen gütersloh witten iserlohn""",
    "Hessen": """frankfurt frankfurt_am_main wiesbaden kassel darmstadt offenbach hanau marburg gießen fulda
        bad_homburg rüsselsheim wetzlar""",
    "Rheinland-Pfalz": "mainz ludwigshafen koblenz trier kaiserslautern worms speyer landau neuwied",
    "Saarland": "saarbrücken neunkirchen homburg völklingen",
    "Baden-Württemberg": """stuttgart mannheim karlsruhe freiburg heidelberg ulm heilbronn pforzheim reutlingen
        esslingen tübingen ludwigsburg konstanz villingen_schwenningen aalen friedrichshafen offenburg ravensburg""",
    "Bayern": """münchen munich nürnberg nuremberg augsburg regensburg ingolstadt würzburg fürth erlangen bamberg
        bayreuth landshut passau rosenheim kempten aschaffenburg schweinfurt hof""",
}

SPAIN = {
    "Andalucía": """sevilla seville málaga malaga córdoba granada jerez_de_la_frontera almería huelva marbella cádiz
        cadiz jaén algeciras dos_hermanas""",
    "Aragón": "zaragoza saragossa huesca teruel",
    "Principado de Asturias": "gijón oviedo avilés",
    "Illes Balears": "palma palma_de_mallorca ibiza eivissa maó manacor",
    "Canarias": "las_palmas las_palmas_de_gran_canaria santa_cruz_de_tenerife la_laguna telde arrecife",
    "Cantabria": "santander torrelavega",
    "Castilla y León": "valladolid burgos salamanca león palencia segovia zamora ávila soria ponferrada",
    "Castilla-La Mancha": "albacete toledo guadalajara talavera_de_la_reina ciudad_real cuenca",
    "Cataluña": """barcelona hospitalet l_hospitalet badalona terrassa sabadell lleida tarragona mataró
        santa_coloma_de_gramenet reus girona gerona manresa sitges""",
    "Comunitat Valenciana": """valencia alicante alacant elche elx castellón castellón_de_la_plana torrevieja gandia
        benidorm""",
    "Extremadura": "badajoz cáceres mérida plasencia",
    "Galicia": "vigo a_coruña la_coruña coruña ourense lugo santiago_de_compostela pontevedra ferrol",
    "Comunidad de Madrid": """madrid móstoles alcalá_de_henares fuenlabrada leganés getafe alcorcón torrejón_de_ardoz
        parla alcobendas pozuelo_de_alarcón""",
    "Región de Murcia": "murcia cartagena lorca",
    "Comunidad Foral de Navarra": "pamplona iruña tudela",
    "País Vasco": "bilbao vitoria vitoria_gasteiz san_sebastián donostia barakaldo getxo irun",
    "La Rioja": "logroño calahorra",
    "Ceuta y Melilla": "ceuta melilla",
}

ELSEWHERE = {
    "Ireland": "dublin cork galway limerick waterford",
    "Austria": "wien vienna graz linz salzburg innsbruck klagenfurt",
    "Switzerland": """zürich zurich genf genève geneva basel bern lausanne winterthur luzern lucerne lugano""",
    "Belgium": "brussels bruxelles brüssel antwerp antwerpen ghent gent bruges brugge liège namur charleroi",
    "Netherlands": "amsterdam rotterdam utrecht eindhoven groningen the_hague den_haag",
    "Luxembourg": "luxembourg",
    "Italy": """rome roma milan milano naples napoli turin torino venice venezia florence firenze bologna genoa
        palermo""",
    "Portugal": "lisbon lisboa lissabon lisbonne porto braga coimbra faro",
    "Denmark": "copenhagen kopenhagen aarhus odense",
    "Sweden": "stockholm gothenburg göteborg malmö uppsala",
    "Norway": "oslo bergen trondheim stavanger",
    "Finland": "helsinki tampere turku espoo",
    "Poland": "warsaw warszawa krakow kraków gdańsk wrocław poznań łódź katowice lublin",
    "Czechia": "prague praha prag brno ostrava",
    "Hungary": "budapest debrecen",
    "Greece": "athens athen thessaloniki",
    "Romania": "bucharest bucurești cluj",
    "United States": """new_york los_angeles san_francisco san_diego chicago boston seattle houston dallas austin
        philadelphia denver atlanta miami detroit minneapolis baltimore phoenix""",
    "Canada": "toronto montreal montréal vancouver ottawa calgary edmonton quebec québec",
    "Australia": "sydney melbourne brisbane adelaide canberra",
    "Mexico": "mexico_city ciudad_de_méxico monterrey puebla tijuana",
    "Argentina": "buenos_aires rosario mendoza",
    "Colombia": "bogotá medellín cali",
    "India": "delhi new_delhi mumbai bangalore bengaluru chennai kolkata hyderabad pune",
    "Japan": "tokyo osaka kyoto",
}
