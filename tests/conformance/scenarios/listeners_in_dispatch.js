/* @scenario {"name": "listeners_in_dispatch"} */
// Listeners added and removed during dispatch, listeners that throw, calls made inside.
scenario("listeners_in_dispatch", async (t) => {
  const ev = chrome.sockets.tcp.onReceive;
  const order = [];
  const late = () => { order.push("late"); };
  const victim = () => { order.push("victim"); };
  const first = (info) => { order.push("first"); ev.removeListener(victim); ev.addListener(late); info.data = null; info.extra = 1; };
  const thrower = () => { order.push("thrower"); throw new Error("listener"); };
  const last = (info) => { order.push(["last", info.data === null, info.extra === undefined, Object.keys(info), chrome.runtime.lastError === undefined]); };
  for (const f of [first, victim, thrower, last]) ev.addListener(f);
  const id = await t.connected("echo");
  await t.sleep(100);
  await t.call("sockets.tcp.send", id, t.bytes("a"));
  await t.sleep(300);
  t.log("first round", order.splice(0));
  await t.call("sockets.tcp.send", id, t.bytes("b"));
  await t.sleep(300);
  t.log("second round", order.splice(0));
  t.log("has", [first, victim, thrower, last, late].map((f) => ev.hasListener(f)));
  for (const f of [first, thrower, last, late]) ev.removeListener(f);
  const again = () => { order.push("again"); ev.removeListener(again); ev.addListener(again); };
  ev.addListener(again);
  await t.call("sockets.tcp.send", id, t.bytes("c"));
  await t.sleep(300);
  t.log("removed and added itself", order.splice(0));
  ev.removeListener(again);
  const closer = (info) => { order.push("closing"); chrome.sockets.tcp.close(info.socketId, () => { order.push(["closed", chrome.runtime.lastError === undefined]); }); order.push("called"); };
  ev.addListener(closer);
  const errors = t.events("sockets.tcp.onReceiveError");
  await t.call("sockets.tcp.send", id, t.bytes("d"));
  await t.sleep(300);
  t.log("closed inside", order.splice(0));
  t.log("errors", errors.slice());
  ev.removeListener(closer);
  for (const v of [undefined, null, 1, {}, "f", []]) {
    try { t.log("addListener " + String(v), ev.addListener(v)); } catch (e) { t.log("addListener " + String(v) + " threw", String(e)); }
    try { t.log("removeListener " + String(v), ev.removeListener(v)); } catch (e) { t.log("removeListener " + String(v) + " threw", String(e)); }
    try { t.log("hasListener " + String(v), ev.hasListener(v)); } catch (e) { t.log("hasListener " + String(v) + " threw", String(e)); }
  }
  for (const args of [[() => 0, {}], [() => 0, undefined], [() => 0, null], [() => 0, 1], []]) {
    try { t.log("addListener of " + args.length, ev.addListener(...args)); } catch (e) { t.log("addListener of " + args.length + " threw", String(e)); }
  }
  t.log("members", Object.getOwnPropertyNames(Object.getPrototypeOf(ev)).sort());
  t.log("own", Object.keys(ev).sort());
  t.log("rules", [typeof ev.addRules, typeof ev.getRules, typeof ev.removeRules]);
});
