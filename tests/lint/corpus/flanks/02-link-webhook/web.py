import os

from flask import Blueprint, current_app, redirect, request, url_for

from connections import Connections
from link import LinkClient, LinkFailed

pages = Blueprint("flanks", __name__, url_prefix="/flanks")
connections = Connections(
    LinkClient(
        os.environ.get("FLANKS_URL", "https://api.flanks.io"),
        os.environ.get("FLANKS_CLIENT_ID", ""),
        os.environ.get("FLANKS_CLIENT_SECRET", ""),
    )
)


@pages.get("/done")
def done():
    try:
        row = connections.complete(request.args["customer"], request.args["code"])
    except LinkFailed as exc:
        current_app.logger.warning("link of %s: %s", request.args["customer"], exc)
        return redirect(url_for("onboarding.bank", failed=1))
    return redirect(url_for("dashboard.show", connection=row.credentials_token))
