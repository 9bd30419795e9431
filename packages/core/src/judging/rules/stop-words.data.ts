/** English words that carry no content of their own: articles, pronouns, auxiliaries, prepositions, question words. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its they them their he she his her him we our us you your i my me ' +
    'is are was were be been being am do does did done has have had having will would shall should can could may ' +
    'might must of in on at by for from to with as into onto about over under than then there here and or but if ' +
    "so not no nor what which who whom whose when where why how many much is isn't aren't wasn't don't doesn't " +
    "didn't it's that's also just only very called named name known"
  ).split(' '),
)
