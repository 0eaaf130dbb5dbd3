"""The page of a certificate as HTML: one file, nothing loaded from anywhere, made to be printed too."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from lethe.retention.page.content import Page


def html_page(page: Page) -> bytes:
    """UTF-8; the same page gives the same bytes."""
    return _template().render(page=page).encode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("lethe.retention", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("certificate.html.j2")
