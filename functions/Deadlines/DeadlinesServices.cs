using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Deadlines;

internal static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton<CalendarBook>();
}
