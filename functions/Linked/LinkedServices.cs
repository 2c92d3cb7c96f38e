using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers.Projection;

namespace PublicAdmin.Linked;

internal static class LinkedServices
{
    public static IServiceCollection AddLinked(this IServiceCollection services) => services
        .AddSingleton<ForwardingClock>()
        .AddSingleton<PartFiling>()
        .AddSingleton<CaseKeeper>()
        .AddSingleton<IDossierList, LinkedMirrors>()
        .AddSingleton<IDossierFollowUp, LinkedNews>();
}
