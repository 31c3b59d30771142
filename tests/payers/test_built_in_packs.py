"""The payers that come with plainbill: enough sourced facts, and papers that exactly one of them recognizes."""

from pathlib import Path

import pytest

from plainbill.engine.recognizing import CLAIM
from plainbill.payers.faults import contradictions
from plainbill.payers.recognizing import recognize
from plainbill.reading.print_index import PrintIndex
from tests.payers.samples import golden_of, packs, payer_of, reading_of, samples, told
from tests.reading.papers import page_of, printed_pages

FEWEST_FACTS = 12
FIXTURES = Path(__file__).parents[2] / "fixtures" / "words"


@pytest.mark.parametrize("name", packs())
def test_a_pack_has_enough_facts_each_with_its_page_and_day(name: str) -> None:
    pack = packs()[name]

    facts = pack.facts()

    assert len(facts) >= FEWEST_FACTS
    assert all(pack.sources[fact.source].url.startswith("http") for _, fact in facts)


def test_no_two_packs_contradict_each_other_or_claim_one_paper() -> None:
    assert contradictions(packs()) == ()


def test_every_payer_has_a_made_up_paper() -> None:
    assert {payer_of(sample) for sample in samples()} == set(packs())


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{payer_of(sample)}-{sample.stem}")
def test_a_sample_is_recognized_by_its_own_pack_and_declined_by_all_others(sample: Path) -> None:
    printed = PrintIndex([page_of(sample.read_text(encoding="utf-8"))])

    claims = {name: recognize(pack, printed) for name, pack in packs().items()}

    assert [name for name, claim in claims.items() if claim and claim.confidence >= CLAIM] == [payer_of(sample)]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{payer_of(sample)}-{sample.stem}")
def test_a_sample_reads_as_its_golden_file_has_it(sample: Path) -> None:
    assert told(sample) == golden_of(sample).read_text(encoding="utf-8"), "run python -m tests.payers.samples"


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{payer_of(sample)}-{sample.stem}")
def test_the_payer_of_a_sample_is_one_of_its_names_and_has_a_place(sample: Path) -> None:
    read = reading_of(sample)

    payer = read.case.documents[0].payer

    assert payer is not None
    assert payer.name is not None
    assert read.sources["documents[0].payer.name"].page == 0


@pytest.mark.parametrize("paper", sorted(path.stem for path in FIXTURES.glob("*.json")))
def test_papers_of_made_up_payers_are_declined_by_every_real_one(paper: str) -> None:
    printed = PrintIndex(printed_pages(paper))

    claims = [claim for pack in packs().values() if (claim := recognize(pack, printed)) is not None]

    # The notice in the manner of Medicare carries Medicare's own title.
    wanted = {"Medicare"} if paper == "medicare-notice" else set()
    assert {claim.payer for claim in claims if claim.confidence >= CLAIM} <= wanted
