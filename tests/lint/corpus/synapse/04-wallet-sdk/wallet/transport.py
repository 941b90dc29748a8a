import urllib3

from .errors import BY_STATUS, WalletError


class Transport:
    def __init__(self, gateway_key, oauth_key, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.http = urllib3.PoolManager(retries=False, timeout=45)
        self.headers = {"X-SP-GATEWAY": gateway_key, "X-SP-USER": oauth_key}

    def request(self, method, path, payload=None):
        response = self.http.request(method, self.base_url + path, json=payload, headers=self.headers)
        if response.status >= 400:
            raise BY_STATUS.get(response.status, WalletError)()
        return response.json()
