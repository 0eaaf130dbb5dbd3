"""Names by what else they are: those that are only names, and those that are words of a language as well."""

from anonymizers.gate.folding import listed

NAMES_ONLY = frozenset(
    listed(
        """
        aaron abdul abigail adam adams ahmed aisha alan alberto alejandro alex alexander alexandre alexis alfonso
        alfred alfredo ali alice alicia allen alvarez alvaro amanda amelia amy ana anderson andre andrea andreas
        andres andrew andy angela ann anna anne anthony antoine anton antonio arnaud arnold arthur arturo ashley
        bailey barbara barry becker benjamin bennett benoit bernard bernardo bernd bernhard bertrand betty billy
        blake bob bobby boris brad bradley brandon brian bruce bruno bryan cameron camille campbell carl carla carlo
        carlos caroline catherine chan charles charlie charlotte chen chloe chris christine christoph christophe
        christopher cindy clark clarke claude claudia colin collins craig cristiano cristina cynthia daniel danielle
        danny dave david davis debbie deborah dennis derek diana diego dieter dietrich dirk donald donna dorothy
        doug douglas duncan dylan eddie edgar eduardo edward edwards elena elisabeth elizabeth ellen ellie emilio
        emily emma emmanuel enrique eric erica erich erik erika ernesto esteban ethan eugene eva evan evans fatima
        federico felipe felix ferdinand fernandez fernando fiona francesca francisco franck francois francoise franz
        fred frederic friedrich fritz gabriel garcia gary geoff george georges gerald gerard gerhard gilbert
        giovanni gomez gonzalez gonzalo gordon greg gregor gregory guillaume guillermo gustav gustavo gutierrez
        guzman hannah hans harald harold harris harvey hassan heather hector heinrich heinz helen helena helene
        helmut henri henry herbert hermann hernandez herrera herve hoffmann howard hubert hugh hughes hugo hussein
        ian ibrahim ignacio igor isaac isabel isabella isabelle ivan jackson jacob jacques jaime jake jakob james
        jamie jane janet janice jasmine jason javier jeff jefferson jeffrey jenkins jenna jennifer jenny jeremy
        jerome jerry jesse jessica jill jim jimenez jimmy joachim joan joanna joaquin jochen joe joel joey johann
        johannes john johnny johnson jon jonas jonathan jones jorg jorge jose josef joseph josh joshua juan juana
        juarez judith judy julia julian julie julien julius jurgen justin kai karen karim karl kate katharina
        katherine kathleen kathy katie keith kelly kennedy kenneth kenny kevin khan kim kimberly klaus konrad
        kristen kumar kurt kyle larry lars laura lauren laurent lawrence lee leonard leslie lewis liam linda lisa
        liz lloyd logan lopez lorenzo louis louise lucas lucia lucy ludwig luis lukas luke lynn madeleine malcolm
        manfred manuel marc marcel marcelo marcus margaret margarita maria mariano marie mario marion markus
        marshall marta martha martin martinez marvin mary mateo mathieu matt matthew matthias maurice mauricio
        maurizio maximilian maya meg megan melissa mendoza meyer michael michel michelle miguel mike mitchell
        mohamed mohammad mohammed molina monica monika morgan moritz morris muhammad muller munoz murphy murray
        nancy naomi natalie nathalie nathan neil nelson nguyen nicholas nicola nicolas nicole nigel nikolaus nils
        nina noah norbert norman olga oliver olivia olivier omar ortega ortiz oscar oskar otto owen pablo pam pamela
        parker patel patricia patrick paul paula pauline paulo pedro perez peter petra phil philip philipp philippe
        phillips rachel rafael rainer ralf ralph ramirez ramon raul raymond rebecca reinhard ricardo richard rick
        rivera robert roberto roberts robertson robinson rodrigo rodriguez roger rogers roland rolf ronald roy ruben
        rudolf ruiz russell ruth ryan sabine sally sam samantha samuel sanchez sandra santiago sara sarah schmidt
        schulz scott sean sebastian sebastien sergio seth shane shannon sharma sharon shawn sheila simon simpson
        singh sofia sophia sophie spencer stacy stanley stefan stephan stephane stephanie stephen steve steven
        stewart stuart suarez susan susana susanne sven taylor ted teresa terry thierry thomas thompson tiffany tim
        tina tobias todd tom tomas tommy tony tracy travis trevor tyler ulrich ulrike ursula uwe vanessa vargas
        vazquez vincent virginia wagner wallace walter wang warren watson wayne weber wendy werner wilhelm william
        williams wilson wolfgang xavier yang yves zhang zoe
        """
    )
)
"""Frequent in text because the names are frequent, yet not words of their own: a name in any case (Anna, Garcia).

What is a word in a language all the same (Spanish "lee") is listed in WORDS_TOO, which counts for more.
"""

