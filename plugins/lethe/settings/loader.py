"""From the folder `config/` to `Settings`, or to all that is wrong with it."""

from collections.abc import Mapping
from pathlib import Path

from lethe.settings.checks import check_installed, cross_checks
from lethe.settings.draft import read_draft
from lethe.settings.errors import Problem, SettingsError
from lethe.settings.models import Settings

CONFIG_VARIABLE = "LETHE_CONFIG"
HOME_VARIABLE = "LETHE_HOME"


def config_folder(environ: Mapping[str, str]) -> Path:
    """Where the configuration lies: `$LETHE_CONFIG`, else `$LETHE_HOME/config`, else `config` in the current folder."""
    if environ.get(CONFIG_VARIABLE):
        return Path(environ[CONFIG_VARIABLE])
    return Path(environ.get(HOME_VARIABLE) or ".") / "config"


def load_settings(folder: Path) -> Settings:
    """Everything under a configuration folder, each file checked by itself and against the others.

    Reads `agency.yaml`, `stores.yaml`, `sources.yaml`, `clients.yaml`, `retention.yaml`, `anonymisation.yaml` and
    `studies/*.yaml`; touches no store, no database and no network.

    Raises:
        SettingsError: every problem of every file, in the order of file and line.
    """
    draft = read_draft(folder)
    problems = [*draft.problems, *cross_checks(draft)]
    order = {name: number for number, name in enumerate(draft.order)}
    if problems:
        raise SettingsError(sorted(problems, key=lambda found: (order.get(found.file, -1), found.line or 0)))
    return draft.settings()


def not_installed(folder: Path) -> list[Problem]:
    """NLP engines and models that a sound configuration names and this machine has not, with what installs them.

    No part of `load_settings`: a machine that only schedules or deletes works without them. An export refuses to start.
    """
    return list(check_installed(read_draft(folder)))
