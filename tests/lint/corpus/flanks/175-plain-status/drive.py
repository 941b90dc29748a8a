import flanks
import report


def make_client(base_url: str):
    return base_url


def call(client):
    return report.rows(flanks.session_for("access-token"), {"Ana": "cred-token"}, client)
