/* @scenario {"name": "args_callbacks"} */
// What may stand where the callback goes, and calls that get one twice, first or not at all.
scenario("args_callbacks", async (t) => {
  const id = await t.create("sockets.tcp");
  const f = () => 0;
  const values = { "null": null, "undefined": undefined, "object": {}, "string": "f", "number": 1, "class": class {}, "async": async () => 0, "generator": function* () {}, "proxy": new Proxy(f, {}), "bound": f.bind(null) };
  for (const [label, v] of Object.entries(values)) {
    t.log("getInfo " + label, await t.bare("sockets.tcp.getInfo", id, v));
    t.log("getSockets " + label, await t.bare("sockets.tcp.getSockets", v));
    t.log("setNoDelay " + label, await t.bare("sockets.tcp.setNoDelay", id, true, v));
    t.log("setKeepAlive " + label, await t.bare("sockets.tcp.setKeepAlive", id, false, v));
    t.log("create " + label, await t.bare("socket.create", "tcp", v));
    t.log("getNetworkList " + label, (await t.bare("socket.getNetworkList", v)).threw || "fine");
  }
  t.log("two callbacks", await t.bare("sockets.tcp.getInfo", id, f, f));
  t.log("callback first", await t.bare("sockets.tcp.getInfo", f, id));
  t.log("callback, then null", await t.bare("sockets.tcp.getInfo", id, f, null));
  t.log("callback, then undefined", await t.bare("sockets.tcp.getInfo", id, f, undefined));
  t.log("create(null, f)", await t.bare("sockets.tcp.create", null, f));
  t.log("create(f)", await t.bare("sockets.tcp.create", f));
  t.log("create(f, f)", await t.bare("sockets.tcp.create", f, f));
  t.log("create(undefined, undefined)", await t.bare("sockets.tcp.create", undefined, undefined));
  t.log("create({}, null)", await t.bare("sockets.tcp.create", {}, null));
  t.log("create(null)", await t.bare("sockets.tcp.create", null));
  t.log("create({}, {})", await t.bare("sockets.tcp.create", {}, {}));
  t.log("connect(.., null, f)", await t.bare("sockets.tcp.connect", 99, "h", 1, null, f));
  t.log("connect(.., 'any', null)", await t.bare("sockets.tcp.connect", 99, "h", 1, "any", null));
  t.log("connect(.., f, 'any')", await t.bare("sockets.tcp.connect", 99, "h", 1, f, "any"));
  t.log("setKeepAlive(.., null, f)", await t.bare("sockets.tcp.setKeepAlive", id, true, null, f));
  t.log("setKeepAlive(.., undefined, f)", await t.bare("sockets.tcp.setKeepAlive", id, true, undefined, f));
  t.log("setKeepAlive(.., null)", await t.bare("sockets.tcp.setKeepAlive", id, true, null));
  t.log("secure(id, null, f)", await t.bare("sockets.tcp.secure", id, null, f));
  t.log("secure(id, f)", await t.bare("sockets.tcp.secure", id, f));
  t.log("listen(.., null, f)", await t.bare("sockets.tcpServer.listen", 99, "h", 1, null, f));
  t.log("listen(.., 0.5, f)", await t.bare("sockets.tcpServer.listen", 99, "h", 1, 0.5, f));
  t.log("read(id, null, f)", await t.bare("socket.read", 99, null, f));
  t.log("read(id, f, 5)", await t.bare("socket.read", 99, f, 5));
  t.log("destroy(id, f)", await t.bare("socket.destroy", 99, f));
  t.log("destroy(id, undefined)", await t.bare("socket.destroy", 99, undefined));
  t.log("disconnect(id, null)", await t.bare("socket.disconnect", 99, null));
  t.log("create('tcp', {}, f)", await t.bare("socket.create", "tcp", {}, f));
  t.log("create('tcp', f, {})", await t.bare("socket.create", "tcp", f, {}));
  t.log("create('tcp', [])", await t.bare("socket.create", "tcp", []));
  t.log("create('', f)", await t.bare("socket.create", "", f));
  t.log("create(new String('tcp'))", await t.bare("socket.create", new String("tcp")));
  const other = chrome.sockets.tcp.getInfo;
  await new Promise((done) => { other(id, (info) => { t.log("detached method", info); done(); }); });
  await new Promise((done) => { other.call({}, id, (info) => { t.log("other receiver", info.connected); done(); }); });
  t.log("names", [other.name, other.length, typeof other, chrome.sockets.tcp.onReceive.addListener.name, String(chrome.sockets.tcp), Object.prototype.toString.call(chrome.sockets.tcp.onReceive)]);
  t.log("this in the callback", await new Promise((done) => { chrome.sockets.tcp.getInfo(id, function () { "use strict"; done([this === undefined, arguments.length]); }); }));
  t.log("arguments of update", await new Promise((done) => { chrome.sockets.tcp.update(id, {}, function () { done(arguments.length); }); }));
});
