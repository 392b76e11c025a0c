import { describe, expect, test } from 'vitest'
import { defaultArchiveFolder } from './archiveFolder.ts'

const place = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
  defaultArchiveFolder({ platform, env, home: '/home/pat' }).replaceAll('\\', '/')

describe('the archive that nobody named', () => {
  test('is in the data folder of the system', () => {
    expect(place('linux', {})).toBe('/home/pat/.local/share/despatch')
    expect(place('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/despatch')
    expect(place('darwin', {})).toBe('/home/pat/Library/Application Support/Despatch')
    expect(place('win32', { LOCALAPPDATA: 'C:/Users/Pat/AppData/Local', APPDATA: 'R:/Roaming' })).toBe(
      'C:/Users/Pat/AppData/Local/Despatch',
    )
  })

  test('ignores a relative XDG_DATA_HOME', () => {
    expect(place('linux', { XDG_DATA_HOME: 'data' })).toBe('/home/pat/.local/share/despatch')
  })

  test('is what DESPATCH_ARCHIVE says, everywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(place(platform, { DESPATCH_ARCHIVE: '/srv/archive' })).toBe('/srv/archive')
    }
  })
})
