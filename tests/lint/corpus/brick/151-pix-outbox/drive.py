from decimal import Decimal

from pix.gateway import PixGateway
from pix.outbox import Relay, Row
from pix.transport import build_session


def make_client(base_url: str):
    return Relay(PixGateway(build_session("tok"), base_url))


def call(client):
    return client.flush([Row("c-1", Decimal("10.00"))])
