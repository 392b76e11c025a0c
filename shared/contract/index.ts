import { z } from 'zod'
import { Briefing } from '../document/briefing.ts'
import {
  Article,
  ArticleDetails,
  BulkEdit,
  Comparison,
  Copy,
  ImportReport,
  NamedVersion,
  SearchKind,
  SearchOrder,
  SearchPage,
  WaitingReference,
} from './article.ts'
import { command, hostOnly, query } from './call.ts'
import { Highlight, HighlightDetails } from './highlight.ts'
import {
  ExportedPdf,
  Issue,
  IssuedPack,
  Pack,
  PackSummary,
  PreviewedPdf,
  Revision,
  Template,
} from './pack.ts'
import { typedLine, typedTitle } from './typed.ts'

export * from './article.ts'
export * from './event.ts'
export * from './fault.ts'
export * from './highlight.ts'
export * from './pack.ts'

const nothing = z.object({})
const articleId = z.object({ articleId: z.string() })
const articleIds = z.object({ articleIds: z.array(z.string()).min(1).max(100_000) })
const highlightId = z.object({ highlightId: z.string() })
const packId = z.object({ packId: z.string() })
/** A person's handle on long work: chosen by the caller, named in progress events, used to cancel. */
const jobId = z.string().min(1).max(100).optional()

/** What a person says an article's details are. A web address must be one, because it is printed as a link. */
const address = typedLine(4000)
  .refine(url => /^https?:\/\/\S+$/i.test(url), 'it is not a web address')
  .nullable()
  .optional()
const Corrections = ArticleDetails.partial().extend({ url: address, canonicalUrl: address })

