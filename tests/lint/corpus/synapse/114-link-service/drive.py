from banklink.http_api import HttpSynapseApi
from banklink.ports import BankCredentials
from banklink.service import BankLinkService


class Links(dict):
    def save(self, user_id, result):
        self[user_id] = result


def make_client(base_url):
    return BankLinkService(HttpSynapseApi(base_url, "id|secret", "fp"), Links())


def call(client):
    return client.link("u1", BankCredentials(bank="fake", username="a", password="b"))
