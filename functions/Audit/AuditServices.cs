using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicAdmin.Signing;

namespace PublicAdmin.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<SealShelf>()
        .AddSingleton<SealedDays>()
        .AddSingleton<SealRetention>()
        .AddSingleton<TableCopies>()
        .AddSingleton<KeyCopies>()
        .AddSingleton<DossierJournals>()
        .AddSingleton<SealFinish>()
        .AddSingleton<DaySealer>()
        .AddSingleton<SealRound>()
        .AddSingleton<SealCheck>()
        .AddSingleton<DossierCheck>()
        .AddSingleton<AuditDesk>()
        .AddSingleton<SealProofs>()
        .AddSingleton<CheckRound>()
        .AddSingleton<RestoreStates>()
        .AddSingleton<RestoredRows>()
        .AddSingleton<RestoredSerials>()
        .AddSingleton<SealRestore>()
        .AddSingleton(provider => new SealSigner(
            provider.GetRequiredService<ISigningKeys>(),
            provider.GetRequiredService<ILogger<SealSigner>>(),
            SigningServices.AuthorityOf(provider)));
}
