"""Takes transcripts from Chromium over loopback HTTP."""

import http.server
import threading
import time

from typing_extensions import override

POLL_S = 0.05


class Collector:
    """Receives one text per token; serves until the program ends."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        texts = self._texts

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["content-length"])
                texts[self.path.strip("/")] = self.rfile.read(length).decode()
                self.send_response(200)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Length", "0")
                self.end_headers()

            @override
            def log_message(self, format: str, *args: object) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def deliver_source(self, token: str) -> str:
        """JavaScript that defines `oracleDeliver` to send its text here under `token`."""
        return (
            "function oracleDeliver(text) {\n"
            f'  fetch("http://127.0.0.1:{self._port}/{token}",'
            ' {method: "POST", mode: "no-cors", body: text});\n'
            "}\n"
        )

    def wait(self, token: str, timeout_s: float) -> str | None:
        """The text for `token`, or `None` when it does not come in time."""
        end = time.monotonic() + timeout_s
        while token not in self._texts and time.monotonic() < end:
            time.sleep(POLL_S)
        return self._texts.pop(token, None)
