import type { Finding, PersonRole } from '../../core/finding.ts'

/** UTF-16 units that are read before a name, and behind it. */
const before = 64
const behind = 48
/** … and above it for the heading of its part of a form. */
const part = 400
/** … and below it for a number that only patients have. */
const numberWithin = 120
const longestHeading = 50
/** "City: Lyon" is a line of a form, "Patient data:" a heading. */
const valueBehind = /[:=][ \t]*\S/

/**
 * What somebody is to the record, where the words beside the name say so: a label ("Patient name:"), a title ("Dr"), a word of
 * kinship ("his wife"), a post ("receptionist") or what a comma adds ("…, MD"). The words of eight languages; undefined where nothing
 * is said. Roles are those of HL7 FHIR's Patient, Practitioner and RelatedPerson, and staff.
 * @param start of the name, in UTF-16 units; `end` is exclusive
 */
export function roleOf(text: string, start: number, end: number): PersonRole | undefined {
  const name = text.slice(start, end)
  const ahead = text.slice(Math.max(0, start - before), start)
  const after = text.slice(end, end + behind)
  const labelled = rules.find((rule) => rule.ahead.test(ahead))
  if (labelled) return labelled.role
  if (titled.test(name) || titleAhead.test(ahead)) return 'practitioner'
  return rules.find((rule) => rule.behind.test(after))?.role ?? roleInForm(text, start, end)
}

/** "Name: …" in a part of a form: whose it is says the nearest heading above that names a role, else a patient's number below. */
function roleInForm(text: string, start: number, end: number): PersonRole | undefined {
  if (!nameAhead.test(text.slice(Math.max(0, start - before), start))) return undefined
  const lines = text.slice(Math.max(0, start - part), start).split('\n')
  for (const line of lines.slice(0, -1).reverse()) {
    const heading = line.trim()
    if (heading.length > longestHeading || valueBehind.test(heading)) continue
    const said = rules.find((rule) => rule.within.test(heading))
    if (said) return said.role
  }
  return patientNumber.test(text.slice(end, end + numberWithin)) ? 'patient' : undefined
}

/** What the persons of a table's column are, by the column's name in plain words: "referring physician", "nom du patient". */
export function roleOfColumn(name: string): PersonRole | undefined {
  const label = `${name}: `
  return roleOf(label, label.length, label.length)
}

/** One role for all places where a name stands; none where the places contradict each other. */
export function spreadRoles(findings: readonly Finding[]): Finding[] {
  const told = new Map<string, PersonRole | 'several'>()
  for (const { canonical, role } of findings) {
    if (role === undefined) continue
    const known = told.get(canonical)
    told.set(canonical, known === undefined || known === role ? role : 'several')
  }
  if (told.size === 0) return [...findings]
  return findings.map((finding) => {
    const role = told.get(finding.canonical)
    const isOpen = finding.entityType === 'PERSON' && finding.role === undefined
    return !isOpen || role === undefined || role === 'several' ? finding : { ...finding, role }
  })
}

/** What a name bears in front of it: "Dr Weiss", "Prof. Rossi"; a doctor of laws ("Dr. jur.") treats nobody. */
const title = String.raw`(?:dr|drs|dre|dra|dott|dottor|dottoressa|dott\.?ssa|doctor|doctora|doutor|doutora|docteure?|doktor|prof|pr(?=\.)|nurse|krankenschwester|الدكتور|الدكتورة|دكتور|دكتورة|الطبيب|الطبيبة)(?!\p{L})\.?`
const titled = new RegExp(String.raw`^${title}[ \t]+(?!jur\b)\p{L}`, 'iu')
const titleAhead = new RegExp(
  String.raw`(?<![\p{L}\p{M}])${title}[ \t]{1,3}(?:med\.?[ \t])?$|(?<!\p{L})د\.[ \t]?$`,
  'iu',
)

/** What a label adds to its word: "patient's full name", "nom du patient", "name of the patient". */
const nameWords =
  '(?:full[ -]?name|first name|last name|names?|nom et prénom|noms?|prénom|nombre(?: completo)?|nome(?: completo)?|naam|الاسم|اسم)'
const courtesy = String.raw`(?:m|mr|mrs|ms|miss|mx|mme|mlle|monsieur|madame|herrn?|frau|sra?|srta|don|doña|d(?=\.)|dña|sig|sig\.ra|signora?|dhr|mw|mevr|mevrouw|de heer|السيد|السيدة)\.?`
/** From the word to the name: blanks, a colon, a bracket, a comma. A full stop ends what the word says. */
const gap = (blank: string) => String.raw`[ \t]{0,8}(?:[:=|(\[–—-]|,(?=[ \t]))?${blank}{0,8}(?:${courtesy}[ \t]{1,2})?`

