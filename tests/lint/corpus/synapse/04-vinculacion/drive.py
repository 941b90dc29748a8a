from vinculacion.cliente import ClienteSynapse


def make_client(base_url: str) -> ClienteSynapse:
    return ClienteSynapse(base_url, "id|secret")


def call(client: ClienteSynapse):
    return client.vincular("u1", "bofa", "synapse_good", "test1234")
