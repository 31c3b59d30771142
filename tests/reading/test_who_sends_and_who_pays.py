"""Whose paper it is and who pays, where rows and blocks print names in other ways than alone on a row."""

from plainbill.case import Document
from tests.reading.papers import SERVICES, read_text

BILLED = """
Date          Code     Service            Charge
03/02/2026    99213    Office visit       140.00
03/02/2026    87880    Rapid test          40.00
"""


def _provider(document: Document) -> tuple[str | None, str | None]:
    assert document.provider is not None
    return document.provider.name, document.provider.address


def _payer(document: Document) -> tuple[str | None, str | None, str | None]:
    assert document.payer is not None
    return document.payer.name, document.payer.address, document.payer.phone


def test_a_plan_stands_before_its_address_and_phone_on_one_row() -> None:
    document = read_text(f"""
Larkspur Grove Health 44 Quay Ln, Dover DE 19901 302-555-0116
Explanation of Benefits

Patient: Ada Lombard      Claim: LG-339017      Facility: Ferncross Clinic
{SERVICES}
""")
    assert _payer(document) == ("Larkspur Grove Health", "44 Quay Ln, Dover DE 19901", "302-555-0116")


def test_who_runs_a_plan_is_no_part_of_its_name() -> None:
    document = read_text(f"""
Larkspur Valley Growers Benefit Trust - administered by Quince TPA
Box 118, Dover DE 19901 - (302) 555-0116
Explanation of Benefits

Patient: Ada Lombard      Claim: LG-339017      Provider: Ferncross Clinic
{SERVICES}
""")
    assert _payer(document) == ("Larkspur Valley Growers Benefit Trust", "Box 118, Dover DE 19901", "(302) 555-0116")


def test_names_below_headings_are_of_whom_these_say() -> None:
    document = read_text(f"""
Remittance advice

Payer                        Payee
Name       COPPER LARCH      Name    FERNCROSS OB GYN
           MUTUAL            NPI     1720555018
Payer ID   CLM01             TIN     88-0555102

Patient: Ada Lombard
{SERVICES}
""")
    assert (_payer(document)[0], _provider(document)[0]) == ("COPPER LARCH MUTUAL", "FERNCROSS OB GYN")


def test_the_office_behind_every_claim_is_the_papers() -> None:
    document = read_text(f"""
Larkspur Health Trust                              Explanation of Benefits
Patient Ada Lombard        ID LT30177

Claim 4471-01 Ferncross Family Practice
{SERVICES}
""")
    assert _provider(document)[0] == "Ferncross Family Practice"


def test_a_label_before_the_office_with_its_number_is_no_part_of_its_name() -> None:
    document = read_text(f"""
Larkspur Insurance Co.                             Explanation of Payment
Pay-to: Ferncross Hospital       NPI 1669900452       TIN 87-5550144
Patient: Ada Lombard
{SERVICES}
""")
    assert _provider(document)[0] == "Ferncross Hospital"


def test_whether_somebody_is_of_the_network_is_nobodys_name() -> None:
    document = read_text(f"""
Larkspur Health                                    Explanation of Benefits
Patient: Ada Lombard

Claim Number 820261570044112
In-network provider
{SERVICES}
""")
    assert document.provider is None or document.provider.name is None


def test_a_notice_of_medicare_is_known_by_its_number_and_its_part() -> None:
    document = read_text(f"""
Ada Lombard                    THIS IS NOT A BILL                    Page 3 of 4
Your Claims for Durable Medical Equipment
Part B Medical Insurance helps pay for equipment.      Medicare Number: 2PW9-FE5-QJ60

Ferncross Respiratory Supply, (302) 555-0134
7719 Elm Ave Ste 3, Dover, DE 19901
{SERVICES}
""")
    assert _payer(document)[:2] == ("Medicare", None)
    assert _provider(document) == ("Ferncross Respiratory Supply", "7719 Elm Ave Ste 3, Dover, DE 19901")


def test_an_office_with_its_street_over_the_city_is_a_block() -> None:
    document = read_text(f"""
Medicare Summary Notice
Ada Lombard                           Medicare Number: 2PW9-FE5-QJ60

Claim number: 12925-8840
Ferncross Hospital, 200 Elm Rd,
Dover, DE 19901
{SERVICES}
""")
    assert _provider(document) == ("Ferncross Hospital", "200 Elm Rd, Dover, DE 19901")


def test_the_office_behind_a_clinician_asks_for_the_money() -> None:
    document = read_text(f"""
Medicare Summary Notice
Ada Lombard                           Medicare Number: 2PW9-FE5-QJ60
W. Sefton, M.D., Ferncross Inpatient Group, 80 Elm Rd, Dover DE 19901
{SERVICES}
""")
    assert _provider(document) == ("Ferncross Inpatient Group", "80 Elm Rd, Dover DE 19901")


def test_the_block_below_a_labeled_payer_is_its_own() -> None:
    document = read_text(f"""
EXPLANATION OF REVIEW
PAYER                                 PROVIDER
COPPER LARCH INDEMNITY CO             FERNCROSS CARE PC
PO BOX 118, DOVER DE 19901            44 ELM AVE
302-555-0148                          DOVER DE 19901

Patient: Ada Lombard
{SERVICES}
""")
    assert _payer(document) == ("COPPER LARCH INDEMNITY CO", "PO BOX 118, DOVER DE 19901", "302-555-0148")


def test_an_office_named_with_accents_heads_its_paper() -> None:
    document = read_text(f"""
Cl\u00ednica del Valle                                    Estado de cuenta
Salud de la mujer / Women's health
18 Elm St, Dover, DE 19901

Patient: Ada Lombard
{BILLED}
Total charges                             180.00
""")
    assert _provider(document)[0] == "Cl\u00ednica del Valle"


def test_a_town_and_state_above_an_address_are_no_name() -> None:
    document = read_text(f"""
Elm Street Clinic                        Dover, Delaware
                                         18 W Elm St, Dover, DE 19901
                                         302-555-0143
Patient: Ada Lombard
{BILLED}
Total charges                             180.00
""")
    assert _provider(document) == ("Elm Street Clinic", "18 W Elm St, Dover, DE 19901")


def test_what_a_box_says_of_the_care_is_no_letterhead() -> None:
    document = read_text(f"""
PATIENT STATEMENT
Patient Name        Primary Insurance      Member ID        Attending      Type
LOMBARD, ADA M      COPPER LARCH           CLH4017220-      W. SEFTON      OUTPATIENT
                    HEALTH                 01               MD             SURGERY
{BILLED}
Total charges                             180.00
""")
    assert document.provider is None or document.provider.name is None


def test_who_paid_and_reduced_is_the_insurer() -> None:
    document = read_text(f"""
Ferncross Eye Associates
18 Elm St, Dover, DE 19901
Patient: Ada Lombard
{BILLED}
Total charges                             180.00
Larkspur Vision Plan paid                  80.00-
Larkspur Vision Plan reduction             60.00-
Balance to pay                             40.00
""")
    assert _payer(document)[0] == "Larkspur Vision Plan"


def test_medicare_that_paid_is_the_insurer() -> None:
    document = read_text(f"""
Ferncross Medicine PC
18 Elm St, Dover, DE 19901
Patient: Ada Lombard
{BILLED}
TOTAL CHARGES                             180.00
MEDICARE PAID                             120.00
ADJUSTED                                   30.00
PAY                                        30.00
""")
    assert _payer(document)[0] == "MEDICARE"
