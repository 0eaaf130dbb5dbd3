"""How ties to a person are spoken in Spanish. Compiled by hand for this project."""

from anonymizers.quasi.speech.words import Speech

_KIN = (
    r"(?:madre|padre|mama|papa|chic[oa]s?|hijos?|hijas?|ninos?|ninas?|hermanos?|hermanas?|marido|mujer"
    r"|esposo|esposa|pareja|novio|novia|abuelos?|abuelas?|yayo|yaya|nietos?|nietas?|tios?|tias?"
    r"|primos?|primas?|sobrinos?|sobrinas?|amigos?|amigas?|vecino|vecina|companero|companera|jefe|jefa"
    r"|bebe|chaval|chavala|peque|pequeno|pequena|mayor|mediano|mediana|gemelos|gemelas|mellizos"
    r"|familia"
    r"|suegros?|suegras?|cunados?|cunadas?|yerno|nuera|padres|ex|crio|cria|crios)"
)
_OWN = r"(?:mi|mis|su|sus|nuestro|nuestra|nuestros|nuestras|tu|tus)"
_SOFT = (
    r"(?:un|una|el|la|los|las|lo|del|de|al|a|mi|mis|su|sus|muy|bastante|tambien|ya|ahora|algo|poco"
    r"|poquito|un poco|pues|bueno|es|realmente|totalmente|completamente|parcialmente|siempre|todavia"
    r"|aun"
    r"|leve|grave|severa|severo|fuerte|cronica|cronico|principio|principios|tipo|uno|dos|1|2|desde"
    r"|hace|anos|nacimiento|pequeno|pequena|que|me|le|esta|este|ese|esa|desgraciadamente"
    r"|lamentablemente|digamos|o sea|hasta|como"
    r"|mucha|mucho|bien|mal|medio|casi|practicante|creyente|embarazada|meses|cinco|seis|siete|ocho|por"
    r"|con|y|toda|vida|muchos|nuevo|nueva|problemas?|crisis|ataques?)"
)
SPANISH = Speech(
    kin=_KIN,
    be=(
        rf"(?:soy|yo soy|eres|somos|era|fui|estoy|estaba|estuve|he sido|me quede|se quedo|me he quedado"
        rf"|{_KIN}(?: [a-z]+)?(?: tambien)? (?:es|son|era|esta|estaba|nacio|se quedo)|que es|que era|que "
        rf"esta|(?:el|ella|yo) (?:es|era|esta|estaba)"
        r"|es|esta|como|siendo|al ser|por ser|nacido|nacida|nacio|naci|me considero|me declaro|criado"
        r"|criada|me converti|se convirtio|a una|bautizado|bautizada)"
    ),
    own=_OWN,
    have=(
        r"(?:tengo|tienes|tiene|tenemos|tienen|tenia|tenian|tuve|tuvo|he tenido|ha tenido|tener|teniendo"
        r"|sufro|sufre|sufria|sufrio|sufri|sufrir|padezco|padece|padecia|padecer|diagnosticaron"
        r"|diagnosticado|diagnosticada|diagnostico|detectaron"
        r"|dio|ha dado|da|dan|dieron|vivo con|vive con|vivir con|tratado|tratada|tratamiento (?:para"
        r"|contra|por)|operaron|operado|operada|opero|ingresado por|ingresada por|murio|muerto|fallecio"
        r"|falleci|recuper\w+|supero|superado|superar|superado|lucha contra|luchando contra|luchar contra"
        r"|baja por|de baja por|perdi|perdio|necesito|necesita|cogi|cogio|paso|pase|pasado|esperando"
        r"|espero|hicieron|han hecho|hizo|cuenta de|he pasado|enfermo|enferma|afectado|afectada)(?: (?:de"
        r"|por|con|a|un|una))?"
    ),
    since=(
        r"(?:desde|despues de|despues del|tras|antes de|antes del|por|por culpa de|por culpa del|a causa "
        r"de|a causa del|debido a|debido al|con|durante|a raiz de|a raiz del)"
    ),
    take=(
        r"(?:tomo|toma|tomaba|tomar|tomando|tomado|pincho|pincha|pinchar\w*|inyecto|inyecta|llevo|lleva"
        r"|llevaba|uso|usa|usaba|usar|utilizo|utiliza|necesito|necesita|recetaron|receto|recetado|recetada"
        r"|en|con|tengo|tiene|estoy con|esta con|va|voy|cobro|cobra|me muevo|se mueve|mandaron)"
    ),
    go=(
        r"(?:voy|va|vamos|van|iba|ibamos|ir|rezo|reza|rezamos|rezar|miembro|militante|milito|milita"
        r"|afiliado|afiliada|afiliados|voluntario|voluntaria|canto|canta|domingos|viernes|bautizado"
        r"|bautizada|casado|casada|case|asisto|asiste|pertenezco|pertenece|participo)"
    ),
    soft=_SOFT,
    nobody=(
        r"(?:gente|personas?|usuarios?|usuarias?|clientes?|alguien|quien|quienes|pacientes?|todo el mundo"
        r"|aplicacion|app|apps|pagina|paginas|seccion|apartado|articulo|articulos|anuncio|anuncios"
        r"|pelicula|libro|podcast|documental|asociacion|campana"
        r"|investigacion|informacion|info|consejos?|ayuda|ayudar|boton|icono|menu|enlace|web|pregunta"
        r"|preguntas|formulario|sobre|contra|noticias?)"
    ),
    asked=(
        r"(?:si (?:tienes|tiene|eres|es usted|usted|alguien|uno)|tienes|tiene usted|eres|es usted|imagina"
        r"|imaginate)"
    ),
    no=r"(?:no|nunca|jamas|sin|ni|ningun|ninguna)",
)
