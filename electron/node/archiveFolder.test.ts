import { describe, expect, test } from 'vitest'
import { defaultArchiveFolder } from './archiveFolder.ts'

const place = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
  defaultArchiveFolder({ platform, env, home: '/home/pat' }).replaceAll('\\', '/')

describe('the archive that nobody named', () => {
  test('is the installed app’s', () => {
    expect(place('linux', {})).toBe('/home/pat/.config/Despatch/archive')
    expect(place('linux', { XDG_CONFIG_HOME: '/data' })).toBe('/data/Despatch/archive')
    expect(place('darwin', {})).toBe('/home/pat/Library/Application Support/Despatch/archive')
    expect(place('win32', { LOCALAPPDATA: 'C:/Users/Pat/AppData/Local', APPDATA: 'R:/Roaming' })).toBe(
      'C:/Users/Pat/AppData/Local/Despatch/archive',
    )
  })

  test('ignores a relative XDG_CONFIG_HOME', () => {
    expect(place('linux', { XDG_CONFIG_HOME: 'data' })).toBe('/home/pat/.config/Despatch/archive')
  })

  test('is what DESPATCH_ARCHIVE says, everywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(place(platform, { DESPATCH_ARCHIVE: '/srv/archive' })).toBe('/srv/archive')
    }
  })
})
