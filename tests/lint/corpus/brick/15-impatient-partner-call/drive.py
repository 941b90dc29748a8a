from insurance import Policies


def make_client(base_url: str):
    return Policies(base_url, "tok")


def call(client):
    return client.policies("c-1")
