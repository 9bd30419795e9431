import { expect, test } from 'vitest'
import { isSecretName } from './secret-names.ts'

test.each(['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'support_bot_token', 'AWS_SECRET_ACCESS_KEY', 'NODEJS_KEY'])(
  '%s may be handed on',
  (name) => expect(isSecretName(name)).toBe(true),
)

test.each([
  'NODE_OPTIONS',
  'node_options',
  'NODE_EXTRA_CA_CERTS',
  'LD_PRELOAD',
  'DYLD_INSERT_LIBRARIES',
  'PATH',
  'Path',
  'HOME',
  'PYTHONSTARTUP',
  'BASH_ENV',
  'ASSAY_BLOCK_PRIVATE_ADDRESSES',
  'ASSAY_HUB_KEY',
  'HTTPS_PROXY',
  'https_proxy',
  'SSL_CERT_FILE',
  'GLIBC_TUNABLES',
  'A=B',
  'with space',
  '1ST',
  '',
])('%s would steer the process', (name) => expect(isSecretName(name)).toBe(false))
