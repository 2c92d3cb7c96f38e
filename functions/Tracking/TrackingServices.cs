using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Tracking;

internal static class TrackingServices
{
    public static IServiceCollection AddTracking(this IServiceCollection services) => services.AddSingleton<TrackingDesk>();
}
