import extract
import klavi_io
import sinks


def make_client(base_url):
    return base_url, sinks.open_db(":memory:"), klavi_io.get_session("t")


def call(client):
    base_url, con, session = client
    return extract.run(con, session, base_url, ["link-1"])
