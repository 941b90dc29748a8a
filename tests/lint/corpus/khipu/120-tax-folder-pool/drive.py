from folders import collect, make_fetch


def make_client(base_url: str):
    return make_fetch(base_url + "/v1/cl", "tok")


def call(client):
    return collect(client, [("76111111-1", "secret")], workers=1)
