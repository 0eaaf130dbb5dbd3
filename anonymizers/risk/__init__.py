"""How likely a table is to give somebody away, and tables made so that it does not."""

from anonymizers.risk.aggregating import NOT_SHOWN, aggregates
from anonymizers.risk.classes import Classes, equivalence_classes
from anonymizers.risk.differencing import Difference, Finding, differencing
from anonymizers.risk.disclosure import Criteria, Criterion, Risk, criteria, inference, linkability, risk, singling_out
from anonymizers.risk.loss import Loss
from anonymizers.risk.measures import entropy_l, k_anonymity, l_diversity, t_closeness
from anonymizers.risk.protecting import Protected, protect
from anonymizers.risk.thresholds import SmallStudy, Thresholds

__all__ = [
    "NOT_SHOWN",
    "Classes",
    "Criteria",
    "Criterion",
    "Difference",
    "Finding",
    "Loss",
    "Protected",
    "Risk",
    "SmallStudy",
    "Thresholds",
    "aggregates",
    "criteria",
    "differencing",
    "entropy_l",
    "equivalence_classes",
    "inference",
    "k_anonymity",
    "l_diversity",
    "linkability",
    "protect",
    "risk",
    "singling_out",
    "t_closeness",
]
