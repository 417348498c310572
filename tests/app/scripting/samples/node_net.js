// Node's `net` and `dgram` over chrome.sockets, in the way in which bundlers replace them, and a
// program that uses them.
var net = (function () {
  function Emitter() { this._events = {}; }
  Emitter.prototype.on = function (name, f) { (this._events[name] = this._events[name] || []).push(f); return this; };
  Emitter.prototype.once = function (name, f) {
    var self = this;
    return this.on(name, function g() { self._events[name].splice(self._events[name].indexOf(g), 1); f.apply(self, arguments); });
  };
  Emitter.prototype.emit = function (name) {
    var args = [].slice.call(arguments, 1), self = this;
    (this._events[name] || []).slice().forEach(function (f) { f.apply(self, args); });
  };
  function inherits(ctor, base) { ctor.super_ = base; Object.setPrototypeOf(ctor.prototype, base.prototype); }

  var servers = {}, sockets = {}, datagrams = {};
  if (typeof chrome !== 'undefined') {
    chrome.sockets.tcpServer.onAccept.addListener(function (info) { if (info.socketId in servers) servers[info.socketId]._onAccept(info.clientSocketId); });
    chrome.sockets.tcpServer.onAcceptError.addListener(function (info) { if (info.socketId in servers) servers[info.socketId]._onAcceptError(info.resultCode); });
    chrome.sockets.tcp.onReceive.addListener(function (info) { if (info.socketId in sockets) sockets[info.socketId]._onReceive(info.data); });
    chrome.sockets.tcp.onReceiveError.addListener(function (info) { if (info.socketId in sockets) sockets[info.socketId]._onReceiveError(info.resultCode); });
    chrome.sockets.udp.onReceive.addListener(function (info) { if (info.socketId in datagrams) datagrams[info.socketId]._onReceive(info); });
    chrome.sockets.udp.onReceiveError.addListener(function (info) { if (info.socketId in datagrams) datagrams[info.socketId].emit('error', new Error('recv ' + info.resultCode)); });
  }

  inherits(Server, Emitter);
  function Server(listener) { Emitter.call(this); if (listener) this.on('connection', listener); this._connections = 0; }
  Server.prototype.listen = function (port, cb) {
    var self = this;
    if (cb) this.once('listening', cb);
    chrome.sockets.tcpServer.create(function (info) {
      self.id = info.socketId;
      chrome.sockets.tcpServer.listen(self.id, '127.0.0.1', port, 511, function (result) {
        if (result !== 0) { self.emit('error', new Error('listen ' + result)); self._destroy(); return; }
        servers[self.id] = self;
        chrome.sockets.tcpServer.getInfo(self.id, function (i) { self._address = i; self.emit('listening'); });
      });
    });
    return this;
  };
  Server.prototype._onAccept = function (id) {
    var socket = new Socket({ server: this, id: id });
    this._connections++;
    this.emit('connection', socket);
    chrome.sockets.tcp.getInfo(id, function (info) { socket._address = info; chrome.sockets.tcp.setPaused(id, false); });
  };
  Server.prototype._onAcceptError = function (code) { this.emit('error', new Error('accept ' + code)); this._destroy(); };
  Server.prototype._destroy = function () {
    var self = this;
    delete servers[this.id];
    chrome.sockets.tcpServer.disconnect(this.id, function () { chrome.sockets.tcpServer.close(self.id, function () { self.emit('close'); }); });
  };
  Server.prototype.close = function (cb) { if (cb) this.once('close', cb); this._destroy(); };

  inherits(Socket, Emitter);
  function Socket(options) {
    Emitter.call(this);
    this._pending = [];
    this.writable = true;
    if (options && options.id) { this.id = options.id; this.server = options.server; this._opened(); }
  }
  Socket.prototype._opened = function () { sockets[this.id] = this; this.isOpen = true; this._flush(); };
  Socket.prototype.connect = function (port, host, cb) {
    var self = this;
    if (cb) this.once('connect', cb);
    chrome.sockets.tcp.create({}, function (info) {
      self.id = info.socketId;
      chrome.sockets.tcp.setPaused(self.id, true, function () {
        chrome.sockets.tcp.connect(self.id, host, Number(port), function (result) {
          if (chrome.runtime.lastError || result !== 0) { self.emit('error', new Error('connect ' + result)); self.destroy(); return; }
          self._opened();
          self.emit('connect');
          chrome.sockets.tcp.setPaused(self.id, false);
        });
      });
    });
    return this;
  };
  Socket.prototype.setNoDelay = function (on) { chrome.sockets.tcp.setNoDelay(this.id, on !== false, function () {}); return this; };
  Socket.prototype.setKeepAlive = function (on, ms) { chrome.sockets.tcp.setKeepAlive(this.id, !!on, ~~(ms / 1000), function () {}); return this; };
  Socket.prototype.write = function (chunk, cb) {
    if (typeof chunk === 'string') chunk = new TextEncoder().encode(chunk);
    var buffer = chunk.buffer;
    if (chunk.byteLength !== buffer.byteLength) buffer = chunk.slice().buffer;
    this._pending.push([buffer, cb || function () {}]);
    this._flush();
    return true;
  };
  Socket.prototype._flush = function () {
    if (!this.isOpen || this.isBusy || !this._pending.length) { if (this.ending && !this._pending.length && !this.isBusy) this._finish(); return; }
    var self = this, next = this._pending.shift();
    this.isBusy = true;
    chrome.sockets.tcp.send(this.id, next[0], function (info) {
      self.isBusy = false;
      if (info.resultCode < 0) self.destroy(new Error('write ' + info.resultCode)); else { next[1](); self._flush(); }
    });
  };
  Socket.prototype.end = function (chunk) { if (chunk) this.write(chunk); this.ending = true; this._flush(); };
  Socket.prototype._finish = function () { if (!this.isOver) this.destroy(); };
  Socket.prototype._onReceive = function (buffer) { this.emit('data', new Uint8Array(buffer)); };
  Socket.prototype._onReceiveError = function (code) { if (code === -100) { this.emit('end'); this.destroy(); } else this.destroy(new Error('read ' + code)); };
  Socket.prototype.destroy = function (error) {
    var self = this;
    if (this.isOver) return;
    this.isOver = true;
    delete sockets[this.id];
    if (error) this.emit('error', error);
    chrome.sockets.tcp.disconnect(this.id, function () {
      chrome.sockets.tcp.close(self.id, function () { if (chrome.runtime.lastError) console.warn(chrome.runtime.lastError.message); self.emit('close', !!error); });
    });
  };

  inherits(Datagram, Emitter);
  function Datagram() { Emitter.call(this); }
  Datagram.prototype.bind = function (port, address, cb) {
    var self = this;
    chrome.sockets.udp.create(function (info) {
      self.id = info.socketId;
      datagrams[self.id] = self;
      chrome.sockets.udp.bind(self.id, address || '0.0.0.0', port || 0, function (result) {
        if (result < 0) { self.emit('error', new Error('bind ' + result)); return; }
        chrome.sockets.udp.getInfo(self.id, function (i) { self._address = i; self.emit('listening'); if (cb) cb(); });
      });
    });
  };
  Datagram.prototype._onReceive = function (info) { this.emit('message', new Uint8Array(info.data), { address: info.remoteAddress, port: info.remotePort, size: info.data.byteLength }); };
  Datagram.prototype.send = function (bytes, port, address, cb) { chrome.sockets.udp.send(this.id, bytes.buffer, address, port, function (info) { cb(info.resultCode < 0 ? new Error('send') : null, info.bytesSent); }); };
  Datagram.prototype.close = function () { var self = this; delete datagrams[this.id]; chrome.sockets.udp.close(this.id, function () { self.emit('close'); }); };

  return { createServer: function (f) { return new Server(f); }, connect: function (port, host, cb) { return new Socket().connect(port, host, cb); }, Socket: Socket, createDatagram: function () { return new Datagram(); } };
})();

