using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Submission;

internal static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddSingleton<DraftDesk>()
        .AddSingleton<DraftPurge>();
}
