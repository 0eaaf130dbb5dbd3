"""Religion, belief, politics and trade unions in English, one phrase a comma. Compiled by hand for this project."""

ENGLISH: dict[str, str] = {
    "faith": """
        christian, christians, catholics, muslims, hindus, sikhs, jews, quakers, methodists, baptists, anglicans, protestants, buddhists, mormons, churchgoers, churchgoer, born again christian, catholic, roman catholic, protestant, anglican, church of england, c of
        e, methodist, baptist, presbyterian, evangelical, pentecostal, lutheran, calvinist, quaker, mormon,
        latter day saint, jehovah's witness, jehovah's witnesses, seventh day adventist, salvationist, greek
        orthodox, russian orthodox, orthodox christian, coptic, unitarian, plymouth brethren, christadelphian,
        muslim, moslem, sunni, shia, ahmadi, ismaili, sufi, jewish, orthodox jewish, a jew, jew, reform jewish,
        hasidic, hindu, hare krishna, sikh, jain, buddhist, zen buddhist, taoist, baha'i, zoroastrian, parsi,
        rastafarian, rasta, pagan, wiccan, druid, spiritualist, scientologist, humanist, atheist, agnostic,
        religious, churchgoer, man of faith, woman of faith
        """,
    "rite": """
        mass, church, sunday mass, evensong, bible study, bible group, prayer group, prayer meeting, chapel,
        kirk, quaker meeting, meeting house, kingdom hall, mosque, friday prayers, jumu'ah, gurdwara, synagogue,
        shul, mandir, hindu temple, sunday school, alpha course, confession, communion, holy communion, church
        choir, torah class, cheder
        """,
    "observance": """
        kosher, halal, ramadan, lent, shabbat, sabbath, passover, yom kippur, eid, diwali, navratri, vaisakhi,
        five times a day, rosary, the rosary, hijab, headscarf, niqab, burka, turban, kippah, yarmulke, kirpan,
        umrah, hajj, bar mitzvah, bat mitzvah, first communion, baptism, confirmation, christening, prayers,
        quran, koran, bible
        """,
    "clergy": """
        priest, vicar, imam, rabbi, pastor, minister, parish priest, congregation, parish, mosque, synagogue,
        gurdwara, church, temple, prayer group, prayer mat, bible
        """,
    "view": """
        tory, labour councillor, conservative councillor, tory councillor, lib dem councillor, green councillor, independent councillor, labour mp, labour supporter, labour voter, conservative voter, tory voter, lib dem, liberal democrat,
        socialist, communist, marxist, anarchist, brexiteer, leaver, remainer, leave voter, remain voter, green
        voter, ukip voter, reform voter, snp voter, nationalist, unionist, republican, loyalist, left wing,
        right wing, far right, far left, trotskyist, corbynite, feminist activist, climate activist,
        anti-vaxxer, lefty, leftie
        """,
    "party": """
        the labour party, labour party, tory, the tories, tories, the tory party, the conservatives,
        conservatives, the conservative party, conservative party, lib dem, lib dems, the lib dems, the liberal
        democrats, liberal democrats, the green party, green party, the greens, reform uk, ukip, the brexit
        party, brexit party, snp, the snp, plaid cymru, sinn fein, dup, the dup, sdlp, the sdlp, extinction
        rebellion, just stop oil, the socialist workers party, the communist party, communist party, the workers
        party
        """,
    "vote": """
        labour, conservative, green, greens, reform, plaid, alliance, leave, remain, brexit, independence, liberal,
        liberal democrat, independent, yes to independence, no to independence, left, right
        """,
    "union": """
        union, trade union, unison, gmb, usdaw, neu, nasuwt, nut, rmt, aslef, tssa, cwu, ucu, pcs, rcn, bma, nuj,
        bectu, fbu, community union, bfawu, poa, unite the union, tuc, branch committee, strike committee,
        musicians' union, fire brigades union, royal college of nursing, teachers' union, nurses' union
        """,
    "union_word": "unite, equity, prospect, nut, community, accord, aegis, advance",
    "union_member": """
        union rep, union representative, shop steward, union member, trade unionist, union man, union woman, branch
        secretary, union organiser, convenor, union steward, branch chair, health and safety rep for the union
        """,
    "act": """
        on strike, on the picket line, on the picket, picketing, went to confession, out canvassing, canvassing,
        door knocking, leafleting
        """,
}
