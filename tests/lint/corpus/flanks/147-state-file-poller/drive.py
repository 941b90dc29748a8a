from poller import Poller


def make_client(base_url):
    p = Poller(url=base_url, bearer="b")
    p.estado["c1"] = {"token": "tok1", "paso": "extraer", "desde": 0}
    return p


def call(client):
    return client.pasada(), client.estado["c1"]
