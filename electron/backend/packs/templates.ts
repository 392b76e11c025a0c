import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { Failure } from '../../../shared/contract/fault.ts'
import { Template } from '../../../shared/contract/pack.ts'
import { Briefing } from '../../../shared/document/briefing.ts'

const StoredTemplate = Template.extend({ ...Briefing.shape })

/** The templates there are, the submission first. They are data: a department's own go into the same folder. */
export function listTemplates(assetsFolder: string): Template[] {
  return read(assetsFolder)
    .map(({ template, name, purpose }) => ({ template, name, purpose }))
    .sort(
      (a, b) =>
        Number(b.template === 'submission') - Number(a.template === 'submission') ||
        (a.name < b.name ? -1 : 1),
    )
}

/** A fresh briefing after a template. Throws `not-found`, naming those there are. */
export function briefingFrom(assetsFolder: string, template: string): Briefing {
  const templates = read(assetsFolder)
  const found = templates.find(candidate => candidate.template === template)
  if (!found) {
    throw new Failure(
      'not-found',
      `There is no template “${template}”. There are: ${templates.map(t => t.template).join(', ')}.`,
    )
  }
  const { documentVersion, head, content } = found
  return { documentVersion, head, content }
}

function read(assetsFolder: string): z.infer<typeof StoredTemplate>[] {
  const folder = join(assetsFolder, 'templates')
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => StoredTemplate.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
