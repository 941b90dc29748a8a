"""The dashboard as it was written in a hurry."""
