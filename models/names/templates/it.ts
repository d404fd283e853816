/** Italian. */
export const it = String.raw`
Mi chiamo {P}[.| e abito a {L}.]
[Buongiorno|Ciao|Salve], sono {P}[.|, {job}.|, della {O}.]
[Gentile|Egregio|Cara|Caro] {T} {PS},\n\n{sentence} {sentence}\n\n[Cordiali saluti|Distinti saluti],\n{P}
[Ciao|Caro|Cara] {PG},\n{sentence}\n[Grazie|Un abbraccio],\n{PG}
[Il signor|La signora|Il dottor|La dottoressa] {P} [abita a {L}|è stato ricoverato|lamenta {disease}].
Paziente: {P}, nato a {L} il {date}
Cognome: {PS}\nNome: {PG}\nData di nascita: {date}\nIndirizzo: {A}
Cognome e nome: {PC}
[Medico curante|Medico richiedente|Specialista|Primario]: Dott. {P}
{T} {P}\n{job}\n{H}\n{AM}
{P}\n{AM}
{O}\n{AM}\nP. IVA {id}
Spett.le {O}\n{AM}
Fatturare a: {P}, {A}
[Abito|Vivo|Risiedo] in {A}.
[Residente|Domiciliato] in {A}
Indirizzo: {A}
[Sua moglie|Suo figlio|La sorella|Il padre] {PG} [vive a {L}|lo accompagna].
Io [sottoscritto|sottoscritta] {P}, nato a {L} il {date} e residente in {A}, dichiaro {phrase}
{PG} [disse|rispose|chiese]: «{sentence}»
{PG}: {sentence}\n{PG}: {sentence}
{P} [lavora|ha lavorato] [per|presso] {O} [dal {year}|a {L}].
Intestatario: {P} IBAN {id}
Firma: {P}
{PI}, {PI}. {heading}. {year}.
[Ricoverato|Visitata|Operato] [presso|all'] {H} [di {L}|il {date}].
{id};{PS};{PG};{date};{S};{ZC}
Da: {P} <{email}>\nA: {P} <{email}>\nOggetto: {heading}
{L}, {date}
{ZC}
[Il ministro|L'avvocato|La professoressa|Il cantante|Il sindaco] {P} [ha detto|ha firmato] {phrase}.
[Diagnosi|Terapia|Anamnesi|Conclusioni|Esame obiettivo]: {disease}. {sentence}
[Morbo di|Sindrome di|Malattia di] [Parkinson|Crohn|Alzheimer|Cushing] [escluso|in terapia].
{heading}
{HEADING}
{heading}: {n}
{sentence}
{sentence} {sentence} {sentence}
{product} {n} {money}
[Fattura|Preventivo|Ordine] n. {id} del {date}
Reparto di {dept}
{O} [ha acquistato|ha sede a {L}].
`
