"""Conditions, states, treatments and events in German, one phrase a comma. Compiled by hand for this project."""

GERMAN: dict[str, str] = {
    "treatment": (
        "chemo, chemotherapie, bestrahlung, strahlentherapie, dialyse, immuntherapie, hormontherapie, "
        "physio, physiotherapie, krankengymnastik"
    ),
    "expecting": (
        "erwarte ein kind, erwarten ein kind, erwartet ein kind, erwarte zwillinge, erwarten zwillinge, "
        "bekomme ein kind, bekommen ein kind, bekomme ein baby, bekommen ein baby, bekommt ein baby"
    ),
    "grave": """
        parkinson, alzheimer, multiple sklerose, ms-erkrankung, als-erkrankung, fibromyalgie, endometriose,
        morbus crohn, colitis, colitis ulcerosa, reizdarm, reizdarmsyndrom, zöliakie, leukämie, lymphom,
        lymphdrüsenkrebs, melanom, hautkrebs, brustkrebs, prostatakrebs, darmkrebs, lungenkrebs,
        bauchspeicheldrüsenkrebs, blutkrebs, krebs, krebserkrankung, krebsdiagnose, herzschrittmacher,
        schrittmacher, stent, stents, bypass, brustamputation, künstlicher darmausgang, stoma, künstliche
        befruchtung, kinderwunschbehandlung, fehlgeburt, fehlgeburten, totgeburt, wochenbettdepression,
        schizophrenie, bipolare störung, psychose, magersucht, bulimie, essstörung, ptbs, posttraumatische
        belastungsstörung, zwangsstörung, angststörung, adhs, ads, tourette, tourette-syndrom, asperger,
        autismus, legasthenie, dyskalkulie, demenz, epilepsie, epileptische anfälle, epileptischer anfall,
        spastik, muskelschwund, muskeldystrophie, mukoviszidose, bluterkrankheit, down-syndrom, trisomie 21,
        lupus, osteoporose, arthrose, rheuma, rheumatoide arthritis, arthritis, morbus bechterew, bechterew,
        ischias, skoliose, bandscheibenvorfall, gicht, makuladegeneration, grüner star, grauer star, glaukom,
        netzhautablösung, tinnitus, morbus menière, schwindelanfälle, copd, lungenemphysem, angina pectoris,
        vorhofflimmern, herzrhythmusstörungen, herzinsuffizienz, herzinfarkt, herzfehler, herzschwäche,
        herzprobleme, herzstillstand, thrombose, lungenembolie, schlaganfall, hirnblutung, gehirnblutung,
        hirntumor, gehirntumor, tumor, aneurysma, hepatitis, leberzirrhose, nierenversagen, niereninsuffizienz,
        nierensteine, gallensteine, hiv, aids, tuberkulose, borreliose, long covid, post covid, chronisches
        erschöpfungssyndrom, chronische schmerzen, schilddrüsenunterfunktion, schilddrüsenüberfunktion,
        hashimoto, diabetes, zucker diabetes, zuckerkrankheit, typ-1-diabetes, typ-2-diabetes, diabetes typ
        eins, diabetes typ zwei, diabetes typ 1, diabetes typ 2, schwangerschaftsdiabetes, schuppenflechte,
        psoriasis, neurodermitis, blutvergiftung, sepsis, hirnhautentzündung, lungenentzündung, sarkoidose,
        polyneuropathie, lähmung, gesichtslähmung, narkolepsie, schlafapnoe, platzangst, asthma, burnout,
        burn-out, depression, depressionen, panikattacken, panikattacke, nervenzusammenbruch, suizidversuch,
        selbstmordversuch, behinderung, schwerbehinderung, gehbehinderung, sehbehinderung, hörschaden, hörsturz,
        schwerhörigkeit, taubheit, blindheit, inkontinenz, bluthochdruck, wechseljahre, künstliche hüfte,
        künstliches knie, pflegegrad, pflegestufe, schwerbehindertenausweis, erwerbsminderungsrente,
        alkoholsucht, alkoholproblem, spielsucht, drogensucht, suchtproblem
        """,
    "condition": """
        ms, migräne, allergie, nussallergie, erdnussallergie, heuschnupfen, blutarmut, leistenbruch,
        magengeschwür, gürtelrose, corona, sucht, phobie, angstzustände, ängste, zittern, tremor, krampfanfälle,
        anfälle, rückenprobleme, rückenleiden, rückenschmerzen, knieprobleme, hüftprobleme, kaputtes knie,
        kaputter rücken, kaputte hüfte, kaputten rücken, schlechte augen, sehprobleme, sehschwäche, hörprobleme,
        gedächtnisprobleme, hohen blutdruck, hoher blutdruck, blutdruck, blutzucker, stottern,
        karpaltunnelsyndrom, sehnenscheidenentzündung, schleudertrauma, oberschenkelhalsbruch, hüftbruch,
        gehirnerschütterung, krampfadern, schilddrüse, hitzewallungen, schwangerschaft, risikoschwangerschaft,
        rot-grün-schwäche, schlafstörungen, schlafprobleme, wahrnehmungsstörung, rückfall, autoimmunerkrankung,
        autoimmunkrankheit, erbkrankheit, chronische krankheit, chronische erkrankung, psychische probleme,
        psychische erkrankung, trauma, herzklappe, herzklappenfehler, lese-rechtschreib-schwäche, lrs
        """,
    "state": """
        allergisch gegen nüsse, allergisch gegen erdnüsse, allergisch gegen penicillin, taub, gehörlos, schwerhörig, fast taub, auf einem ohr taub, blind,
        fast blind, auf einem auge blind, sehbehindert, farbenblind, behindert, schwerbehindert, gehbehindert,
        körperbehindert, gelähmt, halbseitig gelähmt, querschnittsgelähmt, beinamputiert, amputiert,
        rollstuhlfahrer, rollstuhlfahrerin, bettlägerig, pflegebedürftig, diabetiker, diabetikerin, epileptiker,
        epileptikerin, asthmatiker, asthmatikerin, allergiker, allergikerin, bluter, autistisch, autist,
        autistin, neurodivergent, legastheniker, legasthenikerin, bipolar, schizophren, depressiv,
        manisch-depressiv, suizidgefährdet, magersüchtig, alkoholiker, alkoholikerin, trockener alkoholiker,
        trockene alkoholikerin, drogenabhängig, spielsüchtig, todkrank, unheilbar krank, schwerkrank, herzkrank,
        krebskrank, nierenkrank, lungenkrank, psychisch krank, chronisch krank, zuckerkrank, demenzkrank, an
        krebs erkrankt, hiv-positiv, immunsupprimiert, risikopatient, risikopatientin, schwanger, hochschwanger,
        unfruchtbar, inkontinent, fettleibig, im koma, dialysepatient, dialysepatientin, stotterer,
        krankgeschrieben, dement, frühberentet, erwerbsunfähig, berufsunfähig, hochsensibel, schmerzpatient,
        schmerzpatientin, glutenunverträglich, laktoseintolerant, in therapie, in der reha, in der psychiatrie,
        in psychotherapie
        """,
    "aid": """
        antidepressiva, insulin, insulinpumpe, insulinpen, metformin, statine, blutverdünner, marcumar,
        betablocker, kortison, cortison, methotrexat, mtx, sertralin, citalopram, escitalopram, fluoxetin,
        venlafaxin, mirtazapin, amitriptylin, lithium, quetiapin, risperidon, diazepam, valium, tavor, ritalin,
        medikinet, elvanse, lyrica, tramadol, tilidin, morphium, morphin, methadon, l-thyroxin, thyroxin,
        schilddrüsentabletten, tamoxifen, asthmaspray, inhalator, blutdrucktabletten, blutdrucksenker,
        herztabletten, schlaftabletten, beruhigungsmittel, neuroleptika, immunsuppressiva, cortisonspritzen,
        starke schmerzmittel, schmerztabletten, hormonersatztherapie, ozempic, hörgerät, hörgeräte,
        cochlea-implantat, rollstuhl, elektrorollstuhl, e-rollstuhl, rollator, gehstock, gehhilfe, blindenstock,
        blindenhund, blindenführhund, krücken, prothese, beinprothese, armprothese, sauerstoffgerät, katheter,
        blutzuckermessgerät, screenreader, vorlesesoftware, treppenlift, pflegebett, psychotherapie,
        gesprächstherapie, verhaltenstherapie, pflegegeld, krankengeld, behindertenparkausweis,
        behindertenausweis
        """,
    "mishap": "operation, op, sturz, unfall, reha, kur",
    "event": """
        herzoperation, herz-op, knieoperation, knie-op, hüftoperation, hüft-op, rückenoperation, augenoperation,
        augen-op, transplantation, nierentransplantation, lebertransplantation, herztransplantation,
        knochenmarktransplantation, spenderniere, kaiserschnitt, amputation, biopsie, darmspiegelung, abtreibung,
        schwangerschaftsabbruch, arbeitsunfall, motorradunfall, autounfall, magenverkleinerung,
        bluttransfusion, neue hüfte, neues knie, neuen hüfte
        """,
}
