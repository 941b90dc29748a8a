from auto_update import AutoUpdate


def make_client(base_url):
    return AutoUpdate('partner', 'secret', base_url)


def call(client):
    return client.set('conn-key-1', True)
