using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Eforms.Versions;

namespace PublicAdmin.Submission.Drafts;

internal static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddSingleton<DraftDesk>()
        .AddSingleton<DraftTrial>()
        .AddSingleton<OpenDrafts>(provider => provider.GetRequiredService<DraftTrial>().TryAsync)
        .AddSingleton<DraftPurge>();
}
