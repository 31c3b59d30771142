from pathlib import Path

import plainbill_ui

SHIPPED = Path(plainbill_ui.__file__).parent / "sample"
DRAWN = Path(__file__).parents[2] / "fixtures" / "sample"


def test_the_sample_on_the_screen_is_the_one_the_generator_draws() -> None:
    drawn = {path.name: path.read_bytes() for path in DRAWN.glob("*.jpg")}

    assert {path.name: path.read_bytes() for path in SHIPPED.iterdir()} == drawn
    assert drawn
