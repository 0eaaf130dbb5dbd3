"""Which towns are large, which names are too coarse to mask, and how people say where they live.

Compiled by hand for this project; names are keys (see `characters.key`), `_` for the space.
"""

from anonymizers.quasi.speech import SPEECH
from anonymizers.wordlists import word_set

CITIES = word_set(
    """
    london birmingham leeds glasgow sheffield bradford manchester edinburgh liverpool bristol cardiff leicester
    coventry nottingham newcastle newcastle_upon_tyne sunderland belfast brighton hull kingston_upon_hull plymouth
    stoke_on_trent wolverhampton derby swansea southampton portsmouth aberdeen dundee oxford cambridge york norwich
    exeter bath salford westminster peterborough dublin cork galway limerick milton_keynes reading northampton luton
    paris marseille marseilles lyon lyons toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims
    toulon grenoble dijon angers nimes villeurbanne le_havre havre saint_etienne clermont_ferrand le_mans mans
    aix_en_provence brest tours amiens limoges perpignan metz besancon orleans rouen mulhouse caen nancy berlin
    hamburg munchen munich koln cologne frankfurt frankfurt_am_main stuttgart dusseldorf leipzig dortmund essen
    bremen dresden hannover hanover nurnberg nuremberg duisburg bochum wuppertal bielefeld bonn munster mannheim
    karlsruhe augsburg wiesbaden monchengladbach gelsenkirchen aachen braunschweig chemnitz kiel halle magdeburg
    freiburg krefeld mainz lubeck erfurt oberhausen rostock kassel potsdam wien vienna graz linz salzburg innsbruck
    zurich genf geneve geneva basel bern lausanne madrid barcelona valencia sevilla seville zaragoza malaga murcia
    palma palma_de_mallorca bilbao alicante cordoba valladolid vigo gijon hospitalet vitoria granada la_coruna
    a_coruna coruna elche oviedo badalona terrassa cartagena las_palmas santa_cruz_de_tenerife san_sebastian
    donostia pamplona santander burgos salamanca almeria new_york los_angeles san_francisco chicago boston seattle
    houston washington toronto montreal vancouver mexico_city buenos_aires bogota lima santiago sao_paulo
    rio_de_janeiro caracas quito havana la_habana habana sydney melbourne brisbane perth auckland amsterdam
    rotterdam antwerp brussels bruxelles brussel copenhagen stockholm gothenburg oslo helsinki lisbon lisboa
    lissabon lisbonne porto rome roma rom milan milano mailand naples napoli neapel turin torino venice florence
    athens thessaloniki prague prag warsaw warschau krakow lodz wroclaw gdansk budapest bucharest bukarest sofia
    belgrade belgrad zagreb kyiv kiev lviv odessa moscow moskau istanbul ankara izmir lagos abuja accra nairobi
    kampala harare johannesburg cape_town durban cairo kairo alexandria casablanca rabat tunis algiers alger dakar
    abidjan kinshasa beirut damascus damaskus aleppo tehran teheran baghdad dubai karachi lahore islamabad delhi
    mumbai bangalore chennai kolkata hyderabad dhaka colombo kathmandu bangkok hanoi saigon manila jakarta singapore
    beijing shanghai shenzhen taipei seoul tokyo osaka hong_kong varsovia londres nueva_york moscu pekin tokio
    colonia florencia venecia napoles ginebra bruselas amberes oporto atenas estocolmo copenhague bucarest praga
    viena el_cairo tanger varsovie vienne barcelone moscou le_caire athenes francfort hambourg edimbourg marrakech
    fes oran constantine sfax bamako conakry lome cotonou douala yaounde antananarivo oaxaca guadalajara monterrey
    rosario medellin cali guayaquil la_paz santo_domingo
    """
)
"""Towns of more than a hundred thousand people or so that are spoken of."""

