/* @scenario {"name": "page_events"} */
// Events, targets, AbortController, messages, and errors of listeners.
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

scenario("page_events", async function (t) {
  const T = new EventTarget();
  X(t, "props", () => { const e = new Event("x"); const r = {}; for (const k in e) if (!/timeStamp/.test(k)) r[k] = typeof e[k] === "function" ? "f" : D(e[k]); return r; });
  X(t, "none", () => new Event()); X(t, "null", () => new Event(null).type); X(t, "init null", () => new Event("a", null).bubbles); X(t, "init 5", () => new Event("a", 5)); X(t, "init", () => { const e = new Event("a", { bubbles: 1, cancelable: "x", composed: true }); return [e.bubbles, e.cancelable, e.composed]; }); X(t, "keys", () => Object.keys(new Event("x"))); X(t, "sym", () => new Event(Symbol())); X(t, "set type", () => { const e = new Event("x"); e.type = "y"; return e.type; }); X(t, "ts", () => { const e = new Event("x"); return [typeof e.timeStamp, Math.abs(e.timeStamp - performance.now()) < 50]; });
  X(t, "custom", () => { const e = new CustomEvent("c", { detail: { a: 1 } }); return [e.type, e.detail, e instanceof Event]; }); X(t, "custom none", () => new CustomEvent("c").detail); X(t, "initCustom", () => { const e = new CustomEvent("c"); e.initCustomEvent("d", true, true, 5); return [e.type, e.bubbles, e.detail]; });
  X(t, "progress", () => { const e = new ProgressEvent("p", { loaded: 3, total: 5, lengthComputable: true }); return [e.loaded, e.total, e.lengthComputable]; });
  X(t, "error ev", () => { const e = new ErrorEvent("e", { message: "m", filename: "f", lineno: 3, colno: 4, error: 5 }); return [e.message, e.filename, e.lineno, e.colno, e.error]; }); X(t, "error ev def", () => { const e = new ErrorEvent("e"); return [e.message, e.filename, e.lineno, e.colno, e.error]; });
  X(t, "message ev", () => { const e = new MessageEvent("m", { data: [1], origin: "o", lastEventId: "l" }); return [e.data, e.origin, e.lastEventId, e.source, e.ports]; });
  X(t, "rej ev", () => { const p = Promise.resolve(); const e = new PromiseRejectionEvent("r", { promise: p, reason: 3 }); return [e.promise === p, e.reason]; }); X(t, "rej ev none", () => new PromiseRejectionEvent("r"));
  X(t, "close ev", () => { const e = new CloseEvent("c", { code: 3, reason: "x", wasClean: true }); return [e.code, e.reason, e.wasClean]; });
  X(t, "add 1", () => T.addEventListener("x")); X(t, "add null", () => T.addEventListener("x", null)); X(t, "add undef", () => T.addEventListener("x", undefined)); X(t, "add num", () => T.addEventListener("x", 5)); X(t, "add str", () => T.addEventListener("x", "f")); X(t, "add obj", () => T.addEventListener("x", {})); X(t, "remove none", () => T.removeEventListener("x")); X(t, "dispatch none", () => T.dispatchEvent()); X(t, "dispatch null", () => T.dispatchEvent(null)); X(t, "dispatch {}", () => T.dispatchEvent({ type: "x" }));
  X(t, "order", () => { const log = []; const T = new EventTarget(); const f = (e) => log.push(["f", e.eventPhase, e.target === T, e.currentTarget === T, e.composedPath().length]); T.addEventListener("a", f); T.addEventListener("a", f); T.addEventListener("a", f, true); T.addEventListener("a", f, { capture: true }); T.addEventListener("a", { handleEvent(e) { log.push(["obj", this !== T, e.type]); } }); T.addEventListener("a", function () { log.push(["this", this === T]); }, { once: true }); const e = new Event("a"); const r = T.dispatchEvent(e); log.push([r, e.target === T, e.currentTarget, e.eventPhase]); T.dispatchEvent(e); T.removeEventListener("a", f); T.dispatchEvent(new Event("a")); return log; });
  X(t, "stop", () => { const log = []; const T = new EventTarget(); T.addEventListener("a", (e) => { log.push(1); e.stopImmediatePropagation(); }); T.addEventListener("a", () => log.push(2)); T.dispatchEvent(new Event("a")); T.addEventListener("b", (e) => { log.push(3); e.stopPropagation(); }); T.addEventListener("b", () => log.push(4)); T.dispatchEvent(new Event("b")); return log; });
  X(t, "prevent", () => { const T = new EventTarget(); T.addEventListener("a", (e) => e.preventDefault()); T.addEventListener("p", (e) => e.preventDefault(), { passive: true }); T.addEventListener("rv", (e) => { e.returnValue = false; }); return [T.dispatchEvent(new Event("a")), T.dispatchEvent(new Event("a", { cancelable: true })), T.dispatchEvent(new Event("p", { cancelable: true })), T.dispatchEvent(new Event("rv", { cancelable: true }))]; });
  X(t, "mutate", () => { const log = []; const T = new EventTarget(); const late = () => log.push("late"), gone = () => log.push("gone"); T.addEventListener("a", () => { log.push(1); T.addEventListener("a", late); T.removeEventListener("a", gone); }); T.addEventListener("a", gone); T.dispatchEvent(new Event("a")); T.dispatchEvent(new Event("a")); return log; });
  X(t, "redispatch", () => { const T = new EventTarget(); let r; T.addEventListener("a", (e) => { try { T.dispatchEvent(e); } catch (x) { r = D(x); } }); T.dispatchEvent(new Event("a")); return r; });
  X(t, "signal", () => { const log = []; const T = new EventTarget(), c = new AbortController(); T.addEventListener("a", () => log.push(1), { signal: c.signal }); T.dispatchEvent(new Event("a")); c.abort(); T.dispatchEvent(new Event("a")); T.addEventListener("a", () => log.push(2), { signal: c.signal }); T.dispatchEvent(new Event("a")); return log; });
  X(t, "subclass", () => { class E extends EventTarget { constructor() { super(); this.x = 1; } emit(n) { return this.dispatchEvent(new CustomEvent(n, { detail: 3 })); } } const e = new E(), log = []; e.addEventListener("q", (v) => log.push(v.detail, v.target === e)); e.onq = () => log.push("onq"); e.emit("q"); return log; });
  X(t, "window", () => { const log = []; addEventListener("zap", function (e) { log.push([this === window, e.target === window, e.currentTarget === window]); }); const r = dispatchEvent(new Event("zap")); window.dispatchEvent(new Event("zap")); return [log, r, window instanceof EventTarget, typeof Window, window instanceof Window, String(window), Object.prototype.toString.call(window)]; });
  X(t, "brand", () => EventTarget.prototype.addEventListener.call({}, "x", () => {})); X(t, "tag", () => [String(T), String(new Event("x")), String(new CustomEvent("x"))]);
  X(t, "ac", () => { const c = new AbortController(), log = []; c.signal.onabort = (e) => log.push(["on", e.type, e.isTrusted]); c.signal.addEventListener("abort", () => log.push("l")); log.push(c.signal.aborted, c.signal.reason, c.signal === c.signal); c.abort(); c.abort(); log.push(c.signal.aborted, D(c.signal.reason)); return log; });
  X(t, "ac reason", () => { const c = new AbortController(); c.abort("why"); const r = [c.signal.reason]; try { c.signal.throwIfAborted(); } catch (e) { r.push(e); } const u = new AbortController(); u.abort(undefined); r.push(D(u.signal.reason)); const n = new AbortController(); n.abort(null); r.push(n.signal.reason); return r; });
  X(t, "as ctor", () => new AbortSignal()); X(t, "as abort", () => { const s = AbortSignal.abort(3); return [s.aborted, s.reason]; }); X(t, "as any", () => { const a = new AbortController(), b = new AbortController(); const s = AbortSignal.any([a.signal, b.signal]); b.abort("B"); return [s.aborted, s.reason, AbortSignal.any([]).aborted]; });
  await Y(t, "as timeout", async () => { const s = AbortSignal.timeout(5); await new Promise((r) => { s.onabort = r; }); return [s.aborted, D(s.reason)]; }); X(t, "as timeout bad", () => AbortSignal.timeout(-1));
  X(t, "throwing", () => { const log = []; const T = new EventTarget(); const h = (e) => { log.push([e.type, e.message, e.error && e.error.message, e.lineno > 0, e.colno > 0, typeof e.filename, e.isTrusted, e.cancelable]); e.preventDefault(); }; addEventListener("error", h); T.addEventListener("a", () => { throw new Error("boom"); }); T.addEventListener("a", () => log.push("after")); T.dispatchEvent(new Event("a")); removeEventListener("error", h); return log; });
  await Y(t, "MessageChannel", () => new Promise((r) => { const c = new MessageChannel(), log = []; c.port1.onmessage = (e) => { log.push([e.data, e.origin, e.ports.length, e.target === c.port1]); r(log); }; c.port2.postMessage({ a: [1] }); log.push("sync"); }));
  await Y(t, "postMessage", () => new Promise((r) => { const h = (e) => { removeEventListener("message", h); r([e.data, e.source === window, e.origin.slice(0, 19)]); }; addEventListener("message", h); postMessage({ x: 1 }, "*"); }));
  await Y(t, "order of tasks", async () => { const log = []; const c = new MessageChannel(); c.port1.onmessage = () => log.push("message"); c.port2.postMessage(0); setTimeout(() => log.push("timer"), 0); Promise.resolve().then(() => log.push("micro")); await t.sleep(30); return log.filter((x) => x === "micro").concat(log.length); });
});
