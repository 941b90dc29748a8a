from backlog import connect_one, poster

PERSON = {"cpf": "12345678909", "institution": "itau", "login": "u", "secret": "s"}


def make_client(base_url: str):
    return poster(base_url, "tok")


def call(client):
    return connect_one(client, PERSON)
