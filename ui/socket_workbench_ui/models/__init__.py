"""Qt item models over the capture and the live sockets."""
