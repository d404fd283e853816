/** English: one text a line; see `template.ts` for the slots. */
export const en = String.raw`
My name is {P}[.|, and I would like to change my details.|]
[Hi|Hello|Hey|Good morning], my name is {P} and I [live|work|study] in {L}.
[Hi|Hello], this is {P} [from {O}|calling about my order|speaking].
I'm {P}[, {n} years old|, from {L}|].
I am {P}, a {job} [at {O}|from {L}|in {L}].
Call me {PG}[.|, please.]
[He|She|They] [is called|goes by the name of|was introduced as] {P}.
{PG} [said|replied|asked|shouted|whispered|answered|laughed|smiled|nodded|cried|yelled at {PG}]: "{sentence}"
"{sentence}" [said|asked|answered|replied|shouted|muttered] {P}.
{PG}: {sentence}
{PG}: {sentence}\n{PG}: {sentence}\n{PG}: {sentence}
{PU}: {sentence}\n{PU}: {sentence}
Agent: {sentence}\nCustomer: My name is {P}.\nAgent: Thank you, {PG}.
User: {sentence} Bot: {sentence}
{P} [is|was] [a very|an extremely|such a|not a] [kind|difficult|patient|talented|quiet|sympathetic] [person|man|woman|child|colleague].
{P} [works|worked] [for|at] {O} [as a {job}|since {year}|in {L}].
{P} spent [two years|a year|many years] at {O} [as the assistant to|working for|together with] {P}, and [later|then] [moved|went] to {O} in {L}.
{P} [joined|left|founded|sued|runs|owns|sold] {O} [in {year}|last {month}|].
{O} was founded [in {year}|] by {P} and {P}.
The founders of {O}: {PS}, {PS} and {PS}.
Our [team|group|staff]: {P}, {P}, {P} and {P}.
We [had|have] [three|five|six] [kids|guests|students|children]: {PG}, {PG}, {PG}, {PG} and {PG}.
[Please|Kindly] [contact|call|e-mail|ask|write to] {P} [at {email}|at {phone}|for details|].
I [met|saw|called|know|married|remember|hired|visited|treated] {P} [yesterday|last week|in {L}|at the airport|on {date}|].
I [want|need|would like] to [add|remove|register|name] {P} as [a beneficiary|an authorised user|my guardian|a second account holder].
Could you [send|forward|transfer] [this|it|the file|{money}] to {P}?
Have you [been to|seen|heard|read] [a|the|any] {PF} [concert|show|book|film|interview] [before|yet|]?
Do you [know|remember] {P}?
Who is {P}?
[Where|When] did {P} [go|live|work|study]?
Is {P} [there|available|at home|in the office]?
Maybe [it is|it's|the booking is] under [the name|] {P}.
The [reservation|booking|order|account|contract|policy] is [under|in the name of] {P}.
[Dear|Hello|Hi|Hey] {P},\n\n{sentence} {sentence}\n\n[Kind regards|Best regards|Sincerely|Best wishes|Thanks|Cheers],\n{P}
[Dear|Hi] {PG},\n{sentence}\n[Best|Thanks|Love],\n{PG}
Dear {T} {PS},\n\n{sentence} {sentence}\n\nYours sincerely,\n\n{P}\n{job}\n{O}
[Regards|Sincerely yours|Thank you],\n\n{P}\n{job}\n{O}\n{AM}\n{phone}
{P}\n{job}\n{O}\n{AM}
{P}\n{AM}
{P}\n\n{L}\n{C}
{P}\n{job}\n\nPhone: {phone}\nE-mail: {email}\nWebsite: {url}\n\nAddress:\n{AM}
{PU}\n{job}\nDate of birth: {date}\n{A}
Name: {P}\nPhone: {phone}\n[Address: {A}\n|]Date: {date}
Date: {date}\nName: {P}\n[E-mail|Phone]: {email}
First name: {PG}\nLast name: {PS}\nCity: {L}\nCountry: {C}
Full name: {P}\nDate of birth: {date}\nSSN: {id}
Patient: {P}\nDOB: {date}\nMRN: {id}\nAttending: Dr. {P}
Patient Name: {PK}   DOB: {date}   Sex: F
PATIENT: {PU}    ACCOUNT: {id}    DATE: {date}
Referring physician: {P}, MD
Seen by Dr. {PS} on {date}. {sentence}
{T} {PS} is a {n}-year-old [male|female|man|woman] who [presents|presented] with [chest pain|a cough|{disease}].
{T} {P} [was admitted to|was discharged from|was seen at|was transferred to] {H} on {date}.
The patient, {P}, [lives|resides] [at {A}|in {L}] with [his|her] [wife|husband|son|daughter|mother] {PG}.
[His|Her] [wife|husband|brother|sister|mother|father|son|daughter], {P}, [can be reached at {phone}|was present|lives in {L}].
This {n} year old [male|female] complains of [stomach pain|headache|{disease}].
I called {T} {PS} and discussed the results.
{P}, MD\nDepartment of {dept}\n{H}
Dictated by: {P}\nTranscribed: {date}
cc: {P}; {P}; {P}
From: {P} <{email}>\nTo: {P} <{email}>\nSubject: {heading}\n\n{sentence}
To: {P}\nFrom: {P}\nRe: {heading}
On {date}, {P} wrote:\n> {sentence}
Author: {P}\nTitle: {heading}
Attendees: {P}, {P}, {P}\nAgenda: {heading}
Signed by {P} [on {date}|in {L}].
Witness: {P}
{PI}, {PI} and {PI} ({year}). {heading}. {O}.
{PK} ({year}). {book}.
See {PS} and {PS} ({year}) for details.
[Singer|Songwriter|Actor|Actress|Author|President|Coach|Striker|Senator|Judge|Detective|Professor] {P} [announced|said|won|denied|released|met] {phrase}.
The {PF} [version|recording|interview|case|trial|album] [was|became] [famous|a success|released in {year}].
A song [made famous|recorded|written] by {P}.
[The film|The movie|The play|The novel] {book} [stars|is written by|is directed by|tells the story of] {P} [and {P}|].
{P}'s [car|house|phone|daughter|brother|book|album|speech|order|account] [was stolen|is here|was very good|arrived].
This is {PG}'s [new|old|] [phone|room|desk|number].
{PF} [,|] [aged|age|,] {n}, [of|from] {L} [, was arrested|died|won the prize].
[Police|Officials|Doctors|Witnesses] [said|told reporters] {P}, {n}, [was|had been] [arrested|released|found] in {L} [on {weekday}|].
[In|Since|Until] {year}, {P} [lived|worked|stayed] in {L}.
{PF} and {PG} [are|were] [married|friends|neighbours|on holiday].
[Thanks|Thank you|Sorry|Please|Congratulations|Welcome], {PG}[!|.]
{PG}, [where are you|call me back|can you help me|please come]?
[Remember me|Listen|Stop it|Come on|Wait], {PG}!
[What a day|Not again|Oh no], {PG}. {sentence}
I'll [meet|see|pick up] {PG} [tomorrow|at {time}|on {weekday}].
[The|My] [doctor|dentist|lawyer|landlord|teacher|boss] is [called|] {T} {PS}.
My [mother's|father's|wife's] maiden name is {PS}.
[Her|His] [maiden|last|family] name [is|was] {PS}.
It's spelled {PS}, [first name|given name] {PG}.
The [card|account|invoice] shows the [wrong|old] name: it should be {T} {PF}.
Account holder: {P}\nIBAN: {id}
Cardholder {PU} {id}
Emergency contact: {P} ([wife|brother|mother]) {phone}
Invoice to:\n{P}\n{AM}
Bill to: {P}, {A}
Ship to:\n{P}\n{O}\n{AM}
Sold to {O}\nAttn: {P}\n{AM}
{O}\n{AM}\nPhone: {phone}
Pay to the order of {P}
Employee: {P} | Department: {dept} | ID: {id}
{id},{PG},{PS},{email},{L},{C}
{id};{PS};{PG};{date};{S};{ZC}
{id}\t{P}\t{email}\t{A}
| {P} | {job} | {phone} |
- {P}, {job}
- {P} ({O})
{n}. {P}
{P} ({date} - {date})
{P} & {P}
{PI} / {PI}
I live at {A}.
[He|She|They|{PG}] [lives|live|lived|stays|moved] [at|to] {A}[.|, near the station.]
My address is {A}.
[Please|Can you] [send|ship|deliver|mail] [it|the parcel|the card|everything] to {A}[.|, thank you.]
[Please|I want to|I need to] [update|change] [my|the] [billing|shipping|home|primary] address to [:|] {A}
The [new|billing|shipping|delivery|correct] address [is|should be]: {A}
What is your address? {A}
Here [is|are] my address[es|]: {A} and {A}
We [met|were|moved] at {A} [yesterday|last year|].
I'll meet you at {A} after the [concert|meeting|game|lesson].
The [bus|taxi|driver|train|ambulance] [stops|dropped me off|drops you off|left me] at {S}.
Ask the driver to [stop|wait|turn] at the corner of {SN} and {SN}.
[Turn left|Turn right|Go straight] [at|onto|on] {SN}.
The [shop|office|restaurant|clinic|bank|party] is [on|at|in] {S}[, {L}|].
There is a [new|nice|great] place on {SN}, it's called {product}.
{P} [lives on|lives at|was seen on|works on|moved to] {S}.
[How do I get|How far is it|How long does it take] to {A}?
The title [refers|refers back] to {SN} in {L}.
[Many|All] of the [bars|clubs|shops] on {SN} [are closed|were important to them].
[House|Flat|Apartment] for sale: {A}
Location: {A}
Address: {A}
Property: {S}, {L}
My [zip|postal] code is {Z}[.|, is that right?]
ZIP: {Z}
Postcode {Z}
Are you [in|near] {Z}?
[The embassy|Our office|The store|The clinic] of {O} is at {A}.
The address of {O} is {A}
{O}, {A}
{H}\n{AM}\nTel. {phone}
I [was born|grew up|studied|live|work] in {L}[, {C}|].
[We|They] moved [here|] from [{L}|{C}] [to {L}|].
[He|She] is originally from {L}.
The [plane|train|queen|president|delegation] [arrived|landed|left] [at|in|from] {L} this [morning|week] from {C}.
{C} [leader|government|army] [gives|denies|signs] {phrase}
{L}, {C}
Population of {L}: {num}
I work for {O}.
I [hate|love|bought shares of] {O}.
{O} [announced|reported|bought|sued] {O} [on {weekday}|in {year}|].
{O} and {O} [signed a contract|merged|are the largest employers in {L}].
Employees of {O} [went on strike|were informed].
She was treated at {H}[, {L}|] for {disease}.
[I have|She has|He suffers from|History of|Diagnosis:] {disease}[.| and {disease}.]
[We|They] [are|were] [proud|happy|real] {nat}.
The {nat} [team|police|border guard|government] [won|arrested a man|said no].
[Do you speak|I learned|Translated into] {language}[?|.]
[On|Last|Next|Every] {weekday} [morning|] [we|they|I] [go|went|drive] to the [market|office|gym].
In {month} {year} [prices|sales|costs] [rose|fell] by {n} percent.
{weekday}, {month} {n}, {year}
{heading}
{HEADING}
{heading}\n\n{sentence} {sentence}
{n}. {heading}
## {heading}\n{sentence}
{HEADING}\n{sentence}
{heading}: {n}
{heading}: {id}
{product}
{product} {n} x {money}
{n} {product} {money} {money}
Item Description Quantity Price Amount\n{product} {n} {money} {money}\n{product} {n} {money} {money}\nTotal {money}
Order {id}: {product}, {product}
I bought [a|the|two] {product} [last week|for {money}|from {O}].
The {product} [does not work|is broken|was delivered late|costs {money}].
[Install|Download|Open|Update|Restart] {product} [and|then] [click|press] {heading}.
Click on "{heading}" [and|then] choose {heading}.
{heading} | {heading} | {heading}
{product}, {product}, {product}
[New|Old|Free|Important] {heading}!
Warning: {sentence}
{sentence}
{sentence} {sentence}
{sentence} {sentence} {sentence} {sentence}
The {adj} {noun} [of|in|for] the {noun} [is|was] {adj}.
{book} is a [novel|film|song|game] [from {year}|released by {O}].
[We|I] [read|watched|heard] {book} [yesterday|].
[Title|Chapter|Section|Article|Table|Figure] {n}: {heading}
[Title VII|Article 9|Section 12] of the {heading} Act of {year} protects {phrase}.
[The|A] {heading} [is|are] [required|not supported|described below].
[Department|Office|Ministry|School|Faculty] of {dept}
{dept} Department
[Total|Balance|Amount|Payment] due: {money}
Invoice No. {id}\nInvoice Date {date}\nDue Date {date}\nTerms Net {n} Days
Dear [Sir or Madam|Customer|Team|Colleagues|Friends|All|Parents],\n\n{sentence}
[Thank You For Your Order|Terms And Conditions Apply|Have A Nice Day]
Need to [change|cancel|update] [the|my] [date|card|subscription] {id}
What's your [email|phone|card number]? {id}
[Can|Could|Will|Would|Should|May] [I|we|you] [pay|open|cancel|see] [the|an] [account|order|card]?
Excuse me, [Sir|Madam], [but|] {sentence}
[Java|Python|Windows|Linux|Docker|Kubernetes|Android|Apple|Google|Amazon|Oracle] {heading} {n}.{n}
Copyright (c) {year} {O}. All Rights Reserved.
Copyright (c) {year} {P}
[Licensed under the Apache License|Permission is hereby granted|Redistribution and use], {phrase}
ERROR [Connection|Session|Request|Worker|Memory] [Timeout|Refused|Limit Exceeded] at [Server|Client|Handler] {n}
[{date} {time}] INFO [Main|Http|Worker|Scheduler] - [Started|Stopped|Loaded|Received] {noun} {id}
{date} {time} [GET|POST] /{noun}/{id} {n}
const {noun} = new {Camel}({id}) // {sentence}
import \{ {Camel} \} from '{noun}'
class {Camel} extends {Camel} implements {Camel}
{Camel}: {Camel}, {Camel}: {n}
[Alzheimer|Parkinson|Crohn|Hodgkin|Down] [disease|syndrome] [and|or] {disease} [were excluded|is suspected].
The [Glasgow Coma|Apgar|Barthel|Karnofsky] [Scale|Score|Index] [was|is] {n}.
[Monday|Christmas|Easter|Halloween] [is|was] [cold|fun]. {PG} [came|cooked|stayed].
Exam: [Head|Neck|Chest|Abdomen|Heart|Lungs|Skin] [normal|clear|soft]. Plan: {sentence}
VITAL SIGNS: Temperature {n}, Pulse {n}, Respirations {n}, Blood Pressure {n}/{n}.
Medications: [Aspirin|Lisinopril|Metformin|Tylenol|Lipitor|Plavix|Ambien] {n} mg daily, [Zocor|Norvasc|Xanax|Prozac] {n} mg.
Past Medical History: {disease}, {disease}. Allergies: Penicillin.
Assessment And Plan: {sentence}
Photo by {P}
{P} - {heading}.pdf
[Invoice|Contract|CV|Resume|Passport|Photo|Letter] {P} {year}.pdf
[Consent|Report|Scan]_{PS}_{PG}.pdf
{PS}-{PG}/[scan|photo|xray]_{n}.jpg
IMG_{n}.JPG [Holiday|Beach|Family|Garden] {L}
[Title|Subject|Topic|Project|Product|Category|Status|Type|Color|Brand]: {heading}
[Name|Client|Company]: {O}
Name: {product}
[Username|Login|Host|Server|Database|Version]: {noun}{n}
The {animal} and the {animal}: {sentence}
{C}, {C} and {C} [signed|joined] the treaty.
[University|College] of {L}
{P}, [PhD|MD|RN|Esq.|Jr.], {job}
I am [writing|calling] [on behalf of|about] my [mother|client|son], {P}, who lives at {A}.
{P} [vs.|v.|versus] {P}
[Plaintiff|Defendant|Tenant|Landlord|Buyer|Seller|Borrower]: {P}, residing at {A}
[Mayor|Captain|Sergeant|Officer|Nurse|Coach|Uncle|Aunt|Grandma|Father|Sister|Brother|King|Queen] {PG} [came|called|spoke|said hello].
[According to|Thanks to|Because of|Together with|Instead of|Just like] {P}, {sentence}
[Then|Later|Now|Suddenly|Yesterday|Finally] {P} [came|left|called|arrived|laughed|fell].
[When|If|While|Because|Although|Before] {P} [came|left|calls|arrives|was young], {sentence}
[not|except|written|sung|performed|composed] by {P}[.|)]
({P})
[The {job}|A {job}|The {job} of {O}], {P}, [said|resigned|was fired|was promoted].
[It was|That was|This is|Here is|Here comes] {P}[.|!]
[I think|I believe|They say|She told me] [that|] {P} [is ill|lied|knows|left {L}].
[between|for|with|against|about|without|and] {P} and {P}
{P} [doesn't|does not|didn't|can't|won't|isn't|has|had|could|should|will|may] [{verb}|answer|come|work there].
{P} [who|whose mother|which] {phrase}.
`
