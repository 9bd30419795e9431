export { openEmbedder, type OpenEmbedderDependencies } from './open-embedder.ts'
