export interface UnitRow {
  /** Quantities of one dimension can be compared; factors are exact. */
  readonly dimension: string
  readonly factor: number
}

type UnitGroup = readonly [dimension: string, factor: number, symbols: string, words: string]

/** Symbols are matched as written, words in any case and also without their plural s. Factors: SI, IEC 80000-13, international yard and pound (1959). */
const groups: readonly UnitGroup[] = [
  ['time', 1e-9, 'ns', 'nanosecond nanosec'],
  ['time', 1e-6, 'µs μs us', 'microsecond microsec'],
  ['time', 1e-3, 'ms', 'millisecond millisec msec milli'],
  ['time', 1, 's', 'second sec'],
  ['time', 60, 'min', 'minute min'],
  ['time', 3600, 'h', 'hour hr'],
  ['time', 86_400, 'd', 'day'],
  ['time', 604_800, 'wk', 'week'],
  ['months', 1, 'mo', 'month'],
  ['months', 12, 'yr', 'year'],
  ['months', 120, '', 'decade'],
  ['months', 1200, '', 'century centurie'],
  ['data', 1, 'b bit', 'bit'],
  ['data', 8, 'B', 'byte octet'],
  ['data', 8e3, 'kB KB', 'kilobyte'],
  ['data', 8e6, 'MB', 'megabyte'],
  ['data', 8e9, 'GB', 'gigabyte'],
  ['data', 8e12, 'TB', 'terabyte'],
  ['data', 8 * 1024, 'KiB', 'kibibyte kib'],
  ['data', 8 * 1024 ** 2, 'MiB', 'mebibyte mib'],
  ['data', 8 * 1024 ** 3, 'GiB', 'gibibyte gib'],
  ['data', 8 * 1024 ** 4, 'TiB', 'tebibyte tib'],
  ['data', 1e3, 'kbit Kbit kb', 'kilobit'],
  ['data', 1e6, 'Mbit', 'megabit'],
  ['data', 1e9, 'Gbit', 'gigabit'],
  ['data-rate', 1e3, 'kbps', 'kbps'],
  ['data-rate', 1e6, 'Mbps', 'mbps'],
  ['data-rate', 1e9, 'Gbps', 'gbps'],
  ['length', 1e-9, 'nm', 'nanometre nanometer'],
  ['length', 1e-6, 'µm μm', 'micrometre micrometer micron'],
  ['length', 1e-3, 'mm', 'millimetre millimeter'],
  ['length', 0.01, 'cm', 'centimetre centimeter'],
  ['length', 1, 'm', 'metre meter'],
  ['length', 1000, 'km', 'kilometre kilometer'],
  ['length', 0.0254, '', 'inch inche'],
  ['length', 0.3048, 'ft', 'foot feet'],
  ['length', 0.9144, 'yd', 'yard'],
  ['length', 1609.344, 'mi', 'mile'],
  ['mass', 1e-6, 'mg', 'milligram'],
  ['mass', 1e-3, 'g', 'gram gramme'],
  ['mass', 1, 'kg', 'kilogram kilo'],
  ['mass', 1000, 't', 'tonne'],
  ['mass', 0.453_592_37, 'lb lbs', 'pound'],
  ['mass', 0.028_349_523_125, 'oz', 'ounce'],
  ['volume', 1, 'l L', 'litre liter'],
  ['volume', 1e-3, 'ml mL', 'millilitre milliliter'],
  ['area', 1, 'm² m2', ''],
  ['area', 1e6, 'km² km2', ''],
  ['frequency', 1, 'Hz', 'hertz'],
  ['frequency', 1e3, 'kHz', 'kilohertz'],
  ['frequency', 1e6, 'MHz', 'megahertz'],
  ['frequency', 1e9, 'GHz', 'gigahertz'],
  ['power', 1, 'W', 'watt'],
  ['power', 1e3, 'kW', 'kilowatt'],
  ['power', 1e6, 'MW', 'megawatt'],
  ['celsius', 1, '°C ℃', 'celsius'],
  ['fahrenheit', 1, '°F ℉', 'fahrenheit'],
  ['degree', 1, '°', 'degree'],
  ['percent', 1, '% ％', 'percent percentage'],
  ['permille', 1, '‰', ''],
  ['money:USD', 1, '$ US$ USD', 'usd dollar'],
  ['money:USD', 0.01, '¢', 'cent'],
  ['money:EUR', 1, '€ EUR', 'eur euro'],
  ['money:GBP', 1, '£ GBP', 'gbp'],
  ['money:JPY', 1, '¥ JPY', 'jpy yen'],
  ['money:CHF', 1, 'CHF', 'chf franc'],
  ['money:INR', 1, '₹ INR', 'inr rupee'],
]

const split = (names: string): readonly string[] => names.split(' ').filter((name) => name !== '')

const symbols: ReadonlyMap<string, UnitRow> = new Map(
  groups.flatMap(([dimension, factor, names]) => split(names).map((name) => [name, { dimension, factor }])),
)
const words: ReadonlyMap<string, UnitRow> = new Map(
  groups.flatMap(([dimension, factor, , names]) => split(names).map((name) => [name, { dimension, factor }])),
)

/** The unit of that symbol or word; `null`: not a unit known here. */
export function findUnit(name: string): UnitRow | null {
  const lower = name.toLowerCase()
  return symbols.get(name) ?? words.get(lower) ?? words.get(lower.replace(/s$/, '')) ?? null
}
