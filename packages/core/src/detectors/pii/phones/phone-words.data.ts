const before =
  '(?:tele|cell|smart|mobile )?phones?|mobiles?|cell|call(?: (?:me|us|him|her|them|#?person#?))?|dial|ring|fax|tel|text(?: me)?|sms|whatsapp|signal|viber|contact|reach(?: (?:me|us|him|her|out))?|hotline|helpline|landline|desk|office|extension|switchboard|messages to|phone/fax|(?:my|his|her|our|your|their|the|preferr?ed)(?: [\\p{L}]+)? numbers?(?: is|:)|telefon\\p{L}*|handy\\p{L}*|mobil\\p{L}*|rufnummer|durchwahl|anrufen|ruf|t[ée]l[ée]phone|t[ée]l|portable|appele[rz]|tel[ée]fon[oe]s?|m[óo]vil|celular|cellulare|llam\\p{L}*|chiam\\p{L}*|telem[óo]vel|lig(?:ue|ar)|telefoon\\p{L}*|gsm|bel|puhelin\\p{L}*|puh|telefonnummer|tlf|tfn|τηλ\\p{L}*|κιν\\p{L}*|телефон\\p{L}*|тел|моб\\p{L}*|звон\\p{L}*|cep|telepono|hp|nomor|điện thoại|sđt|फ़?फोन|फ़ोन|मोबाइल|नंबर|هاتف|جوال|تلفون|טלפון|נייד|ph|tlp'

const parts =
  '电话|電話|手机|手機|联系|聯絡|传真|傳真|号码|號碼|拨打|携帯|ファックス|전화|휴대폰|핸드폰|연락처|팩스|โทร|☎|📞|📱|✆'

/** Numbers of another kind: where such a word is the nearer one, the number is no telephone's. */
const otherNumbers =
  'card|accounts?|acct|order|invoice|serial|ticket|case|ids?|ref(?:erence)?|code|pin|zip|room|version|release|ssn|passport|licen[cs]e|tax|vat|isbn|issn|doi|patent|part|model|build|port|page|line|year|seconds?|bytes?|usd|eur|conta|cuenta|konto|took|port'

/** Ends at the number: a word of telephones, and whatever else but digits and line ends. */
export const phoneWordBefore = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${before})(?!\\p{L})|${parts})[^\\n\\d]{0,30}$`,
  'iu',
)

export const phoneWordAfter =
  /^[\s,]{0,2}\(?(?:office|fax|mobile|cell|home|work|desk|mob|tel|direct|phone|ext)(?!\p{L})/iu

export const otherNumberWord = new RegExp(`(?<![\\p{L}])(?:${otherNumbers})(?![\\p{L}])`, 'iu')
