"""Lines that stand among an article's paragraphs and are none: told by the words they hold.

Only short lines are judged, and only by what no sentence of an article begins with or ends on."""

import re

LONGEST = 220  # characters; a longer line says more than this
BEGINNINGS = re.compile(
    r"""(?:[▶►→»>•*\-–+]\s*)*(?:
    # other articles
    (?:read|see|watch|listen)\s+(?:more|also|next|too|now)\s*(?:[:|>»–-]|$|about\b|on\b|here\b)
      |also\s+read\s*[:|–-]
    |(?:related|recommended|more|trending|must[- ]read|don['’]t\s+miss
      |in\s+case\s+you\s+missed\s+it|you\s+might\s+(?:also\s+)?like)
      \s*(?:articles?|stories|content|reading|news|coverage|videos?)?\s*:
    |(?:related|recommended)\s+(?:articles?|stories|content|reading|topics)\b
    |more\s+(?:on\s+this\s+story|from\s+\w+|stories)\s*:?\s*$
    |(?:lesen\s+sie|lies|lest)\s+(?:auch|hier|mehr|dazu|au(?:ß|ss)erdem|jetzt)\b|(?:mehr
      |hintergrund|auch)\s+(?:zum\s+thema|dazu|interessant|lesen)\b
    |(?:das\s+könnte|auch\s+interessant|weitere\s+(?:artikel|themen|meldungen))\b|zum\s+thema\s*:
      |weiterlesen\b|hier\s+lesen\s+sie\b
    |lees\s+(?:ook|verder|meer)\b|(?:bekijk|luister)\s+ook\b|meer\s+over\s+dit\b
    |(?:à\s+)?lire\s+(?:aussi|également|la\s+suite|plus)\b|(?:à\s+)?(?:voir|écouter
      |lire)\s+(?:aussi|également)?\s*[:>»|]|sur\s+le\s+même\s+(?:sujet|thème)\b
    |leggi\s+(?:anche|tutto|qui)\b|(?:potrebbe|ti\s+potrebbe)\s+interessar|approfondi(?:sci
      |menti)\s*:
    |(?:lea|lee|leer|leia|ver|vea|mira)\s+(?:también|tambien|tamb[eé]m|más|mais)\b
      |te\s+puede\s+interesar\b|(?:noticias?|notas?)\s+relacionadas?\b|saiba\s+mais\b
      |veja\s+(?:também|mais)\b
    |läs\s+(?:också|mer|även)\b|læs\s+(?:også|mere)\b|les\s+(?:også|mer)\b|lue\s+(?:myös|lisää)\b
    |(?:czytaj|zobacz|przeczytaj)\s+(?:też|także|również|więcej)\b|(?:čtěte|přečtěte
      |čítajte)\s+(?:také|si|aj|tiež)\b|olvass[ao]\s+(?:el|tovább)\b
    |(?:читайте|смотрите)\s+(?:также|ещё)\b|читайте\s+також\b|διαβάστε\s+(?:επίσης|ακόμη)\b
      |ayrıca\s+okuyun\b
    |اقر(?:أ|ئي|أوا)\s+(?:أيض[اً]+|المزيد)|طالع\s+أيض|شاهد\s+أيض|بیشتر\s+بخوانید|(?:קראו|קרא)\s+(?:גם|עוד)\b
    |関連記事|【関連|あわせて読みたい|相关(?:阅读|新闻|报道|推荐)|延伸阅读|推荐阅读|更多阅读|原标题[:：]
    |(?:\[|<)?관련\s*기사|(?:ये|यह)\s+भी\s+पढ़|baca\s+juga\b|xem\s+thêm\b|đọc\s+thêm\b|อ่านเพิ่มเติม
    |(?:ilgili|bunlar[ıi]?\s+da)\s+(?:haber|oku)|haberin\s+devamı|cit[eé]ște\s+și\b|citeste\s+si\b
    |(?:pro)?čita[jt](?:te)?\s+(?:još|i|više)\b|прочетете\s+още|dalszy\s+ciąg\s+(?:materiału|artykułu)
    # newsletters, subscriptions, following
    |don['’]t\s+miss\s+(?:the\s+latest|out|a\s|our|any)|sigue\s+toda\s+la\s+(?:información|actualidad)
    |подпи(?:шитесь|сывайтесь|саться)\b|підпи(?:шіться|суйтесь)|bültenimize\b|اشترك(?:وا)?\s+(?:في|الآن)
    |この記事は有料|有料会員|残り\d+文字|订阅我们|뉴스레터|हमारा\s+न्यूज़लेटर
    |(?:sign\s+up|subscribe|register)\s+(?:for|to|now|here|today)\b|(?:get|receive)\s+(?:the\s+
      |our\s+)?\w+\s+(?:in|delivered\s+to)\s+your\s+inbox
    |(?:our|the|free|daily|weekly|kostenloser)\s+newsletters?\b|newsletters?\s*(?::|$)
      |follow\s+(?:us|\w+(?:\s\w+)?)\s+on\s+(?:twitter|x\b|facebook|instagram|whatsapp|google)
    |(?:abonnieren|bestellen|melden)\s+sie\b.{0,60}(?:newsletter|abo\b|kanal)|(?:jetzt
      |hier)\s+(?:abonnieren|anmelden|registrieren|bestellen|testen|weiterlesen)\b
      |folgen\s+sie\s+uns\b|jetzt\s+(?:mit|im)\s+abo\b
    |(?:schrijf|meld)\s+je\s+(?:in|aan)\b|volg\s+ons\s+op\b|abonneer\b|(?:inscrivez
      |abonnez)-vous\b|suivez-nous\b|s['’]abonner\b
    |(?:suscr[ií]bete|suscríbase|reg[ií]strate|sigue(?:nos)?\s+(?:en|a))\b|(?:assine|inscreva-se
      |siga\s+(?:o|a|nos))\b|iscriviti\b|abbonati\b|segui(?:ci)?\s+su\b
    |(?:prenumerera|följ\s+oss|abonner\b|følg\s+os|zapisz\s+się|subskrybuj)\b
    |already\s+a\s+subscriber|to\s+continue\s+reading|this\s+article\s+is\s+(?:for
      |only\s+available\s+to)\s+subscribers
    # consent, embedded things, advertising
    |(?:an\s+dieser\s+stelle\s+(?:finden|befindet)|empfohlener\s+(?:externer
      |redaktioneller)\s+inhalt|externe[rn]?\s+inhalte?\b|mit\s+dem\s+laden)
    |(?:ich\s+bin\s+damit\s+einverstanden|we\s+use\s+cookies|wir\s+(?:verwenden|nutzen)\s+cookies
      |this\s+content\s+is\s+hosted\s+by|ce\s+contenu\s+est\s+(?:bloqué|hébergé))
    |(?:advertisement|advertising|anzeige|werbung|advertentie|publicité|publicidade?|pubblicità
      |annons|reklame?a?|annonse|sponsored|sponsorisé|mainos|реклама|реклам|إعلان|広告|广告|광고
      |विज्ञापन|reklam|פרסומת|διαφήμιση|iklan)\s*:?\s*$
    |(?:story|article)\s+continues\s+below|scroll\s+(?:down\s+)?to\s+continue
      |skip\s+(?:advertisement|past)|artikel\s+(?:nach|hinter)\s+der\s+anzeige
      |(?:het\s+)?artikel\s+gaat\s+verder\s+onder|la\s+suite\s+après\s+(?:cette|la)\s+publicité
      |tekst\s+gaat\s+verder
    # sources, editors, those who took part
    |(?:المصدر|источник|джерело|来源|文章来源|资料来源|责任编辑|责编|编辑|校对|kaynak|πηγή|źródło)\s*[:：+]
    |reporting\s+by\s+\S.{0,160}(?:;|\.|editing\s+by\b)|editing\s+by\s+\S
      |our\s+standards\s*:|source\s*:\s*[A-Z]|has\s+contacted\s+.{0,40}for\s+comment\s*$
    |(?:<|&lt;|\()?저작권자|무단\s*전재|ⓒ
    |(?:contact|e-?mail|reach|write\s+to)\s+.{0,60}\S@\S+\.\w
    # sharing, pictures, rights, comments
    |share\s+(?:this|on|via|article|story|full)\b|(?:artikel|beitrag|seite)\s+(?:teilen|merken
      |drucken)|(?:teilen|delen|dela|del|udostępnij|share)\s*$|partager?\s*(?:$|sur\b|cet\b)|compartir\s*$|condividi\s*$
      |compartilhe?\s*$
    |(?:image|photo|picture|video)\s+(?:source|credit|caption|by|courtesy)\s*[:,]?\s|(?:foto|fotos
      |photo|photos|bild|bilder|quelle|crédit\s+photo|crédit|imagem?|beeld|zdj[ęe]cie|kuva
      |fotografía|video|grafik|credit|source)s?\s*:\s*\S
    |(?:©|\(c\)|copyright\s*(?:©|\d|by\b|:))|all\s+rights\s+reserved|alle\s+rechte?n?\s+(?:vorbehalten
      |voorbehouden)|tous\s+droits\s+réservés|todos\s+los\s+derechos
    |(?:show|hide|view|leave|post)\s+(?:a\s+|all\s+)?comments?\b|(?:kommentare?|reacties
      |commentaires|comentarios|commenti)\s*(?:\(?\d+\)?)?\s*$|\d+\s+(?:comments?|kommentare?
      |reacties|commentaires)\s*$
    |(?:this\s+article\s+(?:was\s+)?(?:originally\s+)?(?:first\s+)?(?:appeared|published)\b)
      |(?:print|drucken|imprimer|stampa|e-?mail|facebook|twitter|whatsapp|x)\s*$
    |(?:topics?|tags?|themen?|schlagworte|schlagwörter|mots-clés|temas|onderwerpen|etiquetas
      |argomenti|filed\s+under|in\s+this\s+article)\s*:
    |(?:last\s+)?(?:updated|published|posted|modified|stand|aktualisiert|veröffentlicht
      |gepubliceerd|bijgewerkt|publié\s+le|mis\s+à\s+jour|publicado|actualizado|pubblicato
      |aggiornato|publicerad|uppdaterad|publiceret|publisert|opublikowano)
      \s*(?:on|at|am|op|le|el|il|den)?\s*:?\s*(?:\d{1,2}[./ -]|[a-z]{3,9}\.?\s+\d{1,2}).{0,40}$
    |\d+[\s-]min(?:ute[ns]?|uten|uti)?\.?\s*(?:read|lesezeit|leestijd|de\s+lecture|de\s+lectura
      |di\s+lettura)?\s*$|(?:lesezeit|leestijd|temps\s+de\s+lecture|reading\s+time)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


INSIDE = re.compile(
    r"""\b(?:sign\s+up|subscribe)\b.{0,60}\bnewsletter
    |\b(?:facebook|twitter|instagram|whatsapp|telegram)\b.{0,60}\bnewsletter
    |\bnewsletter\b.{0,60}\b(?:abonnier|bestell|anmeld|inscri|suscr|iscri|abonn)\w*
    |\b(?:abonnier|bestell|inscri|suscr|iscri|abonn|assin)\w*.{0,60}\bnewsletter
    |^(?:\#\S+\s*)+$
    """,
    re.VERBOSE | re.IGNORECASE,
)
CREDIT = re.compile(  # at the end of a caption: 'Idle cranes. Photo: Tomas Reed'
    r"""(?:^|[.!?…)»”"'\s])(?:photo(?:graph|s)?|foto(?:graf[ií]a|graf|s)?|bild(?:er)?|images?|picture
    |cr[ée]dit(?:s)?(?:\s+photo)?|zdj[ęe]cie|fot|фото|beeld|imagem?|fotoğraf|صورة|تصوير|写真|사진|摄)
    \s*(?::|/|=|：|・)\s*[^.!?:]{2,50}\.?$""",
    re.VERBOSE | re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Whether a line is one that pages repeat, or a caption, rather than a paragraph of the
    article."""
    if len(line) > LONGEST:
        return False
    return bool(BEGINNINGS.match(line) or INSIDE.search(line) or CREDIT.search(line))
