import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiKey } from '../../../src/detectors/secret/api-key.ts'
import { connectionString } from '../../../src/detectors/secret/connection-string.ts'
import { password } from '../../../src/detectors/secret/password.ts'
import { privateKey } from '../../../src/detectors/secret/private-key.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { table } from '../table.ts'

const random = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${length - 1}}[0-9]$`))

/** A token of GitHub's form: the CRC-32 of its random part behind it, in base 62. */
function withChecksum(prefix: string, body: string): string {
  const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let tail = ''
  for (let rest = BigInt(crc32(body)); rest > 0n; rest /= 62n) tail = signs.charAt(Number(rest % 62n)) + tail
  return prefix + body + tail.padStart(6, '0')
}

describe('tokens with a checksum', () => {
  it('are found wherever they stand', () => {
    fc.assert(
      fc.property(
        random(30),
        fc.constantFrom('ghp_', 'ghs_', 'npm_'),
        fc.constantFrom('', 'token: ', '="', '//'),
        (body, prefix, before) => {
          const token = withChecksum(prefix, body)
          expect(valuesIn(apiKey, `${before}${token}"\n`)).toEqual([token])
        },
      ),
    )
  })

  it('are not taken with one sign changed', () => {
    fc.assert(
      fc.property(random(30), fc.integer({ min: 0, max: 29 }), (body, place) => {
        const changed = body.slice(0, place) + (body.charAt(place) === '7' ? '8' : '7') + body.slice(place + 1)
        const token = withChecksum('ghp_', body).slice(-6)
        expect(valuesIn(apiKey, `ghp_${changed}${token}`)).toEqual([])
      }),
    )
  })
})

table(apiKey, [
  ['AWS_KEY=ASIAY34FZKBOKMUTVV7A;', ['ASIAY34FZKBOKMUTVV7A']],
  ['sk_live_4eC39HqLyjWDarjtT1zdp7dcK2', ['sk_live_4eC39HqLyjWDarjtT1zdp7dcK2']],
  ['AIzaSyA1234567890abcdefghijklmnopqrstuv', ['AIzaSyA1234567890abcdefghijklmnopqrstuv']],
  ['hvs.CAESIJ3QbY1', []],
  ['sk-1', []],
  ['the glpat- prefix', []],
])

table(privateKey, [
  [
    '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIObl0Zq3v0bq2m0n',
    ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIObl0Zq3v0bq2m0n'],
  ],
  [
    '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\nlQOYBF0d5XkBCADE8a9vZ3m1\n-----END PGP PRIVATE KEY BLOCK-----',
    [
      '-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\nlQOYBF0d5XkBCADE8a9vZ3m1\n-----END PGP PRIVATE KEY BLOCK-----',
    ],
  ],
  ['-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQsw', []],
])

table(connectionString, [
  ['mongodb+srv://clinic:Wint3r-Rain@cluster0.example.net/db', ['clinic:Wint3r-Rain']],
  ['redis://:x@localhost', []],
  ['see http://user:pass@example.com', []],
])

table(password, [
  ['SMTP_PASS="kX9-uu21"', ['kX9-uu21']],
  ['Passwort: Winter2024!', ['Winter2024!']],
  ['{"client_secret": "8c1f0a7e5d"}', ['8c1f0a7e5d']],
  ['<password>', []],
  ['password = None', []],
  ['password: {{ vault_password }}', []],
  ['pass: true', []],
  ['if (password === other.value1) {', []],
])
