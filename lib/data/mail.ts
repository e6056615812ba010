// E-mail, where SMTP_URL is set. Plain text only.

import { createTransport } from 'nodemailer';
import { settings } from './settings.ts';

/** Can this server send e-mail at all? */
export function canMail(): boolean {
  return settings().smtpUrl !== undefined;
}

/** Sends one message; rejects when the mail server does not take it. */
export async function sendMail(message: { to: string; subject: string; text: string }): Promise<void> {
  const { smtpUrl, mailFrom } = settings();
  if (!smtpUrl) throw new Error('SMTP_URL is not set');
  const transport = createTransport(smtpUrl);
  try {
    await transport.sendMail({ ...message, from: mailFrom });
  } finally {
    transport.close();
  }
}
