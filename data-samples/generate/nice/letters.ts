import { makeMail, makeMbox } from '../mail.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'

/** Mails of the front desk, an article and a job advert. */
export function letterFiles(world: World): SampleFile[] {
  return [appointment(world), mailbox(world), article(), jobAdvert(world)]
}

function appointment(world: World): SampleFile {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  page.is('EMAIL_ADDRESS', nice.email)
  const text = `Bonjour,

Je vous confirme que je serai présente le 2 avril à 7 h 30, à jeun. Mon mari Bastien viendra me chercher (${page.is('PHONE_NUMBER', '06 39 98 70 14')}).
Pouvez-vous m'envoyer l'ordonnance à l'avance ? J'ai un peu peur d'avoir mal les premiers jours, et je suis allergique à la pénicilline.

Pour le solde, voici mon RIB : ${page.is('IBAN_CODE', camille.iban ?? '')}

Merci d'avance,
${page.is('PERSON', camille.name)}
${page.is('PHONE_NUMBER', camille.phone)}
${page.is('ADDRESS', `${camille.street}, ${camille.town}`)}

> Le 25 mars 2019 à 09:12, accueil <${nice.email}> a écrit :
> Bonjour Madame, votre intervention est programmée le mardi 2 avril.
`
  const bytes = makeMail({
    from: `${camille.name} <${page.is('EMAIL_ADDRESS', camille.email)}>`,
    to: `Accueil Lumière du Parc <${nice.email}>`,
    subject: 'Re: Votre intervention du 2 avril',
    date: 'Mon, 25 Mar 2019 18:47:03 +0100',
    id: '5c991317.1c69fb81.8e2b4@courriel.example',
    headers: [
      `Return-Path: <${camille.email}>`,
      'Received: from smtp.courriel.example (smtp.courriel.example [192.0.2.44])\n\tby mx.lumiereduparc.example with ESMTPS id 9f2a; Mon, 25 Mar 2019 18:47:05 +0100',
      'X-Mailer: iPhone Mail (16D57)',
    ],
    text,
    as: '8bit',
  })
  page.is('IP_ADDRESS', '192.0.2.44')
  const told = {
    kind: 'message',
    medium: 'message',
    mediaType: 'message/rfc822',
    language: 'fr',
    later: ['coverage'],
  } as const
  return sample('nice/courrier/Re_ intervention du 2 avril.eml', bytes, told, page)
}

function mailbox(world: World): SampleFile {
  const { nice } = world.clinics
  const { helene, idriss, marc } = world.people
  const page = notes()
  const mail = (
    person: typeof helene | typeof idriss | typeof marc,
    subject: string,
    date: string,
    text: string,
    at: number,
  ) =>
    makeMail({
      from: `${person.name} <${page.is('EMAIL_ADDRESS', person.email)}>`,
      to: nice.email,
      subject,
      date,
      id: `20190${at}.77a1@poste.example`,
      text,
      as: '8bit',
    })
  page.is('EMAIL_ADDRESS', nice.email)
  const mails = [
    {
      sender: helene.email,
      received: 'Tue Jun  4 10:15:02 2019',
      bytes: mail(
        helene,
        'Resultats prise de sang',
        'Tue, 4 Jun 2019 10:15:00 +0200',
        `Bonjour Docteur,\n\nLe laboratoire me dit que mes plaquettes sont un peu basses (148). Est-ce que cela retarde le lifting ?\n\nCordialement,\nHélène Dupré-Lefèvre\n${page.is('PHONE_NUMBER', helene.phone)}\n`,
        1,
      ),
    },
    {
      sender: marc.email,
      received: 'Fri Jun 21 19:40:31 2019',
      bytes: mail(
        marc,
        'Facture a refaire',
        'Fri, 21 Jun 2019 19:40:29 +0200',
        `Bonjour,\n\nMa mutuelle refuse la facture F2019-0171 car il manque mon numéro de sécurité sociale : ${page.is('FR_NIR', marc.ids.FR_NIR ?? '')}.\nFrom memory vous l'aviez déjà noté en 2017.\n\nMerci\nM.-A. Valette\n`,
        2,
      ),
    },
    {
      sender: idriss.email,
      received: 'Thu Sep 26 08:02:54 2019',
      bytes: mail(
        idriss,
        'Photos J+14',
        'Thu, 26 Sep 2019 08:02:51 +0200',
        `Bonjour,\n\nles croûtes sont tombées, la zone donneuse gratte encore. Je peux reprendre le sport ?\nJe vous envoie les photos ce soir depuis mon autre adresse, ${page.is('EMAIL_ADDRESS', 'idriss.b.perso@boite.example')}.\n\nIdriss\n`,
        3,
      ),
    },
  ]
  page.later('PERSON', helene.name)
  page.later('PERSON', idriss.name)
  const told = {
    kind: 'message',
    medium: 'message',
    mediaType: 'application/mbox',
    mediaTypesOk: ['message/rfc822', 'text/plain'],
    language: 'fr',
    later: ['coverage', 'kind'],
    note: 'three mails',
  } as const
  return sample('nice/courrier/accueil.mbox', makeMbox(mails), told, page)
}

