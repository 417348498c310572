// A web server that keeps connections and turns some of them into WebSockets.
(function () {
  'use strict';

  function stringToBuffer(string, callback) {
    var reader = new FileReader();
    reader.onload = function (e) { callback(e.target.result); };
    reader.readAsArrayBuffer(new Blob([string]));
  }

  function bufferToString(buffer) {
    return String.fromCharCode.apply(null, new Uint8Array(buffer));
  }

  function EventSource() { this.listeners_ = {}; }
  EventSource.prototype.addEventListener = function (type, callback) {
    (this.listeners_[type] = this.listeners_[type] || []).push(callback);
  };
  EventSource.prototype.dispatchEvent = function (type) {
    var args = Array.prototype.slice.call(arguments, 1), self = this;
    return (this.listeners_[type] || []).map(function (f) { return f.apply(self, args); }).some(Boolean);
  };

  function HttpServer() {
    EventSource.call(this);
    this.clients_ = {};
    chrome.sockets.tcpServer.onAccept.addListener(this.onAccept_.bind(this));
    chrome.sockets.tcpServer.onAcceptError.addListener(function (info) { console.error('accept', info.resultCode); });
    chrome.sockets.tcp.onReceive.addListener(this.onReceive_.bind(this));
    chrome.sockets.tcp.onReceiveError.addListener(this.onError_.bind(this));
  }
  HttpServer.prototype = Object.create(EventSource.prototype, { constructor: { value: HttpServer } });

  HttpServer.prototype.listen = function (port, host) {
    var self = this;
    chrome.sockets.tcpServer.create({ name: 'http' }, function (info) {
      self.socketId_ = info.socketId;
      chrome.sockets.tcpServer.listen(info.socketId, host || '127.0.0.1', port, 50, function (result) {
        if (result < 0) { console.error('listen', result, chrome.runtime.lastError.message); return; }
        chrome.sockets.tcpServer.getInfo(info.socketId, function (i) { console.log(i.localPort); });
      });
    });
  };
  HttpServer.prototype.close = function () { chrome.sockets.tcpServer.close(this.socketId_); };
  HttpServer.prototype.onAccept_ = function (info) {
    if (info.socketId !== this.socketId_) return;
    this.clients_[info.clientSocketId] = { text: '' };
    chrome.sockets.tcp.setPaused(info.clientSocketId, false);
  };
  HttpServer.prototype.onError_ = function (info) {
    if (!this.clients_[info.socketId]) return;
    delete this.clients_[info.socketId];
    chrome.sockets.tcp.close(info.socketId, function () {});
  };
  HttpServer.prototype.onReceive_ = function (info) {
    var client = this.clients_[info.socketId];
    if (!client) return;
    if (client.socket) { client.socket.take_(info.data); return; }
    client.text += bufferToString(info.data);
    var end;
    while ((end = client.text.indexOf('\r\n\r\n')) >= 0) {
      var request = new HttpRequest(this, info.socketId, client.text.slice(0, end));
      client.text = client.text.slice(end + 4);
      if (request.headers.upgrade === 'websocket') this.dispatchEvent('upgrade', request);
      else if (!this.dispatchEvent('request', request)) request.respond(404, 'not found');
    }
  };

  function HttpRequest(server, socketId, head) {
    var lines = head.split('\r\n'), first = lines.shift().split(' ');
    this.server = server;
    this.socketId = socketId;
    this.method = first[0];
    this.url = first[1];
    this.headers = {};
    lines.forEach(function (line) {
      var at = line.indexOf(':');
      this.headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
    }, this);
  }
  HttpRequest.prototype.write_ = function (text, done) {
    var id = this.socketId;
    stringToBuffer(text, function (buffer) {
      chrome.sockets.tcp.send(id, buffer, function (info) { if (done) done(info); });
    });
  };
  HttpRequest.prototype.respond = function (status, body) {
    var keep = this.headers.connection !== 'close', self = this;
    this.write_('HTTP/1.1 ' + status + ' OK\r\nConnection: ' + (keep ? 'keep-alive' : 'close') + '\r\nContent-Length: ' +
      new Blob([body]).size + '\r\n\r\n' + body, function () {
      if (!keep) chrome.sockets.tcp.disconnect(self.socketId, function () { self.server.onError_({ socketId: self.socketId }); });
    });
  };
  HttpRequest.prototype.accept = function (ready) {
    var self = this, key = this.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
    crypto.subtle.digest('SHA-1', new TextEncoder().encode(key)).then(function (hash) {
      var accept = btoa(String.fromCharCode.apply(null, new Uint8Array(hash)));
      var socket = new WebSocketConnection(self.socketId);
      self.server.clients_[self.socketId].socket = socket;
      self.write_('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ' + accept + '\r\n\r\n');
      ready(socket);
    });
  };

  function WebSocketConnection(socketId) {
    EventSource.call(this);
    this.socketId = socketId;
    this.bytes_ = new Uint8Array(0);
  }
  WebSocketConnection.prototype = Object.create(EventSource.prototype);
  WebSocketConnection.prototype.take_ = function (data) {
    var all = new Uint8Array(this.bytes_.length + data.byteLength);
    all.set(this.bytes_);
    all.set(new Uint8Array(data), this.bytes_.length);
    this.bytes_ = all;
    while (this.frame_());
  };
  WebSocketConnection.prototype.frame_ = function () {
    var b = this.bytes_, view = new DataView(b.buffer, b.byteOffset, b.byteLength), at = 2;
    if (b.length < 6) return false;
    var size = b[1] & 127;
    if (size === 126) { size = view.getUint16(2); at = 4; }
    if (b.length < at + 4 + size) return false;
    var mask = b.subarray(at, at + 4), body = b.slice(at + 4, at + 4 + size);
    for (var i = 0; i < size; i++) body[i] ^= mask[i & 3];
    this.bytes_ = b.subarray(at + 4 + size);
    if ((b[0] & 15) === 8) { this.dispatchEvent('close'); return false; }
    this.dispatchEvent('message', { data: new TextDecoder('utf-8').decode(body) });
    return true;
  };
  WebSocketConnection.prototype.send = function (text) {
    var body = new TextEncoder('utf-8').encode(text), head = body.length < 126 ? [0x81, body.length] : [0x81, 126, body.length >> 8, body.length & 255];
    var frame = new Uint8Array(head.length + body.length);
    frame.set(head);
    frame.set(body, head.length);
    chrome.sockets.tcp.send(this.socketId, frame.buffer, function () {});
  };

  var server = new HttpServer();
  server.addEventListener('request', function (request) {
    if (request.url !== '/') return false;
    request.respond(200, 'grüß');
    return true;
  });
  server.addEventListener('upgrade', function (request) {
    request.accept(function (socket) {
      socket.addEventListener('message', function (e) { socket.send('you said ' + e.data); });
      socket.addEventListener('close', function () {
        console.log('left');
        chrome.sockets.tcp.close(request.socketId, function () { server.close(); });
      });
    });
  });
  server.listen(PORT);
})();
