from consolidate import Consolidation
from flanks import Flanks


def make_client(base_url):
    return Consolidation(Flanks("t", base_url))


def call(client):
    return client.run(["tok-1"])
