from config import Config
from datos import vista


def make_client(base_url):
    class Local(Config):
        FLANKS_URL = base_url
        FLANKS_TOKEN = "tok"

    return Local


def call(config):
    return vista("cred-token", config)
