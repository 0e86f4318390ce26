import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#eef5f8',
  '#dbe8ee',
  '#b6d0dc',
  '#8db7ca',
  '#6aa2bb',
  '#3f809d',
  '#2b6a87',
  '#1f5673',
  '#18465e',
  '#123648',
]

// Mantine draws its dark parts with these: from the text to the page behind it.
const dark: MantineColorsTuple = [
  '#e7eaec',
  '#c6ced4',
  '#a9b4bc',
  '#919da6',
  '#44505a',
  '#2b343b',
  '#1a2025',
  '#151a1e',
  '#12161a',
  '#0d1013',
]

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: { Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 100 } } }) },
})

/** Lays the pages' own palette (theme.css) under Mantine's parts. */
export const variables: CSSVariablesResolver = () => {
  const own = {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--rule-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--trouble)',
  }
  return { variables: {}, light: own, dark: own }
}
