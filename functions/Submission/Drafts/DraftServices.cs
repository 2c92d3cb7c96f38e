using Microsoft.Extensions.DependencyInjection;

namespace PublicAdmin.Submission.Drafts;

internal static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddSingleton<DraftDesk>()
        .AddSingleton<DraftPurge>();
}
