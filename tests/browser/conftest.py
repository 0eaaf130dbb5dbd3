"""The sample agency in a running Airflow, and a headless Chromium to use it with."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lethe.demo import story
from lethe.demo.rest import User, wait_for_dags
from lethe.demo.site import Site

PROJECT = Path(__file__).resolve().parents[2]
# No word to anybody but the page under test; Chromium's own sandbox does not work for root.
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-port=0",
)
# A page of the UI asks its server for one thing after another.
expect.set_options(timeout=30_000)
STARTS_WITHIN = 60.0
"""Seconds until Chromium says on which port it listens."""


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
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Debian's Chromium, started and killed here: a helper it leaves behind would keep Playwright waiting for ever."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise RuntimeError("not installed: chromium (Debian: apt-get install chromium)")
    profile = tmp_path_factory.mktemp("chromium")
    process = subprocess.Popen(
        [chromium, *QUIET, f"--user-data-dir={profile}", "about:blank"],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        with sync_playwright() as playwright:
            yield playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{_port_of(profile, process)}")
            os.killpg(process.pid, signal.SIGKILL)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _port_of(profile: Path, process: "subprocess.Popen[bytes]") -> int:
    written = profile / "DevToolsActivePort"
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        if written.exists() and (lines := written.read_text().splitlines()):
            return int(lines[0])
        time.sleep(0.1)
    raise RuntimeError(f"Chromium did not start within {STARTS_WITHIN:.0f} s (exit code {process.poll()})")


SignIn = Callable[[str], Page]


@pytest.fixture
def sign_in(site: Site, browser: Browser) -> SignIn:
    """Opens the UI as one of the demo's users, each in a browser profile of their own.

    None is closed: closing one may wait for ever for a page that still asks its server, and all end with the browser.
    """

    def open_as(name: str) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 760}, base_url=f"http://127.0.0.1:{site.port}")
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto("/")
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", site.passwords[name])
        page.keyboard.press("Enter")
        page.wait_for_url("**/")
        return page

    return open_as


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[Page, str], Path]:
    """Takes a screenshot; kept in the folder that `LETHE_PICTURES` names, if it does."""
    folder = Path(os.environ.get("LETHE_PICTURES") or tmp_path)

    def take(page: Page, name: str) -> Path:
        path = folder / f"{name}.png"
        page.screenshot(path=path)
        return path

    return take