COARSE = word_set(
    """
    england scotland wales ireland northern_ireland britain great_britain uk united_kingdom gb europe france germany
    spain italy portugal poland romania bulgaria hungary greece turkey cyprus malta sweden norway denmark finland
    netherlands holland belgium luxembourg switzerland austria czechia slovakia slovenia croatia serbia bosnia
    albania kosovo ukraine russia belarus lithuania latvia estonia iceland america usa us united_states canada
    mexico brazil argentina chile colombia venezuela peru ecuador bolivia cuba jamaica trinidad barbados haiti
    africa nigeria ghana kenya uganda tanzania zimbabwe zambia south_africa somalia ethiopia eritrea sudan egypt
    morocco algeria tunisia libya senegal cameroon congo asia india pakistan bangladesh nepal china japan korea
    south_korea taiwan vietnam thailand sierra_leone gambia rwanda malawi mozambique angola namibia botswana liberia
    togo benin ivory_coast sri_lanka cambodia myanmar jordan kuwait yemen oman bahrain armenia georgia azerbaijan
    kazakhstan uzbekistan mongolia philippines malaysia indonesia australia new_zealand iran iraq syria lebanon
    israel palestine afghanistan saudi_arabia qatar yorkshire lancashire cornwall devon dorset somerset kent sussex
    surrey essex norfolk suffolk cumbria northumberland durham county_durham cheshire derbyshire nottinghamshire
    leicestershire lincolnshire warwickshire worcestershire gloucestershire oxfordshire buckinghamshire berkshire
    hampshire wiltshire hertfordshire bedfordshire cambridgeshire staffordshire shropshire herefordshire merseyside
    tyneside wearside midlands west_midlands east_midlands east_anglia north south east west north_east north_west
    south_east south_west highlands hebrides orkney shetland anglesey pembrokeshire snowdonia gwynedd ulster
    munster_ireland connacht leinster donegal kerry cotswolds lake_district peak_district dales fens borders
    lowlands cairngorms isle_of_wight isle_of_man jersey guernsey north_yorkshire south_yorkshire west_yorkshire
    east_sussex west_sussex greater_manchester greater_london rutland fife ayrshire lanarkshire aberdeenshire
    perthshire angleterre ecosse irlande grande_bretagne royaume_uni allemagne espagne italie portugal belgique
    suisse luxembourg autriche pologne roumanie bulgarie hongrie grece turquie etats_unis amerique canada quebec
    mexique bresil argentine chili colombie afrique senegal mali cote_d_ivoire cameroun congo algerie maroc tunisie
    egypte asie inde chine japon coree vietnam liban syrie iran irak russie ukraine australie bretagne normandie
    alsace lorraine bourgogne auvergne aquitaine occitanie provence picardie champagne ardenne ardennes
    franche_comte limousin poitou charentes corse savoie haute_savoie dordogne vendee gironde landes pays_basque
    bearn gers lot aveyron lozere herault gard var vaucluse drome isere ain jura doubs vosges moselle meuse marne
    aube yonne nievre creuse correze cantal puy_de_dome finistere morbihan cotes_d_armor ille_et_vilaine mayenne
    sarthe orne calvados manche eure seine_et_marne yvelines essonne hauts_de_seine val_de_marne val_d_oise
    ile_de_france region_parisienne paca loire haute_loire ardeche guadeloupe martinique guyane reunion mayotte
    cote_d_azur sud nord est ouest deutschland osterreich schweiz frankreich spanien italien polen turkei
    griechenland niederlande belgien danemark schweden norwegen finnland england russland ukraine rumanien ungarn
    kroatien serbien bosnien albanien kosovo syrien irak iran afghanistan indien china japan vietnam amerika usa
    kanada brasilien afrika europa asien bayern baden_wurttemberg wurttemberg hessen nordrhein_westfalen nrw
    niedersachsen sachsen sachsen_anhalt thuringen brandenburg mecklenburg mecklenburg_vorpommern vorpommern
    schleswig_holstein rheinland_pfalz saarland franken schwaben oberbayern niederbayern oberpfalz allgau
    schwarzwald odenwald westerwald sauerland ruhrgebiet rheinland munsterland ostfriesland emsland eifel harz
    spessart erzgebirge lausitz pfalz tirol karnten steiermark vorarlberg burgenland niederosterreich oberosterreich
    bodensee osten westen suden norden land dorf stadt espana francia alemania italia portugal inglaterra irlanda
    escocia suiza belgica holanda austria polonia rumania bulgaria hungria grecia turquia rusia ucrania suecia
    noruega estados_unidos mexico colombia venezuela ecuador peru bolivia chile argentina uruguay paraguay brasil
    cuba republica_dominicana honduras guatemala nicaragua el_salvador costa_rica panama marruecos argelia tunez
    senegal nigeria china japon corea india pakistan andalucia aragon asturias baleares canarias cantabria castilla
    castilla_y_leon castilla_la_mancha la_mancha cataluna catalunya extremadura galicia la_rioja rioja navarra
    euskadi pais_vasco comunidad_valenciana mallorca menorca ibiza formentera tenerife gran_canaria lanzarote
    fuerteventura la_palma norte sur este oeste levante costa_del_sol costa_brava
    """
)
"""Countries, regions and counties: too many people live there for the name to single anybody out."""

