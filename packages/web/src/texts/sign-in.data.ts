const passwordHint =
  'At least 12 characters. A few words that only you put together are good; it is checked against leaked passwords.'

const refusals: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address or the password is not right',
  INVALID_PASSWORD: 'The password is not right',
  INVALID_CODE: 'The code is not right, or its time is over',
  INVALID_TWO_FACTOR_COOKIE: 'The sign-in took too long; begin again',
  INVALID_BACKUP_CODE: 'The backup code is not right, or was used before',
  PASSWORD_TOO_SHORT: 'The password is too short: at least 12 characters',
  PASSWORD_TOO_LONG: 'The password is too long: at most 256 characters',
  PASSWORD_COMPROMISED: 'The password stands in a list of leaked passwords',
  SESSION_EXPIRED: 'The session is over; sign in again',
}

/** Words with which better-auth sends somebody back from a provider. */
const providerRefusals: Readonly<Record<string, string>> = {
  signup_disabled: 'Nobody invited the address that the provider names. An owner of the hub can do that.',
  email_not_found: 'The provider named no e-mail address.',
  access_denied: 'The provider was told not to let you in.',
  account_not_linked: 'The provider has not verified your e-mail address.',
  state_mismatch: 'The sign-in took too long, or began in another window. Begin again.',
  please_restart_the_process: 'The sign-in took too long, or began in another window. Begin again.',
}

export const signInTexts = {
  title: 'Sign in to Assay',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  or: 'or',
  with: (provider: string) => `Sign in with ${provider}`,
  forgot: 'Forgot your password? An owner of the hub can invite you again.',
  refused: 'Signing in was refused',
  byProvider: (word: string) =>
    providerRefusals[word] ??
    `The provider’s answer could not be used (${word}). Try again, or use your password.`,
  refusals,
  code: {
    title: 'Which code does your authenticator show?',
    label: 'Six digits of your authenticator',
    backupLabel: 'One of your backup codes',
    submit: 'Go on',
    useBackup: 'Use a backup code',
    useApp: 'Use the authenticator',
    back: 'Sign in as somebody else',
  },
  setup: {
    title: 'Who owns this hub?',
    answer: 'You are the first. The owner may do everything here and invites the others.',
    name: 'Your name',
    passwordHint,
    submit: 'Make the owner and sign in',
    done: { title: 'Is this hub set up?', answer: 'Yes. It has its owner already.', signIn: 'Sign in' },
    noToken: {
      title: 'Where is the link?',
      answer:
        'This hub waits for its first person. The one-time link stands in the terminal in which it was started.',
    },
  },
  invitation: {
    title: 'Do you accept the invitation?',
    answer: (by: string, to: string) => `${by} invites you to ${to}.`,
    project: (project: string) => `the project ${project}`,
    hub: 'this hub',
    as: (role: string) => `You will be ${role}.`,
    for: (email: string) => `The invitation is for ${email}.`,
    name: 'Your name',
    passwordHint,
    submit: 'Accept and sign in',
    noToken: 'The address lacks the token. Open the whole link of the invitation.',
  },
} as const
