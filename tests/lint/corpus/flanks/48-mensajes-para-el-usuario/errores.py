"""Errores que ve el resto de la aplicación."""


class ErrorDeConexion(Exception):
    """No se ha podido leer el banco. El texto se enseña al usuario."""

    def __init__(self, texto):
        super().__init__(texto)
        self.texto = texto


AVISOS = {
    20001: "No hemos podido leer tus datos",
    20002: "Estamos leyendo tus datos",
    20003: "Tu cuenta se está revisando",
    50001: "Tu banco no responde",
    50002: "El usuario o la clave no son correctos",
    50003: "Confirma el acceso en la aplicación de tu banco",
}
AVISO_GENERAL = "Algo ha ido mal, inténtalo más tarde"
