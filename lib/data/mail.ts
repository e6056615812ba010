// E-mail, where SMTP_URL is set. Plain text only.

import { createTransport } from 'nodemailer';
import { settings } from './settings.ts';

/** Can this server send e-mail at all? */
export function canMail(): boolean {
  return settings().smtpUrl !== undefined;
}

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** The same for the same content, so that a mail program shows once what had to be sent again. */
  messageId?: string;
  /** Who answers, where it is not the server's own address. */
  replyTo?: string;
  /** Where a mail program, asked to end such mail, sends a POST (RFC 8058). */
  unsubscribeUrl?: string;
};

/** Sends one message; rejects when the mail server does not take it. */
export async function sendMail(message: Mail): Promise<void> {
  const mailer = openMailer();
  try {
    await mailer.send(message);
  } finally {
    mailer.close();
  }
}

export type Mailer = { send(message: Mail): Promise<void>; close(): void };

/** One connection for many messages, one after the other. */
export function openMailer(): Mailer {
  const { smtpUrl, mailFrom } = settings();
  if (!smtpUrl) throw new Error('SMTP_URL is not set');
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 1 });
  return {
    async send({ unsubscribeUrl, ...message }) {
      const headers = unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };
      await transport.sendMail({ ...message, from: mailFrom, ...(headers && { headers }) });
    },
    close: () => transport.close(),
  };
}

/** Did the mail server say that it will never take this message (5xx)? What is worth another try is not such. */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  return typeof error.responseCode === 'number' && error.responseCode >= 500;
}
