from client import KhipuClient
from service import Account, StatementService


def make_client(base_url: str) -> StatementService:
    return StatementService(KhipuClient("test-key", base_url=base_url))


def call(client: StatementService):
    return client.import_month(Account("acc-1", "bancoestado.cl", "11111111-1", "secret"), "2024-03")
