import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type LinkAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & {
  ref?: Ref<HTMLAnchorElement>
}

/** A link in text to another page: `<TextLink to="/projects/$projectId" params={{ projectId }}>`. */
export const TextLink = createLink((props: AnchorProps & LinkAttributes) => <Anchor inherit {...props} />)

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const ButtonLink = createLink((props: ButtonProps & LinkAttributes) => (
  <Button component="a" {...props} />
))
