using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

internal static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton<CalendarBook>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<CalendarBook>());
}
