/** CRC-64 of ECMA-182, bits reflected, as xz uses it: in two halves, since JavaScript's integers are no wider. */
export class Crc64 {
  #low = 0xffffffff | 0
  #high = 0xffffffff | 0

  add(bytes: Uint8Array): void {
    let low = this.#low
    let high = this.#high
    for (let at = 0; at < bytes.length; at++) {
      const index = (low ^ (bytes[at] ?? 0)) & 0xff
      low = ((low >>> 8) | (high << 24)) ^ (lows[index] ?? 0)
      high = (high >>> 8) ^ (highs[index] ?? 0)
    }
    this.#low = low
    this.#high = high
  }

  /** Eight bytes, the lowest first. */
  bytes(): Buffer {
    const bytes = Buffer.alloc(8)
    bytes.writeInt32LE(~this.#low, 0)
    bytes.writeInt32LE(~this.#high, 4)
    return bytes
  }
}

const polynomialLow = 0xd7870f42 | 0
const polynomialHigh = 0xc96c5795 | 0

const lows = new Int32Array(256)
const highs = new Int32Array(256)
for (let byte = 0; byte < 256; byte++) {
  let low = byte
  let high = 0
  for (let bit = 0; bit < 8; bit++) {
    const isOdd = low & 1
    low = (low >>> 1) | (high << 31)
    high >>>= 1
    if (isOdd) {
      low ^= polynomialLow
      high ^= polynomialHigh
    }
  }
  lows[byte] = low
  highs[byte] = high
}
