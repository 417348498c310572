export { TextEncoder, TextDecoder } from "@exodus/bytes/encoding.js";
