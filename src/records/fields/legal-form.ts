const alike: Readonly<Record<string, string>> = {
  '0': 'o',
  d: 'o',
  q: 'o',
  '1': 'i',
  l: 'i',
  '5': 's',
  '8': 'b',
  u: 'h',
}
const forms = 'SDN BHD,S/B,GmbH,Ltd,LLC,Inc,SARL,B.V.,S.A.,S.r.l.,S.L.,Lda,Pvt Ltd,Pte Ltd,Co. KG'.split(',')
const mended = new Map(forms.map((form) => [skeleton(form), form]))
/** Letters that an engine confuses become one. */
function skeleton(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d/]/gu, '')
    .replace(/[0dq1l58u]/g, (sign) => alike[sign] ?? sign)
}

/** A name whose legal form was misread: «SON BHD» is SDN BHD. */
export function withLegalForm(name: string): string {
  const words = name.split(' ')
  for (const count of [2, 1]) {
    const form = words.length > count ? mended.get(skeleton(words.slice(-count).join(''))) : undefined
    if (form && words.slice(-count).join(' ').toLowerCase() !== form.toLowerCase())
      return isWritten(words.slice(-count).join(' '), form) ? name : [...words.slice(0, -count), form].join(' ')
  }
  return name
}

/** «B.V», «SA»: the same letters, written another way. */
function isWritten(words: string, form: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
  return letters(words) === letters(form)
}
