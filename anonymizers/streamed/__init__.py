"""Surveys of any number of rows, anonymised chunk by chunk."""

from anonymizers.streamed.survey import anonymise_survey_file

__all__ = ["anonymise_survey_file"]
