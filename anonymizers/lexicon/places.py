"""Larger towns that the lists of names know too little of, in lower case and as keys (see `characters.key`).

Compiled by hand for this project: the United Kingdom, Ireland, France, Germany, Austria, Switzerland, Spain and the
capitals and large towns of other countries. Names of several words are written with `_` for the space.
"""

from functools import cache

from anonymizers.characters import key
from anonymizers.lexicon.names import known_names
from anonymizers.wordlists import word_set

_TOWNS = word_set(
    """
    aberdeen aberystwyth accrington aldershot altrincham andover armagh ashford aylesbury ballymena banbury bangor
    barking barnet barnsley barrow basildon basingstoke bath battersea bedford belfast birkenhead birmingham
    blackburn blackpool bognor bolton bournemouth bracknell bradford braintree brentford brentwood bridgend brighton
    bristol brixton bromley burnley bury caerphilly camberley cambridge camden canterbury cardiff carlisle chatham
    chelmsford cheltenham chester chesterfield chichester chorley clacton clapham colchester corby coventry crawley
    crewe croydon darlington dartford derby derry doncaster dorchester dover dudley dumfries dundee dunfermline
    durham ealing eastbourne eastleigh edinburgh enfield epsom exeter falkirk falmouth fareham farnborough farnham
    folkestone gateshead gillingham glasgow gloucester gosport grantham gravesend greenwich greenock grimsby
    guildford hackney halifax hammersmith harlow harrogate harrow hartlepool hastings hatfield havant hereford
    hertford hexham hounslow hove huddersfield hull huntingdon ilford inverness ipswich islington keighley kendal
    kettering kidderminster kilmarnock kirkcaldy lambeth lancaster leamington leeds leicester leith lewes lewisham
    lichfield lincoln lisburn liverpool livingston llandudno llanelli london loughborough lowestoft luton
    macclesfield maidenhead maidstone malvern manchester mansfield margate middlesbrough motherwell neath newbury
    newcastle newham newport newquay newry northampton northwich norwich nottingham nuneaton oldham omagh oxford
    paisley perth peterborough peckham penzance plymouth poole portsmouth preston ramsgate reading redcar redditch
    redhill reigate rochdale rochester romford rotherham rugby runcorn salford salisbury scarborough scunthorpe
    sheffield shrewsbury sittingbourne skegness slough smethwick solihull southampton southend southport southwark
    stafford stevenage stirling stockport stockton stoke stourbridge stratford streatham stroud sunderland sutton
    swansea swindon tamworth taunton telford torquay tottenham truro tunbridge twickenham wakefield wallasey walsall
    walthamstow wandsworth warrington warwick watford wellingborough westminster weymouth whitby whitstable wickford
    widnes wigan wimbledon winchester windsor woking wolverhampton worcester workington worthing wrexham yeovil york
    st_albans st_andrews st_helens st_ives milton_keynes bury_st_edmunds high_wycombe hemel_hempstead
    welwyn_garden_city kings_lynn king_s_lynn great_yarmouth burton_upon_trent stoke_on_trent tunbridge_wells
    weston_super_mare leamington_spa leighton_buzzard sutton_coldfield west_bromwich merthyr_tydfil east_kilbride
    fort_william newcastle_upon_tyne kingston_upon_hull kingston_upon_thames richmond_upon_thames tower_hamlets
    bexhill_on_sea clacton_on_sea southend_on_sea berwick_upon_tweed stratford_upon_avon bognor_regis canary_wharf
    shepherds_bush
    dublin cork galway limerick waterford drogheda dundalk sligo kilkenny ennis tralee athlone letterkenny wexford
    paris marseille marseilles lyon lyons toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims
    toulon grenoble dijon angers nîmes villeurbanne brest limoges tours amiens perpignan metz besançon orléans rouen
    mulhouse caen nancy argenteuil montreuil roubaix tourcoing avignon nanterre vitry créteil poitiers versailles
    courbevoie colombes pau cannes antibes annecy calais béziers chambéry colmar lorient quimper vannes troyes
    valence bayonne biarritz laval bourges cholet arras évreux niort chartres albi angoulême périgueux tarbes agen
    auxerre nevers blois boulogne dunkerque cherbourg gap rodez aurillac vichy mâcon épinal belfort beauvais dieppe
    fougères vesoul ajaccio bastia fréjus hyères aubagne martigues arles sète carcassonne narbonne montauban castres
    le_havre le_mans saint_étienne saint_denis saint_malo saint_nazaire saint_brieuc clermont_ferrand
    aix_en_provence la_rochelle la_roche_sur_yon boulogne_billancourt villeneuve_d_ascq le_puy bourg_en_bresse
    lons_le_saunier brive_la_gaillarde charleville_mézières châlons_en_champagne
    châteauroux
    mont_de_marsan salon_de_provence
    berlin hamburg münchen munich köln cologne frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden
    hannover hanover nürnberg nuremberg duisburg bochum wuppertal bielefeld bonn münster mannheim karlsruhe augsburg
    wiesbaden mönchengladbach gelsenkirchen aachen braunschweig chemnitz kiel halle magdeburg freiburg krefeld mainz
    lübeck erfurt oberhausen rostock kassel hagen potsdam saarbrücken hamm ludwigshafen oldenburg leverkusen
    osnabrück solingen heidelberg darmstadt regensburg paderborn ingolstadt offenbach fürth ulm würzburg heilbronn
    pforzheim wolfsburg göttingen bottrop reutlingen erlangen bremerhaven koblenz remscheid
    bergisch_gladbach
    trier recklinghausen jena moers salzgitter siegen gütersloh hildesheim hanau cottbus kaiserslautern esslingen
    witten ludwigsburg tübingen konstanz marburg gießen bamberg bayreuth passau landshut rosenheim kempten schwerin
    flensburg lüneburg celle stralsund greifswald weimar gera zwickau plauen görlitz dessau fulda
    bad_homburg
    wien vienna graz linz salzburg innsbruck klagenfurt villach wels bregenz dornbirn zürich zurich genf genève
    geneva basel bern lausanne winterthur luzern lucerne lugano biel thun chur neuchâtel fribourg
    sankt_gallen st_gallen
    madrid barcelona valencia sevilla seville zaragoza málaga murcia palma bilbao alicante córdoba valladolid vigo
    gijón hospitalet vitoria granada elche oviedo badalona terrassa cartagena jerez sabadell móstoles alcalá
    fuenlabrada pamplona leganés almería donostia getafe burgos santander albacete castellón logroño badajoz
    salamanca huelva lleida lérida marbella tarragona león cádiz jaén ourense orense mataró girona gerona algeciras
    reus pontevedra toledo cáceres lugo segovia ávila cuenca guadalajara huesca teruel soria zamora palencia mérida
    ferrol avilés benidorm gandía elda
    la_coruña a_coruña
    coruña
    san_sebastián las_palmas santa_cruz_de_tenerife santiago_de_compostela ciudad_real torrejón_de_ardoz
    alcalá_de_henares jerez_de_la_frontera palma_de_mallorca dos_hermanas santa_coloma
    amsterdam rotterdam utrecht eindhoven groningen antwerp antwerpen ghent gent bruges brugge liège namur charleroi
    brussels bruxelles brüssel luxembourg copenhagen aarhus stockholm gothenburg malmö oslo bergen helsinki tampere
    reykjavik lisbon lisboa lissabon lisbonne porto braga coimbra faro rome roma milan milano naples napoli turin
    torino venice venezia florence firenze bologna genoa genova verona palermo catania bari athens thessaloniki
    prague brno warsaw krakow kraków gdańsk gdansk wrocław poznań łódź katowice lublin budapest bucharest cluj sofia
    belgrade zagreb ljubljana bratislava vilnius riga tallinn kyiv kiev lviv odessa kharkiv moscow istanbul ankara
    izmir
    new_york los_angeles san_francisco san_diego
    chicago boston seattle houston dallas austin philadelphia denver atlanta miami detroit minneapolis baltimore
    portland phoenix washington toronto montreal montréal vancouver ottawa calgary edmonton
    mexico_city ciudad_de_méxico
    monterrey puebla tijuana bogotá medellín cali lima quito guayaquil caracas santiago valparaíso
    buenos_aires
    rosario mendoza montevideo asunción
    la_paz
    havana habana
    rio_de_janeiro são_paulo
    sydney melbourne brisbane adelaide auckland wellington
    cape_town
    johannesburg durban nairobi lagos abuja accra dakar casablanca rabat tunis algiers alger cairo alexandria beirut
    damascus tehran baghdad dubai doha riyadh karachi lahore islamabad delhi mumbai bangalore chennai kolkata
    hyderabad dhaka colombo kathmandu bangkok hanoi saigon manila jakarta singapore beijing shanghai shenzhen taipei
    seoul busan tokyo osaka kyoto
    """
)


@cache
def known_places() -> frozenset[tuple[str, ...]]:
    """The words of each known town, as keys."""
    towns = {tuple(key(word) for word in town.split("_")) for town in _TOWNS}
    return frozenset(towns | {(key(town),) for town in known_names().towns})
