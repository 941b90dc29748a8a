"""Verifies ACH-US nodes with the two micro deposits the customer typed in."""
import json
import logging
import random
import time
from urllib import error, request

logger = logging.getLogger(__name__)

BUSY = {429, 503}


class SynapseFailed(Exception):
    pass


class MicroDeposits:

    base_url = "https://api.synapsefi.com/v3.1"

    def __init__(self, client_id, client_secret, oauth_key, fingerprint, base_url=None):
        self.base_url = base_url or self.base_url
        self.headers = {
            "X-SP-GATEWAY": "%s|%s" % (client_id, client_secret),
            "X-SP-USER": "%s|%s" % (oauth_key, fingerprint),
            "Content-Type": "application/json",
        }

    def _patch(self, path, payload):
        req = request.Request(
            self.base_url + path,
            data=json.dumps(payload).encode(),
            headers=self.headers,
            method="PATCH",
        )
        try:
            with request.urlopen(req, timeout=30) as resp:
                return resp.status, json.loads(resp.read())
        except error.HTTPError as exc:
            return exc.code, json.loads(exc.read())

    def _patch_until_free(self, path, payload, attempts=5):
        delay = 2.0
        for attempt in range(attempts):
            status, body = self._patch(path, payload)
            if status < 400:
                return status, body
            if body["error_code"] in BUSY and attempt + 1 < attempts:
                logger.info("synapse is busy, waiting %.1fs", delay)
                time.sleep(delay + random.random())
                delay *= 2
                continue
            break
        raise SynapseFailed("synapse answered HTTP %d for %s" % (status, path))

    def verify(self, user_id, node_id, first, second):
        path = "/users/%s/nodes/%s" % (user_id, node_id)
        status, node = self._patch_until_free(path, {"micro": [first, second]})
        if status == 202:
            return {"node": node_id, "state": "pending"}
        return {"node": node_id, "state": node["allowed"]}


def verify_all(client, rows):
    """rows: (user, node, first, second). Returns what support has to look at."""
    todo = []
    for user_id, node_id, first, second in rows:
        try:
            result = client.verify(user_id, node_id, first, second)
        except SynapseFailed as exc:
            logger.error("node %s: %s", node_id, exc)
            todo.append((node_id, str(exc)))
        else:
            logger.info("node %s is now %s", node_id, result["state"])
    return todo
