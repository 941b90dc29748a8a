from django.db import models


class Feed(models.Model):
    bank = models.CharField(max_length=60)
    login = models.CharField(max_length=40)
    secret_ref = models.CharField(max_length=80)
    status = models.CharField(max_length=20, default="new")
    error_code = models.CharField(max_length=8, blank=True)
    error_kind = models.CharField(max_length=40, blank=True)
    error_text = models.TextField(blank=True)

    def ok(self) -> None:
        self.status, self.error_code, self.error_kind, self.error_text = "ok", "", "", ""
        self.save(update_fields=["status", "error_code", "error_kind", "error_text"])

    def failed(self, status: str, code: str, kind: str, text: str) -> None:
        self.status, self.error_code, self.error_kind, self.error_text = status, code, kind, text
        self.save(update_fields=["status", "error_code", "error_kind", "error_text"])


class Line(models.Model):
    feed = models.ForeignKey(Feed, on_delete=models.CASCADE)
    day = models.DateField()
    text = models.CharField(max_length=200)
    amount = models.BigIntegerField()
