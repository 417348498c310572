// A web server of the old kind on chrome.sockets.tcpServer.
var FILES = { "/": ["text/html", "<h1>It works</h1>"], "/big": ["text/plain", new Array(200001).join("x")] };
var serverId, pending = {};

chrome.sockets.tcpServer.create({ name: "web" }, function (info) {
  serverId = info.socketId;
  chrome.sockets.tcpServer.listen(serverId, "127.0.0.1", 0, 50, function () {
    chrome.sockets.tcpServer.getInfo(serverId, function (i) { console.log(i.localPort); });
  });
});

chrome.sockets.tcpServer.onAccept.addListener(function (info) {
  pending[info.clientSocketId] = "";
  chrome.sockets.tcp.setPaused(info.clientSocketId, false);
});

chrome.sockets.tcp.onReceive.addListener(function (info) {
  var id = info.socketId;
  pending[id] += String.fromCharCode.apply(null, new Uint8Array(info.data));
  if (pending[id].indexOf("\r\n\r\n") < 0) return;
  var path = pending[id].split(" ")[1], url = new URL(path, "http://localhost/");
  pending[id] = "";
  if (url.pathname === "/stop") return finish(id);
  respond(id, FILES[url.pathname]);
});

chrome.sockets.tcp.onReceiveError.addListener(function (info) { chrome.sockets.tcp.close(info.socketId); });

function respond(id, file) {
  var body = new TextEncoder().encode(file ? file[1] : "no such page");
  var head = "HTTP/1.1 " + (file ? "200 OK" : "404 Not Found") + "\r\nContent-Type: " +
    (file ? file[0] : "text/plain") + "\r\nContent-Length: " + body.length + "\r\n\r\n";
  var bytes = new Uint8Array(head.length + body.length);
  bytes.set(new TextEncoder().encode(head));
  bytes.set(body, head.length);
  chrome.sockets.tcp.send(id, bytes.buffer, function (info) {
    if (info.resultCode < 0) console.error("send", info.resultCode);
  });
}

function finish(id) {
  chrome.sockets.tcp.disconnect(id, function () {
    chrome.sockets.tcp.close(id);
    chrome.sockets.tcpServer.close(serverId);
  });
}
