from _events import Recorder
from linking import BankLinker, open_http


def make_client(base_url: str):
    return open_http("id|secret", "oauth|fp", base_url)


def call(client):
    recorder = Recorder()
    BankLinker(client, recorder).link("u1", "jdoe", "pw", "chase")
    return recorder.last
