from cliente_synapse import ClienteSynapse


def make_client(base_url):
    return ClienteSynapse("id|secreto", "oauth|huella", url=base_url)


def call(client):
    return client.vincular("557387ed86c27318532fbe09", "fake", "synapse_good", "test1234")
