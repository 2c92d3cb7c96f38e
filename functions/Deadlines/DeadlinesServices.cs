using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines;

internal static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddVersions<HoursVersion>("office-hours")
        .AddVersions<EscalationLadder>("escalation")
        .AddSingleton<HoursBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<HoursBook>())
        .AddSingleton<HoursRegister>()
        .AddSingleton<LadderRegister>()
        .AddSingleton<AlarmPlanner>()
        .AddSingleton<CalendarBook>()
        .AddSingleton(new EditedKind(CalendarBook.Partition))
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
