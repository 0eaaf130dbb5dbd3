"""Brands and services of the United Kingdom and Ireland, one phrase a comma. Compiled by hand for this project."""

BRITISH: dict[str, str] = {
    "shops": """
        tesco, tesco express, tesco extra, tesco metro, clubcard, sainsbury's, sainsburys, sainsbury, nectar, nectar
        card, nectar points, asda, asda george, morrisons, waitrose, waitrose and partners, john lewis, john lewis
        partnership, marks and spencer, marks and sparks, marks & spencer, m and s, m&s, ocado, iceland, co op,
        co-op, coop, the co op, farmfoods, heron foods, booths, budgens, londis, nisa, costcutter, premier stores,
        one stop, mccoll's, mccolls, spar, booker, makro, fortnum and mason, harrods, selfridges, harvey nichols,
        liberty, fenwick, debenhams, house of fraser, bhs, woolworths, woolies, argos, currys, pc world, dixons,
        carphone warehouse, richer sounds, maplin, cex, game, hmv, wh smith, whsmith, w h smith, smiths,
        waterstones, blackwell's, the works, paperchase, rymans, ryman, card factory, clintons, moonpig, funky
        pigeon, hotel chocolat, thorntons, boots, boots advantage, advantage card, boots the chemist, superdrug,
        lloyds pharmacy, well pharmacy, pharmacy2u, savers, holland and barrett, holland & barrett, vision express,
        boots opticians, b and q, b&q, bandq, homebase, wickes, screwfix, toolstation, travis perkins, jewson,
        halfords, kwik fit, the range, dunelm, wilko, wilkinsons, b and m, b&m, home bargains, poundland,
        poundstretcher, robert dyas, lakeland, habitat, dfs, scs, sofology, furniture village, oak furnitureland,
        made com, wayfair, dreams, bensons for beds, bensons, carpetright, magnet kitchens, wren kitchens, howdens,
        next, next directory, river island, topshop, topman, dorothy perkins, miss selfridge, evans, new look,
        peacocks, matalan, george at asda, tu clothing, f and f, fat face, fatface, white stuff, joules, barbour,
        seasalt, boden, mini boden, jojo maman bebe, mothercare, mamas and papas, monsoon, accessorize, oasis,
        warehouse, phase eight, hobbs, karen millen, ted baker, jack wills, superdry, reiss, all saints, cos,
        jigsaw, jd sports, sports direct, go outdoors, mountain warehouse, blacks, cotswold outdoor, trespass, pets
        at home, jollyes, dobbies, crocus, notcutts, timpson, timpsons, snappy snaps, snapfish, photobox,
        vistaprint, boohoo, pretty little thing, plt, missguided, very, very co uk, littlewoods, freemans, studio,
        simply be, jd williams, figleaves, ann summers, la redoute, gumtree, freecycle, facebook marketplace,
        shpock, music magpie, ao, ao com, appliances direct, ebuyer, scan, overclockers, oliver bonas,
        anthropologie, urban outfitters, cath kidston, emma bridgewater, denby, whittard, bird and blend, yumbles,
        not on the high street, notonthehighstreet, etsy, smyths, smyths toys, the entertainer, early learning
        centre, hobbycraft, cass art, beer hawk, majestic wine, majestic, naked wines, laithwaites, abel and cole,
        riverford, oddbox, milk and more, mindful chef, simply cook, gousto, graze, allplants, warburtons, hovis,
        kingsmill, mcvitie's, mcvities, jaffa cakes, hobnobs, jammie dodgers, digestives, mr kipling, tunnock's,
        marmite, bovril, branston, hp sauce, lea and perrins, bisto, oxo, ambrosia, bird's custard, pg tips,
        yorkshire tea, tetley, typhoo, twinings, ribena, robinsons, vimto, irn bru, tizer, lilt, tango, jelly
        babies, bassetts, rowntree's, quality street, celebrations, heroes, roses chocolates, galaxy chocolate,
        aero, wispa, crunchie, dairy milk, creme egg, green and black's, tony's chocolonely, innocent smoothies, yeo
        valley, muller, petits filous, cathedral city, anchor butter, lurpak, flora, clover, walls sausages,
        richmond sausages, ginsters, pukka pies, charlie bigham's, linda mccartney, cauldron, tyrrells, kettle
        chips, mccoys, hula hoops, quavers, wotsits, monster munch, nik naks, pot noodle, supernoodles, batchelors,
        loyd grossman, dolmio, sharwood's, patak's, old jamaica, fever tree, brewdog, carling, foster's, fosters,
        strongbow, bulmers, magners, thatchers, famous grouse, bell's whisky, blossom hill, echo falls, hardys,
        yellow tail, jacob's creek
        """,
    "money": """
        barclays, barclaycard, lloyds, lloyds bank, halifax, bank of scotland, natwest, nat west, rbs, royal bank of
        scotland, ulster bank, coutts, hsbc uk, first direct, santander uk, nationwide, nationwide building society,
        tsb, metro bank, virgin money, virgin bank, co operative bank, coop bank, sainsbury's bank, tesco bank, m
        and s bank, post office money, monzo, starling, starling bank, chase uk, revolut, tide, atom bank, zopa,
        marcus, aldermore, shawbrook, kroo, chip app, plum, moneybox, nutmeg, freetrade, hargreaves lansdown, aj
        bell, interactive investor, wealthify, yorkshire building society, skipton, leeds building society, coventry
        building society, principality, cumberland building society, newcastle building society, west brom,
        vitality, bupa, axa health, simply health, simplyhealth, denplan, aviva, direct line, admiral, churchill,
        hastings direct, more than, esure, lv, lv equals, liverpool victoria, saga, age uk insurance, rac, the aa,
        aa, green flag, petplan, animal friends, more th>n, swiftcover, quotemehappy, legal and general, legal &
        general, prudential, the pru, scottish widows, standard life, royal london, phoenix, nest pension,
        pensionbee, pension bee, aegon, sunlife, sun life, compare the market, comparethemarket, go compare,
        gocompare, moneysupermarket, money supermarket, confused com, uswitch, money saving expert,
        moneysavingexpert, mse, martin lewis, clearscore, credit karma, noddle, experian, totally money, premium
        bonds, ernie, ns and i, ns&i, isa, lisa, topcashback, quidco, wageday advance, wonga, provident,
        brighthouse, laybuy, zilch, pingit, curve, aqua card, capital one, vanquis, mbna, argos card, rightmove,
        zoopla, on the market, purplebricks, purple bricks, openrent, spareroom, spare room, foxtons, savills,
        connells, your move, knight frank, habito, l and c, trussle, help to buy, hmrc, dvla, dwp, gov uk, universal
        credit, companies house, land registry, passport office, ofcom, ofgem, fca, citizens advice
        """,
    "telecoms": """
        bt, british telecom, bt broadband, bt sport, ee, o2, vodafone, three, three mobile, giffgaff, giff gaff,
        tesco mobile, sky mobile, voxi, smarty, id mobile, lebara, lycamobile, talkmobile, asda mobile, virgin
        mobile, virgin media, virgin, sky, sky q, sky glass, sky go, sky broadband, sky sports, sky news, now tv,
        talktalk, talk talk, plusnet, hyperoptic, community fibre, zen internet, gigaclear, openreach, kcom, shell
        energy broadband, utility warehouse, spusu, lebara mobile, eir, three ireland, tv licence, freeview,
        freesat, youview
        """,
    "energy": """
        british gas, octopus, octopus energy, ovo, ovo energy, e.on next, eon next, scottish power, scottishpower,
        sse, southern electric, npower, bulb, shell energy, utilita, utility warehouse, good energy, ecotricity, so
        energy, outfox the market, boost, co op energy, first utility, green energy uk, hive, hive app, smart meter,
        loop app, thames water, severn trent, anglian water, united utilities, yorkshire water, southern water,
        south west water, wessex water, scottish water, welsh water, national grid, uk power networks, cadent,
        homeserve, home serve, checkatrade, rated people, mybuilder, trustatrader, pod point, zap map, zapmap,
        instavolt, gridserve, bp pulse
        """,
    "media": """
        bbc, bbc one, bbc two, bbc news, bbc iplayer, iplayer, bbc sounds, bbc sport, bbc bitesize, cbbc, cbeebies,
        itv, itvx, itv hub, channel 4, channel four, all 4, all four, e4, more4, film4, channel 5, channel five,
        my5, dave, uktv play, uktv, gold, yesterday, quest, britbox, classic fm, heart fm, capital fm, kiss fm,
        smooth radio, absolute radio, radio four, radio 4, radio two, radio 2, radio one, radio 1, talksport, lbc,
        times radio, virgin radio, the times, the sunday times, the guardian, guardian, the telegraph, daily
        telegraph, daily mail, mail online, mail on sunday, the sun, daily mirror, the mirror, daily express, the
        independent, financial times, ft, evening standard, the metro, private eye, the economist, the spectator,
        radio times, which magazine, good housekeeping, hello magazine, ok magazine, mumsnet, netmums, nextdoor,
        next door app, eastenders, coronation street, corrie, emmerdale, hollyoaks, strictly, bake off, great
        british bake off, love island, doctor who, top gear, gogglebox, the crown, downton abbey, line of duty,
        peaky blinders, casualty, the archers, loose women, good morning britain, this morning, ladbrokes, william
        hill, paddy power, bet365, betfred, coral, sky bet, betfair, tombola, foxy bingo, mecca bingo, gala bingo,
        national lottery, euromillions, lotto, postcode lottery, people's postcode lottery, odeon, cineworld, vue,
        everyman, picturehouse, ticketmaster, see tickets, eventbrite, skiddle, dice, o2 priority, national trust,
        english heritage, rspb, royal horticultural society, rhs, kew gardens, alton towers, thorpe park, legoland,
        chessington, blackpool pleasure beach, madame tussauds, london eye, london zoo, chester zoo, center parcs,
        butlins, butlin's, pontins, haven, parkdean, hoseasons, premier inn, travelodge, wetherspoons, wetherspoon,
        spoons, nando's, nandos, wagamama, pizza express, zizzi, ask italian, bella italia, prezzo, frankie and
        benny's, tgi fridays, harvester, toby carvery, beefeater, brewers fayre, hungry horse, greene king, pret,
        pret a manger, pret, itsu, leon, eat, caffe nero, cafe nero, costa coffee, costa, greggs, gregg's, subway,
        wimpy, chicken cottage, byron, gourmet burger kitchen, gbk, honest burgers, yo sushi, wasabi, cote, bills,
        carluccio's, pizza go go, papa john's, deliveroo, just eat, hungry house, puregym, pure gym, the gym group,
        david lloyd, virgin active, fitness first, nuffield health, everyone active, better gym, couch to 5k,
        parkrun, park run, nhs app, nhs, nhs 111, nhs direct, babylon, patient access, push doctor, livi, zava, ada,
        ancestry, find my past, ofsted, ucas, duke of edinburgh
        """,
    "travel": """
        national rail, network rail, lner, gwr, great western, great western railway, south western railway,
        southwestern, southeastern, southern rail, thameslink, avanti, avanti west coast, virgin trains,
        crosscountry, cross country, east midlands railway, emr, northern rail, northern, transpennine, scotrail,
        transport for wales, arriva, arriva trains, stagecoach, first bus, firstbus, go ahead, national express,
        megabus, greyhound, tfl, transport for london, oyster, oyster card, london underground, the tube, dlr,
        docklands light railway, overground, elizabeth line, jubilee line, victoria line, piccadilly line, bakerloo
        line, northern line, central line, heathrow express, gatwick express, stansted express, heathrow, gatwick,
        stansted, luton airport, railcard, trainsplit, addison lee, gett, boris bikes, santander cycles, jet2, jet
        2, jet2 holidays, tui uk, thomson, first choice, thomas cook, loganair, flybe, aer lingus, bmi, on the
        beach, love holidays, loveholidays, travel republic, teletext holidays, trailfinders, kuoni, saga holidays,
        hays travel, brittany ferries, dfds, stena line, irish ferries, calmac, red funnel, wightlink, eurotunnel,
        le shuttle, royal mail, parcelforce, post office, evri, hermes, yodel, collect plus, collectplus, parcel2go,
        city link, ringgo, ring go, paybyphone, just park, justpark, ncp, dart charge, congestion charge, ulez, auto
        trader, autotrader, cazoo, cinch, we buy any car, webuyanycar, motorway, arnold clark, evans halshaw,
        lookers, sytner, motorpoint, halfords autocentre, ats, motability
        """,
}
