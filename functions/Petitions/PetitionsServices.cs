using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Notifications;

namespace PublicAdmin.Petitions;

internal static class PetitionsServices
{
    public static IServiceCollection AddPetitions(this IServiceCollection services) => services
        .AddSingleton<PetitionStore>()
        .AddSingleton<PetitionRemoval>()
        .AddSingleton<PetitionSecrets>()
        .AddSingleton<PetitionLetters>()
        .AddSingleton<PetitionTalk>()
        .AddSingleton<PetitionerAddress>(provider => provider.GetRequiredService<PetitionStore>().EmailAsync)
        .AddSingleton<PetitionDesk>();
}
