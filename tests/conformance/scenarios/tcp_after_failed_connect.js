/* @scenario {"name": "tcp_after_failed_connect"} */
// What becomes of options, secure and the next connection after a connect that failed.
scenario("tcp_after_failed_connect", async (t) => {
  const p = t.peer("echo"), r = t.peer("refused"), h = t.peer("hang"), s = t.peer("tlsca");
  const rx = t.events("sockets.tcp.onReceive"), errs = t.events("sockets.tcp.onReceiveError");
  const L = (label, name, ...args) => t.logCall(label, "sockets.tcp." + name, ...args);
  const options = async (id, when) => {
    for (const args of [["setNoDelay", true], ["setNoDelay", false], ["setKeepAlive", true], ["setKeepAlive", true, -1], ["setKeepAlive", false]]) {
      await L(args.join(" ") + " " + when, args[0], id, ...args.slice(1));
    }
  };
  const bads = [["refused", r.host, r.port], ["refused by name", "localhost", r.port], ["no name", "*", p.port], ["port 0", "127.0.0.1", 0]];
  for (const [what, host, port] of bads) {
    const id = await t.create("sockets.tcp", { name: what });
    await L(what, "connect", id, host, port);
    await options(id, "after " + what);
    await L("connect", "connect", id, p.host, p.port);
    await options(id, "connected");
    await L("send", "send", id, t.bytes("ab"));
    await t.until(() => t.received(rx, id).byteLength === 2);
    t.log("echoed", t.str(t.received(rx, id)));
    await L("connect again", "connect", id, p.host, p.port);
    await L("setNoDelay", "setNoDelay", id, true);
    await L("disconnect", "disconnect", id);
    await L("setNoDelay disconnected", "setNoDelay", id, true);
    await L("connect", "connect", id, p.host, p.port);
    await options(id, "reconnected");
    await L("close", "close", id);
  }
  const q = await t.create("sockets.tcp");
  await L("refused", "connect", q, r.host, r.port);
  const hung = t.callWith({ timeout: 700 }, "sockets.tcp.connect", q, h.host, h.port);
  await t.sleep(100);
  await L("setNoDelay while connecting", "setNoDelay", q, true);
  await L("disconnect", "disconnect", q);
  t.log("hung", await hung);
  await L("connect", "connect", q, p.host, p.port);
  await L("setNoDelay", "setNoDelay", q, true);
  const c = t.peer("cmd"), d = await t.create("sockets.tcp");
  await L("refused", "connect", d, r.host, r.port);
  await L("connect", "connect", d, c.host, c.port);
  await L("setNoDelay", "setNoDelay", d, true);
  const n = errs.length;
  await t.call("sockets.tcp.send", d, t.bytes("close\n"));
  await t.until(() => errs.length > n);
  await L("connect after the peer closed", "connect", d, p.host, p.port);
  await L("setNoDelay", "setNoDelay", d, true);
  for (const bad of [[r.host, r.port], ["*", 1]]) {
    const id = await t.create("sockets.tcp");
    await L("pause", "setPaused", id, true);
    await L("fails", "connect", id, ...bad);
    await L("secure unconnected", "secure", id);
    await L("connect", "connect", id, s.host, s.port);
    await L("secure", "secure", id);
    const i = (await t.call("sockets.tcp.getInfo", id));
    t.log("is there", [i.lastError, i.args.length && i.args[0].connected]);
  }
});
