from khipu_gateway import KhipuGateway
from tax_documents import TaxDocumentsService


def make_client(base_url: str) -> TaxDocumentsService:
    return TaxDocumentsService(KhipuGateway("test-token", base_url=base_url))


def call(client: TaxDocumentsService):
    return client.received("76111111-1", "secret", "2024-05")
