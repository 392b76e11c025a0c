/** What a whole line says when it is left over from the page around the article, and not the article. */
export interface FurnitureLine {
  line: RegExp
  furniture: string
  /** The lines that follow it, up to the next sentence, are titles of other pages. */
  headsList?: true
}

/** Lines longer than this, in characters, are never furniture by their words alone. */
export const longestFurnitureLine = 240

/** Every expression is anchored and is tried on lines up to {@link longestFurnitureLine} only. */
export const furnitureLines: readonly FurnitureLine[] = [
  { line: /^[^\p{L}\p{N}]+$/u, furniture: 'Leftover separator' },
  {
    line: /^(?:latest developments?|latest (?:news|headlines|stories|updates|videos?)|you (?:may|might) (?:also )?(?:like|be interested in|have missed)\b.{0,20}|more (?:from|on|in)(?: (?:this|the|our))? (?:author|story|topic|series|section|us)|more (?:stories|news|like this|from .{2,40})|related(?: (?:articles?|stories|links|topics|content|news|reading|items|internet links))?|recommended(?: (?:for you|stories|articles|reading))?|most (?:read|popular|viewed|shared|watched)|trending(?: now)?|editor[’']?s[’']? picks?|top stories|read next|up next|don[’']?t miss|popular (?:now|stories|in .{2,30})|further reading|in case you missed it|see also|what to read next|from around the web|promoted (?:stories|content)|sponsored (?:stories|content|links))[:.]?$/i,
    furniture: 'Heading of a link list',
    headsList: true,
  },
  {
    line: /^(?:read (?:more|also|next)|related|see also|watch|listen|also read|in pictures|what to read next|recommended|don[’']t miss)(?: (?:on this|here))? ?[:|>»›] ?.{0,220}$/i,
    furniture: 'Link to another article',
  },
  {
    line: /^(?:read (?:more|the full (?:story|article))|continue reading|keep reading|show more|load more|see more|view (?:all|more|gallery)|learn more|find out more|click here.{0,80}|tap here.{0,60})(?: \.\.\.|…|[.:>»›])?$/i,
    furniture: 'Link to another article',
  },
  {
    line: /^(?:-+ ?)?(?:advertisements?|advertising|adverts?|sponsored|ad|promoted|paid content|remove ads|(?:article|story|text|content) continues (?:below|after)(?: (?:the |this )?(?:ad\w*|promotion))?|(?:continue reading|scroll|story continues).{0,20} below.{0,20}|skip (?:the )?(?:advertisement|ad)s?|advertisements? ?[-–—] ?(?:continue reading|scroll).{0,30})[.:]?(?: ?-+)?$/i,
    furniture: 'Advertisement',
  },
  {
    line: /^(?:request (?:a )?(?:free )?(?:trial|demo)|start (?:your )?(?:a )?free trial|(?:already (?:a )?(?:subscriber|member|registered)).{0,60}|(?:subscribe|sign up|register|log ?in|sign in|join)(?: (?:now|here|today|free|for free|or (?:register|subscribe|sign up|log ?in))(?: .{0,120})?)?|(?:subscribe|sign up|sign in|log ?in|register) (?:to|for|with) .{0,80}\b(?:newsletters?|inbox|e-?mails?|alerts?|updates|account|access|read|comment|continue|briefing)\b.{0,80}|(?:get|receive) (?:our|the|all|daily|unlimited|full).{0,120}(?:newsletter|inbox|access|email).{0,40}|this (?:article|content|story) is (?:for|only for|available to) (?:subscribers|members).{0,60}|to continue reading.{0,120}|(?:our|the|daily|weekly|morning|free).{0,30}newsletters?|you have \d+ (?:free )?articles? (?:left|remaining).{0,60})[.!]?$/i,
    furniture: 'Subscription prompt',
  },
  {
    line: /^(?:(?:we|this (?:web)?site|our partners|by (?:continuing|using)).{0,120}\bcookies?\b.{0,120}|(?:accept|reject|manage)(?: all)? (?:cookies|preferences|settings)|accept all|reject all|cookie (?:policy|settings|preferences|notice)|privacy (?:policy|notice|settings)|terms (?:of use|and conditions|of service|& conditions).{0,40})[.!]?$/i,
    furniture: 'Cookie or privacy notice',
  },
  {
    line: /^(?:share(?: (?:this|on|via|article|page|full article).{0,60})?|share\b(?: ?(?:facebook|twitter|x|whatsapp|linkedin|email|copy link|close panel|save))+|follow (?:us|me|@)\b.{0,100}|like us on .{0,60}|(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|instagram|youtube|tiktok|e-?mail|print|copy link|link copied|bookmark|save|tweet|comments?|\d{1,6} (?:comments?|shares?|likes?|views?)|(?:view|show|post|leave a|add a|join the) (?:comments?|conversation)|print this (?:page|article)|send to a friend|close|menu|home|search|skip to (?:main )?content|back to top|top|next|previous|next article|previous article))[.!]?$/i,
    furniture: 'Buttons of the page',
  },
  {
    line: /^(?:(?:(?:posted|published|updated|last updated|filed)(?: at)?:? ?)?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2}(?:[.]\d{2})? ?[ap]\.?m\.?|\d{1,2}[.]\d{2}(?= ?(?:GMT|BST|UTC|CES?T)))(?: ?(?:GMT|BST|UTC|CES?T|[ECMP][SD]T))?|(?:posted |updated |published )?(?:just now|(?:about )?(?:\d{1,3}|an?|one) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)(?:(?: and)? ?\d{1,2} ?(?:m|mins?|minutes?))? ago))$/i,
    furniture: 'Time stamp of a live blog',
  },
  {
    line: /^(?:(?:additional |further )?(?:reporting|editing|writing) by .{2,200}|.{2,160} contributed (?:to this (?:report|story|article|piece)|reporting)|with (?:reporting|additional reporting|files) (?:by|from) .{2,120}|this (?:article|story|report) (?:was )?(?:first|originally) (?:appeared|published) (?:in|on|by|at) .{2,120}|our standards: .{2,120})[.;]?\)?$/i,
    furniture: 'Contributor note',
  },
  {
    line: /^(?:(?:copyright (?:©|\(c\)|\d{4})|©|\(c\)).{0,200}|.{0,120}all rights reserved.{0,80}|(?:\d{1,2}|a|one)[ -]min(?:ute)?s?(?: read)|(?:reading time|estimated read).{0,30}|(?:got|have) (?:a|any) (?:story|tip|news).{0,120}|(?:contact|email|e-mail) (?:us|our newsdesk|the author).{0,100}|powered by .{2,60}|tags?: .{1,200}|topics?: .{1,200}|filed under:? .{1,160})$/i,
    furniture: 'Note of the page',
  },
]
