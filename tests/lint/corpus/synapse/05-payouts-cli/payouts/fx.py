"""Exchange rates of the European Central Bank mirror we run in house."""
import http.client
import json
import time


class RatesUnavailable(Exception):
    pass


def rate(host: str, currency: str) -> float:
    for pause in (0, 1, 5):
        time.sleep(pause)
        connection = http.client.HTTPSConnection(host, timeout=5)
        try:
            connection.request("GET", "/latest?base=USD")
            reply = connection.getresponse()
            document = json.loads(reply.read())
            if reply.status == 200 and document.get("code") != "500":
                return float(document["rates"][currency])
        except OSError:
            pass
        finally:
            connection.close()
    raise RatesUnavailable(currency)
