import { type Faker, fakerDE, fakerEN, fakerES, fakerFR, fakerIT, fakerNL, fakerPL, fakerPT_PT } from '@faker-js/faker'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import type { Cell } from '../../../src/core/table.ts'
import { detectors } from '../../../src/detectors/registry.ts'
import { TableProfiler, tableAllowance } from '../../../src/detectors/tables/table.ts'

interface TrueColumn {
  /** Names that such columns have. */
  readonly names: readonly string[]
  readonly entityType: string | null
  readonly type: string
  /** Where not to be true, whose cells may be empty. */
  readonly filled?: number
  make(faker: Faker, row: number): string
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** Columns as the tables of practices, shops and associations have them, in the languages in which they are kept. */
const columns: readonly TrueColumn[] = [
  { names: ['id', 'ID', 'row_id', 'lfd_nr'], entityType: null, type: 'integer', make: (_faker, row) => String(row) },
  {
    names: ['first_name', 'GivenName', 'prenom', 'Vorname', 'voornaam'],
    entityType: 'PERSON',
    type: 'text',
    make: (faker) => faker.person.firstName(),
  },
  {
    names: ['last_name', 'Surname', 'nom_de_famille', 'Nachname', 'cognome', 'apellidos'],
    entityType: 'PERSON',
    type: 'text',
    make: (faker) => faker.person.lastName(),
  },
  {
    names: ['full_name', 'patient_name', 'nom_complet', 'customerName'],
    entityType: 'PERSON',
    type: 'text',
    make: (faker) => `${faker.person.firstName()} ${faker.person.lastName()}`,
  },
  {
    names: ['email', 'e-mail', 'courriel', 'EmailAddress'],
    entityType: 'EMAIL_ADDRESS',
    type: 'text',
    filled: 0.9,
    make: (faker) => faker.internet.email(),
  },
  {
    names: ['phone', 'telephone', 'Telefon', 'mobile_phone'],
    entityType: 'PHONE_NUMBER',
    type: 'text',
    filled: 0.8,
    make: (faker) => faker.phone.number({ style: 'international' }),
  },
  {
    names: ['address', 'adresse', 'street', 'direccion'],
    entityType: 'ADDRESS',
    type: 'text',
    make: (faker) => faker.location.streetAddress(),
  },
  {
    names: ['city', 'ville', 'Ort', 'ciudad'],
    entityType: 'LOCATION',
    type: 'text',
    make: (faker) => faker.location.city(),
  },
  {
    names: ['zip', 'code_postal', 'PLZ', 'postal_code'],
    entityType: 'LOCATION',
    type: 'any',
    make: (faker) => faker.location.zipCode(),
  },
  {
    names: ['birth_date', 'dob', 'date_naissance', 'Geburtsdatum', 'fecha_nacimiento'],
    entityType: 'DATE_OF_BIRTH',
    type: 'date',
    make: (faker) => iso(faker.date.birthdate()),
  },
  {
    names: ['gender', 'sexe', 'Geschlecht'],
    entityType: 'GENDER',
    type: 'text',
    make: (faker) => faker.helpers.arrayElement(['M', 'F']),
  },
  {
    names: ['iban', 'IBAN', 'bank_iban'],
    entityType: 'IBAN_CODE',
    type: 'text',
    make: (faker) => faker.finance.iban(),
  },
  {
    names: ['card_number', 'ccnumber', 'credit_card'],
    entityType: 'CREDIT_CARD',
    type: 'any',
    make: (faker) => faker.finance.creditCardNumber('visa').replaceAll('-', ''),
  },
  {
    names: ['ip', 'ip_address', 'last_ip'],
    entityType: 'IP_ADDRESS',
    type: 'text',
    make: (faker) => faker.internet.ipv4(),
  },
  {
    names: ['password', 'mot_de_passe', 'Passwort'],
    entityType: 'CREDENTIAL',
    type: 'any',
    make: (faker) => faker.internet.password(),
  },
  {
    names: ['diagnosis', 'diagnostic_principal', 'Diagnose'],
    entityType: 'DIAGNOSIS',
    type: 'text',
    make: (faker) => faker.helpers.arrayElement(['Acne', 'Rosacea', 'Keloid', 'Melasma']),
  },
  {
    names: ['latitude', 'lat'],
    entityType: 'GPS_COORDINATES',
    type: 'decimal',
    make: (faker) => faker.location.latitude({ precision: 6 }).toFixed(6),
  },
  {
    names: ['amount', 'montant', 'Betrag', 'total'],
    entityType: null,
    type: 'decimal',
    make: (faker) => faker.finance.amount(),
  },
  {
    names: ['quantity', 'quantite', 'Menge'],
    entityType: null,
    type: 'integer',
    make: (faker) => String(faker.number.int(99)),
  },
  {
    names: ['active', 'is_active', 'enabled'],
    entityType: null,
    type: 'boolean',
    make: (faker) => String(faker.datatype.boolean()),
  },
  {
    names: ['status', 'statut', 'Zustand'],
    entityType: null,
    type: 'text',
    make: (faker) => faker.helpers.arrayElement(['open', 'paid', 'late']),
  },
  { names: ['uuid', 'guid', 'external_ref'], entityType: null, type: 'text', make: (faker) => faker.string.uuid() },
  {
    names: ['product', 'produit', 'Produkt', 'article'],
    entityType: null,
    type: 'text',
    make: (faker) => faker.commerce.productName(),
  },
  {
    names: ['comment', 'commentaire', 'Bemerkung'],
    entityType: null,
    type: 'text',
    filled: 0.5,
    make: (faker) => faker.lorem.sentence(),
  },
]

const locales = [fakerEN, fakerFR, fakerDE, fakerES, fakerIT, fakerNL, fakerPL, fakerPT_PT]
const rowsPerTable = 1_500

interface Compared {
  readonly what: string
  readonly isTypeRight: boolean
  readonly isEntityRight: boolean
  readonly isDistinctRight: boolean
}

/** One made-up table, profiled in batches of any size. */
function compare(faker: Faker, at: number): { readonly rows: number; readonly compared: readonly Compared[] } {
  faker.seed(1_000 + at)
  const names = columns.map(({ names: all }) => all[at % all.length] ?? '')
  const rows: Cell[][] = Array.from({ length: rowsPerTable }, (_none, row) =>
    columns.map(({ make, filled }) =>
      filled !== undefined && faker.number.float() > filled ? null : make(faker, row),
    ),
  )
  const profiler = new TableProfiler(detectors, defaultLimits, tableAllowance(defaultLimits))
  for (let from = 0, size = 1; from < rows.length; from += size, size = Math.min(500, size * 3)) {
    profiler.take(names, rows.slice(from, from + size), true, undefined)
  }
  const { profile } = profiler.finish()
  const compared = columns.map((column, index): Compared => {
    const found = profile.columns[index]
    const values = rows.flatMap((row) => row[index] ?? [])
    const distinct = new Set(values).size
    expect(found?.filled).toBe(values.length)
    return {
      what: `${names[index]}: ${found?.type} ${found?.entityType} ${found?.share}`,
      isTypeRight: column.type === 'any' || found?.type === column.type,
      isEntityRight: found?.entityType === column.entityType,
      isDistinctRight: Math.abs((found?.distinct ?? 0) - distinct) <= 0.02 * distinct,
    }
  })
  return { rows: profile.rows, compared }
}

describe('profiles of made-up tables in eight languages', () => {
  const tables = locales.map((faker, at) => compare(faker, at))
  const all = tables.flatMap(({ compared }) => compared)
  const wrong = (which: 'isTypeRight' | 'isEntityRight' | 'isDistinctRight') =>
    all.filter((one) => !one[which]).map(({ what }) => what)

  it('count rows exactly', () => {
    expect(tables.map(({ rows }) => rows)).toEqual(locales.map(() => rowsPerTable))
  })
  it('know what values are written as', () => {
    expect(wrong('isTypeRight')).toEqual([])
  })
  it('know what at least 95 % of the columns hold', () => {
    expect(wrong('isEntityRight').length / all.length, wrong('isEntityRight').join('; ')).toBeLessThanOrEqual(0.05)
  })
  it('count different values to within 2 %', () => {
    expect(wrong('isDistinctRight')).toEqual([])
  })
})

/** One finding for each column and type, however few they are. */
const together = { ...defaultLimits, columnFindings: 0 }

describe('a table', () => {
  const profiled = (names: readonly string[], rows: readonly (readonly Cell[])[], limits = together) => {
    const profiler = new TableProfiler(detectors, limits, tableAllowance(limits))
    for (const row of rows) profiler.take(names, [row], true, undefined)
    return { ...profiler.finish(), left: profiler.columnsLeftOut }
  }

  it('counts the rows that hold a person', () => {
    const rows = [
      ['1', 'jane@example.org', ''],
      ['2', '', '0612345678'],
      ['3', '', ''],
      ['4', null, null],
    ]
    expect(profiled(['id', 'email', 'phone'], rows).profile).toMatchObject({ rows: 4, personRows: 2 })
  })

  it('joins given and family names to persons', () => {
    const rows = [
      ['Jane', 'Roe'],
      ['Jane', 'Doe'],
      ['Jane', 'Roe'],
      ['Jim', ''],
    ]
    const { profile, findings } = profiled(['first name', 'last name'], rows)
    expect(findings).toMatchObject([{ entityType: 'PERSON', value: 'Jane Roe', cells: 4, distinct: 3 }])
    expect(profile.columns[1]?.values.map(({ value }) => value)).toEqual(['Jane Roe', 'Jane Doe', 'Jim'])
  })

  it('tells findings by column, with the first row and exact counts', () => {
    const rows = Array.from({ length: 30 }, (_none, at) => [at < 3 ? '' : `user${at % 7}@example.org`, 'x'])
    const { findings } = profiled(['contact', 'x'], rows)
    expect(findings).toMatchObject([
      {
        entityType: 'EMAIL_ADDRESS',
        cells: 27,
        distinct: 7,
        place: { unit: 'column', column: 1, name: 'contact', row: 4 },
      },
    ])
  })

  it('tells few findings one by one', () => {
    const rows = Array.from({ length: 101 }, (_none, at) => [
      `user${at % 7}@example.org`,
      at < 100 ? '4111111111111111' : '',
    ])
    const { findings } = profiled(['contact', 'card'], rows, defaultLimits)
    expect(findings).toHaveLength(101)
    expect(findings.slice(0, 2)).toMatchObject([{ cells: 101 }, { place: { row: 1 } }])
    expect(findings.at(-1)).not.toHaveProperty('cells')
  })

  it('finds what a few cells of running text hold', () => {
    const rows = Array.from({ length: 50 }, (_none, at) => [
      at === 30
        ? 'please write to jane.roe@example.org about the second appointment, which was moved to Monday'
        : `the treatment number ${at} went well and without anything that is worth telling here`,
    ])
    const { profile, findings } = profiled(['note'], rows)
    expect(findings).toMatchObject([{ entityType: 'EMAIL_ADDRESS', value: 'jane.roe@example.org', cells: 1 }])
    expect(profile.columns[0]).toMatchObject({ entityType: null, share: 0 })
  })

  it('masks the name of a column that holds personal data', () => {
    const { profile } = profiled(['jane.roe@example.org', 'id'], [['1', '2']])
    expect(profile.columns.map(({ isNamePersonal }) => isNamePersonal)).toEqual([true, false])
  })

  it('counts on by shape once a column is known, and still sees what is different', () => {
    const limits = { ...together, columnValues: 100 }
    const rows = Array.from({ length: 1_000 }, (_none, at) => [
      at % 10 === 9 && at > 500 ? '' : `+33 6 12 34 ${String(10 + (at % 90))} ${String(10 + (at % 37))}`,
      at === 900 ? 'see jane.roe@example.org' : String(at),
    ])
    const { findings } = profiled(['phone', 'n'], rows, limits)
    expect(findings).toMatchObject([
      { entityType: 'PHONE_NUMBER', cells: 950 },
      { entityType: 'EMAIL_ADDRESS', cells: 1, place: { row: 901 } },
    ])
  })

  it('keeps checking what has check digits', () => {
    const limits = { ...together, columnValues: 100 }
    const rows = Array.from({ length: 400 }, (_none, at) => [at < 200 ? '4111111111111111' : '4111111111111112'])
    expect(profiled(['card'], rows, limits).findings).toMatchObject([{ entityType: 'CREDIT_CARD', cells: 200 }])
  })

  it('has no more columns than the limit, and says so', () => {
    const limits = { ...defaultLimits, columns: 2 }
    const { profile, left } = profiled(['a', 'b', 'c'], [['1', '2', '3']], limits)
    expect([profile.columns.length, left]).toEqual([2, 1])
  })

  it('keeps no more values than the limit', () => {
    const limits = { ...together, findings: 5 }
    const rows = Array.from({ length: 20 }, (_none, at) => [`user${at}@example.org`])
    const { profile, findings } = profiled(['email'], rows, limits)
    expect(profile.columns[0]?.values).toHaveLength(5)
    expect(findings).toMatchObject([{ cells: 20, distinct: 20 }])
  })
})
