"""Short and pet forms of first names, as people use them in speech.

Compiled by hand from common knowledge of English, French, German and Spanish usage; no list was copied.
"""

from anonymizers.characters import key

_SETS = """
maureen mo | joseph jo | josephe jo | josephine jo | marie mimi | genevieve gene |
alexander alex al alec sandy sasha xander lex | alexandra alex sandra sandy sasha lexi | abigail abby gail
albert al bert bertie | alfred alf alfie fred | amanda mandy | andrew andy drew | angela angie | anthony tony ant
antonio toni tony | anne annie nan | ann annie | anna annie ani | arthur art artie | barbara barb barbie babs
benjamin ben benny benji | bernard bernie | beatrice bea bee trixie | beverley bev | bradley brad
bridget bridie biddy | caroline carrie caro | catherine cath cathy kate katie cat kit kitty
katherine kath kathy kate katie kit kitty kat | kathleen kath kathy kate | charles charlie chuck chas chaz
charlotte charlie lottie char | christine chris chrissie tina | christina chris tina chrissy
christopher chris kit topher | clifford cliff | cynthia cindy | daniel dan danny | david dave davey davy
deborah deb debbie | dennis den denny | diana di | dominic dom nick | donald don donnie | dorothy dot dottie dolly
edward ed eddie ted teddy ned | edmund ed eddie | edwin ed eddie | eleanor ellie nell nora
elizabeth liz lizzie beth betty bess eliza libby lisa elsie | emily em emmy | emma em | ernest ernie | eugene gene
florence flo flossie | frances fran frankie | francis frank frankie | franklin frank | frederick fred freddie
gabriel gabe | gabrielle gabby | geoffrey geoff | george georgie | gerald gerry jerry | gerard gerry | gilbert gil
gillian gill jill | gregory greg | gwendolyn gwen | harold harry hal | harriet hattie harri | helen nell nellie
henry harry hank hal | herbert herb bert | isabella bella izzy izzie | isabel izzy bel | jacob jake
jacqueline jackie | james jim jimmy jamie jem | janet jan | jasmine jas jaz | jeffrey jeff | jennifer jen jenny jenn
jeremy jez jerry | jessica jess jessie | joanna jo joanie | joanne jo | john johnny jack jon
jonathan jon jonny jonty | joseph joe joey | josephine jo josie | joshua josh | judith judy judi | julia jules
julian jules | kenneth ken kenny | kimberley kim | laura laurie lori | lawrence larry laurie | leonard len lenny leo
leslie les | lillian lily lil | louis lou louie | louise lou | lucinda lucy cindy | madeleine maddie
margaret maggie meg peggy marge margie rita madge | maria mia | martin marty | mary molly polly mae
matilda tilly mattie | matthew matt matty | maximilian max | maxine max | melanie mel | melissa mel missy
michael mike mick mickey micky mikey | michelle shell chelle | miriam mim | mohammed mo moe | muhammad mo
mohamed mo | nancy nan | natalie nat | nathan nat nate | nathaniel nat nate | nicholas nick nicky nico
nicola nicky nikki | norman norm | oliver ollie olly | olivia liv livvy ollie | pamela pam
patricia pat patsy tricia trish | patrick pat paddy rick | penelope penny | peter pete | philip phil pip
philippa pip | rachel rach | raymond ray | rebecca becky becca beck | reginald reg reggie
richard rick ricky rich richie dick | robert rob robbie bob bobby bert | roberta bobbie | roderick rod rory
rodney rod | roger rodge | ronald ron ronnie | rosemary rosie rose | russell russ | samantha sam sammy
samuel sam sammy | sarah sally sadie | sara sally | simon si | sophia sophie soph | stanley stan
stephen steve stevie | steven steve stevie | stephanie steph | stuart stu | susan sue susie suzy
susannah sue susie | sylvia syl | teresa terry tess tessa | theresa terry tess | terence terry tel
theodore theo ted teddy | thomas tom tommy | timothy tim timmy | tobias toby | tracey trace | valerie val
vanessa nessa | veronica ronnie | victor vic | victoria vicky vic tori | vincent vince vinnie | virginia ginny
walter walt wally | wendy wend | wilfred wilf | william will bill billy willie liam | winifred winnie | yvonne evie
zachary zach zack | siobhan shiv | caitlin cait | aoife ife | padraig paddy | frederic fred | guillaume guigui
francois fanfan | jerome jeje | nicolas nico | stephane steph | emmanuel manu | emmanuelle manu | dominique dom
sebastien seb | sebastian seb basti bastian | benoit ben | philippe phil | friedrich fritz | johannes hannes hans
josef sepp | wolfgang wolf | susanne susi | andreas andi | matthias matze | katharina kathi kati
elisabeth lisa lisi else sissi | heinrich heinz heini | joachim jo achim | ulrich uli | ulrike uli
francisco paco pancho fran curro | jose pepe | josefa pepa | ignacio nacho | dolores lola
concepcion concha conchita | guadalupe lupe | manuel manolo manu | enrique quique | jesus chus | rosario charo
mercedes merche | isabel isa | maria mari | alejandro alex | alejandra ale | roberto beto | alberto beto
fernando nando | antonia toni
""".replace("\n", "|")


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for entry in _SETS.split("|"):
        names = entry.split()
        for short in names[1:]:
            table.setdefault(names[0], []).append(short)
            table.setdefault(short, []).append(names[0])
    return {name: tuple(dict.fromkeys(others)) for name, others in table.items()}


_NICKNAMES = _table()


def nicknames(first_name: str) -> tuple[str, ...]:
    """The usual short forms of a first name, and the first names that it is a short form of; keys as of `key`.

    >>> nicknames("Robert")
    ('rob', 'robbie', 'bob', 'bobby', 'bert')
    """
    return _NICKNAMES.get(key(first_name), ())
