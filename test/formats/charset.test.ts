import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../src/core/reader.ts'
import { headBytes, openHead } from '../../src/formats/head.ts'
import { encode, within } from './charset-encoders.ts'

const sentences = {
  fr: "Madame Élodie Châtelain, née le 3 février 1984 à Besançon, a été reçue en consultation. L'opération s'est bien déroulée ; le coût s'élève à 2450 euros après remise. Où habitez-vous ?",
  es: 'Doña Begoña Núñez Ibáñez, nacida en La Coruña el 12 de marzo, acudió a la clínica por dolor de cabeza. ¿Cuándo fue la última operación? El niño también tomó medicación.',
  de: 'Sehr geehrte Frau Müller, für die Behandlung am 4. März erlauben wir uns, folgenden Betrag in Rechnung zu stellen. Bitte überweisen Sie ihn. Mit freundlichen Grüßen aus Köln.',
  it: 'La signora è stata visitata perché lamentava dolori. Il paziente è già stato operato a Forlì, così non è più necessario.',
  pt: 'O paciente João Conceição, nascido em São Paulo, não apresenta alterações. A solução é tomar a medicação três vezes ao dia.',
  sv: 'Patienten är född i Malmö. Hon har ont i höften sedan två år. Läkaren föreslår åtgärd och återbesök.',
  pl: 'Pan Łukasz Wójcik urodził się w Łodzi i zgłosił się do lekarza z bólem głowy. Proszę zażywać lek dwa razy dziennie.',
  cs: 'Pan Jiří Dvořák se narodil v Plzni a přišel k lékaři kvůli bolesti. Prosím užívejte lék dvakrát denně.',
  hu: 'Kovács Ödön Győrben született és fejfájás miatt jött az orvoshoz. Kérjük, szedje a gyógyszert naponta kétszer, őszintén.',
  tr: 'Sayın Gülşah Yıldız İzmirde doğdu ve baş ağrısı şikayetiyle doktora geldi. İlacı günde iki kez alınız.',
  lt: 'Pacientė gimė Vilniuje ir atvyko pas gydytoją dėl galvos skausmo. Prašome vartoti vaistus du kartus per dieną, žmogus, šešėlis.',
  ru: 'Пациентка Елена Кузнецова родилась в Москве и обратилась к врачу с жалобами на головную боль. Принимайте лекарство два раза в день.',
  uk: 'Пацієнтка Олена Шевченко народилася в Києві і звернулася до лікаря зі скаргами на біль. Приймайте ліки двічі на день.',
  el: 'Η ασθενής Ελένη γεννήθηκε στην Αθήνα και ήρθε στον γιατρό με πονοκέφαλο. Παρακαλώ πάρτε το φάρμακο δύο φορές την ημέρα.',
  he: 'המטופלת דנה כהן נולדה בתל אביב והגיעה לרופא עם כאבי ראש. יש לקחת את התרופה פעמיים ביום.',
  ar: 'المريضة فاطمة الزهراء من مواليد القاهرة حضرت إلى العيادة بسبب صداع شديد. يرجى تناول الدواء مرتين في اليوم. فاتورة رقم خمسة.',
  th: 'ผู้ป่วยเกิดที่กรุงเทพมหานครและมาพบแพทย์ด้วยอาการปวดศีรษะ กรุณารับประทานยาวันละสองครั้ง',
  ko: '환자 김민수는 서울에서 태어났으며 두통으로 병원을 방문했습니다. 약은 하루에 두 번 복용하십시오. 진료비 청구서를 확인해 주시기 바랍니다.',
  ja: '患者の佐藤花子さんは大阪で生まれ、頭痛のため来院しました。薬は一日二回飲んでください。請求書をご確認ください。',
  zh: '患者王小明出生于北京，因头痛来医院就诊。请每天服药两次。请确认账单金额。手术同意书需要签字。',
  tw: '患者陳美麗出生於臺北，因頭痛來醫院就診。請每天服藥兩次。請確認帳單金額。手術同意書需要簽名。',
} as const
type Language = keyof typeof sentences

