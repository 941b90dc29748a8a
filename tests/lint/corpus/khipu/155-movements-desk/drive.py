from gateway import KhipuGateway
from movements import BankLogin, MovementService


def make_client(base_url: str) -> MovementService:
    return MovementService(KhipuGateway(base_url, "jwt"))


def call(client: MovementService):
    return client.movements_of("bci.cl", BankLogin("11111111-1", "secret"))
