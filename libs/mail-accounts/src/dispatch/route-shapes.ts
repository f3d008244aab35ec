import { Edition, inputFault, normalAddress, normalDomain } from '@mailroom/kernel';
import { z } from 'zod';
import { type RecipientRoute } from './recipient-route.js';

const address = z
  .string()
  .trim()
  .min(3)
  .max(320)
  .transform((text, context) => {
    const normal = routeAddress(text);
    if (normal === null) context.addIssue(inputFault('no-address-or-domain'));
    return normal ?? z.NEVER;
  });
const settings = {
  /** A mail address, or `*@domain` for all of a domain. */
  address,
  /** An id of `destinations()`. */
  destination: z.string().trim().min(1).max(255),
  comment: z.string().max(4_000),
};

/** A route to set up. */
export const newRouteSchema = z
  .strictObject({ ...settings, comment: settings.comment.optional() })
  .meta({ id: 'NewRecipientRoute' });
export type NewRoute = z.infer<typeof newRouteSchema>;

/** What changes; the rest stays. */
export const routeChangesSchema = z.strictObject(settings).partial().meta({ id: 'RecipientRouteChanges' });
export type RouteChanges = z.infer<typeof routeChangesSchema>;

/** What of a route is edited. */
export const routeEdition = new Edition(routeChangesSchema.shape);

/** A form that is being filled in. What is left out is nobody's fault yet; with `id` it is that route's. */
export const routeDraftSchema = z
  .strictObject({ ...settings, id: z.uuid() })
  .partial()
  .meta({ id: 'RecipientRouteDraft' });
export type RouteDraft = z.infer<typeof routeDraftSchema>;

/** A route as admins see it. */
export const routeSchema = z
  .object({
    id: z.uuid(),
    address: z.string(),
    destination: z.string(),
    comment: z.string(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'RecipientRoute' });
export type Route = z.infer<typeof routeSchema>;

/** All routes, by domain and address. */
export const routeListSchema = z.object({ items: z.array(routeSchema) }).meta({ id: 'RecipientRouteList' });

/** Where mail can go; `known` is false where the host does not tell, and then every name goes. */
export const destinationListSchema = z
  .object({ known: z.boolean(), items: z.array(z.object({ id: z.string(), label: z.string() })) })
  .meta({ id: 'MailDestinationList' });
export type DestinationList = z.infer<typeof destinationListSchema>;

/** The row as an answer. */
export function routeAnswer(route: RecipientRoute): Route {
  const { id, address, destination, comment, updatedAt, updatedBy } = route;
  return { id, address, destination, comment, updatedAt: updatedAt.toISOString(), updatedBy };
}

function routeAddress(text: string): string | null {
  if (text.startsWith('*@')) {
    const domain = normalDomain(text.slice(2));
    return domain === null ? null : `*@${domain}`;
  }
  try {
    return normalAddress(text).toLowerCase();
  } catch {
    return null;
  }
}
