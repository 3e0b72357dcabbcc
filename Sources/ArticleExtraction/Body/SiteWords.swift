/// Words with which a site speaks of itself, its reader and its other pages, in the languages that news is read in.
/// Version 1.
enum SiteWords {
    static let all = WordSet(words: rows.flatMap(TextWords.hashes), strangers: 1000)

    private static let rows = [
        // Networks and what is sent by them
        "facebook twitter instagram whatsapp telegram youtube tiktok linkedin pinterest reddit threads bluesky snapchat",
        "spotify podcast podcasts rss newsletter newsletters email emails inbox sms messenger viber signal google",
        // English
        "cookie cookies privacy consent browser javascript subscribe subscriber subscribers subscription subscriptions",
        "signup login logged register registered click tap app apps download android ios iphone follow share comment",
        "comments commenting subscribed unsubscribe advertisement advertisements sponsored affiliate donate donation",
        "membership copyright rights reserved republished reproduced licence license terms website webpage homepage",
        "editor editorial newsroom journalism journalist reporter author writer updates alerts notifications account",
        // German, Dutch, Danish, Norwegian, Swedish
        "abonnieren abonnement abo abonnent anmelden registrieren datenschutz datenschutzerklärung einwilligung inhalt",
        "einverstanden kommentar kommentare teilen folgen anzeige werbung redaktion autor autorin journalist impressum",
        "nieuwsbrief aanmelden inschrijven reacties abonnee nyhetsbrev abonner abonnér kommentarer prenumerera annons",
        "redaktionen redaksjonen personopplysninger samtykke",
        // French, Spanish, Portuguese, Italian, Romanian
        "abonnez inscrivez abonnés abonné inscription commentaires partager rédaction publicité confidentialité",
        "suscríbete suscribirse suscripción suscriptores boletín comentarios compartir síguenos redacción publicidad",
        "privacidad boletim assine assinante comentários compartilhe redação publicidade privacidade iscriviti",
        "abbonati abbonamento commenti condividi redazione pubblicità informativa abonează comentarii",
        // Polish, Czech, Hungarian, Finnish, Turkish, Indonesian
        "subskrybuj prenumerata zapisz komentarze udostępnij redakcja reklama prywatności odběr komentáře sdílet",
        "hírlevél feliratkozás hozzászólás uutiskirje tilaa kommentit mainos abone yorum yorumlar bülten reklam",
        "berlangganan komentar ikuti",
        // Russian, Ukrainian, Bulgarian, Greek
        "подписаться подписка подпишитесь подписывайтесь рассылка комментарии комментарий поделиться редакция реклама",
        "підписатися підписуйтесь розсилка коментарі поділитися редакція абонирай коментари εγγραφή εγγραφείτε σχόλια",
        "διαφήμιση ακολουθήστε",
        // Arabic, Hebrew, Hindi, Korean
        "اشترك الاشتراك النشرة تعليق تعليقات تابعنا إعلان הירשמו תגובות פרסומת सब्सक्राइब न्यूज़लेटर टिप्पणी 구독 뉴스레터 댓글 광고 기자 무단",
    ]
}
