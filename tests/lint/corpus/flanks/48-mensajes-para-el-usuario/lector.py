import requests

from errores import AVISO_GENERAL, AVISOS, ErrorDeConexion


class Lector:
    """Lee depósitos y préstamos de un cliente."""

    URL = "https://api.flanks.io"

    def __init__(self, token, url=None):
        self.url = url or self.URL
        self.sesion = requests.Session()
        self.sesion.headers.update({"Authorization": "Bearer " + token})

    def _leer(self, producto, credencial):
        respuesta = self.sesion.post(
            "%s/v0/bank/%s" % (self.url, producto),
            json={"credentials_token": credencial},
            timeout=(5, 40),
        )
        cuerpo = respuesta.json()
        if respuesta.status_code == 200 and cuerpo.get("error_code") is None:
            return cuerpo
        aviso = AVISOS.get(cuerpo.get("error_code"), AVISO_GENERAL)
        raise ErrorDeConexion(aviso)

    def depositos(self, credencial):
        return self._leer("deposit", credencial)["deposits"]

    def prestamos(self, credencial):
        return self._leer("loan", credencial)["loans"]


def patrimonio(lector, credencial):
    activo = sum(d["balance"] for d in lector.depositos(credencial))
    pasivo = sum(p["pending"] for p in lector.prestamos(credencial))
    return {"activo": activo, "pasivo": pasivo, "neto": activo - pasivo}
