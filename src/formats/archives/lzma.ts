import { ItemError } from '../../core/problem.ts'

/** Bytes that are kept to copy from; a dictionary beyond it is refused where it is really used. */
const windowAtMost = 128 * 2 ** 20
/** Bytes that one call gives at most. */
export const outputAtMost = 2 ** 21
/** Bytes that one match gives at most, and bytes that one symbol takes at most. */
const longestMatch = 273
const longestSymbol = 24

const half = 1 << 10
const posStatesAtMost = 16
const lengthSymbols = 2 + 2 * 8 * posStatesAtMost + 256

// Where the probabilities of each kind begin.
const isMatch = 0
const isRep = isMatch + 12 * posStatesAtMost
const isRepG0 = isRep + 12
const isRepG1 = isRepG0 + 12
const isRepG2 = isRepG1 + 12
const isRep0Long = isRepG2 + 12
const slot = isRep0Long + 12 * posStatesAtMost
const special = slot + 4 * 64
const align = special + 115
const matchLength = align + 16
const repLength = matchLength + lengthSymbols
const literal = repLength + lengthSymbols

function damaged(): ItemError {
  return new ItemError('malformed', 'the packed bytes can not be expanded')
}

/**
 * Decodes LZMA (LZMA SDK, lzma-specification.txt), chunk by chunk as LZMA2 cuts it. What it gives is a view that the
 * next call overwrites.
 */
export class LzmaDecoder {
  readonly #dictionary: number
  #window = new Uint8Array(1 << 16)
  #end = 0
  /** Bytes of the window that may be copied from. */
  #known = 0
  #probabilities = new Uint16Array(literal)
  #literalContext = 0
  #literalPosition = 0
  #positionMask = 0
  #state = 0
  #reps: [number, number, number, number] = [0, 0, 0, 0]
  #input: Uint8Array = new Uint8Array()
  #at = 0
  #range = 0
  #code = 0
  #position = 0
  #isAtEnd = false

  /** @param dictionary bytes that matches may reach back */
  constructor(dictionary: number) {
    this.#dictionary = Math.min(Math.max(dictionary, 4_096), windowAtMost)
  }

