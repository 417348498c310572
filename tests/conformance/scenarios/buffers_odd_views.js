/* @scenario {"name": "buffers_odd_views"} */
// Views that their buffer has become too short for, and what own properties and other prototypes change
// about a buffer: nothing.
scenario("buffers_odd_views", async (t) => {
  const rx = t.events("sockets.tcp.onReceive");
  const id = await t.connected("echo");
  const mk = {
    "dv oob": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new DataView(b, 4, 4); b.resize(2); return u; },
    "dv oob tracking": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new DataView(b, 4); b.resize(2); return u; },
    "dv tracking": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new DataView(b, 4); b.resize(6); return u; },
    "u8 oob": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new Uint8Array(b, 4, 4); b.resize(2); return u; },
    "u8 partly": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new Uint8Array(b, 2, 4); b.resize(4); return u; },
    "dv partly": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new DataView(b, 2, 4); b.resize(4); return u; },
    "u16 tracking odd": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); const u = new Uint16Array(b, 2); b.resize(5); return u; },
    "u8 grown": () => { const b = new ArrayBuffer(2, { maxByteLength: 8 }); const u = new Uint8Array(b); b.resize(5); return u; },
    "buffer shrunk": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); b.resize(3); return b; },
    "buffer shrunk to 0": () => { const b = new ArrayBuffer(8, { maxByteLength: 8 }); b.resize(0); return b; },
    "dv detached": () => { const b = new ArrayBuffer(8); const u = new DataView(b, 2); b.transfer(); return u; },
    "fixed by transfer": () => { const b = new ArrayBuffer(8, { maxByteLength: 9 }); return b.transferToFixedLength(4); },
    "own length": () => Object.defineProperty(new Uint8Array([5, 6, 7]), "byteLength", { value: 1 }),
    "own buffer": () => Object.defineProperty(new Uint8Array([5, 6, 7]), "buffer", { value: new ArrayBuffer(9) }),
    "own offset": () => Object.defineProperty(new DataView(new ArrayBuffer(4)), "byteOffset", { value: 2 }),
    "own detached": () => Object.defineProperty(new ArrayBuffer(3), "detached", { value: true }),
    "proto changed": () => Object.setPrototypeOf(new Uint8Array([8, 9]), null),
    "buffer proto changed": () => Object.setPrototypeOf(new ArrayBuffer(2), null),
    "proto of array": () => Object.setPrototypeOf(new Uint8Array([8, 9]), Array.prototype),
    "toStringTag": () => ({ [Symbol.toStringTag]: "ArrayBuffer", byteLength: 3 }),
    "fake view": () => Object.create(Uint8Array.prototype),
    "subclass buffer": () => new (class B extends ArrayBuffer { get byteLength() { return 1; } })(3),
  };
  for (const [label, make] of Object.entries(mk)) {
    const before = t.received(rx, id).byteLength;
    let v; try { v = make(); } catch (e) { t.log(label + " not made", String(e)); continue; }
    const r = await t.logCall("send " + label, "sockets.tcp.send", id, v);
    if (r.args && r.args[0] && r.args[0].bytesSent > 0) await t.until(() => t.received(rx, id).byteLength === before + r.args[0].bytesSent);
    t.log("echo", t.hex(t.received(rx, id)).slice(2 * before));
  }
});
