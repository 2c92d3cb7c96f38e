using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform;

namespace PublicAdmin.Offices;

internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<StaffFiles>()
        .AddSingleton(provider => new StaffDirectory(provider.GetRequiredService<StaffFiles>(), provider.GetRequiredService<ITables>()));
}
