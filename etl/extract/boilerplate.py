"""Lines that stand among an article's paragraphs and are none: told by how they begin.

Only short lines are judged, and only by what no sentence of an article begins with."""

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
    # newsletters, subscriptions, following
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
      |annons|reklame?a?|annonse|sponsored|sponsorisé|mainos)\s*:?\s*$
    |(?:story|article)\s+continues\s+below|scroll\s+(?:down\s+)?to\s+continue
      |skip\s+(?:advertisement|past)|artikel\s+(?:nach|hinter)\s+der\s+anzeige
      |(?:het\s+)?artikel\s+gaat\s+verder\s+onder|la\s+suite\s+après\s+(?:cette|la)\s+publicité
      |tekst\s+gaat\s+verder
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
      \s*(?:on|at|am|op|le|el|il|den)?\s*:?\s*\d{1,2}[./ -].{0,40}$
    |\d+[\s-]min(?:ute[ns]?|uten|uti)?\.?\s*(?:read|lesezeit|leestijd|de\s+lecture|de\s+lectura
      |di\s+lettura)?\s*$|(?:lesezeit|leestijd|temps\s+de\s+lecture|reading\s+time)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Whether a line is one that pages repeat rather than a paragraph of this article."""
    return len(line) <= LONGEST and bool(BEGINNINGS.match(line))
