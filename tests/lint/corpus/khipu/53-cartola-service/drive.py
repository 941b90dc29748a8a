from datetime import datetime, timezone

from cartola import KhipuGateway, KhipuSettings, StatementRequest, StatementService


class Jobs(dict):
    def put(self, key, due):
        self[key] = due


def make_client(base_url):
    settings = KhipuSettings(base_url=base_url, token="t")
    return StatementService(KhipuGateway(settings), Jobs(), lambda: datetime.now(timezone.utc), settings)


def call(client):
    return client.statement(StatementRequest("bancoestado.cl", "11111111-1", "x", "2024-05"))
