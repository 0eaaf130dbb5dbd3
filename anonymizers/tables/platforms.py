"""The columns that survey platforms add to every export, and what each of them gives away.

The names are those of the platforms' exports: Qualtrics (help page "Understanding your dataset"), SurveyMonkey,
Typeform, Google Forms and LimeSurvey. Timestamps are left out: a log or a diary tells who answered at that second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from anonymizers.survey import ColumnRole
from anonymizers.tables.model import TableError

_DIRECT, _PSEUDONYM, _QUASI = ColumnRole.DIRECT, ColumnRole.PSEUDONYM, ColumnRole.QUASI
_MEASURE, _IGNORED = ColumnRole.MEASURE, ColumnRole.IGNORED


@dataclass(frozen=True, slots=True)
class PlatformColumn:
    """The role proposed for a platform's own column, and why."""

    role: ColumnRole
    reason: str


_IP = PlatformColumn(_DIRECT, "the address of the participant's connection")
_PLACE = PlatformColumn(_DIRECT, "where the participant was, by their connection or device")
_NAME = PlatformColumn(_DIRECT, "the name in the recipient list")
_EMAIL = PlatformColumn(_DIRECT, "the e-mail address that the invitation went to")
_REFERENCE = PlatformColumn(_DIRECT, "an id of the person in another system")
_TOKEN = PlatformColumn(_DIRECT, "the key of a personal invitation link")
_LINK = PlatformColumn(_DIRECT, "an address that may carry a personal key")
_MOMENT = PlatformColumn(_IGNORED, "the moment of answering, which logs can match to a person")
_PARTICIPANT = PlatformColumn(_PSEUDONYM, "the platform's id of the answers, by which they are found again there")
_COLLECTION = PlatformColumn(_IGNORED, "how the answers were collected, not what was answered")
_LANGUAGE = PlatformColumn(_QUASI, "the participant's language, which few others may share")
_PROGRESS = PlatformColumn(_MEASURE, "how far the survey was filled in")
_CUSTOM = PlatformColumn(_DIRECT, "whatever the recipient list held on the person")

_QUALTRICS = {
    **dict.fromkeys(("StartDate", "EndDate", "RecordedDate"), _MOMENT),
    **dict.fromkeys(("ResponseId", "ResponseID", "_recordId"), _PARTICIPANT),
    **dict.fromkeys(("IPAddress", "ipAddress"), _IP),
    **dict.fromkeys(("RecipientLastName", "RecipientFirstName"), _NAME),
    **dict.fromkeys(("RecipientEmail", "EmailAddress"), _EMAIL),
    **dict.fromkeys(("ExternalReference", "ExternalDataReference", "ContactID", "contactId", "PanelID"), _REFERENCE),
    **dict.fromkeys(("LocationLatitude", "LocationLongitude", "LocationAccuracy"), _PLACE),
    **dict.fromkeys(("Q_URL", "Referer", "Q_SurveyLink"), _LINK),
    **dict.fromkeys(("DistributionChannel", "Status", "ResponseSet", "Q_TotalDuration"), _COLLECTION),
    **dict.fromkeys(("Q_RecaptchaScore", "Q_RelevantIDFraudScore", "Q_DuplicateScore"), _COLLECTION),
    **dict.fromkeys(("UserLanguage", "Q_Language"), _LANGUAGE),
    **dict.fromkeys(("Progress", "Finished", "Duration (in seconds)"), _PROGRESS),
}
_SURVEYMONKEY = {
    "Respondent ID": _PARTICIPANT,
    "Collector ID": _COLLECTION,
    **dict.fromkeys(("Date Created", "Date Modified", "StartDate", "EndDate"), _MOMENT),
    **dict.fromkeys(("IP Address",), _IP),
    **dict.fromkeys(("Email Address",), _EMAIL),
    **dict.fromkeys(("First Name", "Last Name"), _NAME),
    **{"Custom Data" if not number else f"Custom Data {number}": _CUSTOM for number in range(21)},
    **{"CustomData" if not number else f"CustomData{number}": _CUSTOM for number in range(21)},
    "Collector Name": _COLLECTION,
}
_TYPEFORM = {
    **dict.fromkeys(("#", "Token", "Response ID"), _PARTICIPANT),
    "Network ID": PlatformColumn(_DIRECT, "a fingerprint of the participant's connection, the same in every form"),
    **dict.fromkeys(("Start Date (UTC)", "Submit Date (UTC)", "Stage Date (UTC)"), _MOMENT),
    "Response Type": _COLLECTION,
    "Tags": _COLLECTION,
    "Ending": _COLLECTION,
}
_GOOGLE_FORMS = {
    **dict.fromkeys(("Timestamp", "Horodateur", "Zeitstempel", "Marca temporal", "Marca de tiempo"), _MOMENT),
    **dict.fromkeys(
        (
            *("Email Address", "Email address", "Username", "Adresse e-mail", "Nom d'utilisateur", "E-Mail-Adresse"),
            *("Nutzername", "Dirección de correo electrónico", "Nombre de usuario"),
        ),
        PlatformColumn(_DIRECT, "the account or e-mail address that the form collected"),
    ),
    "Score": PlatformColumn(_MEASURE, "the points of a quiz"),
}
_LIMESURVEY = {
    **dict.fromkeys(("id", "Response ID"), _PARTICIPANT),
    **dict.fromkeys(("submitdate", "startdate", "datestamp"), _MOMENT),
    **dict.fromkeys(("Date submitted", "Date started", "Date last action"), _MOMENT),
    **dict.fromkeys(("ipaddr", "IP address"), _IP),
    **dict.fromkeys(("refurl", "Referrer URL"), _LINK),
    **dict.fromkeys(("token", "Access code"), _TOKEN),
    **dict.fromkeys(("firstname", "lastname", "First name", "Last name"), _NAME),
    **dict.fromkeys(("email", "Email address"), _EMAIL),
    **dict.fromkeys(("lastpage", "Last page"), _PROGRESS),
    **dict.fromkeys(("startlanguage", "Start language"), _LANGUAGE),
    **dict.fromkeys(("seed", "Seed"), PlatformColumn(_IGNORED, "a random number of this one response")),
}
_PLATFORMS: dict[str, dict[str, PlatformColumn]] = {
    "qualtrics": _QUALTRICS,
    "surveymonkey": _SURVEYMONKEY,
    "typeform": _TYPEFORM,
    "google_forms": _GOOGLE_FORMS,
    "limesurvey": _LIMESURVEY,
}
# Any of them may have written a file that does not tell; a name that is a common word tells nothing.
_COMMON = frozenset({"id", "#", "seed", "Seed", "Score", "Tags", "Status", "Progress", "Finished", "Token", "token"})
_ANY = {name: column for columns in _PLATFORMS.values() for name, column in columns.items() if name not in _COMMON}
_ANY["token"] = _ANY["Token"] = _TOKEN
_FILES = ("csv", "xlsx", "sav", "parquet")


def platform_columns(platform: str) -> Mapping[str, PlatformColumn]:
    """A platform's own columns by header, with the role proposed for each; for a plain file, those of all platforms.

    Raises:
        TableError: a platform that is none of those a `Table` may name.
    """
    if platform in _FILES:
        return MappingProxyType(_ANY)
    if platform not in _PLATFORMS:
        raise TableError("a table", f"the platform is none of {', '.join((*_PLATFORMS, *_FILES))}")
    return MappingProxyType(_PLATFORMS[platform])
