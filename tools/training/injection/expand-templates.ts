import type { Random } from '../../../packages/core/src/statistics/random.ts'

/** Up to `count` different texts of a template, whose choices stand as `{one|other}`; of one without choices, itself. */
export function expandTemplate(template: string, count: number, random: Random): readonly string[] {
  const texts = new Set<string>()
  for (let tries = 0; tries < count * 3 && texts.size < count; tries += 1) texts.add(choose(template, random))
  return [...texts]
}

function choose(template: string, random: Random): string {
  const innermost = /\{([^{}]*)\}/
  let text = template
  for (let match = innermost.exec(text); match; match = innermost.exec(text)) {
    const choices = (match[1] ?? '').split('|')
    text =
      text.slice(0, match.index) +
      (choices[random.integer(choices.length)] ?? '') +
      text.slice(match.index + match[0].length)
  }
  return text.replaceAll(/ {2,}/g, ' ').trim()
}
