from connect import ConnectionService
from klavi_api import KlaviApi


def make_client(base_url: str) -> ConnectionService:
    return ConnectionService(KlaviApi("token", base_url))


def call(client: ConnectionService):
    return client.connect("12345678909", "bradesco", {"user": "cliente", "password": "segredo"})
