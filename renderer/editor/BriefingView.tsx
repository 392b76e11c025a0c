import type { ReactNode } from 'react'
import type { Briefing, DocumentNode } from '../../shared/document/briefing.ts'
import {
  type CitedPassage,
  citationKey,
  citationTargets,
  numberCitations,
  quotationState,
} from '../../shared/document/citations.ts'
import { referenceTarget, referenceWords } from '../../shared/document/crossReferences.ts'
import { verbOf } from '../../shared/document/recommendations.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'
import { type Place, walkBriefing } from '../../shared/document/walk.ts'
import { CitationNumbers, FootnoteNumber, ReferenceWords, ResponseLine } from './BriefingParts.tsx'
import { headLines } from './HeadFields.tsx'
import { HandlingLines } from './marking/HandlingLines.tsx'
import { type PrintedAttributes, printedAttributes } from './printedAttributes.ts'
import styles from './Sheet.module.css'

export interface BriefingViewProps {
  briefing: Briefing
  onFollowCitation?(target: CitationTarget): void
}

/** A draft to read and not to change: every node drawn, also those that this version does not know. */
export function BriefingView({ briefing, onFollowCitation }: BriefingViewProps): ReactNode {
  const { head, content } = briefing
  const lines = headLines.filter(({ name }) => head[name] !== '')
  const places: Place[] = []
  walkBriefing(content, (_node, place) => places.push(place))
  const drawing: Drawing = {
    places: places.values(),
    attributesOf: printedAttributes(content),
    passages: numberCitations(content),
    references: referenceWords(content),
    follow: onFollowCitation,
  }
  return (
    <div className={styles.sheet}>
      <p className={styles.marking}>{head.marking}</p>
      <HandlingLines head={head} />
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map(({ name, label }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{head[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="briefing">{draw(content, drawing, 0)}</div>
      <p className={styles.marking}>{head.marking}</p>
    </div>
  )
}

interface Drawing {
  /** The place of every node, in the order in which they are drawn. */
  places: Iterator<Place>
  attributesOf(node: DocumentNode, place: Place): PrintedAttributes
  passages: ReadonlyMap<string, CitedPassage>
  /** What cross-references say, by the anchor of what they refer to. */
  references: ReadonlyMap<string, string>
  follow?: (target: CitationTarget) => void
}

/** Draws a node, then what is in it: the same order as `walkBriefing`, so that the places fit. */
function draw(node: DocumentNode, drawing: Drawing, index: number): ReactNode {
  const place = drawing.places.next().value as Place
  const printed = drawing.attributesOf(node, place)
  const { passages, follow } = drawing
  const inside = node.content?.map((child, i) => draw(child, drawing, i))
  switch (node.type) {
    case 'text':
      return marked(node, index)
    case 'hardBreak':
      return <br key={index} />
    case 'heading': {
      const Heading = `h${Math.min(Math.max(Number(node.attrs?.level) || 1, 1), 3)}` as 'h1'
      return <Heading key={index}>{inside}</Heading>
    }
    case 'annexTitle':
      return (
        <h1 key={index} data-annex="" {...printed}>
          {inside}
        </h1>
      )
    case 'numberedParagraph':
      return (
        <p key={index} data-numbered="" {...printed}>
          {inside}
        </p>
      )
    case 'bulletList':
      return (
        <ul key={index} {...printed}>
          {inside}
        </ul>
      )
    case 'orderedList':
      return (
        <ol key={index} start={Number(node.attrs?.start) || 1} type={listType(node.attrs?.type)} {...printed}>
          {inside}
        </ol>
      )
    case 'listItem':
      return <li key={index}>{inside}</li>
    case 'table':
      return (
        <table key={index}>
          <tbody>{inside}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr key={index}>{inside}</tr>
    case 'tableHeader':
      return (
        <th key={index} {...spans(node)}>
          {inside}
        </th>
      )
    case 'tableCell':
      return (
        <td key={index} {...spans(node)}>
          {inside}
        </td>
      )
    case 'citation':
      return <CitationNumbers key={index} node={node} passages={passages} follow={follow} />
    case 'quotation':
      return (
        <blockquote
          key={index}
          data-state={quotationState(node)}
          data-key={citationTargets(node).map(citationKey)[0]}
          {...printed}
        >
          <div className="words">{inside}</div>
          <div className="provenance">
            <CitationNumbers node={node} passages={passages} follow={follow} />
            <span className="says">{QUOTATION_WORDS[quotationState(node)]}</span>
          </div>
        </blockquote>
      )
    case 'recommendation':
      return (
        <div key={index} data-recommendation="" {...printed}>
          <p data-verb={verbOf(node)}>{inside}</p>
          <ResponseLine node={node} />
        </div>
      )
    case 'tableCaption':
      return (
        <p key={index} data-caption="" {...printed}>
          {inside}
        </p>
      )
    case 'pageBreak':
      return (
        <div key={index} className="pageBreak">
          Page break
        </div>
      )
    case 'footnote':
      return <FootnoteNumber key={index} label={place.label ?? ''} text={String(node.attrs?.text ?? '')} />
    case 'crossReference':
      return <ReferenceWords key={index} words={drawing.references.get(referenceTarget(node))} />
    case 'doc':
      return inside
    default:
      return <p key={index}>{inside}</p>
  }
}

const QUOTATION_WORDS = {
  verbatim: 'Quoted from a stored source.',
  altered: 'Altered: differs from the source.',
  paraphrase: 'Paraphrase of a stored source.',
}

function marked(node: DocumentNode, index: number): ReactNode {
  const has = (name: string) => node.marks?.some(mark => mark.type === name) ?? false
  let text: ReactNode = node.text
  if (has('italic')) text = <em>{text}</em>
  if (has('bold')) text = <strong>{text}</strong>
  return <span key={index}>{text}</span>
}

const listType = (type: unknown) => (['1', 'a', 'A', 'i', 'I'] as const).find(known => known === type)

const spans = ({ attrs }: DocumentNode) => ({
  colSpan: Number(attrs?.colspan) || 1,
  rowSpan: Number(attrs?.rowspan) || 1,
})
