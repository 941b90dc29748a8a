"""Tarea diaria (operador de Python en el planificador): carga las carteras de cada credencial."""
import logging

from flanks import Aplazada, ErrorFlanks, Flanks, TitularDebeActuar

registro = logging.getLogger(__name__)


class Sincronizador:
    def __init__(self, api: Flanks, almacen: dict):
        self.api = api
        self.almacen = almacen
        self.pendientes = {}

    def _leer(self, credencial):
        try:
            return self.api.carteras(credencial)
        except ErrorFlanks as error:
            registro.warning("credencial %s: %s", credencial, error)
            return []

    def sincronizar(self, credencial):
        try:
            carteras = self._leer(credencial)
        except Aplazada as espera:
            self.pendientes[credencial] = espera.minutos
            raise
        except TitularDebeActuar:
            self.pendientes[credencial] = None
            raise
        self.almacen[credencial] = {cartera["id"]: cartera for cartera in carteras}
        return len(carteras)


def ejecutar(**contexto):
    params = contexto["params"]
    sincronizador = Sincronizador(Flanks(params["token"]), params["almacen"])
    for credencial in params["credenciales"]:
        try:
            registro.info("%s: %d carteras", credencial, sincronizador.sincronizar(credencial))
        except (Aplazada, TitularDebeActuar) as motivo:
            registro.warning("%s: %s", credencial, motivo)
    return sincronizador.pendientes
