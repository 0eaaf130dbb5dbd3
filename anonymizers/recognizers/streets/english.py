"""Streets as they are written and said in the United Kingdom, Ireland and the United States."""

from anonymizers.recognizers.streets.form import Form, any_case, cased

_TYPE = (
    "street|road|avenue|ave|lane|drive|crescent|cres|terrace|grove|gardens|gdns|boulevard|blvd|mews|highway|parade"
    "|rd|st|ln|dr|cl|close|court|square|sq|place|pl|way|walk|row|hill|rise|park|view|green|gate|wharf|villas|esplanade"
    "|promenade|embankment|broadway|circus|yard|croft|vale|mount|heights|cottages?|farm|parkway|path|passage|meadows?|orchard"
    "|paddocks?|quay|ridge|track|trail|valley|village|wood|woods|bank|bridge|bypass|common|copse|dell|dene|drove|end|field"
    "|fields|fold|glade|glen|haven|island|junction|keep|knoll|lodge|manor|maltings|market|mill|oval|parks?|plaza|point|pines"
    "|port|reach|shore|side|spinney|springs?|stairs|strand|top|tower|towers|vista|warren|wells|wynd|inlet|motorway"
)
_PLAIN_TYPE = "street|rd|ave|road|avenue|lane|crescent|terrace|grove|gardens|boulevard|drive|close|court|square|mews"
_LOOSE_TYPE = "row|hill|walk|rise|mount|yard|croft|wharf|quay|fold|green|villas|cottages"
_DIGIT = "(?:one|two|three|four|five|six|seven|eight|nine|oh)"
_UNIT = r"(?:flat|apartment|apt\.?|unit|suite|room|house|studio|maisonette)\s+(?:\d{1,4}\s?[a-z]?|[a-z])\b"
_STOP = (
    r"(?!(?:the|a|an|of|on|in|to|down|up|at|for|from|and|or|off|per|cent|percent|minutes?|mins?|seconds?|hours?"
    r"|days?|weeks?"
    r"|months?|years?|miles?|times?|people|pounds?|quid|different|more|other|steps?|ways?|things?|tries|cars?"
    r"|shops?|i|you|we"
    r"|it|that|this|was|is|were|are|just|out|point|near|by|opposite|behind|beside|like|with|through|along|around"
    r"|thousand|hundred|million|am|pm|o'clock|metres?|meters?|side|main)\b)"
)
TELLING = {
    "english": f"{_PLAIN_TYPE}|box",
    "loose": f"{_PLAIN_TYPE}|{_LOOSE_TYPE}",
    "capital": _TYPE.replace("?", ""),
    "unit": "flat|apartment|apt|unit|suite|room|house|studio|maisonette",
}
"""In small letters."""


def forms(spoken: str) -> tuple[Form, ...]:
    """ "Flat 3, 22B Baker Street", "fourteen acacia avenue", "I live on acacia avenue", "Baker Street", "PO Box 12"."""
    figures = r"\d{1,4}\s?(?:[-\u2013/]\s?\d{1,4})?\s?[a-z]?"
    said = (
        rf"|(?!(?:oh?|zero|nought|one)\b(?!\s+(?:{spoken}|hundred|[a-d]\b))){spoken}(?:\s+(?:[a-d]\b|{spoken}))?"
        if spoken
        else ""
    )
    number = rf"(?:{figures}{said})"
    # A dot ends a short form ("St. Mary's"), or else the sentence.
    name = r"(?:[a-zà-ÿ]{1,3}\.|[a-zà-ÿ'\u2019\-]{1,60})"
    return (
        any_case(
            rf"(?<![\w.,£$€:])(?:{_UNIT},?\s+)?{number},?\s+(?:{_STOP}{name}\s+){{1,3}}?(?:{_PLAIN_TYPE})\b(?!-)",
            "number",
            "english",
        ),
        cased(
            rf"(?<![\w.,£$€:])(?i:(?:{_UNIT},?\s+)?{number}),?\s+(?:(?:The\s+)?[A-Z][\w'\u2019.\-]{{0,60}}\s+){{1,4}}(?:(?i:{_TYPE})(?!\w))",
            "number",
            "capital",
        ),
        any_case(
            rf"(?<!\w)(?:{_STOP}[a-z'\u2019\-]{{3,60}}\s+){{1,2}}(?:{_PLAIN_TYPE})\b(?<!high street)(?<!main road)",
            "living",
            "english",
        ),
        cased(
            r"(?<!\w)(?!High|Main|The|This|That|Wall|On|In|At|My)(?:[A-Z][a-z'\u2019\-]{1,60}\s+){1,3}"
            r"(?:Street|Road|Avenue|Lane|Crescent|Terrace|Grove|Gardens|Boulevard|Mews|Drive|Close|Rd|Ave)(?!\w)",
            "capitals",
            "english",
        ),
        any_case(rf"(?<![\w.,]){figures},?\s+(?:{_STOP}{name}\s+){{0,2}}{_STOP}{name}", "lead", "digits"),
        # "One five six Lancaster Row": nobody counts like that, so that the street may be called anything.
        any_case(
            rf"(?<!\w){_DIGIT}(?:[\s\-]{{1,60}}{_DIGIT}){{1,3}},?\s+(?:{_STOP}{name}\s+){{1,2}}?(?:{_PLAIN_TYPE}|{_LOOSE_TYPE})\b",
            "number",
            "loose",
        ),
        any_case(rf"(?<!\w){_UNIT}", "living", "unit"),
        any_case(rf"(?<!\w){_UNIT},?\s+(?:{_STOP}{name}\s+){{1,3}}?(?:{_PLAIN_TYPE})\b", "number", "unit"),
        cased(rf"(?<!\w)(?i:{_UNIT}),\s+[A-Z]{name}(?:\s+[A-Z]{name}){{0,3}}", "number", "unit"),
        cased(
            rf"(?<![\w.,£$€:])(?:\d{{1,4}}\s?[A-Za-z]?),?\s+[A-Z]{name}(?:\s+[A-Z]{name}){{1,3}}", "living", "digits"
        ),
        any_case(r"(?<!\w)p\.?\s?o\.?\s+box\s+\d{1,6}", "number", "english"),
    )
