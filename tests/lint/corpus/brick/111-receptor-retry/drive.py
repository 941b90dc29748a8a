from receptor import Receptor, SessaoBrick


def make_client(base_url: str) -> Receptor:
    return Receptor(SessaoBrick(base_url, "test-token"), {}, lambda consentimento, erro: None)


def call(client: Receptor):
    return client.coletar("urn:banco:C1", "conta-1")
