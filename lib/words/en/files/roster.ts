// What is wrong in a roster, line by line.

export const roster = {
  empty: 'The file is empty.',
  notCsv: '{why} A roster is a CSV file.',
  tooMany: 'A roster holds at most {most} people.',
  openQuote: 'A quotation mark on this line is never closed.',
  noNames: 'The first line must name the columns: name, e-mail, group. There is no column called “name”.',
  nobody: 'There is nobody in this file: it has a head and no lines below it.',
  nameMissing: 'The name is missing.',
  nameTooLong: 'The name is longer than {most, number} characters.',
  notEmail: '“{email}” is not an e-mail address.',
  groupTooLong: 'The group is longer than {most, number} characters.',
  sectionTooLong: 'The section is longer than {most, number} characters.',
  emailTwice: 'The e-mail address {email} stands on line {line} already.',
  canvasTwice: 'The Canvas ID {id} stands on line {line} already.',
  personTwice: '{name} of the roster stands on line {line} already.',
  mixed: 'On the roster {email} is {byEmail}, but the Canvas ID {id} is {byId}.',
} as const;
