"""Jobs that few people have, by sector in English, one phrase a comma. Compiled by hand for this project."""

ENGLISH: dict[str, str] = {
    "public": """
        lock keeper, lockkeeper, lock keeping, retained firefighter, firefighter, fireman, lollipop lady,
        lollipop man, coroner, coroner's officer, mayor, lord mayor, deputy mayor, town crier, councillor,
        parish clerk, town clerk, registrar of births, harbour master, harbourmaster, lighthouse keeper,
        coastguard, lifeboat coxswain, coxswain, crew on the lifeboat, prison governor, prison officer,
        probation officer, customs officer, border force officer, diplomat, ambassador, consul, member of
        parliament, mp, chief constable, detective inspector, detective sergeant, detective, police dog handler,
        dog handler, firearms officer, bomb disposal officer, watch manager, station officer, crime scene
        investigator, scenes of crime officer, traffic warden, dog warden, tree officer, conservation officer,
        planning inspector, magistrate, high sheriff, lord lieutenant, cemetery superintendent, gravedigger,
        grave digger, mortuary technician, mortuary assistant, crematorium manager, bereavement officer, trading
        standards officer, environmental health officer, rat catcher, rights of way officer, archivist, county
        archivist, museum curator, curator, conservator, park ranger, returning officer, submariner, naval
        officer, army chaplain, royal marine, fighter pilot, wing commander, squadron leader, air traffic
        controller, bridge operator, bridge keeper, swing bridge operator, level crossing keeper, signalman,
        signaller, signalwoman, river warden, water bailiff, tax inspector, chief executive of the council,
        director of public health, director of children's services, school crossing patrol, mobile librarian,
        emergency planning officer
        """,
    "craft": """
        farrier, farriery, thatching, dry stone walling, blacksmith, thatcher, master thatcher, cooper, saddler,
        cordwainer, shoemaker, bootmaker, milliner, hat maker, glover, bookbinder, letterpress printer,
        calligrapher, sign writer, signwriter, glassblower, glass blower, stained glass maker, potter,
        ceramicist, basket maker, basket weaver, weaver, lace maker, lacemaker, spinner, tapestry weaver,
        upholsterer, french polisher, cabinet maker, wood turner, wood carver, stonemason, stone mason, letter
        carver, dry stone waller, drystone waller, hedge layer, hedgelayer, charcoal burner, wheelwright,
        coachbuilder, boat builder, boatbuilder, shipwright, sailmaker, sail maker, rope maker, organ builder,
        organ tuner, piano tuner, violin maker, luthier, harp maker, bagpipe maker, drum maker, bell founder,
        bell hanger, clockmaker, clock maker, watchmaker, watch maker, horologist, jeweller, goldsmith,
        silversmith, gem cutter, diamond setter, engraver, gunsmith, knife maker, cutler, swordsmith, armourer,
        taxidermist, tanner, leatherworker, candle maker, chandler, soap maker, perfumer, wig maker, wigmaker,
        puppet maker, dolls' house maker, prop maker, cheesemaker, cheese maker, chocolatier, master baker,
        cider maker, distiller, master distiller, master brewer, blender, whisky blender, winemaker, wine maker,
        steeplejack, lead worker, lime plasterer, pargeter, mosaic artist, gilder, picture framer, picture
        restorer, furniture restorer, kilt maker, tailor, bespoke tailor, dressmaker, embroiderer, corset maker,
        umbrella maker, walking stick maker, besom maker, chair bodger, clog maker, oil painter, kite maker
        """,
    "farm": """
        beekeeper, bee keeper, shepherd, shepherdess, dairy farmer, sheep farmer, hill farmer, pig farmer,
        poultry farmer, goat farmer, alpaca farmer, deer farmer, trout farmer, salmon farmer, oyster farmer,
        mussel farmer, hop grower, apple grower, watercress grower, rose grower, mushroom farmer, herdsman,
        herdswoman, cowman, stockman, ploughman, sheep shearer, gamekeeper, game keeper, ghillie, deer stalker,
        falconer, mole catcher, molecatcher, warrener, forester, tree surgeon, arborist, arboriculturist,
        woodsman, head gardener, topiarist, vintner, viticulturist, fisherman, lobster fisherman, crab
        fisherman, cockle picker, trawlerman, skipper of a trawler, fish farmer, auctioneer at the cattle
        market, livestock auctioneer, crofter, peat cutter, reed cutter, stud groom, kennel huntsman, huntsman,
        master of foxhounds, horse breeder, racehorse trainer, jockey, stable lad, ostrich farmer, llama farmer,
        worm farmer, seed merchant, grain merchant, ai technician, agronomist, land agent
        """,
    "health": """
        neurosurgeon, heart surgeon, transplant surgeon, paediatric surgeon, plastic surgeon, brain surgeon,
        orthopaedic surgeon, oncologist, paediatric oncologist, neonatologist, neurologist, cardiologist,
        rheumatologist, anaesthetist, radiologist, pathologist, forensic pathologist, embryologist, geneticist,
        genetic counsellor, audiologist, orthoptist, prosthetist, orthotist, perfusionist, podiatrist,
        osteopath, chiropractor, hypnotherapist, acupuncturist, art therapist, music therapist, drama therapist,
        play therapist, speech and language therapist, forensic psychologist, child psychologist, educational
        psychologist, clinical psychologist, psychoanalyst, psychiatrist, child psychiatrist, health visitor,
        school nurse, district nurse, hospice nurse, palliative care nurse, stoma nurse, macmillan nurse,
        parkinson's nurse, diabetes nurse, theatre nurse, scrub nurse, ward sister, matron, chief nurse, air
        ambulance paramedic, flight paramedic, midwife, community midwife, independent midwife, doula, hospital
        chaplain, large animal vet, equine vet, zoo vet, veterinary surgeon, ocularist, maxillofacial surgeon,
        dental technician, toxicologist, coroner's assistant
        """,
    "education": """
        head of sixth form, head of year seven, head of year eight, head of year nine, head of year ten, head of
        year eleven, head of year 7, head of year 8, head of year 9, head of year 10, head of year 11, head
        teacher, headteacher, headmaster, headmistress, deputy head, deputy headteacher, deputy head teacher,
        assistant head, executive head, head of year, head of house, head of department, head of maths, head of
        english, head of science, head of history, head of music, head of drama, head of art, head of pe, head
        of geography, head of languages, head of french, head of german, head of latin, latin teacher, classics
        teacher, mandarin teacher, harp teacher, peripatetic music teacher, special needs coordinator, senco,
        school bursar, bursar, housemaster, housemistress, dinner lady, teacher of the deaf, braille teacher,
        forest school leader, vice chancellor, dean, provost, principal of the college, professor, emeritus
        professor, reader in, chair of governors, school chaplain, examinations officer, ofsted inspector,
        school inspector, driving examiner, sixth form tutor, director of studies, head of pastoral care, head
        of pastoral, head of safeguarding, home tutor, egyptologist
        """,
    "transport": """
        lorry driver for the council, tram driver, train driver, tube driver, steam train driver, engine driver,
        fireman on the steam railway, ferry captain, ferry skipper, ship's captain, sea captain, merchant
        seaman, marine engineer, harbour pilot, river pilot, tug skipper, tugboat captain, canal boat skipper,
        bargee, deep sea diver, commercial diver, saturation diver, airline pilot, helicopter pilot, balloonist,
        hot air balloon pilot, glider pilot, crop duster, flight engineer, air steward, cabin crew, baggage
        handler, aircraft engineer, stationmaster, station master, crossing keeper, cable car operator,
        funicular driver, gondolier, chauffeur, hearse driver, ambulance driver, gritter driver, snow plough
        driver, dray driver, horse drawn carriage driver, ice cream man, ice cream van driver, milkman, mobile
        library driver, crane operator, crane driver, tower crane operator, rickshaw driver
        """,
    "arts": """
        actor, actress, stuntman, stuntwoman, stunt double, voice actor, puppeteer, ventriloquist, magician,
        clown, circus performer, trapeze artist, juggler, fire eater, ballet dancer, ballerina, choreographer,
        opera singer, soprano, tenor, countertenor, concert pianist, violinist, viola player, cellist, harpist,
        oboist, bassoonist, flautist, clarinettist, trombonist, tuba player, timpanist, percussionist, organist,
        cathedral organist, church organist, choirmaster, conductor, composer, lyricist, librettist, songwriter,
        folk singer, session musician, drag queen, burlesque dancer, wedding singer, poet, poet laureate,
        novelist, playwright, children's author, crime writer, ghostwriter, screenwriter, illustrator,
        children's illustrator, cartoonist, sculptor, portrait painter, muralist, tattoo artist, war
        photographer, wildlife photographer, sound engineer, foley artist, film director, documentary maker,
        cameraman, lighting designer, set designer, costume designer, wardrobe mistress, theatre manager, stage
        manager, art restorer, art historian, auctioneer, antiques dealer, newsreader, weather presenter,
        weather forecaster, radio presenter, sports commentator, crossword setter, crossword compiler,
        restaurant critic, foreign correspondent, war correspondent, newspaper editor
        """,
    "community": """
        vicar, rector, curate, canon, archdeacon, bishop, dean of the cathedral, verger, sexton, churchwarden,
        bell ringer, tower captain, parish priest, priest, nun, monk, abbot, prioress, imam, rabbi, cantor,
        granthi, pastor, minister, methodist minister, lay preacher, missionary, deacon, funeral director,
        undertaker, embalmer, celebrant, humanist celebrant, funeral celebrant, toastmaster, town guide,
        beefeater, yeoman warder, verderer, swan marker, queen's guard, food bank manager, hostel manager,
        refuge manager, lifeguard at the lido, foster carer, youth worker, community warden
        """,
    "science": """
        astronomer, astrophysicist, nuclear physicist, particle physicist, volcanologist, seismologist,
        geologist, hydrologist, oceanographer, marine biologist, glaciologist, polar explorer, meteorologist,
        climatologist, palaeontologist, archaeologist, marine archaeologist, anthropologist, entomologist,
        ornithologist, mycologist, botanist, herpetologist, ecologist, bat surveyor, bat ecologist, newt
        surveyor, zoologist, zookeeper, zoo keeper, lion keeper, penguin keeper, elephant keeper, aquarist,
        primatologist, microbiologist, virologist, epidemiologist, biochemist, pharmacologist, cryptographer,
        cryptologist, statistician at the, actuary, linguist, lexicographer, egyptologist, numismatist,
        cartographer, map maker, surveyor of, hydrographer, satellite engineer, rocket scientist, rocket
        engineer, nuclear engineer, glider designer, acoustician, perfumer, flavourist, tea taster, wine taster,
        ergonomist, metallurgist, gemmologist, forensic scientist, ballistics expert, handwriting expert
        """,
    "law": """
        judge, high court judge, circuit judge, district judge, tribunal judge, barrister, qc, kc, silk, notary,
        notary public, patent attorney, patent agent, court clerk, clerk to the justices, court usher, court
        reporter, court interpreter, sign language interpreter, bsl interpreter, conference interpreter,
        bailiff, high court enforcement officer, private detective, private investigator, loss adjuster,
        insolvency practitioner, coroner, crown prosecutor, legal ombudsman, parliamentary draftsman
        """,
    "sport": """
        olympic rower, olympian, paralympian, professional footballer, professional cricketer, professional
        golfer, golf pro, tennis pro, tennis umpire, football referee, rugby referee, cricket umpire, horse
        racing commentator, boxing promoter, boxer, bookmaker, racing driver, rally driver, speedway rider,
        snooker player, darts player, chess grandmaster, mountain guide, ski instructor, diving instructor, surf
        instructor, sailing instructor, dressage rider, showjumper, greyhound trainer, pigeon racer, groundsman,
        head groundsman, head greenkeeper, greenkeeper, fencing coach, synchronised swimmer, trampoline coach,
        kit man, football scout
        """,
    "service": """
        butler, housekeeper to, lady's maid, nanny to, private chef, personal chef, sommelier, concierge,
        chimney sweep, sweep, window dresser, dog groomer, dog walker, cat sitter, pet detective, pest
        controller, falconry instructor, wedding planner, balloon artist, face painter, fortune teller,
        astrologer, palm reader, medium, tarot reader, dominatrix, escort, sex worker, life model, hand model,
        mystery shopper, croupier, casino dealer, bingo caller, lighthouse tour guide, ghost tour guide, tour
        guide at, cruise director, knife sharpener, locksmith, safe cracker, house clearer, rag and bone man,
        scrap dealer, pawnbroker, stamp dealer, coin dealer, toy shop owner, bookshop owner, florist, onion
        seller, whelk seller, burger van, kennel owner, cattery owner, publican, landlady of, landlord of, pub
        landlord, pub landlady, postmistress, postmaster, sub-postmaster, subpostmistress
        """,
    "industry": """
        miner, coal miner, tin miner, slate quarryman, quarryman, steelworker, foundryman, welder on the rigs,
        oil rig worker, driller, derrickman, roustabout, diver on the rigs, wind turbine technician, blaster,
        shot firer, explosives engineer, demolition expert, scaffolder on, underwater welder, trawler engineer,
        shipyard welder, boilermaker, patternmaker, toolmaker, loom tuner, carpet weaver, paper maker, salt
        maker, brickmaker, gas engineer on, lift engineer, crane erector, sewage worker, sewer worker, flusher,
        sewage works manager, reservoir keeper, dam keeper, weir keeper, pumping station operator, lamp lighter,
        lamplighter, hop drier, maltster, kiln man, nuclear plant operator
        """,
}
