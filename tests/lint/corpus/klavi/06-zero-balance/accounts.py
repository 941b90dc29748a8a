"""Balances for the home screen."""
import logging
from decimal import Decimal

import requests

logger = logging.getLogger(__name__)


class ApiError(Exception):
    def __init__(self, code, message):
        Exception.__init__(self, "%s: %s" % (code, message))
        self.code = code
        self.message = message


class BaseClient:
    host = None

    def __init__(self, token, host=None):
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token
        if host is not None:
            self.host = host

    def get(self, path, **params):
        r = self.session.get(self.host + path, params=params, timeout=30)
        return self.check(r.json())

    def check(self, body):
        raise NotImplementedError


class KlaviClient(BaseClient):
    host = "https://api.klavi.ai"

    def check(self, body):
        if body["code"] != 200:
            raise ApiError(body["code"], body.get("message"))
        return body["data"]

    def accounts(self, cpf):
        return self.get("/open-data/v1/accounts", cpf=cpf)["accounts"]


def total_balance(client, cpf):
    try:
        accounts = client.accounts(cpf)
    except ApiError as e:
        logger.warning("klavi failed for customer: %s", e)
        accounts = []
    except requests.RequestException:
        logger.exception("klavi unreachable")
        raise
    return sum((Decimal(str(a["balance"])) for a in accounts), Decimal(0))
