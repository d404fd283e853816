import * as make from './numbers.ts'
import type { Random } from './random.ts'

/** One practice of the group: what stands in its letterhead. */
export interface Clinic {
  readonly name: string
  readonly street: string
  readonly town: string
  readonly phone: string
  readonly email: string
  readonly web: string
  readonly iban: string
  readonly bic: string
  readonly doctor: string
  readonly second: string
  /** The colour of its letterhead. */
  readonly color: string
  /** Registration numbers by entity type. */
  readonly ids: Readonly<Record<string, string>>
}

/** The practices whose files lie in the bucket. None of them exists. */
export function makeClinics(random: Random) {
  const d = random.digits
  const company = make.frenchCompany(d('nice siren', 8))
  const ustBody = d('freiburg ust', 8)
  return {
    nice: {
      name: 'Clinique Esthétique & Dentaire Lumière du Parc',
      street: '41 boulevard des Palmiers-Blancs',
      town: '06000 Nice',
      phone: `01 99 00 ${d('nice phone', 4).replace(/^(..)/, '$1 ')}`,
      email: 'accueil@lumiereduparc.example',
      web: 'https://www.lumiereduparc.example',
      iban: make.iban('FR', make.frenchBban(d('nice iban', 21))),
      bic: 'LUPAFRPPXXX',
      doctor: 'Dr Aurélie Castaing-Morel',
      second: 'Dr Benoît Thévenard',
      color: '#7a2048',
      ids: { FR_SIRET: company.siret, VAT: company.vat, FR_RPPS: make.frenchRpps(d('nice rpps', 8)) },
    },
    london: {
      name: 'Harley Bay Aesthetics & Dental',
      street: '7 Wimpole Crescent',
      town: 'London W1G 0ZZ',
      phone: `020 7946 0${d('london phone', 3)}`,
      email: 'reception@harleybay.example',
      web: 'https://harleybay.example',
      iban: make.iban('GB', `HBAY${d('london iban', 14)}`),
      bic: 'HBAYGB2L',
      doctor: 'Dr Imogen Hartwell-Price',
      second: 'Mr Tobias Okonjo',
      color: '#1d3557',
      ids: { GMC: d('london gmc', 7), US_NPI: make.usNpi(d('london npi', 8)) },
    },
    freiburg: {
      name: 'Praxisklinik am Seepark',
      street: 'Lindenufer 9',
      town: '79110 Freiburg im Breisgau',
      phone: `(030) 23125 ${d('freiburg phone', 3)}`,
      email: 'praxis@seepark-klinik.example',
      web: 'https://www.seepark-klinik.example',
      iban: make.iban('DE', d('freiburg iban', 18)),
      bic: 'SEEPDE6FXXX',
      doctor: 'Dr. med. Friederike Stollberg',
      second: 'Dr. med. dent. Ansgar Wiedemeyer',
      color: '#2f5d50',
      ids: { UST: `DE${ustBody}${make.mod1110(ustBody)}`, LANR: d('freiburg lanr', 9) },
    },
    malaga: {
      name: 'Clínica Mar Azul',
      street: 'Paseo de la Caleta Nueva, 12',
      town: '29016 Málaga',
      phone: `951 000 ${d('malaga phone', 3)}`,
      email: 'info@clinicamarazul.example',
      web: 'https://clinicamarazul.example',
      iban: make.iban('ES', make.spanishBban(d('malaga iban', 18))),
      bic: 'MAZUESMMXXX',
      doctor: 'Dra. Inmaculada Peñalver Ríos',
      second: 'Dr. Lucas Arbeloa Tena',
      color: '#0b6e99',
      ids: { CIF: make.spanishCif(d('malaga cif', 7)), COLEGIADO: `29/${d('malaga colegiado', 5)}` },
    },
    torino: {
      name: 'Studio Medico Odontoiatrico Aurora',
      street: 'Via San Grato 21',
      town: '10123 Torino TO',
      phone: `+39 011 000 ${d('torino phone', 4)}`,
      email: 'segreteria@studioaurora.example',
      web: 'https://www.studioaurora.example',
      iban: make.iban('IT', make.italianBban(d('torino iban', 22))),
      bic: 'AURAITT1XXX',
      doctor: 'Dott.ssa Ginevra Bellacorte',
      second: 'Dott. Ruggero Scalzi',
      color: '#8c4a1f',
      ids: { PIVA: make.partitaIva(d('torino piva', 7)) },
    },
    dubai: {
      name: 'عيادة النخيل للتجميل وطب الأسنان',
      street: 'مبنى 5، شارع الوصل الجديد',
      town: 'دبي، الإمارات العربية المتحدة',
      phone: `+971 4 555 0${d('dubai phone', 3)}`,
      email: 'care@alnakheel-clinic.example',
      web: 'https://alnakheel-clinic.example',
      iban: make.iban('AE', d('dubai iban', 19)),
      bic: 'NKHLAEADXXX',
      doctor: 'د. ليلى المنصوري',
      second: 'د. سامر الخطيب',
      color: '#5b4b8a',
      ids: { TRN: `100${d('dubai trn', 12)}` },
    },
  } as const satisfies Record<string, Clinic>
}

export type Clinics = ReturnType<typeof makeClinics>
