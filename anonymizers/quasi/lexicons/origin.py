"""Ethnic origin and sexual orientation, in four languages. Compiled by hand for this project.

`people` are what somebody is, `colour` too where nothing but a person can be meant; `half` stands after "half" and before "descent". Nationalities of the country where the
language is spoken are left out: they tell nobody apart there. One phrase a comma.
"""

ORIGIN_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "colour": "black, brown, white, white british, white irish",
        "people": """
            black british, black african, black caribbean, afro caribbean, african caribbean, west indian,
            asian, british asian, south asian, east asian, mixed race, mixed heritage, biracial, a person of
            colour, person of colour, woman of colour, man of colour, roma, romany, romani, gypsy, traveller, irish
            traveller, native american, aboriginal, maori, arab, kurdish, berber, tamil, punjabi, gujarati, bengali,
            kashmiri, pashtun, yoruba, igbo, hausa, zulu, hispanic, latina, latino, nigerian, ghanaian, somali,
            ethiopian, eritrean, sudanese, kenyan, ugandan, zimbabwean, south african, congolese, cameroonian,
            gambian, senegalese, jamaican, trinidadian, barbadian, bajan, guyanese, pakistani, indian, bangladeshi,
            sri lankan, nepalese, nepali, afghan, iranian, iraqi, syrian, lebanese, palestinian, turkish, turkish
            cypriot, greek cypriot, egyptian, moroccan, algerian, tunisian, libyan, chinese, hong kong chinese,
            taiwanese, japanese, korean, south korean, vietnamese, thai, filipino, filipina, malaysian, indonesian,
            burmese, polish, romanian, bulgarian, hungarian, lithuanian, latvian, estonian, ukrainian, russian,
            belarusian, moldovan, albanian, kosovan, serbian, croatian, bosnian, slovenian, slovak, czech,
            portuguese, brazilian, colombian, venezuelan, peruvian, chilean, mexican, argentinian, cuban, dominican,
            maltese
            """,
        "orientation": """
            gay, lesbian, bisexual, bi, queer, pansexual, asexual, homosexual, trans, transgender, a trans man, a
            trans woman, trans man, trans woman, transsexual, non-binary, nonbinary, genderfluid, gender fluid,
            intersex, gay man, gay woman, gay couple, lesbian couple, in a same sex marriage, in a same sex
            relationship
            """,
    },
    "fr": {
        "colour": "noir, noire, noirs, noires",
        "people": """
            métis, métisse, arabe, arabes, kabyle, berbère, rom, roms, tzigane, gitan, gitane,
            manouche, gens du voyage, maghrébin, maghrébine, algérien, algérienne, marocain, marocaine, tunisien,
            tunisienne, sénégalais, sénégalaise, malien, malienne, ivoirien, ivoirienne, camerounais, camerounaise,
            congolais, congolaise, guinéen, guinéenne, béninois, béninoise, togolais, togolaise, comorien,
            comorienne, malgache, antillais, antillaise, guadeloupéen, guadeloupéenne, martiniquais, martiniquaise,
            réunionnais, réunionnaise, haïtien, haïtienne, kanak, turc, turque, kurde, arménien, arménienne,
            libanais, libanaise, syrien, syrienne, iranien, iranienne, afghan, afghane, chinois, chinoise,
            vietnamien, vietnamienne, cambodgien, cambodgienne, laotien, laotienne, japonais, japonaise, coréen,
            coréenne, indien, indienne, pakistanais, pakistanaise, sri lankais, tamoul, tamoule, polonais,
            polonaise, roumain, roumaine, bulgare, ukrainien, ukrainienne, russe, serbe, croate, albanais,
            albanaise, portugais, portugaise, italien, italienne, espagnol, espagnole, brésilien, brésilienne,
            colombien, colombienne, mexicaine, asiatique, eurasien, eurasienne, d'origine maghrébine, pied-noir
            """,
        "orientation": """
            gay, lesbienne, homo, homosexuel, homosexuelle, bi, bisexuel, bisexuelle, pansexuel, pansexuelle, asexuel,
            asexuelle, queer, trans, transgenre, non-binaire, non binaire, intersexe, pédé, gouine
            """,
    },
    "de": {
        "colour": "schwarz, schwarzer, schwarze",
        "people": """
            schwarzafrikaner, afrodeutsch, afrodeutsche, afrodeutscher, person of
            color, rom, roma, romni, sinti, sinto, sintezza, sinti und roma, türke, türkin, türken, türkisch,
            deutschtürke, deutschtürkin, kurde, kurdin, kurden, kurdisch, araber, araberin, arabisch, syrer,
            syrerin, syrer, syrisch, afghane, afghanin, iraker, irakerin, iraner, iranerin, perser, perserin,
            libanese, libanesin, palästinenser, palästinenserin, marokkaner, marokkanerin, tunesier, tunesierin,
            ägypter, ägypterin, nigerianer, nigerianerin, ghanaer, ghanaerin, eritreer, eritreerin, äthiopier,
            äthiopierin, somalier, somalierin, kameruner, kamerunerin, inder, inderin, pakistaner, pakistanerin,
            tamile, tamilin, vietnamese, vietnamesin, chinese, chinesin, japaner, japanerin, koreaner, koreanerin,
            thailänderin, philippiner, filipina, pole, polin, polen, polnisch, russe, russin, russisch,
            russlanddeutsch, russlanddeutscher, russlanddeutsche, spätaussiedler, spätaussiedlerin, ukrainer,
            ukrainerin, rumäne, rumänin, bulgare, bulgarin, serbe, serbin, kroate, kroatin, bosnier, bosnierin,
            albaner, albanerin, kosovare, kosovarin, griechin, grieche, italiener, italienerin, spanier, spanierin,
            portugiese, portugiesin, brasilianer, brasilianerin, kolumbianer, kolumbianerin, sorbe, sorbin
            """,
        "orientation": """
            schwul, lesbisch, lesbe, bi, bisexuell, queer, pansexuell, asexuell, homosexuell, trans, transgender,
            trans mann, trans frau, transfrau, transmann, transsexuell, nichtbinär, nicht-binär, non-binary,
            intersexuell
            """,
    },
    "es": {
        "colour": "negro, negra, negros, negras",
        "people": """
            mestizo, mestiza, mulato, mulata, gitano, gitana, gitanos, árabe, bereber, saharaui,
            marroquí, marroquíes, argelino, argelina, tunecino, senegalés, senegalesa, nigeriano, nigeriana,
            guineano, guineana, camerunés, malí, maliense, ghanés, latino, latina, latinoamericano, latinoamericana,
            sudamericano, sudamericana, colombiano, colombiana, venezolano, venezolana, ecuatoriano, ecuatoriana,
            peruano, peruana, boliviano, boliviana, argentino, argentina, chileno, chilena, uruguayo, uruguaya,
            paraguayo, paraguaya, cubano, cubana, dominicano, dominicana, hondureño, hondureña, salvadoreño,
            salvadoreña, nicaragüense, guatemalteco, guatemalteca, mexicano, mexicana, brasileño, brasileña, rumano,
            rumana, rumanos, búlgaro, búlgara, ucraniano, ucraniana, ruso, rusa, polaco, polaca, albanés, moldavo,
            moldava, portugués, portuguesa, italiano, italiana, chino, china, japonés, japonesa, coreano, coreana,
            filipino, filipina, indio, india, paquistaní, bangladesí, vietnamita, sirio, siria, libanés, libanesa,
            iraní, turco, turca, kurdo, kurda, indígena, quechua, mapuche, asiático, asiática
            """,
        "orientation": """
            gay, lesbiana, bisexual, bi, homosexual, queer, pansexual, asexual, trans, transexual, transgénero, no
            binario, no binaria, no binarie, intersexual, bollera
            """,
    },
}
