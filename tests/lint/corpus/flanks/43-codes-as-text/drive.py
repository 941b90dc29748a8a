from importer import MovementImporter, import_today


def make_client(base_url):
    return MovementImporter("tok", url=base_url)


def call(client):
    return import_today(client, ["cred-token"])
