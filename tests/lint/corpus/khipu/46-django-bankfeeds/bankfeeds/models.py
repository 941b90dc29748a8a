from django.conf import settings
from django.db import models
from django.core import signing


class BankLink(models.Model):
    ACTIVE, NEEDS_LOGIN, BROKEN = "active", "needs-login", "broken"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    bank_slug = models.SlugField()
    username = models.CharField(max_length=32)
    password_blob = models.TextField()
    account_number = models.CharField(max_length=32)
    state = models.CharField(max_length=16, default=ACTIVE)
    state_reason = models.CharField(max_length=255, blank=True)
    refreshed_at = models.DateTimeField(null=True)

    def decrypted_password(self):
        return signing.loads(self.password_blob)


class Movement(models.Model):
    link = models.ForeignKey(BankLink, on_delete=models.CASCADE)
    external_id = models.CharField(max_length=64)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    booked_on = models.DateField()
    text = models.CharField(max_length=255)
