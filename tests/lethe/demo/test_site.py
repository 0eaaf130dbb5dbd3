"""The environment that the demo gives Airflow."""

from importlib.util import find_spec
from pathlib import Path

import yaml

from lethe.demo.site import Site

PROJECT = Path(__file__).resolve().parents[3]


def test_every_setting_is_one_that_airflow_knows(tmp_path: Path) -> None:
    found = find_spec("airflow")
    assert found is not None
    assert found.origin is not None
    known = yaml.safe_load((Path(found.origin).parent / "config_templates" / "config.yml").read_text("utf-8"))
    given = [name.split("__")[1:] for name in Site(tmp_path, PROJECT, 0).environment if name.startswith("AIRFLOW__")]
    assert len(given) > 10
    assert [name for name in given if name[1].lower() not in known.get(name[0].lower(), {}).get("options", {})] == []
