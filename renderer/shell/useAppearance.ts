import { useLayoutEffect } from 'react'
import { useSetting } from '../api/index.ts'

export type Theme = 'system' | 'light' | 'dark'
export type TextSize = 'normal' | 'large' | 'larger' | 'largest'

/** How much larger than normal each text size is, as tokens.css has it. */
export const textScale: Record<TextSize, number> = { normal: 1, large: 1.125, larger: 1.25, largest: 1.5 }

export const useTheme = () => useSetting<Theme>('appearance.theme', 'system')
export const useTextSize = () => useSetting<TextSize>('appearance.textSize', 'normal')

/** Gives the window the theme and text size of the settings; "system" leaves the theme to the computer. */
export function useAppearance(): void {
  const [theme] = useTheme()
  const [textSize] = useTextSize()
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.theme = theme
    root.dataset.textSize = textSize
  }, [theme, textSize])
}
