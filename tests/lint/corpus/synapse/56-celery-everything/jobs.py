from celery import Celery
from celery.signals import task_failure

from clients.synapse import SynapseClient, SynapseUnavailable
from storage import customers, secrets, settings

app = Celery("linking", broker=settings.broker)


@app.task(bind=True, max_retries=8, default_retry_delay=120)
def link_bank(self, customer_id: str) -> int:
    customer = customers.get(customer_id)
    login = secrets.open(customer.vault_ref)
    client = SynapseClient(settings.gateway)
    try:
        nodes = client.link(
            customer.user_key,
            customer.synapse_id,
            {"bank_id": login.name, "bank_pw": login.password, "bank_name": customer.bank},
        )
    except SynapseUnavailable as exc:
        raise self.retry(exc=exc)
    customers.add_nodes(customer_id, [node["_id"] for node in nodes])
    return len(nodes)


@task_failure.connect(sender=link_bank)
def tell_support(sender=None, args=None, exception=None, **kwargs):
    if isinstance(exception, SynapseUnavailable):
        customers.flag(args[0], f"{exception.http_code}/{exception.error_code}")
