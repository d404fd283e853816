import { crc32 } from 'node:zlib'

/** The form in which a service writes its keys, as the service documents it. */
export interface TokenForm {
  /** The first signs, by which a form is looked up. */
  readonly head: string
  /** The whole token, with bounded quantifiers. */
  readonly form: RegExp
  /** Whether the token's own checksum holds; absent where it has none. */
  readonly isChecked?: (token: string) => boolean
}

/** Forms by their first three signs, for one look-up a word. */
export function formsByHead(forms: readonly TokenForm[]): ReadonlyMap<string, readonly TokenForm[]> {
  const byHead = new Map<string, TokenForm[]>()
  for (const form of forms)
    byHead.set(form.head.slice(0, 3), [...(byHead.get(form.head.slice(0, 3)) ?? []), sticky(form)])
  return byHead
}

function sticky(given: TokenForm): TokenForm {
  return { ...given, form: new RegExp(given.form.source, 'y') }
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The last six signs are the CRC-32 of what stands between prefix and them, in base 62 (GitHub, npm). */
function hasRightCrc(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1)
  let rest = crc32(body.slice(0, -6))
  let written = ''
  for (let at = 0; at < 6; at += 1) {
    written = base62.charAt(rest % 62) + written
    rest = Math.floor(rest / 62)
  }
  return written === body.slice(-6)
}

const aws = ['AKIA', 'ASIA', 'ABIA', 'ACCA'].map((head) => ({ head, form: /A[A-Z]{3}[A-Z2-7]{16}/ }))
const github = ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((head) => ({
  head,
  form: /gh[a-z]_[A-Za-z0-9]{36}/,
  isChecked: hasRightCrc,
}))

/** Keys of services that are known by their first signs. */
export const tokenForms: readonly TokenForm[] = Object.freeze([
  ...aws,
  ...github,
  { head: 'github_pat_', form: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/ },
  { head: 'npm_', form: /npm_[A-Za-z0-9]{36}/, isChecked: hasRightCrc },
  { head: 'glpat-', form: /glpat-[\w-]{20,64}/ },
  { head: 'xox', form: /xox[abeoprs]-(?:\d{6,14}-){1,3}[A-Za-z0-9-]{16,64}/ },
  { head: 'xapp-', form: /xapp-\d-[A-Z0-9]{9,12}-\d{10,14}-[a-z0-9]{32,80}/ },
  { head: 'sk_', form: /sk_(?:live|test)_[A-Za-z0-9]{16,128}/ },
  { head: 'rk_', form: /rk_(?:live|test)_[A-Za-z0-9]{16,128}/ },
  { head: 'whsec_', form: /whsec_[A-Za-z0-9+/]{24,64}/ },
  { head: 'sk-', form: /sk-(?:ant-[a-z0-9]{3,8}-|proj-|svcacct-)?[\w-]{32,200}/ },
  { head: 'AIza', form: /AIza[\w-]{35}/ },
  { head: 'ya29.', form: /ya29\.[\w-]{20,400}/ },
  { head: 'GOCSPX-', form: /GOCSPX-[\w-]{28}/ },
  { head: 'SG.', form: /SG\.[\w-]{16,32}\.[\w-]{16,64}/ },
  { head: 'key-', form: /key-[0-9a-f]{32}/ },
  { head: 'hf_', form: /hf_[A-Za-z0-9]{34,40}/ },
  { head: 'dop_v1_', form: /dop_v1_[0-9a-f]{64}/ },
  { head: 'shpat_', form: /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/ },
  { head: 'shpca_', form: /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/ },
  { head: 'sq0', form: /sq0(?:atp|csp|idp)-[\w-]{22,43}/ },
  { head: 'pypi-', form: /pypi-AgEI[\w-]{50,200}/ },
  { head: 'dapi', form: /dapi[0-9a-f]{32}/ },
  { head: 'hvs.', form: /hvs\.[\w-]{24,128}/ },
  { head: 'lin_api_', form: /lin_api_[A-Za-z0-9]{40}/ },
  { head: 'eyJ', form: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/ },
  { head: 'AGE-SECRET-KEY-1', form: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/ },
])
