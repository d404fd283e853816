import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { type Weighed, weigh } from '../engine/weigh.ts'
import { isPlaceholder } from './placeholder.ts'

export const password = defineUnit({
  id: 'password',
  version: 1,
  entityType: 'CREDENTIAL',
  title: 'Password or secret behind its label, in configuration, code or a message',
  sensitivity: { category: 'simple' },
  reference: 'https://cwe.mitre.org/data/definitions/798.html',
  words: {
    password: listed(`
      password, passwort, kennwort, passwd, passphrase, pwd, pass, mot de passe, mdp, contraseña, clave de acceso, senha, palavra-passe,
      wachtwoord, parola d'ordine, كلمة المرور, كلمة السر, dbpassword, userpassword, adminpassword, apikey, api key, secret key, secretkey,
      client secret, clientsecret, access token, accesstoken, auth token, authtoken, secret access key, accountkey, sharedaccesskey,
      private token, encryption key, app secret, secret
    `),
  },
  anchors: [{ by: 'words', topics: ['password'] }],
  examples: {
    hits: [
      'DB_PASSWORD=hunter2-42',
      'password: "Tr0ub4dor&3"',
      'mot de passe : Soleil2024!',
      'Server=db;User Id=sa;Password=Winter_2024;',
    ],
    misses: [
      'password: string',
      'const password = getPassword()',
      'PASSWORD=%DB_PASSWORD%',
      'the password is wrong',
      'password: process.env.PASSWORD',
      'password: "password"',
    ],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(password, text, context)
    const found: Candidate[] = []
    for (const cue of cuesOf(scan, 'password')) {
      const candidate = valueBehind(scan, scan.cueEnd[cue] ?? 0)
      if (candidate !== undefined) found.push(candidate)
    }
    return found
  },
})

/** What ties a label to its value: an equals sign or colon, with quotes around the label or the value. */
const tie = /['"\]]{0,2}[ \t]{0,3}(?::=|=>|={1}(?![=>])|:(?!:))[ \t]{0,3}/y
const quoted = /(["'`])([^"'`\s]{4,128})\1/y
const bare = /[^\s"'`,;<>(){}[\]|]{6,128}/y

function valueBehind({ text }: Scan, from: number): Candidate | undefined {
  tie.lastIndex = from
  const tied = tie.exec(text)
  if (tied === null) return undefined
  const at = from + tied[0].length
  quoted.lastIndex = at
  const inQuotes = quoted.exec(text)?.[2]
  if (inQuotes !== undefined)
    return judged(text, at + 1, inQuotes, weigh('a quoted value behind its label', 0.75, 'label'))
  bare.lastIndex = at
  const written = bare.exec(text)?.[0].replace(/[.:]+$/, '')
  // Code puts a call or an index behind a name; a value ends the line or its part of it.
  if (
    written === undefined ||
    !/^(?:[ \t]*(?:$|[\r\n;,"'#&|<}])|[ \t]{2})/.test(text.slice(at + written.length, at + written.length + 4))
  )
    return undefined
  return judged(text, at, written, weigh('a value behind its label', 0.65, 'label'))
}

function judged(text: string, start: number, value: string, weighed: Weighed): Candidate | undefined {
  if (value.length < 4 || isPlaceholder(value) || /^(?:\d{1,5}|\d{4}-\d\d-\d\d.*|https?:.*|\/.*)$/.test(value))
    return undefined
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length
  const isName = /^[A-Za-z_$][\w$]*(?:[.:-][A-Za-z_$][\w$]*)*$/.test(value) && !/\d/.test(value)
  const confidence = isName || kinds < 2 ? 0.4 : kinds === 2 ? weighed.confidence : 0.88
  const end = start + value.length
  const evidence = [...weighed.evidence, { step: 'pattern' as const, note: 'how its signs are mixed', confidence }]
  return { start, end, canonical: text.slice(start, end), confidence, evidence }
}
