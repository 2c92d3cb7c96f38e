using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Reference;

internal static class ReferenceServices
{
    /// <summary>Reference data administrators may enter versions of.</summary>
    public static IServiceCollection AddVersions<T>(this IServiceCollection services, string partition)
        where T : class, IEffective => services
        .AddSingleton(new EditedKind(partition))
        .AddSingleton(provider => new ReferenceVersions<T>(provider.GetRequiredService<ITables>(), partition));

    public static IServiceCollection AddReferenceEdits(this IServiceCollection services) => services.AddSingleton(
        provider => new ReferenceEdits(provider.GetRequiredService<ITables>(), provider.GetServices<EditedKind>()));
}
