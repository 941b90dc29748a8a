"""Cliente de Khipu para bajar cartolas. Lo usan las tareas de conciliación."""
import requests
from django.conf import settings


class KhipuError(Exception):
    """El servicio respondió Status=ERROR."""

    def __init__(self, error, operacion):
        super().__init__("%s/%s: %s" % (error["Code"], error["Type"], error["Description"]))
        self.codigo = error["Code"]
        self.tipo = error["Type"]
        self.operacion = operacion


class KhipuTransitorio(KhipuError):
    espera = 5


class KhipuDiferido(KhipuError):
    espera = 4 * 60


class KhipuDefinitivo(KhipuError):
    espera = None


POR_TIPO = {
    "RETRY_IMMEDIATELY": KhipuTransitorio,
    "WAIT_4_HOURS_BEFORE_RETRY": KhipuDiferido,
    "DO_NOT_RETRY": KhipuDefinitivo,
}


class KhipuService:
    def __init__(self, base_url=None, token=None):
        self.base_url = base_url or getattr(settings, "KHIPU_URL", "https://api.khipu.com")
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + (token or settings.KHIPU_TOKEN)

    def movimientos(self, cuenta, desde, hasta):
        resp = self.sesion.post(
            "%s/v1/cl/services/%s/account-transactions" % (self.base_url, cuenta.banco),
            json={
                **cuenta.credenciales(),
                "RequestData": {"AccountNumber": cuenta.numero, "StartDate": desde, "EndDate": hasta},
            },
            timeout=120,
        )
        cuerpo = resp.json()
        if cuerpo["Status"] == "OK":
            return cuerpo["Data"]["Transactions"]
        error = cuerpo["Error"]
        clase = POR_TIPO.get(error["Type"], KhipuDefinitivo)
        raise clase(error, cuerpo["OperationId"])
