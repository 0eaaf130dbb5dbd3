"""Brands and services of Germany, Austria and Switzerland, one phrase a comma. Compiled by hand for this project."""

GERMAN: dict[str, str] = {
    "shops": """
        edeka, rewe, rewe city, rewe to go, aldi süd, aldi nord, aldi, lidl, lidl plus, netto, penny, kaufland,
        real, norma, tegut, globus, famila, marktkauf, combi, hit, v-markt, alnatura, denns, denn's, biomarkt,
        basic, reformhaus, tchibo, eduscho, dm, dm drogerie, dm markt, rossmann, müller, müller drogerie, budni,
        budnikowski, douglas, flaconi, karstadt, kaufhof, galeria, galeria kaufhof, kadewe, breuninger, ludwig beck,
        peek und cloppenburg, peek & cloppenburg, c und a, c&a, h und m, kik, takko, ernsting's family, ernstings
        family, nkd, new yorker, s.oliver, s oliver, tom tailor, esprit, gerry weber, marc o'polo, street one,
        cecil, bonprix, deichmann, reno, görtz, salamander, otto, otto versand, otto.de, baur, heine, klingel,
        quelle, neckermann, about you, zalando, zalando lounge, limango, mytoys, tausendkind, jako-o, ebay
        kleinanzeigen, kleinanzeigen, quoka, markt de, momox, rebuy, medimops, backmarket, media markt, mediamarkt,
        saturn, conrad, expert, euronics, cyberport, notebooksbilliger, alternate, mindfactory, idealo, check24,
        check 24, verivox, geizhals, billiger.de, mydealz, payback, deutschlandcard, obi, bauhaus, hornbach, toom,
        hagebau, hagebaumarkt, globus baumarkt, hellweg, raiffeisen markt, dehner, pflanzen kölle, fressnapf,
        zooplus, futterhaus, ikea, xxxlutz, xxl lutz, möbel lutz, höffner, poco, roller, porta, segmüller, möbel
        kraft, home24, westwing, dänisches bettenlager, jysk, depot, butlers, nanu-nana, woolworth, tedi, mäc-geiz,
        action, thalia, hugendubel, mayersche, weltbild, buecher.de, bol, smyths, toys, intersport, sportscheck,
        decathlon, globetrotter, bergfreunde, jack wolfskin, vaude, deuter, adidas, puma, birkenstock, fielmann,
        apollo, apollo optik, mister spex, eyes and more, docmorris, doc morris, shop apotheke, medpex, apo
        discounter, sanicare, flaschenpost, picnic, gorillas, flink, getir, lieferando, foodpanda, lieferheld,
        delivery hero, hello fresh, marley spoon, mymuesli, nordsee, backwerk, kamps, le crobag, ditsch, vapiano,
        hans im glück, block house, maredo, mövenpick, l'osteria, dean & david, tank & rast, haribo, ritter sport,
        milka, katjes, storck, merci, toffifee, hanuta, duplo, knoppers, kinder riegel, bahlsen, leibniz, lorenz,
        funny-frisch, funny frisch, dr. oetker, dr oetker, doktor oetker, maggi, knorr, rügenwalder, rügenwalder
        mühle, iglo, frosta, wagner pizza, gustavo gusto, landliebe, weihenstephan, ehrmann, zott, müllermilch,
        müller milch, almighurt, rama, kerrygold, du darfst, bärenmarke, jacobs krönung, jacobs, dallmayr, melitta,
        senseo, teekanne, meßmer, gerolsteiner, apollinaris, adelholzener, volvic, bionade, fritz kola, fritz-kola,
        club mate, spezi, paulaner, augustiner, erdinger, franziskaner, beck's, becks, warsteiner, krombacher,
        bitburger, veltins, jever, radeberger, hasseröder, flensburger, astra, rothaus, tannenzäpfle, rotkäppchen,
        jägermeister, nivea, tempo, zewa, hipp, alete, bübchen, penaten, persil, spee, frosch, spülmittel pril,
        pril, miele, bosch, siemens, braun, wmf, fissler, zwilling, vorwerk, thermomix, kobold, kärcher, stihl,
        gardena, würth, hilti, tesa, uhu, pelikan, lamy, faber castell, faber-castell, edding, leitz, steiff,
        playmobil, ravensburger, schleich, tonies, toniebox, tiptoi, spar österreich, billa, hofer, merkur, bipa,
        migros, coop, denner, manor, globus schweiz, ochsner, digitec, galaxus, ricardo, willhaben, tutti
        """,
    "money": """
        sparkasse, stadtsparkasse, kreissparkasse, haspa, hamburger sparkasse, berliner sparkasse, volksbank,
        raiffeisenbank, volksbanken raiffeisenbanken, vr bank, deutsche bank, postbank, commerzbank, comdirect,
        dresdner bank, hypovereinsbank, unicredit, ing, ing diba, ing-diba, dkb, deutsche kreditbank, n26,
        norisbank, targobank, santander, consorsbank, 1822direkt, sparda bank, sparda-bank, psd bank, gls bank, gls,
        ethikbank, tomorrow bank, bunq, c24, c24 bank, vivid, trade republic, scalable, scalable capital, flatex,
        smartbroker, onvista, degiro, union investment, deka, dws, bausparkasse, schwäbisch hall, wüstenrot, lbs,
        kfw, schufa, giropay, paydirekt, sofortüberweisung, klarna, sofort, girocard, ec karte, ec-karte, allianz,
        axa, huk, huk coburg, huk-coburg, huk24, ergo, debeka, r+v, r und v, gothaer, signal iduna, provinzial, lvm,
        devk, adac, adac versicherung, cosmosdirekt, cosmos direkt, hdi, vhv, württembergische, generali
        deutschland, nürnberger versicherung, barmenia, hansemerkur, hanse merkur, alte leipziger, die bayerische,
        getsafe, wefox, lemonade, clark, friday, coya, ottonova, aok, barmer, barmer gek, techniker krankenkasse,
        techniker, die techniker, tk, dak, dak gesundheit, ikk, ikk classic, bkk, knappschaft, hkk, kkh, mobil
        krankenkasse, sbk, big direkt, elster, taxfix, wiso, wiso steuer, smartsteuer, steuerbot, finanzamt,
        arbeitsagentur, agentur für arbeit, jobcenter, rentenversicherung, deutsche rentenversicherung, bafög,
        minijob zentrale, immoscout, immobilienscout, immobilienscout24, immoscout24, immowelt, immonet, wg gesucht,
        vonovia, deutsche wohnen, saga gwg, interhyp, dr klein, erste bank, bawag, raiffeisen, bank austria, ubs,
        credit suisse, postfinance, zkb, twint, neon bank, doctolib, jameda, teleclinic, ada health, corona warn
        app, elektronische patientenakte, ausweisapp, id austria
        """,
    "telecoms": (
        "telekom, deutsche telekom, magenta, magentatv, magenta tv, t-mobile, t-online, t online, d1, d2, "
        "vodafone, kabel deutschland, unitymedia, o2, e-plus, base, congstar, klarmobil, freenet, freenet "
        "tv, mobilcom, mobilcom debitel, debitel, blau, blau.de, simyo, fonic, aldi talk, alditalk, lidl "
        "connect, edeka smart, penny mobil, tchibo mobil, ay yildiz, ortel, lebara, winsim, simplytel, "
        "drillisch, sim.de, yourfone, fraenk, 1und1, 1&1, eins und eins, gmx, web.de, web de, strato, "
        "ionos, pyur, netcologne, m-net, ewe tel, fritzbox, fritz box, avm, speedport, swisscom, salt, "
        "sunrise, a1, drei, magenta österreich, spusu, hot telekom"
    ),
    "energy": (
        "e.on, eon, rwe, enbw, yello, yello strom, vattenfall, stadtwerke, lichtblick, naturstrom, "
        "greenpeace energy, green planet energy, polarstern, ews schönau, entega, mainova, swm, "
        "rheinenergie, ewe, enercity, lekker energie, lekker, eprimo, e wie einfach, grünwelt, stromio, "
        "voxenergie, tibber, octopus energy, ostrom, awattar, wien energie, verbund, lew, envia m, "
        "enviam, süwag, netze bw, bayernwerk, techem, ista, minol, vaillant, viessmann, buderus, junkers, "
        "wolf heizung, stiebel eltron, aral, shell, jet, total, star tankstelle, agip, omv, allego, enbw "
        "mobility, ionity, maingau"
    ),
    "media": """
        ard, zdf, ard mediathek, zdf mediathek, das erste, tagesschau, tagesschau app, wdr, ndr, mdr, br, swr, hr,
        rbb, radio bremen, arte, 3sat, phoenix, kika, deutschlandfunk, orf, srf, rtl, rtl plus, rtl+, tvnow, tv now,
        sat.1, sat1, pro sieben, prosieben, pro7, vox, kabel eins, kabel1, rtl zwei, rtl2, super rtl, sixx, n-tv,
        ntv, welt, dmax, tele 5, sport1, joyn, joyn plus, waipu, waipu tv, zattoo, sky, sky ticket, wow, sky
        deutschland, premiere, dazn, magenta sport, maxdome, tatort, lindenstraße, gzsz, wetten dass, wer wird
        millionär, dschungelcamp, traumschiff, sturm der liebe, heute show, tagesthemen, spiegel, der spiegel,
        spiegel online, stern, focus, die zeit, zeit online, faz, frankfurter allgemeine, süddeutsche, süddeutsche
        zeitung, sz, bild, bild zeitung, bild-zeitung, bild plus, taz, handelsblatt, tagesspiegel, berliner zeitung,
        morgenpost, abendblatt, hamburger abendblatt, rheinische post, waz, express köln, kicker, bravo, brigitte,
        gala, bunte, freundin, hörzu, tv movie, tv spielfilm, apotheken umschau, stiftung warentest, warentest,
        öko-test, test.de, finanztip, chefkoch, kitchen stories, wetter online, wetteronline, wetter.com,
        kachelmannwetter, gute frage, gutefrage, xing, stepstone, indeed, kununu, studivz, parship, elitepartner,
        lovescout, neu.de, lotto 24, lotto24, lottoland, tipico, bwin, aktion mensch, eventim, ticketmaster,
        reservix, cinemaxx, uci, cinestar, kinopolis, mcfit, fitx, fit x, fitness first, clever fit, john reed,
        urban sports club, urban sports, freeletics, runtastic, komoot, outdooractive, europa park, europa-park,
        phantasialand, heide park, legoland, miniatur wunderland, alpenverein, bvb, fc bayern
        """,
    "travel": """
        deutsche bahn, db, die bahn, db navigator, bahn.de, bahncard, bahncard 25, bahncard 50, ice, intercity, ic,
        regionalexpress, s-bahn, u-bahn, deutschlandticket, 49 euro ticket, 9 euro ticket, flixtrain, flixbus,
        westbahn, öbb, sbb, bvg, hvv, mvv, mvg, rmv, vrr, vbb, vrs, kvb, vgn, vvs, lufthansa, eurowings,
        germanwings, condor, tuifly, air berlin, swiss, austrian, tui, alltours, dertour, fti, neckermann reisen, ab
        in den urlaub, holidaycheck, holiday check, urlaubspiraten, check24 reisen, aida, mein schiff, hurtigruten,
        a-rosa, robinson club, center parcs, motel one, a&o hostels, meininger, b&b hotels, maritim, dorint,
        steigenberger, leonardo, jugendherberge, djh, fewo direkt, fewo-direkt, fewo, adac, avd, sixt, europcar,
        share now, sharenow, car2go, drivenow, miles, cambio, stadtmobil, flinkster, moia, free now, mytaxi,
        clevershuttle, nextbike, call a bike, swapfiets, tier, lime, voi, jobrad, vw, volkswagen, audi, bmw,
        mercedes-benz, opel, porsche, smart, trabant, mobile.de, mobile de, autoscout, autoscout24, heycar,
        wirkaufendeinauto, wir kaufen dein auto, atu, a.t.u, pitstop, euromaster, vergölst, reifen direkt, tüv,
        dekra, dhl, dhl packstation, packstation, deutsche post, die post, post, hermes, dpd, gls, ups,
        österreichische post, schweizer post
        """,
}
