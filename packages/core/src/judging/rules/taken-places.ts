interface Place {
  readonly start: number
  readonly end: number
}

/** Which places of a text are taken: asked in one step, however many there are. */
export function createTakenPlaces(places: Iterable<Place> = []) {
  const taken = new Set<number>()
  const take = ({ start, end }: Place): void => {
    for (let index = start; index < end; index += 1) taken.add(index)
  }
  for (const place of places) take(place)
  /** Whether nothing of the place is taken. */
  const isFree = ({ start, end }: Place): boolean => {
    if (taken.size === 0) return true
    for (let index = start; index < end; index += 1) if (taken.has(index)) return false
    return true
  }
  return { take, isFree }
}
