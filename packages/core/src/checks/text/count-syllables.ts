/**
 * Syllables of an English word: vowel groups (a, e, i, o, u, y), without a silent final e, ed or es (but -le, -ted, -ded,
 * -ces, -ses and the like are spoken), and one more where vowels stand apart: "i" before a, o, um or us (not in -tion,
 * -cial, -gion), -uous, a vowel before -ing, and -ism. At least one. Against the CMU Pronouncing Dictionary: see
 * tools/oracles/syllables.py.
 */
export function countSyllables(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[^a-z]/g, '')
  const spoken = bare.replace(silentEnding, '')
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0
  return Math.max(1, groups + (spoken.match(apart)?.length ?? 0))
}

const silentEnding =
  /(?<=[aeiouy].*[^aeiouytd])ed$|(?<=[aeiouy].*[^aeiouyscxzgh])(?<![^aeiouy]l)es$|(?<=[^aeiouy])(?<![^aeiouy]l)e$/
const apart = /(?<![tcsgx])i(?:a|o|u(?=[ms]))|[aeiou]ing$|(?<!q)uou|[aeiouy]sm$/g
