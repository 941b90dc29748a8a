"""What outside libraries do, as far as the analysis needs to know: HTTP clients, retry layers, the standard library."""
