from django.db import models


class Cuenta(models.Model):
    banco = models.SlugField()
    rut = models.CharField(max_length=12)
    clave_ref = models.CharField(max_length=64)
    pendiente_hasta = models.DateTimeField(null=True)
    ultimo_error = models.CharField(max_length=8, blank=True)


class Movimiento(models.Model):
    cuenta = models.ForeignKey(Cuenta, on_delete=models.CASCADE)
    fecha = models.DateField()
    glosa = models.CharField(max_length=200)
    monto = models.BigIntegerField()
