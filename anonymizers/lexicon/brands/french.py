"""Brands and services of France, one phrase a comma. Compiled by hand for this project."""

FRENCH: dict[str, str] = {
    "shops": """
        carrefour, carrefour city, carrefour market, carrefour drive, leclerc, e.leclerc, edouard leclerc, leclerc
        drive, intermarché, système u, super u, hyper u, u express, auchan, auchan drive, casino, géant casino,
        monoprix, franprix, prisunic, match, cora, colruyt, netto, leader price, grand frais, picard, picard
        surgelés, biocoop, naturalia, la vie claire, bio c' bon, thiriet, toupargel, metro, ed, simply market,
        houra, chronodrive, la belle vie, la fourche, la ruche qui dit oui, too good to go, yuka, fnac, fnac darty,
        darty, boulanger, cdiscount, rue du commerce, ldlc, materiel net, rakuten, price minister, priceminister, la
        redoute, les 3 suisses, trois suisses, veepee, vente privée, showroomprivé, showroom privé, spartoo,
        sarenza, leboncoin, le bon coin, vestiaire collective, back market, backmarket, galeries lafayette,
        printemps, bhv, le bon marché, samaritaine, nouvelles galeries, conforama, but, alinéa, maisons du monde,
        habitat, roche bobois, ligne roset, gifi, la foir'fouille, foir'fouille, centrakor, action, noz, stokomani,
        babou, hema, leroy merlin, castorama, brico dépôt, bricorama, bricomarché, mr bricolage, monsieur bricolage,
        weldom, point p, jardiland, truffaut, gamm vert, botanic, villaverde, animalis, maxi zoo, kiabi, celio,
        jules, brice, camaïeu, promod, pimkie, jennyfer, etam, undiz, princesse tam tam, damart, cyrillus,
        vertbaudet, petit bateau, jacadi, okaïdi, orchestra, sergent major, du pareil au même, natalys, aubert,
        caroll, naf naf, morgan, kookaï, sandro, maje, claudie pierlot, zadig et voltaire, comptoir des cotonniers,
        sézane, rouje, balzac paris, le slip français, aigle, k-way, le coq sportif, eden park, lafuma, quechua, go
        sport, intersport, sport 2000, decathlon, courir, la halle, la halle aux chaussures, chaussea, gémo, eram,
        minelli, san marina, bata, andré, jonak, marionnaud, nocibé, sephora, yves rocher, l'occitane, caudalie,
        nuxe, avène, la roche posay, vichy, bioderma, uriage, klorane, mixa, le petit marseillais, dop, cadum, krys,
        optic 2000, afflelou, alain afflelou, atol, générale d'optique, grandoptical, cultura, gibert, gibert
        joseph, gibert jeune, decitre, furet du nord, relay, la grande récré, joué club, jouéclub, king jouet,
        oxybul, nature et découvertes, natures et découvertes, micromania, norauto, midas, feu vert, speedy, oscaro,
        point s, euromaster, carglass, vulco, lapeyre, mobalpa, schmidt, cuisinella, ixina, socoo'c, tryba,
        pharmacie lafayette, 1001 pharmacies, audika, amplifon, nicolas, le petit ballon, cavavin, jeff de bruges,
        léonidas, de neuville, pierre hermé, ladurée, paul, brioche dorée, la mie câline, marie blachère, la
        croissanterie, flunch, buffalo grill, courtepaille, hippopotamus, léon de bruxelles, la boucherie, del arte,
        pizza del arte, quick, big fernand, columbus café, o'tacos, otacos, class croute, cojean, exki, pomme de
        pain, jour, bagelstein, burger king france, frichti, quitoque, hellofresh, foodchéri, danone, danette,
        yoplait, la laitière, lactalis, président, lactel, candia, elle et vivre, bonne maman, lu, petit écolier,
        prince de lu, pépito, belin, michel et augustin, st michel, saint michel, brossard, carambar, krema, la pie
        qui chante, poulain, banania, lustucru, panzani, amora, maille, lesieur, puget, bonduelle, cassegrain,
        d'aucy, william saurin, fleury michon, herta, aoste, justin bridou, madrange, caprice des dieux, la vache
        qui rit, kiri, boursin, st môret, saint agur, cristaline, badoit, hépar, contrex, orangina, oasis,
        teisseire, ricard, pastis 51, kronenbourg, 1664, heineken, desperados, leffe, grimbergen, pelforth, carte
        noire, grand mère, malongo, éléphant, lipton, ricoré, nesquik
        """,
    "money": """
        bnp, bnp paribas, hello bank, société générale, sogé, boursorama, boursobank, bourso, crédit agricole, le
        crédit agricole, lcl, crédit lyonnais, caisse d'épargne, la caisse d'épargne, banque populaire, crédit
        mutuel, cic, la banque postale, banque postale, ma french bank, hsbc france, ccf, crédit du nord, bred,
        fortuneo, monabanq, orange bank, nickel, compte nickel, lydia, sumeria, qonto, shine, memo bank, pixpay,
        kard, anytime, axa banque, allianz banque, bforbank, ing direct, cetelem, cofidis, cofinoga, sofinco, oney,
        floa, floa bank, franfinance, younited, younited credit, paylib, lyf, lyf pay, carte bleue, ticket
        restaurant, edenred, swile, up déjeuner, pluxee, sodexo, apetiz, yomoni, nalo, linxea, bankin, bankin',
        linxo, livret a, pel, maaf, macif, maif, matmut, gmf, mma, groupama, gan, axa, allianz france, generali
        france, cnp assurances, cnp, covéa, direct assurance, amaguiz, l'olivier, l'olivier assurance, leocare,
        luko, lovys, friday, harmonie mutuelle, mgen, malakoff humanis, ag2r, ag2r la mondiale, apivia, alan,
        mutuelle générale, swiss life, april, santiane, assurland, lelynx, le lynx, les furets, lesfurets,
        meilleurtaux, pretto, cafpi, seloger, se loger, pap, bien ici, bien'ici, logic immo, orpi, century 21,
        laforêt, guy hoquet, foncia, nexity, citya, stéphane plaza, iad, caf, la caf, ameli, améli, cpam, sécu, la
        sécu, urssaf, pôle emploi, france travail, impôts gouv, impots gouv, france connect, franceconnect, l'ants,
        ants, carte vitale, mon espace santé, doctolib, qare, livi, maiia, action logement, apl, cesu, chèque emploi
        service, la poste, mondial relay, mondial, relais colis, chronopost, colissimo, pickup
        """,
    "telecoms": (
        "orange, sosh, sfr, red by sfr, red, bouygues, bouygues telecom, b and you, b&you, free, free "
        "mobile, freebox, livebox, bbox, la poste mobile, nrj mobile, prixtel, coriolis, auchan telecom, "
        "lebara, syma, cdiscount mobile, réglo mobile, numericable, france télécom, minitel, wanadoo"
    ),
    "energy": (
        "edf, engie, gdf, gdf suez, total, totalenergies, total energies, total direct énergie, direct "
        "énergie, eni, ekwateur, ilek, enercoop, planète oui, mint énergie, vattenfall france, ohm "
        "énergie, octopus energy, plüm, enedis, grdf, linky, gazpar, veolia, suez, saur, la lyonnaise des "
        "eaux, butagaz, antargaz, primagaz, proxi serve, effy, hello watt"
    ),
    "media": """
        tf1, france 2, france 3, france 5, france télévisions, m6, 6play, w9, tmc, canal plus, canal, my canal,
        mycanal, arte, bfm, bfm tv, cnews, lci, c8, gulli, ocs, molotov, salto, france inter, france info,
        franceinfo, france culture, france musique, fip, rtl, rtl 2, europe 1, rmc, nrj, skyrock, fun radio, virgin
        radio, chérie fm, nostalgie, rire et chansons, radio france, le monde, le figaro, libération, libé, le
        parisien, l'équipe, les échos, la croix, l'humanité, ouest france, sud ouest, la voix du nord, la dépêche,
        le dauphiné, nice matin, la provence, le progrès, dna, l'express, le point, l'obs, marianne, paris match,
        télérama, télé loisirs, télé 7 jours, elle magazine, marie claire, femme actuelle, voici, gala, closer, 60
        millions de consommateurs, que choisir, mediapart, brut, konbini, allociné, marmiton, 750g, cuisine az,
        jeuxvideo com, deezer, dailymotion, pass culture, pass navigo, fdj, française des jeux, loto, pmu, winamax,
        betclic, unibet, parions sport, gaumont, pathé, ugc, mk2, cgr, kinepolis, fnac spectacles, ticketac,
        billetreduc, futuroscope, puy du fou, parc astérix, disneyland paris, asterix, tintin, basic fit, basic-fit,
        fitness park, l'orange bleue, keep cool, neoness, club med gym, meetic, adopte un mec, doctissimo,
        parcoursup, pronote, ent, ecole directe
        """,
    "travel": """
        sncf, sncf connect, oui sncf, voyages sncf, tgv, tgv inoui, inoui, ouigo, ter, intercités, thalys, eurostar,
        transilien, rer, ratp, navigo, vélib, vélib', velov, velo'v, autolib, tcl, tisséo, rtm, tbm, ilévia,
        blablacar, blablabus, ouibus, flixbus, isilines, kapten, heetch, g7, le cab, marcel vtc, transavia, air
        france, corsair, air caraïbes, french bee, aigle azur, volotea, air corsica, corsica ferries, brittany
        ferries, sncm, opodo, go voyages, fram, look voyages, marmara, promovacances, voyage privé, belambra, pierre
        et vacances, center parcs, vvf, siblu, yelloh village, homair, gîtes de france, abritel, le routard, accor,
        ibis, novotel, mercure, f1, formule 1, première classe, campanile, kyriad, b&b hotels, logis hotels, louvre
        hotels, bis et demi, getaround, drivy, ouicar, rent a car, ada, citiz, renault, peugeot, citroën, dacia, ds,
        alpine, la centrale, largus, aramis auto, aramisauto, vinci, vinci autoroutes, liber-t, bip and go, ulys,
        bison futé, viamichelin, via michelin, mappy, coyote, total access, esso express, carglass, autobacs
        """,
}
