export { accuracyCards } from './cards.data.ts'
export { chooseCard } from './choose-card.ts'
export { describeMeasured } from './describe-measured.ts'
export { findCard } from './find-card.ts'
