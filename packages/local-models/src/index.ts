export { createLocalModels, type LocalModels } from './local-model-package.ts'
export { localModels, type LocalModelSpec, type ModelFile } from './model-files.data.ts'
export { resolveModelsFolder } from './models-folder.ts'
export { pullModels, type PulledFile, type PullOptions } from './pull-models.ts'
