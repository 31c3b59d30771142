from tests.reading.papers import read_text


def test_a_town_beside_an_amount_is_no_service_and_a_ride_to_one_is() -> None:
    document = read_text(
        """
        Marlow Dental Group                                   STATEMENT
        Patient: Oksana Brightwater                           Account: 774410

        Description                                             Total        -Ins Est
        Crown                                                   840.40         214.80
        Ambulance from Boise, ID 83702 to the clinic            422.00           0.00
        Tamarack Point, MI 49999                                 75.25           0.00
        """
    )
    assert [line.description for line in document.lines] == ["Crown", "Ambulance from Boise, ID 83702 to the clinic"]
