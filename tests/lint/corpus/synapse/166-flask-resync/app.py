import json
import os
from typing import NotRequired, TypedDict

import urllib3
from flask import Blueprint, Flask, current_app, jsonify

bp = Blueprint("nodes", __name__)


class ErrorText(TypedDict):
    en: str


class Reply(TypedDict):
    error_code: int
    http_code: int
    success: bool
    error: NotRequired[ErrorText]
    info: NotRequired[dict]


class SynapseError(RuntimeError):
    def __init__(self, status: int, reply: Reply):
        self.status = status
        self.error_code = reply["error_code"]
        super().__init__(f"{status}/{self.error_code} {reply.get('error', {}).get('en', '')}")


class Resync:
    def __init__(self, base_url: str, gateway: str, oauth: str):
        self.base_url = base_url
        self.http = urllib3.PoolManager(
            retries=False,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": f"{oauth}|static"},
        )

    def __call__(self, user_id: str, node_id: str) -> dict[str, object]:
        r = self.http.request("PATCH", f"{self.base_url}/users/{user_id}/nodes/{node_id}?resync=true")
        reply: Reply = json.loads(r.data)
        match r.status, reply["error_code"]:
            case 200, _:
                return {"state": "fresh", "balance": reply["info"]["balance"]["amount"]}
            case 202, _:
                return {"state": "mfa", "balance": None}
            case 401, 110:
                return {"state": "relink", "balance": None}
            case 400, 410:
                return {"state": "unsupported", "balance": None}
            case 503, 503:
                return {"state": "bank-maintenance", "balance": None}
            case status, _:
                raise SynapseError(status, reply)


@bp.post("/users/<user_id>/nodes/<node_id>/resync")
def resync(user_id: str, node_id: str):
    outcome = current_app.extensions["resync"](user_id, node_id)
    return jsonify(outcome), 200


@bp.errorhandler(SynapseError)
def synapse_error(exc: SynapseError):
    current_app.logger.error("synapse: %s", exc)
    return jsonify(state="error", error_code=exc.error_code), 502


def create_app() -> Flask:
    app = Flask(__name__)
    app.extensions["resync"] = Resync(
        os.environ.get("SYNAPSE_URL", "https://api.synapsefi.com/v3.1"),
        os.environ["SYNAPSE_GATEWAY"],
        os.environ["SYNAPSE_OAUTH"],
    )
    app.register_blueprint(bp)
    return app
