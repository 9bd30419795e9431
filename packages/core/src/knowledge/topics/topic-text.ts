import type { Chunk } from '@assay/contracts'

/** A passage's own headings: the document's title is above all of its passages, but it still names what they are about. */
export type TopicChunk = Pick<Chunk, 'id' | 'titlePath' | 'text' | 'source'>

const fencedBlock = /^(```|~~~)[^\n]*\n[\s\S]*?^\1[^\n]*$/gm
const address = /\]\([^)]*\)|https?:\/\/\S+|<[^>\s]+>/g

/** The words of a passage without code blocks, addresses and marks; a passage that is nothing but code keeps it. */
export function topicText({ text }: Pick<Chunk, 'text'>): string {
  const prose = text.replaceAll(fencedBlock, ' ').replaceAll(address, ' ')
  return /\p{L}{3}/u.test(prose) ? prose : text
}
