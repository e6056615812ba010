// The keys of the flow, always in sight: nobody learns them from a manual in the middle of a speech.

import styles from './flow-view.module.css';
import { altActs, plainKeys } from './keys.ts';

export function Legend() {
  return (
    <dl className={styles.legend} aria-label="Keys of the flow">
      {[...plainKeys, ...altActs].map(({ keys, label }) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}
