"""The sample agency in a running Airflow, and a headless Chromium to use it with."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from lethe.demo import story
from lethe.demo.rest import User, wait_for_dags
from lethe.demo.site import Site

PROJECT = Path(__file__).resolve().parents[2]
# No word to anybody but the page under test; Chromium's own sandbox does not work for root.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A fresh sample agency with what its sources hold pulled."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = Site(tmp_path_factory.mktemp("up") / "home", PROJECT, port)
    with story.agency_in_airflow(site):
        ops = User(site, "omar")
        wait_for_dags(ops, {story.EXPORT, *story.pulls(site)})
        story.run_all(ops, story.pulls(site))
        yield site
        ops.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise RuntimeError("not installed: chromium (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield running
        running.close()


SignIn = Callable[[str], Page]


@pytest.fixture
def sign_in(site: Site, browser: Browser) -> Iterator[SignIn]:
    """Opens the UI as one of the demo's users, each in a browser profile of their own."""
    contexts = []

    def open_as(name: str) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 760}, base_url=f"http://127.0.0.1:{site.port}")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto("/")
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", site.passwords[name])
        page.keyboard.press("Enter")
        page.wait_for_url("**/")
        return page

    yield open_as
    for context in contexts:
        context.close()


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[Page, str], Path]:
    """Takes a screenshot; kept in the folder that `LETHE_PICTURES` names, if it does."""
    folder = Path(os.environ.get("LETHE_PICTURES") or tmp_path)

    def take(page: Page, name: str) -> Path:
        path = folder / f"{name}.png"
        page.screenshot(path=path)
        return path

    return take
