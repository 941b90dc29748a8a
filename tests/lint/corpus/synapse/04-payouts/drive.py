from payouts import SynapseTransport


def make_client(base_url):
    return SynapseTransport("g", "u", base=base_url)


def call(client):
    return client.send("POST", "/users/u1/nodes/n1/trans", {"to": {}}, key="k-1")
