from __future__ import annotations


class ErrorSynapse(Exception):
    def __init__(self, http: int, codigo: str, mensaje: str) -> None:
        super().__init__(f"{http}/{codigo}: {mensaje}")
        self.http = http
        self.codigo = codigo
        self.mensaje = mensaje


class ErrorTemporal(ErrorSynapse):
    pass


class ErrorServidor(ErrorTemporal):
    pass


class NoDisponible(ErrorTemporal):
    pass


class DatosInvalidos(ErrorSynapse):
    pass


class CredencialesVencidas(ErrorSynapse):
    pass


class SinCuentaAch(ErrorSynapse):
    pass


class NoPermitido(ErrorSynapse):
    pass


POR_CODIGO: dict[str, type[ErrorSynapse]] = {
    "110": CredencialesVencidas,
    "200": DatosInvalidos,
    "300": NoPermitido,
    "400": DatosInvalidos,
    "410": NoPermitido,
    "460": SinCuentaAch,
    "500": ErrorServidor,
    "503": NoDisponible,
}
