"""Words that stand in lists of names and towns but are ordinary words of a language when written in lower case.

Compiled by hand for this project: every word of Faker's name and town lists that wordfreq counts as common (Zipf 4 and
above) was read, and the ones that people use as plain words are here. `GIVEN` are first names among the ordinary
words: written with a capital inside a sentence they are taken for a name.
"""

from anonymizers.wordlists import word_set

EVERYDAY: dict[str, frozenset[str]] = {
    "en": word_set(
        """
        en were them good us well said way most may day too made best love man long little house give each must ever
        put lot company real case read power white small job less line general law black car per story kind hope young
        early post hand true guy room else friend close north low short police red reason soon among major media art
        west street list front chance baby clear field held force price summer goes strong date weeks hour king church
        worth press park bill green fall hell lord born add seven council parts ways forget deep ball cases wall rock
        river sales peace brown beat cross fair sale link justice gun lady judge author sister floor hurt brain master
        none stock cash spring sunday grand rich doctor captain gay carry male block comment pop foot hall queen royal
        glass lie sad brand smart fresh rose silver ring enter wild stone till wood lucky boss unique dont mad tea lee
        lies mountain guard zone kick sky prince governor moon arts beer powers forest banks joke loan lawyer golden
        era grant storm max snow fox hole cook split urban journey flowers ah bird jail minor walls champion orange
        tiny pages mayor bright wing fields bond branch kiss heaven tank lane parent bell ban rice mate joy
        constant manage sing unknown marine solar princess pink singer bills tall cap wise fee fed monster bush hunt
        junior marks tone grey sharp rush killer harm grace mark will hills wash gray charity angel innocent gross
        woods waters duke asks victory wage chase bath kit odd saint cousin comfort pray buddy marry crystal cares
        silly cancel pope valid forum hence pace spin mill bishop ward hunter hook doc fate cant lips fancy ties
        reader roots glasses bears flood bull boom fleet precious priest proven foster arena bite bones brands chip
        grave dare toy gates edit gale ton clay carrier mall candy jet sole bass odds con knight opera dawn autumn
        mercy wells rude brick suits outer spy burns noble divine springs pole cruise canal sue pleasant holder
        hood skip nail cave loyal beta patience yoga destiny turner camps raid oak bare cherry metro shine lens
        treasure warrior hammer rocky shade sunshine burst swift farmer horn pearl harsh lean peer pile pepper
        mason mere sterling miracle haven delta ridge ham ease humble harmony ace drum cliff cam lemon sang booth ally
        bridges hug olive pastor fairy merchant pale bud contractor reed petty sunny penny burger freely elder proves
         doll hull chambers blessing savage dot echo stack finale tires essence fur ferry fisher gut
        gauge lamb heck arch stark salmon buck tan bail admiral dash indie page stop as an on my can back more
        trace dock cord pal bean ruby porter berry handy tab spa ginger bore mentor frost storms
        grove postal lynch barnes monk crane pi plaza lone hay champ shield shields saga terra bury grill graves baron
        marshal coral manning ninja sage sellers heel violet ivory lads lad stern moss bra genesis rim halls sincere
        merry pier archer barber sands melody carpenter venus atlas font dom ants monks melon barker flint
        herd heath sparks iris warmer butcher moron pens rust vain kindle forbes fuller webster cola greet
        arcade tore moody cinnamon gravel roar creed spies ripe hacker dove dusty hare earnest basil helm owens
        stein scarlet lyric gee holly safari blossom luna fares wills tailor colon viking meadow emerald weaver mare
        sap valves emblem quota miner orchard denim finch brewer almond cherish weird notice skinner handler
        mesa brink birch barge imam rosemary poppy hazel daisy lily ivy jasmine amber heather robin dale
        glen brook wade drew baker cooper parker potter butler parks miles sir bay reading ash
        sandy deal sandwich hale mobile battle nice tours angle hub rest ray mix
        april june august july january february march september october november december monday tuesday wednesday
        thursday friday saturday french german english american christian muslim danish roman romans british spanish
        user users app apps screen button menu settings form forms search filter basket checkout password account son
        sons hill steps summers winter winters hours ours once bolt stable spotted sort sorted mean means minute
        minutes round bit bits
        """
    ),
    "fr": word_set(
        """
        ont ans rien font port petit mieux avis paris mars avril mai classe cher belle beau lune reine roi grand
        grande saint aime mis ah peine bras salle garde pire ami zone payer page sol finale lundi signe termes pont
        lance champ champion aimé mur maman masse vert star tiers arts cartes morte jolie mille canal comte terres
        post sale montagne cap barre forêt orange monte basse black arbre uni royal balle rivière champagne vaste
        essence re gay vallée mont voisin quart salles marques love foot paradis franc lot street odeur graves
        jobs appels plante forum sable pop trace sauvage cousin marge destin rouge fleur scandale gorge gras villa
        bouge chapelle carbone mignon bite best jette real chante urbain rive bains carton master serge parts noble
        miracle bail colle boss fontaine barbe serre hall pile roche aie romaine racines baron bourgeois stock
        finis white lord can west marquis bulle verres collier fur good racine verte nette neveu innocent jet bell
        général sales cordes cash prudence mat divine vain ban bond media saga press grâce lorraine termine reste
        ouvert ange jardin juge chance porte porter parc prix mode aller franchement clair claire
        marine rose violette aude lire pierre pierres jeans aimable lens lent visé more tri
        alpha boucher bonnet rame put may honoré cristal lou grotte ravi berger grenier vives mouton loyers choque
        coca fosse rude mans couture raid ligne piquer bull jai gage borne fair engin low boom vigne dallas passons fo
        marron maxi delta opter philo math couple carter tailles burger matrice vilain devine picard mater che vignes
        boulanger martial close polo savant casier karma nord stocker dos tank lise bouillon merlin eden frais
        toi chanel logis fleury ramadan rein camion colombe coton violet olive mercredi jade agile poivre matin soir
        pépin marchand buisson mercier bref brise manche banque chat chien lapin renard corbeau loup moulin poulain
        rossignol dubois juillet août janvier février septembre octobre novembre décembre français anglais allemand
        roman avenir mention client valide carte compte écran bouton site menu panier achat constant prudent juste
        loyal doux bon bonne noir brun roux gros legros lebon levert maire lefort leblanc murs allure mate cerise
        champs bois rousse fort forte forts haut hauts bas marchés marché ils elle nous vous donc voir soit nul pas
        plus peu
        """
    ),
    "de": word_set(
        """
        das von sie eine dass an aus nur man einer dann schon mir mal alle gut ab will waren seit anderen lassen weiß
        weiss mann recht gute lange davon fall allen schön art kurz ging eben leider tage neu echt allein essen anders
        lang kopf hand aller stark kind beste glück buch frei wien kosten lage tod rein blick per schaffen mach job
        sommer chance könig schwarz bruder warten lass darin schüler bürger zimmer kraft bett klein knapp reich zug
        post stolz linke volk meister handy winter tolle wald tor richter schulen schaden sage link dar herbst star
        wunsch kaiser general meer finale park baby arten mark jung davor leiden melden stein masse ah lasse norden
        handel red ball regen baum berg heiß west rock keller frisch dach wolf wahlen uni nord media black ring schulz
        forum marke bitten echten braun sturm mist kern wild stern oma denk graf rand orte server bock love best
        sauber hals brand koch vogel prinz kunde horst klima strand heim steuer rad pop dick hammer helden harte
        street ritter burg front jäger schatz bauch rose master lady krebs bischof berge stock fisch herzog day landen
        salz bach sauer male zone hell block füssen hahn ware werken power wies white mangel gras welle sky wende more
        termine grau dan lord held bob schmuck ringe marken bogen porsche winkel faust adler scheibe drum fest reiter
        rauch bart boss volker orange may line wiesen wall wille malen klug staub platten junior back salat fürst horn
        scherz grob fröhlich felder heer brennen wellen ferne schuh halle langer helm ernst frank heide meilen bär
        fair reise zahn feinen hill schilling melodie grill hole nagel reicher kuba fleck leber urban mühle schreiber
        grüner force roll chip quartier mies golden forst platt gene ward silber linden schachtel heck herd bann
        erbaut stange hirsch eimer seil lila kiefer deep lesen pilz schlager käfer beate streng fügen kessel ruinen
        edel flora hoffnung klick knecht konto app seite seiten suche knopf menü passwort termin sicher sicht weg nie
        hin her wer wem wen gar etwa ganz viel viele mehr weniger immer oben unten heute morgen gestern abend juni
        juli januar februar märz april mai august september oktober november dezember montag dienstag mittwoch
        donnerstag freitag samstag sonntag deutsch englisch spanisch französisch kaufmann schmied gärtner kellner
        sänger zucker pfeffer groß gross alt grün blau rot nimm pol gerade linse warm kalt nett netter schnell fuchs
        hase igel lamm taube spatz sperling amsel storch stiegen boden feld lande land dorf stadt hof höfe hütte haus
        häuser kirche brunnen brücke welt wesen werk werke wagen wert dank danke bitte
        """
    ),
    "es": word_set(
        """
        la de el del con una para lo al como pero le este esta son hay bien hasta era nada día uno tan vida ver esa
        les mas durante soy ella hoy tienen tres mis bueno tal general mayor mal manera ley buena casi eres guerra van
        ante gusta dar hora centro tú real vas amor grande tierra segundo cabeza ello alto camino tomar paz zona calle
        cara luz vos rey deja mucha mayo sur media campo abril mercado aun pena cabo plaza iglesia duda alta mar red
        carrera niño río comer ah blanco sol nota justo sola mala puerta fondo fuente armas busca corte diez banco
        malo sale boca cámara costa domingo toma isla post rico cielo canal miles alma verano sala casas mesa pareja
        doctor reino fuentes verde chico barrio amo rojo flores azul grado batalla dias blanca reina luna ojo hagan
        salvo alcalde villa das anda máximo rica cadena clara viva vidas pantalla fuertes grave cuesta dulce puente
        medicina santos latina dejan ruta madera palacio lima mía segura estrella metro valle bonito guardia gracia
        órdenes torno cola correr alegría iglesias dale castillo linda trae sal peña rock ama felicidad canales
        pintura arena montaña cabello risa torres torre bomba barco salvar meta morales ríos bonita oscuro partida
        bella lago sierra conde monte hierro corona paredes rojas margen flor castilla ángeles cura castellano
        muro silla termine tránsito mio cena bienvenida ronda jurado solar espejo che nave caro salto roca palo casado
        rueda cierra ramos soledad nieto quinto borde duque medias reto capa arco parada charla tía alas tira cerro
        concha botella espada cabezas catalán ira llamas eco palma acero barra ala cadenas ultimo pastor rama crean
        parque sois cristal refugio cristiana seco toro cuenca dudo nena izquierdo rabia alegre noble correa rosas
        selva griego sano ponte ojala frutos pozo lana presa macho oral amado veas casco lobo vela elige romano crema
        miel sagrado caridad usada gama posta morena muros nacer piscina vaca marqués coste piedad harto baños
        can vera mina bala talla eta nuera goma lenta limón puentes orilla pintor digna mora pintar palmas rollo pelos
        ruinas leal portero pila bando saga milagros entero custodia dos cuatro cinco seis siete ocho nueve enero
        febrero marzo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes
        sábado español francés inglés alemán rubio bravo delgado hidalgo soto gloria
        victoria esperanza dolores consuelo remedios pura cuentas cuenta conta compra compras busco botón
        página precio pago carro cesta correo prado cordero gallo lata pino pardo campana ribera anima alfa paloma
        celeste seda molino águila vial oliva barca mármol romana infante llano redondo duro corral prima primo cano
        calzada sobrino solo sólo harina vago bajo baja capital leon claro clave malla piña perla nube nieve
        nieves rocío mares mango cruce cruces brisa juntos sencillo rápido rápida fácil bonitos claros horas
        """
    ),
}

