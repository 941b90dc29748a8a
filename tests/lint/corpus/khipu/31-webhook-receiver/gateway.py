import requests

import config


class StartRejected(Exception):
    def __init__(self, error):
        super().__init__("%(Code)s (%(Type)s): %(Description)s" % error)
        self.error = error


def start_statement(rut, password):
    """Asks for a statement; the result comes to our webhook. Returns the operation id."""
    response = requests.post(
        f"{config.KHIPU_URL}/v1/cl/banks/statement",
        headers={"Authorization": f"Bearer {config.KHIPU_TOKEN}"},
        json={
            "Username": rut,
            "Password": password,
            "Callback": {"Url": f"{config.PUBLIC_URL}/hooks/khipu"},
        },
        timeout=30,
    )
    document = response.json()
    if document["Status"] == "ERROR":
        raise StartRejected(document["Error"])
    return document["OperationId"]
