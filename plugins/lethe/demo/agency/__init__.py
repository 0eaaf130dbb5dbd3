"""Fernhollow Research, the sample agency: fictional people, sessions and answers to try the product on."""

from lethe.demo.agency.build import build_sample_agency
from lethe.demo.agency.truth import Planted, SampleAgency

__all__ = ["Planted", "SampleAgency", "build_sample_agency"]
