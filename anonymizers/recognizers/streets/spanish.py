"""Streets as they are written and said in Spanish."""

from anonymizers.recognizers.streets.form import Form, any_case, cased

_TYPE = (
    r"(?:c/|(?:calle|avenida|avda\.?|av\.|plaza|pza\.?|plza\.?|paseo|pº|camino|carretera|ctra\.?|callejón|callejon"
    r"|glorieta"
    r"|rambla|vial|acceso|cañada|alameda|bulevar|carrer|barriada|polígono|urbanización|travesía|travesia|pasaje|cuesta|ronda)(?!\w)|c\.(?=\s+[A-ZÁ-Ú]|\s+de\b))"
)
_LINK = r"(?:de\s+(?:las?|los|el)\s+|del\s+|de\s+|las?\s+|los\s+|el\s+)"
_STOP = r"(?!(?:n[úu]mero|a|en|hay|con|y|tienen?|son|es|est[áa]n?|era|por|para|que|como|donde|desde|hasta|me|se)\b)"
_NOT_STREETS = r"(?!(?:de\s+)?(?:garaje|aparcamiento|parking|tiene|hay|es|está)\b)"
_FLOOR = (
    r"(?:,?\s*(?:piso|puerta|planta|portal|escalera|esc\.?|apt\.?|apto\.?|bloque)\s*\d{1,3}\s?[a-z]?(?!\w)"
    r"|,?\s*(?:piso\s+)?\d{1,2}\s?[ºª°](?:\s?(?:[a-z](?!\w)|izq\w*\.?|dcha?\w*\.?|izquierda|derecha))?)*"
)
TELLING = {
    "spanish": "calle|c/|avenida|avda|av|plaza|pza|plza|paseo|pº|camino|carretera|ctra|callejón|callejon|glorieta"
    "|rambla"
    "|c|vial|acceso|cañada|alameda|bulevar|carrer|barriada|polígono|urbanización|travesía|travesia|pasaje|cuesta|ronda"
}
"""In small letters."""


def forms(spoken: str) -> tuple[Form, ...]:
    """ "Calle Mayor 3, 2º B", "calle mayor número tres", "Avenida de la Constitución", "vivo en la calle mayor"."""
    figures = r"\d{1,4}(?:\s?(?:bis|[a-d])\b)?"
    said = rf"|(?!una?\b){spoken}" if spoken else ""
    number = rf"(?:{figures}{said})(?!\w)"
    word = r"[\wÁÉÍÓÚÑáéíóúñü'\u2019\-]{1,60}"
    # "Cuesta catorce noventa y nueve" is a price.
    no_number = rf"(?!{spoken}(?!\w))" if spoken else ""
    return (
        any_case(
            rf"(?<!\w){_TYPE}\s*{_NOT_STREETS}{no_number}{_LINK}?{word}(?:\s+{_STOP}{word}){{0,3}}?,?\s+"
            rf"(?:n[º°.o]?\.?\s*|n[úu]mero\s+|n[úu]m\.?\s*)?{number}{_FLOOR}",
            "number",
            "spanish",
        ),
        cased(
            rf"(?<!\w)(?i:{_TYPE})\s*{_LINK}?[A-ZÁÉÍÓÚÑ]{word}(?:\s+(?:{_LINK})?[A-ZÁÉÍÓÚÑ]{word})*",
            "capitals",
            "spanish",
        ),
        any_case(rf"(?<!\w){_TYPE}\s+{_LINK}?{word}", "living", "spanish"),
    )
