import { useMediaQuery } from '@mantine/hooks'

/** Whether the device has no keyboard at hand: a hint at a key means nothing
 * there. The same query hides the hints beside buttons, in Kbd.module.css. */
export function useTouch(): boolean {
  return (
    useMediaQuery('(hover: none) and (pointer: coarse)', undefined, { getInitialValueInEffect: false }) ??
    false
  )
}
