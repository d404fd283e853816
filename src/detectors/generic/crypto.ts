import { createHash } from 'node:crypto'
import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

export const crypto = patternDetector({
  id: 'crypto',
  version: 1,
  entityType: 'CRYPTO',
  title: 'Bitcoin address',
  sensitivity: { category: 'financial', identifier: 'code' },
  reference: 'https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki',
  pattern: /(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc1|BC1)[02-9A-Za-z]{11,71})(?![A-Za-z0-9])/,
  tried: { at: 'runs', from: 14, to: 90 },
  confidence: 0.5,
  context: listed(`
    wallet, bitcoin, btc, crypto, portefeuille, cartera, portafoglio, carteira, محفظة
  `),
  normalize: (raw) => (/^bc1/i.test(raw) ? raw.toLowerCase() : raw),
  check: { isValid: (value) => (/^bc1/.test(value) ? isBech32(value) : isBase58(value)), falseRate: 1 / 1e6 },
  examples: {
    hits: ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    misses: ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
  },
})

/** Base58Check: the last four of 25 bytes are the head of the double SHA-256 of the others. */
function isBase58(address: string): boolean {
  let number = 0n
  for (const sign of address) number = number * 58n + BigInt(base58.indexOf(sign))
  const bytes = Buffer.from(number.toString(16).padStart(50, '0'), 'hex')
  if (bytes.length !== 25) return false
  const digest = sha256(sha256(bytes.subarray(0, 21)))
  return digest.subarray(0, 4).equals(bytes.subarray(21))
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** BIP 173 (checksum 1) for witness version 0, BIP 350 (checksum 0x2bc830a3) for the later ones. */
function isBech32(address: string): boolean {
  const values = [...address.slice(3)].map((sign) => bech32.indexOf(sign))
  if (values.includes(-1)) return false
  const check = polymod([3, 3, 0, 2, 3, ...values])
  return values[0] === 0 ? check === 1 : check === 0x2bc830a3
}

function polymod(values: readonly number[]): number {
  let check = 1
  for (const value of values) {
    const top = check >>> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    generators.forEach((generator, bit) => {
      if ((top >>> bit) & 1) check ^= generator
    })
  }
  return check >>> 0
}
