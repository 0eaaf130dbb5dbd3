"""Who is told when copies must go: addresses are checked, needed where a client keeps copies, and never quoted."""

from pathlib import Path

import pytest

from lethe.settings import SettingsError, load_settings
from lethe.settings.summary import summary

CLIENT = "config/clients.yaml, line {line}, client 'orchard-lane': "
GOOD = ["a@b.example", "first.last+tag@sub.domain.example", "o'neil@x-y.example", f"{'l' * 64}@b.example"]
BAD = [
    "siobhan.farrell",
    "siobhan farrell@client.example",
    "Siobhan Farrell <siobhan@client.example>",
    "siobhan@localhost",
    "siobhan@-client.example",
    "@client.example",
    "siobhan@@client.example",
    f"{'l' * 65}@client.example",
    f"siobhan@{'a.' * 130}example",
]


def with_contacts(config: Path, contacts: str, file: str = "clients.yaml") -> None:
    old = "[insights@orchard-lane.example]" if file == "clients.yaml" else "dpo@fernhollow.example"
    path = config / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, contacts), "utf-8")


@pytest.mark.parametrize("address", GOOD)
def test_an_address_is_taken(config: Path, address: str) -> None:
    with_contacts(config, f'["{address}"]')
    assert load_settings(config).clients.clients["orchard-lane"].contacts == (address,)


@pytest.mark.parametrize("address", BAD)
def test_what_is_no_address_is_refused_and_not_quoted(config: Path, address: str) -> None:
    with_contacts(config, f'[right@client.example, "{address}"]')
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert [problem.message for problem in caught.value.problems] == [
        "'contacts' must be an e-mail address alone, such as research@client.example"
    ]
    assert caught.value.problems[0].line == 15


@pytest.mark.parametrize(
    ("contacts", "said"),
    [
        ("siobhan.farrell", "'contacts' must be a list of e-mail addresses, such as [research@client.example]"),
        ("{siobhan: farrell}", "'contacts' must be a list of e-mail addresses, such as [research@client.example]"),
        ("[[siobhan]]", "'contacts' must be an e-mail address alone, such as research@client.example"),
        ("[5]", "'contacts' must be an e-mail address alone, such as research@client.example"),
        ("[siobhan@x.example, Siobhan@X.example]", "'contacts' names an address more than once"),
    ],
)
def test_contacts_of_another_shape_are_refused_and_not_quoted(config: Path, contacts: str, said: str) -> None:
    with_contacts(config, contacts)
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert [problem.message for problem in caught.value.problems] == [said]


def test_the_dpo_is_an_address_too(config: Path) -> None:
    with_contacts(config, "Siobhan Farrell", "agency.yaml")
    with pytest.raises(SettingsError) as caught:
        load_settings(config)
    assert "'dpo' must be an e-mail address alone" in str(caught.value)
    assert "Siobhan" not in str(caught.value)


def test_a_client_that_keeps_copies_has_contacts_and_somebody_to_escalate_to(refuses, config: Path) -> None:
    refuses(
        "clients.yaml",
        "    contacts: [insights@orchard-lane.example]\n",
        "",
        (
            "keeps_copies: true",
            CLIENT + "a client that keeps copies is told when they must go (P4.2); name whom in contacts",
        ),
    )
    path = config / "agency.yaml"
    path.write_text(path.read_text("utf-8").replace("dpo: dpo@fernhollow.example\n", ""), "utf-8")
    with pytest.raises(SettingsError, match=r"somebody must hear of it .* name the dpo in agency\.yaml"):
        load_settings(config)


def test_contacts_alone_mean_no_copies_and_need_no_dpo(config: Path) -> None:
    for file, line in (("clients.yaml", "    keeps_copies: true\n"), ("agency.yaml", "dpo: dpo@fernhollow.example\n")):
        path = config / file
        path.write_text(path.read_text("utf-8").replace(line, ""), "utf-8")
    settings = load_settings(config)
    assert settings.clients.clients["orchard-lane"].keeps_copies is False
    assert settings.agency.dpo is None


def test_addresses_stand_in_no_summary_and_no_repr(config_folder: Path) -> None:
    settings = load_settings(config_folder)
    assert "@" not in repr(settings)
    assert "@" not in "\n".join(summary(settings))
    assert "  keeps copies, 1 told\n" in "\n".join(summary(settings))
