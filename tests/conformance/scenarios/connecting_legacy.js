/* @scenario {"name": "connecting_legacy"} */
// Everything that can be asked of a legacy socket whose connect hangs.
scenario("connecting_legacy", async (t) => {
  const h = t.peer("hang"), p = t.peer("echo");
  const quick = (label, name, ...args) => t.callWith({ timeout: 500 }, "socket." + name, ...args).then((r) => t.log(label, r));
  const id = await t.legacy("tcp");
  const first = t.callWith({ timeout: 3500 }, "socket.connect", id, h.host, h.port);
  await t.sleep(150);
  for (const [name, ...args] of [["getInfo"], ["setKeepAlive", true, 5], ["setNoDelay", true], ["write", t.bytes("")], ["write", t.bytes("x")], ["connect", p.host, p.port], ["connect", "nosuchhost.invalid", 1],
    ["bind", "127.0.0.1", 0], ["accept"], ["recvFrom"], ["sendTo", t.bytes("x"), p.host, p.port], ["secure"], ["joinGroup", "239.1.1.1"]]) {
    await quick(name + " " + args.length, name, id, ...args);
  }
  t.log("disconnect", await t.bare("socket.disconnect", id));
  await quick("info", "getInfo", id);
  await quick("connect elsewhere", "connect", id, p.host, p.port);
  await quick("write", "write", id, t.bytes("x"));
  await quick("read", "read", id);
  t.log("the first connect", await first);
  const c = await t.legacy("tcp");
  const second = t.callWith({ timeout: 900 }, "socket.connect", c, h.host, h.port);
  await t.sleep(100);
  t.log("destroy", await t.bare("socket.destroy", c));
  await quick("info", "getInfo", c);
  t.log("the second connect", await second);
});
