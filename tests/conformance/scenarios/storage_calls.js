/* @scenario {"name": "storage_calls", "manifest": {"permissions": ["storage"]}, "uses": "shown"} */
// chrome.storage.local: calls, results, changes, and arguments that do not fit.

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
