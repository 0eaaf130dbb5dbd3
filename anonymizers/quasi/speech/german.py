"""How ties to a person are spoken in German. Compiled by hand for this project."""

from anonymizers.quasi.speech.words import Speech

_KIN = (
    r"(?:mutter|vater|mama|papa|mutti|vati|sohn|sohnes|tochter|kind|kinder|kindern|schwester|bruder"
    r"|mann|ehemann|ehefrau|frau|partner|partnerin"
    r"|freund|freundin|lebensgefahrte|lebensgefahrtin|oma|opa|omi|grossmutter|grossvater|grosseltern"
    r"|eltern|enkel|enkelin|enkelkinder|tante|onkel|cousin|cousine"
    r"|nichte|neffe|nachbar|nachbarin|kollege|kollegin|chef|chefin|kumpel|baby|junge|jungs|madchen"
    r"|madels|zwillinge|familie|kleine|kleiner|grosse|grosser|alteste|altester"
    r"|jungste|jungster|schwiegermutter|schwiegervater|schwiegereltern|schwager|schwagerin|ex"
    r"|mitbewohner|mitbewohnerin)"
)
_OWN = (
    r"(?:mein|meine|meiner|meinem|meinen|meines|sein|seine|seiner|seinem|seinen|ihr|ihre|ihrer|ihrem"
    r"|ihren|unser|unsere|unserer|unserem|unseren|dein|deine|deiner)"
)
_SUBJECT = rf"(?:ich|er|sie|wir|die|der|man|{_KIN})"
_SOFT = (
    r"(?:ein|eine|einen|einem|einer|der|die|das|dem|den|des|meine?[nmrs]?|seine?[nmrs]?|ihre?[nmrs]?"
    r"|ja|auch|jetzt|schon|immer|noch|halt|eben|so|echt|total|sehr|ziemlich|wirklich|leider"
    r"|seit|jahren|langem|langer|kurzem|kind|kindheit|geburt|an|auf|schwere?[nmrs]?|leichte?[nmrs]?"
    r"|starke?[nmrs]?|chronische?[nmrs]?|akute?[nmrs]?|kleine?[nmrs]?|grosse?[nmrs]?|typ|eins|zwei|1|2"
    r"|damals|letztes|letzten|jahr|mal|bisschen|etwas|viel|nicht|nur|und|beim|im|monat|funften"
    r"|sechsten|siebten|achten|als|zu|diese?[nmrs]?|vom|von|mit|tag|montag"
    r"|glaubige?[nmrs]?|praktizierende?[nmrs]?|streng|uberzeugte?[nmrs]?|fast|komplett|vollig"
    r"|eigentlich|quasi|sozusagen|nun|selber|selbst|ubrigens|neu|alte?[nmrs]?|rechten?|linken?"
    r"|rechte[nmrs]?|linke[nmrs]?|beiden?|stark|schwer|leicht)"
)
GERMAN = Speech(
    kin=_KIN,
    be=(
        rf"(?:ich bin|bin ich|bin|ich war|war ich|er ist|sie ist|ist er|ist sie|er war|sie war|wir sind"
        rf"|sind wir|ich wurde|ich werde|er wurde|sie wurde"
        rf"|{_KIN}(?: [a-z]+)? (?:ist|sind|war|waren|wurde)|(?:ist|war) {_OWN} {_KIN}|ich als|als"
        rf"|{_KIN} der ist|{_KIN} die ist|geboren|die ist|der ist|bist du|sie sind|getauft|erzogen"
        rf"|aufgewachsen)"
    ),
    own=_OWN,
    have=(
        r"(?:hab|habe|hast|hat|haben|hatte|hatten|hatt|bekam|bekommen|bekomme|kriegt|kriegte|gekriegt"
        r"|leide|leidet|litt|erkrankte?|gelitten|lebe|lebt|leben|kampfe|kampft|kampfen"
        r"|diagnostiziert|diagnose|behandelt|behandlung|gestorben|starb|verstorben|verloren|uberlebt"
        r"|operiert|krankgeschrieben|krank|betroffen|durchgemacht|erleide|erlitt|erlitten|brauche|braucht"
        r"|mache|macht|machte|warte|wartet)"
        r"(?: (?:an|unter|mit|gegen|von|wegen|auf))?"
    ),
    since=r"(?:seit|nach|vor|wegen|mit|durch|aufgrund|trotz|wahrend|von)",
    take=(
        r"(?:nehm|nehme|nimmt|nahm|genommen|nehmen|spritze|spritzt|trage|tragt|trug|benutze|benutzt"
        r"|brauche|braucht|bin auf|ist auf|auf|im|verschrieben|bekomme|bekommt|mit|habe|hat|hab|hatte"
        r"|sitze|sitzt|sass|bin|ist|bin im|ist im|beziehe|bezieht)"
    ),
    go=(
        r"(?:gehe?|geht|gehen|ging|gingen|bete|betet|beten|mitglied|aktiv|engagiere|engagiert|singe|singt"
        r"|sonntags|freitags|sonntag|freitag|bin in|ist in|getauft|konfirmiert|verheiratet|jeden)"
    ),
    soft=_SOFT,
    nobody=(
        r"(?:leute|leuten|menschen|nutzer|nutzern|nutzerinnen|kunden|kundinnen|jemand|jemanden|jemandem"
        r"|patienten|personen|alle|wer|app|apps|seite|seiten|rubrik|bereich|artikel|werbung|film|buch"
        r"|podcast|doku|kampagne|forschung|infos?|information|informationen"
        r"|tipps|hilfe|helfen|hilft|knopf|button|menu|symbol|link|thema|themen|formular|frage|uber|gegen"
        r"|zum|zur|spenden)"
    ),
    asked=r"(?:wenn (?:man|du|sie|jemand)|ob (?:man|du|sie|jemand)|haben sie|hast du|sind sie|bist du|falls)",
    no=r"(?:kein|keine|keinen|keiner|keinem|nicht|nie|niemals|ohne|weder|noch nie)",
)
