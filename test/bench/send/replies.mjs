/** Answers as a helpdesk writes them, of about 1.5 KB, each to somebody else; `round` tells the rounds apart. */
export function replies(count, from, round) {
  return Array.from({ length: count }, (_, number) => ({
    from: { name: 'Support', address: from },
    to: [{ name: `Customer ${number}`, address: `customer${number}@customer.example` }],
    subject: `Re: Order ${number} [#${round}${number}]`,
    text: `Hello customer ${number},\n\n${'Thank you for your patience, we are on it and will be back soon. '.repeat(20)}\n\nSupport\n`,
    inReplyTo: `<question.${number}@customer.example>`,
    references: [`<question.${number}@customer.example>`],
  }));
}
