"""Religion, belief, politics and trade unions of the speaker or of somebody they speak of."""

from collections.abc import Mapping

from anonymizers.quasi.lexicons.belief import BELIEF_WORDS
from anonymizers.quasi.phrases import inflected
from anonymizers.quasi.speech import SPEECH
from anonymizers.quasi.tied import Kind, TiedRecognizer, Topic, any_of

_SAID = {
    "view": "[politics]",
    "party": "[politics]",
    "vote": "[politics]",
    "union": "[trade union]",
    "union_word": "[trade union]",
    "union_member": "[trade union]",
    "act": "[trade union]",
}
_OBSERVE = {
    "en": r"(?:keep(?:s|ing)?|kept|observ(?:e|es|ing|ed)|eats?|eating|only eat|fast(?:s|ing|ed)?(?: for| "
    r"during)?|(?:i|we|she|he)"
    r" pray(?:s|ed)?|wears?|wearing|wore|doing|did|went on|going on|read(?:s|ing)? (?:the|my|his|her)"
    r"|say(?:s|ing)? (?:the|my|his|her)|had (?:my|his|her|our)"
    r"|celebrat(?:e|es|ed|ing)|for lent|give up|gave up|my|his|her|their|our|cook(?:s|ing)?|during"
    r"|because of|before|after|at)",
    "fr": r"(?:fai(?:s|t|sons|re|sait|sais)|mang(?:e|eons|ent|er)|observ(?:e|ons|ent|er)|port(?:e|ent|ais"
    r"|ait|er)|respect(?:e|ons|er)|jeune(?:s|nt)?|prie(?:s|nt)?|fet(?:e|ons|er)|pendant|"
    r"mon|ma|mes|son|sa|ses|notre|leur|lis|lit|recite|apres|avant|allee? a|partie? a)",
    "de": (
        r"(?:halt(?:e|en|et)?|ess(?:e|en)|isst|fast(?:e|et|en)|trag(?:e|en)|tragt|bete|betet|beten|feiern?"
        r"|feiert|mein|meine|meiner|meinem|ihre?r?|seine?r?|unsere?r?|lese|liest|lebe|leben|lebt|wahrend"
        r"|im|nach|vor|am)"
    ),
    "es": (
        r"(?:hago|hace|hacemos|hacia|hacer|guardo|guarda|guardamos|como|come|comemos|comer|llevo|lleva"
        r"|ayuno|ayuna|ayunamos|rezo|reza|rezamos|celebro|celebra|celebramos|mi|su|nuestro|nuestra|durante"
        r"|leo|lee|fui a|voy a|ido a|observo|por|en)"
    ),
}
_VOTE = {
    "en": r"(?:vot(?:e|es|ed|ing)(?: for)?|member of|members of|stood for|standing for|canvass(?:ed|ing)? "
    r"for|campaign(?:ed|ing)? for|candidate for|councillor for"
    r"|donate to|volunteer(?:s|ed)? for|leaflet(?:ed|ing)? for|card carrying"
    r"|joined|paid up|activist (?:in|for|with)|lifelong|always been)",
    "fr": (
        r"(?:vot(?:e|es|ait|ais|er|ent|ons)|adherente?|membre|encartee?|milit(?:e|ante?|ait)|candidate?"
        r"|sympathisante?|electeur|electrice|carte|soutiens|proche|elue?)"
    ),
    "de": (
        r"(?:wahl(?:e|t|te|en|st)|gewahlt|mitglied|eingetreten|kandidier(?:e|t|te)|ortsverband|wahlkampf "
        r"fur|plakate fur|engagiert|stimme|stimmt|parteibuch|unterstutze|unterstutzt|bin in|ist in|bin bei"
        r"|ist bei)"
    ),
    "es": (
        r"(?:vot(?:o|a|e|amos|aba|ado|ar|ante)|militante?|milita|milito|afiliad[oa]|miembro|simpatizante"
        r"|candidat[oa]|concejal[a]?|carne|apoyo|apoya|interventor[a]?)"
    ),
}
_AT_THE_POLLS = {
    "en": (
        r"(?:i|we|he|she|they|always|usually|to|{kin}|normally|have|never)(?:'ve|'d|'s)? (?:have |always "
        r"|never |usually )?(?:vot(?:e|es|ed|ing))(?: for)?"
    ),
    "fr": r"(?:vot(?:e|es|ait|ais|er|ent|ons))",
    "de": (
        r"(?:ich|wir|er|sie|immer|{kin}|hab|habe) (?:[a-z]+ )?(?:wahl(?:e|t|te|en)|gewahlt)|(?:wahle|wahlt"
        r"|wahlen) (?:ich|er|sie|wir)(?: [a-z]+)?"
    ),
    "es": r"(?:vot(?:o|a|e|amos|aba|ado|ar|ante))",
}
_UNION_TIE = {
    "en": (
        r"(?:members? of|rep for|rep with|rep in|steward (?:for|with|in)|belong to|branch of|joined"
        r"|union(?: is|'s|,)?|my union)"
    ),
    "fr": "(?!)",
    "de": "(?!)",
    "es": "(?!)",
}
_UNION_BEHIND = {"en": r" (?:rep|steward|branch|official|convenor|organiser|member)", "fr": "", "de": "", "es": ""}
_NO_NOUN = (
    r"(?=$|[.,]| (?:and|because|but|in|all|last|this|at|every|since|und|weil|aber|gewahlt|seit|immer"
    r"|bei|oder|bin|habe|als|schon|da|denn|ja|et|mais|parce|depuis|aux|y|pero|porque|desde|en)\b)"
)
_JOINED = {
    "en": (
        r"(?:member of|members of|in|with|join(?:ed|ing)?|rep for|rep with|rep in|steward (?:for|with|in)"
        r"|belong(?:s|ed)? to|branch of|secretary of|my|our|his|her|their|paid up|organis(?:e|er) (?:for"
        r"|with)|went to|rang|backed by|support from|strike with|through)"
    ),
    "fr": (
        r"(?:membre|adherente?|syndiquee?|deleguee?|elue?|a|chez|au|encartee?|carte|milite|militante?|mon"
        r"|notre|son|leur|section|avec|representante?|permanente?)"
    ),
    "de": (
        r"(?:mitglied|in|eingetreten|bin bei|ist bei|arbeite bei|meine|meiner|unsere|unserer|ihre|ihrer"
        r"|seine|seiner|aktiv|beitrag|vertrauensmann|vertrauensfrau|sekretar|vorstand)"
    ),
    "es": (
        r"(?:miembro|afiliad[oa]s?|delegad[oa]|en|mi|nuestro|su|milito|milita|representante|liberad[oa]"
        r"|secretari[oa]|seccion|cuota|por|del|de)"
    ),
}
_BEFORE = {
    "en": "practising practicing devout lapsed strict committed lifelong born again staunch",
    "fr": "fervent fervente non tres",
    "de": "streng strengglaubige praktizierende praktizierender uberzeugter uberzeugte",
    "es": "muy ferviente catolico catolica cristiano cristiana",
}
_AFTER = {
    "en": "voter supporter member activist councillor faith party church rep committee regularly",
    "fr": "pratiquant pratiquante",
    "de": "wahler wahlerin mitglied partei",
    "es": "practicante creyente apostolico",
}
_HEAD = {
    "en": r"(?:apps?|louboutin|emojis?|names?|music|icons?|flags?|filters?|options?"
    r"|sections?|pages?"
    r"|holidays?|cards?|meals?|food|"
    r"calendars?|charit\w+|schools?|street|road|lane|bell|button|jack|square|wall|market|manifesto"
    r"|leaflets?|website|of the|on (?:the|this|that)|about|as a)",
    "fr": r"(?:appli\w*|rubrique|section|page|bouton|icone|du terme|en plein|des dates)",
    "de": r"(?:app|apps|seite|knopf|button|oben|unten|klicken|tippen|wischen|gehen|scrollen|und rechts|und links)",
    "es": r"(?:app|seccion|boton|pagina|icono|arriba|abajo)",
}


