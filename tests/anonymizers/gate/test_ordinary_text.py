"""Anonymised interviews and tables as they leave the house: nothing in them may block."""

import json
import random

import pytest

from anonymizers.people import Person

EN = """\
WEBVTT

NOTE anonymised

00:00:01.000 --> 00:00:04.500
<v Moderator>Thanks for coming, [name]. Will you tell me how you pay your bills? May I record this?

00:00:04.500 --> 00:00:12.000
<v P-7K2Q4W9M>I will mark the rose one first. Then the brown one. In May the grace period ended, so I may be late.

00:00:12.000 --> 00:00:20.000
<v P-7K2Q4W9M>It said "Mark as read" and I thought, will this go away? Grace periods are short. Rose gold would be nice.

00:00:20.000 --> 00:00:29.000
<v S-3B9XT0QE>On 3 May 2026 I paid 12.50, then 0.99 on the 14th, and 1,200 in one go. Version 7.4.1 on my phone.

00:00:29.000 --> 00:00:35.000
<v Moderator>One two three four five, testing. On a scale of one to ten? Seven, eight, nine maybe ten.
"""

FR = """\
Modératrice: Bonjour [name]. Qu'est-ce que vous avez fait en mai ?
P-7K2Q4W9M: En mai, j'ai cliqué sur la rose, la petite icône. C'est sept ou huit fois, le 7 mai, à 10 h 30.
P-7K2Q4W9M: Je vais à [place] tous les jours, et la marque, c'est la paix. Un deux trois, zéro six.
Modératrice: Et sur une échelle de un à dix ? Merci. Quatre-vingts pour cent, d'accord.
"""

DE = """\
Moderatorin: Guten Tag [name]. Was will die App von Ihnen?
P-7K2Q4W9M: Meine Frau will drei Angebote, und wenn jemand etwas will, soll er anrufen.
P-7K2Q4W9M: Im Mai will ich das klein sehen, ganz klein. Das kleine Feld ist rosa. Die Rose im Logo, ein Klein wenig.
P-7K2Q4W9M: Ich habe 200 Mark gesagt, nein, Euro. Am dritten Mai um 10 Uhr, Version 2.3, in der Hauptstraße vielleicht.
Moderatorin: Auf einer Skala von eins bis zehn? Sieben, acht, neun. Einundzwanzig Prozent.
"""

ES = """\
Moderadora: Hola [name]. ¿Qué marca usa usted?
P-7K2Q4W9M: Uso la marca rosa, y en mayo, el 3 de mayo, pulsé el botón. Siete u ocho veces, a las 10:30.
P-7K2Q4W9M: La paz de la casa. Gracias. Uno dos tres, cero seis, treinta y cuatro por ciento.
"""

LABELS = """\
Home  Page  Price  Save  Mark all as read  Will call back  Grace period  Rose  Brown  Settings
Step 1 of 5: Choose a plan. Step 2 of 5: May we use cookies? OK / Cancel
"""

SURVEY = (
    "participant_id,age_band,device,ease,nps,comment\n"
    "P-7K2Q4W9M,35-44,iPhone 15,4,9,I will use it again\n"
    "P-0A1B2C3D,25-34,Pixel 8,5,10,May be. The rose theme is nice\n"
    "P-9XYZ8WVT,65+,iPad,3,7,Will it work on a small screen? Mark it as done\n"
    "P-JANE4567,45-54,Laptop,2,3,[name] said the grace period was too short\n"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("transcripts/S-3B9XT0QE-7K2Q4W9M.vtt", EN),
        ("a.txt", FR),
        ("a.txt", DE),
        ("a.txt", ES),
        ("a.txt", LABELS),
        ("survey.csv", SURVEY),
        ("a.json", json.dumps({"segments": [{"id": n, "text": line} for n, line in enumerate(EN.splitlines())]})),
        ("a.txt", EN.lower()),
        ("a.txt", DE.lower()),
    ],
)
def test_anonymised_text_passes(ask, name, text):
    assert [finding for finding in ask(text, name).findings if finding.severity == "block"] == []


def test_pseudonym_and_session_codes_show_nobody(ask):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    draw = random.Random(7)
    codes = [
        prefix + "".join(draw.choices(alphabet, k=draw.randint(4, 8))) for prefix in ("P-", "S-") for _ in range(5_000)
    ]
    coded = [code for code in codes if any(map(str.isdigit, code))]
    assert ask("\n".join(f"{code}: I asked {code[:1]}-{code[2:]} again" for code in coded)).counts["block"] == 0


def test_code_that_looks_like_a_post_code_is_a_code(ask):
    assert not ask("it is M11AA").passed
    assert ask("it is P-M11AA").findings == ()


def test_name_written_as_a_code_is_still_a_name(ask):
    assert not ask("P-JANET42 said", of=(Person("p", first_name="Janet"),)).passed


@pytest.mark.parametrize(
    "token",
    [
        "[name]",
        "[email]",
        "[phone]",
        "[place]",
        "[date]",
        "[address]",
        "Moderator",
        "Participant 1",
        "Speaker 2",
        "Observer",
    ],
)
def test_tokens_in_place_of_values_show_nobody(ask, token):
    assert ask(f"{token}: so {token} went to {token}.").findings == ()
