import { encode, withCrLf } from '../charset.ts'
import { makeXlsx } from '../office.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'
import { xlsxType } from './head.ts'
import { about } from './office.ts'

const folder = 'nice/COMPTA 2019'

/** A price list, and a table of invoices. */
export function niceTables(world: World): SampleFile[] {
  return [priceList(world), invoiceTable(world)]
}

function priceList(world: World): SampleFile {
  const rows = [
    ['Tarifs indicatifs 2019 – TTC', '', ''],
    ['Acte', 'À partir de (€)', 'Durée'],
    ['Rhinoplastie', 4500, '1 h 30'],
    ['Blépharoplastie supérieure', 2200, '45 min'],
    ['Lifting cervico-facial', 7800, '3 h'],
    ['Augmentation mammaire (prothèses rondes)', 5200, '1 h 15'],
    ['Injection d’acide hyaluronique, la seringue', 350, '30 min'],
    ['Toxine botulique, une zone', 220, '15 min'],
    ['Blanchiment dentaire', 480, '1 h'],
    ['Facette céramique, par dent', 750, '2 séances'],
    ['Les prix sont donnés à titre indicatif et ne constituent pas un devis.', '', ''],
  ]
  const told = {
    kind: 'other',
    kindsOk: ['table'],
    medium: 'table',
    mediaType: xlsxType,
    language: 'fr',
    note: 'a price list: no patient',
  } as const
  const sheets = [
    { name: 'Tarifs', rows },
    {
      name: 'Historique',
      rows: [
        ['Version', 'Date'],
        ['1', '2018-01-08'],
        ['2', '2019-01-07'],
      ],
    },
  ]
  return sample(
    `${folder}/tarifs 2019.xlsx`,
    makeXlsx(about(world, 'Tarifs 2019', '2019-01-07T09:00:00Z'), sheets),
    told,
  )
}

function invoiceTable(world: World): SampleFile {
  const { camille, helene, idriss, marc } = world.people
  const page = notes()
  const paid = [
    ['F2019-0142', '03/04/2019', camille, '5850,00', 'rhinoplastie'],
    ['F2019-0157', '17/05/2019', helene, '1146,00', 'injections'],
    ['F2019-0171', '21/06/2019', marc, '874,56', 'prothèse dentaire'],
    ['FA-2019-0163', '12/09/2019', idriss, '4356,00', 'greffe capillaire'],
  ] as const
  const lines = paid.map(([number, date, person, total, act]) => {
    page.later('PERSON', person.name)
    return [
      number,
      date,
      page.later('PATIENT_ID', person.patientNumber),
      person.name,
      page.is('EMAIL_ADDRESS', person.email),
      page.is('PHONE_NUMBER', person.phone),
      total,
      act,
    ].join(';')
  })
  const text = ['N° facture;Date;N° dossier;Patient;Courriel;Téléphone;Total TTC;Acte', ...lines, ''].join('\n')
  const told = {
    kind: 'table',
    medium: 'table',
    mediaType: 'text/csv',
    mediaTypesOk: ['text/plain'],
    language: 'fr',
    note: 'semicolons, Latin-1, CR LF',
  } as const
  return sample(`${folder}/export_factures_2019.csv`, encode(withCrLf(text), 'windows-1252'), told, page)
}
