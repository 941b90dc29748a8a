"""errpact: a pact about errors.

A provider's documentation says what each error code means and what a client may do next. errpact holds that as a
*contract* (`errpact.contracts`), proves it on client source (`errpact.lint`) and tries it on the running client
(`errpact.pytest_plugin`). Importing this package imports nothing else.
"""

__version__ = "0.1.0"
