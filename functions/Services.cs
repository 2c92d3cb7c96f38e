using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PublicAdmin.Api;
using PublicAdmin.Archive;
using PublicAdmin.Audit;
using PublicAdmin.Deadlines;
using PublicAdmin.Documents;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Forecasts;
using PublicAdmin.Identity;
using PublicAdmin.Linked;
using PublicAdmin.Notifications;
using PublicAdmin.Offices;
using PublicAdmin.Payments;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal;
using PublicAdmin.Procedures;
using PublicAdmin.Processing;
using PublicAdmin.Results;
using PublicAdmin.Signing;
using PublicAdmin.Site;
using PublicAdmin.Statistics;
using PublicAdmin.Submission;
using PublicAdmin.Submission.Drafts;
using PublicAdmin.Tracking;

namespace PublicAdmin;

/// <summary>What both editions share: one line per room. An edition adds its adapters for the ports.</summary>
public static class Services
{
    public static IServiceCollection AddPublicAdmin(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ProxySettings>().BindConfiguration(ProxySettings.Section);
        services.AddOptions<DownloadSettings>().BindConfiguration(DownloadSettings.Section);
        return services
            .AddSingleton<MessageSettlement>()
            .AddSingleton<StorageMeter>().AddSingleton<LineWatch>()
            .AddSingleton<Downloads>()
            .AddSingleton<RateLimits>()
            .AddSingleton<ClientAddress>()
            .AddSingleton(provider => new KeyedHashes(provider.GetRequiredService<IConfiguration>()[KeyedHashes.Setting]))
            .AddSingleton<KeptAnswers>()
            .AddSingleton<ReferenceRefresher>().AddReferenceEdits()
            .AddHostedService(provider => provider.GetRequiredService<ReferenceRefresher>())
            .AddIdentity()
            .AddOffices()
            .AddProcedures()
            .AddEforms()
            .AddDeadlines()
            .AddAudit()
            .AddDossiers()
            .AddSubmission()
            .AddDrafts()
            .AddDocuments()
            .AddProcessing().AddLinked()
            .AddForecasts()
            .AddStatistics()
            .AddNotifications()
            .AddPayments()
            .AddPortal().AddArchive()
            .AddSigning()
            .AddResults()
            .AddTracking().AddPetitions()
            .AddSite()
            .AddApi();
    }
}
