"""Actions as programs for `chrome.sockets`, in callbacks: any Chrome with the API runs them."""

from typing import Final

from socket_workbench.panels.copying import Action, Connect, Join, Listen, Receive, SendDatagram
from socket_workbench.panels.javascript_text import buffer_text, value_text

_HELPERS: Final = """\
const text = (data) => new TextDecoder().decode(data);
const failed = (what, code) => code < 0 &&
  (console.error(`${what}: ${code} ${(chrome.runtime.lastError || {}).message}`), true);

"""
_CONNECT: Final = """\
const {tcp} = chrome.sockets;

tcp.create({}, ({socketId}) => {
  tcp.onReceive.addListener((info) => {
    if (info.socketId === socketId) console.log(text(info.data));
  });
  tcp.onReceiveError.addListener((info) => {
    if (info.socketId === socketId) tcp.close(socketId);
  });
@before  tcp.connect(socketId, @host, @port, (code) => {
    if (failed("connect", code)) return tcp.close(socketId);
@then  });
});
"""
_SECURE: Final = """\
    tcp.secure(socketId, {}, (code) => {
      if (failed("secure", code)) return;  // the socket is gone then
      tcp.setPaused(socketId, false);
@send    });
"""
_PAUSE: Final = """\
  tcp.setPaused(socketId, true);  // nothing may be read before the handshake
"""
_SEND: Final = """\
    tcp.send(socketId, @data, (info) => {
      failed("send", info.resultCode) || console.log(`sent ${info.bytesSent} bytes`);
    });
"""
_LISTEN: Final = """\
const {tcp, tcpServer} = chrome.sockets;

tcpServer.create({}, ({socketId}) => {
  tcpServer.onAccept.addListener(({clientSocketId}) => {
    console.log(`accepted ${clientSocketId}`);
    tcp.setPaused(clientSocketId, false);
  });
  tcp.onReceive.addListener((info) => console.log(info.socketId, text(info.data)));
  tcp.onReceiveError.addListener((info) => tcp.close(info.socketId));
  tcpServer.listen(socketId, @host, @port, (code) => {
    if (failed("listen", code)) return tcpServer.close(socketId);
    tcpServer.getInfo(socketId, (info) => console.log(`listening on port ${info.localPort}`));
  });
});
"""
_UDP: Final = """\
const {udp} = chrome.sockets;

udp.create({}, ({socketId}) => {
  udp.onReceive.addListener((info) => {
    if (info.socketId === socketId) {
      console.log(`${info.remoteAddress}:${info.remotePort}`, text(info.data));
    }
  });
  udp.bind(socketId, @host, @port, (code) => {
    if (failed("bind", code)) return udp.close(socketId);
@then  });
});
"""
_SEND_DATAGRAM: Final = """\
    udp.send(socketId, @data, @peer, @peer_port, (info) => {
      failed("send", info.resultCode) || console.log(`sent ${info.bytesSent} bytes`);
      setTimeout(() => udp.close(socketId), @wait);
    });
"""
_BROADCAST: Final = """\
    udp.setBroadcast(socketId, true, (code) => failed("setBroadcast", code));
"""
_BOUND: Final = """\
    udp.getInfo(socketId, (info) => console.log(`bound to port ${info.localPort}`));
"""
_JOIN: Final = """\
    udp.joinGroup(socketId, @group, (code) => {
      failed("joinGroup", code) || console.log("joined");
    });
"""
WAIT_MS: Final = 5000
"""How long a datagram's answers are waited for."""


def javascript_program(action: Action) -> str:
    """The action as a script for a background page."""
    match action:
        case Connect():
            body = _connect(action)
        case Listen():
            body = _filled(_LISTEN, host=action.address, port=action.port)
        case SendDatagram():
            body = _send_datagram(action)
        case Receive():
            body = _filled(_UDP, host=action.address, port=action.port).replace("@then", _BOUND)
        case Join():
            local = "::" if ":" in action.group else "0.0.0.0"
            joining = _filled(_JOIN, group=action.group)
            body = _filled(_UDP, host=local, port=action.port).replace("@then", joining)
    return _HELPERS + body


def _connect(action: Connect) -> str:
    send = _SEND.replace("@data", buffer_text(action.data)) if action.data else ""
    if action.is_secure:
        indented = "".join(f"  {line}\n" for line in send.splitlines())
        send = _SECURE.replace("@send", indented)
    connect = _filled(_CONNECT, host=action.host, port=action.port)
    return connect.replace("@before", _PAUSE if action.is_secure else "").replace("@then", send)


def _send_datagram(action: SendDatagram) -> str:
    local = "::" if ":" in action.host else "0.0.0.0"
    before = _BROADCAST if action.host.endswith(".255") else ""
    # The data last: its text may hold what looks like a place to fill.
    sending = _filled(_SEND_DATAGRAM, peer_port=action.port, peer=action.host, wait=WAIT_MS)
    sending = sending.replace("@data", buffer_text(action.data))
    return _filled(_UDP, host=local, port=0).replace("@then", before + sending)


def _filled(template: str, **values: str | int) -> str:
    for name, value in values.items():
        template = template.replace(f"@{name}", value_text(value))
    return template
