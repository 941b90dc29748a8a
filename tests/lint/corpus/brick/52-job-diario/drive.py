from job import Job


def make_client(base_url):
    job = Job(base_url, "token", None)
    job.recebido = {}
    job.destino = job.recebido.__setitem__
    return job


def call(client):
    fim = client.rodar(["c-1"], "2024-05-01")
    if fim["falhas"] or fim["suspensas"]:
        return fim
    return client.recebido["c-1"]
