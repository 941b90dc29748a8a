from jobs import Queue, Worker


def make_client(base_url):
    return Worker("tok", Queue(), host=base_url)


def call(client):
    client.queue.put("/v1/cl/services/afc.cl/certificate", {"Username": "1-9", "Password": "p"})
    dead = client.run_due()
    if dead:
        raise dead[0]
    return client.queue.db.execute("select state, outcome from job").fetchall()
