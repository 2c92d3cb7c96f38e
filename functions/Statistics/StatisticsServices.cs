using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Statistics.Anomalies;
using PublicAdmin.Statistics.Carryover;
using PublicAdmin.Statistics.Chairman;
using PublicAdmin.Statistics.Equations;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Index;
using PublicAdmin.Statistics.OpenData;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Replay;
using PublicAdmin.Statistics.Replay.Quarter;
using PublicAdmin.Statistics.Reports;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Statistics.Satisfaction;
using PublicAdmin.Statistics.Supervision;

namespace PublicAdmin.Statistics;

internal static class StatisticsServices
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddBooks().AddWatching().AddReplay();

    private static IServiceCollection AddBooks(this IServiceCollection services) => services
        .AddSingleton<ChangedFacts>()
        .AddSingleton<IDossierList>(provider => provider.GetRequiredService<ChangedFacts>())
        .AddSingleton<FactMaker>()
        .AddSingleton<BookShelf>()
        .AddSingleton<RollUp>()
        .AddSingleton<RollUpRound>()
        .AddSingleton<Rebuild>()
        .AddSingleton<EquationCheck>()
        .AddSingleton<CheckBook>()
        .AddSingleton<BookReader>()
        .AddSingleton<StatisticsDesk>()
        .AddSingleton<BoardDesk>()
        .AddSingleton<StatisticsAnswers>()
        .AddSingleton<DossierFinder>()
        .AddSingleton<MirrorCount>()
        .AddSingleton<PetitionRows>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<PublicationShelf>()
        .AddSingleton<Publisher>()
        .AddSingleton<FactSource>()
        .AddSingleton<RatingBook>()
        .AddSingleton<CarryoverCheck>()
        .AddSingleton<CarryoverStory>()
        .AddSingleton<ImportBook>()
        .AddSingleton<ImportDesk>();

    private static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<IndexSources>()
        .AddSingleton<IndexProcedures>()
        .AddSingleton<IndexDesk>()
        .AddSingleton<ActCostDesk>()
        .AddSingleton<CommonThings>()
        .AddSingleton<AnomalyDesk>()
        .AddSingleton<ReminderBook>()
        .AddSingleton<ReminderLetters>()
        .AddSingleton<ChairmanDesk>()
        .AddSingleton<ChairmanLetter>();

    private static IServiceCollection AddReplay(this IServiceCollection services) => services
        .AddSingleton<ReplayCast>()
        .AddSingleton<ReplayStory>()
        .AddSingleton<ReplayLoader>()
        .AddSingleton<ReplayComparison>()
        .AddSingleton<QuarterCast>()
        .AddSingleton<QuarterStory>()
        .AddSingleton<QuarterStaff>()
        .AddSingleton<QuarterLoader>();
}
