"""Religion, belief, politics and trade unions in Spanish, one phrase a comma. Compiled by hand for this project."""

SPANISH: dict[str, str] = {
    "faith": """
        católico, católica, católicos, cristiano, cristiana, cristianos, evangélico, evangélica, evangelista,
        protestante, anglicano, anglicana, baptista, pentecostal, ortodoxo, ortodoxa, testigo de jehová,
        testigos de jehová, mormón, mormona, adventista, musulmán, musulmana, musulmanes, suní, chií, judío,
        judía, judíos, hindú, sij, budista, ateo, atea, agnóstico, agnóstica, creyente, religioso, religiosa,
        practicante, masón, del opus, del opus dei, convertida al islam, convertido al islam, de misa diaria
        """,
    "rite": """
        misa, la mezquita, mezquita, sinagoga, templo, culto, iglesia, capilla, catequesis, parroquia, grupo de
        oración, confesarme, la oración del viernes, salón del reino, iglesia evangélica, cofradía
        """,
    "observance": """
        ramadán, cuaresma, kosher, halal, sabbat, shabat, yom kipur, la fiesta del cordero, cinco veces al día,
        velo, hiyab, pañuelo, kipá, turbante, comunión, primera comunión, bautizo, confirmación, bar mitzvá,
        peregrinación a la meca, la meca, rosario, el rosario, oraciones, corán, biblia
        """,
    "clergy": ("cura, párroco, imán, rabino, pastor, parroquia, mezquita, sinagoga, cofradía"),
    "view": """
        socialista, comunista, de izquierdas, de derechas, de izquierda, de derecha, anarquista, republicano,
        republicana, monárquico, monárquica, independentista, nacionalista, feminista, de extrema derecha, de
        ultraderecha, pepero, sociata, podemita, falangista, franquista, carlista, abertzale
        """,
    "party": """
        psoe, al psoe, pp, al pp, vox, a vox, a podemos, unidas podemos, a sumar, ciudadanos, izquierda unida,
        erc, esquerra, esquerra republicana, junts, la cup, bildu, eh bildu, pnv, bng, compromís, más madrid,
        partido popular, partido socialista, partido comunista, los socialistas, los populares
        """,
    "vote": ("la izquierda, la derecha, a la izquierda, a la derecha, izquierda, derecha, en blanco, sumar, podemos"),
    "union": """
        sindicato, comisiones, comisiones obreras, ccoo, cc oo, ugt, csif, cnt, cgt, satse, stes, usoc,
        sección sindical
        """,
    "union_member": """
        sindicalista, delegado sindical, delegada sindical, enlace sindical, liberado sindical, liberada
        sindical, representante sindical, sindicado, sindicada, afiliado a comisiones, afiliado a comisiones
        obreras, afiliada a comisiones obreras, delegado de comisiones obreras, delegada de comisiones obreras,
        delegado de comisiones, delegada de comisiones, delegado de ugt, delegada de ugt, miembro del comité de
        empresa
        """,
    "act": "en huelga, de huelga, en el piquete",
}
