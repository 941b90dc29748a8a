from shared_data import SharedData


def make_client(base_url: str) -> SharedData:
    return SharedData(base_url, "tok")


def call(client: SharedData):
    return client.accounts("c-1")
