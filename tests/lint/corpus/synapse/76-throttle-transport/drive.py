from http_factory import client
from users import Users


def make_client(base_url):
    return Users(client({"X-SP-GATEWAY": "id|secret"}, base_url))


def call(users):
    return users.get("u1")["_id"]
