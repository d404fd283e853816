/** What a byte stands for in a charset, as far as guessing needs to know. */
export const byteClass = {
  /** ASCII that is no letter. */
  plain: 0,
  lower: 1,
  upper: 2,
  /** A letter of a script without case. */
  caseless: 3,
  /** Quotation marks, dashes, currency signs and the like: fine beside letters, odd within a word. */
  sign: 4,
  /** An apostrophe: fine within a word. */
  apostrophe: 5,
  /** Signs that are rare in prose. */
  odd: 6,
  /** Undefined, or a control character. */
  bad: 7,
} as const

/** A charset with one byte a character, prepared for guessing. All tables have 256 entries. */
export interface SingleByte {
  readonly name: string
  /** Whether its letters beyond ASCII stand among ASCII letters (Latin) or among themselves. */
  readonly isLatin: boolean
  readonly classes: Uint8Array
  /** How usual a letter is, 0…8; 0 for what is no letter beyond ASCII. */
  readonly weights: Uint8Array
}

/** CP850 (DOS, Western Europe), 0x80…0xFF; WHATWG has no decoder for it. */
export const ibm850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'

// Letters by how usual they are in running text of the languages that a charset serves, the usual ones first.
const usual = {
  western: ['éèàçêäöüßáíóñúãôâîûùòìøåæ', 'õëïœÿ'],
  central: ['áéíóúöüőűäąęćłśżčřšžýěů', 'ńźďťňășțâîđşţß'],
  turkish: ['ığşüçöİâî', 'éèàäß'],
  baltic: ['āčēģīķļņšūžėįųäöüõ', 'ąęłśżź'],
  vietnamese: ['ăâđêôơưàáéíóúý\u0300\u0301\u0303\u0309\u0323', 'èìòùçñ'],
  cyrillic: ['оеаинтсрвлкмд', 'пуяыьгзбчйхжшюцщэфіїєў', 'ъёґћђјљњџѓќѕ'],
  greek: ['αοιετσνηυρπκμλς', 'ωγόάίέήθδχύώφβξζψ', 'ϊϋΐΰ'],
  hebrew: ['יוהלאמתרבשנ', 'עדחקפכסטגזצםןךףץ'],
  arabic: ['اليمونرتبةعدسفه', 'كقأحجشصىخإطزءثذضغظئؤآ', 'پچژگک\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652ـ'],
  thai: [
    'านรอกเงมยลวดทสตะ\u0E31\u0E34\u0E35\u0E48\u0E49',
    'ปบคหแพจชขใไโผถซธ\u0E4C\u0E37\u0E38\u0E39\u0E47ำ',
    'ณญศษภฉฟ',
  ],
} as const
type Languages = keyof typeof usual

const languagesOf: readonly (readonly [string, Languages])[] = [
  ['windows-1252', 'western'],
  ['macintosh', 'western'],
  ['iso-8859-15', 'western'],
  ['ibm850', 'western'],
  ['windows-1250', 'central'],
  ['iso-8859-2', 'central'],
  ['iso-8859-16', 'central'],
  ['windows-1254', 'turkish'],
  ['windows-1257', 'baltic'],
  ['iso-8859-4', 'baltic'],
  ['iso-8859-10', 'baltic'],
  ['windows-1258', 'vietnamese'],
  ['windows-1251', 'cyrillic'],
  ['koi8-u', 'cyrillic'],
  ['iso-8859-5', 'cyrillic'],
  ['ibm866', 'cyrillic'],
  ['x-mac-cyrillic', 'cyrillic'],
  ['windows-1253', 'greek'],
  ['iso-8859-7', 'greek'],
  ['windows-1255', 'hebrew'],
  ['iso-8859-8', 'hebrew'],
  ['windows-1256', 'arabic'],
  ['iso-8859-6', 'arabic'],
  ['windows-874', 'thai'],
]

const latin: ReadonlySet<Languages> = new Set(['western', 'central', 'turkish', 'baltic', 'vietnamese'])

/** Characters that the double-byte charsets of a language yield for sound text, the usual ones. */
export const usualCharacters = {
  korean:
    '이다의는에을가고하지사로은한를기도서자시인대어리나해보수부니일과정아있전그제주게성상습원장여면년조화방으구소공요안용경스오무신발생치위들할했었동라명선바내마분만호때세중모르간거유님관담료환',
  chinese:
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运院患者姓名电话地址诊断治疗检查医生病',
  traditional:
    '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運患者姓名電話地址診斷治療檢查醫生病',
  japanese:
    '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨様会社手術治療診断検査医師患者氏住所番号請求合計税込薬病院',
} as const

let prepared: readonly SingleByte[] | undefined

/** Every single-byte charset that is guessed between. Made on first use: most scans never meet one. */
export function singleByteCharsets(): readonly SingleByte[] {
  prepared ??= languagesOf.map(([name, languages]) => prepare(name, languages))
  return prepared
}

/** The 128 characters that bytes 0x80…0xFF stand for; U+FFFD where there is none. */
export function upperHalf(charset: string): readonly string[] {
  if (charset === 'ibm850') return [...ibm850]
  const decoder = new TextDecoder(charset)
  return Array.from({ length: 128 }, (_, at) => decoder.decode(Uint8Array.of(at + 128)))
}

function prepare(name: string, languages: Languages): SingleByte {
  const classes = new Uint8Array(256)
  const weights = new Uint8Array(256)
  for (let byte = 0; byte < 128; byte++) classes[byte] = classOf(String.fromCharCode(byte))
  upperHalf(name).forEach((character, at) => {
    classes[at + 128] = classOf(character)
    weights[at + 128] = weightOf(character, languages)
  })
  return { name, isLatin: latin.has(languages), classes, weights }
}

function classOf(character: string): number {
  if (/[’']/.test(character)) return byteClass.apostrophe
  if (/[\0-\x7f]/.test(character))
    return /[a-z]/.test(character) ? byteClass.lower : /[A-Z]/.test(character) ? byteClass.upper : byteClass.plain
  if (/[ªº×÷±½¼¾¹²³µ]/.test(character)) return byteClass.sign
  if (/\p{Ll}/u.test(character)) return byteClass.lower
  if (/\p{Lu}/u.test(character)) return byteClass.upper
  if (/[\p{L}\p{M}]/u.test(character)) return byteClass.caseless
  if (/[«»‹›„“”‘‚–—…€£§°·•®©™¿¡\u00A0\u00AD‐№،؛؟]/u.test(character)) return byteClass.sign
  if (character === '\uFFFD' || /[\p{C}\u2500-\u259F]/u.test(character)) return byteClass.bad
  return byteClass.odd
}

function weightOf(character: string, languages: Languages): number {
  if (!/[\p{L}\p{M}]/u.test(character) || /[ªºµ]/.test(character)) return 0
  const groups: readonly string[] = usual[languages]
  const lower = character.toLowerCase()
  const rank = groups.findIndex((letters) => letters.includes(character) || letters.includes(lower))
  return rank < 0 ? 1 : 8 - 2 * rank - (rank > 1 ? 1 : 0)
}
