// Looks for devices with SSDP, and receives syslog lines.
function ab2str(buf) { return String.fromCharCode.apply(null, new Uint8Array(buf)); }
function str2ab(str) { var buf = new ArrayBuffer(str.length), v = new Uint8Array(buf); for (var i = 0; i < str.length; i++) v[i] = str.charCodeAt(i); return buf; }

var Ssdp = { MULTICAST: '239.255.255.250', devices: {} };
Ssdp.search = function (target, address, port, onDone) {
  var message = 'M-SEARCH * HTTP/1.1\r\nHOST: ' + Ssdp.MULTICAST + ':1900\r\nMAN: "ssdp:discover"\r\nMX: 1\r\nST: ' + target + '\r\n\r\n';
  chrome.sockets.udp.create({ name: 'ssdp', bufferSize: 65536 }, function (info) {
    var id = info.socketId;
    chrome.sockets.udp.onReceive.addListener(function (r) {
      if (r.socketId !== id) return;
      var headers = {};
      ab2str(r.data).split('\r\n').slice(1).forEach(function (l) { var m = l.match(/^([^:]+):\s*(.*)$/); if (m) headers[m[1].toUpperCase()] = m[2]; });
      Ssdp.devices[headers.USN] = headers.LOCATION;
    });
    chrome.sockets.udp.onReceiveError.addListener(function (r) { console.error('ssdp error', r.resultCode); });
    chrome.sockets.udp.bind(id, '0.0.0.0', 0, function () {
      chrome.sockets.udp.setMulticastTimeToLive(id, 1, function (ttl) {
        chrome.sockets.udp.joinGroup(id, Ssdp.MULTICAST, function (joined) {
          if (chrome.runtime.lastError) console.log('join', chrome.runtime.lastError.message);
          chrome.sockets.udp.send(id, str2ab(message), address, port, function (sent) {
            console.log('asked', ttl, sent.resultCode, sent.bytesSent === message.length);
            setTimeout(function () {
              chrome.sockets.udp.close(id, function () { onDone(Ssdp.devices); });
            }, 500);
          });
        });
      });
    });
  });
};
Ssdp.search('ssdp:all', '127.0.0.1', SSDP, function (devices) {
  Object.keys(devices).sort().forEach(function (usn) { console.log(usn, devices[usn], new URL(devices[usn]).port); });
});

var SEVERITY = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
chrome.socket.create('udp', {}, function (s) {
  chrome.socket.bind(s.socketId, '127.0.0.1', 0, function (result) {
    if (result < 0) throw new Error('bind ' + result);
    chrome.socket.getInfo(s.socketId, function (info) { console.log('syslog', info.localPort); });
    (function poll() {
      chrome.socket.recvFrom(s.socketId, 1024, function (r) {
        if (r.resultCode < 0) { console.log('over', r.resultCode); return; }
        var m = /^<(\d+)>([\s\S]*)$/.exec(ab2str(r.data));
        console.log(r.address, SEVERITY[m[1] & 7], m[1] >> 3, m[2]);
        if (m[2] === 'stop') { chrome.socket.destroy(s.socketId); return; }
        poll();
      });
    })();
  });
});
