from refresh import refresh
from transport import Credentials, build


def make_client(base_url):
    return build(Credentials("id", "secret", "oauth", "fp"), base_url)


def call(client):
    return refresh(client, "u1", "n1")
