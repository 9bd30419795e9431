/** What mends that the model of a check is not there. */
export const missingModel = (model: string | undefined): string =>
  model === undefined
    ? 'name it as `model` in assay.yaml or in the parameters of the check (assay check run: --model)'
    : `the model ${model} is not open here; write it as provider:model`
