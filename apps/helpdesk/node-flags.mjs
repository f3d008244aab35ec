/**
 * How Node runs the helpdesk: with a young generation of V8 that stays small. Fetching lets many megabytes pass through
 * it and keeps none, so a large one only costs memory (about 80 MB at the peak of a backlog) and saves no time.
 */
export const nodeFlags = ['--max-semi-space-size=4'];

/**
 * And with one arena of malloc: raw mail passes from thread to thread, and glibc keeps what each of them freed in up to
 * eight arenas a core (about 50 MB at the peak of a backlog). Other C libraries do not read it.
 */
export const nodeEnvironment = { MALLOC_ARENA_MAX: '1' };
