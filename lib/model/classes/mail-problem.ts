// Why a personal link could not be mailed, where it was not the mail server that said so: that one has words of its own.

export const mailProblems = ['unsure', 'too-often'] as const;
export type MailProblem = (typeof mailProblems)[number];
