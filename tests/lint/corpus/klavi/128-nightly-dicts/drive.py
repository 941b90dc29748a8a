import klavi
import nightly


def make_client(base_url: str):
    return base_url


def call(client):
    return nightly.run(klavi.make_session("tok"), ["12345678909"], {}, client)
