import { describe, expect, test } from 'vitest'
import { htmlToMarkdown, parseHtml } from './parse-html.ts'

describe('htmlToMarkdown', () => {
  test.each([
    ['<h2>A <em>b</em><a href="#x">#</a></h2><p>one\n two</p>', '## A *b*\n\none two'],
    ['<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>', '- a\n  - b\n- c\n\n  d'],
    ['<ol start="3"><li>x</li><li>y</li></ol>', '3. x\n4. y'],
    ['<pre><code class="language-js">let a = 1\n  b()\n</code></pre>', '```js\nlet a = 1\n  b()\n```'],
    [
      '<p>use <code>body_limit</code> or snake_case_name, not * </p>',
      'use `body_limit` or snake_case_name, not \\*',
    ],
    ['<p>see <a href="/a b">the page</a><br>next</p>', 'see [the page](/a%20b)\nnext'],
    ['<dl><dt>Term</dt><dd>Meaning</dd></dl>', '- Term: Meaning'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['text <div>block</div> more', 'text\n\nblock\n\nmore'],
    ['<p># no heading</p><p>1. no list</p>', '\\# no heading\n\n1\\. no list'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown)
  })

  test('keeps tables, with bars escaped and spans repeated', () => {
    const html =
      '<table><caption>T</caption><tr><th>Option</th><th>Default</th></tr><tr><td>a|b</td><td><p>1 MB</p></td></tr>' +
      '<tr><td colspan="2">both</td></tr></table>'
    expect(htmlToMarkdown(html)).toBe(
      'T\n\n| Option | Default |\n| --- | --- |\n| a\\|b | 1 MB |\n| both | both |',
    )
  })
})

const page = async (html: string) => {
  const [result] = await Array.fromAsync(
    parseHtml({ source: 'a.html', bytes: Buffer.from(html) }, { textField: null, skipBadRows: false }),
  )
  return result?.ok === true ? result.value : null
}

describe('parseHtml', () => {
  test('takes the main part of a page and leaves out what surrounds it', async () => {
    const document = await page(
      '<html><head><title>Limits</title></head><body><nav>Home</nav><main><h1>Limits</h1><p>1 MB.</p></main><footer>(c)</footer></body></html>',
    )
    expect(document).toMatchObject({ title: 'Limits', text: '# Limits\n\n1 MB.', format: 'markdown' })
  })

  test('keeps headings and tables of a page without a marked main part', async () => {
    const prose =
      '<p>A long enough paragraph, with commas, that any reader takes for text of the page.</p>'.repeat(8)
    const table = `<table><tr><th>a</th><th>b</th></tr>${'<tr><td>1</td><td>2</td></tr>'.repeat(6)}</table>`
    const document = await page(
      `<html><body><div class="menu"><a href="/">x</a></div><div id="c"><h2>First</h2>${prose}<h2>Second</h2>${table}</div></body></html>`,
    )
    expect(document?.text).toContain('## First')
    expect(document?.text).toContain('## Second')
    expect(document?.text.match(/\| 1 \| 2 \|/g)).toHaveLength(6)
  })
})
