from scoring import fetcher, score


def make_client(base_url: str):
    return fetcher("jwt", base_url + "/v1/cl")


def call(client):
    return score(client, "11111111-1", "secret")
