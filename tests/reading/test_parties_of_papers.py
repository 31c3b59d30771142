"""Whose names, addresses and phones a paper prints, where few words say so."""

from tests.reading.papers import SERVICES, read_text


def test_a_dentist_is_the_provider_where_no_firm_is_named() -> None:
    document = read_text(f"""
    Granite Dental Insurance
    EXPLANATION OF BENEFITS
    Patient          Claim #           Dentist
    Ada Lombard      9260841           Ole Brandvold DDS

    {SERVICES}""")
    assert document.provider is not None and document.provider.name == "Ole Brandvold DDS"


def test_the_primary_payer_is_not_who_sends_the_paper_of_a_second_one() -> None:
    document = read_text(f"""
    Granite Supplemental Insurance
    PO Box 219, Quince, SC 29998
    843-555-0112
    EXPLANATION OF BENEFITS - SECONDARY CLAIM

    Patient          Ada Lombard             Claim number     S-2026-118-0044
    Provider         Larkspur Clinic         Primary payer    Medicare

    {SERVICES}""")
    assert document.payer is not None and document.payer.name == "Granite Supplemental Insurance"
    assert document.payer is not None and document.payer.phone == "843-555-0112"
    assert document.coverage is not None and document.coverage.rank == "secondary"


def test_who_stands_before_the_number_of_a_member_is_the_patient() -> None:
    document = read_text(f"""
    Granite Mutual Insurance
    EXPLANATION OF BENEFITS
    Ada Lombard-Vale      Member Number: GRM339120448      Date of this notice: March 9, 2026

    {SERVICES}""")
    assert document.patient is not None and document.patient.name == "Ada Lombard-Vale"


def test_a_sentence_says_where_to_write_to_the_payer() -> None:
    document = read_text(f"""
    Granite Mutual Insurance
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard            Member ID: GRM339120448

    {SERVICES}
    Questions? Call 866-555-0103 or write to PO Box 551, Dunmore, UT 84998.
    """)
    assert document.payer is not None and document.payer.address == "PO Box 551, Dunmore, UT 84998"


def test_the_plan_of_a_claim_form_may_stand_above_the_row_of_its_title() -> None:
    document = read_text("""
                                                   GRANITE MUTUAL INSURANCE
    HEALTH INSURANCE CLAIM FORM                    PO BOX 551
                                                   DUNMORE UT 84998

    1. MEDICARE  MEDICAID  TRICARE                 1a. INSURED'S I.D. NUMBER
       X                                           GRM339120448
    2. PATIENT'S NAME (Last Name, First Name)      3. PATIENT'S BIRTH DATE   SEX
    LOMBARD, ADA                                   06 19 1983    X
    """)
    assert document.payer is not None and document.payer.name == "GRANITE MUTUAL INSURANCE"


def test_what_is_said_of_the_network_names_no_payer() -> None:
    document = read_text(f"""
    Network status: Out-of-network

    Terramar Health Plan
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard            Member ID: TRM339120448

    {SERVICES}""")
    assert document.payer is not None and document.payer.name == "Terramar Health Plan"
    assert document.coverage is not None and document.coverage.network_status == "out"


def test_a_clinician_above_an_address_is_not_the_patient() -> None:
    document = read_text(f"""
    Harbor Family Dental
    Y. Fontaine-Desai, DMD
    12 Mill Street
    Dunmore, UT 84998

    Percival Thackeray-Lund
    8 Quarry Road
    Marlow, UT 84990

    Itemized statement              Patient account: HD-1187
    {SERVICES}""")
    assert document.patient is not None and document.patient.name == "Percival Thackeray-Lund"


def test_who_runs_a_plan_and_a_heading_are_no_letterhead() -> None:
    document = read_text(f"""
    Operated by Silverbirch Health Services
    Pinecone Advantage Plan
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard            Member ID: TRM339120448

    {SERVICES}""")
    assert document.payer is not None and document.payer.name == "Pinecone Advantage Plan"


def test_who_stands_above_the_number_of_a_member_is_the_patient() -> None:
    document = read_text(f"""
    Pinecone Advantage Plan
    EXPLANATION OF BENEFITS

    Rosalba Quintero
    Member ID: TRM339120448         Date of this notice: March 9, 2026

    {SERVICES}""")
    assert document.patient is not None and document.patient.name == "Rosalba Quintero"


def test_the_only_phone_number_of_a_bill_is_its_office() -> None:
    document = read_text(f"""
    Saltmeadow Regional Hospital
    4400 Heron Causeway, Saltmeadow, DE 19999

    Itemized statement              Patient account: HD-1187
    {SERVICES}

    Questions about this bill? Please call Patient Financial Services at (302) 555-0171.
    """)
    assert document.provider is not None and document.provider.phone == "(302) 555-0171"


def test_the_only_phone_number_of_a_bill_is_not_its_offices_where_it_is_an_insurers() -> None:
    document = read_text(f"""
    Saltmeadow Regional Hospital
    4400 Heron Causeway, Saltmeadow, DE 19999

    Itemized statement              Patient account: HD-1187
    {SERVICES}

    We sent this to Summit Blue Plan, (302) 555-0171.
    """)
    assert document.provider is not None and document.provider.phone is None


def test_a_number_of_a_cards_pharmacy_is_no_payer() -> None:
    document = read_text("""
    RxPCN MSRX              RxBIN 004336            RxGrp MS0077

    Member ID: MSX 4471 90266       Group: 0077315
    PCP $25    Specialist $50    ER $250
    This card does not guarantee coverage.
    """)
    assert document.payer is None or document.payer.name is None


def test_a_clinic_of_the_letterhead_says_where_and_not_who() -> None:
    document = read_text(f"""
    Larkspur University Clinics                      Bill date 04/30/2026
    3 Academy Row, Quince, SC 29998
    Patient: Ada Lombard     Visit number: V20264471     Clinic: Pulmonary Medicine

    {SERVICES}""")
    assert document.provider is not None
    assert (document.provider.name, document.provider.address) == (
        "Larkspur University Clinics",
        "3 Academy Row, Quince, SC 29998",
    )


def test_an_address_behind_the_name_at_the_foot_of_the_paper_is_its_owners() -> None:
    document = read_text(f"""
    Palisade benefit plans
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard          Claim ID: EKF88120XY

    {SERVICES}
    Palisade, PO Box 1181, Lexmoor, KY 40999      1-800-555-0196""")
    assert document.payer is not None and document.payer.address == "PO Box 1181, Lexmoor, KY 40999"


def test_the_head_of_a_table_without_services_names_no_payer() -> None:
    document = read_text(f"""
    Old Dominion Fund                                           Explanation of Benefits
    3 Union Sq, Crewe Mills, PA 17999
    Participant: Ada Lombard
    Service date    Code    Description    Submitted    Network savings Copay    Plan payment    Patient pays

    {SERVICES}""")
    assert document.payer is not None and document.payer.name == "Old Dominion Fund"


def test_a_part_of_a_longer_number_is_no_phone() -> None:
    document = read_text(f"""
    Larkspur Mutual Insurance
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard
    Total for Claim #26-061-447-0091

    {SERVICES}""")
    assert document.payer is not None and document.payer.phone is None
