from users import Users


def make_client(base_url):
    return Users("id|secret", base_url)


def call(client):
    return client.all()
