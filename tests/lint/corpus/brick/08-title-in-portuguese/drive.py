from loans import Loans


def make_client(base_url: str):
    return Loans(base_url, "tok")


def call(client):
    return client.contracts("c-1")
