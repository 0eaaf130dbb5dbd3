"""A study's kept words: brands and products that its client asked about."""

from anonymizers.people import Person

LANE = (Person("p-lane", first_name="Tamsin", last_name="Lane", employer="Brightwell Bank", city="Brightwell"),)


def test_kept_brand_is_not_counted_as_an_employer(ask):
    assert ask("I use Brightwell Bank", of=LANE).counts["count"] == 1
    assert ask("I use Brightwell Bank", of=LANE, keep=("Brightwell Bank",)).findings == ()


def test_kept_brand_protects_the_name_in_it_and_not_the_name_elsewhere(ask):
    keep = ("Orchard Lane",)
    assert ask("the Orchard Lane app", of=LANE, keep=keep).findings == ()
    assert not ask("the Orchard Lane app that Lane uses", of=LANE, keep=keep).passed


def test_kept_word_that_is_a_persons_own_name_still_blocks(ask):
    assert not ask("so Tamsin said", of=LANE, keep=("Tamsin",)).passed


def test_kept_brand_protects_nothing_in_names_of_files(ask):
    assert ask("hello", "Orchard-Lane.vtt", of=LANE, keep=("Orchard Lane",)).counts["block"] == 1
