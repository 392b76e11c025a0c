/** One member, or one container within a container, cannot be taken out; `message` says why and what to do. The rest goes on. */
export class Refused extends Error {}

/** The budget of the whole container is used up: nothing more is taken out. `message` says of what there was too much. */
export class Spent extends Error {}
