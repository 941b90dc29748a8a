from adapter import reading_session
from statements import Statements


def make_client(base_url):
    return Statements(reading_session({"X-SP-GATEWAY": "id|secret"}), base_url)


def call(client):
    return client.latest("u1")
