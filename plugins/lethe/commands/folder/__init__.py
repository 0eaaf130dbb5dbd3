"""Anonymising one folder into another: the parts of `lethe anonymise`."""
