/**
 * What could not be read of a mail. `structure-unreadable`: nothing but its headers; `headers-unreadable`: not even
 * those; `too-slow`: it took longer than a mail may; `provider-stub`: not the mail but the provider's notice that it
 * could not hand it out, worth asking again later.
 */
export type Defect =
  | 'structure-unreadable'
  | 'headers-unreadable'
  | 'too-slow'
  | 'from-missing'
  | 'date-unreadable'
  | 'provider-stub';
