import itertools

from banking import StatementGateway

_serial = itertools.count(1)


def make_client(base_url: str) -> StatementGateway:
    return StatementGateway(lambda: f"jwt-{next(_serial)}", base_url=base_url)


def call(client: StatementGateway):
    return client.statement("11111111-1", "secret", "2024-05")
