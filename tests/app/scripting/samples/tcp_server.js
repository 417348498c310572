// A TCP server of the old kind: answers every line in capitals.
var serverSocketId, open = 0;

function str2ab(str) {
  var view = new Uint8Array(str.length);
  for (var i = 0; i < str.length; i++) view[i] = str.charCodeAt(i);
  return view.buffer;
}

function ab2str(buffer) { return String.fromCharCode.apply(null, new Uint8Array(buffer)); }

chrome.sockets.tcpServer.create({}, function (createInfo) {
  serverSocketId = createInfo.socketId;
  chrome.sockets.tcpServer.listen(serverSocketId, "127.0.0.1", 0, function (resultCode) {
    if (resultCode < 0) { console.error("Error listening: " + chrome.runtime.lastError.message); return; }
    chrome.sockets.tcpServer.onAccept.addListener(onAccept);
    chrome.sockets.tcpServer.getInfo(serverSocketId, function (info) { console.log(info.localPort); });
  });
});

function onAccept(info) {
  if (info.socketId !== serverSocketId) return;
  open++;
  chrome.sockets.tcp.setPaused(info.clientSocketId, false);
}

chrome.sockets.tcp.onReceive.addListener(function (info) {
  chrome.sockets.tcp.send(info.socketId, str2ab(ab2str(info.data).toUpperCase()), function () {});
});

chrome.sockets.tcp.onReceiveError.addListener(function (info) {
  chrome.sockets.tcp.close(info.socketId, function () {
    if (--open === 0) chrome.sockets.tcpServer.close(serverSocketId);
  });
});
