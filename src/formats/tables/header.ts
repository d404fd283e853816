/** Rows that a line of column names is told from. */
export const headerRows = 40
/** Share of a column's values that must differ from its name in kind for the name to be one. */
const leastUnlike = 0.7
const longestName = 64

const number = /^[+-]?[\d.,' ]*\d[\d.,' %€$£]*$/
const date = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/
const mixed = /\d{3}|@|^https?:/
/** Names as programs write them. */
const programName =
  /^[a-z]{1,30}\d?(?:_[a-z0-9]{1,30}){1,8}$|^[a-z]{2,20}[A-Z][a-zA-Z]{1,40}$|^[A-Z][a-z]{1,20}[A-Z][a-zA-Z]{1,40}$|^[A-Z]{2,20}(?:_[A-Z0-9]{1,20}){1,8}$/
/** Words that column names are made of, in the languages that the kinds know. */
const nameWord =
  /^(?:id|ids|no|nr|num|nom|name|names|nombre|nome|naam|firstname|lastname|surname|prenom|vorname|nachname|cognome|apellidos?|email|e-?mail|mail|courriel|correo|phone|tel|telephone|telefon|telefono|mobile|portable|handy|fax|address|adresse|direccion|indirizzo|adres|street|rue|strasse|city|ville|stadt|ort|ciudad|citta|plaats|zip|zipcode|postcode|postalcode|plz|cp|country|pays|land|pais|state|region|date|datum|fecha|data|day|time|year|month|birthday|birthdate|dob|naissance|geburtsdatum|gender|sex|sexe|geschlecht|sexo|age|alter|edad|type|typ|tipo|status|statut|code|title|titre|titel|description|beschreibung|descripcion|comment|comments|note|notes|remarks|amount|montant|betrag|importe|price|prix|preis|precio|total|sum|quantity|qty|menge|currency|value|wert|valeur|key|user|username|login|password|company|firma|societe|customer|client|kunde|cliente|patient|patientid|doctor|url|link|website|created|updated|active|enabled|count|size|category|number|numero|nummer|iban|bic|ssn|nir|npi|icd|diagnosis|treatment|product|item|order|invoice|department|role|group|lat|lon|lng|latitude|longitude)$/i

/**
 * Whether the first record names the columns: every cell of it may be a name, and the values below are of another kind,
 * or it is made of words and spellings that columns are named with.
 */
export function isHeader(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const names = first.map((cell) => cell.trim())
  const filled = names.filter((name) => name !== '')
  if (filled.length < 0.7 * names.length || filled.length === 0) return false
  if (!filled.every(mayBeName)) return false
  if (new Set(filled.map((name) => name.toLowerCase())).size < filled.length) return false
  if (filled.some((name) => programName.test(name))) return true
  const words = filled.filter(isNameOfColumn)
  if (words.length > 0 && words.length >= 0.2 * filled.length) return true
  return names.some((name, at) => name !== '' && isUnlike(rows.map((row) => row[at] ?? '')))
}

/** Whether a text has one of the words that columns, and the blanks of forms, are named with. */
export function isNameOfColumn(text: string): boolean {
  return plain(text)
    .split(/[\s_.-]+/)
    .some((word) => nameWord.test(word))
}

function mayBeName(name: string): boolean {
  if (name.length > longestName || number.test(name) || date.test(name) || mixed.test(name)) return false
  return /\p{L}/u.test(name)
}

/** Whether the values are numbers, dates and the like, which no name is. */
function isUnlike(values: readonly string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  if (filled.length < 1) return false
  return filled.filter((value) => !mayBeName(value)).length >= leastUnlike * filled.length
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}+/gu, '')
}
