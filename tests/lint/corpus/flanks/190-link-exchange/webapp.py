import os

from flask import Flask, jsonify, request

from connections import ConnectionService
from flanks import FlanksClient, FlanksError


def create_app() -> Flask:
    app = Flask(__name__)
    service = ConnectionService(FlanksClient(os.environ["FLANKS_TOKEN"]))

    @app.get("/link/callback/<int:customer_id>")
    def link_callback(customer_id: int):
        connection = service.complete_link(customer_id, request.args["code"])
        return jsonify(customer=customer_id, status=connection.status.value)

    @app.errorhandler(FlanksError)
    def flanks_error(exc: FlanksError):
        return jsonify(error="No se pudo conectar el banco", code=exc.code), 502

    return app
