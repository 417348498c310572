/* @scenario {"name": "page_errors", "uses": "shown"} */
// Errors and rejections that nobody catches, as the window is told of them.

scenario("page_errors", async function (t) {
  const log = []; let mode = "";
  window.onerror = function (...a) { log.push([mode, "onerror", a.length, a[0], typeof a[1], a[2] > 0, a[3] > 0, D(a[4])]); return mode.includes("handled"); };
  const h = (e) => log.push([mode, "listener", e.message, e.defaultPrevented, D(e.error), e instanceof ErrorEvent]); addEventListener("error", h);
  const rj = (e) => { log.push([mode, e.type, D(e.reason), e.promise instanceof Promise, e.cancelable, e instanceof PromiseRejectionEvent]); if (mode.includes("handled")) e.preventDefault(); };
  window.onunhandledrejection = rj; addEventListener("rejectionhandled", rj);
  const run = async (m, f, ms = 100) => { mode = m; f(); await t.sleep(ms); t.log(m, log.splice(0)); };
  await run("timer throws", () => setTimeout(() => { throw new TypeError("tt"); }, 0));
  await run("timer throws handled", () => setTimeout(() => { throw new Error("th"); }, 0));
  await run("microtask throws", () => queueMicrotask(() => { throw new Error("mt"); }));
  await run("interval", () => { const i = setInterval(() => { clearInterval(i); throw new Error("iv"); }, 1); });
  await run("rejection", () => { Promise.reject(new Error("rr")); });
  await run("rejection handled", () => { Promise.reject(new Error("rh")); });
  await run("rejection value", () => { Promise.reject(5); });
  await run("async fn", () => { (async () => { await null; throw new RangeError("af"); })(); });
  await run("handled later", () => { const p = Promise.reject(1); setTimeout(() => p.catch(() => {}), 5); });
  await run("handled soon", () => { const p = Promise.reject(1); Promise.resolve().then(() => p.catch(() => {})); });
  await run("two", () => { Promise.reject(1); Promise.reject(2); });
  await run("api promise", () => { chrome.sockets.udp.getInfo(9999); }, 300);
  await run("callback throws", () => chrome.sockets.udp.create({}, () => { throw new Error("cb"); }), 300);
  await run("async callback", () => chrome.sockets.udp.create({}, async () => { throw new Error("acb"); }), 300);
  await run("event throws", () => { const f = () => { chrome.sockets.udp.onReceive.removeListener(f); throw new Error("ev"); }; chrome.sockets.udp.onReceive.addListener(f); chrome.sockets.udp.create({}, (c) => chrome.sockets.udp.bind(c.socketId, "127.0.0.1", 0, () => { const u = t.peer("uecho"); chrome.sockets.udp.send(c.socketId, t.bytes("x"), u.host, u.port, () => {}); })); }, 300);
  window.onerror = null; X(t, "onerror null", () => window.onerror); window.onerror = 5; X(t, "onerror 5", () => window.onerror);
  removeEventListener("error", h);
  window.onerror = () => { log.push("first"); throw new Error("in handler"); };
  await run("throws in onerror", () => setTimeout(() => { throw new Error("x"); }, 0)); window.onerror = null;
  addEventListener("error", (e) => { log.push("prevented"); e.preventDefault(); }, { once: true }); await run("prevent", () => setTimeout(() => { throw new Error("x"); }, 0));
});
