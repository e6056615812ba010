// Why a page is not fetched, and the words for whoever asked. What these say of the network behind the server is no more
// than what any stranger could find out: a private name and an unknown one get the same answer.

/** Closed union of what can go wrong between an address and its page; the HTTP API sends it as the error's code. */
export type WebRefusal =
  | 'not-an-address'
  | 'address-with-password'
  | 'address-port'
  | 'address-literal'
  | 'address-not-public'
  | 'too-many-redirects'
  | 'unreachable'
  | 'page-refused'
  | 'page-type'
  | 'page-broken'
  | 'page-too-large'
  | 'page-too-slow'
  | 'cancelled';

const instead =
  'Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.';

const words: Record<WebRefusal, string> = {
  'not-an-address':
    'This is not the address of a web page. Nothing was fetched. Copy the whole address from the browser’s address bar; it begins with https:// or http://.',
  'address-with-password':
    'This address holds a user name or password. Nothing was fetched. Take out what stands before the @, and try again.',
  'address-port':
    'Pages are fetched from the web’s usual ports only, 80 and 443, and this address leads to another. Nothing was kept. Save the page as a file and bring in that.',
  'address-literal':
    'This address leads to a number in the place of a name, and such are not fetched. Nothing was kept. Use the site’s name.',
  'address-not-public': `No public website was found under this name. Check it for typing errors. ${instead}`,
  'too-many-redirects': `This address leads on and on, without end. ${instead}`,
  unreachable: `The website did not answer, or broke off. Try again in a while. ${instead}`,
  'page-refused': `The website does not give this page to strangers, or no longer has it. ${instead}`,
  'page-type':
    'At this address there is no web page, plain text or PDF. Nothing was kept. Download what is there, and bring it in as a file.',
  'page-broken': `What the website sent is damaged. Try again in a while. ${instead}`,
  'page-too-large': `What is at this address is larger than 5 MB. ${instead}`,
  'page-too-slow': `The website took longer than ten seconds. Try again in a while. ${instead}`,
  cancelled: 'Cancelled. Nothing was kept.',
};

export type NotFetched = { ok: false; reason: WebRefusal; message: string };

/** A refusal with its words for the reader: what happened, what is safe, what to do instead. */
export function notFetched(reason: WebRefusal): NotFetched {
  return { ok: false, reason, message: words[reason] };
}
