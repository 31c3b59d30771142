import sys
import tomllib
from pathlib import Path

import plainbill_ui

FOLDER = Path(plainbill_ui.__file__).parent


def test_no_module_of_the_screen_hides_one_of_python() -> None:
    # Streamlit puts the folder of its script first on the path where modules are looked for.
    assert {path.stem for path in FOLDER.glob("*.py")} & sys.stdlib_module_names == set()


def test_streamlit_is_told_to_send_nothing_anywhere() -> None:
    settings = tomllib.loads((FOLDER / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["client"]["showErrorDetails"] == "none"
    assert "enableAgentApi" not in settings["server"]
    assert "primaryColor" not in settings["theme"]
