// A multicast chat of the old kind: joins a group, hears itself.
var GROUP = "239.255.77.9";

function Chat(name) {
  var self = this;
  this.name = name;
  chrome.sockets.udp.create({ bufferSize: 1024 }, function (info) {
    self.id = info.socketId;
    chrome.sockets.udp.onReceive.addListener(self.receive.bind(self));
    chrome.sockets.udp.setMulticastTimeToLive(self.id, 0, function () {
      chrome.sockets.udp.bind(self.id, "0.0.0.0", 0, self.join.bind(self));
    });
  });
}

Chat.prototype.join = function () {
  var self = this;
  chrome.sockets.udp.joinGroup(this.id, GROUP, function (result) {
    if (result !== 0) { console.log("join", result); chrome.sockets.udp.close(self.id); return; }
    chrome.sockets.udp.getInfo(self.id, function (info) {
      self.port = info.localPort;
      self.say("hello");
    });
  });
};

Chat.prototype.say = function (text) {
  var bytes = new TextEncoder().encode(this.name + ": " + text).buffer;
  chrome.sockets.udp.send(this.id, bytes, GROUP, this.port, function () {});
};

Chat.prototype.receive = function (info) {
  if (info.socketId !== this.id) return;
  console.log(new TextDecoder().decode(info.data));
  var self = this;
  chrome.sockets.udp.leaveGroup(this.id, GROUP, function () { chrome.sockets.udp.close(self.id); });
};

new Chat("ann");
