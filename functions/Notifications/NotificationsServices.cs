using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

internal static class NotificationsServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section);
        services.AddHttpClient<MessageGateway>().Watched(OutsideLines.Messages);
        services.AddHttpClient<MailTokens>();
        return services.AddLines()
            .AddSingleton<SmtpMailer>()
            .AddSingleton<FolderMailer>()
            .AddSingleton<IMailer>(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value.Host.Length > 0
                ? new WatchedMailer(provider.GetRequiredService<SmtpMailer>(), provider.GetRequiredService<LineWatch>())
                : provider.GetRequiredService<FolderMailer>())
            .AddSingleton<IDossierFollowUp, NoticesOfEvents>()
            .AddSingleton<PreferenceStore>()
            .AddSingleton<IDossierAnnex>(provider => provider.GetRequiredService<PreferenceStore>())
            .AddSingleton<Inbox>()
            .AddSingleton<OfficeLetters>()
            .AddSingleton<LetterFacts>()
            .AddSingleton<CalendarLetters>()
            .AddSingleton<MorningDigest>()
            .AddSingleton<CalendarReminder>()
            .AddSingleton<DigestDesk>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<LetterSender>()
            .AddSingleton<OwnContacts>()
            .AddSingleton<CitizenWays>()
            .AddSingleton<CounterTasks>()
            .AddSingleton<NoticeSpreader>()
            .AddSingleton<NoticeDesk>();
    }

    private static IServiceCollection AddLines(this IServiceCollection services) => services
        .AddSingleton(provider => new OutsideLine(
            OutsideLines.Mail, provider.GetRequiredService<IMailer>() is WatchedMailer, Queues.Notifications,
            letter => Notice.ChannelOf(letter) is LetterChannel.Email))
        .AddSingleton(provider => new OutsideLine(
            OutsideLines.Messages, provider.GetRequiredService<MessageGateway>().IsOpen, Queues.Notifications,
            letter => Notice.ChannelOf(letter) is LetterChannel.Sms or LetterChannel.Zalo));
}
