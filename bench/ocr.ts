/**
 * How many words come out right of pages that are rendered from known text: clean, skewed and photographed.
 * `npm run bench:ocr`
 */
import sharp from 'sharp'
import { defaultLimits } from '../src/core/limits.ts'
import { bytesReader } from '../src/core/reader.ts'
import { languageOf } from '../src/records/language.ts'
import { readPage } from '../src/vision/read-page.ts'

/** A page of each language with a model: a letter with a few figures, as clinics write them. */
const texts: Readonly<Record<string, string>> = {
  en: 'Riverside Dental Practice. Treatment plan for the next two visits. The crown on the upper left molar is made of ceramic and costs 820.00 including the temporary filling. Please take the tablets three times a day after meals and call us when the pain returns. The estimate is valid for sixty days from 14 March 2024.',
  fr: "Cabinet dentaire des Tilleuls. Plan de traitement pour les deux prochaines séances. La couronne de la première molaire supérieure est en céramique et coûte 820,00 euros, pose comprise. Merci de prendre les comprimés trois fois par jour après les repas et de nous appeler si la douleur revient. Le devis est valable jusqu'au 14 mars 2024.",
  de: 'Zahnarztpraxis am Mühlbach. Behandlungsplan für die nächsten zwei Termine. Die Krone auf dem oberen linken Backenzahn besteht aus Keramik und kostet 820,00 Euro einschließlich der vorläufigen Füllung. Bitte nehmen Sie die Tabletten dreimal täglich nach dem Essen und rufen Sie uns an, wenn die Schmerzen zurückkehren.',
  es: 'Clínica dental de la Ribera. Plan de tratamiento para las dos próximas visitas. La corona de la primera muela superior es de cerámica y cuesta 820,00 euros con la colocación incluida. Tome los comprimidos tres veces al día después de las comidas y llámenos si vuelve el dolor. El presupuesto es válido hasta el 14 de marzo de 2024.',
  it: 'Studio dentistico della Riviera. Piano di cura per le due prossime sedute. La corona del primo molare superiore è in ceramica e costa 820,00 euro compresa la posa. Prenda le compresse tre volte al giorno dopo i pasti e ci chiami se il dolore ritorna. Il preventivo è valido fino al 14 marzo 2024.',
  pt: 'Clínica dentária da Ribeira. Plano de tratamento para as duas próximas consultas. A coroa do primeiro molar superior é de cerâmica e custa 820,00 euros com a colocação incluída. Tome os comprimidos três vezes por dia depois das refeições e telefone se a dor voltar. O orçamento é válido até 14 de março de 2024.',
  nl: 'Tandartspraktijk aan de Singel. Behandelplan voor de twee volgende afspraken. De kroon op de eerste kies linksboven is van keramiek en kost 820,00 euro inclusief de noodvulling. Neem de tabletten driemaal per dag na de maaltijd en bel ons wanneer de pijn terugkomt. De offerte is geldig tot 14 maart 2024.',
  ar: 'عيادة النور لطب الأسنان. خطة العلاج للزيارتين القادمتين. تاج الضرس العلوي الأول مصنوع من الخزف ويشمل السعر الحشوة المؤقتة. يرجى تناول الأقراص ثلاث مرات في اليوم بعد الطعام والاتصال بنا إذا عاد الألم. هذا العرض صالح لمدة شهرين.',
}

/** An A4 page at 150 dots an inch. */
const [width, height] = [1240, 1754]
const white = '#ffffff'

/** What is done to a page before it is read. */
const ways: Readonly<Record<string, (page: Buffer) => Promise<Buffer>>> = {
  clean: async (page) => page,
  'skewed by 4°': (page) => sharp(page).rotate(4, { background: white }).jpeg({ quality: 80 }).toBuffer(),
  'on its side': (page) => sharp(page).rotate(90).jpeg({ quality: 80 }).toBuffer(),
  photographed: photographed,
}

await main()

async function main(): Promise<void> {
  const languages = Object.keys(texts)
  console.log(`| page | ${languages.join(' | ')} | mean | seconds a page |`)
  console.log(`| --- |${' ---: |'.repeat(languages.length + 2)}`)
  for (const [name, way] of Object.entries(ways)) {
    const shares: number[] = []
    const start = performance.now()
    for (const text of Object.values(texts)) shares.push(await accuracy(await way(await drawn(text)), text))
    const seconds = (performance.now() - start) / 1_000 / shares.length
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    console.log(`| ${name} | ${[...shares, mean].map(percent).join(' | ')} | ${seconds.toFixed(1)} |`)
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** The share of a text's words that were read to the letter, each as often as it stands there at the most. */
async function accuracy(bytes: Buffer, text: string): Promise<number> {
  const source = { kind: 'encoded' as const, reader: bytesReader(bytes) }
  const frame = { what: 'frame' as const, place: { unit: 'text' as const, offset: 0 }, source }
  const read = await readPage(frame, { limits: defaultLimits, mode: 'auto', languageOf })
  const left = wordsOf(read?.text ?? '')
  const words = wordsOf(text)
  const right = words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return right.length / words.length
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** A page with the text in lines, as a letter has it. */
function drawn(text: string): Promise<Buffer> {
  const isArabic = /\p{Script=Arabic}/u.test(text)
  const side = isArabic ? `x="${width - 110}" direction="rtl"` : 'x="110"'
  const rows = wrapped(text, 62).map((line, at) => `<text ${side} y="${160 + at * 46}" font-size="26">${line}</text>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${white}"/><g font-family="DejaVu Sans, Liberation Sans, Arial" fill="#1b1b1b">${rows.join('')}</g></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** A text in lines of so many signs. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A page on a desk, seen from the side under a lamp: perspective, a shadow, a little blur, noise, JPEG. */
async function photographed(page: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [wide, high] = [1_600, 2_100]
  const result = Buffer.alloc(wide * high, 66)
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      // The far edge is shorter than the near one.
      const down = (y - 150) / (high - 300)
      const [left, right] = [300 - 160 * down, wide - 240 + 140 * down]
      const across = (x - left) / (right - left)
      const from = [Math.round(across * (info.width - 1)), Math.round(down ** 1.08 * (info.height - 1))] as const
      const isPage = across >= 0 && across <= 1 && down >= 0 && down <= 1
      const shade = isPage ? (data[from[1] * info.width + from[0]] ?? 0) : 66
      const light = 0.5 + 0.45 * (x / wide) * (1 - 0.25 * (y / high))
      const noise = ((x * 7919 + y * 104_729 + x * y * 31) % 17) - 8
      result[y * wide + x] = Math.max(0, Math.min(255, shade * light + noise))
    }
  }
  return sharp(result, { raw: { width: wide, height: high, channels: 1 } })
    .blur(0.8)
    .jpeg({ quality: 75 })
    .toBuffer()
}
