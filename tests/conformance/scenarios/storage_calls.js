/* @scenario {"name": "storage_calls", "manifest": {"permissions": ["storage"]}} */
// chrome.storage.local: calls, results, changes, and arguments that do not fit.
function D(v, depth) {
  depth = depth || 0;
  if (v === null || v === undefined) return String(v);
  if (typeof v === "function") return "function " + v.name + "/" + v.length;
  if (typeof v === "symbol" ) return String(v);
  if (typeof v === "bigint") return v + "n";
  if (typeof v !== "object") return v;
  if (typeof DOMException !== "undefined" && v instanceof DOMException) return "DOMException " + v.name + "|" + v.message + "|" + v.code;
  if (v instanceof Error) return v.name + ": " + v.message;
  if (v instanceof ArrayBuffer) return "AB " + Array.from(new Uint8Array(v)).join();
  if (ArrayBuffer.isView(v)) return v.constructor.name + " " + Array.from(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)).slice(0,300).join();
  if (depth > 3) return "...";
  if (v instanceof Map) return ["Map", ...[...v].map(([a,b]) => [D(a,depth+1), D(b,depth+1)])];
  if (v instanceof Set) return ["Set", ...[...v].map((a) => D(a,depth+1))];
  if (v instanceof Date) return "Date " + +v;
  if (v instanceof RegExp) return "RegExp " + v + v.lastIndex;
  if (Array.isArray(v)) return v.map((x) => D(x, depth + 1));
  if (typeof v.then === "function") return "promise";
  const o = { $: Object.prototype.toString.call(v) };
  for (const k of Object.keys(v)) o[k] = D(v[k], depth + 1);
  return o;
}
function X(t, label, f) {
  let r;
  try { r = D(f()); } catch (e) { r = { threw: D(e) }; }
  t.log(label, r);
}
async function Y(t, label, f) {
  let r;
  try { r = D(await f()); } catch (e) { r = { threw: D(e) }; }
  t.log(label, r);
}
function all(t, text) {
  // text: functions keyed
  for (const [k, f] of Object.entries(text)) X(t, k, f);
}

scenario("storage_calls", async function (t) {
  const S = chrome.storage.local, log = [];
  chrome.storage.onChanged.addListener((c, a) => log.push(["global", a, c])); S.onChanged.addListener((...a) => log.push(["local", ...a]));
  const cb = (m, ...a) => new Promise((r) => { try { const ret = S[m](...a, (...x) => r({ args: x, err: chrome.runtime.lastError && chrome.runtime.lastError.message, ret })); } catch (e) { r({ threw: D(e) }); } });
  const go = async (label, m, ...a) => { t.log(label, await cb(m, ...a)); await t.sleep(30); const l = log.splice(0).sort((a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0); if (l.length) t.log(label + " events", l); };
  await go("get empty", "get"); await go("set", "set", { a: 1, b: { c: [1, "x", null] }, s: "\u00e4\u20ac", f: false, n: null });
  for (const k of ["a", ["a", "zz"], { a: 5, q: 7, u: undefined }, null, undefined, [], {}, "", "zz"]) await go("get " + JSON.stringify(k), "get", k);
  for (const k of [5, true, [5], () => 1, new Date(0), "a"]) await go("get odd " + String(k), "get", k);
  await go("set same", "set", { a: 1 }); await go("set change", "set", { a: 2, b: { c: [1, "x", null] }, z: 1 });
  await go("set odd", "set", { d: new Date(0), r: /x/, fn: () => 1, u: undefined, nan: NaN, inf: Infinity, m: new Map([[1, 2]]), st: new Set([1]), ab: new ArrayBuffer(2), u8: new Uint8Array([1, 2]), e: new Error("x"), sym: Symbol("x"), z0: -0, cls: new (class Q { constructor() { this.p = 1; } })(), arr: [undefined, () => 1, NaN, , 4], nest: { u: undefined, f() {} }, tj: { toJSON() { return "TJ"; } } }); await go("get odd back", "get", null);
  await go("bigint", "set", { b: 10n }); await go("cycle", "set", (() => { const o = {}; o.o = o; return { o }; })()); await go("getter", "set", { get x() { throw new Error("gt"); } });
  for (const a of [[], [5], ["x"], [null], [[1, 2]], [{}]]) await go("set args " + JSON.stringify(a), "set", ...a); await go("after array", "get", null);
  await go("remove", "remove", "a"); await go("remove many", "remove", ["b", "zz", "z"]); await go("remove none", "remove", "zz"); for (const a of [[], [5], [null], [{}], [[5]], [[]]]) await go("remove args " + JSON.stringify(a), "remove", ...a);
  await go("bytes all", "getBytesInUse"); await go("bytes null", "getBytesInUse", null); await go("bytes s", "getBytesInUse", "s"); await go("bytes arr", "getBytesInUse", ["s", "f", "zz"]); await go("bytes 5", "getBytesInUse", 5); await go("bytes {}", "getBytesInUse", {}); await go("bytes empty", "getBytesInUse", []);
  await Y(t, "promise set", () => S.set({ p: 1 })); await Y(t, "promise get", () => S.get("p")); await Y(t, "promise get all", async () => Object.keys(await S.get()).length > 1); await Y(t, "promise remove", () => S.remove("p")); await Y(t, "promise bytes", () => S.getBytesInUse("zz")); await Y(t, "promise bad", () => S.set(5)); await Y(t, "promise extra", () => S.get("a", "b")); await Y(t, "cb not fn", () => S.get("a", 5)); await Y(t, "set cb null", () => typeof S.set({ q: 1 }, null)); await Y(t, "clear promise", () => S.clear());
  await t.sleep(50); log.splice(0); await go("clear empty", "clear"); await go("set keys", "set", { "": 1, "a.b": 2, "\u20ac": 3, "__proto__x": 4 }); await go("get keys", "get", null); await go("clear", "clear"); await go("clear arg", "clear", 5);
  await go("quota", "set", { big: "x".repeat(11000000) }); await go("after quota", "getBytesInUse", null);
  await go("keys", "getKeys"); X(t, "this", () => { const g = S.get; return typeof g("a", () => {}); });
});
