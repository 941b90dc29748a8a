import logging

from .base import ApiBase, CredencialesMixin
from .errores import KhipuError, SinDatos

logger = logging.getLogger(__name__)


class BancoEstadoApi(CredencialesMixin, ApiBase):
    servicio = "bancoestado.cl"

    def saldo(self, rut, clave):
        return self._post("balance", self._login(rut, clave))

    def movimientos(self, rut, clave, mes, cuenta=None):
        cuerpo = self._login(rut, clave, Month=mes, Account=cuenta)
        try:
            datos = self._post("transactions", cuerpo)
        except KhipuError as exc:
            if "no hay movimientos" in (exc.descripcion or "").lower():
                return []
            raise
        return [self._normalizar(m) for m in (datos or {}).get("Transactions", [])]

    def _normalizar(self, mov):
        return {
            "fecha": mov.get("Date"),
            "glosa": (mov.get("Detail") or "").strip(),
            "monto": mov.get("Amount", 0),
        }

    def _agrupar_por_dia(self, movimientos):  # ya no se usa
        dias = {}
        for m in movimientos:
            dias.setdefault(m["fecha"], []).append(m)
        return dias


class SiiApi(CredencialesMixin, ApiBase):
    servicio = "sii.cl"

    def carpeta_tributaria(self, rut, clave):
        return self._post("tax-folder", self._login(rut, clave))

    def boletas(self, rut, clave, periodo):
        """Boletas de honorarios del periodo; None si el SII aun no las publica."""
        try:
            return self._post("fee-receipts", self._login(rut, clave, Period=periodo), timeout=300)
        except SinDatos as exc:
            logger.info("sin boletas para %s en %s: %s", rut, periodo, exc.codigo)
            return None


class KhipuCL:
    def __init__(self, token, **kwargs):
        self.banco_estado = BancoEstadoApi(token, **kwargs)
        self.sii = SiiApi(token, **kwargs)
