"""Leitura de transações no Brick Bank (urllib3, sem retentativas no transporte)."""
import json

import urllib3


class FalhaBrick(Exception):
    def __init__(self, status, code, detail, interacao=None):
        super(FalhaBrick, self).__init__("%s %s %s" % (status, code, detail))
        self.status = status
        self.code = code
        self.detail = detail
        self.interacao = interacao

    def __reduce__(self):
        return (FalhaBrick, (self.status, self.code, self.detail, self.interacao))


class BrickGateway(object):
    def __init__(self, base_url, token):
        self.base_url = base_url
        self.token = token
        self.pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(total=25))

    def transacoes(self, conta, desde):
        resp = self.pool.request(
            "GET",
            "%s/open-banking/accounts/v2/accounts/%s/transactions" % (self.base_url, conta),
            fields={"fromBookingDate": desde.isoformat()},
            headers={"Authorization": "Bearer %s" % self.token},
        )
        try:
            corpo = json.loads(resp.data.decode("utf-8") or "{}")
        except ValueError:
            corpo = {}
        if resp.status == 200:
            return corpo["data"]
        raise FalhaBrick(
            resp.status,
            corpo.get("code") or corpo.get("error"),
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message"),
            resp.headers.get("x-fapi-interaction-id"),
        )
