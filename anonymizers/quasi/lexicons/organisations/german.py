"""Where people work, learn, are treated, play and pray, in German. Compiled by hand for this project."""

from anonymizers.quasi.lexicons.organisations.words import OrganisationWords
from anonymizers.quasi.speech.german import GERMAN

_STOPS = """
    ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihnen man der das dem den des ein eine einen einem
    einer eines mein meine dein seine ihre unser unsere und oder aber denn weil dass ob wenn als wie wo was wer
    warum da dann so doch ja nein nicht kein keine auch noch schon nur sehr ganz immer oft manchmal jetzt heute
    gestern morgen hier dort bei mit nach seit von zu zum zur aus an auf in im am um uber unter vor hinter neben
    zwischen fur gegen ohne durch bis ist bin bist sind war waren wird werden wurde habe hab hat haben hatte kann
    konnte muss will soll mache macht arbeite arbeitet gearbeitet gehe geht ging gehen komme kommt lebe lebt wohne
    wohnt benutze nutze also halt eben mal etwa circa jahre jahren jahr monat monate tag tage woche wochen und's
    deswegen deshalb angestellt beschaftigt tatig
"""
_WORK = (
    r"(?:arbeit(?:e|et|ete|en|est)|gearbeitet|angestellt|beschaftigt|tatig|job|jobbe|jobbt|stelle"
    r"|ausbildung|praktikum|lehre|azubi|beworben|eingestellt|entlassen|gekundigt|schichten|minijob"
    r"|aushilfe|werkstudentin|werkstudent|ferienjob|schaff(?:e|t)|seit [a-z]+ jahren|chef|chefin"
    r"|kollegen|kollegin|kollege)"
)
_JOB = (
    r"(?:leiterin|leiter|verkauferin|verkaufer|lehrerin|lehrer|krankenschwester|pflegerin|pfleger"
    r"|erzieherin|erzieher|ingenieurin|ingenieur|entwicklerin|entwickler|buchhalterin|buchhalter"
    r"|sekretarin|sekretar|assistentin|assistent|fahrerin|fahrer|kassiererin|kassierer|kellnerin"
    r"|kellner|kochin|koch|backerin|backer|sachbearbeiterin|sachbearbeiter|technikerin|techniker"
    r"|mechanikerin|mechaniker|beraterin|berater|referentin|referent|hausmeister|putzfrau"
    r"|reinigungskraft|arztin|arzt|mfa|arzthelferin|apothekerin|apotheker|polizistin|polizist"
    r"|feuerwehrmann|monteurin|monteur|meisterin|meister|schichtleiter|managerin|manager|praktikantin"
    r"|praktikant|azubi|werkstudentin|werkstudent|kauffrau|kaufmann|disponentin|disponent|redakteurin"
    r"|redakteur|volontarin|bibliothekarin|professorin|professor|dozentin|dozent|friseurin|friseur"
    r"|mitarbeiterin|mitarbeiter|schulleiterin|schulleiter|rektorin|rektor|kuratorin|kurator|lagerist"
    r"|staplerfahrer)"
)
ORGANISATIONS = OrganisationWords(
    sure={
        "employer": (
            rf"{_WORK}(?: [a-z]+){{0,5}}? (?:bei|fur|beim)(?: der| dem| den)?|{_JOB}(?: [a-z]+)? (?:bei"
            rf"|beim)(?: der| dem)?|(?:mein|unser|sein|ihr) (?:arbeitgeber|betrieb|firma|chef)(?: ist| heisst"
            rf"|,)|(?:meine|unsere|seine|ihre) firma(?: ist| heisst|,)"
        ),
    },
    loose={
        "employer": (
            rf"{_WORK}(?: [a-z]+){{0,5}}? (?:in|im|an|am|auf|als [a-z]+ (?:in|im|an|am))(?: der| dem| den)?"
            rf"|{_JOB}(?: [a-z]+)? (?:in|im|an|am|von|der|des)(?: der| dem)?|(?:betreibe|betreibt|leite"
            rf"|leitet|fuhre|fuhrt|gegrundet|gehort|ubernommen)(?: [a-z]+)?(?: die| den| das)?|(?:mein|unser"
            rf"|meine|unsere) (?:laden|geschaft|salon|praxis|werkstatt|cafe|restaurant|hof)(?: heisst| ist|,)"
            rf"|ehrenamtlich (?:bei|beim|in|im)(?: der| dem)?|{GERMAN.kin} (?:[a-z]+ ){{0,2}}?(?:bei|in|im)(?: der"
            rf"| dem)?|(?:ich|er|sie|wir) (?:bin|ist|war|sind|waren)(?: [a-z]+){{0,3}} bei(?: der| dem)?"
        ),
        "school": (
            rf"{GERMAN.kin}(?: [a-z]+)?(?: die| der)? (?:(?:geht|gehen|ging|gingen|ist|sind|kommt|kommen|studiert"
            rf"|war)(?: [a-z]+){{0,3}}? (?:auf|aufs|in|ins|an|ans|zur|zum|im|am)|besucht|besuchen)(?: die| das| "
            rf"den| der| dem)?|(?:klasse|schule|kita|kindergarten|studium|studiere|studiert|abitur|abi|lehrerin"
            rf"|lehrer|unterrichte|unterrichtet|schulleiterin|schulleiter|krippe|hort|ausbildung)(?: "
            rf"[a-z]+){{0,2}}? (?:an|auf|in|im|am|heisst|von)(?: der| dem| die| das)?|(?:ich|wir) (?:war|ging"
            rf"|waren|gingen|gehe) (?:auf|an|in)(?: der| dem| die| das)?"
        ),
        "surgery": (
            r"(?:behandelt|operiert|patient|patientin|geboren|entbunden|termin|termine|rezept|hausarzt"
            r"|hausarztin|arzt|arztin|zahnarzt|zahnarztin|klinik|reha|chemo|dialyse|station|eingeliefert|liegt"
            r"|lag|krankenhaus|untersuchung|blutabnahme)(?: [a-z]+){0,2}? (?:in|im|an|bei|beim|am|von)(?: der| "
            r"dem| die)?|(?:meine?|unsere?) (?:hausarztpraxis|praxis|apotheke|arztpraxis|zahnarztpraxis|klinik"
            r"|tierarztpraxis|optiker)(?: ist| heisst|,)"
        ),
        "club": (
            r"(?:spiel(?:e|t|te|en)|gespielt|trainier(?:e|t|en)|schwimm(?:e|t)|lauf(?:e|t)|sing(?:e|t|en)"
            r"|tanz(?:e|t)|mitglied|vorstand|vorsitzender?|trainerin|trainer|kapitan|turn(?:e|t)|reite|reitet"
            r"|kassenwart|jugendwart|fussball|handball|aktiv)(?: [a-z]+){0,3}? (?:bei|beim|im|in|fur|vom|von"
            r"|des)(?: der| dem| den)?|(?:mein|unser) (?:verein|chor|club)(?: ist| heisst|,)"
        ),
        "care home": (
            rf"{GERMAN.kin}(?: [a-z]+)? (?:ist|lebt|wohnt|war|kam|zog|liegt)(?: [a-z]+){{0,3}}? (?:im|in|ins)(?: "
            rf"der| das| die)?|(?:pflegeheim|altenheim|seniorenheim|altersheim)(?: ist| heisst|,)"
        ),
        "church": (
            r"(?:gehe|geht|gehen|getauft|konfirmiert|geheiratet|getraut|gemeinde|pfarrer|pfarrerin|pastor|imam"
            r"|rabbiner|kirchenchor|gottesdienst|bete|beten)(?: [a-z]+){0,3}? (?:in|der|zur|im|von|ist"
            r"|heisst)(?: der| die| dem)?"
        ),
    },
    housed=(
        "die der das den dem am an auf zur zum in im ins aufs ans vom von bei beim aus unsere unser meine "
        "mein ihre ihr seine sein"
    ),
    houses={
        "school": (
            "grundschule, schule, gymnasium, realschule, hauptschule, gesamtschule, oberschule, "
            "gemeinschaftsschule, sekundarschule, berufsschule, förderschule, waldorfschule, "
            "montessorischule, kita, kindergarten, kindertagesstätte, krippe, hort, universität, uni, "
            "hochschule, fachhochschule, berufskolleg, internat, volkshochschule"
        ),
        "surgery": (
            "praxis, gemeinschaftspraxis, hausarztpraxis, arztpraxis, zahnarztpraxis, klinik, klinikum, "
            "krankenhaus, spital, apotheke, tierarztpraxis, tierklinik, ärztehaus, gesundheitszentrum, "
            "reha-klinik, rehaklinik, universitätsklinikum, hospital, hospiz, mvz"
        ),
        "care home": (
            "pflegeheim, altenheim, seniorenheim, altersheim, seniorenresidenz, seniorenzentrum, "
            "pflegezentrum, stift, haus, residenz, wohnheim, wohnstift"
        ),
        "church": (
            "kirche, kirchengemeinde, gemeinde, pfarrei, moschee, synagoge, kapelle, dom, münster, freikirche, kloster"
        ),
        "club": (
            "verein, sportverein, turnverein, tsv, sv, fc, tv, tus, vfl, vfb, sc, sg, sportfreunde, "
            "eintracht, fortuna, chor, männerchor, frauenchor, kirchenchor, gesangverein, musikverein, "
            "blaskapelle, schützenverein, reitverein, tennisclub, ruderclub, spvgg, djk, feuerwehr, "
            "freiwillige feuerwehr, karnevalsverein, kegelclub, landfrauen"
        ),
        "employer": (
            "firma, bäckerei, metzgerei, fleischerei, konditorei, autohaus, werkstatt, schreinerei, "
            "tischlerei, spedition, kanzlei, steuerberatung, sparkasse, volksbank, stadtwerke, "
            "stadtverwaltung, gemeindeverwaltung, landratsamt, rathaus, finanzamt, amtsgericht, "
            "polizeirevier, hotel, gasthof, gasthaus, pension, restaurant, brauerei, weingut, gärtnerei, "
            "baumschule, molkerei, druckerei, verlag, museum, theater, bibliothek, buchhandlung, logistik, "
            "technik, consulting, elektronik, friseursalon, salon, café, elektro, sanitär, bau, maschinenbau, "
            "werke, werk, hof, biohof, bauernhof, gut, forstamt, glashütte, porzellanmanufaktur, manufaktur, "
            "zeche, gmbh, ag, kg, ohg, ev, stiftung, versicherung, reisebüro, fahrschule, "
            "justizvollzugsanstalt, jva, lebenshilfe, diakonie, caritas, awo"
        ),
    },
    house_first=True,
    general=(
        "ortliche ortlichen kleine kleinen grosse grossen alte alten neue neuen gleiche gleichen andere "
        "anderen katholische evangelische private offentliche stadtische normale"
    ),
    stops=_STOPS,
    inner="am an der die den dem und von van sankt st & co",
    never="""
        mir uns dir euch ihnen ihr ihm meiner meinen meinem einer einem einen ein seiner ihrer der arbeit hause haus
        zuhause nacht schicht teilzeit vollzeit homeoffice buro geburt bedarf leuten kunden freunden eltern wetter
        regen geld firma firmen unternehmen kollegen januar februar marz april mai juni juli august september
        oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag weihnachten
        """,
)
