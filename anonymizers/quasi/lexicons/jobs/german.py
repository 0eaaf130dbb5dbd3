"""Jobs that few people have, by sector in German, one phrase a comma. Compiled by hand for this project."""

GERMAN: dict[str, str] = {
    "public": """
        schleusenwärter, schleusenwärterin, feuerwehrmann, feuerwehrfrau, leuchtturmwärter, leuchtturmwärterin,
        bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin, ortsvorsteher, ortsvorsteherin,
        landrat, landrätin, stadtrat, stadträtin, stadtarchivar, stadtarchivarin, archivar, archivarin,
        standesbeamter, standesbeamtin, förster, försterin, revierförster, revierförsterin, gefängnisdirektor,
        gefängnisdirektorin, justizvollzugsbeamter, justizvollzugsbeamtin, kommissar, kommissarin,
        kriminalkommissar, kriminalkommissarin, hundeführer, hundeführerin, zöllner, zöllnerin, zollbeamter,
        zollbeamtin, diplomat, diplomatin, botschafter, botschafterin, abgeordneter, abgeordnete,
        bundestagsabgeordneter, bundestagsabgeordnete, museumsdirektor, museumsdirektorin, kurator, kuratorin,
        restaurator, restauratorin, friedhofsgärtner, friedhofsverwalter, totengräber, rechtsmediziner,
        rechtsmedizinerin, fluglotse, fluglotsin, hafenmeister, hafenmeisterin, amtstierarzt, amtsärztin,
        amtsarzt, steuerprüfer, steuerprüferin, betriebsprüfer, betriebsprüferin, brandmeister, wehrführer,
        kommandant der feuerwehr, brückenwärter, schülerlotse, schülerlotsin, deichgraf, kampfmittelräumer,
        u-bootfahrer, berufssoldat, militärpfarrer, gleichstellungsbeauftragte, denkmalpfleger,
        denkmalpflegerin, bahnwärter, klärwärter, naturschutzbeauftragter, ranger, rangerin, jagdaufseher,
        schornsteinfeger, schornsteinfegerin, bezirksschornsteinfeger, kaminkehrer, kaminkehrerin
        """,
    "craft": """
        hufschmied, hufschmiedin, schmied, kunstschmied, böttcher, küfer, sattler, sattlerin, schuhmacher,
        schuhmacherin, hutmacher, hutmacherin, putzmacherin, handschuhmacher, buchbinder, buchbinderin,
        kalligraf, glasbläser, glasbläserin, glasmaler, töpfer, töpferin, keramiker, keramikerin, korbmacher,
        korbflechter, korbflechterin, weber, weberin, klöpplerin, polsterer, polsterin, kunsttischler,
        drechsler, drechslerin, holzschnitzer, holzschnitzerin, bildhauer, bildhauerin, steinmetz, steinmetzin,
        reetdachdecker, orgelbauer, orgelbauerin, klavierbauer, klavierbauerin, klavierstimmer,
        klavierstimmerin, geigenbauer, geigenbauerin, gitarrenbauer, instrumentenbauer, instrumentenbauerin,
        glockengießer, uhrmacher, uhrmacherin, goldschmied, goldschmiedin, silberschmied, graveur, graveurin,
        messerschmied, büchsenmacher, präparator, präparatorin, gerber, kerzenzieher, seifensieder,
        perückenmacher, maskenbildner, maskenbildnerin, puppenspieler, käser, käserin, chocolatier, brauer,
        braumeister, braumeisterin, brenner, schnapsbrenner, winzer, winzerin, kellermeister, bootsbauer,
        bootsbauerin, segelmacher, segelmacherin, vergolder, vergolderin, müller, müllerin, schneidermeister,
        kürschner, kürschnerin, wagner, seiler, zinngießer, parfümeur, spielzeugmacher
        """,
    "farm": """
        imker, imkerin, schäfer, schäferin, milchbauer, milchbäuerin, bergbauer, bergbäuerin, biobauer,
        biobäuerin, landwirt, landwirtin, bauer, bäuerin, ziegenbauer, schweinezüchter, schweinezüchterin,
        pferdezüchter, pferdezüchterin, alpakazüchter, fischzüchter, fischer, fischerin, krabbenfischer,
        hochseefischer, teichwirt, senner, sennerin, almwirt, hopfenbauer, spargelbauer, weinbauer, obstbauer,
        obstbäuerin, gärtnermeister, baumpfleger, baumpflegerin, jäger, berufsjäger, falkner, falknerin,
        waldarbeiter, jockey, pferdewirt, pferdewirtin, hufpfleger, hundezüchter, hundezüchterin, schafscherer,
        melker, melkerin
        """,
    "health": """
        neurochirurg, neurochirurgin, herzchirurg, herzchirurgin, chirurg, chirurgin, onkologe, onkologin,
        kardiologe, kardiologin, neurologe, neurologin, anästhesist, anästhesistin, kinderchirurg,
        kinderpsychologin, kinderpsychologe, psychiater, psychiaterin, radiologe, radiologin, humangenetiker,
        humangenetikerin, hebamme, entbindungspfleger, logopäde, logopädin, orthoptist, orthoptistin,
        zahntechniker, zahntechnikerin, orthopädietechniker, osteopath, osteopathin, heilpraktiker,
        heilpraktikerin, hypnosetherapeut, musiktherapeut, musiktherapeutin, kunsttherapeutin, hospizschwester,
        palliativschwester, gemeindeschwester, oberschwester, stationsleiterin, stationsleiter, chefarzt,
        chefärztin, oberarzt, oberärztin, landarzt, landärztin, tierarzt für pferde, pferdetierärztin,
        zootierarzt, bestatter, bestatterin, notarzt, notärztin, rettungsflieger, kardiotechniker
        """,
    "education": """
        schulleiter, schulleiterin, konrektor, konrektorin, rektor, rektorin, oberstufenleiter,
        oberstufenleiterin, oberstudiendirektor, oberstudiendirektorin, oberstudienrat, oberstudienrätin,
        lateinlehrer, lateinlehrerin, griechischlehrer, griechischlehrerin, harfenlehrerin, gehörlosenlehrer,
        gehörlosenlehrerin, schulrat, schulrätin, dekan, dekanin, professor, professorin, privatdozent,
        privatdozentin, kanzler der uni, kanzlerin der uni, kita-leiterin, kita-leiter, kitaleiterin,
        kitaleiter, internatsleiter, fahrprüfer, gebärdensprachlehrerin, waldpädagogin, musikschulleiter,
        musikschulleiterin, mensafrau
        """,
    "transport": """
        fährmann, fährkapitän, kapitän, kapitänin, binnenschiffer, binnenschifferin, lotse, hafenlotse, matrose,
        schiffsmechaniker, pilot, pilotin, hubschrauberpilot, hubschrauberpilotin, ballonfahrer, ballonpilot,
        flugbegleiter, flugbegleiterin, stewardess, lokführer, lokführerin, lokomotivführer, straßenbahnfahrer,
        straßenbahnfahrerin, u-bahn-fahrer, u-bahn-fahrerin, zugbegleiter, zugbegleiterin, bahnhofsvorsteher,
        stellwerker, fahrdienstleiter, fahrdienstleiterin, taucher, berufstaucher, kranführer, kranführerin,
        pistenraupenfahrer, seilbahnführer, kutscher, kutscherin, bestattungsfahrer, schneepflugfahrer
        """,
    "arts": """
        schauspieler, schauspielerin, stuntman, stuntfrau, puppenspielerin, bauchredner, zauberer,
        zauberkünstler, clown, artist, trapezkünstlerin, balletttänzer, balletttänzerin, choreograf,
        choreografin, opernsänger, opernsängerin, sopranistin, tenor, bassist, pianist, pianistin, geiger,
        geigerin, bratschist, bratschistin, cellist, cellistin, harfenist, harfenistin, oboist, oboistin,
        fagottist, fagottistin, flötist, flötistin, klarinettist, klarinettistin, posaunist, paukist, organist,
        organistin, kantor, kantorin, dirigent, dirigentin, chorleiter, chorleiterin, komponist, komponistin,
        liedermacher, liedermacherin, schriftsteller, schriftstellerin, dichter, lyriker, lyrikerin,
        kinderbuchautor, kinderbuchautorin, krimiautor, krimiautorin, drehbuchautor, drehbuchautorin,
        illustrator, illustratorin, comiczeichner, comiczeichnerin, kunstmaler, kunstmalerin, malerin,
        tätowierer, tätowiererin, tierfotograf, kriegsreporter, kriegsreporterin, regisseur, regisseurin,
        tonmeister, tonmeisterin, kameramann, kamerafrau, bühnenbildner, bühnenbildnerin, kostümbildner,
        kostümbildnerin, souffleuse, inspizient, intendant, intendantin, auktionator, auktionatorin, antiquar,
        antiquarin, antiquitätenhändler, wetterfee, nachrichtensprecher, nachrichtensprecherin, radiomoderator,
        radiomoderatorin
        """,
    "community": (
        "pfarrer, pfarrerin, pastor, pastorin, pastoralreferent, pastoralreferentin, diakon, diakonin, "
        "küster, küsterin, mesner, mesnerin, bischof, bischöfin, priester, nonne, mönch, ordensschwester, "
        "abt, äbtissin, imam, rabbiner, rabbinerin, glöckner, trauerredner, trauerrednerin, missionar, "
        "missionarin, dorfhelferin, pflegemutter, pflegevater"
    ),
    "science": """
        astronom, astronomin, astrophysiker, astrophysikerin, kernphysiker, kernphysikerin, vulkanologe,
        vulkanologin, geologe, geologin, ozeanograf, ozeanografin, meeresbiologe, meeresbiologin, polarforscher,
        polarforscherin, meteorologe, meteorologin, paläontologe, paläontologin, archäologe, archäologin,
        ethnologe, ethnologin, insektenforscher, ornithologe, ornithologin, botaniker, botanikerin, tierpfleger
        im zoo, tierpflegerin im zoo, tierpfleger, tierpflegerin, dompteur, virologe, virologin, epidemiologe,
        epidemiologin, ägyptologe, ägyptologin, numismatiker, kartograf, kartografin, sprachforscher,
        lexikograf, aktuar, aktuarin, sommelier, sommelière, lebensmittelchemiker, lebensmittelchemikerin,
        kriminaltechniker, kriminaltechnikerin, fledermauskundlerin
        """,
    "law": (
        "richter, richterin, familienrichter, familienrichterin, amtsrichter, amtsrichterin, "
        "staatsanwalt, staatsanwältin, notar, notarin, patentanwalt, patentanwältin, gerichtsvollzieher, "
        "gerichtsvollzieherin, rechtspfleger, rechtspflegerin, gerichtsdolmetscher, "
        "gerichtsdolmetscherin, gebärdensprachdolmetscher, gebärdensprachdolmetscherin, privatdetektiv, "
        "privatdetektivin, insolvenzverwalter, schöffe, schöffin"
    ),
    "sport": (
        "profifußballer, profifußballerin, fußballschiedsrichter, schiedsrichter, schiedsrichterin, "
        "bergführer, bergführerin, skilehrer, skilehrerin, tauchlehrer, tauchlehrerin, segellehrer, "
        "rennfahrer, boxer, olympiasieger, olympiasiegerin, schachgroßmeister, platzwart, bademeister, "
        "bademeisterin, reitlehrerin, springreiterin, greenkeeper"
    ),
    "service": (
        "butler, hauswirtschafterin, privatkoch, wahrsagerin, kartenlegerin, croupier, aktmodell, "
        "schlüsseldienst, kammerjäger, hundefriseurin, hüttenwirt, hüttenwirtin, gastwirt, gastwirtin, "
        "wirt vom, wirtin vom, marktfrau, schausteller, schaustellerin, pfandleiher, nachtwächter, "
        "stadtführerin, stadtführer, kinobetreiber, posthalter"
    ),
    "industry": (
        "bergmann, bergarbeiter, steiger, hauer, stahlkocher, hüttenarbeiter, gießer, sprengmeister, "
        "sprengmeisterin, kanalarbeiter, unterwasserschweißer, windkraftmonteur, schiffbauer, "
        "papiermacher, salzsieder, porzellanmaler, porzellanmalerin, talsperrenwärter, glasmacher, "
        "köhler, köhlerin"
    ),
}
