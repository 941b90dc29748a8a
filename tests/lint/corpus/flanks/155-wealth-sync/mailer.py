import os
import smtplib

OPS = os.getenv("OPS_EMAIL", "ops@example.org")


def _deliver(to, text):
    with smtplib.SMTP(os.getenv("SMTP_HOST", "localhost")) as smtp:
        smtp.sendmail(OPS, [to], f"Subject: Your bank connection\n\n{text}")


def send(customer_id, template):
    _deliver(f"customer-{customer_id}@example.org", f"Please open the portal: /help/{template}")


def send_to_ops(text):
    _deliver(OPS, text)
