"""A question that was put to somebody in Telegram."""

from content.message import Message
from outreach.delivery.delivery import reply
from outreach.delivery.inbound import take_in
from outreach.parties.person import meet
from outreach.store.unit import Unit


def asked(
    unit: Unit, *, external_id: str, messages: list[Message], receipt: str | None = None
) -> None:
    person, address = meet(unit, channel="telegram", external_id=external_id, language="nl")
    for number, message in enumerate(messages):
        inbound = take_in(
            unit,
            channel="telegram",
            external_id=f"{external_id}.{number}",
            address=address,
            text="?",
        )
        assert inbound is not None
        delivery = reply(
            unit, inbound=inbound, person=person, address=address, message=message
        ).delivery
        if receipt is not None:
            values = (receipt, delivery)
            unit.connection.exec_driver_sql("UPDATE delivery SET receipt = ? WHERE id = ?", values)
