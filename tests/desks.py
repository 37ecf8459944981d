"""A desk's forms, filled in and sent as a browser would."""

import re

PASSWORD = "correct horse battery"
_TOKEN = re.compile(r'name="token" value="([^"]+)"')


def token(client, page="/sign-in"):
    return _TOKEN.search(client.get(page).text)[1]


def send(client, address, page="/sign-in", **fields):
    """Post what a page's form would."""
    fields = {"token": token(client, page), **fields}
    return client.post(address, data=fields, follow_redirects=False)


def sign_in(client, role):
    return send(client, "/sign-in", name=role, password=PASSWORD)
