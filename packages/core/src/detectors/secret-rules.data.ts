import type { DetectionRule } from './rule-detector.ts'
import {
  hasTokenChecksum,
  isPassword,
  isRandom,
  isSecretInAddress,
  isWebToken,
  mixesCharacters,
} from './secret-forms.ts'

/** A token of fixed form: not within a longer word. */
const token = (label: string, source: string, accept?: DetectionRule['accept']): DetectionRule => ({
  label,
  pattern: new RegExp(`(?<![A-Za-z0-9_-])(?:${source})(?![A-Za-z0-9])`, 'gd'),
  score: 0.95,
  ...(accept === undefined ? {} : { accept }),
})

/** Issuers' key formats as they document them (seen November 2026). */
const issuedTokens: readonly DetectionRule[] = [
  token(
    'aws-access-key-id',
    '(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}',
    (key) => !key.endsWith('EXAMPLE'),
  ),
  token('github-token', 'gh[pousr]_[A-Za-z0-9]{36,251}', (key) =>
    hasTokenChecksum(key) ? 1 : mixesCharacters(key),
  ),
  token('github-token', 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
  token('gitlab-token', 'gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_-]{20,64}', mixesCharacters),
  token('npm-token', 'npm_[A-Za-z0-9]{36}', (key) => (hasTokenChecksum(key) ? 1 : mixesCharacters(key))),
  token('pypi-token', 'pypi-AgE[A-Za-z0-9_-]{50,1000}'),
  token('slack-token', 'xox[abeoprs]-(?:[A-Za-z0-9]{1,20}-){1,5}[A-Za-z0-9]{8,200}', mixesCharacters),
  token('slack-token', 'xapp-\\d-[A-Z0-9]{5,20}-\\d{5,20}-[a-f0-9]{32,80}'),
  token(
    'slack-webhook',
    'https://hooks\\.slack\\.com/(?:services|workflows|triggers)/T[A-Z0-9]{5,15}/[A-Za-z0-9]{5,40}/[A-Za-z0-9]{12,60}',
  ),
  token('stripe-key', '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,247}', mixesCharacters),
  token('stripe-webhook-secret', 'whsec_[A-Za-z0-9+/]{24,80}'),
  token('google-api-key', 'AIza[A-Za-z0-9_-]{35}', mixesCharacters),
  token('google-client-secret', 'GOCSPX-[A-Za-z0-9_-]{28}'),
  token('model-provider-key', 'sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{32,250}', mixesCharacters),
  token('model-provider-key', 'sk-[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}'),
  token('model-provider-key', 'sk-ant-[a-z0-9]{1,10}-[A-Za-z0-9_-]{60,120}', mixesCharacters),
  token('model-provider-key', 'sk-or-v1-[a-f0-9]{64}'),
  token('model-provider-key', 'sk-[A-Za-z0-9]{48}', isRandom),
  token('model-provider-key', 'gsk_[A-Za-z0-9]{52}', mixesCharacters),
  token('model-provider-key', 'hf_[A-Za-z]{34}', mixesCharacters),
  token('model-provider-key', 'r8_[A-Za-z0-9]{37}', mixesCharacters),
  token('sendgrid-key', 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'),
  token('shopify-token', 'shp(?:at|ca|pa|ss|ua)_[A-Za-z0-9]{32}', mixesCharacters),
  token('digitalocean-token', 'do[opr]_v1_[a-f0-9]{64}'),
  token('square-token', 'sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9_-]{60}'),
  token('telegram-bot-token', '\\d{8,10}:AA[A-Za-z0-9_-]{33}'),
  token('twilio-key', 'SK[a-f0-9]{32}', isRandom),
  token('mailgun-key', 'key-[a-f0-9]{32}', isRandom),
  token('databricks-token', 'dapi[a-f0-9]{32}(?:-\\d)?', isRandom),
  token('docker-token', 'dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,64}'),
  token('vault-token', 'hv[sbr]\\.[A-Za-z0-9_-]{24,300}', mixesCharacters),
  token('grafana-token', 'gl(?:sa|c)_[A-Za-z0-9_+/=]{32,400}', mixesCharacters),
  token('linear-key', 'lin_(?:api|oauth)_[A-Za-z0-9]{32,64}'),
  token('notion-token', 'ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43}', mixesCharacters),
  token('figma-token', 'fig[dou]r?_[A-Za-z0-9_-]{40,60}', mixesCharacters),
  token('1password-token', 'ops_eyJ[A-Za-z0-9_+/=-]{100,2000}'),
  token('age-key', 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}'),
  token('atlassian-token', 'ATATT3[A-Za-z0-9_=-]{150,300}'),
  token('new-relic-key', 'NRAK-[A-Z0-9]{27}'),
  token('postman-key', 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}'),
  token('planetscale-token', 'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{32,64}'),
  token('supabase-key', 'sb(?:p_[a-f0-9]{40}|_secret_[A-Za-z0-9_-]{31})'),
  token(
    'discord-webhook',
    'https://(?:canary\\.|ptb\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[A-Za-z0-9_-]{60,80}',
  ),
  token(
    'json-web-token',
    'eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{4,4000}\\.[A-Za-z0-9_-]{16,1000}',
    isWebToken,
  ),
]

/** Values told by what stands around them. */
const inContext: readonly DetectionRule[] = [
  {
    label: 'private-key',
    // Some key must follow: the first line alone stands in many manuals. Headers may stand between.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----[^-]{0,400}?[A-Za-z0-9+/=]{40}[^-]{0,16000}(?:-----END [A-Z0-9 ]{3,60}-----)?/dg,
    score: 1,
  },
  {
    label: 'connection-string',
    pattern:
      /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.]{1,20}:\/\/[^\s:/?#@"'<>]{0,80}:(?<value>[^\s/?#@"'<>]{1,200})@[^\s/"'<>]/dg,
    score: 0.9,
    accept: isSecretInAddress,
  },
  {
    label: 'azure-storage-key',
    pattern: /AccountKey=(?<value>[A-Za-z0-9+/]{86}==)/dg,
    score: 1,
  },
  {
    label: 'aws-secret-access-key',
    pattern:
      /(?:aws|amazon|secret)[a-z_ .-]{0,30}(?:key|secret|token)["']?\s{0,3}(?:=>|:=|[:=]|is)\s{0,3}["'`]?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/dgi,
    score: 0.95,
    accept: (value) => !value.endsWith('EXAMPLEKEY') && isRandom(value),
  },
  {
    label: 'secret',
    pattern:
      /(?:secret|token|api[_ -]?key|access[_ -]?key|auth[_ -]?key|private[_ -]?key|encryption[_ -]?key|credentials?|bearer)["'`]?(?:\s{0,3}(?:=>|:=|[:=])\s{0,3}|\s{1,3}(?:is\s{1,3})?)["'`]?(?:(?:bearer|basic)\s{1,3})?(?<value>[A-Za-z0-9_+/=.~-]{16,200})(?![A-Za-z0-9_+/=~-])/dgi,
    score: 0.7,
    accept: isRandom,
  },
  {
    label: 'password',
    pattern:
      /(?:password|passwd|passphrase|pwd|passwort|contraseña|mot de passe)["'`]?(?:\s{0,3}(?:=>|:=|[:=])\s{0,3}|\s{1,3}is:?\s{1,3})["'`]?(?<value>[^\s"'`,;<>(){}[\]]{6,100})/dgiu,
    score: 0.7,
    accept: isPassword,
  },
]

export const secretRules: readonly DetectionRule[] = [...issuedTokens, ...inContext]
