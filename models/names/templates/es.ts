/** Spanish. */
export const es = String.raw`
Me llamo {P}[.| y vivo en {L}.]
[Hola|Buenos días], soy {P}[.|, de {O}.|, {job}.]
Nombre: {PG}.\nApellidos: {PS}.\n[CIPA|NHC|NIF]: {id}.\nDomicilio: {S}.\nLocalidad/ Provincia: {L}.\nCP: {Z}.
Nombre: {PG}\nApellidos: {PS}\nDomicilio: {S}\nLocalidad: {L}\nCP: {Z}
Paciente: {P}. [Edad: {n} años.|NHC: {id}]
Nombre y apellidos: {P}\nFecha de nacimiento: {date}\nDirección: {A}
Médico: {P} [NºCol: {id}.|Colegiado {id}]
Responsable clínico: {T} {P}\n{H}\n{AM}\nE-mail: {email}
Remitido por: {T} {P}. {H}. {A}. {C}. Correo electrónico: {email}
Remitido por: {P}. Servicio de {dept}. {H}. {SX}. {ZX} - {L} ({C}). E-mail: {email}
{P}. {SX}, {ZX} {L}. {C}. {email}
Correspondencia: {P}. {H}. {SX}. {ZX} {L}. {email}
[Dirección para correspondencia|Autor de contacto]: {P}\n{SX}\n{ZX} {L}
{T} {P}\nServicio de {dept}\n{H}\n{AM}
[Varón|Mujer|Paciente|Niña] de {n} años [natural de|procedente de|residente en] {L} [que consulta por {disease}|].
[El paciente|La paciente] {P} [ingresó|acudió|fue trasladado] [en|a|al] {H} el {date}.
[Acudió|Ingresó|Fue remitido] [a|al] {H} [de {L}|por {disease}|].
[Su mujer|Su marido|Su hijo|Su madre|Su hermana] {PG} [vive en {L}|le acompaña].
{T} {PS} [refiere|presenta|niega] [dolor|tos|{disease}].
[Estimado|Estimada] {T} {PS}:\n\n{sentence} {sentence}\n\n[Atentamente|Un saludo|Saludos cordiales],\n{P}
[Hola|Querido|Querida] {PG},\n{sentence}\n[Un abrazo|Besos|Gracias],\n{PG}
{P}\n{AM}
{P}\n{job}\n{O}\n{phone}
Vivo en {A}.
Dirección: {A}
[Reside|Vive|Domiciliado] en {A}.
[Calle|Domicilio|Dir.]: {SX}
[Factura a|Cliente]:\n{P}\n{AM}
Titular: {P} IBAN: {id}
Yo, {P}, con DNI {id}, [domiciliado en {A},|] [declaro|autorizo] {phrase}
{PG} [dijo|respondió|preguntó]: «{sentence}»
{PG}: {sentence}\n{PG}: {sentence}
{P} [trabaja|trabajó] [en|para] {O} [desde {year}|en {L}].
[El doctor|La doctora|La enfermera|El abogado|El profesor] {P} [firmó|dijo|confirmó] {phrase}.
{PI}, {PI}, {PI}. {heading}. {year}.
{id};{PS};{PG};{date};{S};{ZC}
De: {P} <{email}>\nPara: {P} <{email}>\nAsunto: {heading}
Firmado: {P}\n[En {L}, a {date}|]
{L}, {date}
[Vive en|Nació en|Natural de|Procede de|Viajó a] {L}[, {C}|]
{ZC}
[Diagnóstico|Antecedentes|Tratamiento|Evolución|Exploración física]: {disease}. {sentence}
[Enfermedad de|Síndrome de|Signo de|Escala de|Índice de] [Crohn|Parkinson|Cushing|Glasgow|Apgar|Barthel|Murphy|Chagas] [negativo|de {n} puntos|].
[Hemoglobina|Leucocitos|Plaquetas|Creatinina|Glucosa] {n} mg/dl
{heading}
{HEADING}
{heading}: {n}
{sentence}
{sentence} {sentence} {sentence}
{product} {n} {money}
Servicio de {dept}
{H}
{O} [anunció|compró|está en {L}].
[Informe|Historia|Informe clínico] del paciente:
[En|Desde] {month} de {year} {phrase}
[Se realizó|Se solicitó|Tras] [Resonancia|Ecografía|Radiografía|TAC] {phrase}
[España|México|Argentina|Colombia]
[Sexo|Género]: [Hombre|Mujer|Varón]
NASS: {id}\nFecha de ingreso: {date}\nEpisodio: {id}
`
