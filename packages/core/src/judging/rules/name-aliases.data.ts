/** Names of states that are used for one another, as words. */
export const nameAliases: readonly (readonly string[])[] = [
  ['united states', 'united states of america', 'us', 'usa', 'america'],
  ['united kingdom', 'uk', 'great britain', 'britain'],
  ['netherlands', 'holland'],
  ['soviet union', 'ussr'],
  ['european union', 'eu'],
  ['united nations', 'un'],
  ['czech republic', 'czechia'],
]
