/// The trees by which blocks are judged. Version 2, written by `Tests/BlockTrees/fit.py`, which says how; to be changed
/// by fitting alone. Fitted to the blocks of the public benchmarks' development halves.
enum BlockTrees {
    /// By the block itself and its place in the page.
    static let first = DecisionTrees(
        """
            shapeProse<32 trunk<1 inSummary<92 -347 shapeLinked<47 -153 -333 isNamed<1 shapeLinked<75 promotion<1 -106
            -296 -308 shapeLinked<53 prose1After<1 -272 -188 -340 trunk<1 -321 footer<1 -41 -308
            trunk<1 -131 shapeProse<25 parentLinked<55 alike<4 sameShapeBefore<1 toHeaviest<2 47 outerProse<16
            anyDoubtful<1 -11 -90 4 68 136 -122 stressed<74 comments<1 outerProse<24 118 155 -16 60
            trunk<1 -124 shapeLinked<50 caption<1 untilProse<3 phrase<1 withPicture<1 shapeLetters<24 isNamed<1 102 -36
            140 -11 -110 sameParentBefore<1 isNamed<1 58 -53 anyFurniture<1 122 61 -108 -100
            endsSentence<1 parentProse<36 linked<29 linked1Before<76 role<2 -72 role<5 59 -102 -115 -120 85
            outerProse<10 proseBefore<64 linked<38 39 -100 -87 footer<1 widget<1 128 -53 -104
            trunk<1 -113 linked<76 sentences<1 linked1After<68 toFurniture<4 -61 widget<1 64 -39 -85 toHeaviest<2
            siteWords<6 128 -54 widget<1 linked1After<52 comments<1 88 -54 21 -29 -97
            outerProse<47 untilProse<2 smallBody<1 toFurniture<11 -58 pictureBefore<1 55 -65 90 outerProse<8
            role1After<3 -104 4 smallBody<1 -18 93 parentProse<1 isNamed<1 7 -96 parentProse<27 74 116
            outerProse<3 linked1Before<7 toDoubtful<11 -89 -22 -109 withPicture<1 footer<1 phrase<1 comments<1 byline<1
            linked1After<91 header<1 102 -30 letters1Before<76 -13 65 -115 -99 -113 -112 -77
            prose<1 startsLinked<1 parentProse<28 body<1 -85 role1After<2 -52 28 68 -105 parentProse<59 body<1 widget<1
            prose1After<1 -25 56 -103 caption<1 siteWords<7 88 -153 -101 115
            outerLinked<67 parentDensity<43 sameShapeBefore<1 -76 footer<1 39 -98 shapeProse<65 shapeProse<19
            ends1After<1 -56 widget<1 sameParentBefore<1 -7 54 -94 standfirst<1 footer<1 86 -105 -43 106 -104
            trunk<1 inSummary<76 -101 outerLinked<37 99 -91 endsSentence<1 outerLinked<37 sameParentAfter<1
            sameParentBefore<1 -56 35 phrase<1 66 -97 -86 promotion<1 parentProse<3 sameShapeBefore<1 -14 91 100 -99
            prose<1 parentProse<43 linked1After<68 toFurniture<6 -93 -26 -97 level<2 2 98 toFurniture<10 parentProse<50
            siteWords<1 5 -83 99 parentProse<49 pictureBefore<1 sidebar<1 75 -86 -47 105
            trunk<1 inSummary<41 -96 parentLinked<27 84 -83 parentLinked<44 caption<1 isNamed<1 letters<127
            linked2After<23 75 8 siteWords<7 99 -89 letters<36 -43 alike<5 33 100 -92 -72
            trunk<1 inSummary<24 -95 linked<91 58 -88 linked<52 withPicture<1 hidden<1 toFurniture<5 parentDensity<75
            -64 letters1After<141 16 83 parentDensity<3 isNamed<1 73 -18 90 -82 -58 -68
            endsSentence<1 startsLinked<1 isNamed<1 sameParentAfter<1 -17 53 -66 -91 shapeProse<13 inSummary<19
            outerProse<12 -80 -10 83 toFurniture<3 siteWords<3 fromTitle<42 76 -68 -137 standfirst<1 93 11
            shapeProse<10 linked1After<77 toDoubtful<3 -74 shapeLinked<16 toDoubtful<7 -47 caption<1 fromLast<-113 92 19
            -72 -58 trunkShare<1 181 -89 fromLast<1 caption<1 footer<1 85 -95 -78 -87
            parentLinked<15 proseBefore<82 endsSentence<1 caption<1 toFurniture<19 -14 48 -87 widget<1 82 -45 body<1 -70
            11 parentLinked<55 body<1 -79 toFurniture<6 -57 endsSentence<1 -19 83 -89
            endsSentence<1 startsLinked<1 sameParentBefore<1 proseBefore<84 -27 -81 17 -87 footer<1 proseBefore<71
            comments<1 linked<59 near<3 24 hidden<1 87 -44 -49 -89 near<6 -29 67 -98
            outerProse<51 linked1Before<42 shapeLinked<21 body<1 anyDoubtful<1 comments<1 45 -113 -63 linked1After<78 42
            -53 -75 -84 sameShapeAfter<1 sentences<3 linked1Before<50 25 -58 sentences<14 79 -125 81
            trunk<1 sinceTitle<6 letters<60 -79 86 -88 parentDensity<61 linked2After<56 withPicture<1 toDoubtful<5 -15
            57 -87 -54 withPicture<1 letters<83 15 sentences<20 hidden<1 79 -68 -173 -44
            trunk<1 -81 prose<1 linked<76 sameShapeBefore<1 smallArticle<1 linked1Before<98 20 -51 -54 56 lowerStart<1
            -68 65 ends1After<1 sameShapeBefore<1 prose1Before<1 39 -24 sentences<19 73 -152 76
            trunk<1 -79 withPicture<1 near<4 anyFurniture<1 sameShapeAfter<1 pageBlocks<88 74 -4 70 toFurniture<7 -63 37
            promotion<1 footer<1 comments<1 sameShapeAfter<1 53 82 -73 -93 -104 -60
            shapeLinked<57 parentProse<29 isNamed<1 outerLinked<27 toDoubtful<2 -58 comments<1 pictureBefore<1 53 -22
            -57 -61 alikeLetters<744 -50 15 sentences<17 phrase<1 stressed<98 78 9 -126 -142 -78
            trunk<1 inSummary<8 -83 standfirst<1 -40 84 alike<2 shapeProse<35 inSummary<37 trunkShare<13 156 -48 60
            standfirst<1 hidden<1 75 -95 -58 linked<19 phrase<1 78 -90 -5
            prose<1 outerLinked<51 parentLinked<9 hidden<1 fromLast<-7 28 letters1After<169 -37 57 -72 -51 -82 footer<1
            hidden<1 alikeLetters<31 75 pictureBefore<1 words<37 7 54 -46 -70 -89
            outerLinked<27 sameParentAfter<1 withPicture<1 near<4 -16 promotion<1 footer<1 linked<20 49 -35 -77 -95 -63
            comments<1 footer<1 phrase<1 62 -91 -80 -85 prose1Before<1 -78 -12
            prose<1 linked1Before<70 linked<36 proseBefore<88 toFurniture<7 -35 40 -50 -57 -76 words<38 toFurniture<5
            -48 sameShapeBefore<1 proseBefore<45 38 -32 60 toFurniture<3 siteWords<1 21 -91 71
            linked1Before<97 isNamed<1 parentProse<11 sidebar<1 21 -82 toFurniture<7 parentProse<53 -33 48 phrase<1 73
            -112 shapeLetters<177 parentProse<53 -50 42 41 parentProse<2 -77 parentProse<36 -29 51
            outerLinked<57 toFurniture<3 letters1After<76 -72 -18 endsSentence<1 sameParentAfter<1 sameShapeBefore<1 -35
            25 23 footer<1 sidebar<1 linked1After<89 65 10 -81 -86 toHeadline<10 -80 lowerStart<1 -54 263
            words<26 parentLinked<37 proseBefore<71 withPicture<1 toFurniture<10 -18 38 -68 alikeParent<7 -52 44 -73
            toFurniture<3 prose2After<1 -49 28 withPicture<1 footer<1 widget<1 72 -41 -88 -40
            linked<95 sameShapeAfter<1 sameShapeBefore<1 shapeBlocks<5 fromTitle<36 withPicture<1 phrase<1 -5 -88 -70
            -73 linked2After<80 untilProse<25 46 -54 -44 38 withPicture<1 consent<1 55 -46 -49 -72
            outerLinked<76 endsSentence<1 linked1Before<8 credit<1 -1 -92 -43 widget<1 sinceTitle<46 comments<1
            related<1 words<39 41 75 -83 -43 comments<1 letters1After<24 -26 31 -95 -64 -78
            shapeProse<40 isNamed<1 body<1 anyDoubtful<1 13 -65 29 sinceTitle<11 endsSentence<1 -38 48 prose1After<1 -73
            -24 prose<1 -20 fromLast<25 fromTitle<44 siteWords<5 76 -67 24 -67
            trunk<1 inSummary<13 -75 startsLinked<1 53 -70 shapeProse<20 isNamed<1 trunkShare<60 main<1 204 45 21 -34
            standfirst<1 endsSentence<1 19 66 sameParentBefore<1 headlineBlocks<10 -138 25 64
            trunk<1 letters<92 -76 toFurniture<5 -70 anyDoubtful<1 68 -25 shapeProse<35 linked2After<87 credit<1
            trunkShare<47 86 toFurniture<9 -20 20 -84 -43 sentences<14 linked2After<75 61 17 -66
            parentDensity<24 navigation<1 proseBefore<43 lowerStart<1 -2 115 fromLast<-17 20 -60 -81 proseBefore<94
            withPicture<1 toHeaviest<4 proseBefore<57 62 27 smallBody<1 headlineBlocks<56 -53 12 45 -53 -63
            linked<18 proseBefore<71 letters<116 isNamed<1 phrase<1 35 -95 -21 lastSign<9 sinceHeading<39 61 -35 -108
            sameShapeBefore<1 -49 17 shapeLetters<5 anyDoubtful<1 192 -43 linked<84 -18 -71
            shapeProse<59 proseBefore<75 linked<83 withPicture<1 widget<1 footer<1 phrase<1 28 -76 -82 -47 -56
            lowerStart<1 -60 82 near<8 -61 37 linked<78 siteWords<3 61 -61 -107
            startsLinked<1 proseBefore<70 caption<1 anyFurniture<1 51 toHeaviest<9 letters2Before<99 inSummary<25 -5 68
            49 -54 -65 sameShapeBefore<1 -45 11 anyFurniture<1 proseBefore<28 trunkShare<37 204 -2 -48 -71
            toFurniture<3 parentProse<74 -72 44 letters<95 isNamed<1 linked<23 19 -22 role<1 -57 parentLinked<63 9 -60
            parentProse<20 role<5 hidden<1 24 -86 -80 linked<41 70 -66
            outerProse<17 linked2After<38 alikeMost<4 -46 hidden<1 33 -53 -64 letters<116 phrase<1 level<2 -8 48 -90
            sentences<16 sinceTitle<34 caption<1 67 -67 comments<1 20 -100 -130
            proseBefore<82 linked2Before<80 widget<1 comments<1 pictureBefore<1 consent<1 related<1 footer<1 48 -57 -70
            -54 -13 -72 -54 parentDensity<59 -59 sinceTitle<27 40 -18 linked2Before<19 -30 -70
            parentProse<53 isNamed<1 headlineBlocks<99 linked2After<12 6 -32 consent<1 linesOfElement<17 57 -105 -89
            parentLinked<21 hidden<1 position<83 withPicture<1 -3 -56 -69 -79 -68 phrase<1 54 -88
            times<2 linked1After<85 withPicture<1 fromLast<10 stressed<95 byline<1 firstSign<9 sinceTitle<74 56 21 -81
            -63 role<1 -71 65 -69 -46 letters<166 lowerStart<1 -55 59 -1 -61
            trunk<1 parentLinked<64 -40 -80 sameShapeAfter<1 trunkShare<32 113 toHeaviest<6 alikeMost<5
            sameParentBefore<1 tag<1 7 tag<10 -84 -22 12 firstSign<3 59 -110 -37 linked<57 51 -5
            trunk<1 proseBefore<53 sinceTitle<118 27 -69 -75 siteShare<3 caption<1 toFurniture<2 sentences<19
            endsSentence<1 -60 22 -138 parentProse<10 headlineBlocks<36 proseBefore<59 31 -42 36 49 -58 -53
            trunk<1 inSummary<79 linesOfElement<4 -66 67 43 toFurniture<4 near<7 parentProse<92 -58 74 19 toDoubtful<2
            outerLinked<7 2 -67 hidden<1 credit<1 linked2After<72 44 14 -70 -90
            trunk<1 shapeLetters<68 -67 fromFirst<4 startsLinked<1 62 -73 -67 parentProse<50 siteWords<1
            sameShapeBefore<1 headlineBlocks<79 alikeParent<7 fromFirst<37 -5 -62 70 28 37 -38 stressed<55 55 -79
            trunk<1 inSummary<81 inSummary<17 -65 27 42 proseBefore<53 withPicture<1 toDoubtful<2 -10 comments<1 44 -70
            -39 promotion<1 pictureAfter<1 comments<1 9 -93 standfirst<1 -17 -113 -87
            toFurniture<7 near<6 -59 0 shapeBlocks<19 proseBefore<39 parentProse<19 caption<1 shapeLetters<174
            trunkShare<18 133 -7 58 -48 60 parentProse<12 -35 proseBefore<61 61 -14 startsLinked<1 50 -21
            linked1After<63 shapeBlocks<7 parentProse<5 -42 fromLast<4 isNamed<1 43 -7 -79 footer<1 times<2 linked<27 51
            -6 toFurniture<6 -79 13 -71 shapeLetters<234 toFurniture<8 -72 -24 20
            outerLinked<58 footer<1 widget<1 related<1 words<26 alikeParent<3 -7 42 siteWords<1 proseBefore<39 66
            sameShapeBefore<1 2 51 proseBefore<53 26 -36 -68 -39 -82 toHeadline<9 -64 72
            trunk<1 shapeLinked<46 fromFirst<9 14 -66 -72 sameShapeAfter<1 trunkShare<10 135 times<2 role<5 role<1
            inTitle<2 -41 16 prose1After<1 2 74 -65 -50 comments<1 38 -81
            toFurniture<2 parentProse<82 -62 30 outerProse<4 toDoubtful<7 -46 linked1After<42 29 -26 stressed<92
            withPicture<1 consent<1 copyright<1 phrase<1 36 -64 -118 -108 -38 parentProse<21 8 -84
            toFurniture<9 linked1Before<50 proseBefore<57 5 underFurniture<1 -30 -109 -58 footer<1 words<41
            proseBefore<92 caption<1 phrase<1 withPicture<1 sinceTitle<116 32 1 -29 -74 -49 -37 51 -77
            footer<1 words<22 navigation<1 pictureAfter<1 role<5 sameShapeAfter<1 role<2 -14 37 21 -62 -47 -70
            sentences<17 fromFirst<37 caption<1 48 -45 pageBlocks<398 -29 43 -87 -76
            siteShare<4 tag<1 times<3 fromLast<10 stressed<87 footer<1 43 -54 -39 smallBody<1 -67 63 times<10 -5 -164
            tag<4 linked2Before<92 alikeParent<10 -21 45 -68 11 -57
            trunk<1 linked<13 -17 -71 withPicture<1 siteShare<3 words<222 sidebar<1 words<30 tag<5 -2 anyFurniture<1 23
            80 times<11 standfirst<1 53 -24 -127 -71 -84 -50 -33
            shapeProse<58 inSummary<8 body<1 anyDoubtful<1 -4 -61 role<5 shapeBlocks<30 tag<4 -21 prose1After<1 -22 85
            43 -103 sinceTitle<184 39 -40 endsSentence<1 -30 bar<1 40 -98
            trunk<1 parentLinked<13 body<1 -22 45 -71 isNamed<1 capitals<6 hidden<1 42 -30 sinceHeading<2 18
            role1Before<1 -36 26 toHeaviest<12 role1Before<1 parentProse<14 -29 14 18 -88
            linked2After<79 siteShare<2 fromLast<17 caption<1 shapeProse<82 commas<23 inSummary<43 13 61 -115 50 main<1
            128 -67 -47 sinceHeading<7 -12 -65 inTitle<2 -48 pictureAfter<1 9 -53
            linked2After<72 phrase<1 proseBefore<81 widget<1 shapeLetters<188 headlineBlocks<55 inAuthors<23 7 -100 33
            role<5 50 -98 -36 sameShapeBefore<1 -37 7 -77 proseBefore<90 anyDoubtful<1 11 -33 -60
            proseBefore<73 navigation<1 phrase<1 widget<1 fromLast<4 bar<1 isNamed<1 consent<1 39 -63 byline<1 13 -62
            -80 -64 -33 -77 -65 body<1 -53 sameShapeAfter<1 -18 19
            outerLinked<57 fromLast<7 byline<1 toFurniture<9 tag<6 body<1 -45 firstSign<9 2 -145 outerProse<14 91 3
            isNamed<1 linesOfElement<16 32 -111 5 -59 shapeBlocks<18 -71 -11 -48
            navigation<1 sentences<19 proseBefore<90 inTitle<5 anyFurniture<1 sameParentAfter<1 near<1 40 -14 34
            hidden<1 underFurniture<1 -10 -88 -68 inTitle<82 caption<1 33 -24 -39 -41 -88 -63
            proseBefore<81 sinceHeading<30 phrase<1 sidebar<1 credit<1 bar<1 ends1After<1 firstSign<9 14 -113 35 -77 -61
            -69 -80 anyFurniture<1 trunkShare<32 118 -20 -66 footer<1 -22 -74
            toFurniture<4 paywall<1 consent<1 -35 -98 42 sidebar<1 words<60 inSummary<79 caption<1 toHeaviest<12
            alikeParent<3 prose1After<1 -9 21 44 -78 -47 49 firstSign<9 52 -133 -72
            proseBefore<81 siteWords<2 sinceHeading<21 tag<1 linked<57 shapeProse<19 4 48 -48 sameParentAfter<1 -11 19
            -35 -42 body<1 -51 headlineBlocks<92 -20 linesOfElement<9 tag<1 -17 82 -106
            siteShare<1 isNamed<1 widget<1 linesOfElement<19 headlineBlocks<84 toHeadline<11 endsSentence<1 -9 19 61 43
            -105 -44 prose1After<1 shapeLinked<35 -12 -54 parentProse<63 0 54 body<1 -62 -22
            sidebar<1 footer<1 alikeMost<5 stressed<85 outerProse<67 -20 sameShapeAfter<1 linked<9 8 -41 prose1After<1 6
            54 -49 outerLinked<25 comments<1 39 -43 body<1 -68 43 -71 -70
            siteShare<6 toFurniture<3 letters2Before<136 -43 6 footer<1 related<1 trunkShare<38 lastSign<3 122 11
            hidden<1 shapeProse<28 alikeOuter<3 -2 39 linked<77 36 -76 -57 -67 -65 -53
            proseBefore<57 words<29 pageProse<1864 anyDoubtful<1 75 0 tag<2 inSummary<11 -40 28 linked2Before<31 prose<1
            36 -35 -24 37 alikeParent<3 inTitle<28 isNamed<1 -15 -45 35 21
            sidebar<1 phrase<1 proseBefore<90 fromLast<13 withPicture<1 navigation<1 byline<1 role1Before<1 12 36 -52
            -42 -26 sameShapeAfter<1 -10 -85 trunk<1 -64 sameShapeAfter<1 -30 8 -71 -66
            toHeaviest<6 siteShare<9 siteShare<5 inAuthors<19 dated<1 commas<28 withPicture<1 teaser<1 19 65 near<2 57
            -40 -96 -74 -86 -54 inTitle<22 -59 36 body<1 -49 2
            shapeProse<86 times<2 pageProse<2220 30 body<1 toDoubtful<6 -46 headlineBlocks<30 -37 5 toDoubtful<14
            role1After<5 headlineBlocks<91 12 55 -65 -11 shapeProse<57 -39 -123 commas<1 -21 56
            sidebar<1 toHeadline<3 outerProse<19 -37 -4 pictureBefore<1 byline<1 pageBlocks<336 hidden<1 pageLinked<6 50
            sinceHeading<17 17 -17 -38 49 shapeProse<24 -81 50 -33 smallBody<1 -83 41
            toFurniture<2 ends1Before<1 ends1After<1 -68 -14 sameParentBefore<1 -45 15 toHeaviest<6 alikeMost<18
            position<83 shapeBlocks<9 dated<1 3 -59 26 -38 51 linked1Before<54 shapeLetters<259 -13 57 -50
            parentProse<50 shapeProse<93 parentProse<44 toHeaviest<12 consent<1 footer<1 toHeadline<8 sinceTitle<196 -4
            -39 38 -62 -75 -76 -86 65 prose<1 shapeProse<10 29 -49 pageProse<13718 45 -38
            sidebar<1 phrase<1 toHeaviest<12 toFurniture<3 paywall<1 -39 48 caption<1 pageProse<2594 pageProse<2288 40
            -12 linesOfElement<2 article<1 -17 19 -44 linked1After<87 -46 72 -77 -68 -69
            pageProse<1381 tag<1 71 toHeadline<7 -18 61 footer<1 titlesBefore<1 -54 firstSign<8 underFurniture<1
            caption<1 outerLinked<6 alikeLetters<184 9 36 -5 -33 -61 outerLinked<6 -158 1 -69
            proseBefore<57 sinceTitle<57 pageProse<2756 46 inSummary<15 -1 60 header<1 2 -61 trunk<1 shapeProse<68 -64
            48 linked2After<92 toDoubtful<17 21 fromLast<-1 toFurniture<19 -41 19 -57 -35
            toHeadline<8 startsLinked<1 comments<1 firstSign<9 byline<1 inAuthors<1 proseBefore<55 18 -6 -47 -63 -86
            byline<1 -84 64 trunk<1 -61 parentDensity<56 28 -40 sameShapeBefore<1 0 62
            level<2 linked<27 parentProse<48 pageProse<2194 30 firstSign<7 alikeParent<5 shapeLetters<140 -36 3 26 -94
            28 shapeLetters<74 trunk<1 -71 isNamed<1 70 -18 -64 fromLast<-4 59 -17
            consent<1 siteWords<1 shapeProse<76 trunkShare<63 shapeProse<56 55 -59 role<1 inSummary<94 -25 36
            stressed<94 linesOfElement<3 fromFirst<-19 -58 14 -74 72 stressed<54 41 -63 -28 -65
            siteShare<5 inAuthors<19 parentProse<48 times<2 smallBody<1 toHeadline<9 prose1Before<1 position<71 16 -29
            toDoubtful<17 15 -50 42 47 role<3 headlineBlocks<97 -73 -2 25 22 -92 -38
            shapeProse<81 pageBlocks<817 widget<1 siteWords<1 linked2Before<95 gallery<1 10 -58 linked2After<82 0 -53
            -25 -34 74 stressed<65 linked<7 article<1 -3 58 linked<54 31 -53 -51
            words<25 role<1 near<4 dated<1 -13 -88 -48 untilProse<19 endsSentence<1 38 -5 shapeLinked<83 1 -59
            outerProse<59 fromFirst<24 endsSentence<1 -45 34 -14 tag<6 36 -36
            phrase<1 siteShare<3 times<8 sentences<11 linked1Before<65 credit<1 letters<146 role1Before<2 -2 29 29 -73
            pictureAfter<1 navigation<1 7 -65 -61 -65 -51 inTitle<15 -40 43 -62
            proseBefore<57 sinceTitle<90 parentDensity<33 withPicture<1 55 -20 inSummary<32 withPicture<1 sinceHeading<4
            24 stressed<52 -4 -75 -41 45 lowerStart<1 parentDensity<36 -47 -3 46 trunk<1 -52 -9
            copyright<1 fromTitle<1 pageLinked<58 shapeProse<50 -52 24 54 level<1 smallBody<1 widget<1 tag<7
            toHeadline<8 toHeadline<2 -25 6 42 -53 -41 31 ends1After<1 8 58 -90
            inAuthors<23 linesOfElement<2 toHeadline<3 -8 alikeMost<4 widget<1 outerProse<16 trunkShare<92
            prose2Before<1 41 -59 -51 24 -67 sinceTitle<62 56 linked1After<51 27 shapeProse<56 -55 57 -27 -70
            footer<1 shapeProse<88 inSummary<51 role1After<2 times<11 firstSign<8 comments<1 byline<1 -2 -78 -79 -99 -95
            sinceProse<22 endsSentence<1 42 -3 -22 34 stressed<26 48 -39 -59
            phrase<1 fromLast<-1 sinceHeading<44 caption<1 dated<1 bar<1 21 -52 -50 -39 -32 shapeBlocks<89
            letters2After<17 sinceHeading<48 -21 42 smallBody<1 -50 13 sinceHeading<42 85 -38 -68
            toFurniture<3 -27 toHeaviest<6 withPicture<1 copyright<1 sidebar<1 shapeBlocks<13 8 times<13 34 -59 -62 -90
            -33 sinceHeading<35 parentDensity<22 7 prose2After<1 -45 15 shapeBlocks<105 -80 25
            fromLast<2 copyright<1 phrase<1 siteWords<8 sidebar<1 level<2 isTitle<1 pageLinked<56 3 34 linked1After<59
            -73 62 40 -54 -70 -48 -83 smallBody<1 endsSentence<1 -25 -71 23
            footer<1 shapeBlocks<2 trunk<1 4 -45 level<2 pictureBefore<1 standfirst<1 words<3 -21 stressed<4 20
            fromLast<-6 16 -54 -32 parentProse<83 -48 50 trunk<1 -40 71 -58
            times<3 times<2 trunkShare<65 shapeLetters<89 63 linked<23 fromTitle<10 53 -12 -86 fromLast<12
            pageBlocks<415 2 30 -43 linked<59 pageBlocks<194 -85 -17 9 shapeLetters<37 -13 -99
            sidebar<1 consent<1 phrase<1 footer<1 titlesBefore<2 copyright<1 letters<104 fromFirst<0 -36 11 alike<81 24
            -111 -84 parentDensity<67 12 proseBefore<12 28 -52 -54 -55 -62 -63
            promotion<1 capitals<6 times<4 shapeProse<87 parentProse<49 smallBody<1 parentDensity<72 12 -22 39
            underFurniture<1 42 -72 48 -55 pageBlocks<404 parentDensity<62 trunk<1 -36 11 -27 33 -59
            sidebar<1 footer<1 toHeadline<8 inSummary<46 sentences<23 sinceHeading<42 standfirst<1 withPicture<1 6 -25
            near<1 59 -47 alike<37 -48 54 -71 33 lowerStart<1 21 94 -55 -55
            footer<1 proseBefore<68 times<9 times<2 dated<1 withPicture<1 sinceHeading<36 23 lowerStart<1 -32 71 -14 -63
            -41 -60 alikeLetters<9 -32 linesOfElement<26 shapeBlocks<30 -11 37 -95 -52
            promotion<1 proseBefore<53 comments<1 inTitle<78 14 -46 -64 role<1 parentDensity<93 -35 outerProse<7
            prose2Before<1 -76 15 18 near<1 -16 toDoubtful<19 withPicture<1 60 -40 6 -51
            letters<235 role1Before<1 sameShapeAfter<1 letters1After<2 53 pageLinked<70 prose<1 letters1After<157 -29 22
            sameShapeBefore<1 -62 prose1Before<1 -96 4 49 4 linked1Before<57 19 article<1 -52 4 16
            letters1After<203 inAuthors<1 pageProse<1381 pictureAfter<1 level<1 46 -12 -34 toHeaviest<7 role1After<1 -15
            commas<23 titlesBefore<1 -41 sinceHeading<45 23 -33 -69 -34 -48 structured<27 13 65
            inSummary<25 level<2 pageProse<924 44 sameShapeAfter<1 -22 outerLinked<14 words<3 -28 comments<1
            standfirst<1 23 -56 -47 trunk<1 -67 -12 linked1After<14 41 -10 alikeLetters<81 6 49
            promotion<1 dated<1 siteWords<5 words<43 trunkShare<79 pageLinked<40 fromLast<-29 54 comments<1 -16 70 51 -4
            position<76 fromLast<15 35 -62 headlineBlocks<51 43 -84 -42 -52 -58
            footer<1 related<1 siteShare<6 commas<39 inAuthors<1 credit<1 shapeLetters<327 trunkShare<94 19 -1
            trunkShare<44 -24 43 linked1Before<46 -66 34 outerProse<62 -15 -80 -85 -27 -47 -54
            stressed<67 body<1 outerLinked<5 near<2 77 widget<1 4 -61 -31 related<1 commas<19 isTitle<1 sinceProse<5 20
            -3 -59 -66 -68 sameShapeBefore<1 tag<7 -13 73 -65
            consent<1 pageProse<1976 links<4 linked1Before<86 46 1 -86 headlineBlocks<87 smallBody<1 -19 37 smallBody<1
            underFurniture<1 anyFurniture<1 role1After<4 13 -43 43 -101 parentDensity<97 -72 49 -60
            byline<1 inTitle<5 sameShapeAfter<1 -16 4 shapeLetters<38 51 stressed<72 sentences<22 comments<1
            anyFurniture<1 2 31 -64 -63 shapeLetters<70 43 article<1 18 -85 comments<1 -70 50
            pageProse<2594 capitals<13 toDoubtful<1 -53 bar<1 toHeaviest<2 11 49 -81 -19 proseBefore<46 capitals<9
            endsSentence<1 -11 21 -18 tag<2 toDoubtful<16 headlineBlocks<82 -21 23 -38 7
            sidebar<1 letters1After<235 stressed<49 alikeParent<7 bar<1 parentProse<70 -4 fromTitle<157 prose<1 -13 46
            -79 -69 35 parentProse<19 15 prose<1 -34 letters<240 -180 34 26 -51
            role<1 stressed<68 fromLast<8 withPicture<1 5 -37 -53 near<6 -19 -94 role<5 shapeBlocks<4 role1Before<3 -21
            48 trunk<1 -35 sinceHeading<19 56 -4 body<1 54 -76
            inAuthors<23 underFurniture<1 header<1 siteWords<8 phrase<1 prose<1 pageStructured<48 withPicture<1 17 -19
            -50 sinceProse<25 pageLinked<43 -12 20 32 -37 -61 prose<1 -44 21 -43 -69
            shapeLetters<265 alikeParent<7 headlineBlocks<96 times<10 pageLinked<59 proseBefore<85 level<2 -13
            shapeLinked<28 10 145 -36 proseBefore<13 72 -6 -98 toHeadline<6 -2 44 30 headlineBlocks<47 43 -11
            toFurniture<5 alikeOuter<8 -11 -65 role1Before<1 sameShapeAfter<1 near<1 46 -16 capitals<18 toFurniture<16
            -15 31 -45 toHeaviest<13 anyFurniture<1 untilProse<14 21 -29 parentProse<78 51 -29 -71
            inAuthors<19 pageProse<2220 letters2After<85 31 linked<32 8 -92 untilProse<13 toFurniture<7 alikeLetters<219
            letters2After<208 -53 6 widget<1 18 -54 anyFurniture<1 -3 29 linked2After<66 -9 -54 -66
            role<1 times<5 toHeadline<8 words<20 -32 alike<72 article<1 -27 stressed<40 withPicture<1 25 -37 -53
            anyDoubtful<1 -137 31 24 -69 anyFurniture<1 -4 headlineBlocks<94 9 66
            alikeMost<7 proseBefore<85 near<1 36 shapeProse<15 startsLinked<1 -20 42 prose<1 -32 words<117 shapeProse<75
            9 48 -35 -24 sinceHeading<23 pictureAfter<1 34 linked2After<15 25 -71 -26
            siteWords<2 credit<1 footer<1 pageProse<1939 prose2After<1 43 -14 letters<166 headlineBlocks<84
            role1Before<1 letters<52 -9 -43 3 12 fromFirst<2 related<1 58 -52 3 -46 -50 -35
            consent<1 sidebar<1 linked2After<89 role1Before<2 alikeOuter<25 alike<4 trunk<1 shapeLetters<204 2 61 -13
            alike<34 19 parentProse<96 -5 -94 57 22 alikeOuter<11 -14 62 -42 -45
        """)

