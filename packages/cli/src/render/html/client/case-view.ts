import { html, type Html } from './html.ts'
import { markText } from './mark-text.ts'
import type { CaseData, ClaimData, PassageData, Tone } from './report-data.ts'

const symbols: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', unsure: '?' }
const claimTones: Readonly<Record<ClaimData['status'], Tone>> = {
  present: 'good',
  missing: 'unsure',
  contradicted: 'bad',
  unclear: 'unsure',
}

export const renderBadge = (tone: Tone, text: string): Html =>
  html`<span class="badge ${tone}"><span aria-hidden="true">${symbols[tone]}</span> ${text}</span>`

/** Question, answer and reference side by side: what is read first. */
export function renderCaseCard(data: CaseData, href: string): Html {
  return html`<article class="card">
    <div>
      <h3 class="label">Question</h3>
      ${renderHistory(data)} ${renderSaid(html`<a href="${href}">${data.question}</a>`)}
      <p class="quiet">${data.type}${data.source === null ? '' : ` · ${data.source}`}</p>
    </div>
    <div>
      <h3 class="label">Answer ${renderBadge(data.tone, data.outcomeText)}</h3>
      ${renderAnswer(data)}
    </div>
    <div>
      <h3 class="label">Reference</h3>
      ${renderReference(data)}
    </div>
    ${renderWhy(data)}
  </article>`
}

/** Everything about one case. */
export function renderCase(data: CaseData, texts: readonly string[]): Html {
  const place = [...new Set([data.type, data.level, data.topic, data.source, data.language, data.id])].filter(
    (part) => part !== null,
  )
  return html`<article class="case">
    <p class="case-head">
      ${renderBadge(data.tone, data.outcomeText)} <span class="quiet">${place.join(' · ')}</span>
    </p>
    ${renderHistory(data)}
    <h3 id="case-title" tabindex="-1">${data.question}</h3>
    <div class="columns">
      <section>
        <h4>Answer</h4>
        ${renderAnswer(data)}
      </section>
      <section>
        <h4>Reference</h4>
        ${renderReference(data)}
      </section>
    </div>
    ${renderWhy(data)}
    <div class="columns">
      <section>
        <h4>Retrieved${data.retrieved === null ? '' : ` (${data.retrieved.length})`}</h4>
        ${renderPassages(data.retrieved, texts, data.retrieved === null ? 'The target does not say what it retrieved.' : 'Nothing was retrieved.')}
      </section>
      <section>
        <h4>Reference passages${data.references.length === 0 ? '' : ` (${data.references.length})`}</h4>
        ${renderPassages(data.references, texts, describeMissing(data))}
      </section>
    </div>
    ${renderVerdicts(data)}
    <p class="quiet">${data.facts.join(' · ')}</p>
  </article>`
}

const describeMissing = ({ missingReferences }: CaseData): string =>
  missingReferences === 0
    ? 'None: no passage answers the question.'
    : 'The reference passages do not stand in the knowledge base of this run.'

/** White space is kept as it was said, so nothing may stand between the tags and the text. */
const renderSaid = (text: string | Html): Html => html`<p class="said">${text}</p>`

function renderHistory({ history }: CaseData): Html | null {
  if (history.length === 0) return null
  const messages = history.map(
    ({ role, content }) => html`<li><span class="role">${role}</span> ${content}</li>`,
  )
  return html`<ol class="history" aria-label="Messages before the question">
    ${messages}
  </ol>`
}

function renderAnswer({ answer, error, claims, extraClaims }: CaseData): Html {
  if (answer === null) return html`<p class="none">No answer: ${error ?? 'the target gave none'}</p>`
  if (answer === '') return html`<p class="none">The answer is empty.</p>`
  const marks = claims.flatMap(({ span, status }) =>
    span === null ? [] : [{ span, kind: status, label: status }],
  )
  return html`${renderSaid(markText(answer, marks))}
  ${extraClaims !== null && extraClaims > 0 && html`<p class="quiet">${extraClaims} more than the reference says</p>`}`
}

function renderReference({ reference, claims }: CaseData): Html {
  const [only] = claims
  const isWhole = claims.length === 1 && only?.text === reference
  const rows = claims.map(
    (claim) =>
      html`<li>${renderBadge(claimTones[claim.status], claim.status)}${isWhole ? '' : ` ${claim.text}`}</li>`,
  )
  return html`${renderSaid(reference)}
  ${
    rows.length > 0 &&
    html`<ul class="claims" aria-label="Claims of the reference">
      ${rows}
    </ul>`
  }`
}

function renderWhy({ reason, componentText, componentEvidence }: CaseData): Html | null {
  if (reason === null && componentText === null) return null
  return html`<div class="why">
    ${reason !== null && html`<p>${reason}</p>`}
    ${componentText !== null && html`<p><strong>${componentText}</strong> <span class="quiet">(observed, not proven)</span> ${componentEvidence}</p>`}
  </div>`
}

function renderPassages(
  passages: readonly PassageData[] | null,
  texts: readonly string[],
  none: string,
): Html {
  if (passages === null || passages.length === 0) return html`<p class="none">${none}</p>`
  const items = passages.map(({ text, title, isReference, marks }) => {
    const evidence = marks.map((span) => ({ span, kind: 'evidence', label: 'evidence' }))
    return html`<li class="passage${isReference ? ' is-reference' : ''}">
      <p class="passage-title">
        ${title}${isReference && html` <span class="badge good">reference passage</span>`}
      </p>
      ${renderSaid(markText(texts[text] ?? '', evidence))}
    </li>`
  })
  return html`<ol class="passages">
    ${items}
  </ol>`
}

function renderVerdicts({ verdicts }: CaseData): Html | null {
  if (verdicts.length === 0) return null
  const rows = verdicts.map(
    ({ check, outcome, tone, detail }) =>
      html`<tr>
        <th scope="row">${check}</th>
        <td>${renderBadge(tone, outcome)}</td>
        <td>${detail}</td>
      </tr>`,
  )
  return html`<details>
    <summary>What each check said</summary>
    <div class="scroll" role="region" tabindex="0" aria-label="What each check said">
      <table>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Outcome</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`
}
