/**
 * The commonest words of languages in Latin, Cyrillic and Arabic letters, by ISO 639-1, as people write them. A word
 * that several languages have counts for each by as much less.
 */
export const languageWords: Readonly<Record<string, string>> = Object.freeze({
  fr: `le la les l de des du d un une et est en à au aux que qui dans pour par sur avec ne pas plus ce cette ces il elle
    nous vous je on se son sa ses leur votre notre ou où mais comme été être sont avait ont fait sans sous entre après
    avant depuis chez lors ainsi très tout tous toute bien aussi peut si cas jour jours ans mois rue suite selon afin
    merci madame monsieur cher bonjour cordialement veuillez prénom nom adresse ville téléphone naissance né née n'a
    c'est qu'il qu'elle j'ai avez avons dont même autre cela lui y aucun aucune deux trois`,
  en: `the of and to in a is that for it was on are as with his they at be this from i have or by one had not but what all
    were when we there can an your which their said if do will each about how up out them then she many some so these
    would other into has more her two like him see no than been who its now my over such our any only also please
    after before between during should could may must under without because through where while most does did you he
    thank dear regards name address phone birth street city page first last per within`,
  de: `der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
    man sein wurde sei keine kein ihr ihre ihren ihnen wir uns unser unsere ich mir mich sehr geehrte geehrter herr
    frau wenn kann können seit unter ohne zwischen gegen sowie bitte vielen dank freundlichen grüßen straße telefon
    geboren name vorname jahre tage uhr vom hiermit wurden dieser diese dieses einmal beim`,
  es: `de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta
    entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese
    eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho fue ha han sido ser son
    está es era años año día días mes meses calle señor señora estimado estimada saludos gracias nombre apellidos
    dirección teléfono nacimiento tras según presenta presentó siendo fecha ciudad usted`,
  it: `di che è e la il un a per in una mi sono ho non ma lo ha le si ti i con cosa se io come da ci no questo qui più del
    della dei delle dello degli al alla ai alle nel nella nei nelle dal dalla sul sulla gli anche o suo sua suoi loro
    essere stato stata stati era fatto dopo prima senza tra fra quando dove molto ogni tutto tutti nostro vostro anni
    anno giorno giorni mesi via signor signora gentile egregio cordiali saluti grazie nome cognome indirizzo telefono
    nascita viene presso circa ad ed od quanto quale quali perché può`,
  pt: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser
    quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me
    esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós são anos
    ano dia dias mês meses rua senhor senhora exmo cumprimentos obrigado nome apelido morada endereço telefone
    nascimento após sobre apresenta doença deste desta`,
  nl: `de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog naar heeft deze
    door over ze hij zij wij we ik je u uw ons onze hun haar wordt werd worden was waren heb hebben had kan kunnen zal
    zou moet geen wel meer veel dit tot na tussen tegen onder sinds zonder waar wat wie hoe al alle mijn jaar jaren dag
    dagen maand geachte heer mevrouw vriendelijke groet bedankt naam adres straat telefoon geboren geboortedatum
    indien volgens graag binnen per vanaf tijdens daarna`,
  ar: `في من على إلى عن مع أن هذا هذه التي الذي كان كانت لا ما هو هي أو و ثم قد لم لن كل بعد قبل بين عند حتى إذا كما ذلك تم وقد
    غير أي لدى يوم سنة عام السيد السيدة شكرا تحية اسم الاسم تاريخ رقم العنوان الهاتف المريض إن به بها له لها منذ خلال
    حيث عدد أنا نحن فيها فيه عليه عليها كما والتي والذي وهو وهي يتم`,
  fa: `در به از که این است را با برای آن یک می شود شده خود تا بر هم نیز اما یا هر دو کرد کند بیمار پزشک های ها بود باشد`,
  ur: `کے میں کی ہے کا سے کو اور پر نے یہ کہ ہیں ایک اس نہیں وہ تھا گیا`,
  pl: `i w na z do się nie jest to że o jak po co za od przez dla przy oraz ale jego jej są był była było być które który
    która lub może tylko już tak bez pod między dnia roku lat pan pani ulica imię nazwisko adres telefon urodzenia
    proszę został została`,
  cs: `a v se na je že z do s o k i za by ale jako pro jsem po od byl byla bylo který která které nebo jeho není jsou při
    pouze také již podle dne roku jméno příjmení bydliště narození prosím být bez u`,
  sk: `a v sa na je že z do s o k i za by ale ako pre som po od bol bola bolo ktorý ktorá ktoré alebo jeho nie sú pri len
    tiež už podľa dňa roku meno priezvisko bydlisko narodenia`,
  sv: `och i att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan när efter nu
    hon ska skulle eller under vid mot också namn adress födelsedatum datum tack hälsningar`,
  da: `og i at det som en på er af for med den til ikke har de om et han men var jeg sig fra vi så kan når efter nu hun
    skal eller under ved også blev navn adresse fødselsdato dato tak hilsen`,
  no: `og i at det som en på er av for med den til ikke har de om et han men var jeg seg fra vi så kan når etter nå hun
    skal eller under ved også ble navn adresse fødselsdato dato takk hilsen`,
  fi: `ja on ei se että oli hän mutta ovat kuin myös joka tai sen niin kun ole mukaan vain jo sekä nyt tämä jos mitä
    nimi osoite syntymäaika päivä vuotta sitten kanssa`,
  hu: `a az és hogy nem is egy ez volt van de meg csak már még mint vagy el amely után szerint lehet kell év név cím
    született dátum köszönjük részére által között`,
  ro: `și de la în a cu nu pe o un că din este pentru care mai sau fost fi se sunt prin după ce lui al ale prenume numele
    adresa data nașterii ani zile domnul doamna vă rugăm mulțumim`,
  tr: `ve bir bu için ile da de olarak çok daha en gibi kadar olan var ne ama sonra her mi değil tarafından göre yıl gün
    adı soyadı adres doğum tarihi sayın teşekkür ederiz hasta olup edildi`,
  ca: `de la i a el en que els del les per un amb una no al és es com més o però dels són ha aquest aquesta pel també
    seva seu sense entre fins any anys nom cognoms adreça naixement`,
  hr: `i u je se na da su za od s o a koji koja koje nije kao iz što po bi ili biti do prema te samo već može godine dana
    ime prezime adresa rođenja datum`,
  sl: `in je v na se da za so z ki pri tudi po s ali bi od pa kot bil bila do ne kar še leta dne ime priimek naslov rojstva`,
  id: `dan yang di dengan untuk dari ini pada tidak adalah dalam itu ke akan oleh atau juga saya kami telah nama alamat
    tanggal lahir tahun pasien`,
  vi: `và của là có cho không được trong với một các người này đã những để khi từ ngày tháng năm họ tên địa chỉ bệnh nhân`,
  la: `et in est non ad ut cum sed qui quod quae ex ab sit amet dolor ipsum lorem consectetur adipiscing elit tempor
    incididunt labore dolore magna aliqua enim minim veniam quis nostrud vestibulum nec nulla eget vel mauris sem
    pellentesque donec nunc vitae ac`,
  ru: `и в не на что я с он как это по но она к у из за от так о же для был была были его все при или бы только еще мы вы
    который которые года лет дата имя фамилия адрес телефон рождения уважаемый спасибо после до без также`,
  uk: `і в не на що з як це та до за по але у від його її був була були для при або є ще ми ви який які року дата ім'я
    прізвище адреса телефон народження після також щоб`,
  bg: `и в на да за се от с не е са по като че до при или това който която които беше има ще са дата име фамилия адрес
    телефон роден години след също`,
  sr: `и у је се на да су за од с о који која које није као из што по би или бити до према те само датум име презиме`,
  el: `και το να του η της με που την από για τα στο στη δεν οι τον των είναι σε`,
})
