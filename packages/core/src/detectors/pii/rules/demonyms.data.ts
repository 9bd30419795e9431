/** Names of peoples, of followers of a faith or of a party, in English: data of a special category where they are of a person. */
const demonyms =
  'afghan albanian algerian american andorran angolan argentine argentinian armenian australian austrian azerbaijani bahamian bahraini bangladeshi barbadian belarusian belgian belizean beninese bhutanese bolivian bosnian botswanan brazilian british briton bruneian bulgarian burkinabe burmese burundian cambodian cameroonian canadian chadian chilean chinese colombian comorian congolese croatian cuban cypriot czech danish dane dominican dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian filipino filipina finnish french frenchman gabonese gambian georgian german ghanaian greek grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic icelander indian indonesian iranian iraqi irish irishman israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian luxembourger macedonian malagasy malawian malaysian maldivian malian maltese mauritanian mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepali nepalese nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan peruvian portuguese qatari romanian russian rwandan salvadoran samoan saudi senegalese serbian seychellois singaporean slovak slovakian slovenian somali spanish spaniard sudanese surinamese swazi swede swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese tongan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh welshman yemeni zambian zimbabwean hispanic latino latina asian african christian catholic protestant lutheran anglican methodist baptist mormon muslim islamic sunni shia jewish hindu buddhist sikh jain taoist atheist agnostic democrat republican socialist communist marxist kurdish kurd polish pole turk jew tamil catalan basque scottish scot'
const known = new Set(demonyms.split(' '))

/** Also words of other meaning, unless written large. */
const ambiguous = new Set([
  'polish',
  'pole',
  'turk',
  'scot',
  'dane',
  'jain',
  'republican',
  'democrat',
  'swede',
])

/** `French`, `the Sudanese`, `Muslims`. */
export function isDemonym(word: string): boolean {
  const lower = word.toLowerCase()
  const isLarge = word !== lower
  return [lower, lower.replace(/s$/, '')].some((each) => known.has(each) && (isLarge || !ambiguous.has(each)))
}
