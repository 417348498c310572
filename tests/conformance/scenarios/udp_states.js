/* @scenario {"name": "udp_states"} */
// Every call in every state: fresh, after a failed bind, bound to either family, paused by an
// error, closed; and which of several reasons to refuse a send is told.
scenario("udp_states", async (t) => {
  const errs = t.events("sockets.udp.onReceiveError");
  const peer = t.peer("uecho"), none = t.peer("unone").port;
  const call = (method, ...args) => t.call("sockets.udp." + method, ...args);
  const bind = (address, port) => (id) => call("bind", id, address, port || 0);
  const states = {
    fresh: async () => {},
    "no literal": bind("localhost"),
    "port in use": bind("127.0.0.1", peer.port),
    "127.0.0.1": bind("127.0.0.1"),
    "::1": bind("::1"),
    "::": bind("::"),
    "mapped": bind("::ffff:127.0.0.1"),
    "after an error": async (id) => {
      const before = errs.length;
      await call("update", id, { bufferSize: 3 });
      await call("bind", id, "127.0.0.1", 0);
      await call("send", id, t.bytes("12345"), peer.host, peer.port);
      await t.until(() => errs.length > before);
    },
    closed: (id) => call("close", id),
  };
  const calls = [["update", {}], ["setPaused", true], ["setPaused", false], ["bind", "127.0.0.1", 0], ["bind", "no literal", 0], ["bind", "203.0.113.7", 0], ["close"], ["getJoinedGroups"], ["joinGroup", "239.1.1.300"], ["joinGroup", "127.0.0.1"], ["joinGroup", "::1"], ["leaveGroup", "239.1.1.1"], ["leaveGroup", "x"],
    ["setMulticastTimeToLive", 255], ["setMulticastTimeToLive", 256], ["setMulticastLoopbackMode", false], ["setBroadcast", true], ["send", 1, "localhost", none], ["send", 1, "localhost", none, "ipv4"], ["send", 1, "no name", 0], ["send", 65536, "no name", 0], ["send", 1, "127.255.255.255", 9], ["send", 1, "127.0.0.1", none, "ipv6"]];
  for (const size of [0, 65507, 65508, 65527, 65528, 65535, 65536]) for (const host of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) for (const port of [none, 0]) calls.push(["send", size, host, port]);
  for (const state of Object.keys(states)) for (const [method, ...args] of calls) {
    const id = await t.create("sockets.udp");
    await states[state](id);
    const label = state + ": " + method + " " + JSON.stringify(args.map((x) => x === none ? "unone" : x));
    const answer = await call(method, id, ...args.map((x, i) => method === "send" && i === 0 ? t.pattern(x) : x));
    const info = (await call("getInfo", id)).args[0];
    t.log(label, [answer.args, answer.lastError, info ? [info.paused, info.localAddress] : null]);
    if (info) await call("close", id);
  }
});
