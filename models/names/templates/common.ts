/** Texts of no language: lists, laboratories, tables, references, machines. */
export const common = String.raw`
{salad}
{salad} {salad}
{salad}\n{salad}\n{salad}
{Salad}: {salad}
- {Salad}\n- {Salad}\n- {Salad}
{clinical} {n}, {clinical} {n}.{n}, {clinical} {n} mg/dl
{clinical}: {n} {clinical}: {n}.{n} {clinical}: {n}
- {clinical} {n}\n- {clinical} {noun} {n}\n- {clinical}, {clinical}, {clinical} {noun}
{clinical} ({clinical}, {clinical}) {noun} {adj}.
{clinical} {clinical} {clinical} {clinical} {noun}
{Salad} ({clinical}) {salad}
{salad} {clinical} {n} {clinical}, {salad}
{clinical}: {Salad}
{clinical} {n} UI/ml (VN {n}-{n}), {clinical} {n} U/L
{eponym} {salad}
{salad} {eponym}, {noun} {adj}.
{salad} {eponym} {n}.
({eponym}) {noun}
{ref}, {ref}, {ref}, {ref}; {heading}. {year} {month};{n}({n}):{n}-{n}.
{ref}, {ref}, et al. {heading}. {year}.
{PI}, {PI}, {PI} {heading} {year}
{n} {n}.{n} {n} {n}.{n} -{n}.{n} {n}
{Salad} {n}.{n} {n}.{n} -{n}.{n}
{Salad} - {clinical} {n}.{n} {n}.{n}
{adj}, {adj}, {adj}, {noun} & {noun}, {noun}
{Noun} & {Noun}, {Noun}, {Noun}, {Noun} & {Noun}
{Noun}, {Noun}, {Noun}
{salad} {acronym} {salad}
{acronym} {acronym} {n}
{acronym}: {salad} ({acronym})
{id} {date} {money}
v{n}.{n}.{n} {noun}-{noun} ({acronym})
{Noun} {Noun} {Noun}
{HEADING} {HEADING}
The {Noun} [Band|Orchestra|Trio|Group|Foundation|Museum] [was|is] {adj}.
the [band|group|club|brand|company] {O} {salad}
The {title} [of {L} |]{salad}
The {title} of {C} arrived at {L} from {C}.
[The|the] {PS}[, {PS} and {PS}|] [Orchestra|Quartet|Band|Trio] {salad}
{PSP} [invested|said|announced|employs|bought|reported] {salad}
{salad} [by|of|from] {P}[.|,] {salad}
{salad} {P} {salad}
{salad} {P}, {salad}
{P} {salad}
{salad}, {P}.
{P}, {P} [and|et|y|und|e|en] {P} {salad}
{salad} {A}. {salad}
{S} {salad}
{salad} {S}, {salad}
{salad} [corner of|near|angle de|esquina] {SN} [and|et|y] {SN}. {salad}
{salad} [at|to|in] {military}. {salad}
{H} {salad}
{salad} {H} {salad}
{H}. {S}. {ZX} {L}. {C}. {email}
{O} {salad}
{salad} {O}. {salad}
{salad} {O} [and|et|y|und] {O} {salad}
{O}, {O} [and|et|y|und] {O}
{salad} {L}. {salad}
{salad} {L}, {C}
{n}/{n}/{n} {PS} {noun}
{PS} {date}
{id}, {PS}, {PG}
[Sexe|Sexo|Sex|Gender|Sesso]: [H.|M.|F.|Masc|Fem|V]\n[Edad|Age|Alter]: {n}
[Servicio|Service|Department|Ward|Station|País|Country|Pays|Estado|Status]: {Noun}.
[País de nacimiento|Country of birth|Pays|Paese|Land]: {C}.
N° [FINESS|RPPS|SIRET|NIR|ADELI]\n{id}\n{n} {n} {n} {n}
{T} {P}\n[N° RPPS|FINESS|Tél|Fax|IPP] {id}
{T} {PF} [a communiqué avec|called|habló con|sprach mit] {T} {PS}.
{P} - {id}\nTel : {phone}
{P}\nTel : {phone} ou {phone}
[Secrétariat Médical|Contributeurs Externes|Service Social|Head Office|Front Desk]\n{P}\nTel : {phone}
{T} {P} ([PU-PH|MCU-PH|PH|CCA|MD|RN|PhD])
{H} – {PI} – {T} {PU}
{salad} [GmbH|Inc|SA] {salad}
{salad} {product} {salad}
{salad} {product}, {product} [and|or|et|y|und] {product} {salad}
{salad} {C} {salad}
{salad} {language} {salad}
{salad} {C}, {C}, {C}. {salad}
| {C} | {language} | {n} |
| {Noun} | {Noun} | {Noun} |
| {language} | {salad} |
{Camel}.{noun}({Camel}, {n})
{Camel} {salad}
{salad} {Camel} {salad}
{Noun} {Noun}: {salad}
# {Noun}\n\n{salad}
## {Noun} {noun}\n\n- {Noun}: {salad}\n- {Noun}: {salad}
**{Noun}** {salad}
{acronym}_{acronym}
\[{Noun} {noun}\]({url})
"{noun}": "{noun}", "{noun}": "{Noun} {noun}"
"name": "{P}", "email": "{email}"
"{P} <{email}>"
* {P} <{email}>
# Author: {P} <{email}>
- \[{P}\](https://example.com/)
{salad} (thanks to {P}).
{month} {salad}
{weekday} {salad} {weekday}
{salad} {nat} {noun} {salad}
{HEADING} {salad}
{salad} {HEADING} {salad}
{book} {salad}
{salad} "{book}" {salad}
{heading} {salad}
{salad} {heading} {salad}
{P} flew to {L} on {weekday}.
{salad} [flew|travelled|returned|went|drove] to {L} {salad}
{P} is from [{O}|{L}|{C}].
{num} {Noun} {money}
{num} {Noun} {letter} {money} {n} {money}
{num} {product} {n}.{n} {money}\n{num} {product} {n}.{n} {money}
{n} {Noun} {letter} {n} {money}\n{n} {Noun} {letter} {n} {money}\n{n} {Noun} {letter} {n} {money}
{num} {Noun} {Noun} {n}
{num} {acronym} {Noun}
{Noun} {num} {money}
{Noun} {letter} {num}
{base64}
{base64}\n{base64}
{salad} {base64}
{acronym}-{num} {Noun} {n} {money}
ISO {num} {Noun}
{Noun} {n}, {Noun} {n}, {Noun} {n}
- \[{heading}\](#{noun})\n- \[{heading} {noun}\](#{noun}-{noun})
\[{product}\](https://example.com/) {salad}
* \[{C}\](https://example.org/wiki/)
{heading}\n{heading}\n{heading}
{noun}=None, {noun}=False
`