_EN, _FR, _DE, _ES = (SPEECH[language].kin for language in ("en", "fr", "de", "es"))

LIVING = {
    "en": (
        rf"(?:(?:(?:i|we|they|who|to|both|all|still|actually|currently|also|now|parents|kids|family"
        rf"|grandparents|and|do|did|don't|only|just|just|friends|in laws) live|(?<!people )(?<!users "
        rf")(?<!folks )(?<!those )liv(?:es|ed|ing)|based|born(?: and (?:bred|raised))?|grew up|growing up"
        rf"|raised|brought up|mov(?:e|ed|ing)|relocat(?:e|ed|ing)|resid(?:e|es|ing)|settled|retired|bought "
        rf"(?:a|our|my) [a-z]+|house|flat|cottage|bungalow|farm|smallholding|our place|my place|family home"
        rf"|second home"
        rf"|commut(?:e|es|ed|ing)|(?:my|our|his|her|the) (?:parents|mum|dad|family|sister|brother|nan|gran"
        rf"|in laws|mother|father|daughter|son|grandparents|aunt|uncle|cousin|neighbours?|pub|shop"
        rf"|library)(?:'s| is| are| live| lives| lived)?)(?: (?!from\b|in\b|to\b|near\b|outside\b|at\b"
        rf"|and\b|but\b)[a-z0-9']+){{0,5}}? (?:back |over |up |down |out |right |just |somewhere )*(?:in"
        rf"|from|to|near|outside|around|at)"
        rf"|(?:i'?m|i am|we'?re|we are|s?he'?s|they'?re|i|we|s?he|they|{_EN}|{_EN}'s|{_EN} is|{_EN} are) "
        rf"(?:is |are |was |were |both |all |originally |actually |coming |come |comes |came )*from"
        rf"|originally from|(?:i'?m|we'?re|they'?re|s?he'?s) (?:down|up|over|out|based|just)(?: (?:down|up"
        rf"|over|out|just|here|there))* (?:in|near|by)|(?:run|runs|own|owns|keep|keeps|ran) (?:the|a) "
        rf"(?:[a-z]+ )?(?:shop|pub|post office|inn|garage|hall|store|cafe|b and b|guest house) in|(?:the "
        rf"only|one of (?:two|three|the few|the last)) (?:[a-z]+ ){{1,4}}?(?:in|at|on)|(?:here|back home"
        rf"|round our way|over here|up here|down here|out here) in"
        rf"|(?:village|hamlet|little place|small place|small town|little town|town|market town|estate"
        rf"|place)(?: (?:called|named|of)|,| is| is called| that's called)|(?:live|lives|lived|living"
        rf"|houses?|cottage|farm)(?: (?:just|right|quite|somewhere|really))? (?:near|outside|by|close to"
        rf"|not far from)(?: to)?)"
        r"(?: (?:of|outside|near|central|greater|inner|a|the|village|town|place|called|just|city|hamlet"
        r"|suburb|bit|down|up|way|out|over|countryside|(?:small|little|tiny|sleepy|old|market|lovely|north"
        r"|south|east|west|quiet)(?= (?:village|town|place|hamlet|of|market|little|old|island|isle))"
        r"|island|isle))*"
    ),
    "fr": (
        rf"(?:(?:habit(?:e|es|ons|ez|ent|ais|ait|ions|aient|er)|vi(?:s|t|vons|vez|vent|vais|vait)|vecu"
        rf"|log(?:e|eons)|demenag(?:e|ee|es|er|eons)|install(?:e|ee|es|er)|ne|nee|grandi|originaires?|base"
        rf"|basee|emmenage|emmenagee|maison|appart|appartement|ferme|rentre|travaille et vis)(?: (?!a\b"
        rf"|au\b|en\b|de\b|dans\b|sur\b|pres\b)[a-z0-9']+){{0,3}}? (?:a|au|aux|de|en|sur|vers|du cote de"
        rf"|pas loin de|pres de|a cote de|dans)"
        rf"|(?:je|tu|il|elle|on|nous) (?:viens|vient|venons|venait|venais) (?:de|du|d)|(?:{_FR})(?: "
        rf"[a-z]+)? (?:vient|viennent|habite|habitent|vit|vivent) (?:de|du|d|a|au|pres de|dans)|(?:village"
        rf"|hameau|patelin|bled|lieu dit|bourg|commune)(?: (?:de|qui s'appelle|appele|nomme|d|pres de|a "
        rf"cote de|pas loin de)|,| c'est| s'appelle)|ici,? (?:a|au)|(?:je suis|on est|nous sommes|il est"
        rf"|elle est) (?:originaire )?(?:de|du|d))"
        r"(?: (?:un|une|le|la|les|l|petit|petite|village|hameau|cote|de|du|d|qui|s|appelle|pres|pas|loin"
        r"|centre|sud|nord|est|ouest|banlieue|commune|ville|a|au|tout|juste))*"
    ),
    "de": (
        rf"(?:(?:wohn(?:e|st|t|en|te|ten|haft)|leb(?:e|st|t|en|te|ten)|komm(?:e|t|en)?|stamm(?:e|t|en)"
        rf"|geboren|aufgewachsen|zieh(?:e|t|en)|zog(?:en)?|gezogen|umgezogen|pendle|pendelt|haus|wohnung"
        rf"|zuhause|zu hause|daheim)(?: (?!in\b|aus\b|bei\b|nach\b|und\b|aber\b)[a-z0-9]+){{0,5}}? (?:in"
        rf"|aus|bei|nach|nahe|von|ausserhalb von|in der nahe von|unweit von)"
        rf"|(?:ich bin|wir sind|{_DE} (?:ist|sind|kommt|kommen)) (?:ursprunglich |eigentlich |auch )*(?:aus"
        rf"|von)|(?:dorf|ort|kaff|weiler|gemeinde|stadtchen|ortschaft|nest)(?: (?:namens|heisst|mit namen"
        rf"|bei)|,| ist)|(?:hier|bei uns|druben|daheim) in)"
        r"(?:,? (?:(?:der|dem|einem|einer|einen|so einem|das|ein) (?:(?:kleine[nsmr]?|nette[nsmr]?|schone[nsmr]?|winzige[nsmr]?) )?"
        r"(?:dorf|ort|stadt|stadtchen|gemeinde|kaff|nahe|altstadt|nest|dorfchen)|dorf|ort|stadt|namens|das heisst|von|bei))*"
    ),
    "es": (
        rf"(?:(?:viv(?:o|es|e|imos|en|ia|iamos|ian|ido|iendo|i|io|ir)|nac(?:i|io|imos)|nacid[oa]|crec(?:i"
        rf"|io)|mud(?:e|o|amos|ado|arme|arnos)|me cri[eo]|criad[oa]|resid(?:o|e|imos)|casa|piso|finca"
        rf"|originari[oa]|veraneo|veraneamos|empadronad[oa])(?: (?!en\b|de\b|a\b|al\b"
        rf"|y\b)[a-z0-9]+){{0,3}}? (?:en|de|a|cerca de|desde|al lado de|junto a|a las afueras de)"
        rf"|(?:soy|somos|vengo|venimos|{_ES} (?:es|son|viene|vienen|vive|viven)) (?:de|del|en|cerca de)"
        rf"|(?:pueblo|pueblecito|aldea|pedania|pueblito|urbanizacion)(?: (?:que se llama|llamado|de)|,| es| "
        rf"se llama)|aqui en)"
        r"(?: (?:un|una|el|la|los|las|pueblo|pueblecito|pequeno|pequena|aldea|de|del|que se llama|cerca|al lado|centro"
        r"|barrio|zona|provincia|afueras))*"
    ),
}
"""What stands before the place where somebody lives; without a capital it counts where it is known or rare."""

