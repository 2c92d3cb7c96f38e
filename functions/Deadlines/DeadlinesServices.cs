using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines;

internal static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton(provider => new ReferenceVersions<HoursVersion>(provider.GetRequiredService<ITables>(), "office-hours"))
        .AddSingleton(provider => new ReferenceVersions<EscalationLadder>(provider.GetRequiredService<ITables>(), "escalation"))
        .AddSingleton<HoursBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<HoursBook>())
        .AddSingleton<HoursRegister>()
        .AddSingleton<LadderRegister>()
        .AddSingleton<AlarmPlanner>()
        .AddSingleton<CalendarBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<CalendarBook>())
        .AddSingleton<LadderBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<LadderBook>())
        .AddSingleton<DossierTerms>()
        .AddSingleton<AlarmClock>()
        .AddSingleton<AlarmList>()
        .AddSingleton<IDossierList>(provider => provider.GetRequiredService<AlarmList>())
        .AddSingleton<AlarmRows>()
        .AddSingleton<EscalationSweep>()
        .AddSingleton<OpenWork>()
        .AddSingleton<IDossierList>(provider => provider.GetRequiredService<OpenWork>())
        .AddSingleton<CalendarImpact>();
}
