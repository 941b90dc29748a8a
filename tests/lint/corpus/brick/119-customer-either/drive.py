import requests

from customer_repository import CustomerRepository
from customer_service import CustomerService


def make_client(base_url: str):
    return CustomerService(CustomerRepository(requests.Session(), base_url))


def call(client):
    return client.view("c-1")