/** A label that says only that a name follows: "Last name:", "Nom de naissance :". */
const nameAhead =
  /(?:^|\n|[ \t]{2}|[.,;|][ \t])(?:(?:full |first |last |given |family |birth )?name|surname|nom(?: de naissance| de famille| usuel|s)?|prénoms?|nombres?|apellidos?|(?:primer|segundo) apellido|vorname|nachname|familienname|cognome|nome|apelidos?|sobrenome|voornaam|achternaam|naam|الاسم)(?: (?:and|et|y|e|en|und) [\p{L} ]{3,20})?[ \t]{0,4}[:=|][ \t]{0,4}$/iu

/** Labels of the numbers under which hospitals and health insurers keep patients. */
const patientNumber =
  /(?:^|\n)[ \t]{0,60}(?:nhc|nass|cipa?|mrn|ipp|nhs(?: n(?:o|umber))?|patient(?:en)?[ -]?(?:id|n(?:o|r|umber|ummer|uméro)|ref)|medical record(?: number)?|n(?:°|º|o|uméro)\.?(?: de)? (?:patient|dossier(?: médical)?|sécurité sociale)|nir|n(?:ú|u)mero de historia(?: cl[ií]nica)?|historia clínica|numero (?:di )?cartella(?: clinica)?|número d[oe] (?:processo|utente)|patiëntnummer|versicherten(?:nummer|-nr)|رقم (?:المريض|الملف))(?!\p{L})[ \t.]{0,4}[:=#|]/iu

interface Rule {
  readonly role: PersonRole
  readonly ahead: RegExp
  readonly behind: RegExp
  readonly within: RegExp
}

/** The name may stand on the next line only where the words begin theirs: what ends a sentence or heads another column says nothing of it. */
const ruleOf = (role: PersonRole, words: readonly string[]): Rule => {
  const any = String.raw`(?:${words.join('|')})(?:['’]s?)?(?:[ _-]${nameWords})?(?![\p{L}\p{M}])`
  return {
    role,
    ahead: new RegExp(
      String.raw`(?<![\p{L}\p{M}])${any}${gap('[ \\t]')}$|(?:^|\n)[ \t]{0,8}${any}${gap(String.raw`\s`)}$`,
      'iu',
    ),
    behind: new RegExp(
      String.raw`^[ \t]{0,2}(?:,|[(–—-])[ \t]{0,2}(?:(?:a|an|the|his|her|my|our|le|la|l['’]|un|une|sa|son|notre|die|der|ihre?|seine?|unsere?|el|su|nuestra|il|lo|una?|o|de|haar|zijn|onze)[ \t]{0,2})?${any}`,
      'iu',
    ),
    within: new RegExp(String.raw`(?<![\p{L}\p{M}])${any}`, 'iu'),
  }
}

const rules: readonly Rule[] = [
  ruleOf('relative', [
    ...[
      'wife',
      'husband',
      'spouse',
      'partner',
      '(?:grand|step)?(?:mother|father|son|daughter)',
      'brother',
      'sister',
      'uncle',
    ],
    ...['aunt', 'next of kin', 'guardian', 'emergency contact', 'parent', 'carer', 'caregiver'],
    ...[
      'épouse',
      'époux',
      'mari',
      'conjointe?',
      'compagne',
      'compagnon',
      '(?:belle-|grand-)?mère',
      '(?:beau-|grand-)?père',
    ],
    ...[
      'fils',
      'fille',
      'frère',
      'sœur',
      'soeur',
      'tutrice',
      'tuteur',
      'personne de confiance',
      'personne à (?:prévenir|contacter)',
    ],
    ...[
      'ehefrau',
      'ehemann',
      'ehegatt(?:e|in)',
      'lebensgefährt(?:e|in)',
      '(?:groß|schwieger)?(?:mutter|vater|sohn|tochter)',
      'bruder',
    ],
    ...['schwester', 'angehöriger?', 'vormund', 'betreuer(?:in)?', 'notfallkontakt', 'erziehungsberechtigter?'],
    ...[
      'esposa',
      'esposo',
      'marido',
      'cónyuge',
      'madre',
      'padre',
      'hij[oa]',
      'herman[oa]',
      'tutora?(?: legal)?',
      'contacto de emergencia',
    ],
    ...['moglie', 'marito', 'coniuge', 'figli[oa]', 'fratello', 'sorella', 'tutore', 'contatto di emergenza'],
    ...['mãe', 'pai', 'cônjuge', 'filh[oa]', 'irmão', 'irmã', 'contacto de emergência', 'contato de emergência'],
    ...[
      'echtgenote?',
      'moeder',
      'vader',
      'zoon',
      'dochter',
      'broer',
      'zus',
      'voogd',
      'mantelzorger',
      'contactpersoon bij nood',
    ],
    ...['والدة', 'والد', 'زوجة', 'زوج', 'زوجته', 'زوجها', 'ابن', 'ابنة', 'شقيق', 'شقيقة', 'ولي الأمر'],
  ]),
  ruleOf('practitioner', [
    ...[
      'doctor',
      'physician',
      'general practitioner',
      'gp',
      '(?:attending|treating|referring|family) (?:doctor|physician)',
      'surgeon',
      'practitioner',
    ],
    ...[
      'dentist',
      'anaesthetist',
      'anesthesiologist',
      'midwife',
      'pharmacist',
      'physiotherapist',
      'prescriber',
      'radiologist',
      'dermatologist',
    ],
    ...['m\\.?d\\.?', 'd\\.?d\\.?s\\.?', 'frcs', 'mbbs', 'rn', 'nurse'],
    ...[
      'docteure?',
      'médecin(?: traitant)?',
      'chirurgienn?e?(?:-dentiste| dentiste)?',
      'praticienn?e?',
      'dentiste',
      'anesthésiste',
      'sage-femme',
    ],
    ...['infirmi(?:er|ère)', 'pharmacienn?e?', 'kinésithérapeute', 'prescripteur', 'dermatologue', 'radiologue'],
    ...[
      '(?:haus|zahn|fach|ober|assistenz|chef)?(?:arzt|ärztin)',
      'behandler(?:in)?',
      'chirurg(?:in)?',
      'hebamme',
      'apotheker(?:in)?',
    ],
    ...['behandelnder? (?:arzt|ärztin)', 'facharzt für \\p{L}{4,30}'],
    ...[
      'responsable clínic[oa]',
      'médic[oa](?: tratante)?',
      'cirujan[oa]',
      'odontólog[oa]',
      'enfermer[oa]',
      'facultativ[oa]',
      'anestesista',
      'farmacéutic[oa]',
    ],
    ...['medico(?: curante)?', 'chirurgo', 'dentista', 'infermier[ea]', 'ostetrica', 'farmacista', 'anestesista'],
    ...['cirurgi(?:ão|ã)', 'enfermeir[oa]', 'médic[oa] assistente', 'farmacêutic[oa]'],
    ...['(?:huis|tand)?arts', 'chirurg', 'verpleegkundige', 'verloskundige', 'apotheker', 'behandelaar', 'specialist'],
    ...['طبيب', 'طبيبة', 'الطبيب المعالج', 'جراح', 'ممرض', 'ممرضة', 'الصيدلي'],
  ]),
  ruleOf('patient', [
    ...['patient', 'name of (?:the )?patient', 'client', 'insured(?: person)?', 'resident'],
    ...['patiente', '(?:nom|identité) (?:du|de la) patiente?', 'assurée?', 'bénéficiaire(?: des soins)?'],
    ...[
      'patientin',
      'patienten',
      'patientenname',
      'name (?:des|der) patient(?:en|in)',
      'versicherter?',
      'versicherten',
    ],
    ...[
      'paciente',
      'nombre del? (?:la )?paciente',
      'asegurad[oa]',
      'nome d[oa] (?:paciente|utente)',
      'utente',
      'doente',
    ],
    ...[
      'paziente',
      'nome del(?:la)? paziente',
      'assistit[oa]',
      'patiënte?',
      'naam (?:van de )?patiënt',
      'verzekerde',
      'cliënte?',
    ],
    ...['المريض', 'المريضة', 'اسم المريض', 'اسم المريضة'],
  ]),
  ruleOf('staff', [
    ...[
      'secretary',
      'receptionist',
      'practice manager',
      'office manager',
      'manager',
      'director',
      'ceo',
      'accountant',
      'employee',
    ],
    ...[
      'staff member',
      'contact person',
      'case handler',
      'account manager',
      'sales representative',
      'head of \\p{L}{2,20}',
    ],
    ...[
      'secrétaire(?: médicale)?',
      'assistante?(?: médicale| de direction)?',
      'directeur',
      'directrice',
      'gérante?',
      'comptable',
      'salariée?',
    ],
    ...['employée?', 'responsable(?: qualité)?', 'interlocut(?:eur|rice)', 'votre conseill(?:er|ère)'],
    ...[
      'ansprechpartner(?:in)?',
      'sachbearbeiter(?:in)?',
      'geschäftsführer(?:in)?',
      'sekretär(?:in)?',
      'mitarbeiter(?:in)?',
      'praxismanager(?:in)?',
    ],
    ...['secretari[oa]', 'recepcionista', 'gerente', 'director[ae]?', 'emplead[oa]', 'contable', 'persona de contacto'],
    ...['segretari[oa]', 'direttore', 'direttrice', 'responsabile', 'dipendente', 'referente', 'impiegat[oa]'],
    ...['secretári[oa]', 'diretora?', 'funcionári[oa]', 'pessoa de contacto'],
    ...['secretaresse', 'directeur', 'medewerk(?:er|ster)', 'contactpersoon', 'boekhouder', 'praktijkmanager'],
    ...['مدير', 'مديرة', 'سكرتيرة', 'سكرتير', 'موظف', 'موظفة', 'محاسب'],
  ]),
]
