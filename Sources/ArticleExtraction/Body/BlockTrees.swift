/// The trees by which blocks are judged. Version 2, written by `Tests/BlockTrees/fit.py`, which says how; to be changed
/// by fitting alone. Fitted to the blocks of the public benchmarks' development halves.
enum BlockTrees {
    /// By the block itself and its place in the page.
    static let first = DecisionTrees(
        """
            shapeProse<32 trunk<1 inSummary<92 -347 shapeLinked<47 -135 -328 isNamed<1 shapeLinked<75 promotion<1
            linked1After<89 role<5 -90 -240 -233 -306 -316 shapeLinked<53 linked1After<90 fromLast<-10 anyDoubtful<1
            -159 -232 -277 -315 -343 trunk<1 -323 footer<1 -43 -309
            shapeProse<39 trunk<1 parentLinked<55 -113 -136 linked1After<71 alike<4 parentLinked<37 linked2After<79
            outerProse<16 anyDoubtful<1 32 -39 widget<1 69 -76 -64 -97 widget<1 141 -5 -104 trunk<1 -96 stressed<13
            comments<1 153 -20 stressed<51 143 73
            trunk<1 shapeLetters<136 -126 -72 shapeLetters<26 isNamed<1 startsLinked<1 sameParentBefore<1 16 109 -81
            role<3 -112 13 shapeLinked<81 withPicture<1 phrase<1 caption<1 linked1After<38 header<1 134 -7 isNamed<1 103
            30 -61 -113 caption<1 -15 -114 -112
            outerProse<39 endsSentence<1 linked<29 linked1Before<31 linked2After<64 -35 -112 -116 -121 prose1After<1
            proseBefore<25 27 proseBefore<75 12 -98 footer<1 76 -111 endsSentence<1 parentProse<22 role<2 -99 45
            linked<46 101 -71 parentProse<49 proseBefore<44 126 50 138
            trunk<1 letters<62 -116 -90 toHeaviest<2 letters<104 linked<1 99 linked<51 43 -71 sentences<22 131 -134
            shapeLetters<93 linked1After<61 toFurniture<9 -65 linked2Before<93 startsLinked<1 pictureAfter<1 61 -55 -50
            -59 -99 toHeaviest<8 linked<88 89 -90 -33
            parentProse<4 toFurniture<7 -110 headlineBlocks<63 inSummary<96 linked2After<38 isNamed<1 -32 -88 -107 46
            isNamed<1 widget<1 59 -71 -58 widget<1 toFurniture<4 alike<7 fromFirst<15 27 -72 89 copyright<1 credit<1
            untilProse<14 117 73 -91 -96 -64
            outerProse<78 linked1After<92 linked1Before<50 toDoubtful<2 -68 withPicture<1 fromFirst<27 untilProse<21 94
            5 anyFurniture<1 50 -31 -77 outerProse<57 -87 71 outerProse<50 -105 20 phrase<1 withPicture<1 footer<1
            fromFirst<-2 -12 comments<1 103 -96 -104 -72 -116
            prose<1 startsLinked<1 parentProse<19 body<1 -84 caption<1 linked1After<86 6 -92 -113 61 -105 parentProse<28
            body<1 fromFirst<25 endsSentence<1 -63 navigation<1 widget<1 73 -77 -95 prose1After<1 -80 -9 caption<1
            widget<1 86 -22 -104 111
            parentDensity<15 outerLinked<5 sameShapeBefore<1 linked2After<1 -37 -101 42 -100 shapeProse<62 widget<1
            sameShapeAfter<1 sameParentBefore<1 footer<1 linked2After<41 letters<246 -24 61 -64 -110 footer<1 49 -83
            footer<1 85 -98 -96 siteWords<7 footer<1 106 -85 -144
            trunk<1 inSummary<43 -99 endsSentence<1 -54 108 endsSentence<1 linked<69 sameParentBefore<1
            sameParentAfter<1 -65 46 phrase<1 74 -116 -82 promotion<1 letters<83 parentProse<10 sameShapeBefore<1 -48 66
            77 comments<1 parentProse<4 sameShapeBefore<1 11 105 105 -61 -104
            prose<1 linked1After<27 sameShapeAfter<1 parentProse<26 inSummary<25 -77 8 phrase<1 65 -117 sidebar<1 29 -94
            -93 parentProse<3 sameShapeBefore<1 -47 43 toFurniture<9 parentProse<29 consent<1 promotion<1 17 -103 -109
            sinceTitle<55 85 -6 sidebar<1 95 -95
            trunk<1 inSummary<66 -95 parentLinked<45 84 -85 letters<166 isNamed<1 parentLinked<63 sameParentAfter<1
            pictureBefore<1 45 -58 81 -68 alike<14 shapeLinked<11 caption<1 anyFurniture<1 parentLinked<15 29 -47 -55
            -104 -86 70 caption<1 consent<1 98 -31 -75
            trunk<1 inSummary<26 linesOfElement<23 -94 107 shapeLinked<92 69 -87 linked<78 isNamed<1 withPicture<1
            proseBefore<81 hidden<1 promotion<1 toFurniture<5 58 98 -62 -36 40 -19 parentDensity<72 anyFurniture<1 -10
            -67 withPicture<1 toFurniture<5 5 72 -78 -76
            endsSentence<1 startsLinked<1 isNamed<1 sameParentAfter<1 sameShapeBefore<1 -50 41 parentLinked<15 60 -24
            sameShapeBefore<1 -73 -1 -91 outerProse<5 shapeProse<79 prose2After<1 inSummary<81 -83 56 -12 74
            shapeProse<35 toFurniture<4 -55 prose2After<1 12 70 siteWords<6 93 -124
            shapeProse<10 shapeLinked<42 toDoubtful<8 outerProse<62 -76 -17 linked1After<22 fromLast<-2 caption<1 63 -71
            role1Before<0 108 -78 -49 -88 footer<1 widget<1 words<18 31 outerProse<41 body<1 1 caption<1 81 -83 91
            body<1 -77 26 -104
            endsSentence<1 parentLinked<50 proseBefore<84 sameParentAfter<1 caption<1 toFurniture<6 -71 12 -89 37
            shapeBlocks<146 -73 104 -89 proseBefore<71 toFurniture<7 body<1 -26 60 caption<1 sidebar<1 89 -73 -62 body<1
            toDoubtful<19 -83 -6 toFurniture<2 -40 60
            endsSentence<1 startsLinked<1 sameShapeBefore<1 toDoubtful<6 -72 sameParentAfter<1 -42 38 footer<1 41 -88
            -87 footer<1 proseBefore<72 comments<1 linked<47 sentences<22 caption<1 hidden<1 85 -34 -38 -175 -42 -95
            near<6 sameShapeBefore<1 -54 19 67 -98
            startsLinked<1 sameShapeAfter<1 outerProse<47 anyDoubtful<1 linked1Before<59 21 -64 body<1 sinceTitle<10 -7
            -85 -25 linked1Before<38 siteShare<11 alike<4 sinceTitle<26 44 -21 73 -87 -31 comments<1 widget<1
            ends1After<1 50 85 -36 -92 outerProse<68 -86 -24
            trunk<1 standfirst<1 -83 sinceTitle<54 sinceTitle<23 64 -84 -82 letters<138 alike<4 withPicture<1
            linked2After<41 toDoubtful<6 -36 alikeMost<4 -9 69 -49 -78 shapeLinked<84 57 -62 caption<1 hidden<1
            withPicture<1 standfirst<1 82 15 -3 -51 -78
            trunk<1 outerLinked<46 sinceTitle<40 -39 linesOfElement<5 -84 44 -89 prose<1 linked<26 linked1Before<46
            sameShapeBefore<1 smallArticle<1 untilProse<14 33 -36 -44 60 -57 -52 ends1After<1 sameShapeBefore<1
            prose1Before<1 prose2After<1 22 73 -21 prose1Before<1 -6 80 77
            trunk<1 shapeLinked<8 toFurniture<7 -77 footer<1 sinceTitle<17 41 -63 -89 -87 withPicture<1 capitals<10
            comments<1 sameShapeAfter<1 toFurniture<4 toFurniture<1 -84 6 footer<1 near<4 28 65 -96 80 -113
            toFurniture<7 -68 letters1After<229 7 71 -58
            outerLinked<27 parentProse<56 isNamed<1 siteShare<4 siteWords<6 sidebar<1 comments<1 byline<1 53 -100 -44
            -76 -192 -44 pictureBefore<1 toDoubtful<12 -46 linked1After<92 comments<1 33 -106 -78 -77 phrase<1
            stressed<85 82 2 -121 parentProse<11 -82 20
            trunk<1 inSummary<44 -79 shapeLetters<120 -15 110 letters<138 linked1After<78 alike<2 withPicture<1
            shapeProse<83 tag<8 -50 18 75 -80 phrase<1 linked<15 69 3 -97 -50 shapeProse<16 withPicture<1 18 -94
            standfirst<1 hidden<1 83 -20 0
            fromLast<1 parentLinked<25 prose<1 pictureBefore<1 siteShare<27 navigation<1 outerLinked<10 44 -16 -62 -71
            -27 credit<1 hidden<1 fromFirst<11 80 prose2Before<1 33 65 -39 -87 navigation<1 trunkShare<44 anyFurniture<1
            222 -69 prose<1 -48 29 -86 -84
            outerLinked<30 alike<4 footer<1 withPicture<1 phrase<1 promotion<1 comments<1 startsLinked<1 28 -49 tags<1
            -83 55 -96 -92 -55 -92 linked<21 comments<1 phrase<1 footer<1 73 -60 -84 -108 -7 prose1Before<1 -79
            inTitle<6 -50 38
            prose<1 linked1Before<73 proseBefore<85 toFurniture<2 -64 toDoubtful<6 -20 linked<41 pictureBefore<1 67 -20
            -19 sameShapeBefore<1 -74 -4 -77 toFurniture<6 sentences<12 letters1Before<140 proseBefore<59 3 -71 36 -187
            proseBefore<88 pictureBefore<1 linked1After<85 75 26 -4 -17
            parentProse<66 linked1Before<81 isNamed<1 toFurniture<7 -25 sidebar<1 untilProse<13 phrase<1 60 -83 9 -83
            shapeLetters<209 inSummary<76 linked1After<69 withPicture<1 toFurniture<7 -69 4 -87 -81 36 toFurniture<1 -44
            55 inTitle<3 -76 -40 phrase<1 70 -101
            endsSentence<1 outerLinked<29 toFurniture<6 -57 tag<2 tag<1 1 -55 linked1Before<79 tag<7 82 20 -37 -76
            outerProse<77 shapeLetters<118 -33 footer<1 body<1 toFurniture<9 -44 38 toFurniture<4 -2 71 -87
            letters1After<36 toFurniture<2 -81 51 71
            parentLinked<27 words<30 proseBefore<90 isNamed<1 withPicture<1 widget<1 times<2 siteShare<7 54 -64 -29 -46
            -52 toFurniture<4 -64 sameParentBefore<1 -28 27 -63 widget<1 footer<1 caption<1 toFurniture<17 prose2After<1
            15 69 74 -82 -82 -49 -67
            linked<21 sameShapeAfter<1 sameShapeBefore<1 shapeBlocks<4 phrase<1 -28 -87 linked2After<62 untilProse<21
            withPicture<1 firstSign<9 59 -125 -17 -35 pictureAfter<1 -7 -89 ends1Before<1 -1 54 withPicture<1 consent<1
            article<1 22 63 -47 -41 untilProse<16 -43 -77
            parentDensity<15 outerLinked<36 proseBefore<54 linked1Before<75 30 -46 -36 -78 proseBefore<91 widget<1
            endsSentence<1 credit<1 smallArticle<1 14 -38 -84 comments<1 letters<83 14 fromTitle<23 sinceHeading<41 74
            -32 prose2Before<1 13 61 -63 -54 prose1Before<1 -76 -19
            shapeProse<3 linked1Before<78 isNamed<1 toDoubtful<3 -49 prose1After<1 4 61 -41 -69 shapeProse<20
            siteWords<2 fromLast<-44 41 -18 -75 prose<1 shapeProse<59 55 anyFurniture<1 -7 -92 siteWords<5 shapeProse<58
            commas<11 body<1 0 55 -62 72 -128
            trunk<1 inSummary<3 -72 inSummary<17 -48 letters<56 -55 84 shapeProse<59 isNamed<1 credit<1 trunkShare<64
            sinceHeading<37 52 210 sameParentBefore<1 12 46 -89 trunkShare<47 107 toFurniture<4 -71 inSummary<30 -24 45
            endsSentence<1 -4 siteShare<2 72 14
            trunk<1 shapeLetters<104 -71 prose2Before<1 toFurniture<2 -61 18 -70 shapeProse<13 toFurniture<4 -64
            shapeBlocks<2 shapeLetters<108 -50 15 ends1After<1 smallArticle<1 lastSign<3 39 -26 -43 44 sentences<1
            shapeLetters<144 34 -51 ends1After<1 sentences<23 43 -161 65
            parentDensity<36 navigation<1 proseBefore<59 withPicture<1 header<1 toHeadline<11 27 148 -39 -56 -54 -80
            toHeaviest<6 withPicture<1 position<76 proseBefore<48 58 parentDensity<88 5 45 proseBefore<55 54
            proseBefore<80 16 -50 -55 role1Before<1 -59 headlineBlocks<42 -34 48
            linked<72 proseBefore<56 shapeLetters<188 isNamed<1 phrase<1 sentences<10 sameParentAfter<1 28 62 -96 -108
            sameShapeAfter<1 trunkShare<84 17 -32 49 66 sameShapeBefore<1 isNamed<1 letters1After<193 -31 44 -62
            article<1 -27 34 lowerStart<1 -69 trunkShare<47 203 -30
            shapeProse<31 proseBefore<49 sinceHeading<38 withPicture<1 phrase<1 26 -77 -63 lowerStart<1 tag<10 -73 57
            128 prose1After<1 -58 level<2 -37 51 siteWords<2 linked<81 footer<1 phrase<1 linked<65 tag<10 59 -142 -91
            -89 -83 -70 -45
            outerProse<14 linked1Before<44 proseBefore<53 pictureBefore<1 header<1 38 -26 -43 sameShapeBefore<1 -55 9
            -63 prose<1 level<2 anyFurniture<1 -3 -51 untilProse<16 48 -56 siteShare<3 proseBefore<43 credit<1
            startsLinked<1 70 -37 -77 prose2Before<1 3 49 -41
            parentProse<63 parentLinked<52 isNamed<1 toFurniture<10 role<1 pageProse<7514 -47 19 main<1 -95 32 caption<1
            pageBlocks<325 23 70 -68 sameShapeBefore<1 -31 18 lowerStart<1 -70 toFurniture<16 -52 135 linked<54
            letters<35 -1 68 main<1 87 -70
            tag<1 outerProse<32 smallBody<1 sinceTitle<6 47 -27 42 letters<142 4 64 linked2After<40 alikeMost<4 role<1
            anyFurniture<1 -31 -95 caption<1 outerProse<58 -33 45 -72 smallArticle<1 41 level<1 -65 54 inTitle<5 -73
            outerProse<65 -49 31
            linked2Before<89 proseBefore<53 widget<1 pictureBefore<1 comments<1 46 -58 -5 -47 sidebar<1 footer<1
            sameShapeAfter<1 shapeBlocks<9 sinceTitle<8 34 -45 14 comments<1 pageProse<1939 83 19 -67 -75 -79
            linked2After<96 proseBefore<84 shapeLetters<68 -21 27 -60 -71
            parentProse<5 linked2After<94 withPicture<1 role<1 inTitle<7 -37 8 headlineBlocks<20 -12 phrase<1 38 -56 -58
            prose1After<1 -65 2 phrase<1 commas<22 parentProse<53 consent<1 related<1 inTitle<5 withPicture<1 10 -70 36
            -81 -83 50 -103 -85
            letters<142 fromLast<-2 navigation<1 withPicture<1 byline<1 sinceTitle<172 parentDensity<35 60 20 -17 -74
            -51 -74 lowerStart<1 -58 40 sinceTitle<37 withPicture<1 60 -46 consent<1 isNamed<1 firstSign<8
            underFurniture<1 35 -109 -161 near<4 -85 4 -125
            trunk<1 shapeLinked<90 inTitle<1 -57 -11 -80 sameShapeAfter<1 sameParentBefore<1 pageStructured<59
            trunkShare<41 113 endsSentence<1 alikeLetters<69 -2 -49 headlineBlocks<8 -57 27 -69 tag<2 endsSentence<1 -21
            capitals<14 linked<28 36 -64 -96 46 consent<1 46 -50
            trunk<1 proseBefore<25 startsLinked<1 sinceTitle<31 51 -31 -73 -73 toFurniture<8 siteWords<1 prose1After<1
            -24 21 -75 caption<1 siteShare<3 parentProse<11 trunkShare<22 165 linked2After<80 linesOfElement<14 30 -112
            -23 dated<1 endsSentence<1 25 62 -82 -22 -55
            trunk<1 inSummary<41 outerLinked<35 prose2Before<1 toDoubtful<5 -54 1 -73 -77 32 parentProse<48 credit<1
            toFurniture<7 sentences<13 -23 -139 hidden<1 shapeBlocks<66 shapeBlocks<20 lowerStart<1 7 109 smallArticle<1
            67 -11 60 -89 -77 position<78 47 -15
            trunk<1 startsLinked<1 shapeLetters<218 fromFirst<8 9 -73 22 -77 parentProse<8 shapeBlocks<15 withPicture<1
            parentDensity<36 4 -37 -62 pictureAfter<1 startsLinked<1 52 alikeParent<3 -48 103 -39 stressed<16
            siteWords<1 54 siteWords<8 1 -136 fromLast<-1 -3 -119
            trunk<1 inSummary<61 inSummary<13 smallBody<1 -66 toDoubtful<9 -49 49 17 46 proseBefore<85 withPicture<1
            comments<1 byline<1 promotion<1 pictureAfter<1 firstSign<9 39 -59 1 -78 -82 byline<1 -119 31 pictureAfter<1
            -50 16 smallArticle<1 -15 -61
            linked1Before<93 toFurniture<3 sentences<22 shapeLetters<157 -63 21 -130 proseBefore<59 caption<1
            shapeLetters<34 9 sinceHeading<16 52 5 -47 trunkShare<84 -41 sameShapeBefore<1 parentProse<5 near<7 -47 27 9
            24 parentDensity<15 -62 toFurniture<7 -62 proseBefore<57 38 -38
            toFurniture<6 linked1Before<31 underFurniture<1 consent<1 parentProse<82 toHeadline<2 -71 isNamed<1 20 -42
            62 -78 -94 -70 footer<1 shapeBlocks<6 parentProse<39 isNamed<1 shapeLetters<74 -20 25 -29 50 stressed<68
            linked<63 ends1After<1 35 67 -13 -40 -81
            words<30 parentLinked<57 footer<1 stressed<62 widget<1 sameShapeBefore<1 proseBefore<64 dated<1 13 -65
            pictureAfter<1 -13 -75 29 -39 sameShapeBefore<1 14 -103 -83 -57 outerProse<50 body<1 -33 related<1 consent<1
            42 -62 -65 widget<1 51 -89
            trunk<1 inTitle<2 -59 fromFirst<7 sinceHeading<33 52 -38 -63 trunkShare<17 159 parentProse<7
            sameShapeAfter<1 withPicture<1 role<1 -35 16 -51 sinceHeading<34 36 -31 fromFirst<10 42 consent<1
            prose2After<1 pageBlocks<201 -20 34 comments<1 44 -86 -87
            toFurniture<5 linked1After<79 outerProse<68 outerProse<40 -31 -106 sentences<22 27 -123 -69 times<2
            stressed<42 widget<1 parentProse<24 inSummary<76 withPicture<1 linked1After<91 24 -17 -29 70 shapeLinked<43
            55 -49 -41 parentProse<53 10 -100 fromTitle<-41 -136 -40
            proseBefore<57 navigation<1 phrase<1 caption<1 hidden<1 words<222 withPicture<1 sinceTitle<134 48 6 -16 -74
            -43 main<1 66 -56 -79 -67 shapeBlocks<3 -59 footer<1 toFurniture<5 smallBody<1 -52 26 phrase<1 withPicture<1
            14 -41 -77 -78
            footer<1 letters<120 navigation<1 pictureAfter<1 pageStructured<10 role<1 anyFurniture<1 dated<1 8 -90 -57
            underFurniture<1 anyFurniture<1 21 56 -73 -52 alike<6 -54 26 -68 consent<1 fromFirst<23 caption<1
            underFurniture<1 58 -41 -31 -7 -62 -77
            footer<1 siteWords<1 tag<1 stressed<54 times<2 fromTitle<13 61 27 -41 -46 times<2 role<5 linked2Before<90
            linked1After<66 38 -35 -30 linked1After<85 -91 98 role1Before<4 tag<6 -82 -17 14 fromLast<-11 sinceProse<10
            19 -32 -55 -75
            linked<70 sidebar<1 words<29 siteShare<15 tag<2 anyFurniture<1 pictureBefore<1 8 -40 -34 role<5 fromTitle<27
            1 trunk<1 -51 54 -42 -72 parentProse<70 anyFurniture<1 34 smallBody<1 -14 38 underFurniture<1 fromTitle<145
            70 -65 -94 -77 -46
            shapeProse<16 tag<4 inSummary<78 parentLinked<2 ends1Before<1 -5 -49 -47 47 prose1After<1 tag<8 56
            linesOfElement<13 -15 -125 41 body<1 shapeProse<61 inSummary<5 -46 26 22 endsSentence<1 role<1 lastSign<4
            -60 16 lastSign<9 76 -133 39
            trunk<1 parentLinked<7 untilProse<26 toHeaviest<10 13 -56 -53 -61 role1Before<1 letters<131 letters1Before<8
            body<1 102 0 alikeOuter<8 -28 44 caption<1 hidden<1 bar<1 letters1Before<112 parentProse<53 -17 59 45 -88
            -59 -73 sinceHeading<35 33 -39
            shapeProse<61 fromLast<3 level<2 pageLinked<79 inSummary<53 sinceTitle<132 parentDensity<82 pictureAfter<1
            24 -51 -24 body<1 -56 fromFirst<67 -43 20 49 150 prose1After<1 inTitle<7 -26 65 72 body<1 -76 -21
            siteWords<5 linked2After<94 33 -4 -94
            proseBefore<75 phrase<1 parentProse<50 outerLinked<8 role1Before<1 level<2 hidden<1 -1 -58 linked2After<22
            76 -31 39 -10 widget<1 47 -58 -86 sameShapeBefore<1 role1Before<4 prose2Before<1 -57 -22 46 comments<1
            alikeMost<8 -16 34 prose2Before<1 166 -46
            footer<1 phrase<1 navigation<1 widget<1 fromLast<0 byline<1 bar<1 isNamed<1 36 15 -79 -63 isNamed<1
            endsSentence<1 startsLinked<1 23 -40 byline<1 -38 57 proseBefore<32 23 -62 body<1 -57 startsLinked<1 -22 31
            -68 -81 -74
            toFurniture<8 inTitle<9 outerLinked<8 firstSign<6 widget<1 prose2After<1 -29 20 -68 -142 -59 tag<8 -8
            isNamed<1 -19 133 isNamed<1 endsSentence<1 10 fromFirst<27 dated<1 widget<1 55 -40 -104 7 prose1After<1 -20
            shapeBlocks<8 -3 57
            proseBefore<92 navigation<1 sentences<16 isNamed<1 consent<1 proseBefore<67 lowerStart<1 endsSentence<1 7 38
            101 linesOfElement<25 sameParentAfter<1 -22 20 -120 -62 sinceTitle<166 structured<10 toHeaviest<12 byline<1
            6 -71 -86 69 -49 -80 -54 linesOfElement<2 -45 15
            sidebar<1 footer<1 phrase<1 linked<14 toHeaviest<2 firstSign<8 underFurniture<1 36 -45 anyFurniture<1 26
            -140 firstSign<8 alikeParent<5 inSummary<92 -4 44 45 -88 header<1 role<2 main<1 76 -45 sinceHeading<27 81
            -41 -72 -75 -70 -74
            sidebar<1 toFurniture<2 paywall<1 headlineBlocks<62 -55 siteWords<2 near<1 -48 near<7 58 -31 -54 58
            siteShare<6 trunkShare<65 51 consent<1 alikeOuter<8 words<32 pageProse<2288 23 -18 underFurniture<1 37 -70
            toHeaviest<4 85 3 -89 -50 -74
            proseBefore<85 sinceHeading<38 pageProse<1667 sameParentAfter<1 fromLast<-62 123 tag<1 48 -38 68 credit<1
            tag<1 linked<57 22 shapeLetters<74 35 -112 tag<4 headlineBlocks<93 -43 21 16 -77 -33 body<1 -47 siteWords<1
            role<2 -13 48 -60
            toHeadline<8 siteWords<1 capitals<9 widget<1 shapeLinked<53 standfirst<1 comments<1 endsSentence<1 8 35 -35
            -12 -32 lastSign<1 50 -65 pictureBefore<1 prose1After<1 -24 9 -52 role1After<3 letters1After<241 -53 20 43
            trunkShare<73 94 sameShapeAfter<1 -1 51
            sidebar<1 footer<1 withPicture<1 stressed<37 sinceTitle<175 caption<1 outerLinked<5 29 body<1 -16 23 -50
            isNamed<1 body<1 -19 42 -52 level<2 outerProse<59 1 endsSentence<1 -35 -119 83 letters2After<53 4
            alikeMost<17 -68 49 -70 -70
            outerLinked<80 siteShare<4 footer<1 phrase<1 related<1 promotion<1 consent<1 role<1 9 28 shapeLinked<7 -79
            22 -60 sameShapeAfter<1 -73 16 -63 -60 sameShapeAfter<1 -60 toFurniture<11 -35 linked<36 toDoubtful<8 -16 54
            -44 trunkShare<22 121 -66
            toFurniture<3 headlineBlocks<73 letters2Before<403 linked2After<28 tag<1 8 -68 -71 38 otherArticle<1 0 120
            withPicture<1 proseBefore<68 dated<1 caption<1 pageProse<2194 tag<1 81 parentDensity<37 54 -1 words<25
            parentDensity<76 10 -23 42 -54 -72 -9 -37
            sidebar<1 phrase<1 proseBefore<74 withPicture<1 capitals<11 hidden<1 promotion<1 underFurniture<1 29 -26 -61
            -39 proseBefore<1 isNamed<1 1 -76 underFurniture<1 16 -83 fromFirst<22 -36 22 body<1 trunk<1 -61 -21
            linked2After<92 16 -23 -71 -65
            body<1 sinceTitle<14 siteShare<22 20 -79 toHeaviest<9 siteShare<1 -9 -52 -64 related<1 shapeBlocks<6
            linesOfElement<3 isNamed<1 letters<113 -9 36 -25 -117 sinceHeading<6 42 isNamed<1 tag<8 4 -147 depth<13 68
            shapeBlocks<47 30 -68 -80
            siteShare<2 words<45 times<2 sidebar<1 toHeadline<8 dated<1 copyright<1 hidden<1 9 -42 -76 -56 caption<1 53
            -44 -61 words<20 pageBlocks<161 -72 -22 -99 sentences<23 comments<1 widget<1 43 -20 -61 -86 header<1 -44 32
            sidebar<1 role<1 stressed<60 shapeProse<94 byline<1 smallBody<1 siteShare<1 widget<1 3 -59 -48 31 -92 48
            shapeProse<24 -13 near<4 -15 endsSentence<1 -51 -148 navigation<1 underFurniture<1 stressed<34 19 66 -69 -49
            smallBody<1 -80 42
            toFurniture<1 -45 consent<1 shapeLetters<170 alike<2 role<2 sinceProse<11 role<1 -48 -8 -1 role<5
            pictureBefore<1 sinceProse<17 76 -15 -53 -33 toFurniture<19 role<3 role<1 shapeBlocks<22 -7 -75 15 76 25
            startsLinked<1 25 -71 -58
            footer<1 pageProse<681 prose2After<1 prose2Before<1 anyFurniture<1 107 16 -24 -30 linked1After<76 byline<1
            parentProse<48 toHeadline<9 smallBody<1 prose<1 4 -22 25 28 prose<1 -17 pageProse<7838 52 4 -63
            pageProse<2220 main<1 -75 29 -37 -63
            sidebar<1 phrase<1 hidden<1 pageProse<2594 22 alikeMost<4 inSummary<7 prose2After<1 words<27 -54 -6
            letters2Before<19 -47 6 words<31 2 67 outerLinked<11 outerLinked<8 sameParentAfter<1 29 76 -17 shapeProse<58
            -46 50 toFurniture<6 -15 -96 -68 -66
            footer<1 firstSign<8 trunkShare<15 trunk<1 -28 121 outerLinked<78 dated<1 caption<1 underFurniture<1 bar<1
            12 -64 -40 alikeMost<37 -35 41 tag<8 anyFurniture<1 -85 0 40 prose1After<1 -56 68 outerLinked<35
            anyFurniture<1 -47 -146 31 -75
            proseBefore<64 letters<235 pageProse<2220 23 pageProse<6295 inSummary<95 -24 29 4 firstSign<2 toFurniture<3
            -22 55 -61 trunk<1 byline<1 -59 comments<1 -40 142 fromLast<-1 letters<64 26 shapeProse<89 shapeProse<81 -29
            53 37 alikeParent<7 -28 42
            inTitle<6 toDoubtful<8 body<1 -51 byline<1 7 -79 firstSign<7 parentDensity<62 pictureAfter<1 shapeLetters<21
            12 67 -40 startsLinked<1 lastSign<6 linked1After<68 comments<1 7 -71 -55 69 shapeLinked<66 -108 26
            linked1After<1 body<1 1 -139 44 13
            linked<67 toHeaviest<12 firstSign<7 shapeLetters<285 fromLast<-5 caption<1 sinceTitle<162 near<2 56 18
            isNamed<1 13 -44 -33 trunk<1 byline<1 -54 75 -2 37 -39 -88 level<2 near<6 trunk<1 -71 shapeLetters<108 38
            -47 -120 57
            siteShare<6 credit<1 fromLast<12 pageProse<2076 capitals<17 capitals<11 standfirst<1 role<1 46 95 1 -9 -13
            teaser<1 shapeProse<4 -15 stressed<92 shapeProse<25 -16 23 shapeProse<42 45 -76 30 byline<1 -42 80 -64
            role<1 -67 -5
            siteWords<2 inAuthors<23 inTitle<1 times<11 toHeadline<3 toDoubtful<6 -46 position<52 28 anyDoubtful<1 -51
            51 untilProse<23 -1 anyDoubtful<1 74 -14 -87 body<1 headlineBlocks<18 fromFirst<-1 25 -42 prose1Before<1 33
            -12 credit<1 28 -56 -83 -50
            alikeMost<4 parentProse<83 siteWords<1 shapeLetters<24 alike<6 -42 26 shapeLetters<219 linked1After<64 -15
            15 20 -41 linked<10 33 stressed<98 -1 -126 toHeaviest<6 39 outerLinked<18 standfirst<1 widget<1 article<1
            -16 linked1Before<95 57 -36 -21 -42 -44
            level<2 tag<1 words<40 siteShare<6 role<1 fromFirst<-7 67 dated<1 outerProse<7 -35 11 -98 otherArticle<1 13
            163 -57 fromFirst<55 42 -21 pageBlocks<303 -28 sameShapeAfter<1 -22 37 letters1After<26 -13 untilProse<11
            shapeLinked<63 39 139 -20
            phrase<1 times<10 promotion<1 times<2 inSummary<11 credit<1 linked1Before<34 comments<1 13 -44 standfirst<1
            -2 -64 -57 teaser<1 sameParentBefore<1 42 12 80 prose<1 teaser<1 linked<20 -47 1 21 -79 -64 role1Before<3
            -84 21 -61
            inSummary<30 withPicture<1 letters1After<218 stressed<7 promotion<1 prose2Before<1 pageLinked<84
            outerLinked<84 -5 -61 90 12 -63 parentDensity<75 8 smallBody<1 sinceTitle<164 -76 12 39 comments<1 28 -56
            anyFurniture<1 sameParentBefore<1 -32 32 -64 shapeLetters<46 -13 46
            linked1Before<69 toHeadline<6 smallBody<1 comments<1 firstSign<9 -2 pageLinked<16 -142 15 -52 fromTitle<197
            44 -75 fromTitle<14 letters1Before<82 smallBody<1 29 -50 -37 widget<1 48 -19 smallBody<1 ends1After<1
            toHeadline<7 pageLinked<33 -20 -68 54 10 38
            alike<2 headlineBlocks<99 letters1Before<126 main<1 toHeadline<10 anyFurniture<1 prose2Before<1 -96 25 11 42
            -3 -39 sameShapeBefore<1 toHeadline<5 -15 54 anyFurniture<1 outerProse<55 -114 14 44 stressed<58
            navigation<1 sentences<19 22 -71 -57 shapeProse<57 26 -56
            toHeadline<3 words<26 -21 fromTitle<22 46 firstSign<7 -5 -92 byline<1 comments<1 bar<1 shapeProse<21
            ends1Before<1 fromTitle<1 -16 21 -11 stressed<85 footer<1 related<1 49 -56 -57 -58 -77 otherArticle<1 -63 73
            comments<1 -82 56
            phrase<1 position<76 sinceHeading<35 caption<1 dated<1 sentences<16 outerLinked<10 smallArticle<1 27 0
            pictureAfter<1 9 -57 -58 -53 -42 pageLinked<69 pageLinked<6 24 -48 fromLast<-48 -37 119 alikeLetters<230 -35
            shapeBlocks<24 smallBody<1 -31 57 57 -65
            promotion<1 sidebar<1 proseBefore<85 withPicture<1 times<10 toFurniture<3 sinceHeading<9 10 byline<1 -45 82
            toHeaviest<13 byline<1 20 -46 -72 -89 -20 role1After<2 shapeBlocks<19 -41 -2 sameShapeAfter<1 -19
            untilProse<20 77 7 alikeLetters<1314 -63 46 -72
            footer<1 sidebar<1 consent<1 phrase<1 firstSign<1 anyFurniture<1 2 -71 level<3 firstSign<9 fromLast<8 10 -33
            shapeLinked<32 -87 59 shapeLinked<67 sameParentAfter<1 43 -12 untilProse<16 111 -25 -48 pageLinked<41 -67 8
            smallBody<1 -70 65 -68
            footer<1 fromLast<7 comments<1 byline<1 sinceTitle<128 smallBody<1 phrase<1 8 -50 47 article<1 smallBody<1
            words<11 -64 17 -151 isNamed<1 27 -21 -65 -66 comments<1 trunk<1 -74 -13 letters<64 isNamed<1 177 -22 -28
            -56
            fromLast<0 trunkShare<67 related<1 toDoubtful<17 25 81 -62 inAuthors<19 times<2 toDoubtful<12 22
            sameParentAfter<1 15 outerProse<66 fromTitle<166 -42 37 linked<56 21 -55 linked<19 fromTitle<78 -87 -7 4 -68
            lowerStart<1 pageStructured<7 -31 -78 38
            sidebar<1 consent<1 alikeMost<5 inSummary<23 trunkShare<25 52 sameShapeBefore<1 letters<323 -29 11
            toHeadline<9 toHeadline<4 6 -28 55 letters<116 -7 78 times<8 lastSign<9 startsLinked<1 footer<1 39 -47 -12
            -80 role<1 -74 19 -58 -61
            pictureBefore<1 toHeaviest<12 times<10 inAuthors<23 pageBlocks<438 related<1 fromLast<1 commas<2 2 20
            smallBody<1 -32 32 hidden<1 -66 43 sameParentAfter<1 linked1After<46 30 -19 58 -63 parentProse<1 -4 -132 -71
            sinceProse<14 -48 parentProse<6 -14 44
            sidebar<1 inTitle<88 inTitle<29 fromLast<0 bar<1 alikeParent<12 pageLinked<51 lastSign<7 5 -26 near<7 36 -38
            40 -63 untilProse<29 lowerStart<1 sinceProse<4 -27 -74 42 linked<4 footer<1 35 -52 lastSign<5 -63 91 41 -55
            -54
            footer<1 lastSign<9 times<2 position<85 proseBefore<84 dated<1 underFurniture<1 withPicture<1 18 -11 -30 -53
            endsSentence<1 15 hidden<1 alikeLetters<146 -54 -6 55 ends1Before<1 endsSentence<1 0 -73 15 alikeMost<59
            alikeMost<2 -71 -31 44 -54 -51
            fromFirst<7 untilProse<8 endsSentence<1 fromTitle<10 -38 21 outerProse<23 -8 41 navigation<1
            headlineBlocks<55 76 -2 -61 prose<1 pageStructured<81 headlineBlocks<26 proseBefore<49 34 -21 22 -48
            prose2Before<1 headlineBlocks<93 smallBody<1 -52 25 toDoubtful<7 43 -26 0
            alikeOuter<19 alikeParent<7 sinceTitle<57 proseBefore<19 prose1Before<1 letters<60 startsLinked<1
            letters1After<11 59 -29 80 37 sameShapeBefore<1 letters1After<109 -76 -5 role<1 37 -51 -5 article<1
            pageLinked<75 -49 63 sinceProse<27 endsSentence<1 34 -9 -43 26 65
            letters1After<223 toHeaviest<13 phrase<1 parentDensity<77 footer<1 pictureAfter<1 letters2After<282
            pageProse<681 64 14 -43 -25 -63 endsSentence<1 role1After<2 -47 22 sinceHeading<24 commas<1 alikeLetters<320
            -47 14 letters2After<103 -1 30 -47 -51 -73 structured<86 17 76
            level<1 inSummary<39 outerLinked<26 sameShapeAfter<1 parentDensity<54 untilProse<9 -18 41 -16 related<1
            standfirst<1 shapeBlocks<81 lowerStart<1 9 71 -32 -65 118 trunk<1 comments<1 -71 77 lowerStart<1 -17 61 22
            depth<16 ends1After<1 -12 34 75
            promotion<1 fromLast<-1 trunkShare<59 50 trunkShare<89 caption<1 lowerStart<1 40 -48 -59 trunkShare<95 22
            alikeOuter<15 comments<1 -9 -72 52 siteWords<2 lowerStart<1 role1Before<2 letters2After<20 digits<26 -12 79
            smallBody<1 -51 24 27 40 -59 -63
            footer<1 inAuthors<1 related<1 credit<1 promotion<1 copyright<1 trunkShare<25 comments<1 73 -41
            sinceTitle<169 12 -15 -59 digits<2 -51 27 -49 body<1 -2 -70 main<1 1 outerProse<69 -32 -88
            letters2Before<147 -66 isNamed<1 -36 60
            stressed<88 letters1After<241 sameShapeBefore<1 role1Before<1 trunkShare<45 49 -22 trunkShare<99 17
            prose2Before<1 -47 41 tag<8 trunkShare<44 -49 sinceProse<11 untilProse<2 -11 widget<1 46 -18 -24
            role1Before<2 21 -98 26 depth<11 sameShapeBefore<1 81 -23 -59
            siteShare<5 consent<1 trunkShare<68 sinceProse<18 9 73 isTitle<1 alikeLetters<433 pageProse<2901
            linked1Before<91 startsLinked<1 30 -19 -20 -13 anyFurniture<1 tag<5 headlineBlocks<71 38 -17
            headlineBlocks<46 4 -89 40 -49 structured<23 -80 28 inTitle<35 -35 56
            outerLinked<79 inAuthors<23 alikeParent<7 standfirst<1 stressed<58 sentences<15 sinceTitle<164 near<4 21 0
            smallBody<1 1 -80 -56 alikeLetters<106 shapeLetters<58 sameShapeAfter<1 60 -47 -56 41 linked2After<15
            role1After<1 9 -50 -48 35 article<1 18 -89 -37
            inAuthors<19 toHeaviest<11 inSummary<16 alikeOuter<16 firstSign<1 -37 toHeadline<7 firstSign<8 tag<2 -8 8
            linked2After<16 -88 24 main<1 67 caption<1 13 -59 42 startsLinked<1 linked1After<85 22 70 -33 toHeadline<10
            -67 3 main<1 5 -80
            sidebar<1 pageProse<2901 otherArticle<1 bar<1 stressed<5 linked1Before<35 isTitle<1 credit<1 38 -23 -22
            sameParentAfter<1 -28 11 article<1 40 -49 -82 92 ends1After<1 siteWords<7 -13 -66 shapeLinked<36
            shapeBlocks<4 letters1After<267 -49 -3 19 47 -46
            phrase<1 stressed<46 shapeBlocks<6 pageLinked<81 sinceTitle<2 header<1 61 linked1After<23 -69 29 -17 86
            body<1 toDoubtful<4 -41 6 sinceHeading<27 toDoubtful<14 caption<1 53 -34 11 -21 role<1 shapeBlocks<11 -6 -75
            sinceHeading<23 74 -47 -48
            inAuthors<1 header<1 siteWords<6 letters1After<247 pageStructured<67 near<4 9 headlineBlocks<42
            withPicture<1 18 -58 -20 pageStructured<119 smallBody<1 -73 14 26 sinceProse<11 pageBlocks<186 29 -21 57 -62
            prose<1 withPicture<1 -51 49 18 sameShapeBefore<1 -68 28
            toHeadline<8 sinceHeading<7 proseBefore<7 shapeLetters<97 linked1Before<80 -25 prose2After<1 59 -26 47
            digits<8 prose2Before<1 headlineBlocks<68 prose1After<1 sameParentBefore<1 -55 -13 3 4 proseBefore<86 26 -35
            52 inTitle<1 related<1 -27 52 -1 level<1 33 -24
            footer<1 role1Before<1 fromFirst<39 letters<246 sameShapeAfter<1 -11 12 endsSentence<1 -50 46 toFurniture<11
            -47 -9 sinceTitle<175 linesOfElement<23 endsSentence<1 41 toHeaviest<11 15 -62 -55 anyFurniture<1
            linked1After<34 -67 33 toFurniture<7 outerLinked<6 38 -62 50 -41
            pageProse<2710 stressed<77 bar<1 sinceHeading<31 widget<1 alikeLetters<31 outerProse<76 dated<1 49 -40 3 40
            -12 untilProse<16 -63 linked2After<68 53 -30 -83 outerProse<78 18 -55 level<2 inAuthors<23 -10 -58
            linked2After<47 untilProse<23 37 -33 -26
            withPicture<1 times<2 pageProse<2288 role<2 15 sinceTitle<84 75 -51 underFurniture<1 anyFurniture<1
            headlineBlocks<54 commas<5 -23 35 13 role<1 pageBlocks<445 sinceTitle<5 49 -17 73 45 -53 fromTitle<145
            shapeLinked<3 role<4 -87 12 -13 -1 -26
            letters1After<247 copyright<1 commas<1 outerLinked<8 shapeProse<70 near<3 32 proseBefore<14 -65 3 prose<1
            -53 11 proseBefore<65 -3 -38 shapeProse<23 -15 shapeProse<70 letters1After<39 headlineBlocks<68
            pictureAfter<1 25 -36 68 -18 isNamed<1 24 67 -73 25
            pageProse<2438 inAuthors<1 trunkShare<52 79 22 -38 role1Before<1 level<2 siteWords<4 headlineBlocks<94
            shapeLetters<120 -51 letters<235 -26 endsSentence<1 -45 27 pageProse<4235 withPicture<1 -78 37 alike<80 19
            -66 -75 prose2After<1 -12 44 headlineBlocks<36 -12 15
            related<1 consent<1 letters1Before<9 widget<1 27 -37 linked2After<90 alike<2 sameParentBefore<1
            smallArticle<1 alikeOuter<16 -8 54 linked1After<75 4 67 teaser<1 trunk<1 -5 -50 50 shapeLinked<13 18 -9
            headlineBlocks<66 -27 sameParentBefore<1 -8 48 -40 -43
            times<8 promotion<1 footer<1 consent<1 toDoubtful<1 tag<6 -40 6 toHeaviest<13 toDoubtful<13 pictureBefore<1
            19 -21 proseBefore<14 13 -6 -65 structured<21 -65 38 pictureAfter<1 -56 47 trunkShare<17 34 -63 toHeaviest<8
            lastSign<1 -77 6 -83
            promotion<1 related<1 siteWords<1 header<1 sidebar<1 parentDensity<28 sinceTitle<55 body<1 63 10 1
            capitals<27 shapeProse<20 -8 13 sinceTitle<57 -54 10 -45 anyFurniture<1 -50 -1 body<1 ends1After<1 -18 -69
            letters1Before<94 -20 24 -56 -63
            dated<1 inSummary<23 shapeBlocks<3 startsLinked<1 pageProse<3005 -4 -34 27 outerLinked<8 role<1
            withPicture<1 4 -42 lastSign<9 caption<1 smallBody<1 50 -27 -31 -65 smallBody<1 linked1After<30 -22
            outerLinked<54 29 -45 43 sentences<2 10 57 -39
            footer<1 pageBlocks<424 fromLast<6 inAuthors<23 alikeOuter<7 times<16 phrase<1 teaser<1 0 36 -44 -88
            fromLast<-66 -31 pictureAfter<1 sameShapeBefore<1 99 24 -14 -56 alikeParent<6 smallBody<1 -48 33 25
            pictureAfter<1 fromLast<0 33 -11 -35 -59
            inAuthors<19 words<21 sinceTitle<190 outerProse<59 article<1 35 letters<86 10 -59 role1After<2 -25 27 -23
            widget<1 alike<79 parentProse<65 sinceTitle<136 tag<1 bar<1 16 -73 prose<1 41 -33 45 40 anyDoubtful<1 -138
            29 -41 -55
            toHeadline<8 hidden<1 role<1 shapeProse<91 words<26 -27 sinceTitle<41 16 -25 alike<5 66 linked1Before<40
            linesOfElement<4 16 -82 -79 linesOfElement<9 linked1After<38 4 sinceProse<27 level<2 body<1 18 89 4 role<3
            -25 85 -71 -37 24
            siteWords<2 letters<23 article<1 -38 -1 shapeProse<86 prose<1 shapeProse<41 sameShapeBefore<1 13
            withPicture<1 65 -17 role1After<1 -52 39 shapeProse<29 inSummary<72 -30 22 inSummary<4 role1Before<1 -14
            words<40 62 8 42 commas<2 5 45 -26
            depth<24 promotion<1 inSummary<19 role1Before<2 fromFirst<-2 linked2After<63 outerLinked<15 51 -30 -40
            letters1Before<7 25 -13 fromFirst<6 words<47 fromTitle<90 -47 41 40 linesOfElement<16 outerLinked<94 28 -38
            -81 sameShapeBefore<1 main<1 -21 38 -19 -43 54
            footer<1 related<1 titlesBefore<2 alikeMost<61 stressed<90 promotion<1 inTitle<82 position<83 12 -14 -32 -39
            prose2Before<1 12 letters1Before<236 -67 -9 78 position<16 36 shapeLetters<249 linked2Before<10 stressed<75
            -58 12 linked1Before<3 -23 44 36 -42 -53
            pageStructured<15 siteShare<24 underFurniture<1 shapeLetters<296 parentDensity<38 linked2Before<96
            pageLinked<55 caption<1 17 -34 level<2 82 -12 -22 -2 linked<81 linked<28 role1After<4 42 -38 -36 -84
            shapeProse<72 -6 -69 -42 smallArticle<1 inSummary<67 -48 39 16
            times<11 links<1 fromLast<2 parentProse<60 linked2After<59 related<1 outerProse<58 17 anyDoubtful<1 -21 12
            91 outerProse<18 -40 6 35 ends1After<1 pageLinked<9 39 -22 -58 shapeLetters<93 outerLinked<65 38 -25
            parentProse<32 shapeLetters<218 -23 29 -60 -61
            role<5 words<22 fromTitle<19 trunkShare<54 stressed<6 51 -64 toDoubtful<13 -11 -47 role1Before<1 -4 24 bar<1
            fromTitle<56 alikeLetters<224 stressed<2 withPicture<1 49 -15 2 6 alikeLetters<212 untilProse<19 -62 29 10
            -59 untilProse<8 -16 -94
            stressed<79 role<5 sidebar<1 linesOfElement<13 toDoubtful<15 outerProse<10 comments<1 toDoubtful<6 -16 16 68
            role1Before<1 1 58 comments<1 fromFirst<-39 97 -2 -58 58 -36 main<1 108 -66 prose<1 -2 pageLinked<61
            alikeLetters<99 -97 -8 49
            times<7 toDoubtful<2 trunk<1 -49 -11 toDoubtful<12 main<1 smallArticle<1 gallery<1 -75 40 47 widget<1
            smallArticle<1 linesOfElement<4 38 -58 -11 smallArticle<1 -66 25 alikeParent<14 sinceProse<29 -10 prose<1 -1
            48 49 main<1 46 -51
            sidebar<1 alikeOuter<17 alikeOuter<3 bar<1 paywall<1 inSummary<19 pageStructured<90 level<2 -5 19 -42
            article<1 trunk<1 -75 41 28 49 -59 comments<1 outerLinked<72 fromTitle<-41 -23 article<1 91 29 -52 -58
            sinceHeading<12 62 -13 -44
            tag<1 toHeadline<10 siteShare<2 linked<27 parentDensity<84 27 7 parentProse<55 3 -63 -16 43 prose<1 tag<6
            sameShapeAfter<1 -23 16 toFurniture<13 54 pictureBefore<1 isTitle<1 -3 -54 35 toHeadline<8 smallBody<1 -54
            17 pictureBefore<1 45 -44
            sentences<10 commas<2 endsSentence<1 sidebar<1 6 -40 titlesBefore<2 linked2Before<31 -1 headlineBlocks<14
            anyFurniture<1 sinceTitle<192 -116 55 20 -7 -45 comments<1 firstSign<9 pictureBefore<1 linked2Before<15 28
            untilProse<7 outerLinked<21 43 -46 -57 -24 -63 -54 -50
            letters<127 near<5 toHeaviest<11 4 otherArticle<1 -64 26 level<2 anyDoubtful<1 -36 teaser<1 -1 -58 article<1
            -25 43 toHeaviest<12 alike<80 firstSign<3 fromFirst<5 bar<1 39 -51 shapeProse<81 -8 42 -44 anyDoubtful<1
            -134 23 -71
            structured<88 titlesBefore<2 tag<1 7 shapeBlocks<10 tag<2 -33 linked1After<7 linked<57 -26 35 33
            sinceHeading<10 body<1 -6 50 outerProse<65 outerProse<34 shapeBlocks<178 -33 48 -130 68 body<1
            outerLinked<22 25 -44 sinceHeading<7 -15 -77 52
            phrase<1 firstSign<1 words<50 -48 13 parentProse<52 shapeProse<91 inSummary<12 prose<1 position<9 -36
            shapeProse<47 10 -31 lowerStart<1 -16 48 21 47 ends1After<1 sameShapeAfter<1 prose<1 -45 linked2Before<87 15
            -50 position<90 58 -67 35 -40
        """)