/** Every call there is, declared once. Handlers, transports and hooks are derived from this table. */
export const contract = {
  'articles.import': command(
    z.object({
      jobId,
      sources: z
        .array(
          z.object({ staged: z.string(), name: z.string().min(1).max(1000), url: z.string().optional() }),
        )
        .max(10_000),
    }),
    ImportReport,
  ),
  'articles.importPaths': hostOnly(
    command(z.object({ jobId, paths: z.array(z.string().min(1)).min(1) }), ImportReport),
  ),
  'articles.search': query(
    z.object({
      words: z.string().max(200_000),
      limit: z.int().min(0).max(200).default(30),
      offset: z.int().min(0).default(0),
      kinds: z.array(SearchKind).min(1).default(['article']),
      order: SearchOrder.default('relevance'),
      /** Of several articles with the same agency copy, only the best is given; the total counts all. */
      collapse: z.boolean().default(false),
    }),
    SearchPage,
  ),
  'articles.get': query(articleId.extend({ version: z.int().optional() }), Article),
  'articles.original': query(
    articleId.extend({ version: z.int().optional() }),
    z.object({ staged: z.string(), name: z.string(), bytes: z.int() }),
  ),
  'articles.correct': command(articleId.extend({ details: Corrections }), Article),
  'articles.remove': command(articleId, nothing),
  'articles.restore': command(articleId, nothing),
  /** Puts many into the bin, or takes them out again. Those that are there already stay there. */
  'articles.removeMany': command(articleIds, nothing),
  'articles.restoreMany': command(articleIds, nothing),
  /** Gives the edits that undo this one, exactly. */
  'articles.edit': command(BulkEdit, z.object({ undo: z.array(BulkEdit) })),
  'articles.tags': query(
    nothing,
    z.object({ tags: z.array(z.object({ tag: z.string(), articles: z.int() })) }),
  ),
  'articles.versions': query(articleId, z.object({ versions: z.array(NamedVersion) })),
  /** The newest version where none is named. */
  'articles.compare': query(
    z.object({
      from: articleId.extend({ version: z.int().optional() }),
      to: articleId.extend({ version: z.int().optional() }),
    }),
    Comparison,
  ),
  'articles.copies': query(articleId, z.object({ copies: z.array(Copy) })),
  /** Says of two articles that they carry the same copy, or do not. It lasts, whatever else arrives. */
  'articles.decideCopy': command(
    z.object({
      articleId: z.string(),
      otherId: z.string(),
      decision: z.enum(['same', 'different']).nullable(),
    }),
    nothing,
  ),
  /** Hides or shows the block that begins at `start` against what the importer thought; null lets the importer decide. */
  'articles.decideFurniture': command(
    articleId.extend({
      version: z.int(),
      start: z.int().min(0),
      decision: z.enum(['hidden', 'shown']).nullable(),
    }),
    nothing,
  ),

  'references.list': query(nothing, z.object({ references: z.array(WaitingReference) })),
  'references.remove': command(z.object({ referenceId: z.int() }), nothing),

  'highlights.list': query(
    articleId.extend({ version: z.int().optional() }),
    z.object({ highlights: z.array(Highlight) }),
  ),
  'highlights.cited': query(
    z.object({ highlightIds: z.array(z.string()).max(10_000) }),
    z.object({
      cited: z.array(
        z.object({
          highlight: Highlight,
          removed: z.boolean(),
          title: z.string(),
          publisher: z.string().nullable(),
          publishedOn: z.string().nullable(),
        }),
      ),
    }),
  ),
  'highlights.create': command(
    articleId.extend({
      version: z.int(),
      start: z.int().min(0),
      end: z.int().min(1),
      ...HighlightDetails.partial().shape,
    }),
    Highlight,
  ),
  'highlights.createByQuote': command(
    articleId.extend({ quote: z.string().min(1).max(100_000), ...HighlightDetails.partial().shape }),
    Highlight,
  ),
  'highlights.update': command(highlightId.extend({ details: HighlightDetails.partial() }), Highlight),
  'highlights.remove': command(highlightId, nothing),
  'highlights.restore': command(highlightId, nothing),

  'packs.templates': query(nothing, z.object({ templates: z.array(Template) })),
  'packs.list': query(nothing, z.object({ packs: z.array(PackSummary) })),
  'packs.create': command(z.object({ template: z.string(), title: typedTitle(2000) }), PackSummary),
  'packs.get': query(packId.extend({ revision: z.int().optional() }), Pack),
  'packs.save': command(
    packId.extend({ baseRevision: z.int(), briefing: Briefing }),
    z.object({ revision: z.int(), savedAt: z.iso.datetime() }),
  ),
  'packs.put': command(
    z.object({
      packId: z.string().optional(),
      /** The revision that was taken out; a newer one is then not overwritten. */
      revision: z.int().optional(),
      title: typedTitle(2000),
      briefing: Briefing,
    }),
    PackSummary,
  ),
  'packs.revisions': query(packId, z.object({ revisions: z.array(Revision) })),
  'packs.restoreRevision': command(packId.extend({ revision: z.int() }), PackSummary),
  'packs.rename': command(packId.extend({ title: typedTitle(2000) }), PackSummary),
  'packs.duplicate': command(packId, PackSummary),
  'packs.remove': command(packId, nothing),
  'packs.restore': command(packId, nothing),
  'packs.export': command(
    packId.extend({ jobId, edition: z.enum(['core', 'full']).default('full') }),
    ExportedPdf,
  ),
  /** Prints the pack, keeps it as sent, and fixes its numbers and letters in the next revision of the draft. */
  'packs.issue': command(packId.extend({ jobId }), IssuedPack),
  'packs.issues': query(packId, z.object({ issues: z.array(Issue) })),
  /** Stages the PDF of an issue. */
  'packs.fetchIssue': command(packId.extend({ version: z.string().max(20) }), ExportedPdf),
  /** Prints the draft as it is given, saved or not. Of several asked for at once, those that wait give way to the newest. */
  'packs.preview': query(packId.extend({ briefing: Briefing }), PreviewedPdf),
  /** Loads the sample archive and its pack; a second time it finds them there. */
  'packs.openSample': command(z.object({ jobId }), PackSummary),

  'exports.save': command(
    z.object({ exportId: z.string() }),
    z.object({ saved: z.boolean(), name: z.string().nullable() }),
  ),
  'exports.open': command(z.object({ exportId: z.string() }), nothing),
  'exports.reveal': command(z.object({ exportId: z.string() }), nothing),

  'jobs.cancel': command(z.object({ jobId: z.string() }), z.object({ cancelled: z.boolean() })),

  'settings.get': query(nothing, z.object({ settings: z.record(z.string(), z.json()) })),
  'settings.put': command(z.object({ key: z.string().min(1).max(100), value: z.json() }), nothing),

  'archive.status': query(
    nothing,
    z.object({
      host: z.enum(['desktop', 'loopback', 'cli']),
      version: z.string(),
      articles: z.int(),
      packs: z.int(),
      /** Why nothing can be changed, in words; null when it can. */
      readOnly: z.string().nullable(),
      /** Whether this host can save, open and show files itself; elsewhere an export is a download. */
      savesFiles: z.boolean(),
    }),
  ),
  'archive.removed': query(
    nothing,
    z.object({
      items: z.array(
        z.object({
          kind: z.enum(['article', 'pack', 'highlight']),
          id: z.string(),
          title: z.string(),
          removedAt: z.iso.datetime(),
        }),
      ),
    }),
  ),
  /** Makes the search index anew from what it indexes. Gives how many documents there are. */
  'archive.reindex': command(z.object({ jobId }), z.object({ documents: z.int() })),
  'archive.verify': query(
    z.object({ jobId }),
    z.object({
      articles: z.int(),
      originals: z.int(),
      differences: z.array(z.object({ articleId: z.string().nullable(), what: z.string() })),
      /** False on an archive that is open for reading only, where the index cannot be compared. */
      indexChecked: z.boolean(),
    }),
  ),
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller gives: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>

export const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)
