import movements


def make_client(base_url: str):
    movements.BASE = base_url + "/v1"
    return movements


def call(client):
    return client.run([{"name": "main", "service": "banks/bci.cl/movements", "user": "1-9", "password": "x"}])
