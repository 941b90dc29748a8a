from khipu_http import post
from scheduler import Scheduler


def make_client(base_url: str):
    url = base_url + "/v1/cl/banks/bci.cl/movements"
    return Scheduler(lambda link_id: post(url, "jwt", {"Username": str(link_id), "Password": "secret"}))


def call(client):
    client.add(7)
    return client.run()
