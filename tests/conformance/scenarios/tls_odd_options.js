/* @scenario {"name": "tls_odd_options"} */
// Options of secure that are odd, refused and not.
scenario("tls_odd_options", async (t) => {
  const paused = async (name) => {
    const p = t.peer(name), id = await t.create("sockets.tcp", { name: "n" });
    await t.call("sockets.tcp.setPaused", id, true);
    await t.call("sockets.tcp.connect", id, p.host, p.port);
    return id;
  };
  const list = [undefined, null, {}, { tlsVersion: null }, { tlsVersion: {} }, { tlsVersion: { min: "", max: "" } }, { tlsVersion: { min: "TLS1.3" } }, { tlsVersion: { max: " tls1.2" } }, { tlsVersion: { min: "ssl3" } }, { tlsVersion: { min: "tls1", max: "tls1" } },
    { tlsVersion: { max: "tls1.1" } }, { tlsVersion: { min: "tls1.3", max: "tls1.3" } }, { tlsVersion: { min: 1 } }, { tlsVersion: "tls1.2" }, { tlsVersion: [] }, { min: "tls1.2" }, [], "tls1.2"];
  for (const o of list) {
    const id = await paused("tlsca");
    await t.logCall("secure " + JSON.stringify(o), "sockets.tcp.secure", id, o);
    await t.logCall("info", "sockets.tcp.getInfo", id);
    await t.call("sockets.tcp.close", id);
  }
});
