// An mDNS browser of the old kind: asks for services, reads names out of the answer.
function ByteWriter() { this.bytes = []; }
ByteWriter.prototype.short = function (n) { this.bytes.push(n >> 8, n & 255); return this; };
ByteWriter.prototype.name = function (name) {
  var self = this;
  name.split(".").forEach(function (part) {
    self.bytes.push(part.length);
    for (var i = 0; i < part.length; i++) self.bytes.push(part.charCodeAt(i));
  });
  this.bytes.push(0);
  return this;
};

function query(name) {
  var w = new ByteWriter();
  [0, 0, 1, 0, 0, 0].forEach(w.short, w);
  w.name(name).short(12).short(1);
  return new Uint8Array(w.bytes).buffer;
}

function readName(view, at) {
  var parts = [];
  for (;;) {
    var length = view.getUint8(at);
    if (length === 0) return { name: parts.join("."), end: at + 1 };
    if (length >= 192) {
      var target = view.getUint16(at) & 0x3fff;
      return { name: parts.concat(readName(view, target).name).join("."), end: at + 2 };
    }
    var part = "";
    for (var i = 1; i <= length; i++) part += String.fromCharCode(view.getUint8(at + i));
    parts.push(part);
    at += length + 1;
  }
}

chrome.sockets.udp.create({}, function (created) {
  var id = created.socketId;
  chrome.sockets.udp.onReceive.addListener(function (info) {
    var view = new DataView(info.data), question = readName(view, 12);
    var record = readName(view, question.end + 4), data = readName(view, record.end + 10);
    console.log(record.name, "->", data.name);
    chrome.sockets.udp.close(id);
  });
  chrome.sockets.udp.bind(id, "0.0.0.0", 0, function () {
    chrome.sockets.udp.send(id, query("_http._tcp.local"), "127.0.0.1", PORT, function () {});
  });
});
