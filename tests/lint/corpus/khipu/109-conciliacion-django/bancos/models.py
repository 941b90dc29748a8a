from django.db import models
from django.utils import timezone


class CuentaQuerySet(models.QuerySet):
    def activas(self):
        return self.filter(activa=True)

    def sin_conciliar(self, fecha):
        return self.activas().exclude(conciliada_al__gte=fecha)


class CuentaBancaria(models.Model):
    empresa = models.ForeignKey("empresas.Empresa", on_delete=models.PROTECT)
    banco = models.CharField(max_length=40)  # p. ej. "bancoestado.cl"
    numero = models.CharField(max_length=30)
    rut = models.CharField(max_length=12)
    clave_cifrada = models.BinaryField()
    activa = models.BooleanField(default=True)
    conciliada_al = models.DateField(null=True, blank=True)

    objects = CuentaQuerySet.as_manager()

    def credenciales(self):
        from .cripto import descifrar

        return {"Username": self.rut, "Password": descifrar(self.clave_cifrada)}

    def marcar_conciliada(self):
        self.conciliada_al = timezone.localdate()
        self.save(update_fields=["conciliada_al"])


class Movimiento(models.Model):
    cuenta = models.ForeignKey(CuentaBancaria, on_delete=models.CASCADE, related_name="movimientos")
    fecha = models.DateField()
    glosa = models.CharField(max_length=200)
    monto = models.DecimalField(max_digits=16, decimal_places=2)
    saldo = models.DecimalField(max_digits=16, decimal_places=2, null=True)
