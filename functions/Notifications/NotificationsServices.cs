using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Notifications.Staff;

namespace PublicAdmin.Notifications;

internal static class NotificationsServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section);
        services.AddHttpClient<MessageGateway>();
        services.AddHttpClient<MailTokens>();
        return services
            .AddSingleton<SmtpMailer>()
            .AddSingleton<FolderMailer>()
            .AddSingleton<IMailer>(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value.Host.Length > 0
                ? provider.GetRequiredService<SmtpMailer>()
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
}
