from datetime import datetime

from importer import Importer
from steps import Job


def make_client(base_url):
    return Importer("tok", base_url)


def call(client):
    return client.work(Job("cred-token"), datetime(2024, 1, 1))
