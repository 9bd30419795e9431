/** Words of documentation and of code that stand everywhere and name no subject. */
export const genericWords: ReadonlySet<string> = new Set(
  (
    'example examples usage use uses used using overview introduction guide guides note notes following follow follows ' +
    'different some any all each every other others another same such own more most less well even still now new first ' +
    'last next see way ways make makes made making want need needs needed provide provides provided allow allows set sets ' +
    'get gets like one two three both either between before after while because through during without within per via ' +
    'always never often already also however therefore instead rather etc e.g i.e true false null undefined const let var ' +
    'void return returns function functions import export async await string number boolean object array value values ' +
    'default defaults please know good great possible available example.com section page document documentation chapter ' +
    'table content contents about related including include includes included show shows shown work works working run ' +
    'runs add adds added create creates created write take takes give gives given once up out off own getting started ' +
    'us you your they their longer behind src opts foo bar baz thing things time times day days'
  ).split(' '),
)
