using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Projection;

namespace PublicAdmin.Forecasts;

internal static class ForecastsServices
{
    public static IServiceCollection AddForecasts(this IServiceCollection services) => services
        .AddSingleton<FinishedWork>()
        .AddSingleton<IDossierList>(provider => provider.GetRequiredService<FinishedWork>())
        .AddSingleton<ForecastDesk>()
        .AddSingleton<ForecastBook>()
        .AddSingleton<ForecastViews>()
        .AddSingleton<LatenessDesk>()
        .AddSingleton<ForecastKeeping>();
}
