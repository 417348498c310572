// A telnet client of the old kind: a constructor, callbacks, text through Blob and FileReader.
(function (exports) {
  function TcpClient(host, port) {
    this.host = host;
    this.port = port;
    this.socketId = null;
    this.callbacks = { connect: null, recv: null };
    this._onReceive = this._onReceive.bind(this);
    this._onReceiveError = this._onReceiveError.bind(this);
  }

  TcpClient.prototype.connect = function (callback) {
    this.callbacks.connect = callback;
    chrome.sockets.tcp.create({}, this._onCreate.bind(this));
  };

  TcpClient.prototype._onCreate = function (createInfo) {
    this.socketId = createInfo.socketId;
    chrome.sockets.tcp.onReceive.addListener(this._onReceive);
    chrome.sockets.tcp.onReceiveError.addListener(this._onReceiveError);
    chrome.sockets.tcp.connect(this.socketId, this.host, this.port, this._onConnect.bind(this));
  };

  TcpClient.prototype._onConnect = function (resultCode) {
    if (resultCode < 0) {
      console.error("Unable to connect: " + chrome.runtime.lastError.message);
      return;
    }
    if (this.callbacks.connect) this.callbacks.connect();
  };

  TcpClient.prototype.sendMessage = function (message, callback) {
    var reader = new FileReader(), self = this;
    reader.onload = function (e) {
      chrome.sockets.tcp.send(self.socketId, e.target.result, function (info) {
        if (callback) callback(info);
      });
    };
    reader.readAsArrayBuffer(new Blob([message + "\n"]));
  };

  TcpClient.prototype.addResponseListener = function (callback) { this.callbacks.recv = callback; };

  TcpClient.prototype._onReceive = function (info) {
    if (info.socketId !== this.socketId || !this.callbacks.recv) return;
    var reader = new FileReader(), self = this;
    reader.onload = function (e) { self.callbacks.recv(e.target.result); };
    reader.readAsText(new Blob([new Uint8Array(info.data)]));
  };

  TcpClient.prototype._onReceiveError = function (info) {
    if (info.socketId === this.socketId) this.disconnect();
  };

  TcpClient.prototype.disconnect = function () {
    chrome.sockets.tcp.onReceive.removeListener(this._onReceive);
    chrome.sockets.tcp.close(this.socketId);
  };

  exports.TcpClient = TcpClient;
})(window);

var client = new TcpClient("127.0.0.1", PORT);
client.connect(function () {
  client.addResponseListener(function (text) {
    console.log(text.trim());
    if (text.indexOf("bye") >= 0) client.disconnect();
  });
  client.sendMessage("grüße");
  client.sendMessage("bye");
});
