from gateway import Gateway
from settings import Settings
from worker import Job, Worker


def make_client(base_url: str) -> Worker:
    settings = Settings(base_url=base_url, token="tok")
    return Worker(Gateway(settings), settings)


def call(client: Worker):
    client.put(Job("bancoestado", "2024-05"))
    return client.drain()
