from reports import Reports


def make_client(base_url: str):
    return Reports(base_url, lambda: "tok")


def call(client):
    return client.get("12345678909")
