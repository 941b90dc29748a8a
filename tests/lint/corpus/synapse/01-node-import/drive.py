from importer import NodeImporter


def make_client(base_url):
    return NodeImporter("id", "secret", base_url)


def call(client):
    return client.login("u1", "key", "fp", {"bank_id": "u", "bank_pw": "p", "bank_name": "chase"})
