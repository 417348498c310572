// A UDP client of the old kind, and the refusal of the calls that older guides still show.
["udp-create", function () { chrome.socket.create("udp", "127.0.0.1", PORT, { onEvent: function () {} }); },
 "connect", function () { chrome.socket.connect(1, function () {}); },
 "read", function () { return chrome.socket.read(1); }].forEach(function (item, i, all) {
  if (typeof item !== "function") return;
  try { item(); console.log(all[i - 1], "passed"); } catch (e) { console.log(all[i - 1], e.name, e.message.slice(-22)); }
});

chrome.sockets.udp.create({}, function (socket) {
  var id = socket.socketId;
  chrome.sockets.udp.onReceive.addListener(function (info) {
    if (info.socketId !== id) return;
    console.log(String.fromCharCode.apply(null, new Uint8Array(info.data)), info.remoteAddress);
    chrome.sockets.udp.close(id);
  });
  chrome.sockets.udp.bind(id, "127.0.0.1", 0, function (result) {
    chrome.sockets.udp.send(id, new Uint8Array([112, 105, 110, 103]).buffer, "127.0.0.1", PORT, function (info) {
      console.log("sent", result, info.resultCode, info.bytesSent);
    });
  });
});
