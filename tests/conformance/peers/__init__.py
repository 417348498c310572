"""The servers that conformance scenarios talk to; loopback only, ephemeral ports."""
