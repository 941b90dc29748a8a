from flask import Flask

from sdk import SynapseApi
from views import banks

FORM = {"user": "u1", "key": "oauth|fp", "bank": "chase", "login": "jdoe", "password": "pw"}


def make_client(base_url: str):
    app = Flask("drive")
    app.register_blueprint(banks)
    app.extensions["synapse"] = SynapseApi("id|secret", base_url=base_url)
    app.testing = True
    return app.test_client()


def call(client):
    reply = client.post("/banks", json=FORM)
    return reply.status_code, reply.get_json()
