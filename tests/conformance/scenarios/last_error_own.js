/* @scenario {"name": "last_error_own"} */
// A lastError that the script itself had put there.
scenario("last_error_own", async (t) => {
  const attempt = (label, f) => { let r; try { r = f(); } catch (e) { r = "threw " + e; } t.log(label, r); };
  const d = (o, k) => { const x = Object.getOwnPropertyDescriptor(o, k); return x === undefined ? "none" : ["value" in x ? typeof x.value : "acc " + typeof x.get + " " + typeof x.set, x.writable, x.enumerable, x.configurable].join(" "); };
  const OBJECTS = ["", "sockets", "sockets.tcp", "sockets.tcpServer", "sockets.udp", "socket", "system", "system.network", "sockets.tcp.DnsQueryType", "sockets.udp.DnsQueryType", "socket.SocketType", "sockets.tcp.onReceive", "sockets.tcpServer.onAccept", "runtime.onSuspend"];
  const at = (p) => p === "" ? chrome : p.split(".").reduce((o, k) => o && o[k], chrome);

  const le = () => { const e = chrome.runtime.lastError; return e ? e.message : e === undefined ? "undefined" : String(e); };
  const L = [];
  const fail = (f) => new Promise((done) => chrome.sockets.tcp.getInfo(999, () => { f(); done(); }));
  chrome.runtime.lastError = { message: "before" };
  L.push(le(), d(chrome.runtime, "lastError"));
  await fail(() => L.push(le(), d(chrome.runtime, "lastError")));
  L.push(le());
  await t.call("sockets.tcp.getSockets");
  await fail(() => L.push(le()));
  L.push(le(), d(chrome.runtime, "lastError"));
  t.log("set outside", L.splice(0));
});
