from tap_flanks import Accounts, FlanksApi


def make_client(base_url: str) -> Accounts:
    return Accounts(FlanksApi(base_url, "tok"))


def call(client: Accounts):
    return list(client.records(["ct-1"]))
