export const smolLmId = 'local:smollm2'
