from payments import Order, PixPayments, make_session


def make_client(base_url: str):
    return PixPayments(make_session("tok"), base_url)


def call(client):
    return client.pay(Order("c-1", "10.00", "0d1b1a34-6f0e-4c59-9d0a-3f5d8d1f6a11"))