function article(): SampleFile {
  const html = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Rhinoplastie : ce que change la technique ultrasonique</title></head>
<body><article>
<h1>Rhinoplastie : ce que change la technique ultrasonique</h1>
<p class="chapo">Moins de bleus, plus de précision : le piezotome s’est imposé en quelques années dans les blocs. Tour d’horizon pour les curieux.</p>
<p>La rhinoplastie reste l’une des interventions de chirurgie esthétique les plus demandées en France. Elle consiste à modifier la forme du nez en travaillant l’os et le cartilage. Longtemps, les chirurgiens ont utilisé un ostéotome et un marteau ; les ultrasons permettent aujourd’hui de sculpter l’os sans blesser les tissus voisins.</p>
<h2>Pour qui ?</h2>
<p>L’intervention s’adresse aux adultes dont la croissance est terminée. Une consultation permet d’analyser la peau, la cloison et les proportions du visage. En cas de gêne respiratoire, une septoplastie peut être associée et prise en charge en partie par l’Assurance Maladie.</p>
<h2>Combien cela coûte-t-il ?</h2>
<p>Comptez entre 4 000 et 7 000 euros selon la technique et la ville. Un devis détaillé est obligatoire, tout comme un délai de réflexion de quinze jours.</p>
<h2>Et après ?</h2>
<p>Une attelle est portée une semaine. Les ecchymoses disparaissent en dix jours environ, le résultat définitif se juge à un an. Les douleurs sont modérées et cèdent au paracétamol.</p>
<p><em>Cet article ne remplace pas l’avis d’un médecin.</em></p>
</article></body></html>
`
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: 'text/html',
    language: 'fr',
    note: 'an article about an operation: nobody’s',
  } as const
  return sample('nice/marketing/article_rhinoplastie.html', Buffer.from(html), told)
}

function jobAdvert(world: World): SampleFile {
  const { nice } = world.clinics
  const page = notes()
  const text = `OFFRE D'EMPLOI – ASSISTANT(E) DENTAIRE QUALIFIÉ(E) – CDI 35 H

${nice.name} recherche pour son centre de Nice un(e) assistant(e) dentaire diplômé(e).

Vos missions
- accueil des patients, préparation de la salle et stérilisation ;
- assistance au fauteuil en implantologie et en prothèse ;
- gestion des stocks, suivi des devis et des prises en charge mutuelle.

Votre profil
Titre d'assistant dentaire exigé, deux ans d'expérience souhaités, bonne maîtrise de l'anglais. Discrétion et sens du secret médical indispensables.

Nous offrons
2 150 € brut par mois, prime annuelle, mutuelle prise en charge à 70 %, un samedi travaillé sur deux.

Candidature (CV et lettre) avant le 30 novembre 2019 : ${page.is('EMAIL_ADDRESS', 'recrutement@lumiereduparc.example')}
Renseignements : ${page.is('PHONE_NUMBER', nice.phone)}
`
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'fr',
    note: 'a job advert',
  } as const
  return sample('nice/marketing/offre assistante dentaire.txt', Buffer.from(text), told, page)
}
