"""Quasi-identifiers made coarser level by level."""

from anonymizers.hierarchies.guessing import guess_kind
from anonymizers.hierarchies.hierarchy import ANY, Hierarchy, HierarchyError
from anonymizers.hierarchies.kinds import KINDS, hierarchy_of
from anonymizers.hierarchies.own import load_hierarchy

__all__ = ["ANY", "KINDS", "Hierarchy", "HierarchyError", "guess_kind", "hierarchy_of", "load_hierarchy"]
