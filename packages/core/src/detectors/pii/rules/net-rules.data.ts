import { isMacAddress, rateIpv4, rateIpv6 } from '../forms/net-forms.ts'
import { alone, near, type PiiRule } from '../pii-rule.ts'

const nearAddress = near(
  0.75,
  'ip|ipv4|ipv6|host|address(?:es)?|adresse|dirección|endereço|server|client|login|dns',
  {
    parts: 'IP地址|地址',
    // Not addresses of no host or of a private network.
    least: 0.4,
  },
)

const fourBytes = '(?:\\d{1,3}\\.){3}\\d{1,3}'

/** Addresses and identifiers of machines and places. Special and private addresses name nobody. */
export const netRules: readonly PiiRule[] = [
  {
    label: 'ip-address',
    pattern: new RegExp(
      `(?<![\\w.:-]|\\bversion |\\brelease |\\bsection |\\bchapter |\\bv\\. |§ ?)${fourBytes}(?:/(?:[12]?\\d|3[0-2])(?!\\d))?(?![\\w-])`,
      'gi',
    ),
    score: 0.6,
    near: nearAddress,
    accept: rateIpv4,
  },
  {
    label: 'guid',
    pattern:
      /(?<![\w-])(?:\{|urn:uuid:|%7B|X')?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?:\}|%7D|')?(?![\w-])/gi,
    score: 0.2,
  },
  {
    label: 'imei',
    pattern: alone('\\d{15}|\\d{2}-\\d{6}-\\d{6}-\\d'),
    score: 0,
    near: near(0.9, 'imei'),
  },
  {
    label: 'coordinates',
    pattern:
      /(?<![\w.+-])[-+]?(?:90|[1-8]?\d)\.\d{4,9}°? ?[NS]?[,;] ?[-+]?(?:180|1[0-7]\d|\d?\d)\.\d{4,9}(?:°? ?[EWO](?!\w))?(?![\w.])/g,
    score: 0.4,
    near: near(0.6, 'gps|lives?|home|located|location|coordinates|koordinaten|position|address'),
  },
  {
    label: 'coordinates',
    pattern:
      /(?<![\w.])\d{1,2}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,4})?["″] ?)?[NS],? ?\d{1,3}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,4})?["″] ?)?[EWO](?!\w)/g,
    score: 0.4,
    near: near(0.6, 'gps|lives?|home|located|location|coordinates|koordinaten|position|address'),
  },
]

/** Addresses that can be of letters alone; looked for in the whole text. */
export const hexRules: readonly PiiRule[] = [
  {
    label: 'ip-address',
    pattern: new RegExp(
      `(?<![\\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:${fourBytes}|[0-9A-Fa-f]{1,4})?(?:%\\w{1,15})?(?:/(?:1[01]\\d|12[0-8]|\\d\\d?)(?!\\d))?(?![\\w:])`,
      'g',
    ),
    score: 0.7,
    near: nearAddress,
    accept: rateIpv6,
  },
  {
    label: 'mac-address',
    pattern: /(?<![\w:.-])[0-9A-F]{2}(?:(?::[0-9A-F]{2}){5}|(?:-[0-9A-F]{2}){5})(?![\w:-])/gi,
    score: 0.55,
    near: near(0.85, 'mac|hardware|physical|ethernet|bluetooth|device|wi-?fi'),
    accept: isMacAddress,
  },
  {
    label: 'mac-address',
    pattern: /(?<![\w.])[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4}(?![\w]|\.\w)/gi,
    score: 0.4,
    near: near(0.85, 'mac|hardware|physical|ethernet|cisco'),
    accept: isMacAddress,
  },
]
