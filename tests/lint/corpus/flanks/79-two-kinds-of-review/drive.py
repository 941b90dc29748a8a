from link_flow import LinkFlow


def make_client(base_url):
    return LinkFlow("tok", base_url)


def call(client):
    reply = client.exchange("link-code")
    return reply.state.name, client.text(reply)
