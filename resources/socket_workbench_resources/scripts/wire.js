// Frames between this V8 and the program: one signal hands over everything that both sides have.
//
// `host` is shared by all sources of this folder and goes away before a script runs. It comes
// with the signals `turn` (hand over, wait for what comes, or until a time), `tell` (hand over
// and go on), `sync` (ask the process around V8 and get the answer at once), `config`.
(function (host) {
  "use strict";

  const PART = host.config.partBytes, HEADER = host.config.headerBytes;
  const MORE = 1, LEAVE = 2;
  // Slots of the control block, all float64; host.py has the same names.
  const OUT_TEXT = 0, OUT_DATA = 1, OUT_FLAGS = 2, WAIT_MS = 3, TIMERS = 4;
  const IN_TEXT = 5, IN_DATA = 6, IN_FLAGS = 7, NOW_MS = 8;
  const SYNC_TEXT = 9, SYNC_DATA = 10;
  const FLUSH_MS = 20;
  const EARLY_LINES = 16;  // of a turn; a signal for each line would cost more than the line
  const FLUSH_LENGTH = 65536;  // a longer text would keep the program's loop from other things

  const { parse, stringify } = JSON;
  const { fromCharCode } = String;
  const { apply } = Reflect;
  const dateNow = Date.now;
  const controlBuffer = new ArrayBuffer(16 * 8);
  const control = new Float64Array(controlBuffer);
  // A frame's header, which is not for us, stands in front of its text.
  const inBuffer = new ArrayBuffer(HEADER + 2 * PART), inBytes = new Uint8Array(inBuffer);
  const outText = new Uint8Array(HEADER + PART), outData = new Uint8Array(PART);
  const syncBuffer = new ArrayBuffer(2 * PART), syncBytes = new Uint8Array(syncBuffer);
  host.buffers = { control: controlBuffer, incoming: inBuffer, outText: outText.buffer,
    outData: outData.buffer, sync: syncBuffer };

  // ---- text ------------------------------------------------------------------
  const TEXT_STEP = 4096;  // arguments of one call; they lie on the stack

  function asciiText(bytes, start, length) {
    let text = "";
    for (let at = start, end = start + length; at < end; at += TEXT_STEP) {
      text += apply(fromCharCode, null, bytes.subarray(at, Math.min(at + TEXT_STEP, end)));
    }
    return text;
  }

  function ascii(json) {
    if (!/[^\x00-\x7f]/.test(json)) return json;
    return json.replace(/[^\x00-\x7f]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  }

  function writeText(text, start, end, target, at) {
    for (let i = start, to = at; i < end; i++, to++) target[to] = text.charCodeAt(i);
  }

  // ---- time ------------------------------------------------------------------
  // The process tells the time at every turn; within a turn V8's own clock counts on, whose
  // unit is a millisecond.
  let turnDate = dateNow(), lastNow = 0;

  host.now = function () {
    lastNow = Math.max(lastNow, control[NOW_MS] + (dateNow() - turnDate));
    return lastNow;
  };

  // ---- out -------------------------------------------------------------------
  let messages = [], messageLength = 0, dataLength = 0, lastTold = dateNow();

  // Hand one piece of text and the data so far to the process, with `signal`.
  function handOver(text, start, end, flags, signal) {
    writeText(text, start, end, outText, HEADER);
    control[OUT_TEXT] = end - start;
    control[OUT_DATA] = dataLength;
    control[OUT_FLAGS] = flags;
    dataLength = 0;
    signal();
    control[OUT_TEXT] = control[OUT_DATA] = control[OUT_FLAGS] = 0;
    lastTold = dateNow();
  }

  function flush(signal) {
    if (messages.length === 0) {
      if (signal === host.turn) signal();
      return;
    }
    const text = "[" + messages.join(",") + "]";
    messages = [];
    messageLength = 0;
    let at = 0;
    for (; text.length - at > PART; at += PART) handOver(text, at, at + PART, MORE, host.tell);
    handOver(text, at, text.length, 0, signal);
  }

  // Queue one message, an array; `bytes` (Uint8Array) are its data and are copied now.
  host.post = function (message, bytes) {
    if (bytes !== undefined && bytes.length > 0) postData(bytes);
    const json = ascii(stringify(message));
    messages[messages.length] = json;
    messageLength += json.length;
    if (messageLength > FLUSH_LENGTH || dataLength > PART / 2 || dateNow() - lastTold > FLUSH_MS) {
      flush(host.tell);
    }
  };

  let early = EARLY_LINES;

  // Hand over now what a user waits for: the script may be about to loop for ever.
  host.hurry = function () {
    if (early === 0) return;
    early--;
    flush(host.tell);
  };

  function postData(bytes) {
    if (bytes.length > PART - dataLength && messages.length > 0) flush(host.tell);
    let at = 0;
    for (; bytes.length - at > PART - dataLength; ) {
      const piece = PART - dataLength;
      outData.set(bytes.subarray(at, at + piece), dataLength);
      dataLength = PART;
      at += piece;
      handOver("", 0, 0, MORE, host.tell);
    }
    outData.set(at === 0 ? bytes : bytes.subarray(at), dataLength);
    dataLength += bytes.length - at;
  }

  // ---- in --------------------------------------------------------------------
  let fragments = [];  // of {text, data}

  // Wait for the next frame, at most `waitMs` (infinite: for ever).  Returns
  // {items, bytes, start} or undefined; `leave` tells that the process wants V8 for itself.
  host.exchange = function (waitMs, timers) {
    control[WAIT_MS] = waitMs;
    control[TIMERS] = timers;
    control[IN_TEXT] = control[IN_DATA] = control[IN_FLAGS] = 0;
    flush(host.turn);
    turnDate = dateNow();
    lastTold = turnDate;
    early = EARLY_LINES;
    const flags = control[IN_FLAGS], textLength = control[IN_TEXT];
    if (flags & LEAVE) return { leave: true };
    if (textLength === 0 && control[IN_DATA] === 0) return undefined;
    const text = asciiText(inBytes, HEADER, textLength), start = HEADER + textLength;
    if (flags & MORE || fragments.length > 0) {
      fragments.push({ text, data: inBytes.slice(start, start + control[IN_DATA]) });
      return flags & MORE ? undefined : defragment();
    }
    return { items: parse(text), buffer: inBuffer, start };
  };

  function defragment() {
    const whole = new Uint8Array(fragments.reduce((sum, part) => sum + part.data.length, 0));
    let at = 0, all = "";
    for (const part of fragments) {
      all += part.text;
      whole.set(part.data, at);
      at += part.data.length;
    }
    fragments = [];
    return { items: parse(all), buffer: whole.buffer, start: 0 };
  }

  // ---- questions to the process ------------------------------------------------
  // Returns {value, bytes}: what the process answered, JSON and a Uint8Array of its own.
  host.ask = function (question, bytes) {
    const text = ascii(stringify(question));
    const size = bytes === undefined ? 0 : bytes.length;
    if (text.length + size > syncBytes.length) throw new RangeError("Too long");
    writeText(text, 0, text.length, syncBytes, 0);
    if (size > 0) syncBytes.set(bytes, text.length);
    control[SYNC_TEXT] = text.length;
    control[SYNC_DATA] = size;
    host.sync();
    const textLength = control[SYNC_TEXT];
    const value = parse(asciiText(syncBytes, 0, textLength));
    const end = textLength + control[SYNC_DATA];
    return { value, bytes: syncBytes.slice(textLength, end) };
  };
})(__workbench);
