"""Asyncio resources over plain sockets; every one reports frozen events."""
