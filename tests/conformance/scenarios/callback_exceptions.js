/* @scenario {"name": "callback_exceptions"} */
// Callbacks that throw, order of callbacks and promises, where lastError can be seen.
scenario("callback_exceptions", async (t) => {
  const id = await t.create("sockets.tcp");
  const order = [];
  chrome.sockets.tcp.getInfo(id, () => { order.push("one"); throw new Error("callback"); });
  chrome.sockets.tcp.getInfo(id, () => { order.push("two"); });
  chrome.sockets.tcp.getInfo(id).then(() => { order.push("promise"); });
  chrome.sockets.tcp.getInfo(id, () => { order.push("three"); Promise.resolve().then(() => order.push("micro")); });
  await t.call("sockets.tcp.getInfo", id);
  t.log("order", order.splice(0));
  await new Promise((done) => chrome.sockets.tcp.getInfo(999, function () {
    const e = chrome.runtime.lastError;
    order.push([arguments.length, e.message, Object.keys(e), typeof e, e instanceof Error, "lastError" in chrome.runtime, Object.prototype.toString.call(e), JSON.stringify(e)]);
    chrome.sockets.tcp.getInfo(id, () => { order.push(["inner", chrome.runtime.lastError === undefined]); done(); });
    order.push(["after a call inside", chrome.runtime.lastError && chrome.runtime.lastError.message]);
    Promise.resolve().then(() => order.push(["microtask", chrome.runtime.lastError === undefined]));
  }));
  t.log("lastError", order.splice(0));
  const r = await chrome.sockets.tcp.getInfo(999).then(() => null, (e) => [e instanceof Error, e.name, e.message, e.constructor === Error, chrome.runtime.lastError === undefined, Object.keys(e)]);
  t.log("rejection", r);
  t.log("set it", (() => { try { chrome.runtime.lastError = 1; return chrome.runtime.lastError === undefined ? "undefined" : chrome.runtime.lastError; } catch (e) { return String(e); } })());
  const d = Object.getOwnPropertyDescriptor(chrome.runtime, "lastError");
  t.log("descriptor outside", d ? Object.keys(d).sort() : null);
  const mixed = [];
  const a = chrome.sockets.tcp.setPaused(id, true).then((v) => mixed.push(["paused", v === undefined]));
  const b = chrome.sockets.tcp.update(id, { name: "n" }).then((v) => mixed.push(["updated", v === undefined]));
  const c = chrome.sockets.tcp.getInfo(id).then((v) => mixed.push(["info", v.name, v.paused]));
  const e = chrome.sockets.tcp.close(id).then((v) => mixed.push(["closed", v === undefined]));
  const f = chrome.sockets.tcp.getInfo(id).then(() => mixed.push("?"), (x) => mixed.push(["gone", x.message]));
  await Promise.all([a, b, c, e, f]);
  t.log("mixed", mixed);
  t.log("returned with a callback", chrome.sockets.tcp.getSockets(() => 0));
  t.log("returned by a method without promises", chrome.sockets.tcp.setNoDelay(999, true, () => 0));
});
