import { EventEmitter } from 'node:events'
import type { AppDouble } from './appDouble.ts'
import type { PortDouble } from './messageDouble.ts'

type Message = { type: string } & Record<string, unknown>

/** A forked utility process that keeps what it is told. A test speaks for it with `emit`. */
export class UtilityDouble extends EventEmitter {
  readonly modulePath: string
  readonly options: { stdio?: string[]; serviceName?: string }
  readonly stderr = new EventEmitter()
  readonly messages: { message: Message; ports: PortDouble[] }[] = []
  kills = 0

  constructor(app: AppDouble, modulePath: string, options: UtilityDouble['options']) {
    super()
    app.late('utilityProcess.fork', modulePath, options)
    this.modulePath = modulePath
    this.options = options
  }
  postMessage = (message: Message, ports: PortDouble[] = []) => void this.messages.push({ message, ports })
  kill = () => {
    this.kills += 1
    return true
  }
  says = (message: Message) => void this.emit('message', message)
  dies = (code: number) => void this.emit('exit', code)
  told = (type: string) => this.messages.filter(({ message }) => message.type === type)
}
