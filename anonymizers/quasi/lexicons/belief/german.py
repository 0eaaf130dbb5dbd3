"""Religion, belief, politics and trade unions in German, one phrase a comma. Compiled by hand for this project."""

GERMAN: dict[str, str] = {
    "faith": """
        katholisch, katholik, katholikin, katholiken, evangelisch, protestantisch, protestant, protestantin,
        lutheraner, reformiert, freikirchlich, baptist, baptistin, methodist, methodistin, pfingstler,
        evangelikal, orthodox, griechisch-orthodox, russisch-orthodox, zeuge jehovas, zeugin jehovas, zeugen
        jehovas, mormone, mormonin, adventist, neuapostolisch, christ, christin, muslim, muslima, muslimin,
        muslime, moslem, muslimisch, sunnit, schiit, alevit, alevitin, aleviten, jüdisch, jude, jüdin, juden,
        hindu, hinduistisch, sikh, buddhist, buddhistin, buddhistisch, jesidin, jeside, jesiden, jesidisch,
        atheist, atheistin, agnostiker, agnostikerin, gläubig, religiös, konfessionslos, aus der kirche
        ausgetreten, zum islam konvertiert, freimaurer
        """,
    "rite": """
        kirche, messe, gottesdienst, moschee, synagoge, tempel, freikirche, freitagsgebet, bibelkreis, hauskreis,
        gebetskreis, beichte, kommunionunterricht, konfirmandenunterricht, kirchenchor, königreichssaal, gemeinde
        """,
    "observance": """
        ramadan, koscher, halal, schabbat, sabbat, jom kippur, zuckerfest, opferfest, fünfmal am tag, fünf mal
        am tag, kopftuch, hidschab, kippa, turban, erstkommunion, kommunion, konfirmation, firmung, taufe, bar
        mizwa, pilgerfahrt, mekka, rosenkranz, gebete, koran, bibel, fastenzeit
        """,
    "clergy": """
        pfarrer, pfarrerin, pastor, pastorin, imam, rabbi, rabbiner, priester, gemeinde, kirchengemeinde,
        moschee, kirche
        """,
    "view": """
        konservativ, sozialdemokrat, sozialdemokratin, sozialist, sozialistin, kommunist, kommunistin,
        christdemokrat, grüner, grüne, liberaler, anarchist, anarchistin, afd-wähler, afd wähler, cdu-wähler,
        cdu wähler, spd-wähler, spd wähler, grünen-wähler, grünen wähler, querdenker, reichsbürger,
        klimaaktivist, klimaaktivistin, antifaschist
        """,
    "party": """
        cdu, die cdu, csu, die csu, spd, die spd, fdp, die fdp, afd, die afd, bsw, volt, npd, piratenpartei,
        freie wähler, övp, spö, fpö, svp, letzte generation
        """,
    "vote": "die grünen, grüne, die linke, die linken, bündnis 90",
    "union": """
        gewerkschaft, verdi, ver.di, ig metall, igm, gew, ig bau, ig bce, ngg, evg, gdl, dgb, beamtenbund,
        marburger bund, gdp, vereinigung cockpit, komba, philologenverband
        """,
    "union_member": """
        gewerkschafter, gewerkschafterin, gewerkschaftsmitglied, gewerkschaftssekretär, gewerkschaftssekretärin,
        vertrauensmann, vertrauensfrau, gewerkschaftlich organisiert, betriebsrat, betriebsrätin,
        betriebsratsvorsitzender, betriebsratsvorsitzende, personalrat, personalrätin
        """,
    "act": "im streik, am streiken, mitgestreikt, streikposten",
}
