"""Typed configuration: the YAML under `config/` as frozen values, or every problem in it at once."""

from lethe.settings.errors import Problem, SettingsError
from lethe.settings.loader import config_folder, load_settings
from lethe.settings.models import Settings

__all__ = ["Problem", "Settings", "SettingsError", "config_folder", "load_settings"]