DIRECT = {"fr": r"habit(?:e|es|ons|ez|ent|ais|ait|ions|aient)"}
"""What may stand right before it with nothing between."""

BEING = {
    "en": (
        r"(?:(?:we|they|he|she|i) ?(?:'m|'re|'s| am| are| is| was| were)|we're)(?: (?:all|both|just"
        r"|currently|now|here|up|down|over|out|back|still|actually))* (?:in|near|outside)(?: (?:central"
        r"|north|south|east|west))?"
    ),
    "fr": (
        r"(?:je suis|on est|nous sommes|j'etais|on etait|il est|elle est)(?: (?:actuellement|maintenant"
        r"|ici|la))* (?:a|sur|vers|pres de)"
    ),
    "de": (
        r"(?:ich bin|wir sind|ich war|wir waren|er ist|sie ist)(?: (?:gerade|hier|jetzt|ja|auch|noch))* "
        r"(?:in|aus|bei)"
    ),
    "es": r"(?:estoy|estamos|estaba|estabamos|esta|estan)(?: (?:aqui|ahora))* (?:en|cerca de)",
}
"""What may stand before it; only known towns with no other meaning count."""

LIVING_BEHIND = {
    "de": (
        r"(?: (?:bin|ist|war|sind|waren|hab|habe|ich|wir|sie|er|haben|seit|jahren)){0,4} (?:wohn\w*|leb\w*"
        r"|aufgewachsen|geboren|gross geworden|grossgeworden|zuhause|zu hause|daheim|gewohnt|gelebt"
        r"|gezogen|stamm\w*)"
    ),
}
BEFORE_BEHIND = {"de": r"(?:in|aus|bei|nach|nahe)"}

