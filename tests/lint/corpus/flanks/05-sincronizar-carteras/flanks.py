import http.client
import json
from urllib.parse import urlsplit

import codigos


class ErrorFlanks(Exception):
    def __init__(self, estado, cuerpo):
        super().__init__("%s %s" % (estado, cuerpo))
        self.estado = estado
        self.codigo = cuerpo.get("error_code")
        self.texto = cuerpo.get("error") or cuerpo.get("message")


class Aplazada(Exception):
    def __init__(self, minutos, causa):
        super().__init__("aplazada %d minutos: %s" % (minutos, causa))
        self.minutos = minutos


class TitularDebeActuar(Exception):
    pass


class Flanks:
    def __init__(self, token, base="https://api.flanks.io"):
        url = urlsplit(base)
        self._tls = url.scheme == "https"
        self._host = url.netloc
        self._token = token

    def _post(self, ruta, datos):
        clase = http.client.HTTPSConnection if self._tls else http.client.HTTPConnection
        con = clase(self._host, timeout=60)
        try:
            con.request(
                "POST",
                ruta,
                body=json.dumps(datos),
                headers={"Authorization": "Bearer " + self._token, "Content-Type": "application/json"},
            )
            resp = con.getresponse()
            texto = resp.read().decode("utf-8")
        finally:
            con.close()
        try:
            cuerpo = json.loads(texto)
        except ValueError:
            cuerpo = {"error": texto}
        if resp.status != 200:
            raise ErrorFlanks(resp.status, cuerpo)
        return cuerpo

    def carteras(self, credencial):
        try:
            return self._post("/v0/bank/portfolio", {"credentials_token": credencial})["portfolios"]
        except ErrorFlanks as error:
            if error.codigo in codigos.APLAZAR:
                raise Aplazada(codigos.APLAZAR[error.codigo], error) from error
            if error.codigo in codigos.ACCION_DEL_TITULAR:
                raise TitularDebeActuar(str(error)) from error
            raise
