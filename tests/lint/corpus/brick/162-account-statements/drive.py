from brick_gateway import BrickSharedDataGateway
from statements import StatementService


def make_client(base_url: str) -> StatementService:
    return StatementService(BrickSharedDataGateway(base_url, "tok"))


def call(client: StatementService):
    return client.accounts("c-1")
