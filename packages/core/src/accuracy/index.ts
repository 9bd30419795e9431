export { chooseCard } from './choose-card.ts'
export { describeMeasured } from './describe-measured.ts'
export { findCard } from './find-card.ts'
export { loadAccuracyCards } from './load-accuracy-cards.ts'
