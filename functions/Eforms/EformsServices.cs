using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Eforms;

internal static class EformsServices
{
    public static IServiceCollection AddEforms(this IServiceCollection services) => services.AddSingleton<FormBook>();
}
