"""Ranges of Khipu's numeric error codes."""

LOGON = range(100, 200)
SOURCE = range(200, 300)
NO_DATA = range(300, 400)
PARAMETERS = range(400, 500)

MESSAGES = {
    LOGON: "Revise su clave",
    SOURCE: "El banco no responde",
    NO_DATA: "Sin información para el período",
    PARAMETERS: "Datos inválidos",
}
