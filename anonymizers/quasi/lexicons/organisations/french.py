"""Where people work, learn, are treated, play and pray, in French. Compiled by hand for this project."""

from anonymizers.quasi.lexicons.organisations.words import OrganisationWords
from anonymizers.quasi.speech.french import FRENCH

_STOPS = """
    je tu il elle on nous vous ils elles me te se moi toi lui leur y en ce cet cette ces c ca cela qui que qu quoi
    dont ou et mais donc or ni car si quand comme parce pour par avec sans sur sous dans chez vers entre depuis
    pendant avant apres mon ma mes ton ta tes son sa ses notre nos votre vos leurs un une est es suis sommes etes
    sont etait etais ai as a avons avez ont avait avais ne n pas plus jamais tres trop assez bien mal aussi encore
    deja toujours souvent parfois la-bas ici alors puis enfin bon ben bah oui non voila quoi hein aujourd hier
    demain tous toutes tout toute comment pourquoi fait fais faire va vais vont aller vient viens travaille
    travaillais habite utilise utilisais j t d'abord ans an mois jours semaine
"""
_WORK = (
    r"(?:travaill\w+|boss(?:e|es|ent|ait|ais|er|ez|ons)|taf(?:fe|fait|fais)|exerce|exercait|enseigne"
    r"|enseignait)(?: (?:aujourd'hui|actuellement|maintenant|depuis [a-z]+ ans|a mi temps|a temps "
    r"plein|toujours|aussi|la|comme [a-z]+(?: [a-z]+)?|en tant que [a-z]+(?: [a-z]+)?|de nuit"
    r"|beaucoup))*"
)
_JOB = (
    r"(?:directeur|directrice|responsable|chefs?|cheffe|vendeu(?:r|se)|caissi(?:er|ere)|infirmi(?:er"
    r"|ere)|aide soignante?|professeure?|prof|enseignante?|instit|institutrice|instituteur|comptable"
    r"|ingenieure?|developpeu(?:r|se)|technicienne?|secretaire|assistante?|agent|conducteur"
    r"|conductrice|chauffeur|ouvri(?:er|ere)|employee?|cadre|commerciale?|serveu(?:r|se)|cuisini(?:er"
    r"|ere)|boulang(?:er|ere)|apprentie?|stagiaire|alternante?|gestionnaire|conseill(?:er|ere)|manager"
    r"|consultante?|animat(?:eur|rice)|educat(?:eur|rice)|surveillante?|gardienne?|bibliothecaire"
    r"|pharmacienne?|preparat(?:eur|rice)|magasini(?:er|ere)|cariste|mecanicienne?|benevole|medecin"
    r"|chercheu(?:r|se)|coiffeu(?:r|se)|graphiste|redact(?:eur|rice)|receptionniste|standardiste"
    r"|facteur|factrice|policier|pompier)"
)
ORGANISATIONS = OrganisationWords(
    sure={
        "employer": (
            rf"{_WORK} (?:chez|pour|a|au|aux|dans)|employee? (?:chez|par|a|au)|(?:embauchee?|recrutee?"
            rf"|licenciee?|en cdi|en cdd|en interim|interimaire|en poste|en stage|stage|en alternance"
            rf"|alternance|apprentissage|salariee?|retraitee?|boulot|poste|contrat|mutee?|detachee?) (?:de chez"
            rf"|chez|par|a|au|a la|de|du)"
            rf"|(?:suis|est|etais|etait|comme|en tant que|un|une) (?:[a-z]+ ){{0,3}}?{_JOB}(?: "
            rf"[a-z]+){{0,3}}? chez|(?:mon employeur|ma boite|mon entreprise|ma societe|son employeur|sa boite"
            rf"|son entreprise|mon boulot)(?: c'est| est| s'appelle|,)|(?:ans|mois|annees) chez|collegues? de "
            rf"chez|(?:mon|ma|son|sa) (?:chef|patron|patronne|manager|responsable) chez"
        ),
    },
    loose={
        "employer": (
            rf"{_WORK} (?:chez|pour|a|au|a la|aux|dans|a l|dans le|dans la|dans l|dans une?|pour la|pour le)"
            rf"|(?:suis|est|etais|etait|comme|en tant que|un|une) (?:[a-z]+ ){{0,3}}?{_JOB}(?: "
            rf"[a-z]+){{0,3}}? (?:a|au|a la|a l|dans|de la|du|de l)|(?:je|il|elle|on) (?:tiens|tient|gere"
            rf"|dirige|ai monte|a monte|ai cree|a cree|possede|ai repris|a repris)(?: l| la| le| une?)?"
            rf"|benevole (?:a|au|a la|chez|a l)|(?:mon|ma|notre|son|sa) (?:boutique|magasin|commerce|cabinet"
            rf"|salon|garage|ferme|restaurant|boulangerie)(?: c'est| s'appelle|,)"
        ),
        "school": (
            rf"{FRENCH.kin}(?: [a-z]+)?(?: elle| il| qui)? (?:va|vont|est|sont|etait|allait|allaient|entre|etudie"
            rf"|etudient|rentre|est scolarisee?|sont scolarisees?) (?:a|au|en [a-z0-9]+ a|en [a-z0-9]+ au|dans"
            rf"|aux)|scolarisee?s? (?:a|au|dans)|inscrite?s? (?:a|au|dans)|(?:maternelle|primaire|college|lycee"
            rf"|fac|cp|ce ?[12]|cm ?[12]|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|ecole"
            rf"|creche|nounou|licence|master|etudes|prepa|bts) (?:a|au|de|du|c'est|s'appelle|:)|(?:mon|ma|leur"
            rf"|notre|son|sa) (?:ecole|college|lycee|creche|fac|universite)(?: c'est| s'appelle|,)|enseigne(?: "
            rf"[a-z]+){{0,3}} (?:a|au)|prof(?: [a-z']+){{0,3}} (?:a|au)"
        ),
        "surgery": (
            r"(?:suivie?|operee?|hospitalisee?|soignee?|admise?|accouche|traitee?|rendez vous|rdv|urgences"
            r"|consultation|chimio|dialyse|maternite|reeducation|examens?|scanner|irm|analyses) (?:a|au|a la|a "
            r"l|dans|de|du)|(?:mon|ma|notre|nos) (?:medecin|docteur|dentiste|pharmacie|pharmacien|cabinet"
            r"|clinique|hopital|veto|veterinaire|opticien|kine)(?: c'est| est a| s'appelle|,)"
        ),
        "club": (
            r"(?:joue|jouait|joues|jouent|jouer|entraine|entraines|court|cours|nage|nagent|chante|danse"
            r"|licenciee?|foot|rugby|hand|basket|judo|tennis|natation|gym|chorale)(?: [a-z]+){0,2}? (?:a|au|a "
            r"la|a l|dans|de|du|pour|chez|avec)|(?:mon|notre|son) (?:club|equipe|chorale)(?: c'est| s'appelle"
            r"|,)"
        ),
        "care home": (
            rf"{FRENCH.kin}(?: [a-z]+)? (?:est|vit|etait|habite|a ete placee?|est entree?|est partie?)(?: "
            rf"maintenant)? (?:a|au|aux|a la|dans|en)|(?:maison de retraite|ehpad|residence|foyer)(?: c'est| "
            rf"s'appelle|,)"
        ),
        "church": (
            r"(?:messe|culte|marie|mariee|maries|baptisee?|communion|catechisme|prie|prier|chorale"
            r"|paroissienne?|cure|pretre|pasteur|imam|rabbin|paroisse) (?:a|au|a la|de|du|dans|c'est)"
        ),
    },
    housed="a au aux en dans du de l le la mon ma son sa leur notre pour chez appele telephone",
    houses={
        "school": (
            "école, école primaire, école maternelle, école élémentaire, maternelle, collège, lycée, lycée "
            "professionnel, lycée agricole, crèche, micro-crèche, université, fac, institut, groupe scolaire, "
            "ime, iut, cfa, mfr, halte-garderie, institution"
        ),
        "surgery": (
            "clinique, hôpital, chu, centre hospitalier, polyclinique, cabinet médical, cabinet dentaire, "
            "cabinet, maison médicale, maison de santé, pharmacie, centre de santé, centre médical, "
            "laboratoire, hôpital de jour, clinique vétérinaire, centre de rééducation, maternité"
        ),
        "care home": (
            "ehpad, maison de retraite, résidence, résidence autonomie, résidence seniors, foyer logement, "
            "foyer, foyer d'accueil, maison d'accueil"
        ),
        "church": (
            "église, paroisse, mosquée, synagogue, temple, chapelle, cathédrale, basilique, église "
            "évangélique, grande mosquée, abbaye, couvent"
        ),
        "club": (
            "club, club de foot, club de rugby, club de tennis, club de judo, as, us, fc, ol, stade, entente, "
            "racing, union sportive, association sportive, amicale, chorale, harmonie, fanfare, orchestre, "
            "comité des fêtes, judo club, tennis club, rugby club, chœur, compagnie, football club, athletic "
            "club, hand, pétanque"
        ),
        "employer": (
            "boulangerie, pâtisserie, boucherie, garage, mairie, entreprise, société, établissements, ets, "
            "menuiserie, plomberie, transports, brasserie, restaurant, hôtel, café, bar, librairie, "
            "imprimerie, salon, salon de coiffure, fleuriste, pépinières, pépinière, ferme, domaine, château, "
            "cave, coopérative, scierie, carrière, usine, fromagerie, laiterie, conserverie, cabinet "
            "comptable, étude, étude notariale, office notarial, agence, ambulances, taxis, auto-école, "
            "musée, théâtre, médiathèque, bibliothèque, conservatoire, préfecture, commissariat, gendarmerie, "
            "caserne, prison, maison d'arrêt, communauté de communes, conseil départemental, office du "
            "tourisme, camping, association, fondation, atelier, ateliers, maison, groupe, laboratoires, "
            "chantiers, fonderie, verrerie, faïencerie, biscuiterie, chocolaterie, magasin, supérette, "
            "épicerie, tabac, centre social, esat, tribunal, logistique, conseil, industrie, industries, "
            "services, bâtiment, immobilier, et fils"
        ),
    },
    house_first=True,
    general=(
        "local primaire publique prive privee public petit petite grand grande nouveau nouvelle meme "
        "autre bon bonne quartier village ville coin campagne medical dentaire"
    ),
    stops=_STOPS,
    inner="de du des la le les l d et aux au en saint sainte st ste sur sous a",
    never="""
        moi nous eux elle lui toi vous la le maison domicile distance temps plein partir cote paris france l
        internet ordinateur deux trois plusieurs clients gens entreprises mes mon ma ses son leur leurs mi un une
        des ce cette janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi
        mardi mercredi jeudi vendredi samedi dimanche dimanches samedis
        """,
)