    /// By that and by what the first trees say of the blocks around it.
    static let second = DecisionTrees(
        """
            trunk<1 first1After<-171 -348 -241 endsSentence<1 first1After<-256 runLength<10 -265 -344 caption<1
            shapeLinked<78 fiveAfter<-83 sameShapeBefore<1 -269 -125 -104 -296 -332 toHeaviest<2 -38 shapeLetters<157
            outerProse<3 -271 widget<1 caption<1 -90 -312 -301 fiveAfter<-179 -139 -45
            prose<1 fiveAfter<-251 -131 sinceKept<45 first1After<155 sameParentBefore<1 -77 15 linked<40 runLength<15
            runLength<3 -66 103 144 -33 -94 fiveAfter<-202 runLength<22 siteWords<2 standfirst<1 words<26 51 152 5 2
            near<6 -113 -7 caption<1 151 -101
            shapeFirst<137 outerFirst<-421 runLength<7 isNamed<1 shapeFirst<-594 shapeProse<5 4 134 -64 -89 -127
            runLength<33 isNamed<1 untilKept<13 startsLinked<1 76 -38 pageLinked<37 -87 79 shapeProse<73 -42 135 -97
            footer<1 startsLinked<1 142 untilKept<23 98 -69 -109
            shapeFirst<-542 first1After<-159 endsSentence<1 -120 proseBefore<76 navigation<1 10 -114 -123 endsSentence<1
            -63 71 endsSentence<1 first3Before<-187 first1After<-33 -115 shapeFirst<-127 -71 89 first1After<-281 -61
            shapeFirst<-169 -88 99 shapeFirst<-409 -119 shapeFirst<-87 -84 toHeaviest<4 135 90
            endsSentence<1 shapeFirst<-354 -112 first2After<36 first3Before<-197 -80 13 withPicture<1 startsLinked<1
            widget<1 role<5 108 -28 -40 2 -104 shapeFirst<223 untilKept<18 withPicture<1 sinceTitle<68 toFurniture<19 39
            100 -17 -54 shapeFirst<-286 sinceTitle<14 -29 -112 -46 128
            parentLinked<34 parentFirst<-479 first2Before<-211 proseBefore<64 outerProse<14 -59 19 -109 fiveAfter<-106
            -46 role<5 73 -95 outerProse<27 outerFirst<0 -64 98 linked<65 comments<1 widget<1 sentences<17 footer<1 114
            -102 -131 -76 -129 -70 parentFirst<-156 -112 84
            parentFirst<315 parentFirst<-273 runLength<15 letters<111 isNamed<1 letters1After<0 126 -48 -87 tag<1 97 -2
            first1Before<-9 -108 fiveAfter<309 fiveAfter<-119 -91 72 118 parentFirst<-79 pageLinked<53 -64 41 tag<7 79
            -2 linked<35 letters<96 93 120 -13
            parentFirst<-476 first3After<-417 parentLinked<24 anyDoubtful<1 underFirst<-624 77 -38 -100 -107 letters<206
            alikeMost<15 inSummary<17 -75 22 23 91 parentFirst<-289 -92 letters<18 9 linked<75 outerProse<4 16 credit<1
            byline<1 letters<117 81 108 -49 -85 -61
            outerProse<15 outerLinked<18 shapeProse<76 keptBefore<91 sameShapeBefore<1 prose1Before<1 toHeaviest<4 49
            -19 -75 59 -86 82 -101 keptBefore<99 shapeProse<60 tag<1 widget<1 97 -85 first2Before<97 parentProse<11 -57
            29 sameParentAfter<1 sameShapeBefore<1 -23 100 92 106 -95
            outerFirst<43 shapeProse<7 outerFirst<-406 -97 letters<96 -69 keptBefore<26 68 -81 keptBefore<70 gallery<1
            52 -102 body<1 -86 toHeadline<6 -57 45 shapeProse<5 level<2 sameShapeBefore<1 toFurniture<8 -80 3 66
            keptBefore<82 99 -36 letters<43 46 100
            trunk<1 inSummary<6 -97 untilKept<42 inSummary<45 -64 81 -96 prose<1 linked<82 first1Before<127 runLength<14
            -11 -66 runLength<9 -14 untilKept<14 93 -41 -84 shapeProse<31 withPicture<1 keptBefore<48 80 role<2 -37 69
            -79 comments<1 100 -81
            first1After<-248 outerFirst<-48 runLength<14 sinceKept<42 -68 untilKept<40 shapeLetters<80 -70 103 161 -97
            shapeLetters<127 shapeProse<26 -65 74 81 parentProse<8 caption<1 outerFirst<-151 shapeLetters<136 -43 61
            shapeProse<14 36 89 -84 linked<40 caption<1 95 -48 -12
            shapeFirst<-237 inSummary<95 parentLinked<8 keptBefore<73 letters<467 letters<102 fiveAfter<-564 35 -72 34
            115 -92 -92 parentLinked<45 79 -89 parentFirst<-43 parentFirst<-593 first1After<-146 letters<326 -30 79
            caption<1 82 -79 -34 hidden<1 letters<24 49 91 -56
            first<-357 -95 parentProse<9 first3After<-209 proseBefore<58 shapeLetters<185 -17 79 outerFirst<-27 -65 6
            caption<1 startsLinked<1 promotion<1 outerFirst<0 14 linesOfElement<19 75 -146 -96 -50 -73 comments<1
            proseBefore<86 caption<1 shapeLinked<31 89 13 -61 40 -100
            first1Before<-362 outerFirst<43 trunkShare<24 -1 -89 untilKept<21 67 -76 alike<2 untilKept<19 linked<10
            sinceHeading<24 phrase<1 byline<1 44 -93 -104 -68 -46 keptBefore<92 anyDoubtful<1 80 -61 -81 phrase<1
            linked<80 keptBefore<86 88 50 -35 -132
            shapeFirst<-270 parentLinked<27 letters<243 standfirst<1 -71 letters<38 -78 32 toDoubtful<12 -23 81 -90
            trunk<1 underFirst<-372 -102 15 phrase<1 letters<128 prose1After<1 fiveAfter<245 21 64 65 caption<1
            standfirst<1 87 sameParentAfter<1 -48 83 -85 -122
            shapeFirst<-79 first<-9 first<-260 -90 tag<2 -69 tag<8 58 -37 keptBefore<27 94 untilKept<43 36 -72 linked<94
            linked<49 keptBefore<81 sentences<23 letters<74 62 88 -216 inKept<25 11 trunk<1 -68 65 linked1After<11 -90
            54 -47
            first<98 first<-244 -88 shapeFirst<339 untilProse<13 linked1After<48 sinceHeading<41 shapeFirst<55
            inSummary<66 -51 20 46 -94 shapeFirst<-377 54 toHeadline<9 -36 105 first2After<-134 shapeFirst<-263 -54 16
            80 -93 commas<21 linked1After<83 shapeFirst<381 75 89 58 -38
            outerFirst<-433 fiveAfter<-447 -84 shapeLetters<41 -72 pictureBefore<1 anyFurniture<1 60 -21 -53
            outerFirst<-101 inSummary<47 -57 64 phrase<1 linked<52 shapeLetters<34 27 fromFirst<33 stressed<72 80 14
            anyFurniture<1 72 ends1After<1 -37 50 role<1 -55 61 -106
            outerFirst<-60 first1Before<-429 shapeProse<43 -84 trunk<1 -65 97 runLength<2 sinceKept<8 -11 76
            shapeProse<42 fiveAfter<-226 -68 -28 trunk<1 -74 80 endsSentence<1 isNamed<1 phrase<1 44 -85 shapeProse<64
            -41 67 shapeProse<13 isNamed<1 58 -13 78
            outerFirst<-48 fiveAfter<-345 shapeLinked<18 -62 -86 shapeLetters<208 times<2 endsSentence<1 -40 14 -80 66
            parentFirst<315 widget<1 endsSentence<1 first2Before<-10 -39 24 words<100 firstSign<8 55 -109 -42 -72
            phrase<1 linked<43 keptBefore<83 85 52 -48 -111
            parentFirst<-431 parentProse<3 untilKept<28 linked1Before<74 toFurniture<9 -54 withPicture<1 37 -61 -76 -83
            untilKept<19 tag<6 78 -69 parentProse<81 -43 101 parentProse<47 toFurniture<11 alikeLetters<37 sentences<13
            -46 -229 -3 withPicture<1 32 -52 untilKept<41 78 33
            first<326 first<-119 first<-269 toHeadline<11 -85 -26 first3After<-368 -30 -64 sinceKept<41 sinceHeading<2
            untilKept<21 55 -7 related<1 hidden<1 toHeadline<7 stressed<43 15 -22 withPicture<1 59 -47 untilKept<22 -110
            83 -129 parentFirst<-476 100 46 84
            shapeProse<10 first1After<-303 runLength<2 98 -80 first1After<-97 shapeLetters<98 -53 29 credit<1 widget<1
            dated<1 25 -65 -44 -75 untilKept<8 linked<34 hidden<1 comments<1 credit<1 73 -58 -94 -71 -26 runLength<36
            hidden<1 44 -37 -61
            parentFirst<-238 fiveAfter<-501 runLength<3 115 -82 letters<132 -42 toFurniture<5 -34 sameParentBefore<1
            pictureBefore<1 runLength<30 79 -22 -12 -66 comments<1 letters<90 siteShare<5 toDoubtful<2 -27 stressed<4 36
            -10 -58 toFurniture<7 trunk<1 -80 37 76 -97
            first1Before<-74 runLength<9 caption<1 footer<1 letters<162 first2Before<-453 62 inSummary<22 -16 64 74 -89
            -68 outerFirst<-273 -79 body<1 -44 6 isNamed<1 outerFirst<381 caption<1 36 -63 stressed<49 77 -36
            letters<157 -19 outerFirst<-11 -57 61
            parentProse<15 untilKept<44 navigation<1 times<4 shapeLinked<86 byline<1 phrase<1 alikeLetters<270 9 49 -76
            -70 -54 -63 -82 trunkShare<19 main<1 163 -31 first3Before<-534 -83 -58 stressed<43 related<1 fromLast<1
            phrase<1 69 -94 -42 -124 -22
            first1After<-45 runLength<38 parentProse<63 smallBody<1 inKept<41 -48 -6 39 capitals<35 60 -105
            parentLinked<80 inSummary<32 -59 untilKept<45 143 -70 -83 withPicture<1 sentences<22 comments<1
            parentProse<9 31 related<1 67 -124 -85 -196 runLength<6 -78 23
            parentFirst<-43 first1Before<-503 -76 endsSentence<1 -39 first1Before<-109 fromFirst<7 33 shapeProse<94 -64
            59 alikeMost<1 -113 54 endsSentence<1 times<2 startsLinked<1 isNamed<1 44 -21 -56 -59 siteWords<8
            first2After<128 hidden<1 49 -57 bar<1 75 -128 -181
            shapeFirst<-259 shapeLetters<108 trunk<1 -78 toHeadline<10 -56 first3After<-527 122 -25 keptBefore<22 45 -54
            parentProse<46 sinceHeading<17 pictureBefore<1 toHeadline<2 -19 consent<1 53 -86 -36 trunk<1 -98 -5
            stressed<49 prose<1 16 79 letters1After<96 -68 29
            parentFirst<315 trunk<1 startsLinked<1 keptBefore<70 words<20 -31 39 -72 -83 first<-187 trunkShare<71
            toHeadline<8 -52 221 -67 first<185 comments<1 role<2 headlineBlocks<19 -65 -4 34 -119 55 linked<24
            siteShare<8 66 -85 first<342 -70 70
            shapeFirst<98 inSummary<36 fiveAfter<-447 runLength<20 -33 -79 isNamed<1 toHeaviest<5 pageProse<2148 65
            consent<1 -1 -121 -50 level<2 ends1Before<1 -42 -81 12 37 stressed<41 letters2After<26 firstSign<4 47 -50 69
            linked1After<78 fiveAfter<-317 -91 8 -98
            parentLinked<73 first3After<204 sinceKept<4 stressed<64 widget<1 related<1 sameShapeBefore<1 pictureBefore<1
            17 -49 44 -98 -55 -46 fromTitle<21 sinceTitle<11 37 -27 -48 caption<1 widget<1 dated<1 isTitle<1 stressed<90
            59 4 -58 -60 -59 -52 -73
            first1After<-159 shapeProse<15 runLength<16 letters1Before<74 6 -56 -71 trunk<1 -40 26 phrase<1 prose<1
            tag<2 toFurniture<12 -87 -3 header<1 50 -55 tag<8 toFurniture<14 sinceHeading<12 47 first1Before<353
            pageBlocks<285 -99 32 70 67 -86 -106
            trunk<1 first1Before<-362 -72 inSummary<4 -35 44 shapeFirst<371 isNamed<1 toFurniture<3 keptLetters<4617 8
            toDoubtful<8 29 -173 first3Before<-649 128 23 shapeProse<67 inSummary<87 -36 48 55 linked<7 letters<99 26 74
            linked<47 first2After<-331 -63 63 -88
            trunk<1 inSummary<46 parentLinked<79 capitals<9 prose2Before<1 -11 -74 -72 -81 22 endsSentence<1
            withPicture<1 tag<6 first2Before<97 -33 11 commas<9 30 -176 -69 promotion<1 tag<1 linked1After<89 58 14
            sinceHeading<27 prose2Before<1 -21 32 -78 -94
            first<312 first<-424 -79 hidden<1 first<-206 comments<1 article<1 outerLinked<99 -26 117 -58
            first3Before<-415 202 -63 times<2 stressed<62 comments<1 smallBody<1 16 70 byline<1 -111 56
            sameParentBefore<1 25 -64 prose<1 -26 -117 -58 72
            letters<105 first2After<-295 capitals<8 keptBefore<61 2 -56 -71 phrase<1 first1Before<-180 sameParentAfter<1
            -58 -1 caption<1 linked<20 32 tag<2 -46 53 -54 -90 keptBefore<89 hidden<1 caption<1 related<1 bar<1 56 -96
            -91 -35 -60 -18
            shapeFirst<-424 proseBefore<61 startsLinked<1 toFurniture<1 -90 keptLetters<2808 31 -18 -71 -75
            shapeFirst<324 pictureBefore<1 underFurniture<1 level<2 6 56 -55 keptLetters<1707 41 -61 linked<26
            proseBefore<80 firstSign<5 68 ends1After<1 -139 54 17 capitals<6 31 -83
            shapeProse<24 trunk<1 sinceTitle<5 capitals<19 runLength<17 46 -37 -75 startsLinked<1 -43 -78 toFurniture<3
            -59 pictureBefore<1 role<1 fiveBefore<-95 16 -32 underFurniture<1 31 -70 -43 phrase<1 startsLinked<1
            toFurniture<9 underFurniture<1 30 -95 55 -38 -102
            trunk<1 inSummary<11 shapeLinked<13 proseBefore<84 -19 -68 -78 words<16 -19 63 keptBefore<97 words<32
            isNamed<1 17 pageBlocks<154 7 -40 tag<1 hidden<1 63 -81 anyFurniture<1 letters2After<38 alikeLetters<37 55
            -72 43 alikeLetters<193 -122 0 -34
            first<-508 -81 first<128 inKept<78 proseBefore<4 article<1 38 endsSentence<1 -52 shapeFirst<-592 65 -50
            role<1 -55 -17 role<1 -36 caption<1 40 -69 inKept<94 stressed<33 letters<93 linesOfElement<4 42 -70 69 2
            words<81 17 -130
            first<312 first<-573 -80 tag<7 toFurniture<12 tag<5 lastSign<6 headlineBlocks<99 -60 -4 51 102
            pageProse<1935 38 prose1Before<1 headlineBlocks<5 body<1 -91 14 -1 -46 main<1 50 prose1After<1 -30
            toDoubtful<5 -29 51 firstSign<8 66 -114
            shapeProse<18 fiveAfter<-555 runLength<23 -7 -77 inSummary<35 isNamed<1 parentProse<8 first3Before<-226
            runLength<8 18 -55 fromLast<-92 55 runLength<12 -36 30 36 -30 46 first1After<282 siteWords<5 footer<1
            letters<136 first3Before<-415 88 -5 37 -95 -142 57
            fiveAfter<-403 trunk<1 -66 letters<230 toDoubtful<6 -61 -2 39 withPicture<1 letters<20 trunkShare<51 107
            alikeParent<4 -42 29 hidden<1 ends1After<1 keptLetters<3922 capitals<28 shapeFirst<-64 11 65 -76 -6
            keptBefore<82 54 0 runLength<43 -84 67 -38
            first<-482 -80 phrase<1 shapeFirst<-96 pageLinked<47 ends1Before<1 toHeaviest<10 stressed<78 endsSentence<1
            -17 17 109 -74 -50 lowerStart<1 22 147 stressed<14 toHeaviest<6 comments<1 42 -97 linked2Before<26 8 -66
            linked1After<98 fromLast<-28 50 -17 -97 -85
            toFurniture<6 first<-585 -79 alikeLetters<510 first2After<128 -53 -13 outerLinked<7 near<2 156 30 -59
            first<255 pageProse<2041 lowerStart<1 first1After<-582 -65 19 112 first<-494 -78 shapeLetters<268
            role1After<2 -34 6 sameParentBefore<1 67 -22 lowerStart<1 61 -78
            tag<1 stressed<68 shapeProse<29 proseBefore<16 sinceProse<10 -5 58 -27 bar<1 letters<128 17 proseBefore<67
            68 30 -102 shapeProse<54 26 -74 first2Before<-516 toHeadline<11 -70 62 siteWords<6 inKept<46 inKept<12
            pageLinked<85 -42 101 1 9 -142
            first<405 first<-494 -79 toDoubtful<2 pageBlocks<242 -54 -6 first<-107 letters2After<85 anyFurniture<1
            keptLetters<2057 66 -31 comments<1 -42 41 -51 keptLetters<1707 letters1After<30 85 27 firstSign<9
            parentProse<38 outerProse<82 11 44 siteWords<1 -5 -93 -108 69
            outerFirst<340 toFurniture<3 lastSign<6 -56 57 footer<1 sidebar<1 pageProse<2080 capitals<1 121 38
            shapeProse<69 otherArticle<1 withPicture<1 -6 -48 -76 endsSentence<1 -51 77 -77 -82 stressed<64
            withPicture<1 endsSentence<1 17 51 -79 runLength<4 -124 -36
            startsLinked<1 shapeLetters<228 shapeBlocks<5 siteShare<4 trunkShare<24 95 isNamed<1 shapeProse<40 -1 72 -29
            -67 first3After<-279 smallBody<1 -28 56 hidden<1 32 -66 widget<1 40 -60 trunk<1 -74 trunkShare<17 126
            untilProse<21 sameParentAfter<1 -36 22 -74
            fiveAfter<-578 shapeFirst<-474 -74 13 tag<1 keptBefore<63 untilKept<28 36 100 pageProse<2148 47
            sinceHeading<12 alike<74 shapeProse<38 -56 2 -214 14 siteWords<5 first3Before<-286 keptBefore<52 tag<4 -45
            18 -66 times<2 sameParentBefore<1 -3 37 -42 -113
            first<-371 isTitle<1 shapeProse<28 -71 otherArticle<1 -55 205 89 first<-119 near<4 trunkShare<49
            keptBefore<80 145 -54 -6 -50 first<36 near<4 navigation<1 12 151 level<2 -60 37 first<185 trunk<1 34 -18
            keptBefore<55 56 22
            inTitle<3 first1Before<-221 trunkShare<20 47 fiveAfter<-345 -68 -31 phrase<1 outerFirst<320 stressed<76
            pageBlocks<216 -35 smallArticle<1 role1Before<5 41 -205 -61 59 stressed<56 37 underFirst<-331 46 -75 -72
            fiveAfter<-511 -25 fiveAfter<208 words<115 20 -34 39
            startsLinked<1 inKept<14 linked1Before<17 shapeFirst<-385 sinceHeading<40 -49 74 fromFirst<-37 95 5
            proseBefore<45 -6 -78 level<2 times<2 pictureBefore<1 shapeLetters<165 13 tag<1 47 6 sinceHeading<46 -13
            -144 -60 58 first2Before<-585 lowerStart<1 -77 51 -20
            keptBefore<86 capitals<12 consent<1 sidebar<1 inKept<86 sinceHeading<29 linked<37 credit<1 42 -59 -16 -11
            outerLinked<26 -26 71 -72 anyDoubtful<1 2 -141 outerLinked<39 -4 prose2Before<1 -67 66 shapeFirst<-359
            inKept<18 -74 -17 anyDoubtful<1 -26 12
            outerLinked<31 first1After<453 consent<1 keptBefore<90 keptLetters<2178 untilProse<10 23 87 pictureBefore<1
            inSummary<13 -4 35 shapeLetters<246 -53 46 role<2 -35 underFurniture<1 56 -74 structured<28 -101 38 35
            inKept<38 anyDoubtful<1 -15 -69 fiveAfter<-558 -65 30
            outerLinked<86 sidebar<1 phrase<1 inTitle<2 hidden<1 byline<1 times<2 linked1Before<10 17 -29 -32 -72 -60
            position<66 times<2 withPicture<1 43 near<2 100 -45 -59 toFurniture<7 -36 proseBefore<73 39 -12 -70 -74
            lowerStart<1 -69 71
            toFurniture<6 tag<1 alike<72 letters1Before<27 -39 linked<23 26 -54 -194 tag<8 -70 -9 first<-465 -74
            first<98 outerProse<16 first2After<387 endsSentence<1 36 -16 -62 -21 role1After<2 38 outerProse<63
            toHeadline<7 shapeLetters<22 -117 -24 18 42
            first1Before<-463 parentDensity<32 -62 6 phrase<1 keptBefore<46 withPicture<1 dated<1 untilKept<11 21 83 -60
            -28 first1Before<-32 parentDensity<54 outerLinked<3 fiveAfter<-326 -43 83 -21 shapeLinked<51 withPicture<1
            -50 40 53 role<5 9 alikeLetters<1216 -14 -182 -74
            linked<75 fromLast<1 sentences<19 phrase<1 shapeFirst<34 pageProse<4824 9 -22 pageProse<4562 shapeBlocks<60
            first2After<-508 -32 62 -61 body<1 underFirst<-461 -130 -5 28 -66 -88 -34 pageProse<1014 anyFurniture<1 96
            -56 tag<10 -60 near<4 -46 114
            first<-143 first<-599 -77 role<2 inKept<85 -51 17 comments<1 -5 first3Before<-338 155 -41 first<326
            navigation<1 role<1 first3Before<0 first3Before<-442 52 anyFurniture<1 20 -42 times<2 linked<14 -5 -68 -120
            anyFurniture<1 -4 45 130 48
            keptBefore<99 navigation<1 sentences<10 shapeProse<79 inSummary<26 parentDensity<43 linesOfElement<7 main<1
            65 8 proseBefore<46 23 -164 pictureBefore<1 byline<1 -4 -113 -50 article<1 -32 48 prose<1 article<1 -103 -15
            46 -65 sinceKept<12 41 -73 -35
            toHeaviest<12 times<2 letters<99 siteShare<1 sidebar<1 footer<1 dated<1 toHeadline<10 7 56 -54 -67 -64 -50
            promotion<1 proseBefore<36 47 toHeadline<6 stressed<11 alike<56 11 -95 -60 70 -107 shapeBlocks<95
            parentProse<91 -68 53 18 -90
            position<76 words<31 first2Before<-339 linked2After<17 -4 -55 firstSign<2 first3Before<-432 40
            first3Before<436 role1Before<5 9 -80 -30 38 times<2 sinceTitle<17 bar<1 58 -89 underFurniture<1 firstSign<3
            31 -90 -140 -95 article<1 -59 isNamed<1 10 -42
            tag<1 anyFurniture<1 outerProse<20 headlineAlike<6 inKept<54 letters1Before<33 1 -59 40 114 sinceTitle<102
            startsLinked<1 43 -32 keptLetters<11875 9 -101 -5 first3Before<-168 tag<6 -58 -8 commas<3 inKept<47
            sameShapeAfter<1 -24 32 35 commas<9 -6 -97
            first<-594 -75 toDoubtful<2 first<241 shapeBlocks<155 -41 95 38 toHeaviest<13 consent<1 firstSign<9
            trunkShare<76 prose2Before<1 80 shapeFirst<247 -46 47 endsSentence<1 role1After<5 5 -62 shapeFirst<371 10 35
            first<299 -20 -196 toDoubtful<7 -161 -16 -96
            startsLinked<1 siteWords<1 shapeFirst<55 near<2 endsSentence<1 toDoubtful<7 11 71 -28 -12 role<5
            standfirst<1 smallArticle<1 words<5 -20 31 70 prose2Before<1 -74 40 -101 first2After<-536 prose2Before<1 -24
            -139 linked<72 -9 -99 shapeFirst<-471 -64 -9
            first<-460 -74 times<11 first<204 role1Before<1 keptLetters<3227 sameParentBefore<1 letters2After<167
            sinceTitle<28 15 73 -45 -34 pageLinked<48 -30 -96 parentProse<81 sidebar<1 27 -58 -65 stressed<45
            sinceTitle<40 44 underFurniture<1 16 -128 prose<1 34 -76 -76
            keptLetters<1562 sidebar<1 shapeFirst<-401 5 capitals<10 sinceProse<4 35 93 -11 -68 linked<39 shapeProse<78
            inSummary<25 role<1 pictureBefore<1 -21 -72 firstSign<8 5 -67 42 36 pageLinked<55 structured<1 role<1 -49
            first2Before<-485 -64 49 -114 -98
            first<-576 -74 first<-292 first1Before<-591 29 anyDoubtful<1 alikeLetters<188 -34 70 -53 outerFirst<-474 33
            first<185 letters2After<9 prose1Before<1 51 -41 runLength<11 letters2After<10 65 trunk<1 6 -50 4
            linesOfElement<5 ends1After<1 6 33 alikeLetters<53 3 -139
            first<-588 -74 letters<196 toHeadline<3 shapeLinked<6 keptBefore<29 fiveAfter<-274 46 -17 -43 2 fromTitle<25
            -7 role<5 first2Before<-536 -52 role<1 8 48 -84 fromTitle<23 49 toFurniture<16 toFurniture<5 structured<71
            -80 48 35 endsSentence<1 -91 25
            first<453 inKept<25 toDoubtful<11 toDoubtful<8 -45 isNamed<1 60 -56 proseBefore<20 29 lastSign<6
            anyDoubtful<1 -37 navigation<1 -10 127 71 sinceHeading<7 isTitle<1 12 -41 pictureBefore<1 keptBefore<57
            linked<49 -12 -75 linesOfElement<11 15 -76 -73 52
            sidebar<1 inSummary<16 shapeFirst<-193 linesOfElement<4 role<1 role1Before<0 42 -49 -10 parentFirst<-238 228
            -28 toDoubtful<19 linesOfElement<5 runLength<2 -17 widget<1 34 -15 -78 runLength<51 first2Before<240 -27 9
            linked<65 role<5 71 -112 -88 32 -66
            first3After<-246 inKept<35 headlineAlike<1 anyFurniture<1 81 -48 dated<1 pictureAfter<1 smallArticle<1 -35
            15 -66 -115 siteWords<6 16 -90 sidebar<1 firstSign<9 fromFirst<-27 103 shapeLetters<177 headlineAlike<8
            headlineBlocks<59 -10 13 81 26 digits<6 -126 19 -62
            footer<1 inSummary<13 toHeadline<3 pageProse<5143 body<1 untilKept<48 linked2Before<91 36 -47 -61
            stressed<24 34 -32 parentLinked<5 -51 -5 widget<1 pageProse<821 75 fromTitle<9 -19 fromFirst<-30 178
            parentLinked<26 20 -39 outerProse<13 -4 -104 34 -65
            toHeadline<8 toFurniture<3 letters1After<7 tag<1 190 -17 -44 smallBody<1 inKept<47 inTitle<1 fiveBefore<-167
            -65 fiveBefore<309 tag<2 -16 47 -43 pageProse<3273 first2After<-458 sinceKept<19 -58 64 57 toFurniture<4
            -143 -23 10 alike<32 53 -127 32
            first<283 pageStructured<32 first<-508 -73 trunkShare<95 sameShapeBefore<1 withPicture<1 shapeFirst<-578
            promotion<1 22 -107 shapeFirst<444 62 -69 -33 shapeFirst<-127 30 outerFirst<-464 96 -41 fromLast<40
            sameShapeBefore<1 alikeOuter<13 -31 81 3 71 -52 role<5 30 -135
            first1After<356 pageProse<2756 linked1Before<69 linked<4 43 -26 trunkShare<65 letters<58 116 -39
            untilProse<16 5 parentDensity<95 -118 72 pageProse<4065 -39 first2Before<-599 -64 keptBefore<31 12 -18
            withPicture<1 level<1 capitals<9 linked<11 46 -22 -37 73 -49
            sentences<12 underFirst<-368 lowerStart<1 body<1 -43 first1Before<-588 85 ends1Before<1 -36 28 102
            letters<186 sinceTitle<45 linked1After<26 -14 fiveBefore<-461 85 11 pictureAfter<1 19 body<1 -77 10
            sinceTitle<28 34 firstSign<9 fiveAfter<-506 76 -2 -125 -62
            phrase<1 byline<1 copyright<1 trunk<1 startsLinked<1 keptBefore<95 words<17 keptBefore<15 -19 93 40 -32 -74
            promotion<1 pageProse<1613 linked2Before<68 linked2After<93 33 91 outerProse<81 28 -46 pictureBefore<1
            isTitle<1 7 -74 -24 -56 -82 -62 -60
            consent<1 sidebar<1 first1After<-585 anyDoubtful<1 10 -52 level<2 widget<1 links<1 letters2Before<138 5
            untilProse<13 18 78 lastSign<7 -17 44 isTitle<1 -30 154 proseBefore<73 41 untilProse<9 16 -47 smallBody<1
            -78 77 widget<1 -31 -151
            underFurniture<1 pageProse<1613 bar<1 stressed<4 41 prose<1 -66 44 -89 inKept<25 position<36 standfirst<1
            trunk<1 ends1After<1 -61 41 36 -103 -34 pictureBefore<1 ends1After<1 depth<8 -39 7 hidden<1 28 -47
            alikeOuter<8 -35 61 -54
            first<357 first<-512 -71 outerFirst<0 smallBody<1 letters2After<71 11 -27 letters<249 otherArticle<1 -5 76
            100 parentProse<14 -2 level<1 smallBody<1 lastSign<7 -50 13 20 28 fromFirst<79 55 fromFirst<166 7
            parentProse<39 26 toDoubtful<15 7 -284
            toFurniture<5 -20 copyright<1 letters<295 alikeMost<61 position<67 first2After<-540 isNamed<1 sinceKept<33
            18 108 -11 isNamed<1 first2After<-134 -25 2 times<10 18 -73 prose1After<1 standfirst<1 letters<81 -32 12 -85
            untilKept<36 27 -57 82 36 -91
            pageProse<1491 parentProse<38 toDoubtful<5 standfirst<1 3 -112 untilKept<3 -5 tag<10 main<1 -10 117 4 58
            linked2After<74 firstSign<9 runLength<11 parentFirst<-431 14 toDoubtful<18 4 structured<6 -48 31 linked<65
            13 -37 -70 letters<413 -29 50
            promotion<1 titlesBefore<2 pageProse<2080 linked2Before<87 31 prose1Before<1 -19 119 role<5 fiveAfter<-586
            linked1After<79 15 -87 sentences<5 siteShare<3 2 -35 35 linked2Before<28 -74 39 anyFurniture<1 8
            keptBefore<4 76 pageBlocks<264 pageProse<3356 -5 -112 -2 -65
            trunkShare<65 keptBefore<38 59 5 first1Before<-134 toHeaviest<8 -11 article<1 underFirst<-352 -69 78 -79
            alikeMost<4 keptBefore<72 5 position<61 first1After<-45 -26 29 linked2Before<34 main<1 39 article<1 -124 -52
            48 outerFirst<0 65 untilKept<10 0 66
            inAuthors<1 keptLetters<1944 siteShare<3 shapeLetters<21 toHeadline<9 smallArticle<1 -46 39 68
            underFirst<-237 64 20 -39 role<5 first<-450 -57 role<1 promotion<1 sinceTitle<8 shapeLetters<30 -58 22
            outerFirst<406 -22 6 -80 proseBefore<25 -5 24 -48 -34
            first<-520 -68 first<342 untilProse<29 endsSentence<1 shapeFirst<-562 first3After<-527 linked2Before<53 0
            133 -29 withPicture<1 shapeLetters<115 27 shapeProse<91 -40 40 -37 shapeFirst<465 sinceKept<33 -16 15
            linked2Before<1 -120 16 sinceHeading<43 34 sinceKept<46 -69 27 43
            toHeaviest<12 first<-520 -66 first<357 firstSign<1 smallArticle<1 -64 7 dated<1 untilProse<5 ends1Before<1
            -3 parentLinked<29 -27 33 smallArticle<1 untilKept<5 -10 19 footer<1 53 -55 -79 firstSign<8 linked1After<45
            43 first1After<-463 -83 19 -90 -78
            inKept<38 role<3 pageProse<2148 11 letters<230 -35 first3After<1 fiveAfter<-521 body<1 -8 -167 body<1 -50 26
            40 toFurniture<12 105 -3 underFirst<-372 -21 role<5 pageProse<13718 runLength<39 16 45 siteWords<1 2 -66
            body<1 51 -66
            times<2 first<-564 -66 underFirst<244 toDoubtful<1 linked2Before<63 -58 12 copyright<1 fiveBefore<-83
            proseBefore<28 22 body<1 -39 17 22 -64 prose2After<1 anyFurniture<1 -56 9 7 main<1 fiveBefore<1
            fiveBefore<-95 -58 61 96 alikeParent<3 -63 3
            first<-260 comments<1 tag<8 -48 sinceTitle<126 -29 smallArticle<1 1 130 inKept<9 -38 toDoubtful<15 149 -28
            comments<1 pageProse<5656 inKept<89 near<1 72 bar<1 firstSign<1 -24 21 -91 level<2 -29 34 inKept<42 -30 6
            -70
            pageProse<2445 parentLinked<17 28 sinceKept<33 outerProse<45 pictureAfter<1 55 -35 -28 -54 toHeaviest<8
            withPicture<1 siteWords<1 teaser<1 headlineBlocks<26 words<22 -37 pictureAfter<1 37 -61 5 otherArticle<1 69
            -50 -26 words<88 -42 59 letters1Before<31 -64 14
            underFirst<-380 comments<1 role1After<1 -6 linked1Before<4 sinceKept<7 13 -71 -91 prose<1 prose1Before<1 -26
            234 -15 dated<1 article<1 linked1Before<60 comments<1 41 -75 -34 sinceHeading<48 siteShare<4 toFurniture<5
            -15 caption<1 16 -38 -42 -35 -61
            underFirst<-426 toHeadline<11 lowerStart<1 -42 87 65 underFirst<-77 untilProse<6 first<269 -6 29
            keptBefore<84 65 -6 role1Before<1 firstSign<3 depth<13 -6 sameParentBefore<1 -12 prose1Before<1 -118 -31 -91
            outerFirst<-27 47 anyFurniture<1 alikeLetters<764 1 -65 37
            underFirst<300 shapeFirst<-453 tag<8 -22 10 siteWords<1 standfirst<1 keptLetters<2808 keptLetters<2212
            fromTitle<-10 -99 stressed<24 70 -15 first3Before<-403 -100 22 10 sameParentBefore<1 sinceHeading<17 -81 59
            19 fiveAfter<-501 -89 -9 position<81 alike<20 -39 37 -141
            siteWords<1 toHeaviest<11 first<-552 -63 pageStructured<1 first2Before<-423 first2After<-582 113 11
            first<326 parentDensity<51 toDoubtful<6 -11 35 -11 widget<1 shapeProse<27 -18 48 -106 -25 -43
            shapeLetters<80 6 first2After<-503 prose1After<1 -30 -159 letters1Before<106 -43 13
            first<-512 -65 first<312 outerProse<72 times<4 outerProse<31 anyFurniture<1 alikeMost<3 -31 22 tag<7 20 71
            tag<1 ends1After<1 45 -41 -49 -30 headlineBlocks<72 -2 inKept<20 -93 -12 headlineBlocks<48 inKept<71 51 -19
            words<56 22 -61
            first<437 first3Before<502 role<2 shapeLetters<268 fromLast<3 outerFirst<-406 20 -8 -50 letters<51 -48 37
            linesOfElement<23 anyDoubtful<1 -3 sinceProse<9 48 shapeBlocks<144 isNamed<1 16 -67 60 -93 letters1After<32
            shapeLetters<123 -32 50 -63 fromFirst<157 50 -199
            body<1 toDoubtful<2 -56 proseBefore<39 toDoubtful<15 -30 underFirst<-372 lowerStart<1 -37 62 44 toHeadline<2
            -54 words<83 toDoubtful<9 34 -15 -90 teaser<1 words<24 trunkShare<61 62 toDoubtful<18 4 shapeLetters<97 -11
            toHeadline<9 -61 50 12 59
            toHeaviest<7 role<1 times<9 tag<1 5 -30 -79 toHeadline<6 toDoubtful<14 role1Before<5 toFurniture<3 -38 42
            -80 tag<5 startsLinked<1 -55 near<4 79 -37 untilKept<27 21 -55 47 times<7 first3Before<-76 article<1 11 -46
            17 -90
            phrase<1 headlineAlike<9 trunkShare<66 near<6 headlineBlocks<84 credit<1 28 -72 136 -24 inKept<36 header<1
            -8 withPicture<1 -75 55 inKept<97 stressed<23 16 -19 endsSentence<1 shapeProse<40 role1After<5 31 -51
            stressed<60 -60 37 -55 64 -48
            credit<1 siteWords<2 pageProse<2655 linked1Before<43 alike<2 toDoubtful<5 shapeFirst<-597 -22 74 62 10
            first3After<-423 shapeFirst<391 shapeFirst<-354 inTitle<38 -5 140 146 -68 -46 shapeFirst<391 prose<1 3
            alike<14 -12 -77 22 -33 fiveBefore<-491 56 -73
            times<9 times<2 siteWords<1 toHeadline<7 pictureAfter<1 9 keptBefore<71 10 -70 headlineBlocks<84 role<5
            navigation<1 37 -66 -58 letters1Before<93 endsSentence<1 24 113 6 keptBefore<91 7 -49 linked<59 role<4 -55
            15 26 role<4 -76 37
            footer<1 runLength<18 shapeLinked<33 outerFirst<-572 role<5 standfirst<1 43 -15 -48 linked2Before<55
            standfirst<1 body<1 parentDensity<31 24 -45 -10 19 standfirst<1 -19 -97 role<1 -14 47 shapeLinked<85
            linked2Before<38 first1After<-146 -13 17 48 -51 -50
            toHeaviest<13 inKept<19 -7 capitals<8 shapeProse<80 comments<1 widget<1 shapeLetters<168 first3Before<154
            -19 16 33 sameParentAfter<1 4 -86 toHeaviest<5 -67 first3Before<-432 230 -21 48 prose<1 pageStructured<91
            fromLast<-21 17 -13 -61 parentDensity<81 24 -51 -74
            siteShare<3 first<453 first<-478 -59 outerFirst<-464 keptLetters<2466 49 10 prose1Before<1 parentFirst<431 5
            role1After<1 1 -103 parentProse<59 toHeadline<8 -35 30 11 fromFirst<43 parentProse<56 -5 63 fromFirst<175 34
            -207 firstSign<1 -103 inTitle<14 -28 26
            consent<1 pageProse<2710 bar<1 proseBefore<83 firstSign<1 -30 inKept<14 toHeadline<7 -6 prose1After<1 79 -21
            inKept<87 54 -7 alikeLetters<112 digits<29 role1Before<1 -16 -84 91 43 -74 prose<1 0 firstSign<8 -11 -88
            parentLinked<10 -93 20
        """)
}
