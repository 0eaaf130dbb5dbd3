"""Tables to protect."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
import pytest

from anonymizers.hierarchies import Hierarchy, hierarchy_of

Survey = Callable[..., pd.DataFrame]

QUASI = {"age": "age", "town": "city", "job": "occupation", "gender": "category", "country": "country"}

_TOWNS = ("Bath", "Bristol", "Leeds", "York", "Paris", "Lyon", "Köln", "Bonn", "Madrid", "Elbury", "")
_JOBS = ("nurse", "teacher", "plumber", "lawyer", "driver", "cook", "farmer", "beekeeper", "", "student")
_COUNTRIES = ("UK", "France", "Deutschland", "España", "Peru")


@pytest.fixture(scope="session")
def survey() -> Survey:
    def made(rows: int, seed: int = 0) -> pd.DataFrame:
        draw = np.random.default_rng(seed)
        rare = 1 / np.arange(1, 12)
        return pd.DataFrame(
            {
                "id": [f"p{number}" for number in range(rows)],
                "age": draw.normal(42, 15, rows).clip(18, 97).astype(int).astype(str),
                "town": draw.choice(_TOWNS, rows, p=rare / rare.sum()),
                "job": draw.choice(_JOBS, rows),
                "gender": draw.choice(["female", "male", "another", ""], rows, p=[0.48, 0.48, 0.02, 0.02]),
                "country": draw.choice(_COUNTRIES, rows, p=[0.6, 0.2, 0.1, 0.09, 0.01]),
                "score": draw.integers(1, 6, rows).astype(str),
                "illness": draw.choice(["none", "asthma", "diabetes"], rows, p=[0.9, 0.06, 0.04]),
            },
            dtype=str,
        )

    return made


@pytest.fixture(scope="session")
def hierarchies() -> Mapping[str, Hierarchy]:
    return {name: hierarchy_of(kind) for name, kind in QUASI.items()}