WORDS_TOO = {
    "en": frozenset(
        listed(
            """
            abbot amber angel archer art baker banks barber baron basil bill bird bishop bliss bloom booker booth
            bow bowen brewer brook brooks brown buck bull bush butcher butler carpenter carter chambers chance
            chandler charity chase chip chuck church clay clement cliff coco cole colt cook cooper crane crisp cross
            crow daisy dale dawn dean dick dolly dove drake draper drew dusty dwight earl earnest ebony eve faith
            farmer farrow fawn fern field fields finch fisher fletcher flint flower ford forest foster fowler fox
            frank frost gates gay gene gentle ginger glen gold golden good gore grace grant gray green grey guy hall
            hardy harper hart hawk hazel heath heather herb heron hill holly honey hood hooper hope house hunt
            hunter iris ivory ivy jack jade jasmine jasper jay jet jewel joy judge june kay key keys king kitty
            knight lake lamb lance lane law lily little locke long lord love low lucky major mark marsh mason may
            mercy merry miles mill miller mills misty moody moon moor moss nick nightingale noble norm north olive
            opal page paris park parks partridge pat patience pearl peg penny pepper pierce piper pitt pond pope
            poppy porter post potter pound power powers price prince prudence queen rain rains ray read reed reef
            rich river rivers rob robin rocky rod rose rosemary rosy ruby rush russet rusty sage sandy savage
            scarlet sharp shepherd short silver skip skipper sky skye slater small smart smith snow sparrow spring
            stamp star steel stern still stone storm street strong sue summer summers sunny swan swift tanner temple
            thorn thorne tiger tiller trinity tucker turner vale vaughan victor violet wade waite walker ward waters
            way weaver webb wells west wheeler white wild wilder will willow win winter winters wise wolf wood woods
            wren wright young
            """
        )
    ),
    "fr": frozenset(
        listed(
            """
            aime aimee ange anges aube aurore berger blanc blanche bonnet boucher boulanger brun brune capucine
            carre celeste chevalier clemence colombe constance constant courage court desiree dieu donne droit fabre
            fleur fleury fontaine forestier fort gentil grand gros guerin hiver jardin jean jolie jour joyeux juste
            lange leblanc legrand legros lejeune leroy long loup lune maire marchand marguerite masson mercier
            meunier moulin noel noir olive parfait paris pastel perle perrin petit pierre poirier poisson prudence
            prune reine rose rousseau roux roy sage saule simple solange soleil tellier tristan vallee verger
            victoire vidal vigne violette voisin
            """
        )
    ),
    "de": frozenset(
        listed(
            """
            adler alt ast bach bauer baum beck becker berg bergmann blank blum brand braun braut busch dick ernst
            falk falke fischer frank frei freitag fried froh frosch frost fuchs funk gross grun haas hahn hammer
            hart hase heide heim heiss herbst herz herzog hirsch hoch hof hold huber hund jaeger jager jung kaiser
            kamm keller kern klar klein klug knecht koch koenig kohl konig korn kraft kramer krebs kreuz kruger kuhn
            kurz lang lange linde link ludwig mai mark markt meister mohr mond montag morgen mueller muller nagel
            neu neumann ost pfeffer pfeiffer rabe reich richter ritter rose rot roth sauer schaefer schafer schatz
            schlosser schmied schneider scholz schreiber schulz schulze schuster schwarz seele seidel sommer sonne
            sonntag sorge spiegel stark stein stern still stolz storch strauss sturm tag thal vogel vogler vogt voll
            wagner wald weber wein weise weiss west will winkler winter wirt wolf wolff wunder zimmer zimmermann
            """
        )
    ),
    "es": frozenset(
        listed(
            """
            abril alba alma amparo angel angeles aurora barba blanca blanco bravo bueno caballero calle calvo camino
            campo campos cano carmen casas castillo cielo clara claro consuelo corona cortes crespo cruz cuenca
            cuesta delgado dolores duran espada esperanza estrella flor flores franco fuente fuentes gallo gloria
            gracia guerra guerrero hermoso herrero hidalgo iglesias inocencio jacinto jesus julio lago leal lee leon
            linda lobo lopera luna luz maestre mar marin marina marti mayo mayor mendez menor mercado mercedes
            merino milagros molina molino montero montes morales moreno nieto nieves norte oliva olivo paloma pardo
            pascual pastor paz pena perla pilar pino plaza pozo prado pura ramos real reina remedios rey reyes rico
            rio rios rivera rocio rojas rojo roman rosa rosario rubio salas santa santo santos sanz segura sierra
            socorro sol soledad soto suarez tierra torre torres trinidad valle vega vela vera vicente victoria vidal
            vivas zapatero
            """
        )
    ),
}
"""Names that are words too, by language, whatever their frequency: "fresh basil", "la rosa", "im Winter"."""
