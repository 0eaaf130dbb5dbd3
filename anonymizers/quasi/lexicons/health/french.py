"""Conditions, states, treatments and events in French, one phrase a comma. Compiled by hand for this project."""

FRENCH: dict[str, str] = {
    "treatment": (
        "chimio, chimiothérapie, radiothérapie, dialyse, immunothérapie, hormonothérapie, kiné, séances de rayons"
    ),
    "expecting": (
        "attends un bébé, attend un bébé, attends des jumeaux, attend des jumeaux, attendons un bébé, "
        "attends mon premier, attend notre premier, attend son premier, attends une fille, attends un "
        "garçon"
    ),
    "grave": """
        parkinson, maladie de parkinson, alzheimer, maladie d'alzheimer, sclérose en plaques, charcot, maladie
        de charcot, fibromyalgie, endométriose, maladie de crohn, crohn, rectocolite, colopathie, maladie
        coeliaque, leucémie, lymphome, myélome, mélanome, sarcome, pacemaker, stent, stents, pontage, triple
        pontage, mastectomie, hystérectomie, colostomie, stomie, fiv, fausse couche, fausses couches, dépression
        post-partum, schizophrénie, bipolarité, trouble bipolaire, troubles bipolaires, psychose, anorexie,
        boulimie, troubles du comportement alimentaire, stress post-traumatique, tocs, tdah, syndrome de la
        tourette, syndrome d'asperger, dyspraxie, dyscalculie, démence, épilepsie, crise d'épilepsie, crises
        d'épilepsie, infirmité motrice cérébrale, spina bifida, myopathie, mucoviscidose, drépanocytose,
        hémophilie, trisomie, trisomie 21, lupus, ostéoporose, arthrose, polyarthrite, polyarthrite rhumatoïde,
        spondylarthrite, sciatique, scoliose, hernie discale, dmla, glaucome, rétinite pigmentaire,
        rétinopathie, cataracte, acouphènes, maladie de ménière, vertiges, bpco, bronchite chronique, emphysème,
        angine de poitrine, insuffisance cardiaque, insuffisance rénale, insuffisance respiratoire, infarctus,
        crise cardiaque, arrêt cardiaque, arythmie, souffle au coeur, phlébite, embolie pulmonaire, avc,
        accident vasculaire cérébral, anévrisme, rupture d'anévrisme, tumeur au cerveau, tumeur, hépatite,
        cirrhose, calculs rénaux, pancréatite, vih, sida, séropositivité, tuberculose, maladie de lyme, covid
        long, fatigue chronique, douleurs chroniques, hypothyroïdie, hyperthyroïdie, problème de thyroïde,
        problèmes de thyroïde, diabète, diabète de type un, diabète de type deux, diabète de type 1, diabète de
        type 2, diabète gestationnel, psoriasis, eczéma, vitiligo, pelade, septicémie, méningite, encéphalite,
        pneumonie, sarcoïdose, neuropathie, paralysie, paralysie faciale, narcolepsie, apnée du sommeil, apnées
        du sommeil, agoraphobie, asthme, cancer du sein, cancer de la prostate, cancer du côlon, cancer du
        poumon, cancer de la peau, cancer des ovaires, cancer, burn-out, burn out, dépression, crises
        d'angoisse, crise d'angoisse, attaques de panique, tentative de suicide, handicap, handicap moteur,
        handicap visuel, handicap invisible, surdité, cécité, malvoyance, déficience visuelle, déficience
        auditive, prothèse de hanche, prothèse de genou, incontinence, ménopause précoce, hypertension,
        cholestérol, allocation adulte handicapé, aah, pension d'invalidité, rqth, polyarthrite, spasmophilie,
        phlébites, algodystrophie
        """,
    "condition": """
        autisme, dyslexie, anxiété, angoisses, migraine, migraines, allergie, allergies, allergie aux arachides,
        anémie, hernie, ulcère, zona, covid, addiction, alcoolisme, problème d'alcool, problèmes d'alcool,
        phobie, tremblements, tremblement, convulsions, mal de dos, mal au dos, lumbago, dos bloqué, genou en
        vrac, problème de dos, problèmes de dos, problème cardiaque, problèmes cardiaques, problème de coeur,
        problèmes de coeur, problèmes de vue, problème de vue, problèmes d'audition, problèmes de mémoire,
        pertes de mémoire, mauvaise vue, tension, problèmes de tension, mobilité réduite, bégaiement, canal
        carpien, tendinite, fracture, fracture du col du fémur, commotion, ménopause, bouffées de chaleur,
        grossesse, grossesse à risque, grossesse extra-utérine, daltonisme, insomnies, troubles du sommeil,
        trouble du spectre autistique, rechute, maladie auto-immune, maladie rare, maladie génétique, maladie
        chronique, maladie orpheline, longue maladie, ald, affection longue durée, invalidité, déprime,
        traumatisme crânien, maladie du coeur, malformation cardiaque
        """,
    "state": """
        allergique aux arachides, allergique au gluten, allergique au lait, allergique à la pénicilline,
        sourd, sourde, sourds, malentendant, malentendante, sourd d'une oreille, sourde d'une
        oreille, aveugle, non-voyant, non-voyante, malvoyant, malvoyante, daltonien, daltonienne, handicapé,
        handicapée, invalide, infirme, paralysé, paralysée, paraplégique, tétraplégique, hémiplégique, amputé,
        amputée, en fauteuil roulant, en fauteuil, à mobilité réduite, grabataire, alité, alitée, diabétique,
        épileptique, asthmatique, arthritique, anémique, hémophile, coeliaque, intolérant au gluten, intolérante
        au gluten, intolérante au lactose, autiste, asperger, neuroatypique, hypersensible, dyslexique,
        dyspraxique, bipolaire, schizophrène, dépressif, dépressive, suicidaire, anorexique, boulimique,
        agoraphobe, alcoolique, toxicomane, ancien alcoolique, ancienne alcoolique, en rémission, en phase
        terminale, en soins palliatifs, séropositif, séropositive, immunodéprimé, immunodéprimée, enceinte,
        enceinte de jumeaux, ménopausée, stérile, incontinente, obèse, dans le coma, hospitalisé, hospitalisée,
        hospitalisé d'office, trisomique, en arrêt maladie, en longue maladie, en burn-out, en dépression, en
        invalidité, cancéreux, cardiaque, insuffisant rénal, sous oxygène, sous dialyse, dialysé, dialysée,
        greffé, greffée, bègue, atteint d'un cancer, malade du coeur, malade du cancer, reconnu travailleur
        handicapé, reconnue travailleuse handicapée, travailleur handicapé, travailleuse handicapée
        """,
    "aid": """
        antidépresseurs, antidépresseur, anxiolytiques, somnifères, insuline, pompe à insuline, stylo à
        insuline, metformine, statines, anticoagulants, bêta-bloquants, bêtabloquants, cortisone, corticoïdes,
        méthotrexate, sertraline, escitalopram, fluoxétine, prozac, seroplex, deroxat, venlafaxine, lexomil,
        xanax, valium, temesta, stilnox, lithium, risperdal, ritaline, concerta, lyrica, tramadol, morphine,
        codéine, méthadone, subutex, lévothyrox, tamoxifène, traitement hormonal, ventoline, inhalateur,
        aérosol, l-dopa, modopar, dépakine, lamictal, keppra, tégrétol, ozempic, antipsychotiques,
        neuroleptiques, immunosuppresseurs, antidouleurs, anti-douleurs, appareil auditif, appareils auditifs,
        prothèse auditive, prothèses auditives, implant cochléaire, sonotone, fauteuil roulant, fauteuil
        électrique, déambulateur, canne blanche, canne, béquilles, chien guide, prothèse, jambe artificielle,
        corset, cathéter, sonde, lecteur de glycémie, lecteur d'écran, capteur de glycémie, monte escalier,
        carte mobilité inclusion, carte d'invalidité, carte handicapé, carte de stationnement handicapé,
        allocation handicapé, psychothérapie, thérapie, cure de désintoxication, lit médicalisé, bouteille
        d'oxygène
        """,
    "mishap": "opération, chute, accident, greffe, hospitalisation, rééducation",
    "event": """
        opération du coeur, opération du genou, opération de la hanche, opération du dos, intervention
        chirurgicale, greffe, greffe de rein, greffe de foie, greffe du coeur, greffe de moelle, césarienne,
        amputation, biopsie, coloscopie, ivg, avortement, pma, accident du travail, accident de moto, accident
        de voiture, bypass, sleeve, anneau gastrique, transfusion, ablation, ablation du sein
        """,
}