  /** @param properties (pb × 5 + lp) × 9 + lc */
  setProperties(properties: number): void {
    if (properties >= 225) throw damaged()
    this.#literalContext = properties % 9
    this.#literalPosition = Math.floor(properties / 9) % 5
    this.#positionMask = (1 << Math.floor(properties / 45)) - 1
    if (this.#literalContext + this.#literalPosition > 4) throw damaged()
    this.#probabilities = new Uint16Array(literal + (0x300 << (this.#literalContext + this.#literalPosition)))
  }

  resetState(): void {
    this.#probabilities.fill(half)
    this.#state = 0
    this.#reps = [0, 0, 0, 0]
  }

  resetDictionary(): void {
    this.#known = 0
    this.#position = 0
  }

  /** Bytes that stand as they are. */
  copy(bytes: Uint8Array): Uint8Array {
    const start = this.#makeRoom(bytes.length)
    this.#window.set(bytes, start)
    this.#end += bytes.length
    this.#known += bytes.length
    this.#position += bytes.length
    return this.#window.subarray(start, this.#end)
  }

  /**
   * Decodes one chunk, which begins the range coder anew.
   * @param length bytes that it gives, at most {@link outputAtMost}
   * @throws ItemError `malformed`
   */
  decode(packed: Uint8Array, length: number): Uint8Array {
    const start = this.#makeRoom(length)
    this.begin(packed)
    this.#input = packed
    this.#at = 5
    const until = start + length
    while (this.#end < until && !this.#isAtEnd) this.#symbol(until)
    if (this.#isAtEnd || this.#at > packed.length) throw damaged()
    return this.#window.subarray(start, until)
  }

  /** Begins the range coder with the first five bytes. */
  begin(packed: Uint8Array): void {
    if (packed.length < 5 || packed[0] !== 0) throw damaged()
    this.#range = 0xffffffff
    this.#code = new DataView(packed.buffer, packed.byteOffset + 1, 4).getUint32(0)
  }

  /**
   * Decodes as far as these bytes go.
   * @param isLast whether no more come; else some bytes are left for the next call
   * @param most bytes that it gives, about, at most {@link outputAtMost}
   * @throws ItemError `malformed`, `truncated`
   */
  run(packed: Uint8Array, isLast: boolean, most: number): { readonly bytes: Uint8Array; readonly used: number } {
    const start = this.#makeRoom(most + longestMatch)
    this.#input = packed
    this.#at = 0
    const until = start + most
    const last = isLast ? packed.length : packed.length - longestSymbol
    while (this.#end < until && this.#at <= last && !this.#isAtEnd) this.#symbol(until + longestMatch)
    if (this.#at > packed.length) throw new ItemError('truncated', 'the packed bytes end too early')
    return { bytes: this.#window.subarray(start, this.#end), used: this.#at }
  }

  /** Whether the bytes said that nothing follows. */
  get isAtEnd(): boolean {
    return this.#isAtEnd
  }

  /** Moves what is still needed to the front when the window is full; gives where the new bytes begin. */
  #makeRoom(length: number): number {
    if (this.#end + length > this.#window.length) {
      const kept = Math.min(this.#end, this.#dictionary)
      const wanted = kept + length
      const larger = wanted > this.#window.length / 2 && this.#window.length < this.#dictionary + 2 * outputAtMost
      const window = larger ? new Uint8Array(Math.min(4 * wanted, this.#dictionary + 2 * outputAtMost)) : this.#window
      if (larger) window.set(this.#window.subarray(this.#end - kept, this.#end))
      else window.copyWithin(0, this.#end - kept, this.#end)
      this.#window = window
      this.#end = kept
      this.#known = Math.min(this.#known, kept)
    }
    return this.#end
  }

  #bit(index: number): number {
    const probabilities = this.#probabilities
    const probability = probabilities[index] ?? half
    const bound = (this.#range >>> 11) * probability
    let bit: number
    if (this.#code < bound) {
      this.#range = bound
      probabilities[index] = probability + ((2_048 - probability) >> 5)
      bit = 0
    } else {
      this.#range -= bound
      this.#code -= bound
      probabilities[index] = probability - (probability >> 5)
      bit = 1
    }
    if (this.#range < 0x1000000) this.#normalize()
    return bit
  }

  #normalize(): void {
    this.#range = (this.#range << 8) >>> 0
    this.#code = ((this.#code << 8) | (this.#input[this.#at++] ?? 0)) >>> 0
  }

  #tree(index: number, bits: number): number {
    let symbol = 1
    for (let count = 0; count < bits; count++) symbol = (symbol << 1) | this.#bit(index + symbol)
    return symbol - (1 << bits)
  }

  #reverseTree(index: number, bits: number): number {
    let symbol = 1
    let value = 0
    for (let count = 0; count < bits; count++) {
      const bit = this.#bit(index + symbol)
      symbol = (symbol << 1) | bit
      value |= bit << count
    }
    return value
  }

  #direct(bits: number): number {
    let value = 0
    for (let count = 0; count < bits; count++) {
      this.#range >>>= 1
      const bit = this.#code >= this.#range ? 1 : 0
      if (bit === 1) this.#code -= this.#range
      value = value * 2 + bit
      if (this.#range < 0x1000000) this.#normalize()
    }
    return value
  }

  /** A literal or a match. */
  #symbol(until: number): void {
    const place = this.#position & this.#positionMask
    const state = this.#state
    if (this.#bit(isMatch + state * posStatesAtMost + place) === 0) this.#literal(state)
    else if (this.#bit(isRep + state) === 0) {
      const length = this.#length(matchLength, place)
      this.#reps = [this.#distance(length), this.#reps[0], this.#reps[1], this.#reps[2]]
      this.#state = state < 7 ? 7 : 10
      this.#match(length, until)
    } else if (this.#bit(isRepG0 + state) === 1) {
      this.#turnReps(state)
      this.#repeat(state, place, until)
    } else if (this.#bit(isRep0Long + state * posStatesAtMost + place) === 1) this.#repeat(state, place, until)
    else {
      this.#state = state < 7 ? 9 : 11
      this.#match(1, until)
    }
  }

  #repeat(state: number, place: number, until: number): void {
    this.#state = state < 7 ? 8 : 11
    this.#match(this.#length(repLength, place), until)
  }

  /** Puts one of the earlier distances first. */
  #turnReps(state: number): void {
    const [first, second, third, fourth] = this.#reps
    if (this.#bit(isRepG1 + state) === 0) this.#reps = [second, first, third, fourth]
    else if (this.#bit(isRepG2 + state) === 0) this.#reps = [third, first, second, fourth]
    else this.#reps = [fourth, first, second, third]
  }

  #literal(state: number): void {
    const window = this.#window
    const before = this.#known > 0 ? (window[this.#end - 1] ?? 0) : 0
    const row =
      ((this.#position & ((1 << this.#literalPosition) - 1)) << this.#literalContext) +
      (before >> (8 - this.#literalContext))
    const base = literal + 0x300 * row
    let symbol = 1
    if (state >= 7) {
      let matched = window[this.#end - this.#reps[0] - 1] ?? 0
      while (symbol < 0x100) {
        const matchBit = (matched >> 7) & 1
        matched <<= 1
        const bit = this.#bit(base + ((1 + matchBit) << 8) + symbol)
        symbol = (symbol << 1) | bit
        if (matchBit !== bit) break
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(base + symbol)
    window[this.#end] = symbol
    this.#end += 1
    this.#known += 1
    this.#position += 1
    this.#state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
  }

  #length(base: number, place: number): number {
    if (this.#bit(base) === 0) return 2 + this.#tree(base + 2 + place * 8, 3)
    if (this.#bit(base + 1) === 0) return 10 + this.#tree(base + 2 + (posStatesAtMost + place) * 8, 3)
    return 18 + this.#tree(base + 2 + 2 * posStatesAtMost * 8, 8)
  }

  #distance(length: number): number {
    const posSlot = this.#tree(slot + Math.min(length - 2, 3) * 64, 6)
    if (posSlot < 4) return posSlot
    const bits = (posSlot >> 1) - 1
    const base = (2 | (posSlot & 1)) * 2 ** bits
    if (posSlot < 14) return base + this.#reverseTree(special + base - posSlot, bits)
    return base + this.#direct(bits - 4) * 16 + this.#reverseTree(align, 4)
  }

  /** @throws ItemError where the match reaches back or forth too far */
  #match(length: number, until: number): void {
    const distance = this.#reps[0] + 1
    if (distance === 2 ** 32) {
      this.#isAtEnd = true
      return
    }
    if (distance > this.#known) {
      if (this.#position > windowAtMost && distance <= this.#position) {
        throw new ItemError('memory_limit', `more than ${windowAtMost} bytes would be needed to expand it`)
      }
      throw damaged()
    }
    const end = this.#end
    if (end + length > until) throw damaged()
    const window = this.#window
    for (let at = end; at < end + length; at++) window[at] = window[at - distance] ?? 0
    this.#end = end + length
    this.#known += length
    this.#position += length
  }
}
