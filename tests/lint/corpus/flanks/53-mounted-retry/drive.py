from insurances import Insurances


def make_client(base_url):
    return Insurances("tok", base_url)


def call(client):
    return client("cred-token")
