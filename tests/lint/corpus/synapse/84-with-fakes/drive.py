from api import Api


def make_client(base_url):
    return Api({"X-SP-GATEWAY": "id|secret"}, base_url)


def call(client):
    return client.patch("/users/u1", {"permission": "LOCKED"})["_id"]
