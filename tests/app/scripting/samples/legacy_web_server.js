// A web server on chrome.socket: one accept after the other, reads by hand.
(function () {
  var socket = chrome.experimental && chrome.experimental.socket || chrome.socket;
  var serverId, served = 0;

  function stringToUint8Array(string) {
    var view = new Uint8Array(new ArrayBuffer(string.length));
    for (var i = 0; i < string.length; i++) view[i] = string.charCodeAt(i);
    return view;
  }
  function arrayBufferToString(buffer) {
    var text = '', view = new Uint8Array(buffer);
    for (var s = 0; s < view.length; s++) text += String.fromCharCode(view[s]);
    return text;
  }
  function done(socketId, keepAlive) {
    if (keepAlive) { read(socketId, ''); return; }
    socket.disconnect(socketId);
    socket.destroy(socketId);
    if (++served === 2) {
      socket.disconnect(serverId);
      socket.destroy(serverId);
      clearInterval(beat);
      console.log('served', served);
    }
  }
  function write(socketId, status, file, keepAlive) {
    var file2 = stringToUint8Array(file);
    var header = stringToUint8Array('HTTP/1.0 ' + status + '\nContent-length: ' + file2.byteLength +
      '\nContent-type: text/plain' + (keepAlive ? '\nConnection: keep-alive' : '') + '\n\n');
    var view = new Uint8Array(header.byteLength + file2.byteLength);
    view.set(header, 0);
    view.set(file2, header.byteLength);
    socket.write(socketId, view.buffer, function (info) {
      console.log('WRITE', info.bytesWritten === view.byteLength);
      done(socketId, keepAlive);
    });
  }
  function read(socketId, text) {
    socket.read(socketId, null, function (info) {
      if (info.resultCode <= 0) { done(socketId, false); return; }
      text += arrayBufferToString(info.data);
      if (text.indexOf('\r\n\r\n') < 0) { read(socketId, text); return; }
      var keepAlive = text.toLowerCase().indexOf('connection: keep-alive') >= 0;
      if (text.indexOf('GET ') === 0) {
        var uri = text.substring(4, text.indexOf(' ', 4)), q = uri.indexOf('?');
        if (q !== -1) uri = uri.substring(0, q);
        socket.getInfo(socketId, function (peer) {
          write(socketId, uri === '/missing' ? '404 Not Found' : '200 OK', uri + ' for ' + peer.peerAddress, keepAlive);
        });
      } else done(socketId, false);
    });
  }
  function onAccept(info) {
    if (info.resultCode !== 0) { console.log('accept', info.resultCode); return; }
    socket.accept(serverId, onAccept);
    read(info.socketId, '');
  }
  var beat = setInterval(function () {}, 1000);
  socket.create('tcp', {}, function (created) {
    serverId = created.socketId;
    socket.listen(serverId, '127.0.0.1', PORT, 20, function (result) {
      console.assert(result === 0, 'listen');
      socket.getInfo(serverId, function (info) { console.log(info.localPort); });
      socket.accept(serverId, onAccept);
    });
  });
})();
