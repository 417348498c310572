/* @scenario {"name": "tls_refusals"} */
// Servers that want a client certificate, keys and ciphers that are not taken, every kind of alert.
scenario("tls_refusals", async (t) => {
  const v12 = { tlsVersion: { max: "tls1.2" } }, v13 = { tlsVersion: { min: "tls1.3" } };
  const both = async (label, host, peer, options) => {
    const p = t.peer(peer), id = await t.create("sockets.tcp"), old = await t.legacy("tcp");
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, host, p.port, "ipv4");
    await t.call("socket.connect", old, host, p.port);
    t.log(label, [await t.call("sockets.tcp.secure", id, options), await t.call("sockets.tcp.getInfo", id), await t.call("socket.secure", old, options), await t.call("socket.getInfo", old)].map((r) => [r.args[0], r.lastError]));
  };
  for (const peer of ["tlsasks", "tlsneeds", "tlsusage", "tlsp521"])
    for (const [label, options] of [["1.2", v12], ["1.3", v13]]) await both(peer + " " + label, "localhost", peer, options);
  await both("tlsasks under another name", "other.localhost", "tlsasks", {});
  await both("tlsusage under another name", "other.localhost", "tlsusage", {});
  await both("tlscbc", "127.0.0.1", "tlscbc", {});
  for (const n of [0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 70, 71, 80, 86, 90, 109, 112, 113, 115, 120, 200]) {
    await both("alert " + n, "alert" + n + ".localhost", "tlsalert", {});
  }
});
