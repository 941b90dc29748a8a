from cliente_brick import ClienteBrick


def make_client(base_url):
    return ClienteBrick(base_url, 'id', 'segredo')


def call(client):
    if client.token is None:
        client.token = 'test-token'
    return client.consulta_consentimento('urn:consent:1')
