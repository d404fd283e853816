import type { Sensitivity } from '../../core/finding.ts'

/** What a column's name says of its values, where values alone do not tell. */
export interface ColumnRole {
  readonly id: string
  readonly entityType: string
  readonly sensitivity: Sensitivity
  /** Whether a value may be what the name promises; cheap, and asked of every cell. */
  fits(value: string): boolean
}

interface RoleSpec extends ColumnRole {
  /** Names of columns in plain lower case, without diacritics, words parted by blanks. */
  readonly names: string
}

const wordy = (value: string) => value.length <= 80 && /\p{L}{2}/u.test(value) && !/[\d@<>{}=]/.test(value)
const prose = (value: string) => /\p{L}{3}/u.test(value)

const specs: readonly RoleSpec[] = [
  {
    id: 'given-name',
    entityType: 'PERSON',
    sensitivity: { category: 'simple', identifier: 'name' },
    names: `first name, firstname, given name, givenname, given names, forename, fname, prenom, prenoms, vorname, vornamen,
      nombre, nombres, nombre de pila, primer nombre, nome, nome proprio, voornaam, voornamen, imie, primeiro nome, middle name, name first,
      patient first name, customer first name, contact first name, prenom patient, prenom du patient`,
    fits: wordy,
  },
  {
    id: 'family-name',
    entityType: 'PERSON',
    sensitivity: { category: 'simple', identifier: 'name' },
    names: `last name, lastname, surname, family name, familyname, lname, nom, nom de famille, nom usuel, nom de naissance, nom de jeune fille,
      nachname, familienname, zuname, geburtsname, apellido, apellidos, primer apellido, segundo apellido, apellido paterno, apellido materno,
      cognome, achternaam, nazwisko, apelido, sobrenome, maiden name, mothers maiden, mothers maiden name, name last, birth name,
      patient last name, customer last name, contact last name, nom patient, nom du patient`,
    fits: wordy,
  },
  {
    id: 'gender',
    entityType: 'GENDER',
    sensitivity: { category: 'simple' },
    names: `gender, sex, sexe, geschlecht, sexo, sesso, geslacht, plec, genero, civilite, anrede, patient sex, patient gender`,
    fits: (value) => /^\p{L}{1,12}\.?$/u.test(value) || /^[0129]$/.test(value),
  },
  {
    id: 'place',
    entityType: 'LOCATION',
    sensitivity: { category: 'simple' },
    names: `city, town, ville, commune, ort, stadt, wohnort, ciudad, poblacion, localidad, municipio, citta, comune, localita, plaats, woonplaats,
      miasto, cidade, birth place, birthplace, place of birth, lieu de naissance, geburtsort, lugar de nacimiento, luogo di nascita,
      billing city, shipping city, home city, state full, province, region, provincia, departement, bundesland,
      billing state, shipping state, country, country full, pays, land, pais, paese, nazione, kraj, billing country, shipping country`,
    fits: wordy,
  },
  {
    id: 'postal-code',
    entityType: 'LOCATION',
    sensitivity: { category: 'simple' },
    names: `zip, zip code, zipcode, postal code, postalcode, postcode, code postal, cp, plz, postleitzahl, codigo postal, kod pocztowy, cep,
      billing postal code, shipping postal code, billing zip, shipping zip`,
    fits: (value) => /^[A-Za-z]{0,3}[ -]?\d[\dA-Za-z -]{1,10}$/.test(value),
  },
  {
    id: 'street',
    entityType: 'ADDRESS',
    sensitivity: { category: 'simple', identifier: 'phone_or_address' },
    names: `address, street, street address, streetaddress, address line 1, address 1, address1, addr, home address, billing address, shipping address,
      postal address, mailing address, adresse, adresse 1, rue, strasse, anschrift, direccion, domicilio, calle, indirizzo, residenza, adres,
      straat, ulica, endereco, morada, rua`,
    fits: (value) => value.length <= 200 && prose(value) && !value.includes('@'),
  },
  {
    id: 'position',
    entityType: 'GPS_COORDINATES',
    sensitivity: { category: 'behavioural' },
    names: `latitude, longitude, lat, lon, lng, long, gps lat, gps lon, gps lng, gps latitude, gps longitude, geo lat, geo lon, geo lng,
      location lat, location lng, location lon, breitengrad, langengrad, latitud, longitud, latitudine, longitudine, breedtegraad, lengtegraad`,
    fits: (value) => /^[+-]?\d{1,3}[.,]\d{3,20}$/.test(value),
  },
  {
    id: 'secret',
    entityType: 'CREDENTIAL',
    sensitivity: { category: 'behavioural' },
    names: `password, passwd, pwd, passwort, kennwort, mot de passe, motdepasse, mdp, contrasena, parola d ordine, wachtwoord, haslo, senha,
      password hash, passwordhash, hashed password, encrypted password, user password, user pass, pass hash, password digest, pin, pin code, secret, api key, apikey,
      access token, auth token, session token, remember token, reset token, security answer`,
    fits: (value) => value.length >= 4 && value.length <= 512 && !/\s/.test(value),
  },
  {
    id: 'diagnosis',
    entityType: 'DIAGNOSIS',
    sensitivity: { category: 'sensitive' },
    names: `diagnosis, diagnoses, diagnosis code, diagnosis description, primary diagnosis, icd, icd10, icd 10, icd code, icd10 code,
      medical condition, disease, diagnostic principal, pathologie, maladie, diagnose, diagnosen, diagnoseschlussel, diagnostico,
      enfermedad, diagnosi, malattia, patologia, rozpoznanie, antecedents, medical history, allergies, allergy, allergien, alergias`,
    fits: (value) => value.length >= 3,
  },
  {
    id: 'treatment',
    entityType: 'MEDICAL_PROCEDURE',
    sensitivity: { category: 'sensitive' },
    names: `treatment, treatments, medical procedure, cpt code, surgery, traitement,
      acte medical, code acte, ccam, behandlung, eingriff, tratamiento, trattamento, behandeling,
      ingreep, zabieg, tratamento`,
    fits: (value) => value.length >= 3,
  },
  {
    id: 'medication',
    entityType: 'MEDICATION',
    sensitivity: { category: 'sensitive' },
    names: `medication, medications, medicine, drug, drug name, prescription, prescribed drug, medicament, medicaments, medikament,
      medikamente, arzneimittel, wirkstoff, medicamento, medicamentos, farmaco, farmaci, medicijn, leki`,
    fits: (value) => value.length >= 3,
  },
]

/** Every role, for the table of what entity types mean. */
export const columnRoles: readonly ColumnRole[] = Object.freeze(
  specs.map(({ id, entityType, sensitivity, fits }) => Object.freeze({ id, entityType, sensitivity, fits })),
)

const roleByName: ReadonlyMap<string, ColumnRole> = new Map(
  specs.flatMap(({ names }, at) => names.split(',').map((name) => [plainWords(name), columnRoles[at] as ColumnRole])),
)

/** The role that a column has by its name. */
export function roleOf(label: string): ColumnRole | undefined {
  return roleByName.get(plainWords(label))
}

/** Lower case, without diacritics and signs, words parted by single blanks. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Names that head a product or a place as often as a person: they count beside another column with a part of a name. */
const everyday: ReadonlySet<string> = new Set(['nom', 'nombre', 'nombres', 'nome'])

/** Whether the name alone proves no person. */
export function isEverydayName(label: string): boolean {
  return everyday.has(plainWords(label))
}
