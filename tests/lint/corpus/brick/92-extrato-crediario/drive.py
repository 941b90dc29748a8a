from analise_renda import AnaliseRenda, PropostasEmMemoria
from brick import BrickBank


def make_client(base_url: str) -> AnaliseRenda:
    return AnaliseRenda(BrickBank("test-token", base_url), PropostasEmMemoria({"p-1": "c-1"}))


def call(client: AnaliseRenda):
    return client.executar("p-1")
