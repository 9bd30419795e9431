export { formatDifference, formatSignedPoints } from '@assay/core/wording'
