import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import styles from './Tabs.module.css'

export interface TabsProps {
  /** What the tabs are of. */
  label: string
  tabs: readonly { id: string; label: string; children: ReactNode }[]
}

/** Several views of one thing, one at a time. All of them stay mounted, so that nothing typed in one is lost. */
export function Tabs({ label, tabs }: TabsProps): ReactNode {
  return (
    <AriaTabs className={styles.tabs!} defaultSelectedKey={tabs[0]?.id}>
      <TabList aria-label={label} className={styles.list!}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={styles.tab!}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel!} shouldForceMount>
          {tab.children}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
