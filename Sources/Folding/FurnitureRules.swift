/// What a site or an agency puts around a story. Part of `FoldingRules.version`: a change here is a new version.
///
/// One rule a line: where it applies, then words as `Words` sees them (no case, no punctuation, `©` is `copyright`).
/// `has`: anywhere in a line; `starts`: at its beginning. `#` is a word that begins with a digit,
/// `*` one to four words of any kind. A line of more than `FurnitureRules.longestLine` words is prose whatever it has.
enum FurnitureRules {
    /// Agencies' notices reach 60 words; paragraphs of a story that happen to hold such a phrase are longer or rare.
    static let longestLine = 90

    /// Around a story and no part of it: left out of everything.
    static let notices = """
        # Copyright and republication notices
        has all rights reserved
        has rights reserved this material
        has may not be published broadcast
        has may not be reproduced
        has without written permission of
        has copyright #
        has copyright copyright
        starts copyright
        starts c #
        starts c copyright
        has c copyright #
        has the cnn wire
        has cnn newsource
        has cable news network inc
        has tribune content agency
        has distributed by tribune
        has visit bloomberg com
        has the thomson reuters trust principles
        has purchase licensing rights
        has click for restrictions
        has part of states newsroom
        has states newsroom is
        has republished from
        has read the original article
        has under a creative commons license
        has creative commons attribution
        has originally published by
        has originally produced by
        has was first published by
        has was first published on
        starts this report by the canadian press was first
        has nonprofit newsroom that investigates
        has national newsroom that produces in depth
        has independent source for health policy
        has core operating programs at kff
        has nonprofit news network
        has maintains editorial independence
        has follow * on twitter
        has follow * on facebook
        has on twitter at
        has on facebook at
        starts follow us on
        starts sign up
        has sign up for
        has sign up to receive
        has subscribe to
        has to subscribe
        has click here to
        has newsletter
        has in your inbox
        has support our journalism
        has become a member
        has alle rechte vorbehalten
        has tous droits reserves
        has todos los derechos reservados
        has tutti i diritti riservati
        has todos os direitos reservados

        # Who wrote, edited, photographed
        has contributed to this report
        has contributed to this story
        has contributed to this article
        has contributed reporting
        starts reporting by
        starts additional reporting by
        starts writing by
        starts with assistance from
        starts with assistance by
        starts with files from
        has editing by
        has compiled by * editing
        starts by * associated press
        starts by * cnn
        has associated press writers
        has associated press writer
        has ap writer

        # The site's own lines
        has appeared first on
        starts article topic follows
        starts jump to
        starts skip to
        starts posted #
        starts posted * #
        starts updated #
        starts updated * #
        starts published #
        starts published * #
        starts originally published
        starts last updated
        has be part of the conversation
        has community guidelines
        has conversation guidelines
        has civil and constructive
        has submit it here
        has facebook comment
        has facebook commenting
        has to your facebook feed
        has external links and will open
        has comments respectful and relevant
        has your weather is set
        has enter city and state
        has accuweather com
        starts window taboola
        has taboola push
        has enable notifications
        has turn on notifications
        has breaking news alerts
        has download the * app
        has news tip
        has send an email to
        has cookies policy
        has cookie policy
        has privacy policy
        has terms of use
        has terms of service
        has winds * to # mph
        has winds # to # mph
        has winds * at # to # mph
        starts read more
        starts read also
        starts also read
        starts related
        starts more
        starts watch
        starts click
        starts share this
        starts advertisement
        starts sponsored
        starts most read
        starts most popular
        starts you may like
        starts recommended
        starts follow
        """

    /// Captions and their credits: no part of a story's body, yet all that a page of one picture has.
    static let captions = """
        has ap photo
        has getty images
        has afp photo
        has reuters photo
        has pool photo
        has pool via ap
        has via ap
        has photo by
        has photo courtesy
        has image credit
        has photo credit
        starts photo
        starts image # of
        starts file in this
        starts file this
        starts in this * photo
        starts in this * file photo
        """
}
