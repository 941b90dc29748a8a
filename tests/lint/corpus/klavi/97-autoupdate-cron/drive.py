from autoupdate import Job


def make_client(base_url):
    return Job(klavi=base_url, token="t", parceiro="p")


def call(client):
    return client.rodar([("ck-1", True)])
