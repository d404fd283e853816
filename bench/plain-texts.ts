/** Texts without personal data, made by a small generator so that they are the same each time: about 40 kB of each kind. */
export function plainTexts(): Readonly<Record<string, string>> {
  let state = 7
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  const number = (below: number) => Math.floor(next() * below)
  const digits = (length: number) => Array.from({ length }, () => number(10)).join('')
  const bytes = (length: number) => Buffer.from(Array.from({ length }, () => number(256)))
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n')
  const pick = (words: readonly string[]) => words[number(words.length)] ?? ''
  const prose = (sentences: readonly string[]) =>
    lines(400, () => Array.from({ length: 3 }, () => pick(sentences)).join(' '))
  return {
    'whole numbers': lines(600, () => Array.from({ length: 12 }, () => number(100_000)).join(' ')),
    'long numbers': lines(800, () => Array.from({ length: 4 }, () => digits(8 + number(12))).join('\t')),
    'numbers of nine digits': lines(900, () => Array.from({ length: 4 }, () => digits(9)).join(',')),
    'numbers of eleven digits': lines(900, () => Array.from({ length: 4 }, () => digits(11)).join(';')),
    'numbers in groups': lines(800, () =>
      Array.from({ length: 3 }, () => `${digits(3)} ${digits(3)} ${digits(3)}`).join('   '),
    ),
    decimals: lines(700, () => Array.from({ length: 8 }, () => (next() * 1_000).toFixed(3)).join('  ')),
    'scientific numbers': lines(700, () => Array.from({ length: 5 }, () => (next() * 1e9).toExponential(8)).join(' ')),
    base64: lines(600, () => bytes(57).toString('base64')),
    'hexadecimal digits': lines(600, () => bytes(32).toString('hex')),
    'unique identifiers': lines(900, () =>
      bytes(16)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    ),
    'a log': lines(
      500,
      (at) =>
        `2024-05-${10 + number(18)}T10:${10 + number(50)}:${10 + number(50)}.${digits(3)}Z INFO worker-${number(9)} request ${at} status=200 bytes=${number(1e7)} id=${digits(10)}`,
    ),
    'a log of the kernel': lines(
      500,
      () =>
        `[${number(9e4)}.${digits(6)}] usb 1-${number(9)}: new device number ${number(99)} at 0x${bytes(4).toString('hex')}, idVendor=${bytes(2).toString('hex')}`,
    ),
    'source code': lines(
      500,
      (at) =>
        `  const value${at} = table[${number(900)}] ?? fallback(${number(90)}, 'name', item.id) // step ${at} of ${number(1e6)}`,
    ),
    'source code in C': lines(
      500,
      (at) =>
        `static int read_${at}(struct buffer *b, size_t n) { if (n > ${number(1e6)}UL) return -E${pick(['INVAL', 'IO', 'NOMEM'])}; b->at += ${number(64)}; return 0x${bytes(4).toString('hex')}; }`,
    ),
    'a style sheet': lines(
      600,
      (at) =>
        `.box-${at} > a { color: #${bytes(3).toString('hex')}; margin: ${number(99)}px ${number(9)}em; transform: translate(${number(99)}.${digits(2)}px, 0) }`,
    ),
    'a page of a document format': lines(
      500,
      (at) =>
        `${at} 0 obj << /Type /Page /MediaBox [0 0 595.28 841.89] /Length ${number(99999)} >> endobj ${digits(10)} 00000 n BT /F1 ${number(20)} Tf ${number(600)}.${digits(3)} ${number(800)}.${digits(3)} Td`,
    ),
    'a font table': lines(
      500,
      () =>
        `${number(999)} ${number(999)} m ${number(999)} ${number(999)} ${number(999)} ${number(999)} ${number(999)} ${number(999)} c ${pick(['S', 'f', 'h', 'Q q'])}`,
    ),
    'lines of an invoice': lines(
      600,
      (at) =>
        `${10_000 + at} Widget M8  ${number(50)}  ${number(99)},${10 + number(90)}  ${number(999)}.${10 + number(90)} EUR  art. ${digits(8)}`,
    ),
    'stock of a shop': lines(
      600,
      (at) =>
        `SKU ${pick(['AB', 'KX', 'ZT'])}-${digits(5)}\tEAN ${digits(13)}\tlot ${digits(6)}\t${number(900)} pcs\titem ${at}`,
    ),
    'versions and sums': lines(
      600,
      () =>
        `${pick(['core', 'view', 'wire'])}-${number(9)}.${number(20)}.${number(40)}.tgz sha512-${bytes(48).toString('base64')} ${digits(10)}`,
    ),
    'a list of changes': lines(
      500,
      (at) =>
        `- ${pick(['Fixed', 'Added', 'Removed', 'Renamed'])} ${pick(types)} in ${pick(tools)} ${number(9)}.${number(40)} (#${at + 100}). ${pick(['Requires', 'Supports', 'No longer needs'])} ${pick(tools)} and ${pick(tools)}.`,
    ),
    'documentation of software': lines(
      400,
      () =>
        `## ${pick(tools)} ${pick(['Options', 'Overview', 'Files'])}\n\n${pick(tools)} is a ${pick(['small', 'fast', 'portable'])} ${pick(['parser', 'library', 'renderer'])} for [${pick(tools)}](#options) on Windows, Linux and Mac OS. Returns the ${pick(types)} of each ${pick(types)}.`,
    ),
    'imports and classes': lines(
      500,
      () =>
        `from ${pick(['yaml', 'core', 'ast'])} import ${pick(types)} as ${pick(types)}, ${pick(types)}\nclass ${pick(types)}(${pick(types)}):\n    """Creates a ${pick(types)} for ${pick(tools)}."""`,
    ),
    'English prose': prose(english),
    'French prose': prose(french),
    'German prose': prose(german),
  }
}

