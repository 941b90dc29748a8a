import enum
from dataclasses import dataclass

from transporte import publicar

URL = "https://api.flanks.io"


class Codigo(enum.IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FallaFlanks(Exception):
    def __init__(self, estado, codigo, texto):
        super().__init__(f"Flanks {estado}/{codigo}: {texto}")
        self.estado = estado
        self.codigo = codigo
        self.texto = texto


@dataclass(frozen=True)
class Alta:
    credentials_token: str
    retenida: bool


class Flanks:
    def __init__(self, token, url=URL):
        self.token = token
        self.url = url

    def conectar(self, banco, usuario, clave, sca=None):
        datos = {"bank": banco, "username": usuario, "password": clave}
        if sca is not None:
            datos["sca"] = sca
        respuesta = publicar(self.url, "/v0/bank/credentials", datos, self.token)
        codigo = respuesta.cuerpo.get("error_code")
        if not respuesta.correcta:
            raise FallaFlanks(respuesta.estado, codigo, respuesta.cuerpo.get("error", ""))
        return Alta(respuesta.cuerpo["credentials_token"], retenida=codigo == Codigo.SCA_ERROR)