def _topic(language: str, words: Mapping[str, str]) -> Topic:
    speech = SPEECH[language]
    kin = rf"{speech.own}(?: [a-z]+)? {speech.kin}"
    behind_kin = rf" (?:{speech.kin}|famil(?:y|ie|ia)|household|upbringing|background|parents|haushalt)"
    adjective = Kind(
        ties=speech.be,
        around=(any_of(speech.own, r"a|an|une?|eine?[rmn]?"), behind_kin),
        tight=kin if language in {"fr", "es"} else "",
    )
    german_verb = r",? (?:[a-z]+ )?(?:gewahlt|wahle|wahlt|wahlen|eingetreten|beigetreten|gegangen|gehe|geht)"
    kinds = {
        "faith": adjective,
        "view": Kind(ties=any_of(speech.be, _VOTE[language]), around=adjective.around, tight=adjective.tight),
        "vote": Kind(around=(_AT_THE_POLLS[language].replace("{kin}", speech.kin), _NO_NOUN)),
        "union_word": Kind(ties=_UNION_TIE[language], behind=_UNION_BEHIND[language]),
        "union_member": Kind(ties=any_of(speech.be, speech.own)),
        "act": Kind(ties=speech.be),
        "rite": Kind(
            tight=(
                rf"{speech.own}(?: (?:local|own|old))?|{speech.go}(?: [a-z]+)?(?: to| at| in| for| a| au| en| dans| "
                rf"zur| in die| in der| zum| im| de)?(?: the| our| my| la| le| l| el| die| der| den| eine| einem| "
                rf"einer| une?| un)?"
            )
        ),
        "observance": Kind(ties=_OBSERVE[language]),
        "clergy": Kind(tight=rf"{speech.own}(?: (?:local|own|old|catholic|muslim|christian|jewish))?"),
        "party": Kind(ties=_VOTE[language], behind=german_verb if language == "de" else ""),
        "union": Kind(ties=_JOINED[language]),
    }
    lists = dict(words)
    kinds = {kind: kinds[kind] for kind in words}
    if language == "de":
        lists["faith"] = inflected(words["faith"])
    return Topic(lists, kinds, _BEFORE[language], _AFTER[language], _HEAD[language])


class BeliefRecognizer(TiedRecognizer):
    """What somebody believes, whom they vote for and which union they are in."""

    ENTITIES = ("BELIEF",)
    SAID = "[belief]"
    TOPICS = {language: _topic(language, words) for language, words in BELIEF_WORDS.items()}  # noqa: RUF012 - the lists never change

    def said(self, kind: str) -> str:
        """The sort of belief."""
        return _SAID.get(kind, self.SAID)
