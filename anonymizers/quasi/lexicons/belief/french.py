"""Religion, belief, politics and trade unions in French, one phrase a comma. Compiled by hand for this project."""

FRENCH: dict[str, str] = {
    "faith": """
        catholique, chrétien, chrétienne, protestant, protestante, évangélique, évangéliste, pentecôtiste,
        baptiste, luthérien, luthérienne, calviniste, orthodoxe, témoin de jéhovah, témoins de jéhovah, mormon,
        mormone, adventiste, musulman, musulmane, musulmans, sunnite, chiite, soufi, juif, juive, juifs, hindou,
        hindoue, hindouiste, sikh, bouddhiste, athée, agnostique, croyant, croyante, pratiquant, pratiquante,
        religieux, religieuse, franc-maçon, franc maçon, païen, païenne, converti à l'islam, convertie à
        l'islam, catho
        """,
    "rite": """
        messe, la messe, mosquée, synagogue, temple, culte, église, chapelle, prière du vendredi, catéchisme,
        catéchèse, groupe de prière, confesse, confession, école coranique, pagode, église évangélique
        """,
    "observance": """
        ramadan, carême, casher, cacher, kasher, halal, hallal, shabbat, chabbat, kippour, yom kippour, l'aïd,
        aïd, cinq fois par jour, voile, hijab, foulard, kippa, turban, communion, première communion, baptême,
        confirmation, bar-mitzvah, bar mitzvah, pèlerinage à la mecque, la mecque, chapelet, prières, prière,
        coran, bible
        """,
    "clergy": "prêtre, curé, imam, rabbin, pasteur, paroisse, mosquée, synagogue",
    "view": """
        socialiste, communiste, de gauche, de droite, gaulliste, macroniste, lepéniste, mélenchoniste, écologiste,
        anarchiste, trotskiste, marxiste, royaliste, souverainiste, centriste, d'extrême gauche, d'extrême droite,
        gilet jaune, insoumis, insoumise, écolo, gaucho, facho
        """,
    "party": """
        le ps, ps, le pcf, pcf, la france insoumise, france insoumise, lfi, les républicains, le rn, rn, le
        rassemblement national, rassemblement national, le front national, front national, macron, mélenchon,
        marine le pen, le pen, zemmour, reconquête, les verts, verts, eelv, renaissance, modem, le modem, parti
        socialiste, parti communiste, npa, lutte ouvrière, l'extrême droite, l'extrême gauche
        """,
    "vote": "à gauche, à droite, gauche, droite, socialiste, communiste, écologiste, écolo, blanc, vert",
    "union": """
        syndicat, cgt, la cgt, cfdt, la cfdt, fo, force ouvrière, cftc, cfe-cgc, unsa, sud rail, sud éducation, fsu,
        snes, snuipp, snalc, la fsu, fnsea, confédération paysanne, section syndicale, csn
        """,
    "union_member": """
        syndiqué, syndiquée, délégué syndical, déléguée syndicale, syndicaliste, représentant syndical,
        représentante syndicale, cégétiste, élu cgt, élue cgt, élu cfdt, élue cfdt, délégué cgt, déléguée cgt,
        délégué cfdt, déléguée cfdt, délégué du personnel, déléguée du personnel
        """,
    "act": "en grève, sur le piquet de grève, faire grève, fait grève",
}
