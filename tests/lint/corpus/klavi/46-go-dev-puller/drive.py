from puller import api, pool


def make_client(base_url: str):
    return pool.Pool(api.new(base_url, "partner", "token"))


def call(client):
    out = client.run(["rep-1"])
    if out.failed:
        raise RuntimeError(str(out.failed["rep-1"]))
    return out.reports["rep-1"].data
