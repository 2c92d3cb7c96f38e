using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Api.Operating;

namespace PublicAdmin.Api;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<Gate>().AddSingleton<Readiness>().AddSingleton<LineDesk>();
}
