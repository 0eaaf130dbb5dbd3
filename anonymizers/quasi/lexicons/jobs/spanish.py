"""Jobs that few people have, by sector in Spanish, one phrase a comma. Compiled by hand for this project."""

SPANISH: dict[str, str] = {
    "public": """
        farero, farera, esclusero, alcalde, alcaldesa, teniente de alcalde, concejal, concejala, diputado,
        diputada, senador, senadora, secretario del ayuntamiento, secretaria del ayuntamiento, guarda forestal,
        guardabosques, agente forestal, director de prisión, directora de prisión, funcionario de prisiones,
        funcionaria de prisiones, comisario, comisaria de policía, inspector de policía, inspectora de policía,
        guía canino, artificiero, artificiera, tedax, guardia civil, aduanero, agente de aduanas, diplomático,
        diplomática, embajador, embajadora, cónsul, archivero, archivera, conservador de museo, conservadora de
        museo, conservadora del museo, sepulturero, enterrador, forense, médico forense, controlador aéreo,
        controladora aérea, submarinista, piloto de caza, oficial de la marina, inspector de hacienda,
        inspectora de hacienda, capitán de puerto, práctico del puerto, socorrista de salvamento marítimo,
        alguacil, pregonero, juez de paz, guarda rural, policía local, bombero forestal, bombero, bombera,
        agente de movilidad
        """,
    "craft": """
        herrero, herrera, herrador, herradora, tonelero, guarnicionero, guarnicionera, zapatero, zapatera,
        sombrerero, sombrerera, guantero, encuadernador, encuadernadora, calígrafo, soplador de vidrio,
        sopladora de vidrio, vidriero, alfarero, alfarera, ceramista, cestero, cestera, tejedor, tejedora,
        encajera, bordadora, tapicero, tapicera, ebanista, tallista, luthier, constructor de guitarras,
        guitarrero, organero, afinador de pianos, afinadora de pianos, relojero, relojera, joyero, joyera,
        orfebre, platero, platera, grabador, grabadora, cuchillero, espadero, damasquinador, armero,
        taxidermista, curtidor, cantero, cantera, carpintero de ribera, dorador, doradora, imaginero, imaginera,
        restaurador, restauradora, perfumista, alpargatero, alpargatera, quesero, quesera, maestro quesero,
        chocolatero, cervecero, maestro cervecero, maestro tonelero, cortador de jamón, cortadora de jamón,
        titiritero, titiritera, fallero artista, artista fallero, afilador, deshollinador, molinero, salinero,
        turronero, abaniquero, castañera, modista, sastre, peinetera, botero
        """,
    "farm": """
        apicultor, apicultora, pastor, pastora, ganadero, ganadera, cabrero, cabrera, vaquero, vaquera,
        ostricultor, mejillonero, mariscador, mariscadora, percebeiro, percebeira, percebero, viticultor,
        viticultora, enólogo, enóloga, bodeguero, bodeguera, olivarero, olivarera, trufero, truficultor,
        arrocero, hortelano, hortelana, fruticultor, floricultor, corchero, sacador de corcho, resinero,
        leñador, cetrero, cetrera, pescador, pescadora, patrón de pesca, armador, redera, almadrabero,
        agricultor, agricultora, azafranera, domador de caballos, domadora de caballos, mayoral, jinete, yóquey,
        criador de perros, caracolero, esquilador, esquiladora
        """,
    "health": """
        neurocirujano, neurocirujana, cirujano, cirujana, cirujano cardíaco, oncólogo, oncóloga, cardiólogo,
        cardióloga, neurólogo, neuróloga, anestesista, psiquiatra, psiquiatra infantil, radiólogo, radióloga,
        genetista, audioprotesista, protésico dental, protésica dental, osteópata, quiropráctico, acupuntor,
        musicoterapeuta, arteterapeuta, logopeda, matrona, comadrona, matrón, enfermera escolar, supervisora de
        planta, médico rural, médica rural, médico de pueblo, veterinario de caballos, veterinaria de caballos,
        tanatopractor, tanatoesteticista, embrióloga, embriólogo, perfusionista, psicooncóloga, jefe de
        servicio, jefa de servicio
        """,
    "education": """
        director del instituto, directora del instituto, director del colegio, directora del colegio, director
        de instituto, directora de instituto, jefe de estudios, jefa de estudios, profesor de latín, profesora
        de latín, profesor de griego, profesora de griego, profesora de arpa, profesor de euskera, profesora de
        euskera, inspector de educación, inspectora de educación, rector, rectora, decano, decana, catedrático,
        catedrática, orientador del instituto, orientadora del instituto, maestro rural, maestra rural,
        cuidadora de comedor, monitora de comedor, intérprete de lengua de signos, conserje del colegio, bedel
        """,
    "transport": """
        barquero, barquera, capitán de ferry, capitán de barco, capitana de barco, marino mercante, piloto,
        pilota, piloto de avión, piloto de helicóptero, piloto de globo, azafata, azafato, auxiliar de vuelo,
        maquinista de tren, maquinista, conductor de tranvía, conductora de tranvía, conductor de metro,
        conductora de metro, jefe de estación, jefa de estación, guardagujas, buzo, buzo profesional, gruista,
        operador de grúa, maquinista de teleférico, cochero, conductor de coche fúnebre, estibador, estibadora,
        remolcador, camionera
        """,
    "arts": """
        actor, actriz, especialista de cine, doblador, dobladora, actriz de doblaje, actor de doblaje,
        ventrílocuo, mago, maga, payaso, payasa, trapecista, malabarista, bailarín, bailarina, bailaor,
        bailaora, coreógrafo, coreógrafa, cantante de ópera, soprano, tenor, cantaor, cantaora, guitarrista
        flamenco, pianista, violinista, violonchelista, arpista, oboísta, fagotista, flautista, clarinetista,
        trombonista, percusionista, organista, gaitero, gaitera, director de orquesta, directora de orquesta,
        director de coro, directora de coro, director de banda, compositor, compositora, escritor, escritora,
        novelista, poeta, poetisa, dramaturgo, dramaturga, guionista, ilustrador, ilustradora, ilustradora
        infantil, dibujante de cómics, escultor, escultora, pintor, pintora, muralista, tatuador, tatuadora,
        fotógrafo de naturaleza, corresponsal de guerra, director de cine, directora de cine, cámara de
        televisión, figurinista, restauradora de arte, subastador, anticuario, anticuaria, locutor de radio,
        locutora de radio, presentadora del tiempo, torero, torera, banderillero, rejoneador
        """,
    "community": (
        "cura, sacerdote, párroco, obispo, diácono, monja, monje, fraile, abadesa, pastor evangélico, "
        "imán, rabino, sacristán, campanero, campanera, funerario, director de funeraria, directora de "
        "funeraria, misionero, misionera, hermano mayor, costalero, familia de acogida"
    ),
    "science": """
        astrónomo, astrónoma, astrofísico, astrofísica, físico nuclear, física nuclear, vulcanólogo,
        vulcanóloga, sismólogo, sismóloga, geólogo, geóloga, oceanógrafo, oceanógrafa, biólogo marino, bióloga
        marina, meteorólogo, meteoróloga, paleontólogo, paleontóloga, arqueólogo, arqueóloga, antropólogo,
        antropóloga, entomólogo, ornitólogo, ornitóloga, micólogo, botánico, botánica, cuidador de zoo,
        cuidadora del zoo, cuidador del zoo, entrenadora de delfines, virólogo, viróloga, epidemiólogo,
        epidemióloga, egiptólogo, egiptóloga, numismático, cartógrafo, cartógrafa, topógrafo, topógrafa,
        lexicógrafa, actuario, actuaria, sumiller, catador, catadora, metalúrgico
        """,
    "law": (
        "juez, jueza, magistrado, magistrada, fiscal, notario, notaria, procurador, procuradora, "
        "registrador de la propiedad, registradora de la propiedad, secretario judicial, secretaria "
        "judicial, letrado de la administración, perito judicial, perita judicial, intérprete jurado, "
        "traductora jurada, traductor jurado, intérprete de conferencias, detective privado, detective "
        "privada, abogado del estado, abogada del estado"
    ),
    "sport": (
        "futbolista profesional, futbolista, árbitro de fútbol, árbitra, guía de montaña, monitor de "
        "esquí, monitora de esquí, instructor de buceo, instructora de buceo, monitor de vela, piloto de "
        "rallies, piloto de carreras, boxeador, boxeadora, campeona olímpica, campeón olímpico, pelotari, "
        "jugador de pelota, socorrista, remero de traineras, gran maestro de ajedrez"
    ),
    "service": (
        "mayordomo, ama de llaves, chef privado, vidente, tarotista, echadora de cartas, crupier, modelo "
        "de desnudo, cerrajero, cerrajera, feriante, churrero, churrera, heladero, heladera, lotera, "
        "lotero, estanquera, estanquero, quiosquera, quiosquero, posadero, hospitalera, hospitalero, "
        "guarda del refugio, sereno, portera de la finca, peluquera canina"
    ),
    "industry": (
        "minero, minera, barrenero, pizarrero, siderúrgico, fundidor, dinamitero, pirotécnico, "
        "pirotécnica, alcantarillero, soldador submarino, técnico de aerogeneradores, calderero, "
        "salinera, papelero, cordelero, perforador, presero, guarda de la presa"
    ),
}
