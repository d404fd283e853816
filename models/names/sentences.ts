/** Sentences without names, by language: what stands around names in letters, reports and talk. One a line. */
export const sentences: Readonly<Record<string, string>> = {
  en: `
Thank you for your message[.| of {date}.]
We will get back to you [shortly|within {n} days|as soon as possible].
[I|We|They] [have not received|need|lost|found|sent] [the|an|my] [parcel|invoice|card|report|letter] [yet|yesterday|].
What are you doing here?
How can I repay you?
I don't like this tone.
Please find attached [the report|our invoice|the signed form].
The results were [normal|unremarkable|within the expected range].
[He|She] denies [fever|chest pain|alcohol use|smoking].
There is no evidence of [fracture|infection|recurrence].
Follow up in {n} weeks.
Can I cancel my subscription?
[When|Where] will the [meeting|training|operation] [take place|start]?
It was a dark night and the {noun} was {adj}.
The {noun} [had|has] been {adj} for [years|days].
Nobody [knew|saw|believed] what [happened|it meant].
[However|Moreover|Therefore|Unfortunately|Finally|Indeed|Besides|Meanwhile], the {noun} is {adj}.
In the [morning|evening|end], [everything|nothing] changed.
If you [want|need] to {verb}, [read|use|see] the {noun}.
This [function|method|option|file|library] returns the {noun} [of|for] each {noun}.
Use the {noun} to {verb} {adj} {noun}.
[Returns|Creates|Deletes|Updates|Parses|Checks] the {noun}.
Note that the {noun} must be {adj}.
You [can|must|should|may] {verb} the {noun} before {n} {month}.
Prices include VAT and delivery.
Payment is due within {n} days.
She looked out of the window and said nothing.
All of the {noun}s are {adj}, but some {verb}.
[God|Heaven|Lord] knows what [the King|the Prince|the Captain] will say.
My credit card has been lost, can I request you to block it?
[Yes|No|Okay|Sure|Well|Oh|Right|Great|Cool|Sorry], {phrase}.
[Are|Were] there any charges for transfers to other banks?
[As|Since] the {noun} [was|is] {adj}, the {noun} could not {verb}.
Over the [Atlantic|Pacific|Alps], the weather was fine.
The [English|French|Spanish|German|American] {noun} [of|in] the [Middle Ages|Renaissance|Second World War].
[Internet|Email|Television|Radio] [access|service] [is|was] {adj}.
[Step|Option|Part] [One|Two|A|B]: {verb} the {noun}.
Meet the {noun}. It {verb}s.
["|]All rights reserved["|].
This document is confidential and intended for the addressee only.
`,
  fr: `
Je vous remercie de [votre courrier|votre confiance|m'avoir adressé ce patient].
Nous restons à votre disposition pour tout renseignement.
[Le|La] [patient|patiente] [est sorti|est revenue|va bien|présente une douleur] [le {date}|ce jour|].
L'examen [clinique|neurologique|cardiaque] est [normal|sans particularité].
Les résultats sont [normaux|en attente|joints à ce courrier].
[Pas de|Absence de] [fièvre|fracture|récidive|métastase].
Veuillez trouver ci-joint [le compte rendu|la facture|le devis].
On propose de [revoir le patient|poursuivre le traitement|réaliser une IRM] dans {n} mois.
Il n'y a pas [d'enfants|d'allergie connue|d'antécédent].
[Cependant|Toutefois|Ensuite|Enfin|Depuis|Malheureusement], [le|la] {noun} [est|reste] {adj}.
[Que faites-vous ici|Où allons-nous|Comment puis-je vous aider] ?
[Oui|Non|Bien sûr|Merci|Désolé], {phrase}.
La réunion aura lieu le {date} à {time}.
Le paiement est dû sous {n} jours.
[Traitement|Bilan|Suivi] à poursuivre [jusqu'au {date}|pendant {n} semaines].
Il faisait nuit et la {noun} était {adj}.
Dans le cadre du projet, [nous|les équipes] [avons|ont] {phrase}.
[Dieu|Le Roi|La Reine|Le Ministre] le sait.
Tous droits réservés.
`,
  es: `
Gracias por su [mensaje|interés|confianza].
[El|La] [paciente|enferma] [evolucionó favorablemente|fue dada de alta|refiere dolor] [el {date}|].
La exploración [física|neurológica] fue [normal|anodina].
Se realizó [una ecografía|una resonancia magnética|un TAC] que mostró [una lesión|hallazgos normales].
No presenta [fiebre|alergias conocidas|antecedentes de interés].
Adjunto [el informe|la factura|el presupuesto].
Se recomienda [control|seguimiento] en {n} meses.
[Sin embargo|Además|Finalmente|Posteriormente|Actualmente], el {noun} es {adj}.
¿[Qué haces aquí|Cómo puedo ayudarle|Dónde está la {noun}]?
[Sí|No|Claro|Lo siento], {phrase}.
La reunión será el {date} a las {time}.
El pago vence en {n} días.
Era de noche y la {noun} estaba {adj}.
[Dios|El Rey|El Gobierno] lo sabe.
Todos los derechos reservados.
`,
  de: `
Vielen Dank für Ihre [Nachricht|Bestellung|Anfrage].
Wir melden uns [in den nächsten Tagen|so bald wie möglich].
[Der Patient|Die Patientin] [klagt über Schmerzen|wurde entlassen|ist beschwerdefrei] [am {date}|].
Die Untersuchung war [unauffällig|ohne Befund].
Es besteht kein Hinweis auf [eine Fraktur|einen Tumor|ein Rezidiv].
Im Anhang finden Sie [den Bericht|die Rechnung|das Angebot].
Wir bitten um [Kontrolle|Wiedervorstellung] in {n} Wochen.
[Leider|Außerdem|Danach|Schließlich|Dennoch|Heute] ist der {Noun} {adj}.
Was machst du hier?
[Ja|Nein|Gut|Danke|Entschuldigung], {phrase}.
Die {Noun} und der {Noun} [sind|waren] {adj}.
Der {Noun} der {Noun} wird {adj}.
Die Zahlung ist innerhalb von {n} Tagen fällig.
Es war Nacht und die {Noun} war {adj}.
[Gott|Der König|Die Polizei|Das Gericht] weiß es.
Alle Preise verstehen sich inklusive Mehrwertsteuer.
Das [Haus|Kind|Buch|Wasser] steht am [Fenster|Tisch|Berg|Bahnhof].
`,
  it: `
Grazie per [il messaggio|la fiducia|l'ordine].
[Il paziente|La paziente] [è stato dimesso|riferisce dolore|sta bene] [il {date}|].
L'esame obiettivo è [negativo|nella norma].
In allegato [la fattura|il referto|il preventivo].
Si consiglia controllo tra {n} mesi.
[Tuttavia|Inoltre|Infine|Purtroppo], il {noun} è {adj}.
Che cosa fai qui?
[Sì|No|Certo|Scusa], {phrase}.
La riunione si terrà il {date} alle {time}.
Era notte e la porta era chiusa.
[Dio|Il Re|Il Governo|La Polizia] lo sa.
Tutti i diritti riservati.
`,
  pt: `
Obrigado pela sua [mensagem|encomenda|confiança].
[O doente|A doente|O paciente] [teve alta|refere dor|está bem] [a {date}|].
O exame [físico|neurológico] foi normal.
Em anexo [a fatura|o relatório|o orçamento].
Recomenda-se controlo em {n} meses.
[No entanto|Além disso|Finalmente|Infelizmente], o {noun} é {adj}.
O que fazes aqui?
[Sim|Não|Claro|Desculpe], {phrase}.
Era de noite e a {noun} estava fechada.
[Deus|O Rei|O Governo|A Polícia] sabe.
Todos os direitos reservados.
`,
  nl: `
Bedankt voor uw [bericht|bestelling|vertrouwen].
[De patiënt|Patiënte] [heeft pijn|is ontslagen|maakt het goed] [op {date}|].
Het onderzoek was [normaal|zonder bijzonderheden].
In de bijlage vindt u [de factuur|het verslag|de offerte].
Controle over {n} weken.
[Helaas|Daarna|Ook|Toch|Vandaag] is de deur gesloten.
Wat doe je hier?
[Ja|Nee|Goed|Sorry], {phrase}.
Het was nacht en het huis was donker.
[God|De Koning|De Politie|Het Kabinet] weet het.
Alle rechten voorbehouden.
`,
  ar: `
شكرا لكم على [الرسالة|الاهتمام|الزيارة].
[النتائج طبيعية|لا توجد حمى|يرجى المراجعة بعد أسبوع].
`,
}

/** Ends of sentences, by language. */
export const phrases: Readonly<Record<string, string>> = {
  en: `that the {noun} is {adj}
the truth about the {noun}
on condition of anonymity
a new {noun} for {n} {noun}s
to {verb} the {noun} without warning
it {verb}s every day
because of the {noun}
over visa disputes
I will do it tomorrow`,
  fr: `que la {noun} est {adj}
avoir reçu les informations
la prise en charge de ses soins
une nouvelle {noun}
sans prévenir
à cause de la grève`,
  es: `que el {noun} es {adj}
haber recibido la información
el tratamiento propuesto
una nueva ley
sin avisar`,
  de: `dass der {Noun} {adj} ist
die Behandlung
einen neuen Vertrag
ohne Vorwarnung`,
  it: `che la porta è chiusa
il trattamento proposto
una nuova legge
senza preavviso`,
  pt: `que o {noun} é {adj}
o tratamento proposto
uma nova lei
sem aviso`,
  nl: `dat de deur dicht is
de behandeling
een nieuwe wet
zonder waarschuwing`,
  ar: `العلاج المقترح`,
}
