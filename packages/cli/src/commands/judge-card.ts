import { createError, fail, nearestWord, ok } from '@assay/core'
import { findCard, loadAccuracyCards } from '@assay/core/accuracy'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { readOwnCards } from '../judge/card-store.ts'
import { describeCard, describeCards } from '../judge/describe-card.ts'
import { textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'

export const command = defineCommand({
  arguments: [{ name: 'id', description: 'Judge or detector (default: list them)', required: false }],
  options: { version: textOption('Of this version (default: the one measured last)', 'version') },
  examples: ['assay judge card', 'assay judge card rules'],
  async run({ arguments: [id], options: { version } }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const own = await readOwnCards(opened.value)
    if (!own.ok) return own
    const shipped = await loadAccuracyCards()
    const cards = [...shipped, ...own.value]
    if (id === undefined) {
      const newest = [...new Map(cards.map((card) => [`${card.id} ${card.version}`, card])).values()]
      present(context, newest, describeCards(newest, widthOf(context)))
      return ok(0)
    }
    const shown = [shipped, own.value].flatMap(
      (each) => findCard(each, version === undefined ? { id } : { id, version }) ?? [],
    )
    if (shown.length === 0) {
      const near = nearestWord(
        id,
        cards.map((card) => card.id),
      )
      return fail(
        createError('ASSAY-7022', { where: id, ...(near === null ? {} : { fix: `did you mean ${near}?` }) }),
      )
    }
    present(context, shown, shown.map((card) => describeCard(card, widthOf(context))).join('\n\n'))
    return ok(0)
  },
})
