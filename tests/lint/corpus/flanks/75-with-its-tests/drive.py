from gateway import Gateway


def make_client(base_url):
    return Gateway("tok", base_url)


def call(client):
    return client.post("/v0/bank/card", {"credentials_token": "cred-token"})["cards"]
