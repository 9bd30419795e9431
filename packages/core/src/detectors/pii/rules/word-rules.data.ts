import { isEmail } from '../forms/net-forms.ts'
import { near, type PiiRule } from '../pii-rule.ts'
import { isDemonym } from './demonyms.data.ts'

const latin = '\\p{Script=Latin}'
/** Scripts without spaces write on before and after an address; a local part is of one kind of letters. */
const other = '[\\p{L}--\\p{Script=Latin}]'
const signs = "!#$%&'*+\\/=?^_`\\{\\|\\}~\\-"

const mailDomain = `(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\-]{0,61}[\\p{L}\\p{N}])?\\.){1,6}(?:xn--[a-z0-9\\-]{2,59}|${latin}{2,24}|${other}{2,24})(?![${latin}\\p{N}])`
/** As `scp` and `git` write it, `user@host:folder/file`; whatever else follows a colon may be a password. */
const remotePath = ':(?:[~\\/]|[\\p{L}.][\\p{L}\\p{N}._\\-]{0,62}(?:\\/|\\.git(?![\\p{L}\\p{N}])))'

/** The domain is looked at first and then taken: never a shorter one because of what follows it. */
export const emailRule: PiiRule = {
  label: 'email',
  pattern: new RegExp(
    `(?:(?<![${latin}\\p{N}.${signs}])[${latin}\\p{N}${signs}][${latin}\\p{N}.${signs}]{0,63}|(?<![\\p{L}\\p{N}.])${other}[${other}\\p{M}\\p{N}.+_\\-]{0,63})` +
      `@(?=(?<domain>${mailDomain}))\\k<domain>(?!${remotePath})`,
    'gv',
  ),
  score: 0.95,
  accept: isEmail,
}

/** Top-level domains that a bare name must end in; those that files and members of code end in are left out. */
const domains =
  'com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|cloud|online|site|xyz|tech|store|shop|blog|club|space|website|academy|agency|media|news|email|work|world|today|company|systems|solutions|services|group|digital|design|studio|life|live|eu|uk|de|fr|es|it|nl|be|ch|at|dk|se|no|fi|pl|cz|sk|hu|ro|bg|gr|pt|ie|lu|lt|lv|ee|hr|si|rs|ua|ru|by|tr|il|ae|sa|eg|ma|ng|ke|za|in|pk|bd|lk|cn|hk|tw|jp|kr|th|vn|my|sg|id|ph|au|nz|us|ca|mx|br|ar|cl|co|pe|ve|uy|ec|tv|cc|me|ly|ms|ws|to|fm|gl|gg|si|aws|page|link|click|museum|travel|name|pro|mobi|jobs|asia|cat|coop'

const path = '(?:[:/?#][^\\s<>"\'`\\])}，。、]*[^\\s<>"\'`\\])}.,;:!?，。、])?'

const titles =
  '(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|Hon|Sr|Sra|Herr|Frau|Monsieur|Madame|Mme|Mlle|Signor|Signora|Professor|Doctor|Sir|Madam|Dame|Capt|Lt|Sgt|Fr)'

/** What is made of words, found in the whole text. */
export const wordRules: readonly PiiRule[] = [
  {
    label: 'social-profile',
    pattern:
      /(?<![\w.])(?:https?:\/\/)?(?:[a-z]{2,3}\.)?(?:linkedin\.com\/in\/|facebook\.com\/|fb\.com\/|instagram\.com\/|tiktok\.com\/@|t\.me\/|vk\.com\/|xing\.com\/profile\/)[\w.%-]{3,60}\/?(?![\w/])/gi,
    score: 0.5,
  },
  {
    label: 'url',
    pattern: new RegExp(
      `(?<![\\w])(?:https?|ftp):/{2}[\\w\\[](?:[^\\s<>"'\`\\])}，。、]|\\][:/])*[^\\s<>"'\`\\])}.,;:!?，。、]`,
      'gi',
    ),
    score: 0.3,
    accept: hasHost,
  },
  {
    label: 'url',
    pattern: new RegExp(
      `(?<![\\w@./%~-])(?:www\\.)?(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\\.){1,4}(?:${domains})(?![\\w@-]|\\.\\w)${path}`,
      'g',
    ),
    score: 0.25,
    accept: isDomain,
  },
  {
    label: 'social-handle',
    pattern: /(?<![\w@./])@[A-Za-z_]\w{2,29}(?![\w@/])/g,
    score: 0,
    near: near(
      0.6,
      'twitter|instagram|insta|telegram|tiktok|threads|mastodon|bluesky|snapchat|skype|handle|follow me|username',
    ),
  },
  {
    label: 'title',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.'’-])${titles}(?:\\.|(?=\\s))(?=\\s?\\p{Lu})`, 'gu'),
    score: 0.3,
  },
  { label: 'title', pattern: /(?<![\p{L}\p{N}.'’-])(?:mr|mrs|ms|dr|prof)\.(?=\s\p{L})/gu, score: 0.3 },
  {
    label: 'nationality',
    pattern: /(?<![\p{L}\p{N}_'’.-])[A-Za-z]{4,14}(?![\p{L}\p{N}_])/gu,
    score: 0.2,
    accept: isDemonym,
  },
]

function hasHost(url: string): boolean {
  return /^[a-z]+:\/\/(?:\[[0-9a-f:.]+\]|localhost|[\w-]+(?:\.[\w-]+)+|[^\s/:]+\.[^\s/:.]{2,})(?:[:/?#]|$)/i.test(
    url,
  )
}

/** `7.am` and `e.g.com` are none; two letters alone end a domain only after a name of two or more. */
function isDomain(text: string): boolean {
  const [host = ''] = text.split(/[:/?#]/, 1)
  return !/^\d+\.\w{2}$/.test(host) && /[a-z]/i.test(host.split('.').at(-2) ?? '')
}
