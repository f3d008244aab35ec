// #region form
/** In the front end: asks for a code with the bearer token, and lets the browser follow a form with it. */
export async function openMailPages(token: string, to = ''): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch('/backend/mail-pages', { method: 'POST', headers });
  const { code, action } = await answer.json();
  const form = Object.assign(document.createElement('form'), { method: 'post', action });
  for (const [name, value] of Object.entries({ code, to }))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
}
// #endregion
