import uuid

import httpx

from .errors import from_body


class Client:
    def __init__(self, client_id, client_secret, user_key, fingerprint, base_url="https://api.synapsefi.com"):
        self._http = httpx.Client(
            base_url=base_url,
            headers={
                "X-SP-GATEWAY": f"{client_id}|{client_secret}",
                "X-SP-USER": f"{user_key}|{fingerprint}",
            },
            timeout=30,
        )

    def _send(self, method, path, json=None, headers=None):
        response = self._http.request(method, path, json=json, headers=headers)
        body = response.json()
        if response.is_success:
            return body
        raise from_body(response.status_code, body)

    def add_bank(self, user_id, login, password, bank):
        """Returns the ids of the linked accounts."""
        body = self._send(
            "POST",
            f"/v3.1/users/{user_id}/nodes",
            json={"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}},
        )
        return [node["_id"] for node in body.get("nodes", [])]

    def transfer(self, user_id, node_id, to_node, cents, note=""):
        body = self._send(
            "POST",
            f"/v3.1/users/{user_id}/nodes/{node_id}/trans",
            json={
                "to": {"type": "ACH-US", "id": to_node},
                "amount": {"amount": cents / 100, "currency": "USD"},
                "extra": {"note": note, "ip": "127.0.0.1"},
            },
            headers={"X-SP-IDEMPOTENCY-KEY": str(uuid.uuid4())},
        )
        return body["_id"]
