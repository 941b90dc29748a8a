from instantanea import Instantaneas


def make_client(base_url: str):
    return Instantaneas(base_url, "tok")


def call(client):
    return client.foto("cli-1", "cred-1", ["portfolio"])
