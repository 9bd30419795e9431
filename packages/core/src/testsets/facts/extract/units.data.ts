/** Units a number may carry: every way of writing one, the first two as abbreviation and plural word where both exist. */
const unitForms: readonly (readonly string[])[] = [
  ['ms', 'milliseconds', 'millisecond'],
  ['s', 'seconds', 'second', 'sec', 'secs'],
  ['min', 'minutes', 'minute', 'mins'],
  ['h', 'hours', 'hour', 'hrs'],
  ['µs', 'microseconds', 'microsecond'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['business days', 'business day', 'working days', 'working day'],
  ['bytes', 'byte', 'B'],
  ['kB', 'kilobytes', 'kilobyte', 'KB'],
  ['MB', 'megabytes', 'megabyte'],
  ['GB', 'gigabytes', 'gigabyte'],
  ['TB', 'terabytes', 'terabyte'],
  ['KiB', 'kibibytes', 'kibibyte'],
  ['MiB', 'mebibytes', 'mebibyte'],
  ['GiB', 'gibibytes', 'gibibyte'],
  ['TiB', 'tebibytes', 'tebibyte'],
  ['%', 'percent', 'per cent'],
  ['EUR', 'euros', 'euro', '€'],
  ['USD', 'US dollars', 'dollars', '$'],
  ['GBP', 'pounds', '£'],
  ['km', 'kilometres', 'kilometers', 'kilometre', 'kilometer'],
  ['m', 'metres', 'meters', 'metre', 'meter'],
  ['cm', 'centimetres', 'centimeters'],
  ['mm', 'millimetres', 'millimeters'],
  ['miles', 'mile', 'mi'],
  ['feet', 'foot', 'ft'],
  ['kg', 'kilograms', 'kilogram'],
  ['°C', 'degrees Celsius'],
  ['km2', 'square kilometres', 'square kilometers', 'km²'],
  ['square miles', 'sq mi'],
  ['acres', 'acre'],
  ['hectares', 'hectare'],
]

export const durationUnits: ReadonlySet<string> = new Set(unitForms.filter((_, index) => index < 10).flat())

/** All forms of the unit that `unit` belongs to; only itself when the list does not hold it. */
export const formsOfUnit = (unit: string): readonly string[] =>
  unitForms.find((forms) => forms.includes(unit)) ?? [unit]

export const isUnit = (word: string): boolean => unitForms.some((forms) => forms.includes(word))
