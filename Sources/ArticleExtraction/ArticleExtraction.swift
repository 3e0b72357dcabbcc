// ArticleExtraction