GIVEN: dict[str, frozenset[str]] = {
    "en": word_set(
        """
        will mark rose grace hope joy dawn art bill sue gene penny ruby pearl amber ivy holly olive violet lily daisy
        iris jasmine ginger poppy robin dean earl dale glen cliff brook wade drew carter taylor parker cooper mason
        hunter chase max miles guy don pat harmony melody destiny charity patience mercy faith heather hazel rosemary
        sandy angel crystal christian rich buck bud buddy bobby bailey jack pierce grant frank ray reed dash ace rocky
        sterling summer autumn rory ryan casey randy basil drake victory sunny precious blessing miracle cherry candy
        april june august may king prince duke noble ernest earnest lance marina luna brady porter ward josh skip
        jasper jet
        """
    ),
    "fr": word_set(
        """
        pierre rose marine claire clément clémence marguerite violette aimé aude jean marie fleur luc serge constant
        honoré martial jade merlin lou olive prudence cerise désiré ange colombe lise
        """
    ),
    "de": word_set(
        """
        ernst frank rose viola mark horst wolf max bob beate flora heide lasse till klein lang jung braun schwarz groß
        weiß kurz
        stark stolz reich koch richter sommer winter vogel könig kaiser berg stein busch fuchs bär lamm engel
        """
    ),
    "es": word_set(
        """
        rosa clara gloria victoria esperanza dolores consuelo mercedes remedios pilar paloma celeste luz paz sol alma
        estrella alegría soledad concha gracia caridad custodia luna marina ángeles nieves rocío blanca linda vera
        domingo máximo salvador julio lola perla
        """
    ),
}

FAMILY = word_set(
    """
    brown green white black young king baker cook wood woods hill hills hall ward bell price bailey cooper turner
    parker carter taylor fox stone rose west page lane day may bird cross field fields banks rice knight bishop pope
    mills wells hunt hunter mason potter butler burns reed grant sharp rich frost barker fisher carpenter farmer
    shepherd waters rivers chambers winter winters summers love moody savage swift noble gray grey long little small
    bush park parks ford gates bond hook hood cave rush wall walls ball bolt singer sterling merchant foster pearce
    klein lang jung braun schwarz groß weiß kurz stark stolz reich koch richter sommer vogel könig kaiser berg stein
    blanc petit grand roux noir legrand lebrun moreno rubio bravo serrano delgado hidalgo soto rivera cano prieto
    """
)
"""Family names among the ordinary words: a part of the name when they follow a first name or a title."""

CALENDAR = word_set(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
    """
)
"""English months and weekdays: written with a capital all the same, and no name unless something says so."""
