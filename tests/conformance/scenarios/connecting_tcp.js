/* @scenario {"name": "connecting_tcp"} */
// Everything that can be asked of a socket whose connect hangs.
scenario("connecting_tcp", async (t) => {
  const h = t.peer("hang"), p = t.peer("echo");
  const errs = t.events("sockets.tcp.onReceiveError");
  const id = await t.create("sockets.tcp", { name: "c", bufferSize: 7 });
  const first = t.callWith({ timeout: 2600 }, "sockets.tcp.connect", id, h.host, h.port);
  await t.sleep(150);
  for (const [name, ...args] of [["update", { name: "d" }], ["setPaused", true], ["setPaused", false], ["setKeepAlive", true, 5], ["setKeepAlive", true, 40000], ["setKeepAlive", false], ["setNoDelay", false],
    ["secure"], ["secure", {}], ["send", t.bytes("")], ["send", t.bytes("x")], ["connect", "nosuchhost.invalid", 1], ["connect", p.host, p.port, "ipv6"], ["connect", p.host, p.port], ["getInfo"]]) {
    await t.logCall(name + " " + JSON.stringify(args.filter((a) => a !== p.port)), "sockets.tcp." + name, id, ...args);
  }
  await t.logCall("sockets", "sockets.tcp.getSockets");
  await t.logCall("disconnect", "sockets.tcp.disconnect", id);
  await t.logCall("info", "sockets.tcp.getInfo", id);
  await t.logCall("setNoDelay", "sockets.tcp.setNoDelay", id, true);
  await t.logCall("connect elsewhere", "sockets.tcp.connect", id, p.host, p.port);
  await t.logCall("info", "sockets.tcp.getInfo", id);
  await t.logCall("send", "sockets.tcp.send", id, t.bytes("x"));
  t.log("the first connect", await first);
  const c = await t.create("sockets.tcp");
  const second = t.callWith({ timeout: 900 }, "sockets.tcp.connect", c, h.host, h.port);
  await t.sleep(100);
  await t.logCall("close", "sockets.tcp.close", c);
  await t.logCall("info", "sockets.tcp.getInfo", c);
  t.log("the second connect", await second);
  t.log("errors", errs.slice());
});
