import logging
import os

from flask import Flask, jsonify, request

from gateway import GatewayError
from services import AutoUpdate, NotAuthorizedByUser, OurRequestIsWrong, PartnerSetup, crm, klavi

log = logging.getLogger(__name__)

ANSWERS = {NotAuthorizedByUser: 403, OurRequestIsWrong: 500, PartnerSetup: 503}


def create_app() -> Flask:
    app = Flask(__name__)
    auto_update = AutoUpdate(
        klavi(os.environ["KLAVI_URL"], os.environ["KLAVI_PARTNER_CODE"], os.environ["KLAVI_PARTNER_TOKEN"]),
        crm(os.environ["CRM_URL"]),
    )

    @app.put("/customers/<customer_id>/connections/<key>/auto-update")
    def put_auto_update(customer_id: str, key: str):
        allow = bool(request.get_json()["allow"])
        data = auto_update.switch(key, allow)
        auto_update.note(customer_id, "auto update %s" % ("on" if allow else "off"))
        return jsonify(data)

    @app.errorhandler(GatewayError)
    def failed(error: GatewayError):
        status = ANSWERS.get(type(error), 502)
        log.error("%s -> %d", error, status)
        return jsonify(service=error.service, code=error.code, message=error.message), status

    return app
