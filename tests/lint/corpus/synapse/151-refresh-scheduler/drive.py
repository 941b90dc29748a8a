from scheduler import Job, RefreshScheduler


def make_client(base_url):
    return RefreshScheduler("id|secret", "oauth", base_url=base_url)


def call(client):
    return client.run([Job("u-1", "n-1")])
