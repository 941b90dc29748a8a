"""Textos para la pantalla; la decisión se toma siempre con el código."""

AVISOS = {
    20001: "No hemos podido leer tus datos.",
    20002: "Seguimos leyendo tus datos.",
    20003: "Tu cuenta se activará en 24-48 horas.",
    50001: "Tu banco no responde.",
    50002: "Revisa el usuario y la clave.",
    50003: "Autoriza el acceso en tu banco.",
}


def aviso(codigo, detalle=""):
    texto = AVISOS.get(codigo, "Ha ocurrido un error.")
    return "%s (%s)" % (texto, detalle) if detalle else texto
