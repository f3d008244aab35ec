/**
 * How Node runs the helpdesk: with a young generation of V8 that stays small. Fetching lets many megabytes pass through
 * it and keeps none, so a large one only costs memory (about 80 MB at the peak of a backlog) and saves no time. So small
 * a one is collected before its helpers are awake, and two threads compile what there is to compile: with the usual
 * four, which also collect, a backlog costs a twentieth more processor time.
 *
 * The old generation may grow to 1 GB, more than twice what a whole process with a thousand mailboxes takes. With that in
 * mind V8 collects it before it has doubled; with the 4 GB that a large machine suggests it waits longer (50 MB at the
 * peak of a backlog). It is left alone until it has 144 MB, of which the loaded application takes 60: by itself V8 begins at
 * 16, looks through all that four times while the application loads, and again for each thousand mails, at a tenth of the
 * processor time of a backlog (15 MB more at its peak).
 */
export const nodeFlags = [
  '--max-semi-space-size=4',
  '--max-old-space-size=1024',
  '--initial-old-space-size=144',
  '--no-parallel-scavenge',
  '--v8-pool-size=2',
];

/**
 * And with one arena of malloc: raw mail passes from thread to thread, and glibc keeps what each of them freed in up to
 * eight arenas a core (about 50 MB at the peak of a backlog). In huge pages where the kernel gives some to those who ask
 * (glibc 2.35 and later): a third less page faults, which are dear on virtual machines. Other C libraries read neither.
 */
export const nodeEnvironment = { MALLOC_ARENA_MAX: '1', GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };
