import { type Order, prove } from './prove.ts'

// A process of its own, because it replaces what `electron` means: it takes orders and answers with findings.
process.on('message', async (order: Order) => {
  process.send?.({ id: order.id, findings: await prove(order) })
})
