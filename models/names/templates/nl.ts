/** Dutch. */
export const nl = String.raw`
[Mijn naam is|Ik ben|Ik heet] {P}[.| en ik woon in {L}.]
[Hallo|Goedemorgen|Goedendag], [u spreekt met|dit is] {P}[.|, {job}.| van {O}.]
[Geachte heer|Geachte mevrouw|Beste meneer] {PS},\n\n{sentence} {sentence}\n\nMet vriendelijke groet,\n{P}
[Beste|Hoi|Lieve] {PG},\n{sentence}\n[Groeten|Groetjes|Bedankt],\n{PG}
[De heer|Mevrouw|Dhr.|Mevr.|Dr.|Prof.] {P} [woont in {L}|werd opgenomen|heeft {disease}].
Patiënt: {P}, geboren {date}
Naam: {P}\nGeboortedatum: {date}\nAdres: {A}
Achternaam: {PS}\nVoornaam: {PG}\nWoonplaats: {L}
[Huisarts|Behandelaar|Specialist|Chirurg]: dr. {P}
{P}\n{AM}
{P}\n{job}\n{O}\n{AM}
{O}\n{AM}\nKvK {id}
Factuuradres: {P}, {A}
Ik woon [op|aan de|in de] {A}.
Adres: {A}
[Zijn vrouw|Haar man|Zijn zus|De moeder] {PG} [woont in {L}|belde].
Ondergetekende, {P}, wonende te {A}, verklaart {phrase}
{PG} [zei|vroeg|antwoordde]: "{sentence}"
{PG}: {sentence}\n{PG}: {sentence}
{P} [werkt|werkte] [bij|voor] {O} [sinds {year}|in {L}].
Rekeninghouder: {P} IBAN {id}
{PI}, {PI} en {PI}. {heading}. {year}.
[Opgenomen|Behandeld|Gezien] in {H} [te {L}|op {date}].
{id};{PS};{PG};{date};{S};{ZC}
Van: {P} <{email}>\nAan: {P} <{email}>\nOnderwerp: {heading}
{L}, {date}
{ZC}
[De minister|De arts|De advocaat|De zanger] {P} [zei|kwam] {phrase}.
[Diagnose|Medicatie|Conclusie|Voorgeschiedenis]: {disease}. {sentence}
{heading}
{HEADING}
{heading}: {n}
{sentence}
{sentence} {sentence} {sentence}
{product} {n} {money}
[Factuur|Offerte|Bestelling] nr. {id} van {date}
Afdeling {dept}
`
