from customers import Customers


def make_client(base_url: str):
    return Customers(base_url, "tok")


def call(client):
    return client.qualifications("c-1")
