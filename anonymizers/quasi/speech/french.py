"""How ties to a person are spoken in French. Compiled by hand for this project."""

from anonymizers.quasi.speech.words import Speech

_KIN = (
    r"(?:mere|pere|maman|papa|fils|filles?|enfants?|gamins?|gamines?|gosses?|soeurs?|freres?|mari|femme|epouse|epoux"
    r"|conjointe?|compagnon|compagne|copain|copine|petite? amie?|ami|amie|amis|pote|voisine?|collegue|patron|patronne"
    r"|cheffe?|tante|oncle|tonton|tata|cousine?|niece|neveu|grand mere|grand pere|mamie|papi|papy|mamy"
    r"|meme|pepe|grands"
    r" parents|parents|petit fils|petite fille|petits enfants|bebe|garcon|aine|ainee|cadet|cadette|benjamin|benjamine"
    r"|jumeaux|jumelles|petit dernier|petite derniere|ado|ados|famille|belle mere|beau pere|beau frere"
    r"|belle soeur|ex)"
)
_OWN = r"(?:mon|ma|mes|son|sa|ses|notre|nos|leur|leurs|ton|ta|votre)"
_SOFT = (
    r"(?:un|une|le|la|les|l|du|de|des|d|mon|ma|mes|son|sa|ses|au|aux|a|en|petite?|petits?|grosse?|gros"
    r"|vraiment|assez|tres"
    r"|plutot|peu|aussi|maintenant|toujours|deja|encore|meme|juste|genre|enfin|donc|bah|ben|bon"
    r"|malheureusement|carrement"
    r"|completement|totalement|partiellement|severe|legere|leger|grave|lourd|lourde|chronique|premier"
    r"|deuxieme|type|et|sous|fait|eu"
    r"|ce|cette|etait|ete|alors|depuis|quelqu|problemes?|soucis?|crises?|maladie|fameux|fameuse"
    r"|beaucoup|ancien|ancienne"
    r"|pratiquante?|enceinte|mois|cinq|six|sept|huit|nee?|diagnostiquee?|reconnue?|devenue?|comme"
    r"|croyante?|fervente?|non|chez)"
)
FRENCH = Speech(
    kin=_KIN,
    be=(
        rf"(?:je suis|j'etais|j'ai ete|je me suis|suis|tu es|vous etes|(?<!qu')il est|elle est|il etait"
        rf"|elle etait|on est|nous sommes|qui est|qui etait"
        rf"|il a ete|elle a ete|(?:je|il|elle) (?:deviens|devient|devenais)|{_KIN}(?: [a-z]+)? (?:est"
        rf"|sont|etait|etaient|a ete|est devenue?)|etant|en tant que|ne|nee|devenue?|etre"
        rf"|etais|{_KIN} elle est|{_KIN} il est|me considere|me suis converti(?:e)?|s'est "
        rf"converti(?:e)?|eleve|elevee)"
    ),
    own=_OWN,
    have=(
        r"(?:j'ai|tu as|vous avez|il a|elle a|on a|ont|avons|avait|avais|avoir|ayant|eu|a|as|ai|fait"
        r"|souffr(?:e|es|ent|ais|ait|ant|ert)"
        r"|atteinte?s?|diagnostique(?:e)?|decouvert|detecte|vi(?:t|s|vre) avec|traitee?s? (?:pour|contre)"
        r"|soignee?s? pour|suivie? pour"
        r"|traitement (?:pour|contre)|operee?s?|hospitalisee?s? pour|morte?s?|decedee?s?|emportee?s? par"
        r"|remet(?:s|tre)?|remise?|victime|perdu|subi|arret(?:ee?)? (?:pour|a cause de)|attends|attend"
        r"|c'est pour|(?:lutte|bats|bat) contre|fais|faisait|faisais|sors de|sort de)"
    ),
    since=r"(?:depuis|apres|avant|a cause|avec|suite a|pendant|lors de|grace a)",
    take=(
        r"(?:prends?|prend|prenais|prenait|prendre|pris|sous|au|a la|aux|en|porte|portais|utilise"
        r"|utilisait|mis(?:e)? sous|prescrit|besoin"
        r"|se deplace|touche|touchait|percois|percoit|suis (?:sous|en)|est (?:sous|en)|avec|j'ai|a|ai"
        r"|renouvel(?:er|le|e)|commander)"
    ),
    go=(
        r"(?:vais|va|allons|vont|allais|allait|aller|alle|allee|frequente|prie|prions|membre|adherente?"
        r"|milite|militante?|engagee?|benevole"
        r"|chante|baptisee?|dimanche|vendredi|marie|mariee|inscrite?)"
    ),
    soft=_SOFT,
    nobody=(
        r"(?:gens|personnes?|utilisateurs?|utilisatrices?|clients?|clientes?|quelqu'un|ceux|celles"
        r"|patients?|tout le monde|usagers|appli|application"
        r"|page|pages|rubrique|section|article|articles|pub|publicite|film|livre|podcast|documentaire"
        r"|association|campagne|recherche|infos?"
        r"|informations?|conseils?|aide|aider|aidant|bouton|onglet|icone|menu|lien|site|question"
        r"|formulaire|sur|contre|telethon)"
    ),
    asked=(
        r"(?:si (?:vous|tu|on|quelqu'un|jamais)|est ce que (?:vous|tu)|avez vous|as tu|etes vous|es tu"
        r"|imaginons|disons)"
    ),
    no=r"(?:n'ai|n'a|n'est|ne suis|suis pas|n'avais|n'avait|pas|jamais|sans|ni|aucune?|n'etais|n'etait)",
)
