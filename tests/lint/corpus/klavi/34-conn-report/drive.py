from pull_reports import Puller, features


def make_client(base_url):
    return Puller("test-token", base=base_url)


def call(client):
    return features(client.report({"cpf": "11144477735", "bank": "237", "password": "x"}))
