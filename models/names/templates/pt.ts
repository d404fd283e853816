/** Portuguese. */
export const pt = String.raw`
[O meu nome é|Chamo-me|Meu nome é|Eu sou] {P}[.| e moro em {L}.]
[Olá|Bom dia|Boa tarde], [aqui é|sou] {P}[.|, {job}.|, da {O}.]
[Exmo. Sr.|Exma. Sra.|Caro|Prezada|Caro Dr.] {PS},\n\n{sentence} {sentence}\n\n[Atenciosamente|Com os melhores cumprimentos],\n{P}
[Olá|Querida|Caro] {PG},\n{sentence}\n[Abraços|Obrigado|Beijos],\n{PG}
[O Sr.|A Sra.|O Dr.|A Dra.|Dona] {P} [mora em {L}|foi internado|refere {disease}].
[Utente|Paciente]: {P}, nascido em {date}
Nome: {P}\nData de nascimento: {date}\nMorada: {A}
Nome completo: {P}\nEndereço: {A}
[Médico assistente|Médica|Enfermeiro|Diretor]: Dr. {P}
{P}\n{AM}
{P}\n{job}\n{O}\n{AM}
{O}\n{AM}\nNIF {id}
Faturar a: {P}, {A}
[Moro|Vivo|Resido] na {A}.
Morada: {A}
Endereço: {A}
[A esposa|O filho|A mãe|O irmão] {PG} [vive em {L}|acompanha].
Eu, {P}, residente em {A}, declaro {phrase}
{PG} [disse|respondeu|perguntou]: "{sentence}"
{PG}: {sentence}\n{PG}: {sentence}
{P} [trabalha|trabalhou] [na|para a] {O} [desde {year}|em {L}].
Titular: {P} IBAN {id}
Assinatura: {P}
{PI}, {PI}. {heading}. {year}.
[Internado|Observada|Operado] [no|na] {H} [em {L}|a {date}].
{id};{PS};{PG};{date};{S};{ZC}
De: {P} <{email}>\nPara: {P} <{email}>\nAssunto: {heading}
{L}, {date}
{ZC}
[O ministro|A advogada|O professor|A cantora|O jogador] {P} [disse|assinou] {phrase}.
[Diagnóstico|Terapêutica|Antecedentes|Conclusão]: {disease}. {sentence}
[Doença de|Síndrome de] [Parkinson|Crohn|Alzheimer|Chagas] [excluída|em estudo].
{heading}
{HEADING}
{heading}: {n}
{sentence}
{sentence} {sentence} {sentence}
{product} {n} {money}
[Fatura|Orçamento|Encomenda] n.º {id} de {date}
Serviço de {dept}
`
