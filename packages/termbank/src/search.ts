export type { LabelHit, LabelIndex, LabelMatch } from './search/label-index.js'
export { buildLabelIndex, labelAt, searchLabels } from './search/label-index.js'
export { loadLabelIndex, saveLabelIndex } from './search/save-label-index.js'
