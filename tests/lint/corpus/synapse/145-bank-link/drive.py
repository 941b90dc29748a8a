from bank_link import BankLink


def make_client(base_url):
    return BankLink("cid|sec", "oauth", "fp", base=base_url)


def call(client):
    return client.link("u1", "chase", "synapse_good", "test1234")
