"""From where data arises into the agency's own stores, each item with the time of its event."""

from lethe.intake.outcome import Pulled
from lethe.intake.scan import scan_inbox
from lethe.intake.session_files import take_session_files
from lethe.intake.survey_files import take_survey_files
from lethe.intake.survey_table import pull_survey_table

__all__ = ["Pulled", "pull_survey_table", "scan_inbox", "take_session_files", "take_survey_files"]