const tools =
  'OpenSSL PostScript Quartzine Bazelix Lumigraph Pango TrueType Fluxbox Webassembly Unicode Sqlite Nettle'.split(' ')
const types =
  'Loader Iterable NodeList XmlReader HashMap TokenStream Optional RangeError BufferPool Callable Widget'.split(' ')
const english = [
  'The river had risen in the night, and the road below the mill was under water.',
  'Nobody could say how long the bridge would hold, but the carts kept crossing it.',
  'A good cook weighs the flour; a better one knows the oven.',
  'The committee met four times that winter and agreed on nothing but the date of its next meeting.',
  'Of the 1,200 copies printed, fewer than 300 were ever sold, at a price of 4.50 each.',
  'In spring the apple trees behind the station stood white for a week.',
  'He read the letter twice, folded it and put it back into the drawer.',
  'Each chapter closes with questions; answers to the odd ones stand on page 412.',
]
const french = [
  'La pluie avait cessé au matin et les toits fumaient doucement sous le soleil.',
  'On comptait alors près de 4 500 habitants dans la vallée, dont la moitié vivait de la laine.',
  'Il faut battre les œufs longtemps, puis verser le lait chaud en un mince filet.',
  'Le vieux moulin ne tournait plus depuis 20 ans, mais la roue grinçait encore au vent.',
  'Personne ne savait à qui appartenait le chien qui dormait devant la mairie.',
  'Les trois premiers chapitres traitent des outils, les suivants du bois et de ses maladies.',
  'Elle ferma la porte sans bruit et descendit vers le jardin.',
]
const german = [
  'Der Fluss war über Nacht gestiegen, und die Straße unterhalb der Mühle stand unter Wasser.',
  'Von den 1.200 gedruckten Heften wurden kaum 300 verkauft, zum Preis von je 4,50 Mark.',
  'Man rührt das Mehl mit etwas kalter Milch glatt und gibt es erst zum Schluss hinzu.',
  'Im dritten Kapitel geht es um die Werkzeuge, im vierten um das Holz und seine Fehler.',
  'Niemand wusste, wem der Hund gehörte, der vor dem Rathaus schlief.',
  'Seit 20 Jahren stand das Rad still, doch bei Wind hörte man es noch knarren.',
  'Er las den Brief zweimal, faltete ihn und legte ihn in die Schublade zurück.',
]
