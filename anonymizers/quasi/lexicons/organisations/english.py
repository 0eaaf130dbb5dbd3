"""Where people work, learn, are treated, play and pray, in English. Compiled by hand for this project."""

from anonymizers.quasi.lexicons.organisations.words import OrganisationWords
from anonymizers.quasi.speech.english import ENGLISH

_STOPS = """
    i a an the my our his her their your its it he she we they you me him us them who which that this these those
    what when where why how and or but so because cause cos if then than as at in on of for to from by with about
    into onto over under up down out off near after before since until while during through is are was were be been
    being am do does did doing have has had having will would can could should might must may not no yes yeah yep
    okay ok well um uh like just really very quite also too still now today yesterday tomorrow there here always
    never often sometimes usually mostly only even already every each all both some any many much more most other
    another one two three four five six seven eight nine ten part full time day days week weeks year years month
    months monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night ago got get gets
    getting go goes going went come comes came doing done make makes made say says said see sees saw know think
    thought want wants need needs use uses used using work works worked working live lives lived look looks looking
    actually basically obviously probably maybe right sorry thanks anyway whatever though except around between
    across where's it's that's don't didn't doing driving selling managing teaching cooking making running looking
    i'm i've i'd i'll he's she's we're they're
"""
_WORK_ADVERB = (
    r"(?:(?:part time|full time|nights|days|shifts|mostly|mainly|as (?:a|an|the) (?:[a-z]+ ){1,4}?|now"
    r"|currently|still|here|there|locally|remotely|from home|over|down|up|for years|previously|on "
    r"(?:the )?[a-z]+|in (?:the )?[a-z]+(?: [a-z]+)?|just|also|weekends|for ten years|for [a-z]+ years"
    r"|five days a week|saturdays) )*"
)
_NOT_IT = (
    r"(?<!it )(?<!that )(?<!this )(?<!which )(?<!doesn't )(?<!app )(?<!card )(?<!code )(?<!didn't "
    r")(?<!doesnt )(?<!won't )(?<!page )(?<!site )(?<!one )(?<!button )(?<!thing )(?<!should "
    r")(?<!feature )(?<!link )(?<!always )(?<!it'll )(?<!only )(?<!voucher )"
)
_JOB = (
    r"(?:manager|teacher|assistant|nurse|driver|engineer|developer|designer|director|officer|cleaner"
    r"|porter|receptionist|cook|chef|clerk|supervisor|lecturer|head|deputy|adviser|advisor|consultant"
    r"|analyst|accountant|solicitor|lawyer|warden|caretaker|technician|mechanic|apprentice|trainee"
    r"|intern|researcher|scientist|carer|cashier|barista|barman|barmaid|waiter|waitress|librarian"
    r"|curator|editor|reporter|journalist|administrator|secretary|salesman|saleswoman|rep|planner"
    r"|architect|surveyor|fitter|welder|machinist|operator|packer|picker|guard|attendant|stylist"
    r"|hairdresser|matron|sister|consultant|registrar|midwife|paramedic|physio|physiotherapist"
    r"|radiographer|pharmacist|optician|dentist|vet|professor|tutor|governor|coach|chaplain|bookkeeper"
    r"|buyer|merchandiser|florist|baker|butcher|brewer|postman|postwoman|conductor|keeper|ranger"
    r"|gardener|groundsman|steward|foreman|team leader|worker|specialist|executive|partner|associate"
    r"|coordinator|co ordinator|lead|controller|auditor|underwriter|broker|trader|actuary|programmer"
    r"|tester|temp|volunteer|tech|doctor|gp|fellow|student|undergraduate|postgrad)"
)
_CHILD = (
    r"sons?|daughters?|kids?|child|children|boys?|girls?|twins|eldest|youngest|oldest|little one"
    r"|middle one|lad|lass|grandson|granddaughter|grandkids|grandchildren|nephew|niece|brother|sister"
    r"|stepson|stepdaughter"
)
_OWN_HOUSE = (
    r"(?:my|our|his|her|their|your|the kids'?|the kids|the children's|the|[a-z]+'s|kids'|mums|dads"
    r"|nans|sons|daughters|local|old|new|nearest)"
)
ORGANISATIONS = OrganisationWords(
    sure={
        "employer": (
            rf"{_NOT_IT}work(?:s|ed|ing)? {_WORK_ADVERB}(?:at|for|in)|employed {_WORK_ADVERB}(?:by|at"
            rf"|with)|(?:job|role|position|post|shifts?|placement|apprenticeship|internship|traineeship|career"
            rf"|graduate scheme|grad scheme|night shift) (?:is |was )?(?:at|with|for)"
            rf"|(?:made redundant|laid off|retired|sacked|seconded|suspended) (?:[a-z]+ )?(?:from|by|to)"
            rf"|(?:temp(?:s|ed|ing)?|freelanc(?:e|es|ed|ing)|intern(?:s|ed|ing)?|moonlights?) (?:at|for|with)"
            r"|(?:do|does|doing|did|work|works|worked) (?:[a-z]+ ){1,3}?(?:days|shifts|nights|mornings|hours|evenings) (?:a week )?at"
            rf"|(?:i'?m|i am|i was|i'?ve been|s?he'?s|who'?s|is|was|as|been|became|{ENGLISH.kin}'s) (?:a |an |the |our |their )?"
            rf"(?:[a-z]+ ){{0,3}}?{_JOB} (?:at|for|with|of the|over at|down at|up at)"
            rf"|(?:on the|on) (?:tills|checkouts|shop floor|night shift|switchboard|front desk|reception"
            rf"|counter|meat counter|deli) (?:at|in|for)|(?:years|months) (?:working )?at"
            rf"|(?:my|our|his|her|their|{ENGLISH.kin}'s) (?:employer|employers|company|firm|workplace|work)(?: is"
            rf"|'s| was| is called| called|,)|(?:i|he|she|they|we)(?:'ve| have)? (?:just |recently )?(?:started"
            rf"|starts|start|was|were|been|used to be)(?: working| work)? at"
            rf"|(?:my|our|his|her) (?:old |line |shift )?(?:boss|colleagues?|manager|supervisor|foreman) (?:down |over )?at"
        ),
    },
    loose={
        "employer": (
            r"(?:salon|business|company|firm|shop|cafe|pub|agency|studio|charity|bakery|farm|garage|factory|hotel) called|"
            r"(?:i|he|she|they|we|who)(?:'ve| have|'s)? (?:just |recently |also )?(?:joined|left|quit|run|runs"
            r"|own|owns|owned|founded|manage|manages|co own|co founded|set up|took over|drive for|drives for"
            r"|deliver for|delivers for|clean for|cleans for|clean at|cleans at|volunteer|volunteers"
            r"|volunteered|interviewed|applied|trained|trains)(?: at| for| with| to| in)?"
            r"|(?:my|our|his|her|their) (?:business|shop|salon|bakery|restaurant|cafe|pub|studio|agency"
            r"|charity|garage|farm|practice|start up|startup|office|team)(?: is|'s| was| is called| called|,)"
            r"|volunteer(?:s|ed|ing)? (?:at|for|with)|(?:interview|induction|training) (?:at|with)|(?:i'?m"
            r"|he'?s|she'?s|we'?re) (?:over |now |still |based |currently )*at"
        ),
        "school": (
            r"(?:school|nursery|college|preschool|academy) called|"
            rf"(?:{_CHILD})(?:'s)?(?: [a-z]+)? (?:all |both |now |currently |just )?(?:(?:goes|go|is|are|was"
            rf"|starts|started|boards?|studies|studied|studying|moved|is going)(?: off)? (?:to|at|up at|over at"
            rf"|over to|school at)|attends?|attended)"
            rf"|{ENGLISH.kin}(?: [a-z]+)? (?:teaches|teach|studies|studied|taught)(?: [a-z]+){{0,2}} at"
            rf"|(?:years? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\d+)"
            rf"|reception|nursery|sixth form|a levels|gcses|degree|masters|phd|course|school|uni|university"
            rf"|college|preschool|pre school|playgroup|governors?|term|studying|studies|studied|study|(?:law"
            rf"|medicine|nursing|engineering|history|english|maths|biology|chemistry|physics|art|music|drama"
            rf"|economics|psychology)) (?:at|up at|over at)"
            rf"|{_OWN_HOUSE} (?:[a-z]+ )?(?:school|nursery|college|uni|university|academy|preschool"
            rf"|playgroup|childminder)(?: is| was|'s)?(?: called|,| at)?|(?:i|he|she|we|they) (?:attended"
            rf"|attend|teach at|teaches at|taught at|studied at|study at|graduated from|was at|were at)"
            rf"|(?:teach|teaches|taught|teaching)(?: [a-z]+){{0,3}} at|(?:pick|picks|picked|drop|drops|dropped"
            rf"|collect|collects|take|takes)(?: [a-z]+){{1,3}} (?:up from|off at|from|to)"
        ),
        "surgery": (
            rf"{_OWN_HOUSE} (?:[a-z]+ )?(?:surgery|doctors?|doctor's|gps?|gp's|practice|dentists?|dentist's"
            rf"|dental practice|chemist|chemist's|pharmacy|vets?|vet's|opticians?|optician's|clinic|hospital"
            rf"|health centre|medical centre|hospice|ward|consultant|midwife)(?: is| was| are|'s)?(?: called|,| "
            rf"at| up at| over at)?"
            r"|registered (?:at|with)|(?:appointments?|prescriptions?|referred|treated|operated on|clinic"
            r"|consultant|ward|gave birth|scans?|physio|physiotherapy|blood tests?|check ups?|checkups?"
            r"|operation|admitted|rushed|taken|chemo|dialysis|a and e|maternity|patient|rehab) (?:over |up "
            r"|down )?(?:at|to|from|in)"
        ),
        "club": (
            rf"(?:i|he|she|we|they|who|to|{ENGLISH.kin}|used to|still|also|both|and) (?:(?:play|plays|played"
            rf"|training|train|trains|trained|swims?|swam|runs?|ran|rows?|rowed|sings?|sang|dances?|danced"
            rf"|competes?|boxes|boxed|bowls|fishes|fished|rides|rode|coach|coaches|coached|races|raced|sails?"
            rf"|sailed|climbs|referees|umpires|fences)|(?:do|does|did|goes to|go to|went to|doing) (?:football"
            rf"|rugby|netball|hockey|cricket|tennis|golf|judo|karate|gymnastics|ballet|swimming|athletics|dance"
            rf"|drama|scouts|brownies|cubs|boxing|rowing))(?: [a-z]+){{0,2}}? (?:for|with|at)"
            rf"|(?:i|he|she|we|they|who|{ENGLISH.kin}) (?:play|plays|played|sing|sings|sang) (?:[a-z]+ ){{0,2}}?in"
            rf"|(?:my|our|his|her|their) (?:[a-z]+ )?(?:club|team|choir|band|orchestra|troop|league|squad)(?: "
            rf"is| was|'s)?(?: called|,)"
        ),
        "care home": (
            rf"{ENGLISH.kin}(?:(?:'s| is| was| are| lives| lived| stays| has been)(?: now| just| currently| over)? "
            rf"(?:in|at)|(?: went| moved| has moved|'s moved)(?: now| just)? (?:into|to))|(?:care|nursing"
            rf"|retirement|residential|old people's|rest) homes?(?: is| was)?(?: called|,| at)?|(?:a|the) "
            rf"home(?: called| named)|visit(?:s|ed|ing)? (?:[a-z]+ ){{1,2}}(?:at|in)"
        ),
        "church": (
            rf"{_OWN_HOUSE} (?:parish |local )?(?:church|mosque|chapel|temple|gurdwara|synagogue|parish)(?: "
            rf"is| was|'s)?(?: called|,| at)?"
        ),
    },
    housed="""
        rang ring rings phoned phone phones phoning ringing call calls called calling contact contacted emailed book
        booked booking use uses using see saw seeing by near past behind opposite from via through under at to the
        for in into with of joined love loves loved like likes hates hated left picked chose visit visited visiting
        support supports attend attends attended our my his her their
    """,
    houses={
        "school": """
            school, primary school, primary, infant school, infants, junior school, high school, secondary school,
            grammar school, grammar, academy, comprehensive, comp, prep school, college, sixth form, sixth form
            college, university, uni, nursery, nursery school, preschool, pre school, playgroup, kindergarten, high,
            c of e primary, middle school, day nursery
            """,
        "surgery": """
            surgery, practice, medical practice, medical centre, health centre, clinic, dental practice, dental
            surgery, dental, dentists, dentist, pharmacy, chemist, chemists, vets, veterinary practice, opticians,
            hospital, general hospital, general, infirmary, royal infirmary, hospice, walk in centre, group
            practice, medical group, birth centre
            """,
        "care home": """
            care home, nursing home, residential home, retirement home, retirement village, rest home, lodge, court,
            house, grange, manor, hall, care centre, gardens
            """,
        "church": """
            church, parish church, chapel, cathedral, mosque, temple, gurdwara, synagogue, abbey, minster,
            tabernacle, central mosque, islamic centre, baptist church, methodist church, parish, citadel
            """,
        "club": """
            club, rovers, united, athletic, harriers, juniors, rangers, wanderers, town, albion, fc, afc, rfc, rufc,
            cc, choir, choral society, band, brass band, silver band, orchestra, operatic society, society, scouts,
            guides, brownies, cubs, rugby club, football club, cricket club, golf club, tennis club, rowing club,
            sailing club, swimming club, running club, runners, rowers, swimmers, striders, road runners, theatre
            group, players, bowls club, allotments, league, colts, ladies, hockey club, netball club, gymnastics
            club, youth theatre, drama group, leisure centre, wi, women's institute, u3a, legion, working men's
            club, hornets, tigers, eagles, lions, dynamos
            """,
        "employer": """
            bakery, bakers, butchers, garage, motors, autos, ltd, limited, plc, llp, solicitors, law, accountants,
            accountancy, council, city council, county council, borough council, district council, parish council,
            town council, nhs trust, trust, logistics, haulage, freight, builders, construction, engineering,
            electrical, electronics, plumbing, plumbers, heating, foods, farms, farm, dairy, dairies, brewery,
            hotel, inn, arms, tavern, cafe, coffee, tea rooms, tearooms, restaurant, bistro, salon, hairdressers,
            barbers, florists, flowers, stores, group, services, solutions, systems, consulting, consultants,
            partners, associates, holdings, industries, manufacturing, textiles, foundry, mills, mill, quarry,
            publishing, publishers, studios, studio, media, agency, insurance, insurers, bank, building society,
            library, museum, gallery, theatre, police, constabulary, fire service, fire and rescue, ambulance
            service, airport, prison, housing association, housing, foundation, charity, timber, joinery, joiners,
            carpets, furniture, printers, press, books, bookshop, pharma, pharmaceuticals, orchards, nurseries,
            garden centre, fisheries, shipping, coaches, taxis, cabs, travel, estates, estate agents, lettings,
            properties, homes, recruitment, security, cleaning, catering, ironworks, steelworks, kennels, stables,
            packaging, plastics, ceramics, pottery, potteries, glassworks, shipyard, docks, bearings, castings,
            tyres, tools, brothers, sons, and sons, and son, and daughters, and co, and partners, and company,
            digital, software, technologies, robotics, energy, renewables, biotech, laboratories, labs, aerospace,
            analytics, creative, design
            """,
    },
    house_first=False,
    general="""
        local the a an new old big small large little nearby nearest closest family favourite favorite top best your
        chinese italian indian french same different another other good bad nice great public state private primary
        secondary infant junior high middle grammar prep boarding first second my our nursing care residential
        retirement day free main head central general medical dental health veterinary driving language art music
        dance drama summer sunday law business medical cooking cookery riding training golf football rugby cricket
        tennis rowing sailing swimming running book youth social night working men's women's brass silver city
        county borough district parish town university teaching children's maternity eye heart knee hip back brain
        plastic cosmetic laser open keyhole community village international english british national royal
        independent special normal real catholic christian muslim jewish hindu sikh faith religious welsh spanish
        polish online virtual proper any every which whole hospital coffee tea corner estate letting housing
        insurance building law accountancy design digital software marketing advertising recruitment fire ambulance
        police nhs construction
        """,
    stops=_STOPS,
    inner="of the and on upon le la st saint s",
    never="""
        home work school college uni university nursery reception hospital church once least all first last best
        present night nights weekend weekends christmas easter lunch lunchtime dinner tea breakfast bedtime it that
        this them myself yourself himself herself themselves free money fun peanuts charity agencies clients people
        everyone everybody anyone someone families companies businesses january february march april june july
        august september october november december monday tuesday wednesday thursday friday saturday sunday mondays
        tuesdays wednesdays thursdays fridays saturdays sundays england scotland wales britain ireland europe
        america france germany spain london parliament generation the uk us usa eu english french german spanish
        maths science history music wifi bluetooth android ios windows chrome safari google facebook
        """,
)
