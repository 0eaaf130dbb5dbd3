"""Word lists are written as running text, so that they can be read and reviewed."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, once each.

    >>> sorted(word_set("one two two"))
    ['one', 'two']
    """
    return frozenset(text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    return tuple(text.split())