FURTHER = {
    "en": (
        r",? (?:to|and|or|then|near|outside|just outside|not far from|close to|by|and then|but now in|now "
        r"in|and now|before that)(?: the)? "
    ),
    "fr": r",? (?:et|puis|pres de|a cote de|pas loin de|a|vers|ou|et maintenant a|maintenant a) ",
    "de": r",? (?:und|dann|bei|nahe|in der nahe von|nach|oder|jetzt in|und jetzt in) ",
    "es": r",? (?:y|e|o|cerca de|al lado de|a|junto a|y ahora en|ahora en) ",
}
"""What parts two places in one breath."""

NO_PLACE = {
    "en": word_set(
        """
        home work here there town city school uni university college bed hospital prison heaven hell january
        february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday christmas easter english french german spanish mum dad god it this that the
        a i my our your his her their one two first last google facebook scratch product marketing sales support
        design research finance settings menu page basket account screen app apps tab section website
        """
    ),
    "fr": word_set(
        "la le un une cote maison campagne ville village ici chez mon ma lundi mardi janvier fevrier mars "
        "avril mai juin juillet aout septembre octobre novembre decembre deux trois plusieurs page "
        "internet paris_match"
    ),
    "de": word_set(
        "der die das den dem einer einem hause haus arbeit stadt dorf mir uns dir januar februar marz "
        "april mai juni juli august september oktober november dezember montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag miete wg urlaub rente ordnung"
    ),
    "es": word_set(
        "el la los las un una que mi mis casa mi su pueblo ciudad aqui alli lunes martes miercoles jueves viernes "
        "sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre paz alquiler letras ciencias verdad acuerdo pagina"
    ),
}
"""No places, whatever stands before them."""

INSIDE = {
    "en": word_set("on upon under by in le the of st saint next cum super sub"),
    "fr": word_set("sur sous en les la le de du des d l lès aux saint sainte st"),
    "de": word_set("am an der ob im in sankt st vor bad unter ober auf"),
    "es": word_set("de la del el los las san santa y"),
}
"""Words inside the names of places."""

VILLAGE_FIRST = {
    "en": word_set(
        "great little upper lower nether over east west north south st old new much long high market "
        "stoke kings queens bishops abbots temple chipping castle church saint port fort glen loch ben "
        "kirk llan inver strath"
    ),
    "fr": word_set("saint sainte st ste le la les"),
    "de": word_set("bad sankt st ober unter gross klein neu alt"),
    "es": word_set("san santa villa puebla torre castro el la"),
}
VILLAGE_LAST = {
    "en": word_set(
        "green common heath fell hill beck dale end cross bay regis magna parva abbas episcopi abbey valley bridge wells moor "
        "fen water ferry bottom ambo"
    ),
    "fr": frozenset[str](),
    "de": frozenset[str](),
    "es": frozenset[str](),
}
"""Words that the names of small places begin or end with."""
