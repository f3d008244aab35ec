/**
 * What says the same in another language: every key, no sentence missing, functions of the same parameters. A file of a
 * language whose tables are of these types does not compile while it is incomplete.
 */
export type InOtherWords<English> = English extends string
  ? string
  : English extends (...said: infer Said) => string
    ? (...said: Said) => string
    : English extends object
      ? { readonly [Key in keyof English]: InOtherWords<English[Key]> }
      : English;
