/* @scenario {"name": "builtins_replaced"} */
// Scripts that replace what ECMAScript brings along: the API does not use theirs.
scenario("builtins_replaced", async (t) => {
  const L = [];
  const id = await t.create("sockets.tcp");
  const u = await t.bound();
  const me = await t.localPort("sockets.udp", u);
  chrome.sockets.udp.onReceive.addListener((info) => { L.push(["event", info.data instanceof ArrayBuffer, Object.keys(info)]); });
  const tell = (label, r) => L.push([label, r]);
  const K = [Object.keys, Object.entries, Number.isInteger, Array.isArray, JSON.stringify, JSON.parse, Reflect.apply, Object.is, globalThis.Promise]; Object.keys = Object.entries = Number.isInteger = Array.isArray = JSON.stringify = JSON.parse = Reflect.apply = Object.is = () => { throw new Error('static'); }; Object.prototype.value = 5; Object.prototype.get = function () {}; globalThis.Promise = () => { throw new Error('no promises'); };
  const G = [Object, Array, Number, JSON, Reflect, Map, Set, Uint8Array, ArrayBuffer, Error, TypeError, Symbol, String, WeakMap]; for (const n of ['Number', 'Reflect', 'Map', 'Set', 'Uint8Array', 'Error', 'TypeError', 'WeakMap']) globalThis[n] = undefined;
  try { chrome.sockets.tcp.update(id, { name: "n" }, () => tell("update", chrome.runtime.lastError === undefined)); } catch (e) { tell("update threw", String(e)); }
  try { chrome.sockets.tcp.getInfo(id, (i) => tell("info", [i.name, i.paused, i.connected, typeof i.zzz])); } catch (e) { tell("info threw", String(e)); }
  try { chrome.sockets.tcp.getInfo(999, () => tell("error", chrome.runtime.lastError && chrome.runtime.lastError.message)); } catch (e) { tell("error threw", String(e)); }
  try { const p = chrome.sockets.tcp.getInfo(id); tell("promise", [Object.prototype.toString.call(p), typeof p.then]); p.then((i) => tell("resolved", i.name), (e) => tell("rejected", String(e))); } catch (e) { tell("promise threw", String(e)); }
  try { chrome.sockets.tcp.getInfo(999).then((i) => tell("resolved", 1), (e) => tell("rejected", String(e))); } catch (e) { tell("promise threw", String(e)); }
  try { chrome.sockets.tcp.update(id, { name: 5 }); } catch (e) { tell("threw", String(e)); }
  try { chrome.sockets.tcp.update(id, { bogus: 5 }); } catch (e) { tell("threw", String(e)); }
  try { chrome.sockets.tcp.getInfo("x"); } catch (e) { tell("threw", String(e)); }
  try { chrome.socket.create("bad", {}, () => 0); } catch (e) { tell("threw", String(e)); }
  try { tell("has", chrome.sockets.tcp.onReceive.hasListener(() => 0)); } catch (e) { tell("has threw", String(e)); }
  try { chrome.sockets.udp.send(u, new Uint8Array([1, 2, 3]), "127.0.0.1", me, (r) => tell("sent", r && r.bytesSent)); } catch (e) { tell("send threw", String(e)); }
  [Object, Array, Number, JSON, Reflect, Map, Set, Uint8Array, ArrayBuffer, Error, TypeError, Symbol, String, WeakMap] = G;
  delete Object.prototype.value; delete Object.prototype.get;
  globalThis.Promise = K.pop();
  [Object.keys, Object.entries, Number.isInteger, Array.isArray, JSON.stringify, JSON.parse, Reflect.apply, Object.is] = K;
  await new Promise((done) => setTimeout(done, 600));
  L.sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  t.log("seen", L);
});
