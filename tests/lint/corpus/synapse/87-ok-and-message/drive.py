from bank import Bank
from views import add_account, as_response


def make_client(base_url):
    return Bank(base_url, **{"X-SP-GATEWAY": "id|secret"})


def call(client):
    return as_response(add_account(client, "u1", {"account": "1", "routing": "2"}))
