// The front page, and everything around one's account.

export const account = {
  front: {
    signIn: 'Sign in',
    signUp: 'Create an account',
    readTogether: 'Read it together.',
    answer: 'Answer it point by point.',
    standfirst:
      'A group opens an op-ed, highlights its passages, and answers each other in the margin, live.',
    onWords: 'Every note stands on the words it is about.',
    nobodyElse: 'Nobody can change what another has said.',
    saved: 'Nothing is called saved before it is.',
    demo: 'Try the sample debate',
  },
  signIn: {
    title: 'Sign in',
    newHere: 'New here? <link>Create an account</link>',
    guest: 'You are here as {name}, a guest. What you said moves to the account that you sign in to.',
    forgot: 'Forgot your password?',
    email: 'E-mail',
    password: 'Password',
    passwordNeeded: 'Write your password.',
    act: 'Sign in',
  },
} as const;
