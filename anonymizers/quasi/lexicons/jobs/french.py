"""Jobs that few people have, by sector in French, one phrase a comma. Compiled by hand for this project."""

FRENCH: dict[str, str] = {
    "public": """
        éclusier, éclusière, pompier volontaire, sapeur-pompier, pompier, maire, maire adjoint, adjoint au
        maire, adjointe au maire, mairesse, conseiller municipal, conseillère municipale, député, députée,
        sénateur, sénatrice, préfet, préfète, sous-préfet, sous-préfète, secrétaire de mairie, garde champêtre,
        garde forestier, garde forestière, gardien de phare, gardienne de phare, gardien de prison, surveillant
        pénitentiaire, surveillante pénitentiaire, directeur de prison, directrice de prison, commissaire de
        police, commissaire, maître-chien, maître chien, démineur, douanier, douanière, diplomate, ambassadeur,
        ambassadrice, consul, archiviste, conservateur de musée, conservatrice de musée, conservateur du
        patrimoine, fossoyeur, gardien de cimetière, médecin légiste, contrôleur aérien, contrôleuse aérienne,
        aiguilleur du ciel, sous-marinier, pilote de chasse, officier de marine, gendarme de haute montagne,
        inspecteur des impôts, inspectrice des impôts, capitaine de port, sauveteur en mer, bibliobus, agent
        recenseur, contrôleur des impôts, huissier à l'assemblée, directeur général des services, directrice
        générale des services
        """,
    "craft": """
        maréchal-ferrant, maréchal ferrant, maréchale-ferrante, forgeron, forgeronne, tonnelier, tonnelière,
        sellier, sellière, bottier, bottière, cordonnier, cordonnière, chapelier, chapelière, modiste, gantier,
        gantière, relieur, relieuse, enlumineur, calligraphe, souffleur de verre, souffleuse de verre, maître
        verrier, vitrailliste, potier, potière, céramiste, vannier, vannière, tisserand, tisserande,
        dentellière, brodeuse, brodeur, tapissier, tapissière, ébéniste, marqueteur, luthier, luthière, facteur
        d'orgues, facteur de pianos, accordeur de pianos, accordeuse de pianos, campaniste, horloger, horlogère,
        joaillier, joaillière, bijoutier, bijoutière, orfèvre, graveur, graveuse, coutelier, coutelière,
        armurier, taxidermiste, tanneur, tailleur de pierre, tailleuse de pierre, couvreur, chaumier,
        charpentier de marine, compagnon du devoir, sculpteur sur bois, doreur, doreuse, encadreur, encadreuse,
        parfumeur, nez, sabotier, fromager, fromagère, maître fromager, affineur, affineuse, chocolatier,
        chocolatière, brasseur, brasseuse, distillateur, bouilleur de cru, costumière, perruquier,
        marionnettiste, santonnier, ferronnier, ferronnière, meunier, meunière, saunier, paludier, paludière,
        ramoneur, rémouleur, confiseur, nougatier
        """,
    "farm": """
        apiculteur, apicultrice, berger, bergère, éleveur, éleveuse, éleveur de chèvres, éleveuse de chèvres,
        éleveur laitier, éleveur de brebis, chevrier, chevrière, ostréiculteur, ostréicultrice, mytiliculteur,
        pisciculteur, viticulteur, viticultrice, vigneron, vigneronne, maître de chai, oenologue, trufficulteur,
        oléiculteur, riziculteur, maraîcher, maraîchère, arboriculteur, arboricultrice, horticulteur,
        horticultrice, pépiniériste, lavandiculteur, castanéiculteur, bûcheron, bûcheronne, élagueur, élagueuse,
        garde-chasse, louvetier, fauconnier, fauconnière, pêcheur, pêcheuse, marin pêcheur, marin-pêcheur, patron pêcheur,
        mareyeur, mareyeuse, goémonier, héliciculteur, héliciculture, éleveur d'escargots, agriculteur,
        agricultrice, céréalier, gardian, manadier, entraîneur de chevaux, jockey, lad, maréchal des logis
        """,
    "health": """
        neurochirurgien, neurochirurgienne, chirurgien cardiaque, chirurgien, chirurgienne, oncologue,
        cardiologue, neurologue, anesthésiste, pédopsychiatre, psychiatre, radiologue, généticien, généticienne,
        audioprothésiste, orthoptiste, prothésiste dentaire, prothésiste, ostéopathe, chiropracteur,
        hypnothérapeute, acupuncteur, art-thérapeute, musicothérapeute, psychomotricien, psychomotricienne,
        orthophoniste, sage-femme, sage femme, infirmière scolaire, infirmier anesthésiste, infirmière
        anesthésiste, infirmière de bloc, cadre de santé, thanatopracteur, embaumeur, vétérinaire équin,
        vétérinaire rural, embryologiste, ergothérapeute, médecin de campagne, médecin urgentiste, pharmacien
        hospitalier, perfusionniste, puéricultrice
        """,
    "education": """
        proviseur, proviseure, principal du collège, principale du collège, principal de collège, principale de
        collège, proviseur adjoint, proviseure adjointe, directrice d'école, directeur d'école, directeur de
        l'école, directrice de l'école, conseillère principale d'éducation, conseiller principal d'éducation,
        cpe, prof de latin, professeur de latin, professeure de latin, prof de grec, prof de harpe, prof de
        breton, prof d'occitan, prof de chinois, inspecteur d'académie, inspectrice d'académie, recteur,
        rectrice, doyen, doyenne, professeur des universités, maître de conférences, maîtresse de conférences,
        professeure documentaliste, dame de cantine, intendant du lycée, gestionnaire du collège, accompagnante
        d'élèves en situation de handicap, aesh, atsem, formateur en langue des signes
        """,
    "transport": """
        batelier, batelière, marinier, marinière, capitaine de ferry, capitaine au long cours, pilote de ligne,
        pilote de chasse, pilote d'hélicoptère, hôtesse de l'air, steward, conducteur de train, conductrice de
        train, conducteur de tram, conductrice de tram, conducteur de métro, conductrice de métro, chef de gare,
        cheffe de gare, garde-barrière, scaphandrier, plongeur professionnel, grutier, grutière, dameur,
        pisteur, pisteur secouriste, conducteur de téléphérique, aérostier, montgolfiériste, remorqueur,
        matelot, officier de marine marchande, cocher, chauffeur de corbillard
        """,
    "arts": """
        comédien, comédienne, acteur, actrice, cascadeur, cascadeuse, marionnettiste, ventriloque, magicien,
        magicienne, clown, trapéziste, jongleur, jongleuse, danseur étoile, danseuse étoile, danseuse,
        chorégraphe, chanteur lyrique, chanteuse lyrique, ténor, soprano, pianiste, violoniste, altiste,
        violoncelliste, harpiste, hautboïste, bassoniste, flûtiste, clarinettiste, tromboniste, tubiste,
        percussionniste, organiste, chef d'orchestre, cheffe d'orchestre, chef de choeur, compositeur,
        compositrice, parolier, écrivain, écrivaine, romancier, romancière, poète, poétesse, dramaturge,
        scénariste, illustrateur jeunesse, illustratrice jeunesse, auteure jeunesse, dessinateur de bd,
        dessinatrice de bd, sculpteur, sculptrice, peintre, tatoueur, tatoueuse, photographe animalier, reporter
        de guerre, réalisateur, réalisatrice, ingénieur du son, cadreur, costumier, restaurateur de tableaux,
        restauratrice de tableaux, commissaire-priseur, antiquaire, brocanteur, brocanteuse, présentateur météo,
        présentatrice météo, animateur radio, animatrice radio, verbicruciste
        """,
    "community": """
        curé, prêtre, évêque, diacre, moine, religieuse, abbé, pasteur, pasteure, imam, rabbin, sacristain,
        bedeau, sonneur de cloches, carillonneur, croque-mort, directrice de pompes funèbres, directeur de
        pompes funèbres, maître de cérémonie, missionnaire, famille d'accueil, assistante familiale
        """,
    "science": """
        astronome, astrophysicien, astrophysicienne, physicien nucléaire, vulcanologue, volcanologue,
        sismologue, géologue, hydrologue, océanographe, biologiste marin, biologiste marine, glaciologue,
        météorologue, climatologue, paléontologue, archéologue, anthropologue, ethnologue, entomologiste,
        ornithologue, mycologue, botaniste, herpétologue, primatologue, soigneur animalier, soigneuse
        animalière, dompteur, dresseur, virologue, épidémiologiste, cryptologue, actuaire, lexicographe,
        égyptologue, numismate, cartographe, géomètre, aromaticien, goûteur, sommelier, sommelière,
        métallurgiste
        """,
    "law": """
        juge, juge d'instruction, juge aux affaires familiales, juge des enfants, magistrat, magistrate,
        procureur, procureure, avocat général, notaire, huissier, huissier de justice, huissière, greffier,
        greffière, bâtonnier, bâtonnière, interprète en langue des signes, interprète de conférence, traductrice
        assermentée, traducteur assermenté, détective privé, détective privée, mandataire judiciaire, expert
        judiciaire
        """,
    "sport": (
        "footballeur professionnel, rugbyman professionnel, arbitre de football, arbitre de rugby, guide "
        "de haute montagne, moniteur de ski, monitrice de ski, moniteur de voile, monitrice de voile, "
        "moniteur de plongée, pilote de rallye, pilote de course, boxeur, boxeuse, champion olympique, "
        "championne olympique, maître-nageur, maître nageur, toreador, raseteur"
    ),
    "service": (
        "majordome, gouvernante, chef à domicile, voyante, cartomancienne, medium, croupier, croupière, "
        "modèle vivant, gardien d'immeuble, gardienne d'immeuble, concierge d'hôtel, serrurier, "
        "brocanteur, forain, foraine, glacier ambulant, toiletteur, toiletteuse, dératiseur, buraliste, "
        "postière du village, aubergiste, gardien de refuge, gardienne de refuge"
    ),
    "industry": (
        "mineur de fond, mineur, ardoisier, carrier, fondeur, verrier, sidérurgiste, boutefeu, "
        "artificier, égoutier, égoutière, soudeur sous-marin, chaudronnier, chaudronnière, dentellier, "
        "papetier, technicien éolien, foreur, porcelainier, carillonneur"
    ),
}