    /// By that and by what the first trees say of the blocks around it.
    static let second = DecisionTrees(
        """
            trunk<1 first1After<-200 -348 -256 endsSentence<1 first1After<-288 runLength<10 -242 -343 linked<45
            caption<1 outerProse<3 -181 -96 -331 -278 toHeaviest<2 -36 shapeLetters<157 sameShapeBefore<1 -204 -80 -62
            prose<1 first1After<-122 -131 sinceKept<45 linked<28 87 -14 -63 first1After<227 first3After<-218
            runLength<15 114 runLength<39 near<5 -88 56 -120 caption<1 130 -85 caption<1 159 -103
            shapeFirst<96 runLength<26 sentences<1 shapeFirst<-291 -106 -25 sinceKept<48 outerProse<26 outerFirst<0 -97
            45 pictureBefore<1 untilKept<33 89 -56 -105 94 shapeFirst<-141 -127 -32 footer<1 141 -108
            first2Before<-348 shapeFirst<1 -117 linked1After<75 130 -10 shapeFirst<-518 proseBefore<59 endsSentence<1
            -71 50 -111 endsSentence<1 shapeFirst<-132 -96 90 comments<1 widget<1 gallery<1 129 -66 -26 -77
            shapeFirst<-158 fiveAfter<26 startsLinked<1 untilKept<26 endsSentence<1 -92 -6 -104 -117 endsSentence<1 -79
            withPicture<1 71 -97 shapeFirst<149 untilKept<44 41 -75 endsSentence<1 startsLinked<1 103 -47 128
            outerFirst<-501 first2Before<-314 -111 toFurniture<5 -97 sentences<3 -37 69 outerFirst<116 proseBefore<67
            sinceHeading<26 linked<61 -9 -87 -97 -89 linked<35 sentences<16 117 -98 linked<70 65 -47
            parentFirst<-295 runLength<30 letters<111 -82 first1Before<-379 -46 pictureBefore<1 90 -38 fiveAfter<-256
            -110 fiveBefore<189 -81 71 parentFirst<-92 -52 letters<96 isNamed<1 linked<72 93 -21 20 115
            parentFirst<-482 first3After<-444 fiveBefore<-624 30 -105 letters<40 -83 withPicture<1 near<3 -36 58 -80
            parentFirst<-315 -98 toHeaviest<4 linked<69 letters<22 34 104 -48 first3After<-218 -27 54
            parentProse<2 first2Before<-364 -102 sameShapeBefore<1 keptBefore<91 shapeProse<50 -38 100 -97
            parentLinked<91 49 -75 keptBefore<99 tag<1 103 outerProse<63 2 role<1 parentProse<93 11 107 101 -93
            parentFirst<-465 shapeProse<65 startsLinked<1 keptBefore<64 letters<117 -57 47 -91 -102 footer<1 102 -82
            parentFirst<-228 -83 outerFirst<57 parentProse<46 role<4 -35 91 103 letters<102 65 103
            trunk<1 inSummary<48 -98 shapeLetters<69 -76 111 prose<1 untilKept<19 first1Before<175 role<1 -68 6
            withPicture<1 66 -93 -76 shapeProse<31 first1After<-107 -44 caption<1 72 -81 100
            first1After<-279 runLength<15 shapeProse<58 shapeLetters<174 trunkShare<51 186 -66 82 90 outerFirst<0 -97
            -21 shapeProse<33 outerFirst<280 caption<1 byline<1 12 -100 -84 76 linked<60 96 -57
            first1After<-279 shapeFirst<203 trunkShare<1 223 inSummary<18 -92 first1Before<-357 -76 88 71 shapeFirst<383
            parentFirst<-76 letters<87 sameShapeAfter<1 -61 26 caption<1 53 -72 shapeFirst<-247 5 73 97
            first<-391 -95 parentProse<48 outerFirst<362 outerFirst<0 shapeLetters<174 anyFurniture<1 -34 -68
            proseBefore<37 71 -17 tag<8 comments<1 sentences<16 71 -124 -72 -11 81 proseBefore<76 95 61
            untilKept<13 linked<53 alike<4 outerFirst<116 -5 phrase<1 73 -128 89 -69 outerFirst<57 trunkShare<4 187
            outerFirst<-379 -91 fromFirst<3 35 -75 sameShapeBefore<1 -25 prose1Before<1 -31 69
            shapeFirst<-311 fiveAfter<-307 -87 standfirst<1 -46 38 trunk<1 -55 times<3 caption<1 letters<111 phrase<1
            linked1After<52 56 3 -127 firstSign<9 standfirst<1 87 -1 -95 -78 -37
            trunk<1 first<-13 -89 113 shapeFirst<-299 first<1 -82 pageProse<5814 100 0 shapeFirst<-105 -56
            shapeFirst<279 caption<1 untilKept<47 comments<1 52 -69 -21 -89 linked<51 87 -83
            first<-13 first<-344 -90 untilProse<19 -64 trunkShare<67 110 -42 firstSign<8 commas<39 shapeProse<61
            linked2After<92 72 standfirst<1 52 -47 endsSentence<1 50 untilKept<28 91 58 -94 -38
            fiveAfter<-256 outerFirst<395 toHeaviest<2 keptBefore<53 103 -25 -79 keptBefore<96 76 -59 shapeLetters<56
            smallArticle<1 keptBefore<4 -56 phrase<1 45 -102 -51 pictureBefore<1 70 toHeaviest<2 66 -58
            outerFirst<-65 shapeProse<76 runLength<14 withPicture<1 isNamed<1 33 -27 -77 -81 trunk<1 -74 104
            endsSentence<1 isNamed<1 phrase<1 44 -98 -32 shapeProse<28 38 related<1 80 -114
            parentFirst<-48 startsLinked<1 keptBefore<58 endsSentence<1 -36 shapeLetters<111 -5 first3After<-534 -66 77
            fiveAfter<-296 -77 -13 -83 phrase<1 widget<1 endsSentence<1 linked<46 46 -23 74 -66 -123
            untilKept<4 parentFirst<367 withPicture<1 toDoubtful<1 -74 fromTitle<1 -48 toFurniture<5 sentences<14 -1
            -225 56 -65 80 parentProse<80 parentFirst<-426 outerLinked<63 -55 -86 toFurniture<5 -70 5 53
            parentFirst<-228 first<-344 -85 first<294 first<-302 -67 first<-146 -56 36 93 parentFirst<277 first<215
            first<-13 -42 widget<1 30 -79 45 stressed<34 77 keptBefore<93 18 -133
            first1After<-174 shapeProse<64 runLength<17 pictureBefore<1 -12 -83 -79 runLength<48 linked<78 68 -74 -59
            shapeProse<13 credit<1 15 -77 linked<52 hidden<1 comments<1 74 -84 -74 -43
            parentFirst<-62 parentLinked<28 shapeLetters<235 trunk<1 runLength<2 84 -65 fiveBefore<-546 105
            fiveBefore<-154 -49 5 toFurniture<3 -56 68 -78 parentFirst<297 times<4 24 -84 stressed<30 73 -17
            outerFirst<-336 runLength<7 fiveBefore<-367 104 isNamed<1 28 -45 shapeLinked<19 -57 -84 isNamed<1 fromLast<8
            stressed<67 58 -9 -58 letters<171 inSummary<14 -28 42 article<1 -33 67
            parentProse<13 untilKept<47 shapeLinked<36 alikeMost<7 shapeLetters<185 -26 38 43 parentFirst<-162 -74 42
            -72 phrase<1 commas<28 stressed<88 related<1 comments<1 68 -71 -103 -18 -105 -109
            parentProse<7 first1After<-77 inSummary<51 inKept<41 -75 tag<1 5 -55 34 withPicture<1 fromTitle<5 -30 35 -63
            sentences<11 untilKept<33 related<1 65 -105 runLength<18 48 -32 -99
            endsSentence<1 first1Before<-385 position<2 anyFurniture<1 81 -75 -80 isNamed<1 linesOfElement<25 12 -163
            -36 shapeProse<50 outerProse<6 -46 siteWords<1 41 -13 anyFurniture<1 77 hidden<1 45 -69
            shapeFirst<-291 trunk<1 -72 keptBefore<22 anyDoubtful<1 first3After<-573 134 12 -23 -55 parentProse<58
            fiveBefore<239 keptBefore<47 33 role1Before<1 -35 14 54 prose<1 -2 stressed<48 80 -27
            first<-410 -82 parentFirst<-34 first<-119 pageLinked<56 -56 trunkShare<75 178 -37 linked2After<23 46
            trunkShare<95 66 headlineBlocks<31 shapeProse<78 -93 65 30 first<215 -33 words<187 70 -83
            shapeFirst<45 inSummary<20 fiveAfter<-198 -71 level<3 hidden<1 withPicture<1 -19 -74 -114 71 sinceTitle<120
            59 -44 stressed<83 fromFirst<35 69 firstSign<6 linesOfElement<5 38 -131 -113 -33
            sinceKept<2 pictureBefore<1 widget<1 stressed<45 51 -8 -47 -26 parentLinked<34 toDoubtful<3 -39
            first2After<-133 sinceKept<39 sinceTitle<134 -60 47 linked1Before<67 toDoubtful<15 -27 61 -59 34 -72
            trunk<1 parentLinked<33 -32 -81 first1After<121 times<2 prose<1 -23 shapeProse<20 -18 45 commas<2 -48 -166
            phrase<1 prose<1 21 shapeProse<23 11 tag<7 76 -138 -124
            outerFirst<176 trunk<1 inSummary<94 -70 38 isNamed<1 pageProse<1776 81 toFurniture<7 keptLetters<2205 55
            keptLetters<7149 keptLetters<5414 -56 -191 27 13 -35 endsSentence<1 3 linked<30 60 -43
            trunk<1 sinceTitle<8 endsSentence<1 -36 57 -71 endsSentence<1 withPicture<1 tag<4 -13 commas<3 36 -129 -71
            siteWords<2 sinceTitle<39 withPicture<1 61 -24 linked2Before<34 34 -35 -38
            first<294 first<-449 -81 times<2 first<-241 -42 smallBody<1 tag<2 linked<34 sinceKept<35 -15 46 -79
            linesOfElement<4 smallArticle<1 47 -31 -132 69 tag<4 -87 -3 70
            untilKept<21 letters<105 isNamed<1 phrase<1 17 -102 inKept<11 -61 -14 caption<1 hidden<1 linked<70 56 -132
            -80 -48 linked<12 keptBefore<27 47 sinceKept<3 -8 -57 -74
            linked<25 shapeFirst<0 proseBefore<43 toFurniture<7 -45 first3After<-404 74 withPicture<1 8 -56 -51 words<32
            29 firstSign<4 65 -27 first2After<-371 -74 toFurniture<11 level<2 -74 75 4
            trunk<1 startsLinked<1 shapeLetters<111 -48 12 -79 phrase<1 parentProse<63 pictureBefore<1 trunkShare<45 95
            shapeProse<73 role<5 toFurniture<3 -59 23 -161 hidden<1 59 -106 -38 51 -96
            trunk<1 inSummary<72 -62 51 keptBefore<83 parentFirst<297 isNamed<1 words<117 31 tag<1 83 -253 inSummary<46
            -27 61 withPicture<1 58 -100 siteShare<6 sameShapeBefore<1 -41 19 -96
            first<-526 -81 first<121 inKept<45 -46 -4 siteWords<2 times<5 letters<99 linesOfElement<25 37 -161
            proseBefore<61 71 43 times<11 1 -153 times<2 untilKept<16 53 -119 -197
            outerLinked<25 shapeFirst<-49 pageProse<2655 first<242 1 88 -34 stressed<12 letters<128 19
            letters2Before<112 32 65 sameShapeBefore<1 17 stressed<82 2 -86 first<62 -63 bar<1 65 -161
            shapeProse<16 shapeLinked<22 inSummary<63 isNamed<1 linesOfElement<4 9 -109 -29 59 first3Before<-415
            toHeadline<10 -77 81 isNamed<1 27 -42 siteWords<5 fiveAfter<-26 footer<1 17 -77 50 -148
            trunk<1 fiveAfter<-364 -65 underFirst<-437 -67 27 letters<87 shapeFirst<-158 -31 10 keptBefore<87 inKept<71
            outerFirst<298 20 65 inKept<86 47 ends1After<1 body<1 53 -132 27 -15
            first<-48 first<-360 -72 parentLinked<50 tag<2 -42 3 lowerStart<1 5 176 proseBefore<35 phrase<1 47 -135
            letters2Before<102 keptLetters<4647 25 shapeFirst<221 -60 15 stressed<62 42 -47
            first<-480 -78 first1After<303 pageProse<2041 letters1Before<14 69 18 toFurniture<11 role1After<1
            alikeLetters<125 paywall<1 sameParentAfter<1 -47 -145 34 times<3 1 -98 -5 -1 prose<1 13 54
            tag<1 stressed<61 shapeProse<56 proseBefore<35 37 -19 parentDensity<76 -28 61 -55 linked2After<85
            sentences<5 inKept<12 toHeadline<11 -42 62 6 sentences<12 -11 -153 prose1After<1 -67 31
            first<-506 -79 first<477 first<-146 prose2After<1 -26 -63 keptLetters<900 toDoubtful<7 25 93 siteWords<6
            comments<1 inAuthors<19 first3After<-180 -3 25 -72 -82 -137 fromFirst<127 78 -92
            outerLinked<68 shapeProse<57 footer<1 pageProse<1935 32 withPicture<1 toFurniture<4 -42 4 -52 -74
            stressed<48 toFurniture<12 toFurniture<6 -41 widget<1 64 -95 55 -75 lowerStart<1 -68 104
            startsLinked<1 widget<1 proseBefore<84 hidden<1 shapeProse<91 smallBody<1 parentLinked<61 isNamed<1 23 0 -63
            49 68 -63 siteShare<4 -17 -83 alikeLetters<573 -59 16 trunk<1 -77 -19
            times<2 shapeFirst<-500 keptBefore<43 sinceTitle<25 35 -37 -57 keptBefore<80 role<2 40 role<5
            first3Before<-90 -42 52 -88 -2 role<1 main<1 3 -97 shapeFirst<-571 -78 -2
            first<-13 first<-335 -63 letters2After<19 pageProse<2542 58 -22 smallBody<1 -37 42 keptBefore<70 times<9
            trunkShare<94 linked<75 60 -91 pageProse<2148 63 shapeProse<87 1 59 -127 -3
            fiveAfter<-445 links<1 inTitle<26 -28 88 -66 first1After<175 role1Before<1 pageLinked<57 -27 near<1 186 13
            underFirst<0 inKept<34 lowerStart<1 -45 106 33 39 phrase<1 31 -95
            toFurniture<8 parentLinked<39 body<1 -39 headlineBlocks<23 -37 shapeFirst<-257 -53 25 -66 proseBefore<80
            caption<1 dated<1 times<9 35 -100 -65 -45 body<1 linked1Before<49 -25 -90 1
            first1After<250 linked<37 keptBefore<52 sameParentAfter<1 25 -11 shapeFirst<-526 -50 linesOfElement<3
            shapeLetters<228 headlineBlocks<31 -38 11 32 -66 outerFirst<-583 -65 -12 linked<26 caption<1 41 -38 -37
            outerLinked<44 keptBefore<90 consent<1 shapeLetters<268 times<2 pictureBefore<1 24 -16 role<1 -84 -9 44
            structured<96 -109 37 role<1 -37 role<3 -20 62 outerFirst<-285 -58 23
            outerLinked<64 toFurniture<6 -28 hidden<1 phrase<1 sidebar<1 inAuthors<30 endsSentence<1 near<1 46 0
            proseBefore<65 44 12 -74 -77 -77 -98 lowerStart<1 -63 trunk<1 -39 143
            first<382 first<-514 -78 inSummary<25 toHeadline<11 shapeBlocks<60 toFurniture<6 paywall<1 parentFirst<-389
            -26 -71 39 outerFirst<-551 13 -17 18 50 shapeProse<39 55 -44 alike<72 64 -44
            first1Before<-246 keptBefore<60 fromFirst<-11 smallArticle<1 -70 48 first2After<-483 74 level<2
            parentDensity<63 -44 15 62 -60 siteWords<3 phrase<1 credit<1 fromFirst<31 25 6 -66 -81 -75
            fromLast<4 phrase<1 withPicture<1 pageProse<1776 anyFurniture<1 64 9 prose1After<1 fromTitle<-16 -60
            sentences<13 commas<3 -7 33 -92 sidebar<1 22 -80 -36 -78 body<1 -65 -13
            first<267 first<-404 -66 underFirst<150 near<2 shapeProse<38 44 -57 first<177 shapeProse<48 inKept<52 -27 15
            smallBody<1 -62 62 33 -42 firstSign<5 sentences<22 51 -97 -69
            linked<25 shapeProse<83 inSummary<28 sentences<9 sidebar<1 structured<81 consent<1 underFurniture<1 -2 -70
            -106 66 -73 -76 40 keptBefore<83 54 7 shapeProse<55 outerFirst<-395 -56 23 -85
            toHeaviest<12 siteWords<2 sidebar<1 letters<315 toHeadline<11 fiveBefore<-594 -67 stressed<92 parentProse<10
            -3 25 parentProse<38 15 -70 first2After<-561 103 31 bar<1 48 -79 -68 -52 -91
            times<2 words<41 headlineBlocks<52 linked2After<1 withPicture<1 5 -47 -26 shapeFirst<-399 -17 25 bar<1
            firstSign<8 position<78 51 headlineBlocks<57 30 -111 -123 -102 role1Before<4 -61 30
            toFurniture<4 shapeFirst<-591 -64 keptLetters<8260 tag<1 -13 -74 43 keptLetters<1115 anyDoubtful<1 92 6
            inKept<29 toHeaviest<7 shapeFirst<-585 -42 pageBlocks<216 -17 32 -65 pictureBefore<1 19 -30
            toHeaviest<12 first<-595 -74 first<-439 -55 first<92 shapeLetters<82 shapeBlocks<8 trunkShare<32 108 -20 50
            first1After<-403 24 shapeFirst<-532 14 -58 firstSign<8 linesOfElement<3 33 -30 -145 -89
            linked<26 times<2 proseBefore<62 untilProse<10 shapeFirst<323 8 tag<1 50 -25 54 -6 tag<5 -73 tag<7 72 -25
            shapeFirst<-510 -59 tag<2 main<1 75 -57 40
            first<322 first<-352 -52 alikeParent<8 near<4 role1Before<5 keptLetters<1068 54 parentProse<28 prose<1 17
            -17 -50 -91 parentLinked<91 -23 82 36 outerProse<24 first2After<-262 -196 33 51
            words<43 shapeFirst<-380 inSummary<29 isNamed<1 -9 -51 34 parentDensity<73 pictureAfter<1 pictureBefore<1 30
            -32 -40 capitals<3 18 -18 firstSign<2 linked<27 33 -67 shapeProse<80 -123 45
            first<-276 -44 outerFirst<-551 anyDoubtful<1 63 12 withPicture<1 parentLinked<38 runLength<19 commas<1 -25
            headlineBlocks<38 main<1 -40 31 -14 linesOfElement<27 20 -141 45 letters2After<35 14 -86
            first<-276 inTitle<38 -49 parentDensity<31 -29 132 first<280 parentDensity<44 sinceHeading<39 untilProse<20
            16 62 sinceKept<16 -68 36 parentFirst<385 parentFirst<-295 9 -18 toHeadline<11 -61 45 33
            first<-259 inKept<8 -55 -6 first<229 parentDensity<1 linesOfElement<6 26 -104 linesOfElement<25 times<2
            inKept<80 inKept<32 -38 linked1After<21 -23 41 18 -59 81 siteWords<7 31 -79
            sidebar<1 trunkShare<24 comments<1 114 -40 shapeFirst<-207 inSummary<18 -31 36 role<5 tag<5 runLength<17
            alikeMost<11 withPicture<1 -8 -61 27 25 45 runLength<56 -15 -154 -65
            inKept<10 anyFurniture<1 near<3 position<66 41 -22 -41 -38 siteWords<8 level<2 letters<271 capitals<16 0
            shapeLetters<55 -4 -78 headlineBlocks<62 44 -18 untilKept<45 53 -48 -84
            footer<1 pageProse<2594 times<2 bar<1 stressed<8 45 -23 -84 -45 inSummary<1 times<2 comments<1 -4 -79
            fromFirst<51 -73 -2 role1Before<1 -9 main<1 -30 45 -65
            inKept<10 toHeadline<7 -31 29 smallBody<1 toFurniture<8 role<3 role<1 -48 40 86 role<3 otherArticle<1
            first2After<-364 -7 25 -39 toHeadline<5 -59 11 inKept<67 61 -24
            first<-159 shapeFirst<-440 inKept<34 trunkShare<10 55 -64 prose2After<1 21 -50 role<1 trunkShare<20 74 -39
            28 role<5 letters1After<219 outerFirst<-399 49 isTitle<1 -3 -82 27 -65
            trunkShare<16 84 linked1Before<85 withPicture<1 keptBefore<30 inTitle<1 pictureBefore<1 -6 79 letters<256 20
            67 sentences<11 -2 -78 -33 sentences<4 untilProse<26 letters<206 -25 51 -75 45
            shapeProse<83 role1Before<1 sentences<22 letters2After<5 37 -13 -83 sinceTitle<160 headlineBlocks<62
            outerLinked<19 17 -20 40 underFirst<-369 -64 proseBefore<49 headlineBlocks<92 7 -102 36 linked<9 37 -40
            phrase<1 byline<1 copyright<1 promotion<1 fromFirst<29 words<31 pageProse<1491 25 -8 outerProse<20 5 51
            headlineBlocks<33 -32 alikeMost<2 words<26 -4 -63 23 -57 -88 -64 -64
            sidebar<1 consent<1 first2Before<-215 smallBody<1 lowerStart<1 -15 67 35 toFurniture<7 untilProse<16
            fromTitle<49 1 -53 68 14 paywall<1 isNamed<1 -134 -15 16 smallBody<1 -82 85
            inTitle<2 outerLinked<3 hidden<1 first3Before<427 keptLetters<1274 68 prose<1 linesOfElement<6
            alikeLetters<188 9 75 -76 -28 -41 pageProse<10570 -99 22 -23 level<2 bar<1 8 -76 56
            first<-480 -68 letters<212 withPicture<1 runLength<28 parentLinked<93 toDoubtful<16 body<1 -35 21 -25 64
            otherArticle<1 13 105 -37 fromFirst<17 52 smallBody<1 -22 parentProse<27 101 -81
            copyright<1 consent<1 toFurniture<6 underFurniture<1 tag<6 first1Before<120 sinceHeading<6 -6 -58 11 32
            headlineBlocks<97 -33 -199 letters<615 letters<218 -1 32 63 structured<90 -88 43 -104
            keptLetters<2931 tag<1 linked<4 shapeProse<28 17 58 toDoubtful<12 -65 outerLinked<19 -15 83 tag<7
            anyFurniture<1 1 -58 parentFirst<-355 57 linked<92 -32 94 parentProse<81 -13 15
            promotion<1 sidebar<1 role<5 pageProse<2655 22 fiveAfter<-198 -20 anyDoubtful<1 tag<5 keptBefore<92 -10 -99
            27 widget<1 25 -18 linked1After<20 article<1 79 -70 77 -54 -66
            footer<1 smallBody<1 linked2After<68 outerLinked<8 10 trunkShare<94 15 -40 toHeaviest<11 first1After<-532
            -64 role<2 -6 58 -91 untilKept<12 hidden<1 16 -81 article<1 -28 105 -55
            first<-480 -60 alikeMost<5 first<198 ends1Before<1 trunk<1 sinceTitle<116 46 -10 -17 -39 parentProse<28
            smallArticle<1 shapeProse<78 -34 -238 50 keptLetters<5672 50 ends1After<1 -66 16 21
            first<-209 first<-529 -69 letters2After<18 14 -31 trunk<1 sameParentBefore<1 87 -1 shapeProse<87
            runLength<13 toFurniture<11 shapeLetters<38 20 alikeLetters<249 -65 -5 alikeLetters<221 9 -32 19 30
        """)
}
