extension LanguagePage {
    /// The story in the languages that are read beside the most widely spread ones.
    static let more: [LanguagePage] = [
        LanguagePage(
            language: "it", title: "L'ultimo traghetto navigherà anche d'inverno",
            paragraphs: [
                "Il vecchio traghetto che attraversa lo stretto navigherà anche d'inverno a partire da quest'autunno, ha detto lunedì il capitano del porto. Finora restava ormeggiato da novembre a marzo.",
                "Per la gente dell'isola significa che non dovrà più fare il giro dello stretto quando servono pane, viti o un medico.",
                "«Lo aspettavamo da trent'anni», ha detto la fornaia, che ogni mattina prende la prima barca. «Adesso devono solo svegliarsi i gabbiani».",
                "I soldi per la nuova macchina vengono da tre comuni; il quarto non ha ancora deciso.",
            ],
            related: "Perché il ponte è di nuovo chiuso", newsletter: "Iscriviti alla nostra newsletter",
            comment: "Finalmente, non vedo l'ora della prima traversata sotto la neve!"),
        LanguagePage(
            language: "pt", title: "A última balsa vai navegar também no inverno",
            paragraphs: [
                "A velha balsa que atravessa o estreito vai navegar também no inverno a partir deste outono, disse na segunda-feira o mestre do porto. Até agora ficava amarrada de novembro a março.",
                "Para a gente da ilha isso quer dizer que já não será preciso dar a volta ao estreito quando faltarem pão, parafusos ou um médico.",
                "“Esperámos trinta anos por isto”, disse a padeira, que apanha todas as manhãs o primeiro barco. “Agora só falta as gaivotas acordarem.”",
                "O dinheiro para a nova máquina vem de três municípios; o quarto ainda não decidiu.",
            ],
            related: "Porque é que a ponte está outra vez fechada", newsletter: "Assine o nosso boletim",
            comment: "Até que enfim, mal posso esperar pela primeira viagem na neve!"),
        LanguagePage(
            language: "nl", title: "De laatste veerboot vaart nu ook in de winter",
            paragraphs: [
                "De oude veerboot over de zee-engte vaart vanaf dit najaar ook in de winter, zei de havenmeester maandag. Tot nu toe lag hij van november tot maart aan de kade.",
                "Voor de mensen op het eiland betekent het dat ze niet meer om de hele zee-engte hoeven te rijden als ze brood, schroeven of een dokter nodig hebben.",
                "“Hier hebben we dertig jaar op gewacht”, zei de bakker, die elke ochtend de eerste boot neemt. “Nu moeten alleen de meeuwen nog wakker worden.”",
                "Het geld voor de nieuwe machine komt van drie gemeenten; de vierde heeft nog niet besloten.",
            ],
            related: "Waarom de brug weer dicht is", newsletter: "Schrijf je in voor onze nieuwsbrief",
            comment: "Eindelijk, ik verheug me al op de eerste vaart in de sneeuw!"),
        LanguagePage(
            language: "sv", title: "Den sista färjan går nu även på vintern",
            paragraphs: [
                "Den gamla färjan över sundet ska från i höst gå även på vintern, sade hamnkaptenen i måndags. Hittills har den legat vid kajen från november till mars.",
                "För folket på ön betyder det att man inte längre behöver köra runt hela sundet när det fattas bröd, skruvar eller en läkare.",
                "– Det här har vi väntat på i trettio år, sade bagaren, som tar den första båten varje morgon. Nu måste bara måsarna vakna.",
                "Pengarna till den nya maskinen kommer från tre kommuner; den fjärde har inte bestämt sig ännu.",
            ],
            related: "Därför är bron avstängd igen", newsletter: "Prenumerera på vårt nyhetsbrev",
            comment: "Äntligen, jag längtar redan till den första turen i snö!"),
        LanguagePage(
            language: "nb", title: "Den siste ferja går nå også om vinteren",
            paragraphs: [
                "Den gamle ferja over sundet skal fra høsten av gå også om vinteren, sa havnefogden mandag. Hittil har den ligget ved kaia fra november til mars.",
                "For folk på øya betyr det at de ikke lenger må kjøre rundt hele sundet når de trenger brød, skruer eller lege.",
                "– Dette har vi ventet på i tretti år, sa bakeren, som tar den første båten hver morgen. – Nå er det bare måkene som må våkne.",
                "Pengene til den nye maskinen kommer fra tre kommuner; den fjerde har ikke bestemt seg ennå.",
            ],
            related: "Derfor er brua stengt igjen", newsletter: "Meld deg på nyhetsbrevet vårt",
            comment: "Endelig, jeg gleder meg alt til den første turen i snø!"),
        LanguagePage(
            language: "da", title: "Den sidste færge sejler nu også om vinteren",
            paragraphs: [
                "Den gamle færge over sundet skal fra efteråret sejle også om vinteren, sagde havnefogeden mandag. Hidtil har den ligget ved kajen fra november til marts.",
                "For folk på øen betyder det, at de ikke længere skal køre rundt om hele sundet, når de mangler brød, skruer eller en læge.",
                "»Det har vi ventet på i tredive år,« sagde bageren, som tager den første båd hver morgen. »Nu skal mågerne bare vågne.«",
                "Pengene til den nye maskine kommer fra tre kommuner; den fjerde har ikke bestemt sig endnu.",
            ],
            related: "Derfor er broen lukket igen", newsletter: "Tilmeld dig vores nyhedsbrev",
            comment: "Endelig, jeg glæder mig allerede til den første tur i sne!"),
        LanguagePage(
            language: "cs", title: "Poslední přívoz popluje i v zimě",
            paragraphs: [
                "Starý přívoz přes úžinu bude od podzimu jezdit i v zimě, řekl v pondělí správce přístavu. Dosud stál od listopadu do března u mola.",
                "Pro obyvatele ostrova to znamená, že už nebudou muset objíždět celou úžinu, když potřebují chléb, šrouby nebo lékaře.",
                "„Čekali jsme na to třicet let,“ řekla pekařka, která každé ráno nastupuje na první loď. „Teď už se musí jen probudit racci.“",
                "Peníze na nový stroj dají tři obce; čtvrtá se ještě nerozhodla.",
            ],
            related: "Proč je most zase zavřený", newsletter: "Přihlaste se k odběru novinek",
            comment: "Konečně, už se těším na první plavbu ve sněhu!"),
        LanguagePage(
            language: "hu", title: "Az utolsó komp télen is közlekedik majd",
            paragraphs: [
                "A szoroson átkelő régi komp ősztől télen is közlekedik majd, mondta hétfőn a kikötőparancsnok. Eddig novembertől márciusig a mólónál állt.",
                "A sziget lakóinak ez azt jelenti, hogy nem kell többé megkerülniük az egész szorost, ha kenyérre, csavarra vagy orvosra van szükségük.",
                "„Harminc éve várunk erre” – mondta a pékné, aki minden reggel az első hajóra száll. „Most már csak a sirályoknak kell felébredniük.”",
                "Az új gép árát három község állja; a negyedik még nem döntött.",
            ],
            related: "Miért van megint lezárva a híd", newsletter: "Iratkozzon fel hírlevelünkre",
            comment: "Végre, alig várom az első utat a hóban!"),
        LanguagePage(
            language: "ro", title: "Ultimul bac va circula și iarna",
            paragraphs: [
                "Vechiul bac care trece strâmtoarea va circula și iarna începând din această toamnă, a spus luni căpitanul portului. Până acum stătea legat la chei din noiembrie până în martie.",
                "Pentru oamenii de pe insulă asta înseamnă că nu vor mai trebui să ocolească toată strâmtoarea când au nevoie de pâine, de șuruburi sau de un medic.",
                "„Am așteptat treizeci de ani”, a spus brutăreasa, care ia în fiecare dimineață prima barcă. „Acum mai trebuie doar să se trezească pescărușii.”",
                "Banii pentru noua mașină vin de la trei comune; a patra nu s-a hotărât încă.",
            ],
            related: "De ce este podul din nou închis", newsletter: "Abonează-te la newsletterul nostru",
            comment: "În sfârșit, abia aștept prima cursă prin zăpadă!"),
        LanguagePage(
            language: "uk", title: "Останній пором ходитиме й узимку",
            paragraphs: [
                "Старий пором через протоку з осені ходитиме й узимку, повідомив у понеділок начальник порту. Досі з листопада до березня він стояв біля причалу.",
                "Для мешканців острова це означає, що більше не треба об'їжджати всю протоку, коли потрібні хліб, болти чи лікар.",
                "«Ми чекали на це тридцять років, — каже пекарка, яка щоранку сідає на перший човен. — Тепер лишилося тільки розбудити чайок».",
                "Гроші на нову машину дають три громади; четверта ще не вирішила.",
            ],
            related: "Чому міст знову закрито", newsletter: "Підпишіться на нашу розсилку",
            comment: "Нарешті, уже чекаю на перший рейс по снігу!"),
        LanguagePage(
            language: "bg", title: "Последният ферибот ще пътува и през зимата",
            paragraphs: [
                "Старият ферибот през протока ще пътува и през зимата от тази есен, каза в понеделник началникът на пристанището. Досега от ноември до март той стоеше на кея.",
                "За хората на острова това значи, че вече няма да обикалят целия проток, когато им трябват хляб, винтове или лекар.",
                "„Чакахме това тридесет години“, каза хлебарката, която всяка сутрин се качва на първата лодка. „Сега остава само чайките да се събудят.“",
                "Парите за новата машина дават три общини; четвъртата още не е решила.",
            ],
            related: "Защо мостът отново е затворен", newsletter: "Абонирайте се за нашия бюлетин",
            comment: "Най-после, вече чакам първото пътуване в снега!"),
        LanguagePage(
            language: "hr", title: "Posljednji trajekt plovit će i zimi",
            paragraphs: [
                "Stari trajekt preko tjesnaca od ove će jeseni ploviti i zimi, rekao je u ponedjeljak lučki kapetan. Dosad je od studenoga do ožujka stajao vezan uz obalu.",
                "Ljudima s otoka to znači da više neće morati obilaziti cijeli tjesnac kad im zatrebaju kruh, vijci ili liječnik.",
                "„Čekali smo to trideset godina”, rekla je pekarica koja svako jutro ulazi u prvi brod. „Sad se još samo galebovi moraju probuditi.”",
                "Novac za novi stroj daju tri općine; četvrta još nije odlučila.",
            ],
            related: "Zašto je most opet zatvoren", newsletter: "Prijavite se na naš newsletter",
            comment: "Napokon, jedva čekam prvu vožnju po snijegu!"),
        LanguagePage(
            language: "id", title: "Feri terakhir kini juga berlayar di musim dingin",
            paragraphs: [
                "Feri tua yang menyeberangi selat akan berlayar juga di musim dingin mulai akhir tahun ini, kata kepala pelabuhan pada hari Senin. Selama ini feri itu ditambatkan di dermaga dari November sampai Maret.",
                "Bagi warga pulau, itu berarti mereka tidak perlu lagi mengitari seluruh selat ketika membutuhkan roti, sekrup, atau dokter.",
                "“Kami sudah menunggu tiga puluh tahun,” kata tukang roti yang setiap pagi naik perahu pertama. “Sekarang tinggal burung camar yang harus bangun.”",
                "Uang untuk mesin baru datang dari tiga desa; desa keempat belum memutuskan.",
            ],
            related: "Mengapa jembatan ditutup lagi", newsletter: "Berlangganan buletin kami",
            comment: "Akhirnya, tidak sabar menunggu pelayaran pertama di salju!"),
        LanguagePage(
            language: "fa", title: "آخرین کشتی در زمستان هم رفت‌وآمد می‌کند",
            paragraphs: [
                "رئیس بندر روز دوشنبه گفت کشتی قدیمی تنگه از پاییز امسال در زمستان هم رفت‌وآمد می‌کند. این کشتی تا امروز از آبان تا اسفند کنار اسکله بسته می‌شد.",
                "برای مردم جزیره این یعنی دیگر لازم نیست برای نان و پیچ و پزشک همه‌ی تنگه را دور بزنند.",
                "نانوایی که هر صبح با نخستین قایق می‌آید گفت: «سی سال منتظر این بودیم. حالا فقط مانده که مرغ‌های دریایی بیدار شوند.»",
                "پول موتور تازه را سه بخش می‌دهند و بخش چهارم هنوز تصمیم نگرفته است.",
            ],
            related: "چرا پل دوباره بسته است", newsletter: "در خبرنامه ما عضو شوید",
            comment: "بالاخره! منتظر نخستین سفر در برف هستم."),
    ]
}
