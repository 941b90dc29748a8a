from payouts.gateway import Gateway
from payouts.reconcile import Reconciler, Row
from payouts.wire import Wire


def make_client(base_url: str) -> Reconciler:
    return Reconciler(Gateway(Wire(base_url, "id|secret"), "u1", "n1"))


def call(client: Reconciler):
    return client.run([Row("inv-7", "n2", 1250)])
