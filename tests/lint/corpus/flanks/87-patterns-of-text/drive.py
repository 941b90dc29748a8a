from functools import partial

import urllib3

from summary import banner


def make_client(base_url):
    return partial(banner, urllib3.PoolManager(headers={"Authorization": "Bearer tok"}), base_url=base_url)


def call(client):
    return client("cred-token")
