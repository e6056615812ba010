// A picture of the product in its own type: one passage, a claim on it, two answers. For the front page.

import { Avatar } from '../avatar.tsx';
import css from './specimen.module.css';

export function Specimen() {
  return (
    <figure className={css.specimen}>
      <p className={css.text}>
        A library that is closed on Sundays is closed to whoever works the other six days.{' '}
        <mark className={css.passage}>
          Opening it costs one salary; keeping it shut costs a town its habit of reading
        </mark>
        , and habits are dearer to bring back than people.
      </p>
      <div className={css.card}>
        <Said id="ada-o" name="Ada O." stance="Claim" tone="var(--claim-ink)">
          The whole case rests on this sum. I want to see it done.
        </Said>
        <div className={css.answers}>
          <Said id="chidi-r" name="Chidi R." stance="Disagrees" tone="var(--rebuts)">
            One salary is the smallest part: heat, light, insurance.
          </Said>
          <Said id="bk" name="Bea K." stance="Yes, but" tone="var(--qualifies)">
            It need not be every Sunday to keep the habit.
          </Said>
        </div>
      </div>
      <figcaption className={css.caption}>One passage, and what three readers make of it.</figcaption>
    </figure>
  );
}

function Said({
  id,
  name,
  stance,
  tone,
  children,
}: {
  id: string;
  name: string;
  stance: string;
  tone: string;
  children: string;
}) {
  return (
    <div className={css.said} style={{ '--tone': tone } as React.CSSProperties}>
      <p className={css.who}>
        <Avatar id={id} name={name} size="s" />
        <strong>{name}</strong>
        <span className={css.stance}>{stance}</span>
      </p>
      <p>{children}</p>
    </div>
  );
}
