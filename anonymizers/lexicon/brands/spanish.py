"""Brands and services of Spain, one phrase a comma. Compiled by hand for this project."""

SPANISH: dict[str, str] = {
    "shops": """
        mercadona, carrefour, dia, supermercados dia, día, eroski, alcampo, hipercor, el corte inglés, corte inglés,
        consum, bonpreu, caprabo, condis, lidl, aldi, ahorramás, ahorra más, hiperdino, gadis, froiz, masymas,
        coviran, supercor, la plaza de dia, simply, makro, costco, la sirena, bm supermercados, supersol, el árbol,
        ulabox, lola market, amazon fresh, zara, zara home, massimo dutti, bershka, stradivarius, pull and bear,
        oysho, lefties, inditex, mango, desigual, cortefiel, springfield, women'secret, women secret, pedro del
        hierro, adolfo domínguez, bimba y lola, purificación garcía, scalpers, silbon, el ganso, hackett, brownie,
        sfera, punto roma, kiabi, c&a, primark, tendam, camper, pikolinos, panama jack, munich, joma, kelme,
        bosanova, marypaz, merkal, tous, pandora, aristocrazy, uno de 50, loewe, roberto verino, druni, primor,
        perfumerías if, douglas, sephora, equivalenza, deliplus, nivea, instituto español, media markt, mediamarkt,
        fnac, pccomponentes, pc componentes, worten, game, phone house, the phone house, xtralife, casa del libro,
        la casa del libro, fnac españa, agapea, todos tus libros, leroy merlin, bricomart, obramat, bricodepot,
        brico depôt, aki, bauhaus, ikea, conforama, maisons du monde, muy mucho, kave home, sklum, merkamueble, ok
        sofás, casa viva, tiger, flying tiger, ale-hop, ale hop, decathlon, sprinter, forum sport, intersport, jd
        sports, barrabés, wallapop, milanuncios, vibbo, segundamano, vinted, todocolección, privalia, showroomprive,
        venca, la redoute, juguettos, toy planet, imaginarium, drim, juguetilandia, poly, prénatal, tiendanimal,
        kiwoko, verdecora, optica 2000, general óptica, alain afflelou, vision lab, multiópticas, soloptical, gaes,
        amplifon, sanitas, promofarma, dosfarma, farmacias direct, mifarma, telepizza, tele pizza, domino's pizza,
        100 montaditos, cien montaditos, foster's hollywood, vips, ginos, rodilla, pans and company, pans, goiko,
        goiko grill, la tagliatella, lizarran, la sureña, tgb, the good burger, burger king, granier, panaria,
        llaollao, viena, tommy mel's, just eat, glovo, uber eats, deliveroo, too good to go, cola cao, nocilla,
        gallo, la cocinera, findus, hero, helios, la piara, casa tarradellas, campofrío, el pozo, navidul, argal,
        noel, joselito, cinco jotas, carbonell, la española, hojiblanca, koipe, ybarra, prima, orlando, hida,
        litoral, fabada litoral, calvo, isabel, cuca, ortiz, maeso, puleva, pascual, central lechera asturiana,
        asturiana, kaiku, president, el caserío, garcía baquero, danone, danonino, bimbo, donuts, bollycao,
        phoskitos, la bella easo, cuétara, gullón, fontaneda, marbú, artiach, príncipe, valor, lacasa, suchard,
        conguitos, huesitos, chupa chups, risi, grefusa, matutano, facundo, el almendro, delaviuda, mahou, san
        miguel, estrella galicia, estrella damm, cruzcampo, alhambra, ambar, voll damm, moritz, damm, freixenet,
        codorníu, tío pepe, larios, dyc, anís del mono, ponche caballero, font vella, bezoya, lanjarón, solán de
        cabras, vichy catalán, aquarius, kas, trina, la casera, casera, bifrutas, don simón, saimaza, marcilla,
        bonka, hornimans, balay, fagor, teka, orbegozo, taurus, cecotec, conga, thermomix
        """,
    "money": """
        bbva, santander, banco santander, caixabank, la caixa, caixa, bankia, sabadell, banco sabadell, banc
        sabadell, bankinter, popular, banco popular, unicaja, ibercaja, kutxabank, abanca, cajamar, caja rural,
        laboral kutxa, liberbank, cajasur, evo, evo banco, openbank, ing, ing direct, wizink, imagin, imaginbank,
        myinvestor, self bank, n26, revolut, bnext, rebellion, b100, triodos, triodos bank, deutsche bank españa,
        banca march, andbank, renta 4, indexa, indexa capital, finizens, cofidis, cetelem, vivus, moneyman, bizum,
        servired, redsys, cashlogy, rastreator, acierto, kelisto, idealista, fotocasa, habitaclia, pisos.com, pisos
        com, tecnocasa, housfy, tinsa, housell, mapfre, mutua madrileña, la mutua, línea directa, linea directa,
        génesis, verti, pelayo, santalucía, santa lucía, ocaso, catalana occidente, axa, allianz, generali, zurich,
        reale, liberty, fiatc, fénix directo, balumba, qualitas auto, sanitas, adeslas, asisa, dkv, caser, sanitas
        dental, muface, isfas, hacienda, agencia tributaria, renta web, seguridad social, sepe, inem, dgt, mi dgt,
        cl@ve, clave pin, clave permanente, certificado digital, dnie, cita previa, correos, correos express, seur,
        mrw, nacex, gls, celeritas, tipsa, envialia, cacesa, infojobs, infoempleo, jobandtalent, once, loterías, la
        once, la primitiva, euromillones, quiniela, codere, sportium, bwin, luckia, doctoralia, top doctors, mediquo
        """,
    "telecoms": (
        "movistar, movistar plus, movistar+, telefónica, vodafone, orange, jazztel, yoigo, masmovil, más "
        "móvil, masmóvil, pepephone, pepe phone, lowi, simyo, digi, digi mobil, o2, finetwork, lebara, "
        "lycamobile, llamaya, hits mobile, euskaltel, r cable, telecable, ono, adamo, amena, tuenti, "
        "república móvil, parlem, avatel, guuk, silbö, excom, tivo, terra"
    ),
    "energy": (
        "iberdrola, endesa, naturgy, gas natural, fenosa, unión fenosa, gas natural fenosa, repsol, "
        "cepsa, edp, total energies, holaluz, hola luz, octopus energy, podo, lucera, som energia, "
        "energía xxi, curenergía, comercializadora regulada, baser, pepeenergy, factorenergía, aldro, "
        "audax, viesgo, nexus energía, energía nufri, gesternova, canal de isabel ii, aguas de barcelona, "
        "agbar, emasesa, aqualia, e-distribución, ballenoil, plenoil, petroprix, galp, bp, waylet, wenea, "
        "zunder, ecovidrio"
    ),
    "media": """
        tve, la 1, la primera, la 2, rtve, rtve play, a la carta, clan, teledeporte, antena 3, telecinco, tele 5,
        cuatro, la sexta, atresplayer, atresmedia, mitele, mediaset, telemadrid, tv3, canal sur, etb, tvg, a punt,
        gol, dmax, mega, neox, nova, divinity, fdf, boing, filmin, movistar plus, flixolé, rakuten tv, dazn, cadena
        ser, la ser, cope, onda cero, rne, radio nacional, los 40, los cuarenta, cadena dial, cadena 100, kiss fm,
        europa fm, rock fm, máxima fm, rac1, catalunya ràdio, ivoox, podimo, el país, el mundo, abc, la vanguardia,
        el periódico, la razón, el confidencial, eldiario, el diario, infolibre, okdiario, público, marca, as, mundo
        deportivo, sport, expansión, cinco días, 20 minutos, el correo, la voz de galicia, el jueves, hola,
        lecturas, diez minutos, muy interesante, ocu, xataka, forocoches, menéame, tuenti, cuéntame, la que se
        avecina, aquí no hay quien viva, pasapalabra, saber y ganar, el hormiguero, gran hermano, supervivientes,
        operación triunfo, masterchef, la casa de papel, sálvame, cinesa, yelmo, yelmo cines, kinépolis, ocine,
        ticketmaster, entradas.com, el corte inglés entradas, atrápalo, fever, port aventura, portaventura, parque
        warner, terra mítica, isla mágica, tibidabo, loro parque, oceanogràfic, basic fit, mcfit, altafit, vivagym,
        dir, holmes place, go fit, metropolitan, virgin active, forus, meetic, directo al paladar, cookpad, lékué
        """,
    "travel": """
        renfe, ave, avlo, ouigo, iryo, alvia, cercanías, rodalies, feve, cercanías madrid, metro de madrid, emt,
        tmb, fgc, metrovalencia, euskotren, tussam, bicimad, bicing, valenbisi, sevici, alsa, avanza, socibus,
        monbus, damas, ave tren, iberia, iberia express, vueling, air europa, binter, canaryfly, volotea, level,
        spanair, halcón viajes, viajes el corte inglés, barceló, barceló viajes, nautalia, b the travel brand,
        logitravel, destinia, rumbo, atrápalo, edreams, muchoviaje, viajes carrefour, imserso, parador, paradores,
        nh, nh hoteles, meliá, sol meliá, riu, iberostar, palladium, h10, room mate, ac hoteles, hotusa, bluebay,
        trasmediterránea, baleària, balearia, armas, aena, cabify, pidetaxi, free now, blablacar, amovens, zity,
        share now, wible, emov, ecooltra, acciona, movo, cooltra, yego, telpark, elparking, parkia, saba, autoscout,
        coches.net, coches net, autocasión, flexicar, ocasión plus, clicars, seat, cupra, itv, norauto, midas, feu
        vert, aurgi, euromaster, carglass, racc, race, autopista ap7, via-t
        """,
}
