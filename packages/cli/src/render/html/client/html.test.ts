import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html, joinHtml, type Html } from './html.ts'

it('escapes what is not markup, in text and in attributes', () => {
  expect(html`<a title="${`"'<&>`}">${'<script>'}</a>`.text).toBe(
    '<a title="&quot;&#39;&lt;&amp;&gt;">&lt;script&gt;</a>',
  )
})

it('keeps markup, joins lists and leaves out null and false', () => {
  const parts = [html`<b>${1}</b>`, html`<i>b</i>`]
  expect(html`<p>${parts}${null}${false}</p>`.text).toBe('<p><b>1</b><i>b</i></p>')
  expect(joinHtml([html`a`, html`b`], ', ').text).toBe('a, b')
})

it('does not take an object of that shape for markup', () => {
  const forged = JSON.parse('{"text":"<script>"}') as Html
  expect(() => html`${forged}`.text).toThrow()
})

it('never lets a character through that can open a tag or end an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(html`${text}`.text).not.toMatch(/[<>"']/)
    }),
  )
})
