"""Brands and services that are spoken of in every market, one phrase a comma. Compiled by hand for this project."""

INTERNATIONAL: dict[str, str] = {
    "technology": """
        google, gmail, google maps, google docs, google drive, google pay, google play, google chrome, google home,
        google pixel, google nest, google meet, google photos, google translate, google calendar, google classroom,
        google lens, google assistant, chromecast, chromebook, chromebooks, android, android auto, pixel, apple,
        apple pay, apple music, apple tv, apple watch, apple maps, apple store, app store, play store, iphone,
        iphones, ipad, ipads, ipad pro, ipad mini, ipod, macbook, macbook air, macbook pro, imac, mac mini, airpods,
        airtag, airtags, airdrop, icloud, itunes, facetime, imessage, ios, macos, safari, carplay, homepod, face id,
        touch id, microsoft, windows, microsoft teams, microsoft edge, microsoft word, powerpoint, outlook, hotmail,
        onedrive, sharepoint, onenote, office 365, microsoft 365, bing, cortana, xbox, surface pro, skype, linkedin,
        github, gitlab, facebook, facebook marketplace, facebook messenger, messenger, meta, meta quest, oculus,
        instagram, insta, whatsapp, threads, tiktok, snapchat, pinterest, twitter, x, reddit, discord, telegram,
        signal, viber, wechat, bereal, tumblr, twitch, youtube, youtube music, youtube premium, youtube kids, vimeo,
        bluesky, mastodon, truth social, clubhouse, quora, wikipedia, duckduckgo, firefox, mozilla, opera, brave,
        samsung, samsung pay, samsung galaxy, galaxy, galaxy watch, bixby, huawei, xiaomi, redmi, oppo, oneplus,
        honor, motorola, nokia, sony, sony xperia, xperia, playstation, ps4, ps5, nintendo, nintendo switch, wii,
        sega, steam, steam deck, epic games, fortnite, minecraft, roblox, candy crush, wordle, pokemon go, angry
        birds, clash of clans, lg, panasonic, philips, toshiba, hitachi, sharp, hisense, tcl, bosch, siemens, miele,
        dyson, hoover, whirlpool, electrolux, aeg, beko, smeg, delonghi, nespresso, dolce gusto, tassimo,
        sodastream, kenwood, kitchenaid, thermomix, roomba, irobot, shark, vax, tefal, le creuset, tupperware, hp,
        hewlett packard, dell, lenovo, thinkpad, acer, asus, msi, razer, logitech, canon, nikon, epson, brother,
        kodak, gopro, fitbit, garmin, strava, polar, kindle, kobo, fire stick, firestick, fire tablet, fire tv,
        echo, echo dot, echo show, alexa app, ring doorbell, nest, hive, sonos, bose, jbl, beats, sennheiser, bang
        and olufsen, tado, philips hue, smartthings, roku, tivo, intel, amd, nvidia, ibm, oracle, sap, salesforce,
        hubspot, zendesk, adobe, photoshop, acrobat, adobe acrobat, lightroom, indesign, figma, miro, canva, sketch,
        invision, notion, slack, trello, asana, jira, confluence, monday com, airtable, basecamp, dropbox,
        wetransfer, evernote, zoom, webex, gotomeeting, calendly, doodle, mailchimp, typeform, surveymonkey, survey
        monkey, qualtrics, hotjar, maze, dovetail, usertesting, wordpress, wix, squarespace, shopify, wordfence,
        godaddy, lastpass, onepassword, dashlane, bitwarden, norton, mcafee, kaspersky, avast, nordvpn, expressvpn,
        cloudflare, akamai, chatgpt, chat gpt, openai, gemini, copilot, deepl, grammarly, duolingo, babbel, rosetta
        stone, memrise, khan academy, coursera, udemy, quizlet, shazam, siri, autocad, excel, cookiebot, captcha,
        recaptcha, docusign, okta, authy, yubikey, what three words, what3words
        """,
    "streaming": """
        netflix, prime video, amazon prime, amazon prime video, amazon music, disney plus, disney, disney channel,
        hulu, hbo, hbo max, paramount plus, paramount, peacock, mubi, crunchyroll, dazn, eurosport, espn, spotify,
        deezer, tidal, soundcloud, audible, apple podcasts, pandora, bandcamp, napster, plex, kodi, curiosity
        stream, discovery plus, mtv, cnn, national geographic, marvel, pixar, lego, harry potter, star wars, peppa
        pig, bluey, paw patrol
        """,
    "money": """
        paypal, visa, mastercard, maestro, american express, amex, diners club, western union, moneygram, wise,
        transferwise, revolut, n26, klarna, clearpay, afterpay, stripe, sumup, zettle, izettle, square, worldpay,
        adyen, venmo, cash app, zelle, skrill, payoneer, coinbase, binance, kraken, bitcoin, etoro, trading 212,
        robinhood, interactive brokers, degiro, vanguard, blackrock, fidelity, hsbc, santander, ing, citibank, citi,
        deutsche bank, bnp paribas, ubs, credit suisse, barclays, jp morgan, goldman sachs, morgan stanley, chase,
        wells fargo, bank of america, capital one, aviva, axa, allianz, zurich, generali, aig, metlife, mapfre,
        moodys, experian, equifax, transunion, quickbooks, sage, xero, freshbooks
        """,
    "shops": """
        amazon, amazon fresh, amazon locker, ebay, etsy, aliexpress, alibaba, temu, shein, wish, vinted, depop,
        asos, zalando, zara, h and m, hm, primark, uniqlo, mango, bershka, pull and bear, stradivarius, massimo
        dutti, levi's, levis, wrangler, diesel, benetton, gap, old navy, ralph lauren, tommy hilfiger, calvin klein,
        hugo boss, lacoste, armani, gucci, prada, louis vuitton, chanel, dior, hermes, burberry, versace, moncler,
        north face, the north face, patagonia, columbia, timberland, dr martens, doc martens, clarks, birkenstock,
        crocs, converse, vans, nike, adidas, puma, reebok, new balance, asics, under armour, lululemon, gymshark,
        decathlon, foot locker, ikea, aldi, lidl, spar, carrefour, auchan, costco, walmart, target, home depot, best
        buy, tk maxx, h&m, sephora, body shop, the body shop, lush, yves rocher, loreal, l'oreal, nivea, garnier,
        maybelline, dove, gillette, colgate, oral b, pantene, avon, estee lauder, clinique, mac cosmetics, rituals,
        pandora jewellery, swarovski, rolex, omega, swatch, casio, seiko, tag heuer, cartier, tiffany, ray ban,
        oakley, specsavers, samsonite, moleskine, bic, staples, flying tiger, tiger, muji, toys r us, build a bear,
        hamleys, mattel, hasbro, barbie, playmobil, fisher price, sylvanian families, warhammer, games workshop,
        funko, pokemon
        """,
    "travel": """
        uber, uber eats, lyft, bolt, free now, freenow, blablacar, bla bla car, airbnb, booking com, booking dot
        com, expedia, hotels com, trivago, tripadvisor, trip advisor, agoda, kayak, skyscanner, opodo, edreams,
        lastminute, lastminute com, vrbo, hostelworld, couchsurfing, trainline, the trainline, omio, rome2rio,
        eurostar, flixbus, eurolines, interrail, ryanair, easyjet, easy jet, wizz air, vueling, iberia, british
        airways, lufthansa, air france, klm, swiss, austrian airlines, tap, alitalia, sas, norwegian, finnair,
        emirates, qatar airways, etihad, turkish airlines, delta, united airlines, american airlines, southwest,
        jetblue, air canada, qantas, singapore airlines, cathay pacific, hilton, marriott, holiday inn, ibis,
        novotel, accor, mercure, sofitel, hyatt, radisson, best western, intercontinental, four seasons, ritz, club
        med, center parcs, eurocamp, hertz, avis, europcar, sixt, enterprise rent a car, budget, zipcar, lime, voi,
        tier, dott, bird scooters, citymapper, waze, tomtom, google earth, street view, p and o, royal caribbean,
        msc cruises, costa cruises, tui, thomas cook, booking, getyourguide, polarsteps, here maps
        """,
    "cars": """
        volkswagen, vw, vw golf, polo, passat, tiguan, id3, audi, bmw, mini cooper, mini, mercedes benz, smart car,
        porsche, opel, vauxhall, vauxhall corsa, corsa, astra, ford, ford fiesta, fiesta, ford focus, focus, ford
        transit, transit van, mondeo, kuga, puma, peugeot, citroen, c3, ds, renault, renault clio, clio, megane,
        twingo, zoe, kangoo, dacia, duster, sandero, alpine, fiat, fiat 500, panda, punto, alfa romeo, lancia,
        ferrari, lamborghini, maserati, seat, ibiza, leon, cupra, skoda, fabia, octavia, superb, volvo, saab,
        polestar, toyota, yaris, corolla, prius, aygo, honda, honda civic, civic, jazz, nissan, nissan leaf, leaf,
        qashqai, juke, micra, mazda, mitsubishi, subaru, suzuki, swift, hyundai, ioniq, tucson, kia, kia picanto,
        picanto, sportage, niro, tesla, tesla model 3, model y, byd, mg, land rover, range rover, jaguar, bentley,
        rolls royce, aston martin, lotus, mclaren, jeep, chevrolet, chrysler, dodge, cadillac, harley davidson,
        yamaha, ducati, kawasaki, vespa, piaggio, brompton, cowboy, michelin, pirelli, goodyear, bridgestone,
        continental, castrol, kwik fit, shell, bp, esso, total, texaco, chargepoint, ionity, jcb, john deere,
        caterpillar, massey ferguson
        """,
    "food": """
        coca cola, coke, diet coke, coke zero, pepsi, pepsi max, fanta, sprite, seven up, dr pepper, red bull,
        monster energy, lucozade, schweppes, evian, perrier, vittel, volvic, san pellegrino, nescafe, lavazza, illy,
        starbucks, costa, mcdonald's, mcdonalds, maccies, burger king, kfc, subway, five guys, pizza hut, domino's,
        dominos, papa johns, taco bell, wendy's, dunkin donuts, krispy kreme, ben and jerry's, haagen dazs, magnum,
        cornetto, walls, nestle, kitkat, kit kat, mars, mars bar, snickers, twix, bounty, milky way, maltesers, m
        and ms, m&ms, smarties, toblerone, milka, lindt, ferrero, ferrero rocher, nutella, kinder, kinder egg,
        cadbury, cadbury's, oreo, pringles, doritos, lay's, walkers, heinz, heinz ketchup, hellmann's, knorr, maggi,
        kellogg's, kelloggs, corn flakes, special k, coco pops, rice krispies, weetabix, danone, activia, actimel,
        yakult, philadelphia, babybel, kraft, barilla, uncle ben's, old el paso, birds eye, findus, haribo, chupa
        chups, mentos, tic tac, heineken, guinness, carlsberg, stella artois, budweiser, corona beer, peroni,
        amstel, bacardi, smirnoff, absolut, gordon's gin, jack daniel's, jack daniels, jim beam, johnnie walker,
        captain morgan, jose cuervo, hendrick's, martini, campari, aperol, baileys, pimm's, moet, veuve clicquot,
        dom perignon, hello fresh, hellofresh, gousto, too good to go, just eat, deliveroo, glovo, doordash,
        foodora, wolt, oatly, alpro, quorn, beyond meat, huel, weight watchers, slimming world, myfitnesspal, my
        fitness pal, herbalife, noom, calm, headspace, tinder, bumble, hinge, grindr, match com, okcupid, badoo,
        happn, pampers, huggies, tena, durex, tampax, always ultra, kleenex, andrex, fairy liquid, persil, ariel,
        vanish, febreze, finish, calgon, domestos, ajax, cillit bang, mr muscle, nurofen, panadol, calpol, voltarol,
        voltaren, aspirin, strepsils, imodium, gaviscon, rennie, vicks, compeed, bepanthen
        """,
    "parcels": "dhl, ups, fedex, dpd, gls, tnt, hermes parcel, yodel, amazon logistics, inpost",
    "energy": (
        "edf, edf energy, e.on, eon, eon next, rwe, engie, iberdrola, enel, vattenfall, tesla powerwall, "
        "powerwall, vaillant, viessmann, worcester bosch"
    ),
    "telecoms": "vodafone, orange, three, t mobile, telefonica, o2, lycamobile, lebara, skype out, starlink",
}
