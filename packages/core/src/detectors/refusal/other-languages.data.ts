/** How a refusal is worded in one language. */
export interface RefusalWording {
  /** Quick to test: a statement without it is of another language, or does not speak of itself. */
  readonly gate: RegExp
  /** The first person and the negation, in the word order of the language. */
  readonly speaker: RegExp
  /** Helping, giving, writing, … : must stand in the same statement. */
  readonly act: RegExp
  /** Set phrases that refuse without an act. */
  readonly phrases: RegExp
  /** That it has not the data or the means. */
  readonly lacking: RegExp
}

/** By ISO 639-1. Texts come lower-cased. No `\b` beside letters that JavaScript does not count as such. */
export const refusalWordings: Readonly<Record<string, RefusalWording>> = {
  de: {
    gate: /\b(?:ich|wir|mir|das geht|verstößt|widerspricht)\b/u,
    speaker:
      /^(?=.*\b(?:kann|könnte|werde|darf|möchte|will|würde|sollte|können|dürfen|werden)\b)(?=.*\b(?:ich|wir)\b)(?=.*\b(?:nicht|kein\w*|niemals)\b)/u,
    act: /\b(?:helfen|unterstützen|behilflich|geben|beantworten|antworten|schreiben|verfassen|erstellen|erzeugen|bereitstellen|liefern|tun|machen|nennen|erklären|beschreiben|erfüllen|nachkommen|anbieten|weitergeben|teilen|sagen|verraten|dienen|zeigen|erläutern|mitwirken|diskutieren|besprechen|eingehen|beleidigen|übersetzen|auskunft)\b/u,
    phrases:
      /\bich (?:weigere mich|lehne (?:das|dies|es|diese)|muss (?:das |dies |leider |diese anfrage )*(?:ablehnen|nein sagen))|\b(?:ich|wir) (?:bin|sind) (?:leider )?nicht in der lage|\b(?:verstößt|widerspricht)\b[^.]{0,30}\b(?:richtlinien|grundsätze|prinzipien|regeln)|\bes ist mir (?:leider )?nicht (?:möglich|erlaubt|gestattet)|\bdas geht leider nicht/u,
    lacking:
      /\bich (?:habe|besitze) (?:leider )?(?:keinen? |über )?(?:zugriff|zugang|informationen|echtzeit|persönliche|eigene meinung|gefühle)|\b(?:weiß ich|ich weiß es|ich weiß das|das weiß ich) (?:leider )?nicht|\bich bin (?:kein|keine) (?:arzt|ärztin|anwalt|anwältin)\b/u,
  },
  fr: {
    gate: /\b(?:je|nous|m['’]est|contraire|encontre)\b/u,
    speaker:
      /\b(?:je|nous) (?:ne |n['’])(?:(?:vous|te|t['’]|le|la|les|l['’]|m['’]|me|lui|y|en) ?)*(?:peux|pouvons|pourrai|pourrais|veux|voulons|souhaite|dois|puis|suis pas (?:en mesure|capable|autorisée?|à l['’]aise)|sommes pas (?:en mesure|autorisés))|\bje (?:préfère|choisis de) ne pas\b|\bil (?:ne m['’]est|m['’]est) (?:pas possible|impossible)|\bje ne (?:vais|vous|te)\b[^.]{0,10}\bpas\b/u,
    act: /(?:aider|fournir|donner|répondre|écrire|rédiger|créer|générer|produire|expliquer|faire|accéder à (?:cette|votre|ta)|assister|satisfaire|accomplir|proposer|partager|dire|traiter|discuter|insulter|soutenir|encourager|révéler|décrire|participer|continuer|poser)/u,
    phrases:
      /\bje (?:me dois de )?(?:refuse|décline)(?: de| d['’]|\b)|\b(?:contraire à|va à l['’]encontre de) (?:mes|nos) (?:principes|directives|règles)|\bje dois (?:refuser|décliner)/u,
    lacking:
      /\bje n['’]ai (?:pas|aucun)\b[^.]{0,20}\b(?:accès|informations?|opinions?|données|capacité|moyen)|\bje ne (?:sais pas|connais pas|suis pas (?:médecin|avocat))/u,
  },
  es: {
    gate: /\b(?:no|me|debo|prefiero|rechazo|tengo|contra|contrari\w|viola)\b/u,
    speaker:
      /\bno (?:(?:te|le|les|lo|la|os|se|me) )*(?:puedo|podemos|podré|podría|voy a|vamos a|quiero|queremos|debo|deseo|me es posible|es posible para mí|estoy en condiciones|estoy (?:autorizad|capacitad|program|dispuest)\w+|soy capaz|me siento cómod\w)/u,
    act: /(?:ayudar|proporcionar|dar(?:te|le|les)?\b|responder|escribir|redactar|crear|generar|producir|explicar|hacer|asistir|ofrecer|compartir|decir|cumplir|apoyar|promover|discutir|insultar|atender|facilitar|revelar|describir|participar|continuar|brindar|fornecer|solicitud|petición|eso\b|esto\b)/u,
    phrases:
      /\b(?:me niego|debo (?:rechazar|negarme|declinar)|prefiero no|rechazo (?:esta|tu|su)|tengo que (?:rechazar|negarme))|\b(?:va en contra de|contrari\w a|viola) (?:mis|nuestras|las) (?:principios|directrices|políticas|normas)/u,
    lacking:
      /\bno (?:tengo|dispongo de|poseo|cuento con) (?:acceso|información|datos|opiniones|la capacidad|los medios)|\bno (?:lo sé|soy médico|soy abogado)/u,
  },
  it: {
    gate: /\b(?:non|mi|devo|prefer\w+|contro|contrari\w)\b/u,
    speaker:
      /\bnon (?:(?:ti|vi|le|lo|la|mi) )*(?:posso|possiamo|potrò|potrei|voglio|vogliamo|devo|intendo|sono in grado|sono autorizzat\w|sono programmat\w|mi è possibile|è possibile per me|me la sento|mi sento a mio agio)/u,
    act: /(?:aiutar|fornir|dar(?:ti|vi|le)?\b|risponder|scriver|redigere|crear|generar|produrre|spiegar|far(?:lo|e)\b|assister|offrir|condivider|dir(?:ti|vi|lo|e)\b|soddisfar|sostener|promuover|discuter|insultar|rivelar|descriver|partecipar|continuar|esaudir)/u,
    phrases:
      /\b(?:mi rifiuto|devo (?:rifiutar\w*|declinar\w*)|preferisco non|preferirei non)|\b(?:va contro|contrari\w (?:ai|alle)) (?:i miei|le mie|miei|mie|le nostre) (?:principi|linee guida|regole)/u,
    lacking:
      /\bnon (?:ho|dispongo di|possiedo) (?:accesso|informazioni|dati|opinioni|la capacità)|\bnon (?:lo so|sono un (?:medico|avvocato))/u,
  },
  pt: {
    gate: /não|\b(?:me|devo|prefiro|recuso|tenho|contra)\b/u,
    speaker:
      /\bnão (?:(?:te|lhe|o|a|me|vos) )*(?:posso|podemos|poderei|poderia|vou|vamos|quero|queremos|devo|pretendo|consigo|me é possível|é possível para mim|sou capaz|estou (?:autorizad|apt|program|dispost)\w*|me sinto (?:confortável|à vontade))/u,
    act: /(?:ajudar|ajudá|fornecer|dar(?:-lhe|-te)?\b|responder|escrever|redigir|criar|gerar|produzir|explicar|fazer|fazê|auxiliar|oferecer|compartilhar|partilhar|dizer|cumprir|apoiar|promover|discutir|insultar|atender|revelar|descrever|participar|continuar|prestar)/u,
    phrases:
      /\b(?:me recuso|recuso-me|devo (?:recusar|declinar)|prefiro não|tenho que recusar)|\b(?:vai contra|contrári\w (?:aos|às)) (?:os )?(?:meus|minhas|nossas|as minhas) (?:princípios|diretrizes|políticas|regras)/u,
    lacking:
      /\bnão (?:tenho|disponho de|possuo) (?:acesso|informações|informação|dados|opiniões|a capacidade)|\bnão (?:sei|sou médic\w|sou advogad\w)\b/u,
  },
  nl: {
    gate: /\b(?:ik|wij|we|strijd|tegen)\b/u,
    speaker:
      /^(?=.*\b(?:kan|zal|ga|mag|wil|kunnen|mogen|zou)\b)(?=.*\b(?:ik|wij|we)\b)(?=.*\b(?:niet|geen|nooit)\b)/u,
    act: /\b(?:helpen|bijstaan|geven|beantwoorden|antwoorden|schrijven|opstellen|maken|genereren|doen|verstrekken|leveren|uitleggen|beschrijven|aanbieden|delen|zeggen|voldoen|ondersteunen|bespreken|beledigen|meewerken|assisteren)\b/u,
    phrases:
      /\bik (?:weiger|moet (?:dit |dat |je verzoek )?(?:weigeren|afwijzen)|doe dit niet|ben (?:helaas )?niet in staat)|\b(?:in strijd met|tegen) (?:mijn|onze) (?:richtlijnen|principes|regels)/u,
    lacking:
      /\bik heb (?:helaas )?geen (?:toegang|informatie|gegevens|mening)|\b(?:dat weet ik|ik weet het|ik weet dat) (?:helaas )?niet\b/u,
  },
  pl: {
    gate: /(?<!\p{L})(?:nie|odmawiam|muszę|wol)/u,
    speaker:
      /(?<!\p{L})nie (?:mogę|możemy|będę|chcę|chcemy|jestem w stanie|potrafię|powinienem|powinnam|zamierzam|wolno mi|jest(?:em)? upoważnion\w*)/u,
    act: /(?:pomóc|pomagać|pomoc|udzielić|udostępnić|dostarczyć|podać|odpowiedzieć|napisać|pisać|stworzyć|tworzyć|wygenerować|wyjaśnić|zrobić|spełnić|zaoferować|powiedzieć|obrażać|wspierać|opisać|omawiać|wykonać|uczestniczyć)/u,
    phrases:
      /(?<!\p{L})(?:odmawiam|muszę odmówić|wolę nie|wolałbym nie|wolałabym nie|nie (?:napiszę|pomogę|zrobię|odpowiem|podam|powiem|wyjaśnię|stworzę))|niezgodne z moimi/u,
    lacking:
      /(?<!\p{L})nie (?:mam|posiadam) (?:dostępu|informacji|danych|opinii|możliwości)|(?<!\p{L})nie (?:wiem|jestem (?:lekarzem|prawnikiem))/u,
  },
  ru: {
    gate: /\p{Script=Cyrillic}/u,
    speaker:
      /(?<!\p{L})(?:я|мы) (?:\p{L}+ ){0,2}не (?:могу|можем|смогу|сможем|буду|будем|хочу|готов\p{L}*|должен|должна|в состоянии|имею права|вправе|собираюсь|способ\p{L}+)|^(?:[\p{L}, ]{0,30})(?<!\p{L})не (?:могу|можем|смогу|буду)(?!\p{L})|мне (?:нельзя|запрещено|не разрешено)/u,
    act: /(?:помо[гч]|предостав|дать|давать|ответ|отвеч|напис|писать|созда|сгенер|объясн|делать|сделать|выполн|предлож|сказать|обсужд|оскорб|поддерж|описа|рассказ|участв|продолж)/u,
    phrases:
      /(?<!\p{L})(?:(?:я )?отказываюсь|вынужден\p{L}* отказать\p{L}*|предпоч(?:ту|ёл бы|ла бы) не|(?:противоречит|нарушает) (?:моим|мои|правила|моей|политик)\p{L}*)/u,
    lacking:
      /у меня нет (?:доступа|информации|данных|возможности|личного мнения|мнения)|(?<!\p{L})я не (?:знаю|врач|юрист)(?!\p{L})|не имею доступа/u,
  },
  tr: {
    gate: /m(?:[.!,]|$| m)|mümkün|yok|değil|aykırı|reddediyorum|zorundayım|bulunmuyor/u,
    speaker:
      /(?:emem|amam|eyemem|ayamam|emiyorum|amıyorum|emeyiz|amayız|eyemeyiz|ayamayız|meyeceğim|mayacağım|mem|mam) ?(?:[.!,]|$|mümkün)|mümkün (?:değil|olmayacak)/u,
    act: /(?:yardımcı ol|yardım ed|yerine getir|sağla|ver|yanıtla|cevapla|yaz|oluştur|üret|açıkla|yap|sun|paylaş|söyle|destekle|anlat|tartış|bulun|isteğ|taleb)/u,
    phrases:
      /(?<!\p{L})(?:reddediyorum|reddetmek zorundayım|yapmamayı tercih ederim)|(?:ilkelerime|kurallarıma|politikalar\p{L}*) aykırı/u,
    lacking: /erişimim (?:yok|bulunmuyor)|bilgim yok|bilmiyorum|doktor değilim|avukat değilim/u,
  },
  zh: {
    gate: /\p{Script=Han}/u,
    speaker:
      /(?:我|本助手|作为)?[^。，,]{0,12}(?:不能|无法|不会|不便|不可以|不应该|没办法|没有办法|不愿意?|不想|無法|不會|恕难)/u,
    act: /(?:帮|提供|协助|回答|写|撰写|创作|生成|支持|做|满足|完成|参与|讨论|告诉|解释|说明|给|执行|回应|骂|侮辱|透露|描述|從命|从命|幫|協助|寫|滿足)/u,
    phrases:
      /(?:我(?:必须|只能)?拒绝|恕我(?:不能|无法)|违反(?:了)?(?:我的|我们的|相关)?(?:原则|准则|政策|规定)|我拒絕)/u,
    lacking:
      /我?(?:无法|不能)(?:访问|获取|获得|查看|得知|知道|预测)|我(?:没有|沒有)[^。，]{0,8}(?:权限|信息|实时|个人观点|能力|數據|数据)|我不知道|我不是(?:医生|律师)/u,
  },
  ja: {
    gate: /\p{Script=Hiragana}/u,
    speaker:
      /(?:できません|できかねます|いたしかねます|できない|お応えできません|お答えできません|られません|しません|かねます|ません)/u,
    act: /(?:お手伝い|手伝|提供|お応え|応じ|お答え|答え|書|作成|生成|支援|協力|説明|教え|対応|お伝え|伝え|サポート|お受け|回答|共有|ご案内|お力)/u,
    phrases: /(?:お断り(?:し|いた|させ)|お断りします|控えさせていただ|遠慮させていただ|差し控え)/u,
    lacking:
      /アクセス(?:する(?:こと)?が|は|が)?でき(?:ません|ない)|アクセスすることはできません|わかりません|分かりません|情報(?:は|を)(?:持って|もって)(?:い|お)/u,
  },
  ko: {
    gate: /\p{Script=Hangul}/u,
    speaker: /(?:수(?:는|가)? ?없|않겠|못 ?합|못 ?해|드리지 ?않|드릴 수 ?없|어렵습니다|거절|불가)/u,
    act: /(?:도와|도움|제공|답변|대답|작성|써 ?드|생성|지원|설명|알려|응할|응하|만들어|해 ?드릴|수행|말씀|공유|협조|처리)/u,
    phrases: /(?:거절하겠|거절합니다|거부하겠|거부합니다|정책에 위배|원칙에 어긋)/u,
    lacking:
      /접근할 수 ?(?:가 )?없|정보(?:가|를)? ?(?:없습니다|없어요|가지고 있지)|알 수 ?없|모릅니다|모르겠/u,
  },
  ar: {
    gate: /\p{Script=Arabic}/u,
    speaker:
      /(?:لا أستطيع|لا يمكنني|لا يمكننا|لا نستطيع|لن أ|لست قادر|غير قادر|لا أقدر|ليس بإمكاني|لا يسعني|لا أرغب|لا أريد|لا ينبغي لي|لا يجوز لي|غير مسموح لي|لن أتمكن)/u,
    act: /(?:مساعد|أساعد|تقديم|أقدم|توفير|الإجابة|أجيب|كتاب|أكتب|إنشاء|شرح|تلبية|إعطا|القيام|فعل|دعم|المشاركة|تزويد|ذلك|هذا|وصف|مناقش)/u,
    phrases:
      /(?:أرفض|أعتذر عن (?:عدم|تقديم|كتابة)|يجب أن أرفض|(?:يتعارض|يخالف)[^.]{0,20}(?:مبادئ|سياس|إرشادات))/u,
    lacking:
      /ليس لدي (?:أي )?(?:إمكانية|معلومات|وصول|صلاحية|القدرة|آراء)|لا أملك|لا أعرف|لا أعلم|لست (?:طبيب|محامي)/u,
  },
  hi: {
    gate: /\p{Script=Devanagari}/u,
    speaker:
      /(?:नहीं (?:कर|दे|लिख|बता|बना|हो|पूरा|चाह|समझा)? ?(?:सक|कर सक|पाऊ|दूँग|दूंग|करूँग|करूंग|लिखूँग|लिखूंग|चाहत|चाहूँग)|असमर्थ|नहीं सक)/u,
    act: /(?:मदद|सहायता|जानकारी|उत्तर|जवाब|लिख|बना|प्रदान|बता|समझा|अनुरोध|निर्देश|सामग्री|पूरा|काम|ऐसा)/u,
    phrases:
      /(?:मना कर(?:ता|ती|ना)|इनकार कर|अस्वीकार कर|नीति(?:यों)? के (?:खिलाफ|विरुद्ध)|सिद्धांतों के (?:खिलाफ|विरुद्ध))/u,
    lacking:
      /(?:मेरे पास|मेरी)[^।]{0,40}(?:जानकारी|पहुँच|पहुंच|डेटा|राय|क्षमता) नहीं|मुझे (?:नहीं पता|पता नहीं)|मैं (?:डॉक्टर|वकील) नहीं/u,
  },
}
