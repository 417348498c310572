/* @scenario {"name": "secure_host_of_connect", "manifest": {"permissions": [{"socket": ["tcp-connect:127.0.0.1", "tcp-connect::9"]}], "sockets": {"tcp": {"connect": ["127.0.0.1", ":9"]}}}} */
// The host that TLS is for is that of the last connect asked for, allowed or not, whatever came of it.
scenario("secure_host_of_connect", async (t) => {
  const tls = t.peer("tlsca");
  const hosts = ["nosuch.invalid", "127.0.0.2", "localhost", "LOCALHOST", "127.1", "127.0.0.1.", "localhost.", "", "::1", "[::1]", "[::1", "[127.0.0.1]", "a b", "a*b", "a%b", "a%20b", "a%2fb", "a:b", "a#b", "a@b", "a\\b", "a\tb", "a\u0000b", "..", "a".repeat(64), "a".repeat(300), "1.2.3", "256.1.1.1", "08.1", "a.1", "1.a", "\u00e4.b", "\u200d", "xn--a"];
  for (const S of ["socket.", "sockets.tcp."]) {
    const tries = hosts.map((h) => [h, 9]).concat([["denied.invalid", 10], ["localhost", 70000], ["nosuch.invalid", -1]]);
    for (const [host, port] of tries) {
      const id = S === "socket." ? await t.legacy("tcp") : await t.create("sockets.tcp");
      if (S !== "socket.") await t.call(S + "setPaused", id, true);
      await t.call(S + "connect", id, tls.host, tls.port);
      const again = await t.call(S + "connect", id, host, port), secure = await t.call(S + "secure", id);
      t.log(S + JSON.stringify(host.length > 60 ? host.length : host) + " " + port, [again.args, again.lastError, secure.args, secure.lastError]);
      await t.bare(S + (S === "socket." ? "destroy" : "close"), id);
    }
  }
});
