"""Drug codes of claim forms, which stand above the service they are of."""

from tests.reading.papers import read_text

FORM = """
HEALTH INSURANCE CLAIM FORM
2. PATIENT'S NAME (Last, First, MI)          3. PATIENT'S BIRTH DATE
LOMBARD, ADA                                 08 25 2014

DATE(S) OF SERVICE       POS     CPT/HCPCS    PTR     CHARGES    UNITS
04/11/26                 11      73100        A        112.00    1
N450383074525 UN3
04/11/26                 11      J7613        C          9.60    3
04/11/26                 11      94640        C         98.00    2
28. TOTAL CHARGE  219.60
"""


def test_a_drug_code_above_a_service_of_a_claim_form_is_its_own() -> None:
    assert [(line.code, line.ndc) for line in read_text(FORM).lines] == [
        ("73100", None),
        ("J7613", "50383074525"),
        ("94640", None),
    ]


def test_drug_codes_that_a_form_prints_below_each_service_stay_with_it() -> None:
    below = FORM.replace("28. TOTAL CHARGE", "N463323016101 ML2\n28. TOTAL CHARGE")
    assert [(line.code, line.ndc) for line in read_text(below).lines] == [
        ("73100", "50383074525"),
        ("J7613", None),
        ("94640", "63323016101"),
    ]
