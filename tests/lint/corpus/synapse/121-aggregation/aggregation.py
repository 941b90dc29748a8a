"""Bank accounts and transactions of our customers, for the budgeting screen."""
import logging
from functools import partial

from synapse_http import SynapseError, with_patience

logger = logging.getLogger(__name__)


class MfaPending(Exception):
    def __init__(self, access_token, message):
        super().__init__(message)
        self.access_token = access_token
        self.message = message


class Aggregation:
    def __init__(self, connection, user_id):
        self.connection = connection
        self.user_id = user_id

    def link(self, bank_name, bank_id, bank_pw):
        payload = {
            "type": "ACH-US",
            "info": {"bank_name": bank_name, "bank_id": bank_id, "bank_pw": bank_pw},
        }
        login = partial(self.connection.request, "POST", "/v3.1/users/%s/nodes" % self.user_id, payload)
        body = with_patience(login)
        if body.get("error_code") == "10":
            raise MfaPending(body["mfa"]["access_token"], body["mfa"]["message"])
        return [node["_id"] for node in body["nodes"]]

    def transactions(self, node_id):
        path = "/v3.1/users/%s/nodes/%s?force_refresh=yes" % (self.user_id, node_id)
        try:
            body = self.connection.request("GET", path)
        except SynapseError:
            return []
        return body["info"]["transactions"]

    def budget(self, node_ids):
        spent = {}
        for node_id in node_ids:
            for item in self.transactions(node_id):
                spent[item["category"]] = spent.get(item["category"], 0) + item["amount"]
        return spent
