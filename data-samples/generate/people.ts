import * as make from './numbers.ts'
import type { Random } from './random.ts'

/** A patient. Nobody of this name, birth date and address exists as far as we know; numbers follow from the seed. */
export interface Person {
  readonly given: string
  readonly family: string
  /** Given name and family name, as a letter writes them. */
  readonly name: string
  readonly sex: 'f' | 'm'
  /** ISO 8601. */
  readonly birth: string
  readonly email: string
  readonly phone: string
  readonly street: string
  /** Postal code and town, in the country's order. */
  readonly town: string
  readonly patientNumber: string
  readonly iban?: string
  readonly card?: string
  /** Official numbers by entity type. */
  readonly ids: Readonly<Record<string, string>>
}

/** The patients of all practices by a short key. */
export function makePeople(random: Random) {
  const person = (given: string, family: string, rest: Omit<Person, 'given' | 'family' | 'name'>): Person =>
    Object.freeze({ given, family, name: `${given} ${family}`, ...rest })
  const d = random.digits
  return {
    camille: person('Camille', 'Rousselin', {
      sex: 'f',
      birth: '1984-03-12',
      email: 'camille.rousselin@courriel.example',
      phone: `06 39 98 ${d('camille phone', 4).replace(/^(..)/, '$1 ')}`,
      street: '14 allée des Grands Cyprès',
      town: '06300 Nice',
      patientNumber: `NCE-${d('camille file', 6)}`,
      iban: make.iban('FR', make.frenchBban(d('camille iban', 21))),
      card: make.cardNumber('411111', d('camille card', 9)),
      ids: { FR_NIR: make.frenchNir('f', '1984-03-12', '06088', d('camille nir', 3)) },
    }),
    helene: person('Hélène', 'Dupré-Lefèvre', {
      sex: 'f',
      birth: '1971-11-28',
      email: 'h.dupre-lefevre@poste.example',
      phone: `06 39 98 ${d('helene phone', 4).replace(/^(..)/, '$1 ')}`,
      street: '3 bis chemin du Vieux Lavoir',
      town: '06130 Grasse',
      patientNumber: `NCE-${d('helene file', 6)}`,
      ids: { FR_NIR: make.frenchNir('f', '1971-11-28', '2A004', d('helene nir', 3)) },
    }),
    idriss: person('Idriss', 'Benhaddou', {
      sex: 'm',
      birth: '1990-07-05',
      email: 'idriss.benhaddou@boite.example',
      phone: `06 39 98 ${d('idriss phone', 4).replace(/^(..)/, '$1 ')}`,
      street: '27 rue du Maréchal-Ferrant',
      town: '06400 Cannes',
      patientNumber: `NCE-${d('idriss file', 6)}`,
      iban: make.iban('FR', make.frenchBban(d('idriss iban', 21))),
      ids: { FR_NIR: make.frenchNir('m', '1990-07-05', '99350', d('idriss nir', 3)) },
    }),
    marc: person('Marc-Antoine', 'Valette', {
      sex: 'm',
      birth: '1962-01-19',
      email: 'ma.valette@courriel.example',
      phone: `06 39 98 ${d('marc phone', 4).replace(/^(..)/, '$1 ')}`,
      street: '118 avenue des Orangers',
      town: '06200 Nice',
      patientNumber: `NCE-${d('marc file', 6)}`,
      ids: { FR_NIR: make.frenchNir('m', '1962-01-19', '06088', d('marc nir', 3)) },
    }),
    eleanor: person('Eleanor', 'Whitcombe', {
      sex: 'f',
      birth: '1979-09-03',
      email: 'eleanor.whitcombe@post.example',
      phone: `07700 900${d('eleanor phone', 3)}`,
      street: '22 Larkspur Mews',
      town: 'London NW3 7QZ',
      patientNumber: `P-${d('eleanor file', 5)}`,
      card: make.cardNumber('555555', d('eleanor card', 9)),
      ids: { UK_NHS: make.nhsNumber(d('eleanor nhs', 6)) },
    }),
    rajesh: person('Rajesh', 'Kanwar', {
      sex: 'm',
      birth: '1988-12-17',
      email: 'raj.kanwar88@mailbox.example',
      phone: `07700 900${d('rajesh phone', 3)}`,
      street: 'Flat 9, 140 Coldharbour Rise',
      town: 'London SE24 0XT',
      patientNumber: `P-${d('rajesh file', 5)}`,
      ids: { UK_NHS: make.nhsNumber(d('rajesh nhs', 6)) },
    }),
    brandon: person('Brandon', 'Kessler', {
      sex: 'm',
      birth: '1969-04-25',
      email: 'bkessler@mail.example.org',
      phone: `(512) 555-01${d('brandon phone', 2)}`,
      street: '4811 Bluebonnet Hollow Dr',
      town: 'Austin, TX 78731',
      patientNumber: `P-${d('brandon file', 5)}`,
      ids: { US_SSN: make.usSsn(d('brandon ssn', 9)), US_DRIVER_LICENSE: d('brandon licence', 8) },
    }),
    joerg: person('Jörg', 'Brandstätter', {
      sex: 'm',
      birth: '1967-05-22',
      email: 'joerg.brandstaetter@postfach.example',
      phone: `0171 39200${d('joerg phone', 2)}`,
      street: 'Schwalbenweg 17a',
      town: '79111 Freiburg im Breisgau',
      patientNumber: `FR-${d('joerg file', 6)}`,
      iban: make.iban('DE', d('joerg iban', 18)),
      ids: { DE_KVNR: make.germanKvnr('B', d('joerg kvnr', 8)) },
    }),
    annelie: person('Annelie', 'Grünwald-Köster', {
      sex: 'f',
      birth: '1993-12-08',
      email: 'annelie.gk@postfach.example',
      phone: `0171 39200${d('annelie phone', 2)}`,
      street: 'Am Alten Mühlkanal 5',
      town: '79312 Emmendingen',
      patientNumber: `FR-${d('annelie file', 6)}`,
      ids: { DE_KVNR: make.germanKvnr('G', d('annelie kvnr', 8)) },
    }),
    carmen: person('María del Carmen', 'Iturralde Peña', {
      sex: 'f',
      birth: '1976-08-15',
      email: 'mc.iturralde@correo.example',
      phone: `600 000 ${d('carmen phone', 3)}`,
      street: 'Calle de los Almendros, 31, 2º B',
      town: '29018 Málaga',
      patientNumber: `MA-${d('carmen file', 5)}`,
      iban: make.iban('ES', make.spanishBban(d('carmen iban', 18))),
      ids: { ES_NIF: make.spanishNif(d('carmen nif', 8)) },
    }),
    inigo: person('Íñigo', 'Santamaría Goñi', {
      sex: 'm',
      birth: '1985-02-03',
      email: 'inigo.santamaria@correo.example',
      phone: `600 000 ${d('inigo phone', 3)}`,
      street: 'Avenida del Faro Viejo, 8',
      town: '29640 Fuengirola',
      patientNumber: `MA-${d('inigo file', 5)}`,
      ids: { ES_NIF: make.spanishNif(d('inigo nif', 8)), ES_NUSS: socialSecurity(d('inigo nuss', 8)) },
    }),
    niccolo: person('Niccolò', 'Ferrabosco', {
      sex: 'm',
      birth: '1981-02-17',
      email: 'n.ferrabosco@posta.example',
      phone: `+39 347 000 ${d('niccolo phone', 4)}`,
      street: 'Via dei Tigli 46',
      town: '10131 Torino TO',
      patientNumber: `TO${d('niccolo file', 5)}`,
      iban: make.iban('IT', make.italianBban(d('niccolo iban', 22))),
      ids: { IT_FISCAL_CODE: make.codiceFiscale('FRRNCL', '1981-02-17', 'm', 'L219') },
    }),
    chiara: person('Chiara', "D'Amicantonio", {
      sex: 'f',
      birth: '1995-06-30',
      email: 'chiara.damicantonio@posta.example',
      phone: `+39 347 000 ${d('chiara phone', 4)}`,
      street: 'Corso delle Magnolie 112/C',
      town: '10024 Moncalieri TO',
      patientNumber: `TO${d('chiara file', 5)}`,
      ids: { IT_FISCAL_CODE: make.codiceFiscale('DMCCHR', '1995-06-30', 'f', 'F335') },
    }),
    noura: person('نورة', 'سعيد الكتبي', {
      sex: 'f',
      birth: '1989-04-21',
      email: 'noura.alketbi@bareed.example',
      phone: `+971 50 000 ${d('noura phone', 4)}`,
      street: 'فيلا 18، شارع النخيل الأخضر',
      town: 'جميرا 2، دبي',
      patientNumber: `DXB-${d('noura file', 5)}`,
      iban: make.iban('AE', d('noura iban', 19)),
      ids: { AE_EMIRATES_ID: make.emiratesId('1989', d('noura eid', 7)) },
    }),
    khaled: person('خالد', 'عبد الرحمن الحوسني', {
      sex: 'm',
      birth: '1974-10-09',
      email: 'khaled.alhosani@bareed.example',
      phone: `+971 50 000 ${d('khaled phone', 4)}`,
      street: 'شقة 704، برج اللؤلؤة البيضاء',
      town: 'الممزر، دبي',
      patientNumber: `DXB-${d('khaled file', 5)}`,
      ids: { AE_EMIRATES_ID: make.emiratesId('1974', d('khaled eid', 7)) },
    }),
    sanne: person('Sanne', 'van der Hoeven-Bakker', {
      sex: 'f',
      birth: '1987-01-14',
      email: 'sanne.vdhoeven@postbus.example',
      phone: `06 1000 0${d('sanne phone', 3)}`,
      street: 'Kalkoenmarkt 212-III',
      town: '1019 ZZ Amsterdam',
      patientNumber: `AMS${d('sanne file', 6)}`,
      ids: { NL_BSN: make.dutchBsn(d('sanne bsn', 8)) },
    }),
    tiago: person('Tiago', 'Quintela Sampaio', {
      sex: 'm',
      birth: '1992-09-27',
      email: 'tiago.quintela@correio.example',
      phone: `910 000 ${d('tiago phone', 3)}`,
      street: 'Rua da Fonte Seca, 58, 3.º Esq.',
      town: '1350-999 Lisboa',
      patientNumber: `LX-${d('tiago file', 5)}`,
      ids: { PT_NIF: make.portugueseNif(d('tiago nif', 7)) },
    }),
  } as const
}

export type People = ReturnType<typeof makePeople>

/** A Spanish social security number: province, serial, modulo 97. */
function socialSecurity(serial: string): string {
  const body = `29${serial}`
  return `29/${serial}/${String(Number(body) % 97).padStart(2, '0')}`
}

/** A date as a country writes it: `12/03/1984`, `12.03.1984`, `03/12/1984`, `12-03-1984`. */
export function localDate(iso: string, style: '/' | '.' | '-' | 'us'): string {
  const [year, month, day] = iso.split('-')
  return style === 'us' ? `${month}/${day}/${year}` : `${day}${style}${month}${style}${year}`
}