var decoder = new TextDecoder();
var server = net.createServer(function (socket) {
  var text = '';
  socket.on('data', function (bytes) {
    text += decoder.decode(bytes, { stream: true });
    if (text.endsWith('\n')) { socket.write('echo ' + text); text = ''; }
  });
  socket.on('end', function () { console.log('server saw the end'); });
  socket.on('close', function () { server.close(function () { console.log('server closed'); }); });
});
server.listen(0, function () {
  var client = net.connect(server._address.localPort, '127.0.0.1', function () {
    client.setNoDelay().setKeepAlive(true, 30000);
    client.write('one ');
    client.write(new Uint8Array([116, 119, 111, 10, 0]).subarray(0, 4), function () { console.log('written'); });
  });
  client.on('data', function (bytes) { console.log(decoder.decode(bytes).trim()); client.end(); });
  client.on('close', function (failed) { console.log('client closed', failed); });
});
net.connect(1, '127.0.0.1').on('error', function (error) { console.log('refused:', error.message); });
var a = net.createDatagram(), b = net.createDatagram();
b.on('message', function (bytes, from) { console.log('datagram', decoder.decode(bytes), from.address, from.size); a.close(); b.close(); });
b.bind(0, '127.0.0.1', function () {
  a.bind(0, '127.0.0.1', function () { a.send(new TextEncoder().encode('ping'), b._address.localPort, '127.0.0.1', function (error, sent) { console.log('sent', error, sent); }); });
});
