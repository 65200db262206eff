/** Mail to the user in whose name the script runs. Its two scopes may be refused: then there is none. */

function address(): string {
  try {
    return Session.getEffectiveUser().getEmail();
  } catch {
    return '';
  }
}

export const mail = {
  address,
  send(subject: string, body: string, html?: string): boolean {
    try {
      const to = address();
      if (to === '' || MailApp.getRemainingDailyQuota() < 1) return false;
      MailApp.sendEmail(to, subject, body, html === undefined ? {} : { htmlBody: html });
      return true;
    } catch {
      return false;
    }
  },
};
