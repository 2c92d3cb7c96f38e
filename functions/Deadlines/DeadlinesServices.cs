using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

internal static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton<CalendarBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<CalendarBook>())
        .AddSingleton<LadderBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<LadderBook>())
        .AddSingleton<DossierTerms>()
        .AddSingleton<AlarmClock>()
        .AddSingleton<IDossierList, AlarmList>()
        .AddSingleton<EscalationSweep>()
        .AddSingleton<OpenWork>()
        .AddSingleton<IDossierList>(provider => provider.GetRequiredService<OpenWork>())
        .AddSingleton<CalendarImpact>();
}
