// For tests: a mail server of one's own, which takes everything but what it is told to refuse, and keeps it.

import { createServer, type Socket } from 'node:net';

/** Opens it on a free port; messages are kept as they were sent. It takes nothing for addresses in `refuse`. */
export async function openMailbox() {
  const messages: string[] = [];
  const refuse = new Set<string>();
  const server = createServer((socket) => takeMail(socket, messages, refuse));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    port: address.port,
    messages,
    refuse,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

function takeMail(socket: Socket, messages: string[], refuse: ReadonlySet<string>): void {
  let message: string | null = null;
  let rest = '';
  socket.write('220 mailbox\r\n');
  socket.on('data', (bytes) => {
    rest += bytes.toString();
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      // A line that begins with a dot is sent with one more (RFC 5321, 4.5.2): long lines break where they break.
      if (message !== null && line !== '.') message += `${line.replace(/^\./, '')}\r\n`;
      else if (message !== null) {
        messages.push(message);
        message = null;
        socket.write('250 taken\r\n');
      } else if (line === 'DATA') {
        message = '';
        socket.write('354 go on\r\n');
      } else if (refuse.has(/^RCPT TO:<(.*)>/.exec(line)?.[1] ?? '')) socket.write('550 no such mailbox\r\n');
      else if (line === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 fine\r\n');
    }
  });
}
