using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Site;

internal static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services) => services
        .AddSingleton<SitePolicy>()
        .AddSingleton<SiteWords>()
        .AddSingleton<SiteAssets>()
        .AddSingleton<SitePages>()
        .AddSingleton<TrackAnswer>();
}
