"""Built-in servers to try things on."""
