import type { StoredQueue } from '@assay/storage/postgres'

/** A queue that names nobody is labelled by whoever may review. */
export const isLabeller = ({ labellers }: Pick<StoredQueue, 'labellers'>, personId: string): boolean =>
  labellers.length === 0 || labellers.some(({ id }) => id === personId)