const legacy: readonly (readonly [Language, readonly string[]])[] = [
  ['fr', ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850']],
  ['es', ['windows-1252', 'macintosh', 'ibm850']],
  ['de', ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850']],
  ['it', ['windows-1252', 'macintosh']],
  ['pt', ['windows-1252', 'macintosh', 'ibm850']],
  ['sv', ['windows-1252', 'macintosh', 'ibm850']],
  ['pl', ['windows-1250', 'iso-8859-2']],
  ['cs', ['windows-1250', 'iso-8859-2']],
  ['hu', ['windows-1250', 'iso-8859-2']],
  ['tr', ['windows-1254']],
  ['lt', ['windows-1257']],
  ['ru', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic']],
  ['uk', ['windows-1251', 'koi8-u', 'iso-8859-5']],
  ['el', ['windows-1253', 'iso-8859-7']],
  ['he', ['windows-1255', 'iso-8859-8']],
  ['ar', ['windows-1256', 'iso-8859-6']],
  ['th', ['windows-874']],
  ['ko', ['euc-kr']],
  ['ja', ['shift_jis', 'euc-jp']],
  ['zh', ['gb18030']],
  ['tw', ['big5']],
]
const unicode = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']
const languages = Object.keys(sentences) as readonly Language[]

async function textOf(bytes: Uint8Array) {
  return (await openHead(bytesReader(bytes))).text()
}

describe('charsets told from bytes', () => {
  const rows = legacy.flatMap(([language, charsets]) => charsets.map((charset) => [language, charset] as const))

  it.each(rows)('%s in %s comes back equal', async (language, charset) => {
    const text = within(sentences[language], charset)
    expect(text.length).toBeGreaterThan(0.95 * sentences[language].length)
    expect((await textOf(encode(text, charset)))?.text).toBe(text)
  })

  it.each(rows)('%s in %s comes back equal as a list of short lines', async (language, charset) => {
    const text = within(sentences[language].replaceAll(/[ ，、]/g, '\r\n'), charset)
    expect((await textOf(encode(text, charset)))?.text).toBe(text)
  })

  it.each(languages.flatMap((language) => unicode.map((charset) => [language, charset] as const)))(
    '%s in %s comes back equal, with and without a byte order mark',
    async (language, charset) => {
      const text = `${sentences[language]}\r\n😀 1234, a line of digits\n`
      expect(await textOf(encode(text, charset))).toEqual({ text, charset })
      expect(await textOf(encode(`\uFEFF${text}`, charset))).toEqual({ text, charset })
    },
  )

  it('takes the charset that a document names for itself, where it fits', async () => {
    const page = '<html><meta charset="iso-8859-2"><p>Płać</p></html>'
    expect((await textOf(encode(page, 'iso-8859-2')))?.text).toBe(page)
    const letter = 'Content-Type: text/plain; charset=iso-8859-7\n\nΩ ή ώ\n'
    expect((await textOf(encode(letter, 'iso-8859-7')))?.text).toBe(letter)
  })

  it('knows ISO-2022-JP by its escape sequences', async () => {
    const bytes = Buffer.from('\x1b$B4X\x1b(B name', 'latin1')
    expect(await textOf(bytes)).toEqual({ text: '関 name', charset: 'iso-2022-jp' })
  })

  it('reads a few strange bytes among ASCII as the windows-1252 they mostly are', async () => {
    expect((await textOf(encode('Room at 21°C, 5 µm × 3, ½ dose', 'windows-1252')))?.text).toBe(
      'Room at 21°C, 5 µm × 3, ½ dose',
    )
  })

  it('reads UTF-8 with strays in it as UTF-8, and the strays as windows-1252', async () => {
    const bytes = Buffer.concat([Buffer.from('é è ê ë ç à ù ï '.repeat(4)), Buffer.of(0xe9), Buffer.from(' fin')])
    expect(await textOf(bytes)).toEqual({ text: `${'é è ê ë ç à ù ï '.repeat(4)}é fin`, charset: 'utf-8' })
  })

  it('leaves out the zeros that a file was filled up with', async () => {
    expect((await textOf(Buffer.from(`a note\n${'\0'.repeat(500)}`)))?.text).toBe('a note\n')
  })

  it('keeps what is whole of a character that the head cuts through', async () => {
    const bytes = Buffer.from(`x${'é'.repeat(headBytes)}`)
    const head = (await openHead(bytesReader(bytes))).text()
    expect(head).toEqual({ text: `x${'é'.repeat((headBytes - 2) / 2)}`, charset: 'utf-8' })
  })

  it.each([
    ['nothing', []],
    ['zeros', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['control characters', [1, 2, 3, 4, 5, 6, 65, 66, 67]],
    ['a compressed stream', [31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 203, 72, 205, 201, 201, 87, 40, 207, 47, 202, 73, 1, 0]],
    [
      'MPEG audio that begins like a byte order mark',
      [255, 254, 144, 196, ...Array.from({ length: 400 }, (_, at) => (at * at * 7 + 13 * at) % 251)],
    ],
  ])('does not take %s for text', async (_name, bytes) => {
    expect(await textOf(Uint8Array.from(bytes))).toBeUndefined()
  })

  it('hardly ever takes noise for text', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 64, maxLength: 4_000, size: 'max' }), async (bytes) => {
        const text = await textOf(bytes)
        if (text) taken++
        expect(text?.text.isWellFormed() ?? true).toBe(true)
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(taken).toBeLessThanOrEqual(3)
  })

  it('gives back any UTF-8 that has no control characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), async (text) => {
        const given = text.replaceAll(/\p{Cc}|\uFEFF/gu, ' ')
        expect((await textOf(Buffer.from(given)))?.text).toBe(given)
      }),
    )
  })
})
