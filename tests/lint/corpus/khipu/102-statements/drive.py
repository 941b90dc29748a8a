from contract import Movements, Query
from statements import Outbox, Statements


def make_client(base_url: str) -> Statements:
    return Statements("test-key", Outbox(), base_url=base_url)


def call(client: Statements):
    match client.fetch(Query("76111111-1", "secret", 2024, 5)):
        case Movements(rows=rows):
            return rows
        case other:
            raise RuntimeError(other)
