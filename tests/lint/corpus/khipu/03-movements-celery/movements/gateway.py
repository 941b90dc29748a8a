import requests

from .constants import KHIPU_URL, STATUS_OK


class KhipuException(Exception):
    def __init__(self, payload):
        error = payload.get("Error") or {}
        self.operation_id = payload.get("OperationId")
        self.code = error.get("Code")
        self.type = error.get("Type")
        self.description = error.get("Description")
        super(KhipuException, self).__init__("[{0}] {1}".format(self.code, self.description))


class KhipuGateway(object):
    def __init__(self, token, base_url=KHIPU_URL):
        self.token = token
        self.base_url = base_url

    def movements(self, bank, user, password, since):
        r = requests.post(
            self.base_url + "/v1/cl/banks/%s/movements" % bank,
            json={"Username": user, "Password": password, "From": since},
            headers={"Authorization": "Bearer " + self.token},
            timeout=180,
        )
        payload = r.json()
        if payload.get("Status") != STATUS_OK:
            raise KhipuException(payload)
        return payload["Data"]["Movements"]
