from worker import Worker


def make_client(base_url: str):
    return Worker("tok", base_url + "/open-data/v1/login")


def call(client):
    return client.handle({"cpf": "12345678909", "password": "secret"})
