/* @scenario {"name": "tls_odd_hosts"} */
// The host as connect was told it, in odd spellings, is the one that the certificate must name.
scenario("tls_odd_hosts", async (t) => {
  for (const host of ["localhost.", "LocalHost.", "a.localhost", "0x7f.1", "2130706433", "127.0.0.1.", "%6cocalhost", "%31%32%37.0.0.1", "\uff11\uff12\uff17.0.0.1", "0.0.0.0", "0"]) {
    const id = await t.create("sockets.tcp");
    await t.call("sockets.tcp.setPaused", id, true);
    const r = await t.logCall("connect to " + JSON.stringify(host), "sockets.tcp.connect", id, host, t.peer("tlsca").port, "ipv4");
    if (r.args[0] === 0) await t.logCall("secure", "sockets.tcp.secure", id);
    await t.call("sockets.tcp.close", id);
  }
});
