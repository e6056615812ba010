// Places in a row, as short texts that are compared unit by unit: between any two there is room for another, so that
// putting one card elsewhere writes one record and touches no other.

// In the order of their code units, as records are compared.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
/** Each begins with a whole number of so many digits: rows that grow at their ends stay short. */
const headLength = 4;
const middle = base ** headLength / 2;

/**
 * A place after `before` and ahead of `after`; undefined is the end of the row on that side. Where two people gave two
 * cards one place there is none between them: then it is right after both.
 */
export function orderBetween(before: string | undefined, after: string | undefined): string {
  if (before === undefined && after === undefined) return headed(middle);
  if (after === undefined) return headed(headOf(before ?? '') + 1);
  if (before === undefined && headOf(after) > 0) return headed(headOf(after) - 1);
  const low = before ?? '';
  const [from, to] = [headOf(low), headOf(after)];
  if (to - from > 1) return headed((from + to) >> 1);
  const found = headed(from) + fractionBetween(fractionOf(low), to > from ? undefined : fractionOf(after));
  return low < found && found < after ? found : `${low}V`;
}

/** So many places in a row, all between these two. */
export function ordersBetween(
  before: string | undefined,
  after: string | undefined,
  count: number,
): string[] {
  if (after === undefined) {
    const row: string[] = [];
    for (let i = 0; i < count; i++) row.push(orderBetween(row.at(-1) ?? before, undefined));
    return row;
  }
  if (count === 0) return [];
  const half = count >> 1;
  const at = orderBetween(before, after);
  return [...ordersBetween(before, at, half), at, ...ordersBetween(at, after, count - half - 1)];
}

function headOf(order: string): number {
  let head = 0;
  for (let i = 0; i < headLength; i++) head = head * base + Math.max(0, digits.indexOf(order[i] ?? '0'));
  return head;
}

function headed(head: number): string {
  let order = '';
  for (let left = head, i = 0; i < headLength; i++, left = Math.floor(left / base))
    order = (digits[left % base] ?? '0') + order;
  return order;
}

function fractionOf(order: string): string {
  return order.slice(headLength);
}

/** A fraction between two, that of nothing being 0 and that of undefined 1; none of ours ends with a 0. */
function fractionBetween(low: string, high: string | undefined): string {
  let found = '';
  let [isBelowHigh, at] = [high === undefined, 0];
  for (; at <= low.length + (high?.length ?? 0) + 1; at++) {
    const from = Math.max(0, digits.indexOf(low[at] ?? '0'));
    const to = isBelowHigh ? base : Math.max(0, digits.indexOf(high?.[at] ?? '0'));
    if (to - from > 1) return found + (digits[(from + to) >> 1] ?? 'V');
    found += digits[from] ?? '0';
    isBelowHigh ||= to > from;
  }
  return `${found}V`;
}
