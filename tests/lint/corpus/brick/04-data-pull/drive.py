import time

from pull import Pull


def make_client(base_url: str) -> Pull:
    return Pull(base_url, "test-token", sleep=time.sleep)


def call(client: Pull):
    return client.customers()
