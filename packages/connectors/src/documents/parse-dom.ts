import { parseHTML } from 'linkedom'

/** The part of the DOM that reading documents needs: Node has no DOM types, and linkedom's lean on them. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

export interface DomElement extends DomNode {
  readonly textContent: string
  readonly className: string
  readonly children: Iterable<DomElement>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  closest(selector: string): DomElement | null
  remove(): void
}

export interface DomDocument {
  readonly body: DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

/** linkedom puts fragments without a body beside it, so one is given to them. */
export function parseDom(html: string): DomDocument {
  const whole = /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const window: { readonly document: unknown } = parseHTML(whole)
  return window.document as DomDocument
}
