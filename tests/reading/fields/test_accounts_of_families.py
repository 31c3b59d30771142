"""Statements of a family: each member's charges below their name and account, and what all owe together."""

from plainbill.case import Document
from plainbill.reading.documents import parse
from plainbill.reading.fields.patients import as_of_all, by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of

FAMILY = """
Larkspur Family Clinic
418 Adobe Walk, Mesa Alta, NM 87998

Wendell Lombard                                   Statement date: April 2, 2026
9 Elm Street, Mesa Alta, NM 87998

{sign}Ada Lombard                  Acct AL-1
Date         Code                                  Charge      Credit
03/04/2026   99213  Office visit                   131.00
03/20/2026   Fenland Mutual paid                                90.00
Ada owes                                                       $41.00

{sign}Ines Lombard                 Acct IL-2
Date         Code                                  Charge      Credit
03/09/2026   99212  Recheck                         84.00
03/09/2026   81002  Urine dip                       16.00
Ines owes                                                     $100.00

{total}                                             $141.00
"""


def documents_of(text: str) -> list[Document]:
    page = page_of(text)
    whole = lay_out(page)
    parts = by_patient([page], [whole])
    found = (parse(part, [as_of_all(lay_out(each), [whole]) for each in part]) for part in parts)
    return [parsed.document for parsed in found if parsed is not None]


def test_each_of_a_family_has_a_bill_of_their_own() -> None:
    for sign in ("", "o "):
        documents = documents_of(FAMILY.format(sign=sign, total="Both together:"))
        assert [document.patient.name for document in documents if document.patient] == ["Ada Lombard", "Ines Lombard"]
        assert [[str(line.charge) for line in document.lines] for document in documents] == [
            ["131.00"],
            ["84.00", "16.00"],
        ]
        assert [len(document.payments) for document in documents] == [1, 0]


def test_what_the_family_owes_together_is_nobodys_own() -> None:
    for total in ("Both together:", "Amount due:   "):
        documents = documents_of(FAMILY.format(sign="", total=total))
        assert [str(document.totals.balance_due) for document in documents if document.totals] == ["41.00", "100.00"]


def test_services_below_no_name_leave_a_statement_whole() -> None:
    text = FAMILY.format(sign="", total="Both together:").replace("Ines Lombard  ", "Further care  ")
    assert len(documents_of(text)) == 1


def test_the_word_before_that_for_account_is_no_part_of_a_name() -> None:
    text = FAMILY.format(sign="", total="Both together:").replace("Acct", "patient acct")
    documents = documents_of(text)
    assert [document.patient.name for document in documents if document.patient] == ["Ada Lombard", "Ines Lombard"]
    assert [len(document.lines) for document in documents] == [1, 2]


def test_a_patients_number_opens_a_bill_as_an_account_does() -> None:
    text = FAMILY.format(sign="", total="Both together:").replace("Acct", "Patient no.")
    documents = documents_of(text)
    assert [document.patient.name for document in documents if document.patient] == ["Ada Lombard", "Ines Lombard"]
    assert [len(document.lines) for document in documents] == [1, 2]
