/* @scenario {"name": "udp_event_order"} */
// What comes first: a call's callback, or what the call brings about.
scenario("udp_event_order", async (t) => {
  const order = [];
  const rx = t.events("sockets.udp.onReceive"), errs = t.events("sockets.udp.onReceiveError");
  rx.onEvent = (info) => order.push("onReceive of " + info.data.byteLength);
  errs.onEvent = () => order.push("onReceiveError");
  const call = (method, ...args) => t.callWith({ onCallback: () => order.push(method) }, "sockets.udp." + method, ...args);
  const told = async (label, count) => { await t.until(() => order.length >= count, 1000); await t.sleep(20); t.log(label, order.splice(0)); };
  for (const size of [0, 1, 4096, 4097]) {
    const a = await t.bound(), b = await t.bound();
    const pa = await t.localPort("sockets.udp", a), pb = await t.localPort("sockets.udp", b);
    await call("send", a, t.pattern(size), "127.0.0.1", pa);
    await told(size + " to itself", 2);
    await call("setPaused", a, false);
    await call("send", a, t.pattern(size), "localhost", pa, "ipv4");
    await told(size + " to itself by name", 3);
    await call("send", a, t.pattern(size), "127.0.0.1", pb);
    await told(size + " to another", 2);
    await call("setPaused", b, false);
    await call("setPaused", b, true);
    await call("send", a, t.pattern(5), "127.0.0.1", pb);
    await told("paused with a receive in flight", 4);
    for (const n of [size, 6, 4097, 7]) await t.call("sockets.udp.send", a, t.pattern(n), "127.0.0.1", pb);
    await call("setPaused", b, false);
    await told("those that waited", size > 4096 ? 2 : 4);
    await call("setPaused", b, false);
    await told("after the error", size > 4096 ? 3 : 2);
    await t.call("sockets.udp.close", a);
    await t.call("sockets.udp.close", b);
  }
});
