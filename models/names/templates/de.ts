/** German. */
export const de = String.raw`
Mein Name ist {P}[.| und ich wohne in {L}.]
[Hallo|Guten Tag], [ich bin|ich heiße|hier spricht|hier ist] {P}[.|, {job}.| von der {O}.]
[Sehr geehrter Herr|Sehr geehrte Frau|Lieber Herr|Liebe Frau] {PS},\n\n{sentence} {sentence}\n\nMit freundlichen Grüßen\n{P}
[Lieber|Liebe|Hallo] {PG},\n{sentence}\n[Viele Grüße|Liebe Grüße|Danke],\n{PG}
[Herr|Frau|Herr Dr.|Frau Dr.|Prof. Dr.|Dr. med.] {PF} [wohnt in {L}|wurde am {date} aufgenommen|ist {n} Jahre alt|leidet an {disease}].
Patient: {PK}, geb. {date}
Name: {PS}\nVorname: {PG}\nGeburtsdatum: {date}\nAnschrift: {A}
Nachname, Vorname: {PK}
[Hausarzt|Überweiser|Operateur|Assistenz|Chefarzt|Oberarzt]: Dr. {P}
Wir berichten über [unseren Patienten|unsere Patientin] {PK}, geb. am {date}, wohnhaft {A}.
[Seine|Ihre] [Frau|Tochter|Mutter|Schwester] {PG} [wohnt in {L}|rief an|kommt mit].
{P}\n{AM}
{P}\n{job}\n{O}\n{AM}\nTel.: {phone}
{O}\n{AM}
Rechnung an:\n{P}\n{AM}
Lieferadresse: {P}, {A}
Ich wohne [in der {S}|{A}|in {L}].
[Er|Sie|{PG}] [wohnt|lebt|arbeitet] [in|bei|nahe] {L}[, {C}|].
Adresse: {A}
[Anschrift|Wohnort|Sitz]: {A}
Der Bus hält an der {SN}.
{ZC}
{L}, [den|] {date}
Geschäftsführer: {P}, {P}\nSitz der Gesellschaft: {L}\n{O}
Ansprechpartner: {P}\nTelefon: {phone}
Kontoinhaber: {P}\nIBAN: {id}
Unterschrift: {P}
Hiermit erkläre ich, {P}, geboren am {date} in {L}, {phrase}.
{PG} [sagte|fragte|antwortete|rief]: „{sentence}“
{PG}: {sentence}\n{PG}: {sentence}
[Der Arzt|Die Ärztin|Der Anwalt|Die Lehrerin|Der Minister|Der Sänger] {P} [sagte|erklärte|kam] {phrase}.
{P} [arbeitet|war] [bei|für] {O} [seit {year}|in {L}|tätig].
{PI}, {PI} und {PI}. {heading}. {year}.
Von: {P} <{email}>\nAn: {P} <{email}>\nBetreff: {heading}
Am {date} schrieb {P}:\n> {sentence}
{id};{PS};{PG};{date};{S};{ZC}
Behandelt im {H} [in {L}|] wegen {disease}.
{H}\nKlinik für {dept}\n{AM}
Klinik für {dept}
[Diagnose|Therapie|Befund|Anamnese|Medikation|Procedere]: {disease}. {sentence}
[Morbus|Syndrom nach] [Parkinson|Crohn|Basedow|Bechterew] [bekannt|ausgeschlossen].
{heading}
{HEADING}
{heading}: {n}
{sentence}
{sentence} {sentence} {sentence}
{product} {n} Stück {money}
Pos. Bezeichnung Menge Einzelpreis Gesamt\n{n} {product} {n} {money} {money}
[Rechnung|Angebot|Auftrag|Lieferschein] Nr. {id} vom {date}
[Die|Der|Das] {Noun} [der|des|in der] {Noun} [ist|war] {adj}.
[Bitte|Wir] überweisen [Sie|] den Betrag [auf das Konto|bis {date}].
{O} [kauft|verklagt|übernimmt] {O}.
[Am|Bis] {weekday}[, den {date}|] [ist|bleibt] [die Praxis|das Büro] geschlossen.
Die [Bundesregierung|Stadt|Firma|Universität|Kirche] [hat|plant] {phrase}.
[Zahlungsbedingungen|Allgemeine Geschäftsbedingungen|Mit freundlichen Grüßen|Herzlichen Dank|Gute Besserung]
Sehr geehrte Damen und Herren,\n\n{sentence}
Ihre [Bestellung|Anfrage|Nachricht|Kundennummer] {id}
`
