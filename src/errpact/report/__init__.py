"""The matrix: what lint proved and what the tests tried, joined by provider, case and obligation. Pure: documents in,
frozen values between, text out; files are read and written in `cli`."""
