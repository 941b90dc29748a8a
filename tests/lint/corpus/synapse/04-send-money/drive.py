from send_money import Payouts


def make_client(base_url):
    return Payouts('user-1', 'node-1', 'key', base_url=base_url)


def call(client):
    return client.send('node-2', 1250)
