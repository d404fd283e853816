import * as make from '../numbers.ts'
import type { Random } from '../random.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'

/** Exports of the patient program: a table, lines of JSON and a database dump, each of made-up people. */
export function tableFiles(world: World): SampleFile[] {
  return [patientTable(world), contactLines(world), databaseDump(world)]
}

const given = [
  'Alice',
  'Bethany',
  'Callum',
  'Daisy',
  'Edmund',
  'Freya',
  'Gethin',
  'Hettie',
  'Ivo',
  'Jemima',
  'Kofi',
  'Lorna',
  'Mungo',
  'Nerys',
  'Olwen',
  'Piers',
  'Rhiannon',
  'Sunita',
  'Tamsin',
  'Winston',
]
const family = [
  'Ashdown-Pike',
  'Birtwhistle',
  'Cadwallader',
  'Dunmore',
  'Entwistle',
  'Fairbrass',
  'Goodacre',
  'Hathersage',
  'Inskip',
  'Jellicoe',
  'Kilbride',
  'Lovelock',
  'Merriweather',
  'Nettleship',
  'Ollerenshaw',
  'Pomfret',
  'Quillfeather',
  'Rowbottom',
  'Sowerbutts',
  'Thistlewood',
]
const streets = [
  'Bramble Row',
  'Coppergate Mews',
  'Dovecote Lane',
  'Elderflower Close',
  'Foxglove Terrace',
  'Gasworks Yard',
]
const procedures = [
  'Dermal filler, lips',
  'Botulinum toxin, forehead',
  'Upper blepharoplasty',
  'Composite bonding',
  'Invisible aligners',
  'Abdominoplasty',
  'Breast augmentation',
  'Hair transplant',
  'Chemical peel',
  'Implant LL6',
]

interface Row {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly birth: string
  readonly email: string
  readonly phone: string
  readonly street: string
  readonly postcode: string
  readonly nhs: string
  readonly procedure: string
}

/** The `at`th made-up patient of a table. */
function row(random: Random, table: string, at: number): Row {
  const label = (what: string) => `${table} ${at} ${what}`
  const first = random.pick(label('given'), given)
  const last = random.pick(label('family'), family)
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    id: `P-${10_400 + at}`,
    given: first,
    family: last,
    birth: `${1948 + random.int(label('year'), 52)}-${two(1 + random.int(label('month'), 12))}-${two(1 + random.int(label('day'), 28))}`,
    email: `${first}.${last}${random.int(label('mail'), 90) + 10}@mailbox.example`.toLowerCase(),
    phone: `07700 900${random.digits(label('phone'), 3)}`,
    street: `${1 + random.int(label('house'), 180)} ${random.pick(label('street'), streets)}`,
    postcode: `NW${1 + random.int(label('area'), 9)} ${random.int(label('sector'), 9)}ZZ`,
    nhs: make.nhsNumber(random.digits(label('nhs'), 6)).replaceAll(' ', ''),
    procedure: random.pick(label('procedure'), procedures),
  }
}

function patientTable(world: World): SampleFile {
  const page = notes()
  const lines = Array.from({ length: 48 }, (_, at) => {
    const one = row(world.random, 'export', at)
    page.is('EMAIL_ADDRESS', one.email)
    page.later('UK_NHS', one.nhs)
    page.later('PERSON', `${one.given} ${one.family}`)
    page.later('PHONE_NUMBER', one.phone)
    return [
      one.id,
      'Mx',
      one.given,
      one.family,
      one.birth,
      one.nhs,
      one.email,
      one.phone,
      `"${one.street}, London"`,
      one.postcode,
      `"${one.procedure}"`,
      '"seen, consented"',
    ].join(',')
  })
  const head =
    'patient_id,title,first_name,last_name,date_of_birth,nhs_number,email,mobile,address,postcode,last_procedure,notes'
  const told = {
    kind: 'table',
    medium: 'table',
    mediaType: 'text/csv',
    mediaTypesOk: ['text/plain'],
    language: 'en',
    later: ['language'],
    note: '48 rows',
  } as const
  return sample('london/exports/patients_export.csv', Buffer.from(`${[head, ...lines].join('\n')}\n`), told, {
    ...page,
    entities: page.entities.filter(({ entity }) => entity !== 'PERSON'),
  })
}

function contactLines(world: World): SampleFile {
  const page = notes()
  const lines = Array.from({ length: 14 }, (_, at) => {
    const one = row(world.random, 'crm', at)
    return JSON.stringify({
      id: one.id,
      name: page.later('PERSON', `${one.given} ${one.family}`),
      dob: page.later('DATE_OF_BIRTH', one.birth),
      contact: { email: page.is('EMAIL_ADDRESS', one.email), mobile: page.is('PHONE_NUMBER', one.phone) },
      tags: at % 3 === 0 ? ['vip', 'filler'] : ['newsletter'],
      lastIp: page.is('IP_ADDRESS', `198.51.100.${10 + at}`),
      interest: one.procedure,
    })
  })
  const told = {
    kind: 'table',
    kindsOk: ['other'],
    medium: 'table',
    mediaType: 'application/x-ndjson',
    mediaTypesOk: ['application/jsonl', 'application/json', 'text/plain'],
    language: 'en',
    later: ['language', 'kind'],
    note: '14 lines',
  } as const
  return sample('london/exports/crm_contacts.ndjson', Buffer.from(`${lines.join('\n')}\n`), told, page)
}

function databaseDump(world: World): SampleFile {
  const page = notes()
  const values = Array.from({ length: 20 }, (_, at) => {
    const one = row(world.random, 'sql', at)
    page.later('PERSON', `${one.given} ${one.family}`)
    const card =
      at % 4 === 0
        ? `'${page.is('CREDIT_CARD', make.cardNumber('400000', world.random.digits(`sql card ${at}`, 9)).replaceAll(' ', ''))}'`
        : 'NULL'
    return `(${at + 1},'${one.given} ${one.family}','${one.birth}','${page.is('EMAIL_ADDRESS', one.email)}','${page.later('PHONE_NUMBER', one.phone)}',${card},'${one.procedure}')`
  })
  const sql = `-- MySQL dump 10.13  Distrib 5.7.27, for Linux (x86_64)
--
-- Host: db-prod-2    Database: harleybay
-- ------------------------------------------------------
/*!40101 SET NAMES utf8mb4 */;

DROP TABLE IF EXISTS \`clients\`;
CREATE TABLE \`clients\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`full_name\` varchar(120) NOT NULL,
  \`date_of_birth\` date DEFAULT NULL,
  \`email\` varchar(160) DEFAULT NULL,
  \`mobile\` varchar(24) DEFAULT NULL,
  \`card_number\` varchar(19) DEFAULT NULL,
  \`last_procedure\` varchar(120) DEFAULT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES \`clients\` WRITE;
INSERT INTO \`clients\` VALUES ${values.join(',\n')};
UNLOCK TABLES;

-- Dump completed on 2019-11-03  2:00:07
`
  const told = {
    kind: 'table',
    kindsOk: ['other'],
    medium: 'table',
    mediaType: 'application/sql',
    mediaTypesOk: ['text/plain', 'application/x-sql', 'text/x-sql'],
    later: ['kind'],
    note: '20 rows',
  } as const
  return sample('london/exports/db_backup_2019-11-03.sql', Buffer.from(sql), told, page)
}
