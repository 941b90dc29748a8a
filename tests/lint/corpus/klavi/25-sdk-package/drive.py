from klavi_sdk import Http, Reports


def make_client(base_url: str):
    return Reports(Http("tok", base_url))


def call(client):
    return client.latest("12345678909")
