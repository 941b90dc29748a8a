from updates import Updates


def make_client(base_url):
    return Updates("p", "t", base_url)


def call(client):
    return client.allow("ck-1")
