import { mailCost } from '../costs';
import { read, service, write } from '../method';
import { quotaLeft, spend } from '../quotas';
import { ServiceError } from '../service-error';

interface Message {
  to?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
}

const mailApp = service('mail', {
  sendEmail: write((context, _, first: unknown, subject?: string, body?: string, options?: Message) => {
    const message: Message =
      typeof first === 'string'
        ? { ...options, to: first, subject: subject ?? '', body: body ?? '' }
        : (first as Message);
    const recipients = (message.to ?? '').split(',').filter((to) => to.trim() !== '');
    if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
    for (const to of recipients)
      if (!/^[^\s@]+@[^\s@]+$/.test(to.trim())) throw new ServiceError(`Invalid email: ${to.trim()}`);
    spend(context.state, context.user, context.world.account, 'email', recipients.length);
    context.state.mails.push({
      to: recipients.map((to) => to.trim()).join(','),
      subject: message.subject ?? '',
      body: message.body ?? message.htmlBody ?? '',
      ...(message.htmlBody === undefined ? {} : { html: message.htmlBody }),
      from: context.user,
      at: context.state.now,
    });
  }, mailCost),
  getRemainingDailyQuota: read(
    ({ state, user, world }) => quotaLeft(state, user, world.account, 'email'),
    50,
  ),
});

export const mailServices = { MailApp: mailApp };
