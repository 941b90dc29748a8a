from refresco import RefrescoCuentas
from refresco.transporte import Transporte


def make_client(base_url: str) -> RefrescoCuentas:
    return RefrescoCuentas(Transporte(base_url, "cid|sec", "key|fp"))


def call(client: RefrescoCuentas):
    return client.refrescar("u1", "n1")
