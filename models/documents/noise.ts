import type { Random } from './random.ts'

/** What OCR takes a sign for. */
const confusions: Readonly<Record<string, readonly string[]>> = {
  l: ['1', 'I', '|'],
  I: ['l', '1', '|'],
  O: ['0', 'Q'],
  0: ['O', 'o'],
  o: ['0', 'c'],
  1: ['l', 'I'],
  S: ['5'],
  5: ['S'],
  B: ['8'],
  8: ['B'],
  e: ['c', 'é', 'o'],
  c: ['e', '('],
  a: ['o', 'à', 'n'],
  é: ['e', 'č', '6'],
  è: ['e', 'ê'],
  ü: ['u', 'ii'],
  ö: ['o', '6'],
  ä: ['a', 'à'],
  ñ: ['n', 'fi'],
  ç: ['c', 'g'],
  ß: ['B', 'ss'],
  m: ['rn', 'n'],
  n: ['ri', 'm'],
  h: ['b', 'li'],
  t: ['f', 'l'],
  i: ['l', 'í', '1'],
  u: ['v', 'ii'],
  g: ['9', 'q'],
  ':': ['.', ';', ''],
  '.': [',', ''],
  ',': ['.', ''],
  ' ': ['', '  '],
  '€': ['E', 'C', '€'],
  ب: ['ت', 'ن'],
  ت: ['ب', 'ث'],
  ي: ['ى', 'ب'],
  ة: ['ه'],
  ف: ['ق'],
  ح: ['ج', 'خ'],
  د: ['ذ', 'ر'],
  ر: ['ز', 'د'],
}

const specks = ['.', '·', '-', '~', '|', '_', "'", '»', '*', '°']

/** A text as OCR may read it from a bad scan. */
export function asRead(text: string, random: Random): string {
  const rate = random.pick([0.004, 0.01, 0.02, 0.04])
  let out = ''
  for (const sign of text) {
    if (!random.chance(rate)) out += sign
    else if (sign === '\n') out += random.chance(0.5) ? '\n\n' : ' '
    else {
      const others = confusions[sign]
      if (others) out += random.pick(others)
      else if (random.chance(0.3)) out += random.pick(specks)
      else if (random.chance(0.5)) out += sign
    }
  }
  return random.chance(0.2) ? withSpecks(out, random) : out
}

function withSpecks(text: string, random: Random): string {
  const lines = text.split('\n')
  for (let speck = random.whole(1, 5); speck > 0; speck -= 1)
    lines.splice(
      random.whole(0, lines.length),
      0,
      Array.from({ length: random.whole(1, 6) }, () => random.pick(specks)).join(' '),
    )
  return lines.join('\n')
}

/** A text as a typist without accents writes it. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
}
