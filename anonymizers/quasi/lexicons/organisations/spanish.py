"""Where people work, learn, are treated, play and pray, in Spanish. Compiled by hand for this project."""

from anonymizers.quasi.lexicons.organisations.words import OrganisationWords
from anonymizers.quasi.speech.spanish import SPANISH

_STOPS = """
    yo tu el ella ello nosotros vosotros ellos ellas me te se nos os le les mi mis su sus nuestro nuestra un una
    unos unas y e o u pero porque pues si cuando como donde que quien cual no ni si tambien ya aun muy mas menos tan
    bien mal siempre nunca aqui alli ahora luego entonces hoy ayer manana en con sin por para sobre desde hasta
    entre hacia a ante bajo segun durante tras es soy eres somos son era fui fue estoy esta estaba he ha han hemos
    habia tengo tiene tenia hago hace hacer voy va van ir vengo trabajo trabaja trabajaba vivo vive uso usa bueno
    vale oye vamos eh anos ano mes meses dias dia semana semanas todos todas todo toda algo nada mucho mucha desde
"""
_WORK = (
    r"(?:trabaj(?:o|a|aba|amos|an|e|ado|ando|ar)|curr(?:o|a|aba|ar|ando)|emplead[oa]|contratad[oa]"
    r"|dando clases?|doy clases?|da clases?|practicas|becari[oa]|jubilad[oa]|despedid[oa]|despidieron"
    r"|echaron|entre|entro|empece|empezo|empiezo|fij[oa]|puesto|turno|turnos|voluntari[oa])(?: "
    r"(?:ahora|actualmente|a media jornada|a tiempo parcial|de [a-z]+(?: [a-z]+)?|como [a-z]+(?: "
    r"[a-z]+)?|desde hace [a-z]+ anos|alli|tambien|siempre|toda la vida|[a-z]+ anos|a jornada completa"
    r"|a trabajar))*"
)
_JOB = (
    r"(?:director|directora|encargad[oa]|gerente|responsable|jef[ea]|cajer[oa]|dependient[ea]"
    r"|enfermer[oa]|auxiliar|profesora?|profe|maestr[oa]|contable|ingenier[oa]|desarrolladora?"
    r"|programadora?|tecnic[oa]|secretari[oa]|administrativ[oa]|conductora?|camionero|camarer[oa]"
    r"|cociner[oa]|panader[oa]|aprendiz|becari[oa]|gestora?|asesora?|consultora?|operari[oa]"
    r"|emplead[oa]|limpiadora|conserje|bibliotecari[oa]|farmaceutic[oa]|reponedora?|mozo de almacen"
    r"|mecanic[oa]|voluntari[oa]|medic[oa]|doctora?|investigadora?|peluquer[oa]|disenadora?|redactora?"
    r"|recepcionista|cartero|cartera|policia|bombero|comercial|abogad[oa]|vigilante|celadora?)"
)
ORGANISATIONS = OrganisationWords(
    sure={
        "employer": (
            rf"{_WORK} (?:en|para|de|por)(?: el| la| los| las)?|{_JOB}(?: [a-z]+){{0,2}}? en(?: el| la| "
            rf"los)?|(?:mi empresa|mi trabajo|mi curro|su empresa|la empresa donde trabajo|mi jef[ea])(?: es| "
            rf"se llama|,)|(?:anos|meses) trabajando (?:en|para)(?: el| la| los)?|companer[oa]s? de(?: el| la)? "
            rf"trabajo en"
        ),
    },
    loose={
        "employer": (
            r"(?:tengo|tenemos|llevo|lleva|monte|monto|abri|abrio|regento|regenta|dirijo|dirige|heredamos)(?: "
            r"el| la| una?)?|(?:mi|nuestro|nuestra) (?:tienda|negocio|bar|restaurante|taller|panaderia"
            r"|peluqueria|consulta|despacho)(?: es| se llama|,)"
        ),
        "school": (
            rf"{SPANISH.kin}(?: [a-z]+)? (?:va|van|iba|iban|estudia|estudian|estudiaba|esta|estan|estaba|empieza"
            rf"|entra|cursa)(?: [a-z]+){{0,3}}? (?:a|en)(?: el| la)?|(?:va|van|iba|estudio|estudie|estudia|fui"
            rf"|llevo a (?:los ninos|las ninas|mi [a-z]+)|recoger a (?:los ninos|mi [a-z]+)|matriculad[oa]s?"
            rf"|apuntad[oa]s?) (?:al|a la|a|en|en el|en la|del|de la)|(?:primaria|infantil|secundaria|la eso"
            rf"|bachillerato|primero|segundo|tercero|cuarto|quinto|sexto|carrera|master|guarderia|cole|colegio"
            rf"|instituto|clase|clases|profe|profesora?|maestr[oa]) (?:en|es|se llama|de)(?: el| la)?|(?:mi|su"
            rf"|nuestro|nuestra) (?:colegio|cole|instituto|guarderia|universidad|facultad|escuela)(?: es| se "
            rf"llama|,)"
        ),
        "surgery": (
            r"(?:operaron|opero|operado|operada|ingresad[oa]|cita|citas|consulta|tratan|trataron|medico|medica"
            r"|doctora?|dentista|pediatra|urgencias|rehabilitacion|quimio|dialisis|parto|di a luz|dio a luz"
            r"|revision|receta|recetas|analitica|vacuna)(?: [a-z]+){0,2}? (?:en|del|de la|al|es)(?: el| la)?"
            r"|(?:mi|nuestro|nuestra) (?:centro de salud|ambulatorio|hospital|clinica|farmacia|dentista"
            r"|veterinario|consultorio)(?: es| se llama|,)"
        ),
        "club": (
            r"(?:jueg(?:o|a|an)|jugaba|juega|jugar|entren(?:o|a|an)|nado|nada|corro|corre|canto|canta|bailo"
            r"|baila|futbol|baloncesto|balonmano|rugby|tenis|padel|judo)(?: [a-z]+){0,2}? (?:en|con|para|del"
            r"|de la|de)(?: el| la)?|(?:mi|nuestro|su) (?:club|equipo|coro|pena|cofradia)(?: es| se llama|,)"
        ),
        "care home": (
            rf"{SPANISH.kin}(?: [a-z]+)? (?:esta|vive|estaba|vivia|ingreso)(?: ahora)? en(?: el| la)?|(?:residencia"
            rf"|geriatrico)(?: es| se llama|,)"
        ),
        "church": (
            r"(?:misa|bautizad[oa]|case|casamos|caso|comunion|catequesis|rezo|rezar|cura|parroco|imam|coro"
            r"|feligres[a]?) (?:en|a|de|es)(?: el| la)?"
        ),
    },
    housed="al el la en del a mi su nuestro nuestra una un de",
    houses={
        "school": (
            "colegio, cole, instituto, ies, ceip, escuela, escuela infantil, guardería, universidad, "
            "facultad, academia, conservatorio, centro de formación, escuela oficial de idiomas, colegio "
            "público, colegio concertado"
        ),
        "surgery": (
            "hospital, clínica, centro de salud, ambulatorio, consultorio, farmacia, clínica dental, centro "
            "médico, policlínica, clínica veterinaria, hospital universitario, sanatorio, policlínico"
        ),
        "care home": "residencia, residencia de ancianos, residencia de mayores, geriátrico, centro de día",
        "church": (
            "iglesia, parroquia, mezquita, sinagoga, capilla, catedral, basílica, ermita, convento, "
            "monasterio, hermandad, cofradía"
        ),
        "club": (
            "club, cd, cf, ud, club deportivo, club de fútbol, peña, coro, coral, orquesta, banda, banda de "
            "música, asociación de vecinos, ampa, falla, comparsa, club de tenis, club náutico, sociedad, "
            "atlético, racing, escuela de fútbol, grupo scout, sporting"
        ),
        "employer": (
            "panadería, pastelería, carnicería, pescadería, taller, talleres, ayuntamiento, empresa, bar, "
            "restaurante, mesón, hotel, hostal, cafetería, librería, imprenta, peluquería, floristería, "
            "vivero, viveros, finca, bodega, bodegas, cooperativa, fábrica, aserradero, cantera, quesería, "
            "gestoría, asesoría, bufete, despacho, notaría, agencia, autoescuela, museo, teatro, biblioteca, "
            "comisaría, cuartel, prisión, diputación, consejería, junta, transportes, construcciones, "
            "reformas, muebles, almacenes, supermercado, ferretería, estanco, fundación, asociación, grupo, "
            "laboratorios, astilleros, astillero, cerámicas, textiles, conservas, granja, ganadería, "
            "hermanos, e hijos, logística, sistemas, consultores, alimentación, juzgado, constructora, "
            "inmobiliaria, lavandería, gimnasio"
        ),
    },
    house_first=True,
    general=(
        "publico publica privado privada local pequeno pequena grande nuevo nueva mismo misma otro otra "
        "pueblo barrio dental medico concertado infantil primaria"
    ),
    stops=_STOPS,
    inner="de del la el las los y san santa santo sta s nuestra senora",
    never="""
        casa mi ti el ella nosotros ellos una un lo eso esto otra otro alguien gente clientes empresas cosas domingo
        domingos lunes sabados viernes martes miercoles jueves viernes sabado enero febrero marzo abril mayo junio
        julio agosto septiembre octubre noviembre diciembre madrid barcelona espana noche dia manana turno tiempo
        internet ordenador verano navidad negro cuenta propia ajena autonomo autonoma dinero horas meses anos remoto
        linea parte
        """,
)
