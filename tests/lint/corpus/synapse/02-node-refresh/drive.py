import time
from dataclasses import replace

from refresh import Node, NodeApi, RefreshService


class ListOfNodes(list):
    put = list.append


def make_client(base_url: str) -> RefreshService:
    return RefreshService(
        NodeApi(base_url, {"X-SP-USER": "oauth|fingerprint"}),
        ListOfNodes(),
        relink=lambda node: replace(node, id=node.id + "-relinked"),
        sleep=lambda seconds: time.sleep(seconds),
    )


def call(service: RefreshService):
    return service.refresh(Node("n-1", "u-1"))
